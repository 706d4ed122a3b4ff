// Names as people type them: without capitals and marks.

/** Without marks and in lower case, letter for letter: `één` is found as `een`, and places stay the same. */
export const plain = (text: string) =>
  [...text].map((letter) => letter.normalize('NFD').charAt(0).toLowerCase()).join('');

/** What somebody typed of a name. A keyboard may write a mark as a letter of its own. */
const sought = (typed: string) => plain(typed.trim().normalize('NFC'));

/** The name that was typed in full. */
export function named(names: string[], typed: string): string | undefined {
  const whole = sought(typed);
  return names.find((name) => plain(name) === whole);
}

/** The names that have what was typed, by the alphabet: those that begin with it first. */
export function namesWith(names: string[], typed: string): string[] {
  const part = sought(typed);
  const has = (test: (at: number) => boolean) =>
    names.filter((name) => test(plain(name).indexOf(part))).sort((a, b) => a.localeCompare(b, 'nl'));
  return [...has((at) => at === 0), ...has((at) => at > 0)];
}
