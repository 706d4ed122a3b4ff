// The draft that somebody makes, in the memory of this tab only.
import type { Draft, NewParameter } from '../../../engine/rulebook';
import { keep } from '../../../lib/kept.svelte';
import {
  hasValues,
  linesOf,
  onDay,
  taken,
  type Change,
  type Known,
  type Line,
  type RuleChange,
} from './changes';
import { fresh, withParameters, type Fresh } from './fresh';

class Editing {
  name = $state('Proef');
  /** From when on changed values hold. */
  date = $state('');
  /** Whether somebody emptied that day, or typed half of one. */
  #dayGone = $state(false);
  changes = $state<Change[]>([]);
  current = $state(0);
  /** How many times something was asked to come to the front. */
  #turn = 0;

  /** The changed rules, in the order of the draft. */
  rules: RuleChange[] = $derived(
    this.changes.filter((one) => one.kind === 'regel').filter((one) => one.text !== one.was),
  );
  /** What is new, in the order of the draft. */
  news = $derived(this.changes.filter((one) => one.kind === 'nieuw'));
  /** The changed values, in the order of the draft. */
  lines: Line[] = $derived(this.changes.flatMap(linesOf));

  /** Whether the day is still to be filled in: only as long as there is a value to ask it of. */
  noDay = $derived(this.#dayGone && this.changes.some(hasValues));

  /** What really differs, as the engine takes it. */
  draft: Draft = $derived({
    naam: this.name.trim() || 'Proef',
    datum: this.noDay ? '' : this.date,
    regels: this.rules.map(({ id, text }) => ({ regel: id, tekst: text })),
    bestanden: this.news.map(({ id, text }) => ({ bestand: id, tekst: text })),
    parameters: this.lines.map(({ change: _, ...line }) => line),
  });
  begun = $derived(this.rules.length + this.news.length + this.lines.length > 0);

  /** Whether anything of a change differs from how it was. */
  differs(change: Change): boolean {
    if (change.kind === 'nieuw') return true;
    return change.kind === 'regel' ? change.text !== change.was : linesOf(change).length > 0;
  }

  /** When something is asked for: what is asked for last comes to the front, whenever it is there. */
  turn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** Takes up a rule, a parameter or a scheme, to change it; what is there already comes to the front. */
  async take(kind: Known, id: string, turn = this.turn()) {
    const place = () => this.changes.findIndex((one) => one.kind === kind && one.id === id);
    if (place() >= 0) return this.#front(place(), turn);
    const made = await taken(kind, id, this.date);
    // Asked for twice at once, it is taken up once.
    this.#front(place() >= 0 ? place() : this.changes.push(made) - 1, turn);
  }

  /** Begins something new. */
  add(what: Fresh) {
    this.show(this.changes.push(fresh(what, this.changes)) - 1);
  }

  /** Brings a change to the front. */
  show(at: number) {
    this.#front(at, this.turn());
  }

  /** The parameters that the draft turned out to declare. */
  declare(all: NewParameter[]) {
    for (const change of this.news) {
      const values = withParameters(change, all);
      const same = (one: { naam: string; eenheid: string | null }, at: number) =>
        one.naam === change.values[at]?.naam && one.eenheid === change.values[at]?.eenheid;
      if (values.length !== change.values.length || !values.every(same)) change.values = values;
    }
  }

  #front(at: number, turn: number) {
    if (turn === this.#turn) this.current = at;
  }

  /** From when on changed values hold; nothing when that is no day. What they were then stands beside them. */
  async from(date: string) {
    this.#dayGone = !date;
    if (!date) return;
    this.date = date;
    const made = await Promise.all(this.changes.map((change) => onDay(change, date)));
    if (this.date === date && made.length === this.changes.length) this.changes = made;
  }

  drop(at: number) {
    this.changes.splice(at, 1);
    // What is shown stays shown.
    const current = at < this.current ? this.current - 1 : this.current;
    this.current = Math.min(current, Math.max(0, this.changes.length - 1));
  }

  clear() {
    this.changes = [];
    this.current = 0;
    this.name = 'Proef';
    this.#dayGone = false;
  }
}

export const editing = new Editing();

keep({ begun: () => editing.begun });
