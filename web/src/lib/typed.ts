// Amounts and days as people type them.
import { t } from './language.svelte';

/** A number as Dutch people write it: `1.234,56`, `1234.56`, `1234` or `1.234,-`. Nothing when it is none. */
export function numberFrom(typed: string): number | undefined {
  const text = typed
    .replace(/[\s€\u00a0]/g, '')
    .replace('−', '-')
    .replace(/,[-–]+$/, '');
  const dutch = /^-?\d{1,3}(\.\d{3})+(,\d{1,2})?$/;
  const plain = /^-?\d+([.,]\d{1,2})?$/;
  if (dutch.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (plain.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

/** A number to type further in. */
export const typedFrom = (value: unknown) =>
  typeof value === 'number' ? String(value).replace('.', t(',', '.')) : '';

const number = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed) : NaN);

/** Who lives was born in this year or later. */
export const FIRST_YEAR = 1881;

/** The names of the months, in Dutch and in English. */
const MONTHS = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'mrt', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
];

/** A month from 1 on, as a number or by its name; three letters of it are enough. */
export function monthFrom(typed: string): number {
  const name = typed.trim().toLowerCase().replace(/\.$/, '');
  const at = name.length < 3 ? -1 : MONTHS.findIndex((names) => names.some((one) => one.startsWith(name)));
  return at < 0 ? number(typed) : at + 1;
}

/** A day as `jjjj-mm-dd`, of three fields that were filled in; nothing when there is no such day. */
export function dateFrom(day: string, month: string, year: string): string | undefined {
  const [d, m, y] = [number(day), monthFrom(month), number(year)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists =
    y >= FIRST_YEAR && date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
