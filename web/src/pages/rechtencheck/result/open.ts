// What is still open: what was not asked yet, and what somebody did not know. As long as something is, an outcome
// that hangs on it is not one amount, but lies between two.
import type { Reach } from '../../../engine/answers';
import { check } from '../../../state/check.svelte';
import { open, questions, setup } from '../flow';

/** Between which amounts each outcome lies, which remarks may hold or not, and how many questions are left. */
export type Open = { reach: Reach[]; remarks: string[]; left: number };

export async function openOf(): Promise<Open> {
  // A file tells all of a household: what it leaves out is as the format has it.
  if (check.complete && check.unknown.length === 0) return { reach: [], remarks: [], left: 0 };
  const first = check.complete ? [] : setup().filter((step) => !check.trail.includes(step.id));
  const asked = await questions();
  // What nobody knows is asked only to whom wants to fill it in after all.
  const left = check.complete ? 0 : first.length + open(asked, undefined).length;
  return { reach: asked.uitkomsten, remarks: asked.opmerkingen, left };
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
