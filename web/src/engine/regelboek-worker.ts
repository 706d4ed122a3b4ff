// The engine with the rules as text, to change them. It is bigger than the one of the rechtencheck, and is loaded when
// somebody changes a rule or works out examples. It sends nothing anywhere; its texts are files of this site.
import start, * as engine from './pkg/regelboek.js';
import textsAddress from './pkg/bronnen.bin?url';
import examplesAddress from './pkg/voorbeelden.bin?url';
import type { Item } from './rulebook';
import { Search } from './search';
import { answerOf, loaded, serve } from './worker-calls';

const LANGUAGE = 'nl';

async function bytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const texts = bytes(textsAddress);
const opened = loaded(
  start().then(async () => answerOf(JSON.parse(engine.openRulebook(await texts, LANGUAGE)))),
);

let examples: Promise<unknown> | undefined;
const withExamples = () =>
  (examples ??= loaded(bytes(examplesAddress)).then((all) =>
    answerOf(JSON.parse(engine.openExamples(all, LANGUAGE))),
  ));

const searches = new Map<string, Promise<Search>>();
async function search(query: string, language: string) {
  let index = searches.get(language);
  if (!index) {
    index = Search.of(answerOf<{ items: Item[] }>(JSON.parse(engine.searchIndex(language))).items);
    searches.set(language, index);
  }
  return { antwoord: (await index).find(query) };
}

serve(opened, async (name, args) => {
  if (name === 'search') return search(...(args as [string, string]));
  if (name === 'runExamples') await withExamples();
  const asked = (engine as unknown as Record<string, (...args: unknown[]) => string>)[name]!;
  return JSON.parse(asked(...args));
});
