// The engine calls who has no name after the role: ‘aanvrager’, ‘partner’. The page says ‘u’ and ‘uw partner’, also
// where it takes over the words of the engine.
import { t } from '../lib/language.svelte';
import { capital } from '../lib/wording';
import { check } from '../state/check.svelte';
import { nameOf } from '../state/file';
import { whoIs } from './people';

type Change = [found: RegExp, dutch: string, english: string];

const YOURS: Change[] = [
  [/\b(?:het|de|the) ([^.,:;]+?) (?:van|of|for) aanvrager\b/gi, 'uw $1', 'your $1'],
  [/\baanvrager (?:wordt|turns)\b/g, 'u wordt', 'you turn'],
  [/\baanvrager (?:bereikt|reaches)\b/g, 'u bereikt', 'you reach'],
  [/\b(van|of|for) aanvrager\b/g, '$1 u', '$1 you'],
];
const PARTNER: Change[] = [
  [/\b(van|of|for) partner\b/g, '$1 uw partner', '$1 your partner'],
  [/\bpartner (wordt|turns|bereikt|reaches)\b/g, 'uw partner $1', 'your partner $1'],
];

const nameless = (role: 'aanvrager' | 'partner') => check.of(role).some((member) => !member.name.trim());

/** The words of the engine, to the visitor. */
export function personal(text: string): string {
  const changes = [...(nameless('aanvrager') ? YOURS : []), ...(nameless('partner') ? PARTNER : [])];
  const said = changes.reduce((said, [found, ...words]) => said.replaceAll(found, t(...words)), text);
  return text.charAt(0) === text.charAt(0).toUpperCase() ? capital(said) : said;
}

/** What the page calls somebody by the name that a file has. */
export function whoOf(name: string): string {
  const member = check.household.find((_, at) => nameOf(check.own, at) === name);
  return member ? whoIs(member) : name;
}

/** Something of somebody: ‘AOW van Henk’, ‘uw AOW’. */
export function ofWhom(thing: string, person: string): string {
  if (person !== 'aanvrager' || !nameless('aanvrager'))
    return personal(`${thing} ${t('van', 'of')} ${person}`);
  const plain = /^[A-Z][a-z]/.test(thing) ? thing.charAt(0).toLowerCase() + thing.slice(1) : thing;
  return t(`uw ${plain}`, `your ${plain}`);
}
