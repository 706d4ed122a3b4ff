// The outcomes of a household in the order in which they are shown.
import { t } from '../../../lib/language.svelte';
import type { Outcomes } from '../../../engine/answers';
import { RIGHTS } from '../../../texts/outcomes';

export const NET = 'netto_besteedbaar_inkomen_per_maand';

/** An amount, of the household or of somebody in it. */
export type Amount = { outcome: string; person: string | null; amount: number | null };
export type Part = { title: string; amounts: Amount[] };

/** All rights, as far as the outcomes have them. */
export const rightsOf = (outcomes: Outcomes): Amount[] =>
  RIGHTS.filter((name) => name in outcomes.huishouden).map((outcome) => ({
    outcome,
    person: null,
    amount: outcomes.huishouden[outcome]!,
  }));

/** What else was worked out: of the household and of each person. */
export function othersOf(outcomes: Outcomes): Part[] {
  const rights: readonly string[] = RIGHTS;
  const list = (amounts: Record<string, number | null>, person: string | null) =>
    Object.entries(amounts)
      .filter(([outcome]) => person !== null || (!rights.includes(outcome) && outcome !== NET))
      .map(([outcome, amount]) => ({ outcome, person, amount }));
  return [
    {
      title: t('Andere bedragen van het huishouden', 'Other amounts of the household'),
      amounts: list(outcomes.huishouden, null),
    },
    ...Object.entries(outcomes.personen).map(([name, amounts]) => ({
      title: t(`Bedragen van ${name}`, `Amounts of ${name}`),
      amounts: list(amounts, name),
    })),
  ];
}
