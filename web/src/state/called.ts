// What children and housemates are called who have no name: in the file that the engine reads as on the page, in the
// language of the page. The file that somebody saves leaves it out.
import { t } from '../lib/language.svelte';
import { nameOf, type HouseholdFile, type Person } from './file';

const WORDS: Partial<Record<Person['rol'], [dutch: string, english: string]>> = {
  kind: ['kind', 'child'],
  medebewoner: ['huisgenoot', 'housemate'],
};

/** ‘huisgenoot 2’, for the second in this role; nothing for who is alone in a role. */
export function calledAs(role: Person['rol'], count: number): string | undefined {
  const words = WORDS[role];
  return words && `${t(...words)} ${count}`;
}

/** The household with names changed, also where a parent is named. */
function renamed(file: HouseholdFile, nameFor: (person: Person, count: number) => string | undefined) {
  const { personen } = file.huishouden;
  const before = personen.map((_, at) => nameOf(file, at));
  personen.forEach((person, at) => {
    const count = personen.slice(0, at + 1).filter((other) => other.rol === person.rol).length;
    const name = nameFor(person, count);
    if (name === undefined) delete person.naam;
    else person.naam = name;
  });
  const names = new Map(before.map((name, at) => [name, nameOf(file, at)]));
  for (const person of personen) {
    if (person.ouders) person.ouders = person.ouders.map((name) => names.get(name) ?? name);
  }
  return file;
}

/** Names who has no name as the page does. */
export const withNames = (file: HouseholdFile): HouseholdFile =>
  renamed(file, (person, count) => person.naam ?? calledAs(person.rol, count));

/** Takes the names off again that are not somebody’s own. */
export const withOwnNames = (file: HouseholdFile): HouseholdFile =>
  renamed(file, (person, count) =>
    WORDS[person.rol]?.some((word) => person.naam === `${word} ${count}`) ? undefined : person.naam,
  );
