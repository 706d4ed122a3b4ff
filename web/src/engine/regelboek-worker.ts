// The engine with the rules as text, to change them. It is bigger than the one of the rechtencheck, and is loaded when
// somebody changes a rule or works out examples. It sends nothing anywhere; its texts are files of this site.
import start, * as engine from './pkg/regelboek.js';
import textsAddress from './pkg/bronnen.bin?url';
import examplesAddress from './pkg/voorbeelden.bin?url';
import type { Item } from './rulebook';
import { Search } from './search';
import { answerOf, serve } from './worker-calls';

const LANGUAGE = 'nl';

async function bytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What is made when it is first asked for. When that fails, the next one who asks tries again. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((wrong: unknown) => {
      made = undefined;
      throw wrong;
    });
    return made;
  };
}

const opened = once(async () => {
  const [texts] = await Promise.all([bytes(textsAddress), start()]);
  return answerOf(JSON.parse(engine.openRulebook(texts, LANGUAGE)));
});
const withExamples = once(async () =>
  answerOf(JSON.parse(engine.openExamples(await bytes(examplesAddress), LANGUAGE))),
);

const searches = new Map<string, Promise<Search>>();
async function search(query: string, language: string) {
  let index = searches.get(language);
  if (!index) {
    index = Search.of(answerOf<{ items: Item[] }>(JSON.parse(engine.searchIndex(language))).items);
    searches.set(language, index);
  }
  return { antwoord: (await index).find(query) };
}

serve(async (name, args) => {
  await opened();
  if (name === 'search') return search(...(args as [string, string]));
  if (name === 'runExamples') await withExamples();
  const asked = (engine as unknown as Record<string, (...args: unknown[]) => string>)[name]!;
  return JSON.parse(asked(...args));
});
