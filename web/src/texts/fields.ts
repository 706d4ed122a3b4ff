// What fields and choices are called where they are listed, and how their values read.
import { t } from '../lib/language.svelte';
import { count, euro } from '../lib/wording';
import { choiceOf, labelOf } from './facts';

type Words = [dutch: string, english: string];

const YEAR: Words = ['per jaar', 'a year'];
const MONTH: Words = ['per maand', 'a month'];
const MONTHS: Words = ['maanden', 'months'];

type Named = { name: Words; unit?: Words; money?: true };

const fields: Record<string, Named> = {
  rekendatum: { name: ['Rekendatum', 'Date of calculation'] },
  gemeente: { name: ['Gemeente', 'Municipality'] },
  gemeentelijke_heffingen: {
    name: ['Gemeentelijke belastingen', 'Municipal taxes'],
    unit: YEAR,
    money: true,
  },
  'woning.soort': { name: ['Soort woning', 'Kind of home'] },
  'woning.kale_huur': { name: ['Kale huur', 'Basic rent'], unit: MONTH, money: true },
  'woning.servicekosten': { name: ['Servicekosten', 'Service costs'], unit: MONTH, money: true },
  'woning.zelfstandig': { name: ['Eigen voordeur, keuken en wc', 'Own front door, kitchen and toilet'] },
  'woning.aangepast': { name: ['Aangepast voor een handicap', 'Adapted for a disability'] },
  'woning.woz_waarde': { name: ['WOZ-waarde', 'WOZ value'], money: true },
  'woning.hypotheekrente': { name: ['Hypotheekrente', 'Mortgage interest'], unit: YEAR, money: true },
  'woning.hypotheekschuld': { name: ['Hypotheekschuld', 'Mortgage debt'], money: true },
  naam: { name: ['Naam', 'Name'] },
  rol: { name: ['Rol', 'Role'] },
  geboortedatum: { name: ['Geboortedatum', 'Date of birth'] },
  samenleving: { name: ['Samen als', 'Together as'] },
  verwantschap: { name: ['Familie van aanvrager', 'Relative of applicant'] },
  commercieel_contract: { name: ['Huurcontract tegen gewone prijs', 'Contract at a normal rent'] },
  ouders: { name: ['Ouders in huis', 'Parents in the home'] },
  loon: { name: ['Bruto loon', 'Gross wage'], unit: YEAR, money: true },
  uren_per_week: { name: ['Uren werk', 'Hours of work'], unit: ['per week', 'a week'] },
  uitkering: { name: ['Uitkering', 'Benefit'], unit: YEAR, money: true },
  pensioen: { name: ['Pensioen', 'Pension'], unit: YEAR, money: true },
  pensioenpremie: { name: ['Pensioenpremie', 'Pension contribution'], unit: YEAR, money: true },
  winst: { name: ['Winst uit bedrijf', 'Profit from business'], unit: YEAR, money: true },
  urencriterium: { name: ['Urencriterium (1.225 uur)', 'Hours criterion (1,225 hours)'] },
  aow_opbouwjaren: { name: ['Opbouw van AOW', 'Build-up of AOW'], unit: ['jaar', 'years'] },
  spaargeld: { name: ['Geld op de bank op 1 januari', 'Money in the bank on 1 January'], money: true },
  schulden: { name: ['Schulden op 1 januari', 'Debts on 1 January'], money: true },
  overig_vermogen: { name: ['Ander vermogen op 1 januari', 'Other assets on 1 January'], money: true },
  waarde_auto: { name: ['Waarde van auto of motor', 'Value of car or motorcycle'], money: true },
  student: { name: ['Volgt een opleiding', 'Is a student'] },
  zorgverzekerd: { name: ['Nederlandse zorgverzekering', 'Dutch health insurance'] },
  jonggehandicapt: { name: ['Wajong (jonggehandicapt)', 'Wajong (young disabled)'] },
  medisch_urenbeperkt: { name: ['Kan door ziekte minder uren werken', 'Can work fewer hours by illness'] },
  in_inrichting: { name: ['Woont in een inrichting', 'Lives in an institution'] },
  maanden_laag_inkomen: { name: ['Laag inkomen', 'Low income'], unit: MONTHS },
  bijstand_aangevraagd: { name: ['Vraagt bijstand aan', 'Applies for bijstand'] },
  geen_beroep_op_ouders: { name: ['Ouders helpen niet met geld', 'Parents do not help with money'] },
  maanden_vrijlating_gebruikt: { name: ['Vrijlating van loon gehad', 'Wage left out before'], unit: MONTHS },
  opvang: { name: ['Opvang', 'Childcare'] },
  'opvang.soort': { name: ['Soort opvang', 'Kind of childcare'] },
  'opvang.uren': { name: ['Uren opvang', 'Hours of childcare'], unit: ['per maand', 'a month'] },
  'opvang.uurtarief': {
    name: ['Uurtarief van de opvang', 'Hourly rate of childcare'],
    unit: ['per uur', 'an hour'],
    money: true,
  },
};

const choices: Record<string, Words> = {
  aanvrager: ['Aanvrager', 'Applicant'],
  partner: ['Partner', 'Partner'],
  kind: ['Kind', 'Child'],
  medebewoner: ['Medebewoner', 'Housemate'],
  huurwoning: ['Huurwoning', 'Rented home'],
  koopwoning: ['Koopwoning', 'Owner-occupied home'],
  inwonend: ['Woont bij iemand in', 'Lives in with somebody'],
  gehuwd: ['Getrouwd of geregistreerd', 'Married or registered'],
  samenlevingscontract: ['Samenlevingscontract', 'Notarial contract'],
  samenwonend: ['Samenwonend', 'Living together'],
  dagopvang: ['Dagopvang', 'Day care'],
  bso: ['Bso', 'Out-of-school care'],
  gastouder: ['Gastouder', 'Childminder'],
  ouder: ['Ouder', 'Parent'],
  broer_zus: ['Broer of zus', 'Brother or sister'],
  geen: ['Geen familie', 'No family'],
};

const known = (field: string) => fields[field.replace(/^opvang\[\d+\]/, 'opvang')];

/** The short name of a field: `loon`, `woning.kale_huur` or `opvang[0].uren`. */
export function fieldName(field: string): string {
  const named = known(field);
  return named ? t(...named.name) : labelOf(field);
}

/** What a field is counted in; nothing when it is not counted. */
export function fieldUnit(field: string): string {
  const unit = known(field)?.unit;
  return unit ? t(...unit) : '';
}

/** Whether a field is an amount in euro. */
const isMoney = (field: string) => known(field)?.money ?? false;

/** Whether a field is an amount for a year, which people often know for a month. */
export const isYearly = (field: string) => isMoney(field) && known(field)?.unit === YEAR;

/** The short words of a choice. */
export function choiceName(choice: string): string {
  const words = choices[choice];
  return words ? t(...words) : labelOf(choice);
}

/** How the value of a field reads. */
export function valueText(field: string, value: unknown): string {
  if (typeof value === 'boolean') return choiceOf(value ? 'ja' : 'nee');
  if (typeof value === 'number') {
    const amount = isMoney(field) ? euro(value) : count(value);
    return [amount, fieldUnit(field)].filter(Boolean).join(' ');
  }
  if (Array.isArray(value)) return value.join(', ');
  return choices[String(value)] ? choiceName(String(value)) : String(value);
}
