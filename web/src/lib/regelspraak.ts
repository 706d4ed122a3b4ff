// Light marking of rule text: what is a note, a heading, a word of the language, a text or a number.

export type Kind = 'note' | 'source' | 'heading' | 'keyword' | 'text' | 'number';
export type Piece = { text: string; kind: Kind | null };

const HEADINGS =
  /^(Regel|Beslistabel|Parameter|Objecttype|Extensie|Domein|Dimensie|Eenheidsysteem|Feittype|Startpunt)\b/;

// Longer phrases stand before the shorter ones that they begin with.
const PHRASES = [
  'moet berekend worden als',
  'moet gesteld worden op',
  'moet worden berekend als',
  'moet worden gesteld op',
  'moet voldoen aan',
  'aan alle volgende voorwaarden wordt voldaan',
  'aan ten minste één van de volgende voorwaarden wordt voldaan',
  'hij aan alle volgende voorwaarden voldoet',
  'met een minimum van',
  'met een maximum van',
  'naar beneden afgerond op',
  'naar boven afgerond op',
  'rekenkundig afgerond op',
  'groter of gelijk aan',
  'kleiner of gelijk aan',
  'later of gelijk aan',
  'eerder of gelijk aan',
  'groter dan',
  'kleiner dan',
  'gelijk aan',
  'groter of gelijk is aan',
  'kleiner of gelijk is aan',
  'later of gelijk is aan',
  'eerder of gelijk is aan',
  'ongelijk is aan',
  'gelijk is aan',
  'groter is dan',
  'kleiner is dan',
  'later is dan',
  'eerder is dan',
  'niet gevuld is',
  'gevuld is',
  'gedeeld door',
  'de som van',
  'het aantal',
  'geldig altijd',
  'geldig vanaf',
  'geldig van',
  'geldig tot en met',
  'tot en met',
  'gedurende de tijd dat',
  'indien',
  'decimalen',
  'moet',
  'plus',
  'min',
  'maal',
  'en',
  'of',
];
const TOKENS = new RegExp(
  [
    `(?<text>'[^']*')`,
    String.raw`(?<number>(?<![\p{L}\p{N}])(?:dd\.\s)?\d[\d.,-]*(?:\s?(?:€|%)(?:\/\p{L}+)?|\s(?:mnd|jr|dg)\b)?)`,
    `(?<keyword>(?<![\\p{L}\\p{N}-])(?:${PHRASES.join('|')})(?![\\p{L}\\p{N}-]))`,
  ].join('|'),
  'gu',
);

/** The pieces of a line, which together are the whole line. */
export function piecesOf(line: string): Piece[] {
  const bare = line.trimStart();
  if (/^\/\/\/\s*bron:/.test(bare)) return [{ text: line, kind: 'source' }];
  if (bare.startsWith('//')) return [{ text: line, kind: 'note' }];
  if (HEADINGS.test(line)) return [{ text: line, kind: 'heading' }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(TOKENS)) {
    const kind = (['text', 'number', 'keyword'] as const).find((one) => match.groups![one] !== undefined)!;
    if (match.index > at) pieces.push({ text: line.slice(at, match.index), kind: null });
    pieces.push({ text: match[0], kind });
    at = match.index + match[0].length;
  }
  if (at < line.length) pieces.push({ text: line.slice(at), kind: null });
  return pieces;
}
