// The breakpoints of working more, with the rules as they are and with a draft, side by side.
import type { WorkBreak } from '../../../engine/answers';

export type Pair = {
  before: WorkBreak | undefined;
  after: WorkBreak | undefined;
  state: 'zelfde' | 'anders' | 'nieuw' | 'weg';
};

/** How far apart in gross wage two breakpoints of one rule may stand and still be the same one that moved. */
const NEAR = 3000;
/** A share of an extra euro as it is shown: in whole cents. */
export const cents = (slope: number | null) => (slope === null ? '?' : String(Math.round(slope * 100)));

const close = (one: number | null, other: number | null, margin: number) =>
  one === other || (one !== null && other !== null && Math.abs(one - other) < margin);

const sameSlope = (one: number | null, other: number | null) =>
  close(one, other, 0.005) || cents(one) === cents(other);

/** Whether two breakpoints are the same as they are shown: of a jump that is its place and its height, and not the slopes
 * beside it, which are of other rules. */
const same = (one: WorkBreak, other: WorkBreak) =>
  close(one.bruto, other.bruto, 1) &&
  (one.soort === 'sprong'
    ? close(one.bedrag, other.bedrag, 0.5)
    : sameSlope(one.helling_voor, other.helling_voor) && sameSlope(one.helling_na, other.helling_na));

/** Every breakpoint once, in the order of the gross wage. */
export function paired(before: WorkBreak[], after: WorkBreak[]): Pair[] {
  const left = [...before];
  const pairs = after.map((one): Pair => {
    const alike = left.filter(
      (other) =>
        other.soort === one.soort && other.regel === one.regel && close(other.bruto, one.bruto, NEAR),
    );
    const near = alike.sort((a, b) => Math.abs(a.bruto - one.bruto) - Math.abs(b.bruto - one.bruto))[0];
    if (!near) return { before: undefined, after: one, state: 'nieuw' };
    left.splice(left.indexOf(near), 1);
    return { before: near, after: one, state: same(near, one) ? 'zelfde' : 'anders' };
  });
  const gone = left.map((one): Pair => ({ before: one, after: undefined, state: 'weg' }));
  const at = (pair: Pair) => (pair.after ?? pair.before)!.bruto;
  return [...pairs, ...gone].sort((one, other) => at(one) - at(other));
}
