// The households that a professional has open, in the memory of this tab only.
import { keep } from '../lib/kept.svelte';
import { t } from '../lib/language.svelte';
import { save } from '../lib/save';
import { Case, empty } from './case.svelte';
import { check } from './check.svelte';
import { dayToWorkOut, today } from './day';
import { nameOf, type HouseholdFile } from './file';

class Desk {
  cases: Case[] = $state([]);
  /** Whether keys with Alt do something here. */
  shortcuts = $state(true);
  /** Whether two households are shown beside each other, in place of one. */
  comparing = $state(false);
  #current = $state(0);
  #last = 0;
  /** The day of a household that is begun here. */
  #day = today();
  /** The answers of the rechtencheck as they were sent from here. */
  #sent = $state('');

  current: Case = $derived(this.cases.find((one) => one.id === this.#current) ?? this.cases[0]!);
  changed = $derived(this.cases.some((one) => one.changed));
  /** Whether the rechtencheck has answers that are not from here. */
  toFetch = $derived.by(() => check.begun && JSON.stringify(check.own) !== this.#sent);
  /** Whether the outcome that the rechtencheck shows came from here. */
  lent = $derived.by(() => this.#sent !== '' && this.cases.length > 0);

  /** Has a household that is begun here for a day for which there are amounts. */
  async settleDay() {
    const asked = today();
    this.#day = await dayToWorkOut();
    // Not one that was opened: the day of a file is what somebody asked for.
    const untouched = JSON.stringify(empty(asked));
    for (const one of this.cases) if (one.text === untouched) one.begin(this.#day);
  }

  /** Opens a household beside the others, and shows it. */
  open(file = empty(this.#day), title = ''): Case {
    const made = new Case(++this.#last, file);
    made.title = title;
    this.cases.push(made);
    this.show(made);
    return made;
  }

  show(one: Case) {
    this.#current = one.id;
    this.comparing = false;
  }

  /** Saves a household as a file. */
  save(one: Case) {
    save(this.titleOf(one), one.copy());
    one.kept();
  }

  duplicate(): Case {
    const name = this.titleOf(this.current);
    return this.open(this.current.copy(), t(`Kopie van ${name}`, `Copy of ${name}`));
  }

  /** Closes a household; the one beside it is shown. There is always one open. */
  close(one: Case) {
    const position = this.cases.indexOf(one);
    const shown = this.current;
    this.cases.splice(position, 1);
    if (this.cases.length === 0) this.open();
    else if (shown === one) this.show(this.cases[Math.min(position, this.cases.length - 1)]!);
    if (this.cases.length < 2) this.comparing = false;
  }

  /** What a household is called: as the user calls it, or after the aanvrager. */
  titleOf(one: Case): string {
    const { personen } = one.file.huishouden;
    const first = personen.findIndex((person) => person.rol === 'aanvrager' && person.naam);
    return (
      one.title.trim() ||
      (first >= 0 ? nameOf(one.file, first) : t(`Huishouden ${one.id}`, `Household ${one.id}`))
    );
  }

  /** Gives a household to the rechtencheck, whose pages show it to the visitor. */
  lend(one: Case) {
    check.open(one.copy());
    this.#sent = JSON.stringify(check.own);
  }

  /** Takes over the answers of the rechtencheck. */
  fetch() {
    this.#sent = JSON.stringify(check.own);
    return this.open($state.snapshot(check.own) as HouseholdFile);
  }
}

export const desk = new Desk();

keep({
  begun: () => desk.changed,
  save: () => () => desk.cases.filter((one) => one.changed).forEach((one) => desk.save(one)),
});
