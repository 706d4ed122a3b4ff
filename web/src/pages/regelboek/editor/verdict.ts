// What came of a draft, in a sentence: what is wrong with it, or what a household notices of it.
import { t } from '../../../lib/language.svelte';
import { capital, day } from '../../../lib/wording';
import { titleOf } from './changes';
import { editing } from './draft.svelte';
import { placeText, type Placed } from './findings';
import type { Said } from './spoken.svelte';
import { trial } from './trial.svelte';

/** How many mistakes there are. */
export const mistakesText = (findings: Placed[]) =>
  findings.length === 1
    ? t('Er is 1 fout', 'There is 1 mistake')
    : t(`Er zijn ${findings.length} fouten`, `There are ${findings.length} mistakes`);

/** Where a mistake stands: in which change, and where in that. */
export function whereText(one: Placed): string {
  const title = one.change && titleOf(one.change);
  // A parameter that is a change by itself has one name.
  const place = placeText(one) === title ? '' : placeText(one);
  return [title && capital(title), place].filter(Boolean).join(': ');
}

/** What a household notices of a draft without mistakes; `date` is the day that it is worked out for. */
export function effectText(date: string | undefined): string {
  if (!trial.compared) return '';
  if (editing.lines.length > 0 && date !== undefined && editing.date > date)
    return t(
      `Uw waarden gelden vanaf ${day(editing.date)}. Dit huishouden wordt berekend voor ${day(date)}, dus daarvoor.`,
      `Your values hold from ${day(editing.date)}. This household is worked out for ${day(date)}, which is before.`,
    );
  const { length } = trial.compared.verschillen;
  if (length > 0) return `${t('Veranderde uitkomsten', 'Changed outcomes')}: ${length}`;
  if (!editing.begun) return t('U hebt nog niets veranderd.', 'You have not changed anything yet.');
  return t(
    'Dit huishouden merkt niets van uw verandering.',
    'This household notices nothing of your change.',
  );
}

/** The one thing that matters now. */
export function verdict(findings: Placed[], date: string | undefined): Said {
  const [first] = findings;
  if (!first) return { text: trial.wrong ?? effectText(date) };
  const text = [`${mistakesText(findings)}.`, whereText(first) && `${whereText(first)}:`];
  return { text: text.filter(Boolean).join(' '), dutch: first.text };
}
