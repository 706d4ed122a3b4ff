// What the engine lets pass in a draft, or says in words that do not help: a rule without text or without its name, no day,
// and a value that is empty, out of all proportion or half a number.
import type { Draft, Finding } from '../../../engine/rulebook';
import { t } from '../../../lib/language.svelte';
import { numberOf } from './number';

/** As an amount of a household: it has twelve digits at most. */
const MOST = 1e12;

/** How the engine calls the draft itself, where it says what stands in which file. */
export const OWN = 'verandering';

const finding = (path: string, text: string, line = 1): Finding => ({
  bestand: OWN,
  regel: line,
  kolom: 1,
  tot_regel: null,
  tot_kolom: null,
  code: '',
  melding: `${path}: ${text}`,
  suggestie: null,
  hulp: null,
});

/** What begins something of its own in rule text. */
const HEADING = /^(Regel|Beslistabel|Extensie|Parameter|Objecttype|Domein|Feittype)\b/;

/** The first line of a text that is no note, from 1; nothing when it has notes only. */
const begins = (text: string) =>
  text
    .split('\n')
    .map((line, at) => ({ line: at + 1, text: line.trim() }))
    .find((one) => one.text && !one.text.startsWith('//'));

/** What is to be said at the day from which on values hold. */
export const dayText = () =>
  t(
    'Vul een datum in die bestaat, met een dag, een maand en een jaar.',
    'Fill in a date that exists, with a day, a month and a year.',
  );

function ofValue(value: string): string | undefined {
  if (!value.trim()) return t('Vul een waarde in.', 'Fill in a value.');
  const number = numberOf(value.split(' ')[0]!);
  if (number === undefined || Math.abs(number) < MOST) return undefined;
  return t('Deze waarde is te groot. Controleer haar.', 'This value is too large. Check it.');
}

/** These mistakes of a draft, apart from what the engine says of it. */
function unusable({ datum, regels, parameters }: Draft): Finding[] {
  const gone = t(
    'De tekst is leeg. Een hervorming kan geen regel weglaten. Zet de tekst terug.',
    'The text is empty. A reform cannot leave out a rule. Put the text back.',
  );
  return [
    ...(datum ? [] : [finding('datum', dayText())]),
    ...regels.flatMap(({ tekst }, at) => (begins(tekst) ? [] : [finding(`regels[${at}]`, gone)])),
    ...parameters.flatMap(({ waarde }, at) => {
      const wrong = ofValue(waarde);
      return wrong ? [finding(`parameters[${at}]`, wrong)] : [];
    }),
  ];
}

/** The rules that do not begin as a rule. */
function headless({ regels }: Draft): Finding[] {
  const text = t(
    'Hier begint geen regel. Begin met ‘Regel’ en een naam, zoals ‘Regel zorgtoeslag per maand’.',
    'No rule begins here. Begin with ‘Regel’ and a name, such as ‘Regel zorgtoeslag per maand’.',
  );
  return regels.flatMap(({ tekst }, at) => {
    const first = begins(tekst);
    if (!first || HEADING.test(first.text)) return [];
    return [{ ...finding(`regels[${at}]`, text, first.line), tot_kolom: first.text.length + 1 }];
  });
}

/** What the engine says of a number with letters behind it is about a unit, which nobody meant. */
function plainly(one: Finding, { parameters }: Draft): Finding {
  const [path, at] = /^parameters\[(\d+)\]/.exec(one.melding) ?? [];
  const value = parameters[Number(at)]?.waarde ?? '';
  if (!path || !/^\S*\d\p{L}\S*$/u.test(value)) return one;
  return { ...one, melding: `${path}: ${t(`‘${value}’ past hier niet`, `‘${value}’ does not fit here`)}` };
}

/** What the engine finds in a draft and these mistakes, which go before what the engine says of the same. */
export function withUnusable(draft: Draft, found: Finding[]): Finding[] {
  const own = unusable(draft);
  const same = (one: Finding) => own.some(({ melding }) => one.melding.startsWith(melding.split(':')[0]!));
  // The engine reads a text that begins no rule as more of the rule before it in the file, and says so of that one.
  const elsewhere = (one: Finding) =>
    one.bestand !== OWN && !one.in_regel && !draft.bestanden.some(({ bestand }) => bestand === one.bestand);
  const begun = found.some(elsewhere) ? headless(draft) : [];
  const rest = begun.length > 0 ? found.filter((one) => !elsewhere(one)) : found;
  return [...own, ...begun, ...rest.filter((one) => !same(one)).map((one) => plainly(one, draft))];
}
