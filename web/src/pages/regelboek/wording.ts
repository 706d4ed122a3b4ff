// Words of the regelboek that more than one page shows.
import type { Deviation, Period, Property, Ref } from '../../engine/rulebook';
import { t } from '../../lib/language.svelte';
import { day } from '../../lib/wording';
import { today } from '../../state/day';
import { nameOfOutcome, periodOf } from '../../texts/outcomes';
import { addressOf } from './address';

/** A property as rule text calls it: `de kale huur van Woning`. */
export function propertyText({ objecttype, naam, lidwoord, soort }: Property): string {
  if (soort === 'controle') return `de controle ‘${naam}’ van ${objecttype}`;
  return `${[lidwoord, naam].filter(Boolean).join(' ')} van ${objecttype}`;
}

/** Which outcome an example and the rules do not agree about, and of whom. */
export function outcomeText({ persoon, uitkomst }: Deviation): string {
  const name = uitkomst === null ? '' : `${nameOfOutcome(uitkomst)} ${periodOf(uitkomst)}`.trim();
  return persoon === null ? name : `${persoon}: ${name}`;
}

/** From when to when something holds. */
export function validity({ vanaf, tot_en_met }: Pick<Period, 'vanaf' | 'tot_en_met'>): string {
  if (vanaf && tot_en_met) return t(`${day(vanaf)} tot en met `, `${day(vanaf)} to `) + day(tot_en_met);
  if (vanaf) return t(`vanaf ${day(vanaf)}`, `from ${day(vanaf)}`);
  if (tot_en_met) return t(`tot en met ${day(tot_en_met)}`, `until ${day(tot_en_met)}`);
  return t('altijd', 'always');
}

/** Whether it holds without a beginning and without an end. */
export const isAlways = (one: { vanaf: string | null; tot_en_met: string | null }) =>
  !one.vanaf && !one.tot_en_met;

/** How that is said in a list of rules, which has no days; in the language that the list was asked in. */
export const ALWAYS = ['altijd', 'always'];

/** The period that holds on a day. */
export const periodOn = <One extends Pick<Period, 'vanaf' | 'tot_en_met'>>(periods: One[], date: string) =>
  periods.find(({ vanaf, tot_en_met }) => (vanaf ?? '') <= date && date <= (tot_en_met ?? '9999'));

/** The latest value of a parameter, which most often is that of today. */
export function latestText(latest: Period): string {
  const shown = latest.getoond ?? t('onbekend', 'unknown');
  if (periodOn([latest], today())) return `${t('Nu', 'Now')}: ${shown}`;
  return `${shown} (${validity(latest)})`;
}

/** Packages that are no law, and so have no name of their own. */
const NO_LAW: Record<string, string> = {
  'Voor alle wetten': 'For all laws',
  'Gemeentelijke regelingen': 'Municipal schemes',
  'Netto inkomen': 'Net income',
};

/** What a package is called, and in which language that is. */
export const packageName = (name: string) => t(name, NO_LAW[name] ?? name);
export const packageLanguage = (name: string) => t('nl', NO_LAW[name] ? 'en' : 'nl');

/** A package as the page above another. */
export const abovePackage = ({ id, naam }: Pick<Ref, 'id' | 'naam'>) => ({
  name: packageName(naam),
  address: addressOf.pakket(id),
  lang: packageLanguage(naam),
});

/** How sure a value is, in a word. */
export const certaintyName = (letter: string | null) =>
  ({
    A: t('twee bronnen', 'two sources'),
    B: t('één bron', 'one source'),
    D: t('afgeleid', 'derived'),
  })[letter ?? ''] ?? '';
