// What is said of the incomes between which a scheme does not move, and of whose income it is.
import type { Certainty, MovingScheme } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { euro } from '../../../../lib/wording';
import { personal } from '../../../../texts/personal';

const INCOMES: Record<string, [string, string]> = {
  loon: ['het loon', 'the wage'],
  winst: ['de winst', 'the profit'],
  uitkering: ['de uitkering', 'the benefit'],
  pensioen: ['het pensioen', 'the pension'],
};

/** The income that moves: ‘het loon van Henk’, ‘uw loon’. */
export function incomeOf(certainty: Certainty): string {
  const known = INCOMES[certainty.inkomen];
  const income = known ? t(...known) : certainty.inkomen;
  return personal(`${income} ${t('van', 'of')} ${certainty.persoon}`);
}

/** Up to which income a scheme stays exactly as it is. */
export function roomOf(scheme: MovingScheme, now: number): string {
  const { gelijk_vanaf: from, gelijk_tot_en_met: to } = scheme;
  if (from === null && to === null) return t('altijd gelijk', 'always the same');
  if (from === now && to === now) return t('elke euro telt', 'every euro counts');
  if (from === null) return t(`gelijk tot en met ${euro(to)}`, `the same up to ${euro(to)}`);
  if (to === null) return t(`gelijk vanaf ${euro(from)}`, `the same from ${euro(from)}`);
  return t(`gelijk van ${euro(from)} tot en met ${euro(to)}`, `the same from ${euro(from)} to ${euro(to)}`);
}

/** A change of income: ‘10% hoger’. */
export function percentageOf(percentage: number | null): string {
  if (percentage === null) return t('met uw verandering', 'with your change');
  if (percentage === 0) return t('zoals geschat', 'as estimated');
  return percentage > 0
    ? t(`${percentage}% hoger`, `${percentage}% higher`)
    : t(`${-percentage}% lager`, `${-percentage}% lower`);
}
