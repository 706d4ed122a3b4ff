// What fields and choices are called in a dense form, for who fills in many of them.
import { t } from '../lib/language.svelte';
import { labelOf } from './facts';

type Words = [dutch: string, english: string];

const YEAR: Words = ['per jaar', 'a year'];
const MONTH: Words = ['per maand', 'a month'];
const MONTHS: Words = ['maanden', 'months'];

type Named = { name: Words; unit?: Words; money?: true };

const fields: Record<string, Named> = {
  rekendatum: { name: ['Rekendatum', 'Date of calculation'] },
  gemeente: { name: ['Gemeente', 'Municipality'] },
  gemeentelijke_heffingen: { name: ['Gemeentelijke heffingen', 'Municipal levies'], unit: YEAR, money: true },
  'woning.soort': { name: ['Soort woning', 'Kind of home'] },
  'woning.kale_huur': { name: ['Kale huur', 'Basic rent'], unit: MONTH, money: true },
  'woning.servicekosten': { name: ['Servicekosten', 'Service costs'], unit: MONTH, money: true },
  'woning.zelfstandig': { name: ['Zelfstandige woning', 'Self-contained home'] },
  'woning.aangepast': { name: ['Aangepast voor handicap', 'Adapted for a disability'] },
  'woning.woz_waarde': { name: ['WOZ-waarde', 'WOZ value'], money: true },
  'woning.hypotheekrente': { name: ['Hypotheekrente', 'Mortgage interest'], unit: YEAR, money: true },
  'woning.hypotheekschuld': { name: ['Hypotheekschuld', 'Mortgage debt'], money: true },
  naam: { name: ['Naam', 'Name'] },
  rol: { name: ['Rol', 'Role'] },
  geboortedatum: { name: ['Geboortedatum', 'Date of birth'] },
  samenleving: { name: ['Samenleving', 'Living together'] },
  verwantschap: { name: ['Familie van aanvrager', 'Relative of applicant'] },
  commercieel_contract: { name: ['Commerciële huurder of verhuurder', 'Commercial lodger or landlord'] },
  ouders: { name: ['Ouders', 'Parents'] },
  loon: { name: ['Bruto loon', 'Gross wage'], unit: YEAR, money: true },
  uren_per_week: { name: ['Uren werk', 'Hours of work'], unit: ['per week', 'a week'] },
  uitkering: { name: ['Uitkering', 'Benefit'], unit: YEAR, money: true },
  pensioen: { name: ['Pensioen', 'Pension'], unit: YEAR, money: true },
  pensioenpremie: { name: ['Pensioenpremie', 'Pension contribution'], unit: YEAR, money: true },
  winst: { name: ['Winst uit bedrijf', 'Profit from business'], unit: YEAR, money: true },
  urencriterium: { name: ['Haalt urencriterium', 'Meets hours criterion'] },
  aow_opbouwjaren: { name: ['AOW-opbouw', 'AOW built up'], unit: ['jaren', 'years'] },
  spaargeld: { name: ['Spaargeld, bank', 'Savings, bank'], money: true },
  schulden: { name: ['Schulden', 'Debts'], money: true },
  overig_vermogen: { name: ['Overig vermogen', 'Other assets'], money: true },
  waarde_auto: { name: ['Waarde auto of motor', 'Value of car or motorcycle'], money: true },
  student: { name: ['Volgt een opleiding', 'Is a student'] },
  zorgverzekerd: { name: ['Zorgverzekerd', 'Has health insurance'] },
  jonggehandicapt: { name: ['Jonggehandicapt (Wajong)', 'Young disabled (Wajong)'] },
  medisch_urenbeperkt: { name: ['Medisch urenbeperkt', 'Hours limited medically'] },
  in_inrichting: { name: ['Woont in inrichting', 'Lives in an institution'] },
  maanden_laag_inkomen: { name: ['Laag inkomen', 'Low income'], unit: MONTHS },
  bijstand_aangevraagd: { name: ['Vraagt bijstand aan', 'Applies for bijstand'] },
  geen_beroep_op_ouders: { name: ['Geen beroep op ouders', 'No support of parents'] },
  maanden_vrijlating_gebruikt: { name: ['Vrijlating gebruikt', 'Exemption used'], unit: MONTHS },
  opvang: { name: ['Opvang', 'Childcare'] },
  'opvang.soort': { name: ['Soort opvang', 'Kind of childcare'] },
  'opvang.uren': { name: ['Uren opvang', 'Hours of childcare'], unit: ['per maand', 'a month'] },
  'opvang.uurtarief': { name: ['Uurtarief', 'Hourly rate'], unit: ['per uur', 'an hour'], money: true },
};

const choices: Record<string, Words> = {
  aanvrager: ['Aanvrager', 'Applicant'],
  partner: ['Partner', 'Partner'],
  kind: ['Kind', 'Child'],
  medebewoner: ['Medebewoner', 'Housemate'],
  huurwoning: ['Huurwoning', 'Rented'],
  koopwoning: ['Koopwoning', 'Owned'],
  inwonend: ['Inwonend', 'Living in'],
  gehuwd: ['Gehuwd of geregistreerd', 'Married or registered'],
  samenlevingscontract: ['Samenlevingscontract', 'Notarial contract'],
  samenwonend: ['Samenwonend', 'Living together'],
  dagopvang: ['Dagopvang', 'Day care'],
  bso: ['Bso', 'Out-of-school care'],
  gastouder: ['Gastouder', 'Childminder'],
  ouder: ['Ouder', 'Parent'],
  broer_zus: ['Broer of zus', 'Brother or sister'],
  geen: ['Geen', 'None'],
};

/** The short name of a field: `loon`, `woning.kale_huur` or `opvang.uren`. */
export function fieldName(field: string): string {
  const known = fields[field];
  return known ? t(...known.name) : labelOf(field);
}

/** What a field is counted in; nothing when it is not counted. */
export function fieldUnit(field: string): string {
  const unit = fields[field]?.unit;
  return unit ? t(...unit) : '';
}

/** Whether a field is an amount in euro. */
export const isMoney = (field: string) => fields[field]?.money ?? false;

/** Whether a field is an amount for a year, which people often know for a month. */
export const isYearly = (field: string) => isMoney(field) && fields[field]?.unit === YEAR;

/** The short words of a choice. */
export function choiceName(choice: string): string {
  const known = choices[choice];
  return known ? t(...known) : labelOf(choice);
}
