// What is said of the total that there is to spend.
import type { Outcomes } from '../../../engine/answers';
import { t } from '../../../lib/language.svelte';
import { aboutBetween, euro } from '../../../lib/wording';
import { rangeOf, type Open, type Range } from './open';

const NET = 'netto_besteedbaar_inkomen_per_maand';
const CHILDCARE = 'kosten_kinderopvang_per_maand';

export type Net = {
  amount: string;
  /** Between which amounts it lies, as long as something is open. */
  range: Range | undefined;
  /** What it is made of, and why it can be below 0. */
  notes: string[];
};

export function netOf({ huishouden }: Outcomes, { reach, places }: Open): Net {
  const range = rangeOf(reach, NET);
  const childcare = places.some((place) => place.includes('.opvang['));
  const notes = [
    t(
      'Dit is per maand, gemiddeld over een heel jaar. Het is het inkomen na belasting, met vakantiegeld, en met alles waar recht op is.',
      'This is per month, on average over a whole year. It is the income after tax, with holiday allowance, and with all that there is a right to.',
    ),
  ];
  if (childcare || (huishouden[CHILDCARE] ?? 0) > 0)
    notes.push(t('De kosten van de kinderopvang zijn er al af.', 'The costs of childcare are taken off.'));
  if (range && range[0] < 0)
    notes.push(
      belowZero(
        places.some((place) => place.endsWith('.winst')),
        childcare,
      ),
    );
  return { amount: range ? aboutBetween(range) : euro(huishouden[NET]), range, notes };
}

/** Why there can be less than nothing to spend. */
function belowZero(profit: boolean, childcare: boolean): string {
  const causes = [
    ...(profit ? [t('verlies van een bedrijf', 'a loss of a business')] : []),
    ...(childcare ? [t('hoge kosten van kinderopvang', 'high costs of childcare')] : []),
  ];
  const when = causes.length > 0 ? t(', bijvoorbeeld bij ', ', for instance with ') : '';
  return t(
    `Onder € 0 kan het komen als de kosten hoger zijn dan de inkomsten${when}${causes.join(' of ')}.`,
    `It can be below €0 when the costs are higher than the income${when}${causes.join(' or ')}.`,
  );
}
