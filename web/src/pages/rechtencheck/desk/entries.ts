// Every field of a household, with its place in the file and whose it is: to search, to jump to, to list.
import { t } from '../../../lib/language.svelte';
import { capital } from '../../../lib/wording';
import type { Case, CaseMistake } from '../../../state/case.svelte';
import { nameOf, type HouseholdFile, type Person } from '../../../state/file';
import { fieldName } from '../../../texts/fields';
import { fieldsFor, type Field, type Fields } from './fields';
import { mistakeText } from './typing';

export type Entry = { place: string; field: Field; who: string; name: string };

/** What is wrong, at which field; without an entry it is of something that has no field. */
export type Wrong = { entry: Entry | undefined; text: string; place: string };

const PEOPLE = 'huishouden.personen';

export const idOf = (place: string) => `veld-${place.replace(/\W+/g, '-')}`;

export const whoIs = (file: HouseholdFile, position: number) => capital(nameOf(file, position));

/** All fields there are for a household, in the order of the form. */
export function entriesOf(file: HouseholdFile, fields: Fields): Entry[] {
  const entry = (field: Field, place: string, who: string): Entry => ({
    place,
    field,
    who,
    name: fieldName(field.name),
  });
  const household = [...fields.household, ...fields.home].map((field) =>
    entry(field, `huishouden.${field.name}`, field.name.startsWith('woning.') ? t('Woning', 'Home') : ''),
  );
  const people = file.huishouden.personen.flatMap((person, position) => {
    const place = `huishouden.personen[${position}]`;
    const who = whoIs(file, position);
    return fieldsFor(fields, person).flatMap((field) => [
      entry(field, `${place}.${field.name}`, who),
      ...(field.kind === 'list' ? (person.opvang ?? []) : []).flatMap((_, item) =>
        field.parts.map((part) => entry(part, `${place}.${part.name.replace('.', `[${item}].`)}`, who)),
      ),
    ]);
  });
  return [entry(fields.date, 'rekendatum', ''), ...household, ...people];
}

/** Where a mistake is shown: at the field it is about, or at the name of the person it is about. */
function entryOf(place: string, entries: Entry[]): Entry | undefined {
  const own = entries.filter(
    ({ place: of }) => place === of || place.startsWith(`${of}[`) || place.startsWith(`${of}.`),
  );
  const person = /^huishouden\.personen\[\d+\]$/.exec(place)?.[0];
  return own.at(-1) ?? entries.find((entry) => entry.place === `${person}.naam`);
}

/** The place of the field that a mistake is about: of what nobody knows, that of the field that is listed. */
function fieldAt(one: Case, place: string): string {
  const listed = /^(.*)\.onbekend\[\d+\]$/.exec(place);
  return listed ? `${listed[1]}.${String(one.get(place))}` : place;
}

/** A mistake that is of no field: what it says in the words of the file is said here in those of the page. */
function plainly({ plaats, melding, value }: CaseMistake): string {
  const people = plaats === PEOPLE && Array.isArray(value) ? (value as Person[]) : [];
  if (people.length === 0 || people.some((person) => person.rol === 'aanvrager')) return melding;
  return t(
    'Er is geen aanvrager. Zet er een aanvrager bij, of kies bij één persoon de rol aanvrager.',
    'There is no applicant. Add an applicant, or choose the role of applicant for one person.',
  );
}

export type Judged = { wrong: Wrong[]; open: Entry[] };

/** What is wrong with a household; and of whom the day of birth is still to be filled in, which is no mistake yet. */
export function judge(one: Case, entries: Entry[]): Judged {
  const isEmpty = (field: Field | undefined, value: unknown) => field?.kind === 'date' && value === '';
  const wrong = one.mistakes.flatMap((mistake) => {
    const entry = entryOf(fieldAt(one, mistake.plaats), entries);
    if (isEmpty(entry?.field, mistake.value)) return [];
    const text = entry ? mistakeText(entry.field, mistake.value, mistake.melding) : plainly(mistake);
    return [{ entry, text, place: mistake.plaats }];
  });
  return { wrong, open: entries.filter(({ field, place }) => isEmpty(field, one.get(place))) };
}

/** Something in the file that has no field, and that can be taken out. */
export const isStray = (one: Case, { entry, place }: Wrong) =>
  !entry &&
  /\.[^.\]]+$/.test(place) &&
  !/^huishouden(\.personen|\.woning)?$/.test(place) &&
  one.get(place) !== undefined;
