// What the engine lets pass in a draft, or says in words that do not help: a rule without text, and a value that is empty or
// out of all proportion.
import type { Draft, Finding } from '../../../engine/rulebook';
import { t } from '../../../lib/language.svelte';
import { numberOf } from './number';

/** As an amount of a household: it has twelve digits at most. */
const MOST = 1e12;

const finding = (path: string, text: string): Finding => ({
  bestand: 'verandering',
  regel: 1,
  kolom: 1,
  tot_regel: null,
  tot_kolom: null,
  code: '',
  melding: `${path}: ${text}`,
  suggestie: null,
  hulp: null,
});

/** Whether a text has notes only. */
const bare = (text: string) => text.split('\n').every((line) => !line.trim() || line.trim().startsWith('//'));

function ofValue(value: string): string | undefined {
  if (!value.trim()) return t('Vul een waarde in.', 'Fill in a value.');
  const number = numberOf(value.split(' ')[0]!);
  if (number === undefined || Math.abs(number) < MOST) return undefined;
  return t('Deze waarde is te groot. Controleer haar.', 'This value is too large. Check it.');
}

/** These mistakes of a draft. */
function unusable({ regels, parameters }: Draft): Finding[] {
  const gone = t(
    'De tekst is leeg. Een hervorming kan geen regel weglaten. Zet de tekst terug.',
    'The text is empty. A reform cannot leave out a rule. Put the text back.',
  );
  return [
    ...regels.flatMap(({ tekst }, at) => (bare(tekst) ? [finding(`regels[${at}]`, gone)] : [])),
    ...parameters.flatMap(({ waarde }, at) => {
      const wrong = ofValue(waarde);
      return wrong ? [finding(`parameters[${at}]`, wrong)] : [];
    }),
  ];
}

/** What the engine finds in a draft and these mistakes, which go before what the engine says of the same. */
export function withUnusable(draft: Draft, found: Finding[]): Finding[] {
  const own = unusable(draft);
  const same = (one: Finding) => own.some(({ melding }) => one.melding.startsWith(melding.split(':')[0]!));
  return [...own, ...found.filter((one) => !same(one))];
}
