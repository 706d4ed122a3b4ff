// The changes that can be tried out with a household.
import { t } from '../../../../lib/language.svelte';
import { capital } from '../../../../lib/wording';
import { check } from '../../../../state/check.svelte';
import type { HouseholdFile } from '../../../../state/file';
import { whoIs } from '../../../../texts/people';
import type { Change } from './change';
import { move, otherMunicipality } from './home';
import { apart, child, together } from './people';
import { incomeStops, otherWage } from './work';

/** The changes that fit a household, in the order in which they are offered. */
export function changesOf(file: HouseholdFile): Change[] {
  const earners = check.household.flatMap((member, at) =>
    member.role === 'aanvrager' || member.role === 'partner' ? [{ at, who: whoIs(member) }] : [],
  );
  const partner = check.of('partner')[0];
  return [
    ...earners.map(({ at, who }) => otherWage(file, at, who)),
    ...earners
      .map(({ at, who }) => incomeStops(file, at, capital(who)))
      .filter((change) => change !== undefined),
    partner ? apart(file, partner.name ? whoIs(partner) : t('partner', 'partner')) : together(file),
    child(file),
    move(file),
    otherMunicipality(file),
  ];
}
