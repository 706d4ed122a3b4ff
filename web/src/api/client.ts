// The API of the server, with types made from its description (`npm run types`). Whatever goes wrong is one kind of
// error, in words that a page can show.
import createClient from 'openapi-fetch';
import { language, t } from '../lib/language.svelte';
import type { components, paths } from './schema';

type Problem = components['schemas']['Probleem'];

/** How long an answer may take, in milliseconds. Reading takes some of them; after this nothing comes any more. */
const LONGEST = 15_000;

/** Why there is no answer. The message says it in plain words. */
export class Unanswered extends Error {
  constructor(
    readonly title: string,
    message: string,
    /** Whether the same question may be answered later. */
    readonly passing: boolean,
  ) {
    super(message);
  }
}

export const api = createClient<paths>({
  baseUrl: '/api/v1',
  fetch: (request) => fetch(request, { signal: AbortSignal.timeout(LONGEST) }),
});

/** The option of every address: the language of the page, whatever the browser prefers. */
export const inLanguage = () => ({ taal: language.code });

/** An answer of the API; throws `Unanswered` when it does not come, or is a refusal. */
export async function read<Data>(
  asked: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked.catch((wrong: unknown) => {
    throw unreachable(wrong);
  });
  if (data !== undefined) return data;
  if (!isProblem(error)) throw unreadable();
  throw new Unanswered(error.title, error.detail, response.status >= 500);
}

/** The server answers with problem details; a proxy before it may answer with anything. */
const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'title' in error && 'detail' in error;

function unreachable(wrong: unknown): Unanswered {
  // What came is no JSON.
  if (wrong instanceof SyntaxError) return unreadable();
  const late = wrong instanceof DOMException && wrong.name === 'TimeoutError';
  return late
    ? new Unanswered(
        t('Het duurt te lang', 'It takes too long'),
        t(
          'De server geeft geen antwoord. Probeer het later nog eens.',
          'The server does not answer. Try again later.',
        ),
        true,
      )
    : new Unanswered(
        t('Geen verbinding', 'No connection'),
        t(
          'De server is niet te bereiken. Kijk of u internet hebt, en probeer het opnieuw.',
          'The server cannot be reached. See whether you are on line, and try again.',
        ),
        true,
      );
}

const unreadable = () =>
  new Unanswered(
    t('Geen goed antwoord', 'No proper answer'),
    t(
      'Er kwam een antwoord dat deze pagina niet kan lezen. Probeer het later nog eens.',
      'An answer came that this page cannot read. Try again later.',
    ),
    true,
  );
