// Questions to the engine in the worker, one after another.
import type { Answers } from './answers';
import type { Schema } from './schema';
import type { HouseholdFile } from '../state/file';
import { language } from '../lib/language.svelte';

type Options = {
  bereken: object;
  uitleg: { uitkomst: string; persoon?: string | null };
  werkloont: { persoon?: string | null; van?: string; tot?: string; uren?: boolean };
  zekerheid: { persoon?: string | null; stijging?: string; maand?: string };
  stapeling: object;
  mijlpalen: { jaren?: number };
  vragen: { weet_niet?: string[] };
  aanvragen: object;
};

/** What is wrong with a household or a question, and where. */
export type Mistake = { plaats: string; regel: number | null; kolom: number | null; melding: string };

/** The engine refuses a household or a question. */
export class Refused extends Error {
  constructor(readonly mistakes: Mistake[]) {
    super(mistakes.map((mistake) => mistake.melding).join(' '));
  }
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

function started(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<{ id: number; result?: unknown; error?: string }>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) call?.resolve(data.result);
    else call?.reject(new Error(data.error));
  };
  // A mistake of the engine itself stops it; the next question starts it anew.
  made.onerror = (event) => {
    waiting.forEach((call) => call.reject(new Error(event.message)));
    waiting.clear();
    made.terminate();
    worker = undefined;
  };
  worker = made;
  return made;
}

/** Starts the engine, so that the first question does not wait for it. */
export const warmUp = () => void started();

function call(name: 'answer' | 'schema' | 'municipalities', args: string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++last;
    waiting.set(id, { resolve, reject });
    started().postMessage({ id, name, args });
  });
}

/** The answer to a question about a household; throws `Refused` with every mistake. */
export async function ask<Name extends keyof Answers>(
  inquiry: { vraag: Name } & Options[Name],
  household: HouseholdFile | string,
): Promise<Answers[Name]> {
  const text = typeof household === 'string' ? household : JSON.stringify(household);
  const result = (await call('answer', [text, JSON.stringify(inquiry), language.code])) as
    { antwoord: Answers[Name] } | { fouten: Mistake[] };
  if ('fouten' in result) throw new Refused(result.fouten);
  return result.antwoord;
}

/** The municipalities, by name. */
export const municipalities = () => call('municipalities', []) as Promise<{ code: string; naam: string }[]>;

/** The JSON Schema of the household file, with its descriptions in the language of the page. */
export const schema = () => call('schema', [language.code]) as Promise<Schema>;
