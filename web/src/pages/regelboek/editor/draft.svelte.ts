// What somebody changes in the rules, in the memory of this tab only.
import { parameter, rule } from '../../../engine/regelboek';
import type { Draft, Parameter } from '../../../engine/rulebook';
import { periodOn } from '../wording';
import { numberOf, numberText, valueText } from './number';

export type RuleChange = { kind: 'regel'; id: string; name: string; law: string; was: string; text: string };
export type ValueChange = {
  kind: 'parameter';
  id: string;
  name: string;
  unit: string | null;
  datatype: string;
  about: Parameter;
  /** The value as it is, as somebody would type it; empty when it is not known. */
  was: string;
  typed: string;
};
export type Change = RuleChange | ValueChange;

class Editing {
  name = $state('Proef');
  /** From when on changed values hold. */
  date = $state('');
  changes = $state<Change[]>([]);
  current = $state(0);

  /** What really differs, as the engine takes it. */
  draft: Draft = $derived({
    naam: this.name.trim() || 'Proef',
    datum: this.date,
    regels: this.rules.map(({ id, text }) => ({ regel: id, tekst: text })),
    parameters: this.values.map((value) => ({
      parameter: value.name,
      waarde: valueText(value.typed, value.unit),
    })),
  });
  begun = $derived(this.draft.regels.length + this.draft.parameters.length > 0);

  /** The changed rules, in the order of the draft. */
  get rules(): RuleChange[] {
    return this.changes.filter((one) => one.kind === 'regel').filter((one) => one.text !== one.was);
  }

  /** The changed values, in the order of the draft. */
  get values(): ValueChange[] {
    return this.changes
      .filter((one) => one.kind === 'parameter')
      .filter((one) => one.typed.trim() !== one.was && numberOf(one.typed) !== numberOf(one.was));
  }

  /** Takes up a rule or a parameter, to change it; what is there already comes to the front. */
  async take(kind: Change['kind'], id: string) {
    if (!this.#front(kind, id)) {
      const made = kind === 'regel' ? await this.#rule(id) : await this.#value(id);
      // Asked for twice at once, it is taken up once.
      if (!this.#front(kind, id)) this.current = this.changes.push(made) - 1;
    }
  }

  #front(kind: Change['kind'], id: string): boolean {
    const at = this.changes.findIndex((one) => one.kind === kind && one.id === id);
    if (at >= 0) this.current = at;
    return at >= 0;
  }

  async #rule(id: string): Promise<RuleChange> {
    const { naam, tekst, bronnen } = await rule(id);
    return { kind: 'regel', id, name: naam, law: bronnen.join('; '), was: tekst, text: tekst };
  }

  async #value(id: string): Promise<ValueChange> {
    const about = await parameter(id);
    const value = periodOn(about.perioden, this.date)?.waarde;
    const was = typeof value === 'number' ? numberText(value) : '';
    const { naam: name, eenheid: unit, datatype } = about;
    return { kind: 'parameter', id, name, unit, datatype, about, was, typed: was };
  }

  /** From when on changed values hold. What they were then stands beside them. */
  from(date: string) {
    this.date = date;
    for (const change of this.changes) {
      if (change.kind !== 'parameter') continue;
      const untouched = change.typed === change.was;
      const value = periodOn(change.about.perioden, date)?.waarde;
      change.was = typeof value === 'number' ? numberText(value) : '';
      if (untouched) change.typed = change.was;
    }
  }

  drop(at: number) {
    this.changes.splice(at, 1);
    this.current = Math.min(this.current, Math.max(0, this.changes.length - 1));
  }

  clear() {
    this.changes = [];
    this.current = 0;
    this.name = 'Proef';
  }
}

export const editing = new Editing();
