// Questions to the engine in the worker, one after another.
import type { Answers } from './answers';
import type { Schema } from './schema';
import type { HouseholdFile } from '../state/file';
import { language } from '../lib/language.svelte';
import { calls } from './calls';
import { answerOf } from './worker-calls';

export { Refused, type Mistake } from './worker-calls';

/** What each question takes. */
export type Options = {
  bereken: object;
  uitleg: { uitkomst: string; persoon?: string | null };
  werkloont: { persoon?: string | null; van?: string; tot?: string; uren?: boolean };
  zekerheid: { persoon?: string | null; stijging?: string; maand?: string };
  stapeling: object;
  mijlpalen: { jaren?: number };
  vragen: { weet_niet?: string[]; alleen_onbekend?: boolean };
  aanvragen: object;
};

const { call, warmUp } = calls(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** Starts the engine, so that the first question does not wait for it. */
export { warmUp };

/** The answer to a question about a household; throws `Refused` with every mistake. */
export async function ask<Name extends keyof Answers>(
  inquiry: { vraag: Name } & Options[Name],
  household: HouseholdFile | string,
): Promise<Answers[Name]> {
  const text = typeof household === 'string' ? household : JSON.stringify(household);
  return answerOf(await call('answer', [text, JSON.stringify(inquiry), language.code]));
}

/** The municipalities, by name. */
export const municipalities = () => call('municipalities', []) as Promise<{ code: string; naam: string }[]>;

/** That day when the rules have amounts for it, else the last one before it for which they do. */
export const dayWithAmounts = (day: string) => call('day_with_amounts', [day]) as Promise<string | null>;

/** The JSON Schema of the household file, with its descriptions in the language of the page. */
export const schema = () => call('schema', [language.code]) as Promise<Schema>;
