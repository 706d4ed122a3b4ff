// What would give a right, in words.
import type { Change } from '../engine/answers';
import { t } from '../lib/language.svelte';
import { capital, euro } from '../lib/wording';

/** One change: of an amount with its limit, or of a fact that is said as it would be. */
export function changeText(change: Change): string {
  const fact = capital(change.gegeven);
  if (typeof change.grens === 'boolean') return fact;
  const limit = euro(change.grens);
  return change.soort === 'hoger'
    ? t(`${fact}: ten minste ${limit}`, `${fact}: at least ${limit}`)
    : t(`${fact}: ten hoogste ${limit}`, `${fact}: at most ${limit}`);
}
