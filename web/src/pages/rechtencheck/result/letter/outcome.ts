// What the letter says of the outcome: which rights, how much, and how sure.
import { ask } from '../../../../engine/engine';
import type { Certainty, Outcomes } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { between, capital, euro } from '../../../../lib/wording';
import type { HouseholdFile } from '../../../../state/file';
import { nameOfOutcome, periodOf, RIGHTS, schemeOf } from '../../../../texts/outcomes';
import { ofWhom } from '../../../../texts/personal';
import { openOf, rangeOf, verdictOf, type Open } from '../open';

export type Told = { outcomes: Outcomes; certainty: Certainty; open: Open };

export async function toldOf(file: HouseholdFile): Promise<Told> {
  const open = await openOf();
  const outcomes = await ask({ vraag: 'bereken' }, file);
  const certainty = await ask({ vraag: 'zekerheid' }, file);
  return { outcomes, certainty, open };
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

/** The rights that there are, those that there may be, those that there are not, and those that are unknown. */
export function rightsOf({ outcomes, certainty, open }: Told): {
  has: Right[];
  maybe: Right[];
  none: string[];
  unknown: string[];
} {
  const [has, maybe, none, unknown]: [Right[], Right[], string[], string[]] = [[], [], [], []];
  for (const [person, amounts] of Object.entries(outcomes.personen)) {
    const amount = amounts[AOW] ?? 0;
    const name = capital(ofWhom(nameOfOutcome(AOW), person));
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
    const range = rangeOf(open.reach, id);
    const verdict = verdictOf(amount, range);
    const name = nameOfOutcome(id);
    if (verdict === 'unknown') unknown.push(name);
    else if (verdict === 'none') none.push(name);
    else {
      const settled = certainty.regelingen.find((one) => one.regeling === schemeOf(id))?.afgerekend ?? '';
      const sure: [string, string] | undefined = range
        ? ['Hangt af van wat nog open is', 'Depends on what is still open']
        : SURE[settled];
      const shown = range ? between(...range) : euro(amount);
      const right = { id, name, amount: shown, period: periodOf(id), sure: sure ? t(...sure) : '' };
      (verdict === 'has' ? has : maybe).push(right);
    }
  }
  return { has, maybe, none, unknown };
}
