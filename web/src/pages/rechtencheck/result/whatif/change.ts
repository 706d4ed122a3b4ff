// A change to try out: what is asked about it, and the household it makes. Never of the visitor's own answers.
import { t } from '../../../../lib/language.svelte';
import { numberFrom } from '../../../../lib/typed';
import type { HouseholdFile } from '../../../../state/file';

/** What somebody filled in at a field. */
export type Entry = { text: string; period: 'jaar' | 'maand'; date: [string, string, string] };
export type Entries = Record<string, Entry>;

export type Question = {
  id: string;
  kind: 'amount' | 'select' | 'date' | 'municipality';
  label: string;
  help?: string;
  /** Whether an amount a year may be given per month. */
  monthly?: boolean;
  unit?: string;
  options?: { value: string; text: string }[];
  /** What stands there at first. */
  first?: string;
  /** Where in the file the answer goes: a mistake that the engine finds there is of this field. */
  place?: string;
};

export type Made = {
  file: HouseholdFile;
  /** What it is called above its column. */
  title: string;
  /** What is taken for granted. */
  notes: string[];
  /** Whether it can become the household of the visitor. */
  real: boolean;
};
export type Wrong = { wrong: Record<string, string> };

export type Change = {
  id: string;
  name: string;
  questions: (entries: Entries) => Question[];
  make: (entries: Entries) => Made | Wrong | Promise<Made | Wrong>;
};

export const copy = (file: HouseholdFile): HouseholdFile => structuredClone(file);

export const emptyEntry = (first = ''): Entry => ({ text: first, period: 'jaar', date: ['', '', ''] });

/** An amount a year of what was filled in; an empty field is 0 when it may be left empty. */
export function amountOf(entry: Entry | undefined, optional = false): number | undefined {
  if (!entry || (optional && !entry.text.trim())) return optional ? 0 : undefined;
  const number = numberFrom(entry.text);
  if (number === undefined || number < 0) return undefined;
  return Math.round(number * (entry.period === 'maand' ? 12 : 1) * 100) / 100;
}

export const notAnAmount = () =>
  t(
    'Vul een getal in van 0 of hoger, zoals 1200 of 1.250,75.',
    'Fill in a number of 0 or more, such as 1200 or 1250.75.',
  );
