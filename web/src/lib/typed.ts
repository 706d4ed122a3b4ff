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

/** A day as `jjjj-mm-dd`, of three fields that were filled in; nothing when there is no such day. */
export function dateFrom(day: string, month: string, year: string): string | undefined {
  const [d, m, y] = [day, month, year].map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : NaN));
  const date = new Date(Date.UTC(y!, m! - 1, d));
  const exists =
    y! > 1880 && date.getUTCFullYear() === y && date.getUTCMonth() === m! - 1 && date.getUTCDate() === d;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
