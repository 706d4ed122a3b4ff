// The answers that were given, as rows for a table.
import { t } from '../../../../lib/language.svelte';
import { capital } from '../../../../lib/wording';
import { check, type Member, type Owner } from '../../../../state/check.svelte';
import type { Childcare } from '../../../../state/file';
import { choiceOf } from '../../../../texts/facts';
import { fieldName, valueText } from '../../../../texts/fields';
import { whoIs } from '../../../../texts/people';
import { whoOf } from '../../../../texts/personal';
import { GATES, gatesOf, offered, withAlong } from '../../flow';

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

/** What of somebody is none of it, of the facts that were asked together or not at all. */
function noneOf(member: Member): string[] {
  const fields = gatesOf(member).flatMap((gate) => GATES[gate].fields.flatMap(withAlong));
  return fields.filter((field) => [0, false].includes(member.facts[field] as number | boolean));
}

function ofMember(member: Member): Given {
  const none = noneOf(member);
  const facts = Object.entries(member.facts).filter(
    ([field, value]) => value !== undefined && !none.includes(field),
  );
  const childcare = member.childcare.flatMap(childcareRows);
  const asked = gatesOf(member).flatMap((gate) => offered(member.id, gate));
  const names = none.filter((field) => asked.includes(field)).map((field) => fieldName(field));
  return {
    title: capital(whoIs(member)),
    rows: [
      ...facts.map(([field, value]) => row(field, Array.isArray(value) ? value.map(whoOf) : value)),
      ...childcare,
      ...unknown(member.id),
      ...(names.length > 0 ? [{ name: t('Nee of € 0', 'No or €0'), value: names.join(', ') }] : []),
    ],
  };
}

function childcareRows(care: Childcare) {
  if (care.uren === 0) return [{ name: fieldName('opvang'), value: choiceOf('nee') }];
  return Object.entries(care)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => row(`opvang.${field}`, value));
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
