// Which names fit what somebody is typing. Names hold spaces, so more words than the last one may belong to it.
import type { Name } from '../../../engine/rulebook';

const MOST = 60;
const WORDS = 7;

const shortestFirst = (names: Name[]) =>
  [...names].sort((one, other) => one.naam.length - other.naam.length).slice(0, MOST);

/** The names that fit the end of a text, and where in the text they begin; nothing when there are none. */
export function namesFor(
  names: Name[],
  text: string,
  asked: boolean,
): { from: number; names: Name[] } | null {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}'-])[\p{L}\p{N}']/gu)].map((match) => match.index);
  // The longest piece that begins a name says most.
  for (const from of starts.slice(-WORDS)) {
    const typed = text.slice(from).toLowerCase();
    if (typed.length < 2) continue;
    const fitting = names.filter((name) => {
      const whole = name.naam.toLowerCase();
      return whole.startsWith(typed) && whole !== typed;
    });
    if (fitting.length > 0) return { from, names: shortestFirst(fitting) };
  }
  const last = starts.at(-1);
  const typed = last === undefined ? '' : text.slice(last).toLowerCase();
  if (last !== undefined && typed.length > 2 && !/\s$/.test(typed)) {
    const holding = names.filter((name) => name.naam.toLowerCase().includes(typed) && name.naam !== typed);
    if (holding.length > 0) return { from: last, names: shortestFirst(holding) };
  }
  return asked ? { from: text.length, names: names.slice(0, MOST) } : null;
}
