// The rules as the engine in the page has them, to change them and to see what that does. Nothing of a draft goes anywhere.
// Throws `Refused` when there is no answer.
import { language } from '../lib/language.svelte';
import type { HouseholdFile } from '../state/file';
import type { Answers } from './answers';
import type { Options } from './engine';
import type * as book from './rulebook';
import { calls } from './calls';
import { answerOf } from './worker-calls';

const { call } = calls(
  () => new Worker(new URL('./regelboek-worker.ts', import.meta.url), { type: 'module' }),
);

async function ask<Answer>(name: string, ...args: unknown[]): Promise<Answer> {
  return answerOf<Answer>(await call(name, [...args, language.code]));
}

// What is changed is taken from the engine, not from the server: a draft is tried out against the same rules.
export const rule = (id: string) => ask<book.Rule>('rule', id);
export const parameter = (id: string) => ask<book.Parameter>('parameter', id);
export const comparison = (scheme: string, date: string) =>
  ask<book.Comparison>('compareMunicipalities', scheme, date);
export const packages = async () => (await ask<{ pakketten: book.Package[] }>('packages')).pakketten;
export const names = async () => (await ask<{ namen: book.Name[] }>('names')).namen;
export const search = (query: string) => ask<book.Found[]>('search', query);

/**
 * Works out all examples of a package, with the rules as they are or with a draft: as much work as a thousand questions, so
 * not for the server.
 */
export const runExamples = (pakket: string, draft?: book.Draft) =>
  ask<book.Ran>('runExamples', pakket, undefined, draft && JSON.stringify(draft));

/** Checks a draft. */
export async function checkDraft(draft: book.Draft): Promise<book.Checked> {
  const told = (await call('checkDraft', [JSON.stringify(draft), language.code])) as {
    fouten?: book.Finding[];
    antwoord?: { nieuwe_parameters: book.NewParameter[] };
  };
  return { findings: told.fouten ?? [], parameters: told.antwoord?.nieuwe_parameters ?? [] };
}

export const compare = (draft: book.Draft, household: HouseholdFile) =>
  ask<book.Compared>('compareDraft', JSON.stringify(draft), JSON.stringify(household));

/** The answer to a question about a household, with the rules as they are or with a draft. */
export const answer = <Name extends keyof Answers>(
  draft: book.Draft | null,
  inquiry: { vraag: Name } & Options[Name],
  household: HouseholdFile,
) => {
  const question = [JSON.stringify(household), JSON.stringify(inquiry)];
  return draft
    ? ask<Answers[Name]>('answerWithDraft', JSON.stringify(draft), ...question)
    : ask<Answers[Name]>('answer', ...question);
};

export const reform = (draft: book.Draft) => ask<book.Reform>('reform', JSON.stringify(draft));
