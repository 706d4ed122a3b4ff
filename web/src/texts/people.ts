// How the page names somebody.
import { t } from '../lib/language.svelte';
import { calledAs } from '../state/called';
import { check, type Member } from '../state/check.svelte';
import { nameOf } from '../state/file';

/** Somebody’s name, or what they are: ‘uw partner’, ‘kind 2’. */
export function whoIs(member: Member): string {
  if (member.name.trim()) return member.name.trim();
  const count = check.of(member.role).findIndex((other) => other.id === member.id) + 1;
  switch (member.role) {
    case 'aanvrager':
      return t('u', 'you');
    case 'partner':
      return t('uw partner', 'your partner');
    default:
      return calledAs(member.role, count)!;
  }
}

/** Whose income the engine can move: the name it knows, and how the page names them. */
export const earnersOf = () =>
  check.household.flatMap((member, at) =>
    member.role === 'aanvrager' || member.role === 'partner'
      ? [{ value: nameOf(check.file, at), text: whoIs(member) }]
      : [],
  );
