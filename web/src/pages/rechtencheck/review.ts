// What was answered elsewhere than on a page: the facts of a file that was opened. Each becomes a page, so that it is
// listed and can be changed.
import { schema } from '../../engine/engine';
import type { Question } from '../../engine/answers';
import type { Schema } from '../../engine/schema';
import { check, type Member, type Owner } from '../../state/check.svelte';
import { questionOf } from '../../texts/facts';
import { known, setup, type Step } from './flow';

type Kind = Pick<Question, 'soort' | 'keuzes'>;

function kindOf(field: string, described: Schema): Kind {
  if (described.enum) return { soort: 'keuze', keuzes: described.enum };
  if (described.type === 'boolean') return { soort: 'ja_nee', keuzes: ['ja', 'nee'] };
  if (described.type === 'integer') return { soort: 'aantal', keuzes: [] };
  return { soort: /(^|\.)uren/.test(field) ? 'uren' : 'bedrag', keuzes: [] };
}

/** What the schema says of a field of a household or of a person, such as `woning.soort` or `opvang[0].uren`. */
function describedIn(part: Schema | undefined, field: string): Schema | undefined {
  return field
    .split('.')
    .reduce<Schema | undefined>(
      (at, key) =>
        key.includes('[') ? at?.properties?.[key.replace(/\[.*/, '')]?.items : at?.properties?.[key],
      part,
    );
}

/** The fields of a person that have a value. Hours are asked with the wage, when there is one. */
function fieldsOf(member: Member): string[] {
  const childcare = member.childcare.flatMap((item, at) =>
    Object.keys(item).map((key) => `opvang[${at}].${key}`),
  );
  const facts = Object.keys(member.facts).filter(
    (field) => field !== 'samenleving' && !(field === 'uren_per_week' && 'loon' in member.facts),
  );
  return [...facts, ...childcare];
}

/** Makes a page of everything that the file holds that was opened, as if it was answered there. */
export async function takeUp() {
  if (!check.complete || check.trail.length > 0) return;
  const household = (await schema()).properties?.['huishouden'];
  const steps: Step[] = setup();
  const add = (owner: Owner, field: string, described: Schema | undefined) => {
    const vraag = questionOf(field, null);
    if (!described || vraag === undefined || steps.some((step) => step.id === field)) return;
    const question = {
      veld: field,
      persoon: null,
      vraag,
      uitkomsten: [],
      opmerkingen: [],
      ...kindOf(field, described),
    };
    steps.push({ kind: 'fact', id: `feit:${owner}:${field}`, owner, field, question });
  };
  for (const field of Object.keys(check.facts)) add('huishouden', field, describedIn(household, field));
  const person = household?.properties?.['personen']?.items;
  for (const member of check.household)
    fieldsOf(member).forEach((field) => add(member.id, field, describedIn(person, field)));
  steps.forEach((step) => known.set(step.id, step));
  check.trail = steps.map((step) => step.id);
}
