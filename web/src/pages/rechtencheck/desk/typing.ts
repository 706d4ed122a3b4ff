// What a field shows, and what it makes of what somebody types.
import { t } from '../../../lib/language.svelte';
import { named } from '../../../lib/plain';
import { dateFrom, FIRST_YEAR, monthFrom, numberFrom, typedFrom } from '../../../lib/typed';
import { UNKNOWN, type Value } from '../../../state/file';
import { isYearly, valueText } from '../../../texts/fields';
import { canBeUnknown, type Field } from './fields';

/** `whole` is whether it can be what somebody means; else they may be typing still. */
type Read = { value: Value | undefined; whole: boolean };

const MONTHLY = /\s*(\/|p\/?|per\s*)?\s*(m|mnd|maand|month)\.?$/i;

function amount(field: string, typed: string): number | undefined {
  const monthly = isYearly(field) && MONTHLY.test(typed);
  const number = numberFrom(monthly ? typed.replace(MONTHLY, '') : typed);
  return monthly && number !== undefined ? Math.round(number * 1200) / 100 : number;
}

/** Day, month and year as people type them: 14-3-1991, 14/03/1991, 14 maart 1991 or 14031991; also 1991-03-14. */
function partsOf(typed: string): [day: string, month: string, year: string] | undefined {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim())?.slice(1) ?? typed.trim().split(/[-/., ]+/);
  if (parts.length !== 3) return undefined;
  const [a, b, c] = parts as [string, string, string];
  return a.length === 4 ? [c, b, a] : [a, b, c];
}

/** The day that somebody typed; nothing when there is no such day. */
function dayFrom(typed: string): string | undefined {
  const parts = partsOf(typed);
  return parts && dateFrom(...parts);
}

/** What is wrong with a day: how it was typed, or that there is none such; nothing when there is. */
function dayMistake(value: string): string | undefined {
  if (dayFrom(value)) return undefined;
  const typed = shownDay(value);
  const [day = '', month = '', year = ''] = partsOf(value) ?? [];
  if (/^\d+$/.test(day) && monthFrom(month) && !/^\d{4}$/.test(year)) {
    return t(
      `Schrijf het jaar van ‘${typed}’ met vier cijfers, zoals 14-03-1991.`,
      `Write the year of ‘${typed}’ with four digits, such as 14-03-1991.`,
    );
  }
  if (!/^\d+$/.test(day) || !monthFrom(month)) {
    return t(
      `‘${typed}’ is niet te lezen als datum. Schrijf dag, maand en jaar, zoals 14-03-1991.`,
      `‘${typed}’ cannot be read as a date. Write day, month and year, such as 14-03-1991.`,
    );
  }
  if (Number(year) < FIRST_YEAR) {
    return t(
      `‘${typed}’ is te lang geleden. Controleer het jaar.`,
      `‘${typed}’ is too long ago. Check the year.`,
    );
  }
  return t(
    `‘${typed}’ is geen datum die bestaat. Controleer de dag en de maand.`,
    `‘${typed}’ is no date that exists. Check the day and the month.`,
  );
}

/** How old somebody is on a day; nothing when one of the days is none. */
export function ageOn(born: string, date: string): number | undefined {
  const form = /^\d{4}-\d{2}-\d{2}$/;
  if (!form.test(born) || !form.test(date) || born > date) return undefined;
  const birthday = date.slice(5) >= born.slice(5);
  return Number(date.slice(0, 4)) - Number(born.slice(0, 4)) - (birthday ? 0 : 1);
}

/**
 * What a field makes of what is typed in it. What it cannot read it keeps as it is: the engine refuses that, so that
 * the mistake is shown and nothing is lost.
 */
export function read(field: Field, typed: string, known: string[] = []): Read {
  const text = typed.trim();
  if (!text) return { value: field.required ? '' : undefined, whole: true };
  if (text === UNKNOWN && canBeUnknown(field)) return { value: UNKNOWN, whole: true };
  if (field.kind === 'number') {
    const number = amount(field.name, text);
    return { value: number ?? text, whole: number !== undefined };
  }
  if (field.kind === 'date') {
    const date = dayFrom(text);
    return { value: date ?? text, whole: date !== undefined };
  }
  const same = named(known, text);
  return { value: same ?? text, whole: same !== undefined };
}

/** What a field shows of a value. */
export function shown(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return typedFrom(value);
  return field.kind === 'date' ? shownDay(String(value)) : String(value);
}

const shownDay = (value: string) => value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');

/** What stands in an empty field: the form of a day, or the default. */
export function hintOf(field: Field): string {
  if (field.kind === 'date') return t('dd-mm-jjjj', 'dd-mm-yyyy');
  return field.default === undefined ? '' : shown(field, field.default);
}

/** What helps with a field: what it means, and how it can be typed quicker. */
export function helpFor(field: Field): string {
  const quick =
    field.kind === 'date'
      ? t('U kunt ook 14031991 of 14 maart 1991 typen.', 'You can type 14031991 or 14 March 1991 too.')
      : isYearly(field.name)
        ? t(
            'Per maand mag ook: typ een m achter het bedrag.',
            'By the month is fine too: type an m behind the amount.',
          )
        : '';
  // The schema tells how a file writes a day; here it is typed otherwise.
  const help = field.kind === 'date' ? `${field.help.split(/[,.]/)[0]}.` : field.help;
  const typed = field.kind === 'number' || field.kind === 'text';
  const unknown = typed && canBeUnknown(field) ? t('Niet bekend? Typ ?.', 'Not known? Type ?.') : '';
  return [help, quick, unknown].filter(Boolean).join(' ');
}

/** A mistake in plain words: what the engine says of the form of files is said here of the form of this page. */
export function mistakeText(field: Field, value: unknown, said: string): string {
  if (typeof value !== 'string' || value === '') return said;
  if (field.kind === 'number') {
    return t(
      `‘${value}’ is geen getal. Typ bijvoorbeeld 28000 of 712,50.`,
      `‘${value}’ is no number. Type 28000 or 712.50 for instance.`,
    );
  }
  return (field.kind === 'date' && dayMistake(value)) || said;
}

/** A value in words, for a list of what was filled in. */
export function told(field: Field, value: unknown): string {
  if (value === UNKNOWN) return t('niet bekend', 'not known');
  return field.kind === 'date' ? shown(field, value) : valueText(field.name, value);
}
