// Searching the regelboek: words that begin so, and words that are nearly so.
import MiniSearch, { type SearchResult } from 'minisearch';
import { plain } from '../lib/plain';
import type { Found, Item } from './rulebook';

/** How much of a text is shown around what was found, in letters. */
const BEFORE = 50;
const AROUND = 180;

export class Search {
  #index = new MiniSearch<Item & { sleutel: string }>({
    idField: 'sleutel',
    fields: ['titel', 'tekst', 'artikel', 'pakket'],
    storeFields: ['soort', 'id', 'titel', 'tekst', 'artikel', 'pakket', 'laatste'],
    processTerm: plain,
    searchOptions: {
      boost: { titel: 4, artikel: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });

  /** Reads what there is to find in pieces, so that a page stays quick meanwhile. */
  static async of(items: Item[]): Promise<Search> {
    const search = new Search();
    // A rule and a parameter may have the same id; what they are makes them different.
    const keyed = items.map((item) => ({ ...item, sleutel: `${item.soort} ${item.id}` }));
    await search.#index.addAllAsync(keyed, { chunkSize: 50 });
    return search;
  }

  /** What has all the words, or else some of them; best first. */
  find(query: string): Found[] {
    const all = this.#index.search(query, { combineWith: 'AND' });
    const some = all.length > 0 ? all : this.#index.search(query);
    return some.map(found);
  }
}

function found(result: SearchResult): Found {
  const { soort, id, titel, artikel, pakket, tekst, laatste } = result as unknown as Item;
  // An amount has no text: its article stands beside it already.
  const fragment = tekst ? around(tekst, Object.keys(result.match)) : [];
  return { soort, id, titel, artikel, pakket, laatste, fragment };
}

const escaped = (term: string) => term.replace(/[$+^|~<>=`]/g, '\\$&');

function around(text: string, terms: string[]): Found['fragment'] {
  const flat = plain(text);
  const places = terms
    .flatMap((term) => [...flat.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}`, 'gu'))])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from);
  const first = places[0]?.from ?? 0;
  const start = first < BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
  const cut = start + AROUND < text.length ? text.lastIndexOf(' ', start + AROUND) : text.length;
  const end = Math.max(cut, start);
  const pieces: Found['fragment'] = [];
  let at = start;
  for (const place of places) {
    if (place.from < at || place.to > end) continue;
    pieces.push({ tekst: text.slice(at, place.from), raak: false });
    pieces.push({ tekst: text.slice(place.from, place.to), raak: true });
    at = place.to;
  }
  pieces.push({ tekst: text.slice(at, end), raak: false });
  if (start > 0) pieces.unshift({ tekst: '… ', raak: false });
  if (end < text.length) pieces.push({ tekst: ' …', raak: false });
  return pieces.filter((piece) => piece.tekst);
}
