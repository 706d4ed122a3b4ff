// What fields are called in a table, and how their values read.
import { t } from '../lib/language.svelte';
import { count, euro } from '../lib/wording';
import { choiceOf } from './facts';

type Named = {
  name: [string, string];
  unit?: 'maand' | 'jaar' | 'uur' | 'bedrag' | 'uren' | 'uren_maand' | 'jaren' | 'maanden';
};

const FIELDS: Record<string, Named> = {
  gemeente: { name: ['Gemeente', 'Municipality'] },
  gemeentelijke_heffingen: { name: ['Gemeentelijke belastingen', 'Municipal taxes'], unit: 'jaar' },
  'woning.soort': { name: ['Woning', 'Home'] },
  'woning.kale_huur': { name: ['Kale huur', 'Basic rent'], unit: 'maand' },
  'woning.servicekosten': { name: ['Servicekosten', 'Service costs'], unit: 'maand' },
  'woning.zelfstandig': { name: ['Eigen voordeur, keuken en wc', 'Own front door, kitchen and toilet'] },
  'woning.aangepast': { name: ['Aangepast voor een handicap', 'Adapted for a disability'] },
  'woning.woz_waarde': { name: ['WOZ-waarde', 'WOZ value'], unit: 'bedrag' },
  'woning.hypotheekrente': { name: ['Hypotheekrente', 'Mortgage interest'], unit: 'jaar' },
  'woning.hypotheekschuld': { name: ['Hypotheekschuld', 'Mortgage debt'], unit: 'bedrag' },
  samenleving: { name: ['Samen als', 'Together as'] },
  loon: { name: ['Bruto loon', 'Gross wage'], unit: 'jaar' },
  uren_per_week: { name: ['Uren werk', 'Hours of work'], unit: 'uren' },
  winst: { name: ['Winst', 'Profit'], unit: 'jaar' },
  urencriterium: { name: ['1.225 uur of meer in het bedrijf', '1,225 hours or more in the business'] },
  pensioen: { name: ['Pensioen', 'Pension'], unit: 'jaar' },
  uitkering: { name: ['Uitkering', 'Benefit'], unit: 'jaar' },
  pensioenpremie: { name: ['Pensioenpremie', 'Pension contribution'], unit: 'jaar' },
  aow_opbouwjaren: { name: ['Opbouw van AOW', 'Build-up of AOW'], unit: 'jaren' },
  spaargeld: { name: ['Geld op de bank op 1 januari', 'Money in the bank on 1 January'], unit: 'bedrag' },
  overig_vermogen: { name: ['Ander vermogen op 1 januari', 'Other assets on 1 January'], unit: 'bedrag' },
  schulden: { name: ['Schulden op 1 januari', 'Debts on 1 January'], unit: 'bedrag' },
  waarde_auto: { name: ['Waarde van auto of motor', 'Value of car or motorcycle'], unit: 'bedrag' },
  zorgverzekerd: { name: ['Nederlandse zorgverzekering', 'Dutch health insurance'] },
  student: { name: ['Volgt een opleiding', 'Student'] },
  jonggehandicapt: { name: ['Wajong', 'Wajong'] },
  medisch_urenbeperkt: { name: ['Kan door ziekte minder uren werken', 'Can work fewer hours by illness'] },
  in_inrichting: { name: ['Woont in een inrichting', 'Lives in an institution'] },
  bijstand_aangevraagd: { name: ['Vraagt bijstand aan', 'Applies for bijstand'] },
  geen_beroep_op_ouders: { name: ['Ouders helpen niet met geld', 'Parents do not help with money'] },
  maanden_laag_inkomen: { name: ['Laag inkomen', 'Low income'], unit: 'maanden' },
  maanden_vrijlating_gebruikt: {
    name: ['Vrijlating van loon gehad', 'Wage left out before'],
    unit: 'maanden',
  },
  commercieel_contract: { name: ['Huurcontract tegen gewone prijs', 'Contract at a normal rent'] },
  verwantschap: { name: ['Familie', 'Relation'] },
  ouders: { name: ['Ouders in huis', 'Parents in the home'] },
  'opvang.soort': { name: ['Opvang', 'Childcare'] },
  'opvang.uren': { name: ['Uren opvang', 'Hours of childcare'], unit: 'uren_maand' },
  'opvang.uurtarief': { name: ['Prijs van de opvang', 'Price of childcare'], unit: 'uur' },
};

const plain = (field: string) => field.replace(/^opvang\[\d+\]/, 'opvang');

/** What a field is called. */
export function nameOfField(field: string): string {
  const known = FIELDS[plain(field)];
  return known ? t(...known.name) : field.replaceAll('_', ' ');
}

function numberText(value: number, unit: Named['unit']): string {
  switch (unit) {
    case 'maand':
      return `${euro(value)} ${t('per maand', 'a month')}`;
    case 'jaar':
      return `${euro(value)} ${t('per jaar', 'a year')}`;
    case 'uur':
      return `${euro(value)} ${t('per uur', 'an hour')}`;
    case 'bedrag':
      return euro(value);
    case 'uren':
      return `${count(value)} ${t('per week', 'a week')}`;
    case 'uren_maand':
      return `${count(value)} ${t('per maand', 'a month')}`;
    case 'jaren':
      return `${count(value)} ${t('jaar', 'years')}`;
    case 'maanden':
      return `${count(value)} ${t('maanden', 'months')}`;
    default:
      return count(value);
  }
}

/** How the value of a field reads. */
export function valueText(field: string, value: unknown): string {
  if (typeof value === 'boolean') return choiceOf(value ? 'ja' : 'nee');
  if (typeof value === 'number') return numberText(value, FIELDS[plain(field)]?.unit);
  if (Array.isArray(value)) return value.join(', ');
  const choice = String(value);
  // A letter is about the household, not from it.
  const told: Record<string, [string, string]> = {
    huurwoning: ['Huurwoning', 'Rented home'],
    koopwoning: ['Koopwoning', 'Owner-occupied home'],
    inwonend: ['Woont bij iemand in', 'Lives in with somebody'],
  };
  const own = told[choice];
  return own ? t(...own) : choiceOf(choice);
}
