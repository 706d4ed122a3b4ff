// What differs between two households: what came out, and what was filled in.
import type { Outcomes } from '../../../engine/answers';
import type { Case } from '../../../state/case.svelte';
import { NET, othersOf, rightsOf, type Amount } from './amounts';
import { entriesOf, type Entry } from './entries';
import type { Fields } from './fields';

/** The same outcome of both; one of them may not have it. `main` is the net income and every right. */
export type Pair = {
  key: string;
  outcome: string;
  person: string | null;
  main: boolean;
  first: Amount | undefined;
  second: Amount | undefined;
};

const keyOf = (amount: Amount) => `${amount.person ?? ''}:${amount.outcome}`;

function mainOf(outcomes: Outcomes): Amount[] {
  return [{ outcome: NET, person: null, amount: outcomes.huishouden[NET] ?? null }, ...rightsOf(outcomes)];
}

/** All outcomes of both, side by side: the main ones first. */
export function pairsOf(first: Outcomes | undefined, second: Outcomes | undefined): Pair[] {
  const sides = [first, second].map((outcomes) => {
    const main = outcomes ? mainOf(outcomes) : [];
    const others = outcomes ? othersOf(outcomes).flatMap((part) => part.amounts) : [];
    return { main, all: new Map([...main, ...others].map((amount) => [keyOf(amount), amount])) };
  });
  const main = new Set(sides.flatMap((side) => side.main.map(keyOf)));
  const keys = new Set([...main, ...sides.flatMap((side) => [...side.all.keys()])]);
  return [...keys].map((key) => {
    const [one, other] = sides.map((side) => side.all.get(key));
    const { outcome, person } = (one ?? other)!;
    return { key, outcome, person, main: main.has(key), first: one, second: other };
  });
}

export const differs = (pair: Pair) => pair.first?.amount !== pair.second?.amount;

/** How much more the second is; nothing when one of them is not known. */
export function gap({ first, second }: Pair): number | null {
  const [a, b] = [first?.amount, second?.amount];
  return typeof a === 'number' && typeof b === 'number' ? b - a : null;
}

/** What counts at a field: what is left out counts as its default. */
const counts = (one: Case, { field, place }: Entry) => JSON.stringify(one.get(place) ?? field.default);

/** The fields that were filled in otherwise. */
export function factsOf(first: Case, second: Case, fields: Fields): Entry[] {
  const all = [first, second].flatMap((one) => entriesOf(one.file, fields));
  const places = new Map(all.map((entry) => [entry.place, entry]));
  return [...places.values()].filter(
    (entry) => entry.field.kind !== 'list' && counts(first, entry) !== counts(second, entry),
  );
}
