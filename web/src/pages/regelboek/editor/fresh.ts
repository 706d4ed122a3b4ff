// What is new in a draft: a rule or a parameter to begin with, in a file of its own.
import type { NewParameter } from '../../../engine/rulebook';
import { t } from '../../../lib/language.svelte';
import type { Change, NewChange } from './changes';

export type Fresh = 'regel' | 'gegeven';

/** A rule that can run as it is. It gives something of its own, so that it stands in nobody's way. */
const RULE = (more: string) => `Extensie van objecttype het Huishouden
  de nieuwe toeslag${more} per jaar   Bedrag;

/// bron: eigen voorstel
Regel nieuwe toeslag${more} per jaar
  geldig altijd
    De nieuwe toeslag${more} per jaar van een Huishouden moet gesteld worden op 100 €.
`;
const FACT = (more: string) => `// Een bedrag of percentage dat voor iedereen gelijk is.
Parameter het nieuwe bedrag${more} : Bedrag;

// Wat van ieder huishouden anders is. Een regel bepaalt het.
Extensie van objecttype het Huishouden
  het nieuwe gegeven${more}   Bedrag;
`;

const FILES: Record<Fresh, string> = { regel: 'nieuwe-regel', gegeven: 'nieuw-gegeven' };
const fileOf = (what: Fresh, number: number) => `hervorming/${FILES[what]}-${number}.regels`;

/** Something new, under a name that nothing of the draft has yet. */
export function fresh(what: Fresh, changes: Change[]): NewChange {
  let number = 1;
  while (changes.some((one) => one.id === fileOf(what, number))) number++;
  const more = number === 1 ? '' : ` ${number}`;
  const text = what === 'regel' ? RULE(more) : FACT(more);
  const name = what === 'regel' ? t('nieuwe regel', 'new rule') : t('nieuw gegeven', 'new fact');
  return { kind: 'nieuw', id: fileOf(what, number), name: name + more, text, values: [] };
}

/** The values of something new, when it declares these parameters. One that got another name keeps what was typed. */
export function withParameters(change: NewChange, all: NewParameter[]): NewChange['values'] {
  const own = all.filter((one) => one.bestand === change.id);
  const before = change.values;
  return own.map((one, at) => {
    const same = before.find((other) => other.naam === one.naam);
    const renamed = own.length === before.length ? before[at] : undefined;
    return { ...one, typed: (same ?? renamed)?.typed ?? '' };
  });
}
