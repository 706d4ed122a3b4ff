// One household on the desk: its file, and what the engine says of it.
import { ask, Refused, type Mistake } from '../engine/engine';
import type { Outcomes } from '../engine/answers';
import { language } from '../lib/language.svelte';
import {
  UNKNOWN,
  at,
  isUnknown,
  leaveUnknown,
  nameOf,
  put,
  type HouseholdFile,
  type Person,
  type Value,
} from './file';

/** So long nobody types before the engine is asked. */
const PAUSE = 120;

/** A household of which nothing is known yet. */
export const empty = (rekendatum: string): HouseholdFile => ({
  rekendatum,
  huishouden: { personen: [{ rol: 'aanvrager', geboortedatum: '' }] },
});

/** A mistake, with what stood at its place when the engine found it. */
export type CaseMistake = Mistake & { value: unknown };

export class Case {
  /** What the user calls it; empty until they do. */
  title = $state('');
  file: HouseholdFile = $state(empty(''));
  /** The last outcomes there were. With mistakes in the file these are old. */
  outcomes: Outcomes | undefined = $state.raw();
  mistakes: CaseMistake[] = $state.raw([]);
  /** Who was taken away last. */
  removed: { person: Person; position: number } | undefined = $state.raw();
  /** The file as text; with it everything in it is watched. */
  text = $derived(JSON.stringify(this.file));
  /** Whether there is something to lose. */
  changed = $derived.by(() => this.text !== this.#kept);
  #kept = $state('');
  /** Where somebody was in the form, to come back to. */
  focused = '';
  /** The household that the outcomes are of, and in which language their remarks are. */
  #right: { file: HouseholdFile; code: string } | undefined;
  /** What was answered last, and the question that runs. */
  #answered = '';
  #run = 0;

  constructor(
    readonly id: number,
    file: HouseholdFile,
  ) {
    this.file = structuredClone(file);
    this.kept();
  }

  /** Makes it a household that is begun for a day. */
  begin(day: string) {
    this.file.rekendatum = day;
    this.kept();
  }

  /** Says that the file as it is now is kept elsewhere. */
  kept() {
    this.#kept = JSON.stringify(this.file);
  }

  /** The file, apart from this household. */
  copy = () => $state.snapshot(this.file) as HouseholdFile;

  get = (place: string): unknown => (isUnknown(this.file, place) ? UNKNOWN : at(this.file, place));

  /** Sets a value, or `UNKNOWN`; nothing takes it away. Parents that are named in the file go along with a new name. */
  set(place: string, value: Value | undefined) {
    this.#keepingParents(() => {
      if (value === UNKNOWN) leaveUnknown(this.file, place);
      else put(this.file, place, value);
      if (Object.keys(this.file.huishouden.woning ?? { none: 0 }).length === 0)
        delete this.file.huishouden.woning;
    });
  }

  add(role: Person['rol']): number {
    return this.file.huishouden.personen.push({ rol: role, geboortedatum: '' }) - 1;
  }

  remove(position: number) {
    this.removed = { person: $state.snapshot(this.file.huishouden.personen[position]!) as Person, position };
    this.#keepingParents(() => this.file.huishouden.personen.splice(position, 1));
  }

  /** Brings back who was taken away last, where they were. */
  restore(): number {
    const { person, position } = this.removed!;
    this.#keepingParents(() => this.file.huishouden.personen.splice(position, 0, person));
    this.removed = undefined;
    return position;
  }

  setParents(position: number, names: string[]) {
    const person = this.file.huishouden.personen[position]!;
    if (names.length > 0) person.ouders = names;
    else delete person.ouders;
  }

  addChildcare(position: number): number {
    const person = this.file.huishouden.personen[position]!;
    return (person.opvang ??= []).push({}) - 1;
  }

  removeChildcare(position: number, item: number) {
    const person = this.file.huishouden.personen[position]!;
    person.opvang?.splice(item, 1);
    if (person.opvang?.length === 0) delete person.opvang;
  }

  /** Asks the engine, when nobody types for a moment. The answer to what was asked last counts. */
  async work(): Promise<void> {
    const { code } = language;
    const asked = code + this.text;
    const run = ++this.#run;
    if (asked === this.#answered) return;
    if (this.#answered) await new Promise((ready) => setTimeout(ready, PAUSE));
    if (run !== this.#run) return;
    const file = this.copy();
    try {
      const outcomes = await ask({ vraag: 'bereken' }, file);
      if (run !== this.#run) return;
      this.outcomes = outcomes;
      this.#right = { file, code };
      this.mistakes = [];
    } catch (wrong) {
      if (run !== this.#run) return;
      if (!(wrong instanceof Refused)) throw wrong;
      this.mistakes = wrong.mistakes.map((mistake) => ({ ...mistake, value: at(file, mistake.plaats) }));
      // Old outcomes are said anew in another language.
      if (this.#right && this.#right.code !== code) {
        const outcomes = await ask({ vraag: 'bereken' }, this.#right.file);
        if (run !== this.#run) return;
        this.outcomes = outcomes;
        this.#right.code = code;
      }
    }
    this.#answered = asked;
  }

  /** Somebody without a name of their own is called after their role, and that can change with who is there. */
  #keepingParents(change: () => void) {
    const people = this.file.huishouden.personen;
    const before = people.map((person, position) => [person, nameOf(this.file, position)] as const);
    change();
    const names = people.map((_, position) => nameOf(this.file, position));
    const renamed = new Map(
      before.flatMap(([person, old]) => {
        const now = names[people.indexOf(person)];
        // When two people have the same name it is not known who was meant; the engine says so.
        return now && now !== old && !names.includes(old) ? [[old, now]] : [];
      }),
    );
    if (renamed.size === 0) return;
    for (const person of people) {
      if (person.ouders) person.ouders = person.ouders.map((name) => renamed.get(name) ?? name);
    }
  }
}
