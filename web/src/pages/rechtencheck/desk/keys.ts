// Keys that do something on the desk. All with Alt, so that typing never starts one.
import { t } from '../../../lib/language.svelte';

export type Action =
  | 'new'
  | 'open'
  | 'example'
  | 'copy'
  | 'save'
  | 'close'
  | 'rename'
  | 'person'
  | 'find'
  | 'outcome'
  | 'mistake'
  | 'compare'
  | 'result'
  | 'keys';

/** Every key with what it does, in the order of the list. */
export const KEYS: { key: string; action: Action; text: [string, string] }[] = [
  { key: 'N', action: 'new', text: ['Nieuw huishouden', 'New household'] },
  { key: 'O', action: 'open', text: ['Open bestanden', 'Open files'] },
  { key: 'B', action: 'example', text: ['Voorbeeld openen', 'Open an example'] },
  { key: 'K', action: 'copy', text: ['Kopie van dit huishouden', 'Copy of this household'] },
  { key: 'S', action: 'save', text: ['Bewaar als bestand', 'Save as a file'] },
  { key: 'W', action: 'close', text: ['Sluit dit huishouden', 'Close this household'] },
  { key: 'R', action: 'rename', text: ['Geef een andere naam', 'Give another name'] },
  { key: 'P', action: 'person', text: ['Persoon erbij', 'Add a person'] },
  { key: 'Z', action: 'find', text: ['Zoek een veld', 'Find a field'] },
  { key: 'U', action: 'outcome', text: ['Naar de uitkomst', 'To the outcome'] },
  {
    key: 'F',
    action: 'mistake',
    text: ['Naar de eerste fout, of wat nog mist', 'To the first mistake, or what is missing'],
  },
  { key: 'V', action: 'compare', text: ['Vergelijk twee huishoudens', 'Compare two households'] },
  { key: 'T', action: 'result', text: ['Toon als uitkomst', 'Show as outcome'] },
  { key: 'H', action: 'keys', text: ['Deze lijst', 'This list'] },
];

/** How a screen reader is told of the key. */
export const keyOf = (action: Action) => `Alt+${KEYS.find((one) => one.action === action)!.key}`;

/** What a key press asks for: an action, or the household with a number. */
export function pressed(event: KeyboardEvent): Action | number | undefined {
  const alone = event.altKey && !event.ctrlKey && !event.metaKey && !event.getModifierState('AltGraph');
  if (!alone || event.shiftKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit) return Number(digit) - 1;
  // With Alt some keyboards make another character; then the place of the key counts.
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace('Key', '');
  return KEYS.find((one) => one.key === letter)?.action;
}

export const textOf = (action: Action) => t(...KEYS.find((one) => one.action === action)!.text);
