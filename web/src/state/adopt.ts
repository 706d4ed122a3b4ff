// Takes a household that was tried out over into the answers, keeping who is who and what is not known.
import { withOwnNames } from './called';
import { check, type Member, type Role } from './check.svelte';
import { unknownIn, withoutUnknown, type HouseholdFile, type Person, type Value } from './file';

const COUNTED: Role[] = ['partner', 'kind', 'medebewoner'];
const OWN = ['naam', 'rol', 'geboortedatum', 'opvang'];

/** Puts facts in place of others, touching only what differs. */
function replace(
  owner: number | 'huishouden',
  before: Record<string, unknown>,
  after: Record<string, unknown>,
) {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    if (after[field] === undefined) check.forget(owner, field);
    else check.set(owner, field, after[field] as Value);
  }
}

function replaceMember(member: Member, person: Person) {
  member.name = person.naam ?? '';
  member.born = person.geboortedatum;
  member.childcare = person.opvang ?? [];
  const facts = Object.entries(person).filter(([field]) => !OWN.includes(field));
  replace(member.id, { ...member.facts }, Object.fromEntries(facts));
}

/**
 * Makes the answers those of a household. Of each role the people come in the same order as in the answers: whoever
 * is new comes last, and whoever leaves was the last.
 */
export function adopt(file: HouseholdFile) {
  const { personen, woning = {}, ...facts } = withOwnNames(withoutUnknown(file)).huishouden;
  for (const role of COUNTED) check.resize(role, personen.filter((person) => person.rol === role).length);
  for (const role of ['aanvrager', ...COUNTED] as Role[]) {
    const members = check.of(role);
    personen
      .filter((person) => person.rol === role)
      .forEach((person, at) => replaceMember(members[at]!, person));
  }
  const home = Object.fromEntries(Object.entries(woning).map(([field, value]) => [`woning.${field}`, value]));
  replace('huishouden', { ...check.facts }, { ...facts, ...home });
  // What is not known of a home that they leave does not matter any more.
  const unknown = check.keysAt(unknownIn(file));
  for (const place of check.unknownPlaces()) {
    const { owner, field } = check.at(place);
    if (!unknown.includes(`${owner}:${field}`)) check.forget(owner, field);
  }
}
