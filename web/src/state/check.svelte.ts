// The answers of the rechtencheck, in the memory of this tab only. Who leaves the household is kept aside, so
// that no answer is lost when somebody changes their mind.
import { keep } from '../lib/kept.svelte';
import { save } from '../lib/save';
import { withNames } from './called';
import { dayToWorkOut, today } from './day';
import {
  leaveUnknown,
  unknownIn,
  withoutUnknown,
  type Childcare,
  type Household,
  type HouseholdFile,
  type Person,
  type Value,
} from './file';

export type Role = Person['rol'];

/** Somebody in the household, or somebody who was taken out of it. */
export type Member = {
  id: number;
  role: Role;
  here: boolean;
  name: string;
  born: string;
  facts: Record<string, Value | string[]>;
  childcare: Childcare[];
};

/** What somebody filled in on a page. */
export type Draft = {
  text: string;
  hours: string;
  period: 'jaar' | 'maand';
  chosen: string[];
  date: [string, string, string];
};

/** Whose fact it is: of a member by number, or of the household. */
export type Owner = number | 'huishouden';

const OWN = ['naam', 'rol', 'geboortedatum', 'opvang'];
const ROLES: Role[] = ['aanvrager', 'partner', 'kind', 'medebewoner'];

/** A fact by `owner:field`. */
function factOf(key: string): { owner: Owner; field: string } {
  const at = key.indexOf(':');
  const owner = key.slice(0, at);
  return { owner: owner === 'huishouden' ? owner : Number(owner), field: key.slice(at + 1) };
}

class Check {
  date = $state(today());
  facts = $state<Record<string, Value>>({});
  members = $state<Member[]>([]);
  /** What somebody does not know, by `owner:field`. */
  unknown = $state<string[]>([]);
  /** What of it is asked once more. */
  again = $state<string[]>([]);
  /** Of which amounts for a year somebody said what they are for a month, by `owner:field`. */
  monthly = $state<string[]>([]);
  /** Whether what is left out counts as the format of files has it, as of a file that was opened. */
  complete = $state(false);
  /** The pages that were answered, in order. */
  trail = $state<string[]>([]);
  /** The page that is to be shown when somebody comes back to the questions. */
  next: string | undefined;
  /** What was filled in on a page that was left without an answer. */
  aside = new Map<string, Draft>();
  /** What the engine still had to ask when it was asked last, by `owner:field`. */
  stillOpen: string[] = [];
  /** Whether there are answers to lose. */
  begun = $derived(this.complete || this.trail.length > 0);
  /** The answers as they are in a file. */
  #saved = '';
  #last = 0;

  /** Everybody who is in the household, in the order of the file. */
  household = $derived(
    ROLES.flatMap((role) => this.members.filter((member) => member.here && member.role === role)),
  );

  /** The household as it is saved, without names that nobody gave. */
  own: HouseholdFile = $derived(this.#file(this.unknown));
  /** The household as the engine reads it. */
  file: HouseholdFile = $derived(withNames(this.#file(this.unknown)));
  /** The same without a word on what is not known: that is left out as what was not answered yet. */
  answers: HouseholdFile = $derived(withNames(this.#file([])));

  add(role: Role): Member {
    const member = { id: ++this.#last, role, here: true, name: '', born: '', facts: {}, childcare: [] };
    this.members.push(member);
    return this.members.at(-1)!;
  }

  /** Everybody in a role, of whom at most so many are in the household; those who were there come back first. */
  resize(role: Role, count: number) {
    const known = this.members.filter((member) => member.role === role);
    known.forEach((member, at) => (member.here = at < count));
    for (let at = known.length; at < count; at++) this.add(role);
  }

  of(role: Role): Member[] {
    return this.household.filter((member) => member.role === role);
  }

  member(id: Owner): Member | undefined {
    return this.members.find((member) => member.id === id);
  }

  /** A fact, of a member or of the household. `opvang[0].uren` is of the first childcare. */
  get(owner: Owner, field: string): Value | undefined {
    if (owner === 'huishouden') return this.facts[field];
    const member = this.member(owner);
    const childcare = /^opvang\[(\d+)\]\.(.+)$/.exec(field);
    if (childcare) return member?.childcare[Number(childcare[1])]?.[childcare[2] as 'soort'];
    return member?.facts[field] as Value | undefined;
  }

  /** Sets a fact; nothing takes it away. It is no longer unknown. */
  set(owner: Owner, field: string, value: Value | undefined) {
    const other = (key: string) => key !== `${owner}:${field}`;
    this.unknown = this.unknown.filter(other);
    this.again = this.again.filter(other);
    const member = this.member(owner);
    const childcare = /^opvang\[(\d+)\]\.(.+)$/.exec(field);
    if (member && childcare) {
      const item = (member.childcare[Number(childcare[1])] ??= {}) as Record<string, Value | undefined>;
      item[childcare[2]!] = value;
      return;
    }
    const facts = member?.facts ?? this.facts;
    if (value === undefined) delete facts[field];
    else facts[field] = value;
  }

  /** Says of a fact that it is not known. */
  leaveOpen(owner: Owner, field: string) {
    this.set(owner, field, undefined);
    this.unknown.push(`${owner}:${field}`);
  }

  isMonthly = (owner: Owner, field: string) => this.monthly.includes(`${owner}:${field}`);

  /** Remembers for which period an amount was given. */
  keepPeriod(owner: Owner, field: string, period: Draft['period']) {
    const key = `${owner}:${field}`;
    this.monthly = this.monthly.filter((one) => one !== key);
    if (period === 'maand') this.monthly.push(key);
  }

  /** Has a fact asked, also when what is left out counts as the format has it. */
  askFor(owner: Owner, field: string) {
    this.leaveOpen(owner, field);
    this.again.push(`${owner}:${field}`);
  }

  /** Takes a fact out of the answers that does not belong there any more. */
  forget(owner: Owner, field: string) {
    this.set(owner, field, undefined);
    this.trail = this.trail.filter((id) => id !== `feit:${owner}:${field}`);
  }

  isUnknown(owner: Owner, field: string): boolean {
    return this.unknown.includes(`${owner}:${field}`);
  }

  /** Where a fact stands in the file. */
  place(owner: Owner, field: string): string {
    if (owner === 'huishouden') return `huishouden.${field}`;
    return `huishouden.personen[${this.household.findIndex((member) => member.id === owner)}].${field}`;
  }

  /** Whose fact stands at a place in the file, and which; no field when it is about somebody as a whole. */
  at(place: string): { owner: Owner; field: string } {
    const person = /^huishouden\.personen\[(\d+)\](?:\.(.+))?$/.exec(place);
    const member = person && this.household[Number(person[1])];
    if (member) return { owner: member.id, field: person[2] ?? '' };
    return { owner: 'huishouden', field: place.replace(/^huishouden\./, '') };
  }

  /** The places of facts by `owner:field`, as far as they are of the household as it is. */
  #places(keys: string[]): string[] {
    const here = keys.map(factOf).filter(({ owner }) => owner === 'huishouden' || this.member(owner)?.here);
    return here.map(({ owner, field }) => this.place(owner, field));
  }

  /** Facts at these places, by `owner:field`. */
  keysAt = (places: string[]): string[] =>
    places.map((place) => {
      const { owner, field } = this.at(place);
      return `${owner}:${field}`;
    });

  /** The places of what is not known. */
  unknownPlaces = (): string[] => this.#places(this.unknown);

  /** The places of what is not asked, since it is not known. */
  skippedPlaces = (): string[] => this.#places(this.unknown.filter((key) => !this.again.includes(key)));

  /** Has everything asked once more that is not known. */
  askAgain() {
    this.again = [...this.unknown];
  }

  #file(unknown: string[]): HouseholdFile {
    const huishouden: Household = { personen: this.household.map(person) };
    for (const [field, value] of Object.entries(this.facts)) {
      const home = /^woning\.(.+)$/.exec(field);
      if (home) (huishouden.woning ??= {})[home[1]!] = value;
      else (huishouden as Record<string, unknown>)[field] = value;
    }
    const file = { rekendatum: this.date, huishouden };
    this.#places(unknown).forEach((place) => leaveUnknown(file, place));
    return file;
  }

  /** Takes over a household file. */
  open(file: HouseholdFile) {
    this.clear();
    this.date = file.rekendatum;
    const { personen, woning = {}, ...facts } = withoutUnknown(file).huishouden;
    this.facts = facts as Record<string, Value>;
    for (const [field, value] of Object.entries(woning)) this.facts[`woning.${field}`] = value as Value;
    for (const given of personen) {
      const member = this.add(given.rol);
      member.name = given.naam ?? '';
      member.born = given.geboortedatum;
      member.childcare = given.opvang ?? [];
      const facts = Object.entries(given).filter(([field]) => !OWN.includes(field));
      member.facts = Object.fromEntries(facts) as Member['facts'];
    }
    this.unknown = this.keysAt(unknownIn(file));
    this.complete = true;
    this.#saved = JSON.stringify(this.own);
  }

  /** Saves the answers as a file. What was not asked yet is not known in it, or it would count as nothing. */
  save() {
    // Since the engine was asked, more may have been answered.
    const open = this.stillOpen.filter((key) => {
      const { owner, field } = factOf(key);
      return !this.unknown.includes(key) && this.get(owner, field) === undefined;
    });
    save('huishouden', this.#file([...this.unknown, ...open]));
    this.#saved = JSON.stringify(this.own);
  }

  /** Whether the answers are in no file. */
  unsaved = () => JSON.stringify(this.own) !== this.#saved;

  /** Takes a day for which there are amounts, when there are none for today. The day of a file stays. */
  async settleDay() {
    const asked = today();
    const day = await dayToWorkOut();
    if (!this.complete && this.date === asked) this.date = day;
  }

  /** Forgets everything. */
  clear() {
    this.date = today();
    this.facts = {};
    this.members = [];
    this.unknown = [];
    this.again = [];
    this.monthly = [];
    this.complete = false;
    this.trail = [];
    this.aside.clear();
    this.stillOpen = [];
    this.next = undefined;
    this.#saved = '';
  }
}

function person(member: Member): Person {
  const named = member.name.trim() ? { naam: member.name.trim() } : {};
  const childcare = member.childcare.length > 0 ? { opvang: $state.snapshot(member.childcare) } : {};
  const facts = $state.snapshot(member.facts) as Record<string, Value>;
  return { ...named, rol: member.role, geboortedatum: member.born, ...facts, ...childcare };
}

export const check = new Check();

keep({
  begun: () => check.begun,
  unsaved: check.unsaved,
  // A file in which a day of birth is not filled in yet could not be opened again.
  save: () => (check.household.every((member) => member.born) ? () => check.save() : undefined),
});
