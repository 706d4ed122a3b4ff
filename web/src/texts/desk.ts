// The words of the page for professionals.
import { t } from '../lib/language.svelte';
import type { Group } from '../pages/rechtencheck/desk/fields';

/** What a group of fields is called. */
export function groupName(group: Group): string {
  const names: Record<Group, [string, string]> = {
    wie: ['Wie', 'Who'],
    inkomen: ['Inkomen', 'Income'],
    vermogen: ['Vermogen', 'Assets'],
    opvang: ['Opvang', 'Childcare'],
    situatie: ['Situatie', 'Situation'],
    bijstand: ['Bijstand', 'Bijstand'],
    overig: ['Overig', 'Other'],
  };
  return t(...names[group]);
}
