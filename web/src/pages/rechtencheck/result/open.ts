// What is still open: what was not asked yet, and what somebody did not know. As long as something is, an outcome
// that hangs on it is not one amount, but lies between two.
import type { Reach } from '../../../engine/answers';
import { check } from '../../../state/check.svelte';
import { hangsOnUnknown, open, questions, setup } from '../flow';

export type Open = {
  /** Between which amounts each outcome lies. */
  reach: Reach[];
  /** Which remarks may hold or not. */
  remarks: string[];
  /** The places of what is open. */
  places: string[];
  /** Of that the fields that nobody knows. */
  unknown: string[];
  /** How many questions are left. */
  left: number;
};

export const NOTHING_OPEN: Open = { reach: [], remarks: [], places: [], unknown: [], left: 0 };

export async function openOf(): Promise<Open> {
  // A file tells all of a household: what it leaves out is as the format has it.
  if (check.complete && check.unknown.length === 0) return NOTHING_OPEN;
  const first = check.complete ? [] : setup().filter((step) => !check.trail.includes(step.id));
  const unknown = check
    .unknownPlaces()
    .map((place) => ({ place, ...check.at(place) }))
    .filter(({ owner, field }) => !hangsOnUnknown(owner, field));
  const asked = await questions();
  const places = [...asked.vragen.map((question) => question.veld), ...asked.onbekend];
  return {
    reach: asked.uitkomsten,
    remarks: asked.opmerkingen,
    places,
    unknown: unknown.filter(({ place }) => places.includes(place)).map(({ field }) => field),
    // What nobody knows is asked only to whom wants to fill it in after all.
    left: check.complete ? 0 : first.length + open(asked, undefined).length,
  };
}

export type Range = [low: number, high: number];

/** Between which amounts an outcome lies; nothing when it is certain. */
export function rangeOf(reach: Reach[], outcome: string, person: string | null = null): Range | undefined {
  const found = reach.find((one) => one.uitkomst === outcome && one.persoon === person && !one.bekend);
  if (!found || found.laag === null || found.hoog === null || found.laag === found.hoog) return undefined;
  return [found.laag, found.hoog];
}

export type Verdict = 'has' | 'maybe' | 'none' | 'unknown';

/** Whether there is a right: only when there is one whatever the open answers are. */
export function verdictOf(amount: number | null | undefined, range: Range | undefined): Verdict {
  if (range && range[1] > 0) return range[0] > 0 ? 'has' : 'maybe';
  if (amount === null || amount === undefined) return 'unknown';
  return amount > 0 ? 'has' : 'none';
}
