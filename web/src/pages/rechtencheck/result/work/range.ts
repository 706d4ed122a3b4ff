// What somebody wants to see of work: whose wage, from where to where.
import type { Mistake } from '../../../../engine/engine';
import { t } from '../../../../lib/language.svelte';
import { numberFrom } from '../../../../lib/typed';

export type Asked = { person: string; hours: boolean; from: string; to: string };

export type Range = { persoon: string; uren: boolean; van?: string; tot?: string };

/** The range for the engine, or what is wrong with a field. An empty field is left to the engine. */
export function rangeOf(asked: Asked): { range: Range } | { wrong: { from?: string; to?: string } } {
  const most = asked.hours ? 168 : 1_000_000;
  const [from, to] = [numberFrom(asked.from), numberFrom(asked.to)];
  const message = (typed: string, value: number | undefined) =>
    typed.trim() && (value === undefined || value < 0 || value > most)
      ? t(`Vul een getal in van 0 tot en met ${most}.`, `Fill in a number from 0 to ${most}.`)
      : undefined;
  const wrong = { from: message(asked.from, from), to: message(asked.to, to) };
  if (
    wrong.from === undefined &&
    wrong.to === undefined &&
    from !== undefined &&
    to !== undefined &&
    to <= from
  ) {
    wrong.to = t(
      'Vul hier een hoger getal in dan bij ‘van’.',
      'Fill in a higher number here than at ‘from’.',
    );
  }
  if (wrong.from || wrong.to)
    return { wrong: { ...(wrong.from && { from: wrong.from }), ...(wrong.to && { to: wrong.to }) } };
  const bounds = {
    ...(from !== undefined && { van: String(from) }),
    ...(to !== undefined && { tot: String(to) }),
  };
  return { range: { persoon: asked.person, uren: asked.hours, ...bounds } };
}

/** What the engine says of a range, in one sentence. */
export const saidOf = (mistakes: Mistake[]) => mistakes.map((mistake) => mistake.melding).join(' ');
