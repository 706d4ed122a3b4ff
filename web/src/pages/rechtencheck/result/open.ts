// What is still open: what was not asked yet, and what somebody did not know. As long as something is, an outcome
// that hangs on it is not one amount, but lies between two.
import { ask } from '../../../engine/engine';
import type { Reach } from '../../../engine/answers';
import { check } from '../../../state/check.svelte';
import type { HouseholdFile } from '../../../state/file';
import { open, setup } from '../flow';

/** Between which amounts each outcome lies, and how many questions are left. */
export type Open = { reach: Reach[]; left: number };

export async function openOf(file: HouseholdFile): Promise<Open> {
  const unknown = check.openPlaces();
  const opened = check.trail.includes('bestand');
  // A file tells all of a household: what it leaves out is as the format has it.
  if (opened && unknown.length === 0) return { reach: [], left: 0 };
  const first = opened ? [] : setup().filter((step) => !check.trail.includes(step.id));
  const asked = await ask({ vraag: 'vragen', weet_niet: unknown }, file);
  return { reach: asked.uitkomsten, left: first.length + open(asked, undefined).length };
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
