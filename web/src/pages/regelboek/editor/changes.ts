// What can be changed: a rule, a parameter, or the values of a municipal scheme; and what is new.
import { comparison, parameter, rule } from '../../../engine/drafting';
import type { Comparison, NewParameter, Parameter } from '../../../engine/rulebook';
import { periodOn } from '../wording';
import { numberOf, numberText, valueText } from './number';

export type RuleChange = { kind: 'regel'; id: string; name: string; law: string; was: string; text: string };
export type ValueChange = {
  kind: 'parameter';
  id: string;
  name: string;
  about: Parameter;
  /** The value as it is, as somebody would type it; empty when it is not known. */
  was: string;
  typed: string;
};
export type SchemeChange = {
  kind: 'regeling';
  id: string;
  name: string;
  about: Comparison;
  /** Which value is shown, and of which municipality; empty means all that have it. */
  value: string;
  town: string;
  /** What was typed, by value and municipality. */
  typed: Record<string, string>;
};
/** Rule text that is new, in a file of its own: its name is the id. */
export type NewChange = {
  kind: 'nieuw';
  id: string;
  name: string;
  text: string;
  /** The parameters that it declares, with the value that was typed. */
  values: (NewParameter & { typed: string })[];
};
export type Change = RuleChange | ValueChange | SchemeChange | NewChange;
/** What is there already, to be taken up. */
export type Known = Exclude<Change['kind'], 'nieuw'>;

/** A value of a draft, and the change that it comes from. */
export type Line = {
  change: ValueChange | SchemeChange | NewChange;
  parameter: string;
  gemeente?: string;
  waarde: string;
};

/** What a change is called: something new by the name that its rule has by now. */
export function titleOf(change: Change): string {
  const heading = change.kind === 'nieuw' && /^(?:Regel|Beslistabel) +(.+)$/m.exec(change.text);
  return (heading && heading[1]?.trim()) || change.name;
}

/** Whether a change has values, which hold from a day on. */
export const hasValues = (change: Change) =>
  change.kind === 'nieuw' ? change.values.length > 0 : change.kind !== 'regel';

export const keyOf = (value: string, town: string) => `${value}|${town}`;

/** What a parameter is on a day, as somebody would type it. */
function typedOn(about: Parameter, date: string): string {
  const value = periodOn(about.perioden, date)?.waarde;
  return typeof value === 'number' ? numberText(value) : '';
}

/** What a value of a scheme is in a municipality, as somebody would type it. */
function typedIn({ about }: SchemeChange, value: string, town: string): string {
  const found = about.gemeenten.find((one) => one.gemeente === town)?.waarden?.[value]?.waarde;
  return typeof found === 'number' ? numberText(found) : '';
}

/** A rule, a parameter or a scheme, taken up to be changed. */
export async function taken(kind: Known, id: string, date: string): Promise<Change> {
  if (kind === 'regel') {
    const { naam, tekst, bronnen } = await rule(id);
    return { kind, id, name: naam, law: bronnen.join('; '), was: tekst, text: tekst };
  }
  if (kind === 'parameter') {
    const about = await parameter(id);
    const was = typedOn(about, date);
    return { kind, id, name: about.naam, about, was, typed: was };
  }
  const about = await comparison(id, date);
  return { kind, id, name: about.naam, about, value: about.waarden[0]?.naam ?? '', town: '', typed: {} };
}

/** A change as it is when values hold from another day on: what stood there stands beside it. */
export async function onDay(change: Change, date: string): Promise<Change> {
  if (change.kind === 'regel' || change.kind === 'nieuw') return change;
  if (change.kind === 'regeling') return { ...change, about: await comparison(change.id, date) };
  const was = typedOn(change.about, date);
  return { ...change, was, typed: change.typed === change.was ? was : change.typed };
}

const differs = (typed: string, was: string) =>
  typed.trim() !== was && (numberOf(typed) === undefined || numberOf(typed) !== numberOf(was));

/** The values that a change gives a draft. */
export function linesOf(change: Change): Line[] {
  if (change.kind === 'regel') return [];
  if (change.kind === 'nieuw') {
    const given = change.values.filter(({ typed }) => typed.trim());
    return given.map(({ naam, eenheid, typed }) => {
      return { change, parameter: naam, waarde: valueText(typed, eenheid) };
    });
  }
  if (change.kind === 'parameter') {
    const { typed, was, name, about } = change;
    return differs(typed, was) ? [{ change, parameter: name, waarde: valueText(typed, about.eenheid) }] : [];
  }
  return change.about.waarden.flatMap((value) =>
    ['', ...change.about.gemeenten.map((one) => one.gemeente)].flatMap((town): Line[] => {
      const typed = change.typed[keyOf(value.naam, town)] ?? '';
      if (!typed.trim() || !differs(typed, typedIn(change, value.naam, town))) return [];
      const waarde = valueText(typed, value.eenheid);
      return [{ change, parameter: value.eigenschap.naam, ...(town ? { gemeente: town } : {}), waarde }];
    }),
  );
}
