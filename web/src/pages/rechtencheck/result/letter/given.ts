// The answers that were given, as rows for a table.
import { t } from '../../../../lib/language.svelte';
import { capital } from '../../../../lib/wording';
import { check, type Member, type Owner } from '../../../../state/check.svelte';
import { fieldName, valueText } from '../../../../texts/fields';
import { whoIs } from '../../../../texts/people';

type Given = { title: string; rows: { name: string; value: string }[] };

const row = (field: string, value: unknown) => ({ name: fieldName(field), value: valueText(field, value) });

/** What is not known of somebody, or of the household. */
function unknown(owner: Owner) {
  const own = check.unknown.filter((key) => key.startsWith(`${owner}:`));
  return own.map((key) => ({
    name: fieldName(key.slice(key.indexOf(':') + 1)),
    value: t('niet bekend', 'not known'),
  }));
}

function ofMember(member: Member): Given {
  const facts = Object.entries(member.facts).filter(([, value]) => value !== undefined);
  const childcare = member.childcare.flatMap((care) =>
    Object.entries(care).map(([field, value]) => row(`opvang.${field}`, value)),
  );
  return {
    title: capital(whoIs(member)),
    rows: [...facts.map(([field, value]) => row(field, value)), ...childcare, ...unknown(member.id)],
  };
}

/** Per person, and first of the household, what was answered. */
export function given(): Given[] {
  const household = Object.entries(check.facts).map(([field, value]) => row(field, value));
  const all = [
    { title: t('Huishouden', 'Household'), rows: [...household, ...unknown('huishouden')] },
    ...check.household.map(ofMember),
  ];
  return all.filter((one) => one.rows.length > 0);
}

/** What somebody is in the household. */
export function roleOf(member: Member): string {
  const roles: Record<Member['role'], [string, string]> = {
    aanvrager: ['aanvrager', 'applicant'],
    partner: ['partner', 'partner'],
    kind: ['kind', 'child'],
    medebewoner: ['huisgenoot', 'housemate'],
  };
  return t(...roles[member.role]);
}
