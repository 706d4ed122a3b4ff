// What the letter says of the outcome: which rights, how much, and how sure.
import { ask } from '../../../../engine/engine';
import type { Certainty, Outcomes, Reach } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { euro } from '../../../../lib/wording';
import { check } from '../../../../state/check.svelte';
import type { HouseholdFile } from '../../../../state/file';
import { nameOfOutcome, periodOf, RIGHTS, schemeOf } from '../../../../texts/outcomes';

export type Told = { outcomes: Outcomes; certainty: Certainty; reach: Reach[] };

export async function toldOf(file: HouseholdFile): Promise<Told> {
  const open = check.openPlaces();
  const outcomes = await ask({ vraag: 'bereken' }, file);
  const certainty = await ask({ vraag: 'zekerheid' }, file);
  // With everything answered an amount stands; else it lies between two.
  const reach = open.length > 0 ? (await ask({ vraag: 'vragen', weet_niet: open }, file)).uitkomsten : [];
  return { outcomes, certainty, reach };
}

const SURE: Record<string, [string, string]> = {
  achteraf: ['Voorlopig; na het jaar definitief', 'Provisional; final after the year'],
  per_maand: ['Elke maand opnieuw bepaald', 'Set anew every month'],
  nooit: ['Hangt niet af van het inkomen', 'Does not depend on the income'],
  eigen_regels: ['Eigen regels van de gemeente', 'Rules of the municipality'],
};

/** The pension of the state is of a person, not of the household. */
const AOW = 'aow_netto_per_maand';

export type Right = { id: string; name: string; amount: string; period: string; sure: string };

/** The rights that there are or may be, those that there are not, and those that are unknown. */
export function rightsOf({ outcomes, certainty, reach }: Told): {
  has: Right[];
  none: string[];
  unknown: string[];
} {
  const [has, none, unknown]: [Right[], string[], string[]] = [[], [], []];
  for (const [person, amounts] of Object.entries(outcomes.personen)) {
    const amount = amounts[AOW] ?? 0;
    const name = `${nameOfOutcome(AOW)} ${t('van', 'of')} ${person}`;
    if (amount > 0)
      has.push({
        id: `${AOW}:${person}`,
        name,
        amount: euro(amount),
        period: periodOf(AOW),
        sure: t(...SURE['nooit']!),
      });
  }
  for (const id of RIGHTS) {
    const amount = outcomes.huishouden[id];
    const range = reach.find((one) => one.uitkomst === id && one.persoon === null && !one.bekend);
    const name = nameOfOutcome(id);
    const [low, high] = [range?.laag ?? null, range?.hoog ?? null];
    const open = low !== null && high !== null && low !== high;
    if (open && high > 0) {
      const between = `${euro(low)} ${t('tot', 'to')} ${euro(high)}`;
      const sure = t('Hangt af van wat niet bekend is', 'Depends on what is not known');
      has.push({ id, name, amount: between, period: periodOf(id), sure });
    } else if (amount === null || amount === undefined) {
      unknown.push(name);
    } else if (amount > 0) {
      const settled = certainty.regelingen.find((one) => one.regeling === schemeOf(id))?.afgerekend ?? '';
      const sure = SURE[settled];
      has.push({ id, name, amount: euro(amount), period: periodOf(id), sure: sure ? t(...sure) : '' });
    } else {
      none.push(name);
    }
  }
  return { has, none, unknown };
}
