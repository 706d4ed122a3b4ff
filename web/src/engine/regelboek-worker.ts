// The engine with the regelboek and its editor. It is bigger than the one of the rechtencheck, and is loaded when
// somebody opens the regelboek. It sends nothing anywhere; its texts are files of this site.
import start, * as engine from './pkg/regelboek.js';
import textsAddress from './pkg/bronnen.bin?url';
import examplesAddress from './pkg/voorbeelden.bin?url';
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

const searches = new Map<string, Search>();
function search(query: string, language: string) {
  let found = searches.get(language);
  if (!found) {
    const { items } = answerOf<{ items: ConstructorParameters<typeof Search>[0] }>(
      JSON.parse(engine.searchIndex(language)),
    );
    searches.set(language, (found = new Search(items)));
  }
  return { antwoord: found.find(query) };
}

serve(opened, async (name, args) => {
  if (name === 'search') return search(...(args as [string, string]));
  if (name === 'examples' || name === 'runExamples') await withExamples();
  const asked = (engine as unknown as Record<string, (...args: unknown[]) => string>)[name]!;
  return JSON.parse(asked(...args));
});
