// What schemes and amounts are called on the page.
import { t } from '../lib/language.svelte';
import { personal } from './personal';

type Name = [dutch: string, english: string];

const names: Record<string, Name> = {
  zorgtoeslag: ['Zorgtoeslag', 'Healthcare benefit (zorgtoeslag)'],
  huurtoeslag: ['Huurtoeslag', 'Rent benefit (huurtoeslag)'],
  kindgebonden_budget: ['Kindgebonden budget', 'Child budget (kindgebonden budget)'],
  kinderopvangtoeslag: ['Kinderopvangtoeslag', 'Childcare benefit (kinderopvangtoeslag)'],
  kinderbijslag: ['Kinderbijslag', 'Child benefit (kinderbijslag)'],
  bijstand: ['Bijstand', 'Social assistance (bijstand)'],
  aio: ['Aanvulling op de AOW (AIO)', 'Supplement to the AOW (AIO)'],
  studietoeslag: ['Studietoeslag', 'Study allowance (studietoeslag)'],
  kwijtschelding: ['Kwijtschelding van gemeentelijke belastingen', 'Remission of municipal taxes'],
  individuele_inkomenstoeslag: ['Individuele inkomenstoeslag', 'Individual income supplement'],
  gemeente_meedoenregeling: ['Meedoenregeling van de gemeente', 'Participation scheme of the municipality'],
  gemeente_zorgverzekering: ['Zorgverzekering via de gemeente', 'Health insurance through the municipality'],
  gemeente_kindregeling: ['Kindregeling van de gemeente', 'Scheme of the municipality for children'],
  gemeente_energietoeslag: ['Energietoeslag', 'Energy allowance'],
  netto_besteedbaar_inkomen: ['Netto besteedbaar inkomen', 'Net disposable income'],
  eigen_inkomen: ['Eigen inkomen na belasting', 'Own income after tax'],
  kosten_kinderopvang: ['Kosten van de kinderopvang', 'Costs of childcare'],
  aow_bruto: ['AOW, bruto', 'State pension (AOW), gross'],
  aow_netto: ['AOW, netto', 'State pension (AOW), net'],
  aow: ['AOW', 'State pension (AOW)'],
  inkomensafhankelijke_combinatiekorting: ['Combinatiekorting', 'Tax credit for working parents'],
  arbeidskorting: ['Arbeidskorting', 'Tax credit for work'],
  algemene_heffingskorting: ['Algemene heffingskorting', 'General tax credit'],
  minimumloon: ['Minimumloon', 'Minimum wage'],
  bijstandsnorm: ['Bijstandsnorm', 'Norm of social assistance'],
  beslagvrije_voet: ['Beslagvrije voet', 'Amount safe from seizure'],
};

const periods: Record<string, Name> = {
  maand: ['per maand', 'per month'],
  kwartaal: ['per kwartaal', 'per quarter'],
  jaar: ['per jaar', 'per year'],
  uur: ['per uur', 'per hour'],
};

const form = /^(.*)_per_(maand|kwartaal|jaar|uur)$/;

/** The scheme of an outcome: `zorgtoeslag` of `zorgtoeslag_per_maand`. */
export const schemeOf = (outcome: string) => form.exec(outcome)?.[1] ?? outcome;

/** What an outcome or scheme is called, without its period. */
export function nameOfOutcome(outcome: string): string {
  const stem = schemeOf(outcome);
  const known = names[stem];
  const plain = stem.replaceAll('_', ' ');
  return known ? t(...known) : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The period an outcome is of: `per maand`. */
export function periodOf(outcome: string): string {
  const period = form.exec(outcome)?.[2];
  return period ? t(...periods[period]!) : '';
}

/** A remark of the engine without the names of outcomes that are for programs: between brackets they stand behind their
 * meaning; in front they are what the remark is about. */
export const plainRemark = (remark: string) =>
  personal(
    remark
      .replace(/ \([a-z_]+_per_(?:maand|kwartaal|jaar|uur)\)/g, '')
      .replace(/^([a-z0-9]+(?:_[a-z0-9]+)+): /, (_, name: string) =>
        `${nameOfOutcome(name)} ${periodOf(name)}`.trim().concat(': '),
      ),
  );

/** The rights, in the order in which they are shown, by the outcome that says most to people. */
export const RIGHTS = [
  'zorgtoeslag_per_maand',
  'huurtoeslag_per_maand',
  'kindgebonden_budget_per_maand',
  'kinderbijslag_per_kwartaal',
  'kinderopvangtoeslag_per_maand',
  'bijstand_per_maand',
  'aio_per_maand',
  'studietoeslag_per_maand',
  'individuele_inkomenstoeslag_per_jaar',
  'gemeente_meedoenregeling_per_jaar',
  'gemeente_zorgverzekering_per_jaar',
  'gemeente_kindregeling_per_jaar',
  'gemeente_energietoeslag_per_jaar',
  'kwijtschelding_per_jaar',
] as const;
