// Amounts, dates and names as people read them, in the language of the page.
import { t } from './language.svelte';

const locale = () => t('nl-NL', 'en-NL');

/** An amount in euro: whole euros without cents. */
export function euro(amount: number | null | undefined): string {
  if (amount === null || amount === undefined) return t('onbekend', 'unknown');
  const cents = Math.round(amount * 100) % 100 !== 0;
  const form = {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents ? 2 : 0,
    maximumFractionDigits: 2,
  } as const;
  const shown = new Intl.NumberFormat(locale(), form).format(Math.abs(amount));
  return amount < -0.005 ? `− ${shown}` : shown;
}

/** An amount with its sign: + or −. */
export function signed(amount: number): string {
  const shown = euro(Math.abs(amount));
  return Math.abs(amount) < 0.005 ? shown : `${amount < 0 ? '−' : '+'} ${shown}`;
}

/** Two amounts between which one lies. */
export const between = (low: number, high: number) =>
  t(`van ${euro(low)} tot ${euro(high)}`, `from ${euro(low)} to ${euro(high)}`);

/** Two amounts between which one lies, in whole euros around them. */
export const aboutBetween = ([low, high]: [low: number, high: number]) =>
  between(Math.floor(low + 0.005), Math.ceil(high - 0.005));

/** A share of 1 as a percentage. */
export const percent = (share: number, digits = 0) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share);

/** A day such as 2026-01-15 in words. */
export function day(date: string): string {
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(), form).format(new Date(`${date}T00:00:00Z`));
}

/** The text with a capital in front. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** An amount in whole euros, for a chart. */
export const round = (amount: number) => euro(Math.round(amount));

/** A number that is no amount, with its thousands apart. */
export const count = (value: number) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);

/** A number with its unit as people write them: `€ 58.185`, `1,912%`. */
export function quantity(value: number, unit: string): string {
  if (unit.startsWith('€')) return `${euro(value)}${unit.slice(1)}`;
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: 20 }).format(value);
  if (unit.startsWith('%')) return `${number}${unit}`;
  return `${number} ${unit}`.trim();
}

/** The month of a moment, short. */
export const monthOf = (date: Date) =>
  new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' }).format(date);

/** The months, from January on. */
export const months = () =>
  Array.from({ length: 12 }, (_, at) =>
    new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, at, 1)),
    ),
  );
