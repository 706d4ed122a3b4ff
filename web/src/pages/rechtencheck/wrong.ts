// Where a mistake is told: at the field it is about, or with the way to the page that asks it.
import type { Mistake } from '../../engine/engine';
import { check, type Owner } from '../../state/check.svelte';
import { fieldName } from '../../texts/fields';
import { whoIs } from '../../texts/people';
import { gateOf, known, setup, type Step } from './flow';

/** The fields of a page: most have one; a wage has hours beside it, and a day of birth a name. */
export type FieldId = 'antwoord' | 'uren' | 'naam';

/** What is wrong, at a field of the page that is shown. */
export type AtField = { field: FieldId; text: string };

/** What is wrong elsewhere: of which answer, and the page that asks it when there is one. */
type Elsewhere = { name: string; step: Step | undefined; text: string };

export type Wrong = AtField | Elsewhere;

/** The page that asks an answer, as far as it was shown, and the field of it. */
function askedAt(owner: Owner, field: string): { step: Step | undefined; field: FieldId } {
  const first = (id: string) => setup().find((step) => step.id === id);
  const own: FieldId = 'antwoord';
  if (owner === 'huishouden')
    return { step: first(field) ?? known.get(`feit:huishouden:${field}`), field: own };
  if (['', 'rol', 'geboortedatum'].includes(field)) return { step: first(`geboren:${owner}`), field: own };
  if (field === 'naam') return { step: first(`geboren:${owner}`), field: 'naam' };
  if (field === 'samenleving') return { step: first('partner'), field: own };
  const fact = known.get(`feit:${owner}:${field}`);
  if (fact) return { step: fact, field: own };
  if (field === 'uren_per_week') return { step: known.get(`feit:${owner}:loon`), field: 'uren' };
  return { step: known.get(`${gateOf(owner, field)}:${owner}`), field: own };
}

/** What an answer is called, with whose it is when that is not the person who answers. */
function nameOf(owner: Owner, field: string): string {
  const member = check.member(owner);
  const who = member && (member.name || member.role !== 'aanvrager') ? whoIs(member) : '';
  if (!field) return who;
  return who ? `${fieldName(field)} (${who})` : fieldName(field);
}

/** Where a mistake of the engine is told, on the page of a step or on one without questions. */
export function wrongOf({ plaats, melding: text }: Mistake, shown?: Step): Wrong {
  // What is not about one answer is about what was asked last.
  if (!plaats) return shown ? { field: 'antwoord', text } : { name: '', step: undefined, text };
  const { owner, field } = check.at(plaats);
  const asked = askedAt(owner, field);
  if (shown && asked.step?.id === shown.id) return { field: asked.field, text };
  return { name: nameOf(owner, field), step: asked.step, text };
}

/** What is wrong at each field of the page. */
export function byField(wrong: Wrong[]): Partial<Record<FieldId, string>> {
  const texts: Partial<Record<FieldId, string>> = {};
  for (const one of wrong) {
    if ('field' in one) texts[one.field] = [texts[one.field], one.text].filter(Boolean).join(' ');
  }
  return texts;
}
