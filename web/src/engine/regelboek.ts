// What the pages of the regelboek read: the server tells it. Whoever changes rules asks `drafting.ts`, in the page itself.
import { api, inLanguage, read } from '../api/client';
import { language, type Code } from '../lib/language.svelte';
import type { Found, Item, Municipality } from './rulebook';
import type { Search } from './search';

const options = () => ({ params: { query: inLanguage() } });
const inPackage = (pakket: string) => ({ params: { query: { ...inLanguage(), pakket } } });
const withId = (id: string) => ({ params: { path: { id }, query: inLanguage() } });

export const packages = async () => (await read(api.GET('/pakketten', options()))).pakketten;
export const law = (id: string) => read(api.GET('/pakketten/{id}', withId(id)));
export const rules = async (pakket: string) => (await read(api.GET('/regels', inPackage(pakket)))).regels;
export const rule = (id: string) => read(api.GET('/regels/{id}', withId(id)));
export const parameters = async (pakket: string) =>
  (await read(api.GET('/parameters', inPackage(pakket)))).parameters;
export const parameter = (id: string) => read(api.GET('/parameters/{id}', withId(id)));
export const outcome = (naam: string) =>
  read(api.GET('/uitkomsten/{naam}', { params: { path: { naam }, query: inLanguage() } }));
export const schemes = async () => (await read(api.GET('/gemeentelijke-regelingen', options()))).regelingen;
export const comparison = (id: string, datum: string) =>
  read(
    api.GET('/gemeentelijke-regelingen/{id}', {
      params: { path: { id }, query: { ...inLanguage(), datum } },
    }),
  );

export const municipalities = async () => (await read(api.GET('/gemeenten', options()))).gemeenten;
export const municipality = (code: string) =>
  read(api.GET('/gemeenten/{code}', { params: { path: { code }, query: inLanguage() } }));

/** What was simplified in a package. */
export const account = async (pakket: string) =>
  (await read(api.GET('/verantwoording', inPackage(pakket)))).pakketten.flatMap((one) => one.secties);

export const examples = async (pakket: string) =>
  (await read(api.GET('/pakketten/{id}/voorbeelden', withId(pakket)))).voorbeelden;

const searches = new Map<Code, Promise<Search>>();

/** Municipalities are found by their names alone. */
const asItem = ({ code, gemeente, andere_naam }: Municipality): Item => ({
  soort: 'gemeente',
  id: code,
  titel: gemeente,
  tekst: andere_naam ?? '',
  artikel: '',
  pakket: null,
});

/** The index is read once in a language, so that what is searched for stays in the page; so are all values. */
function index(code: Code): Promise<Search> {
  const known = searches.get(code);
  if (known) return known;
  const made = Promise.all([
    read(api.GET('/zoekindex', options())),
    read(api.GET('/parameters', options())),
    municipalities(),
    import('./search'),
  ]);
  const search = made.then(([{ items }, { parameters }, towns, { Search }]) => {
    const latest = new Map(parameters.map((one) => [one.id, one.laatste]));
    const valued = items.map((one) =>
      one.soort === 'parameter' ? { ...one, laatste: latest.get(one.id) } : one,
    );
    return Search.of([...valued, ...towns.map(asItem)]);
  });
  searches.set(code, search);
  search.catch(() => searches.delete(code));
  return search;
}

export const search = async (query: string): Promise<Found[]> => (await index(language.code)).find(query);
