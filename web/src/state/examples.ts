// The example households of the project, and household files that somebody opens.
import { again } from '../lib/again.svelte';
import type { HouseholdFile } from './file';

const files = import.meta.glob('../../../voorbeelden/*.yaml', { query: '?raw', import: 'default' });

type Example = { name: string; title: [string, string]; text: [string, string] };

export const examples: Example[] = [
  {
    name: 'alleenstaande',
    title: ['Yasmin, 34', 'Yasmin, 34'],
    text: [
      'Woont alleen in Utrecht en werkt in de thuiszorg.',
      'Lives alone in Utrecht and works in home care.',
    ],
  },
  {
    name: 'eenouder',
    title: ['Fatima met Noor en Sami', 'Fatima with Noor and Sami'],
    text: ['Alleenstaande ouder in Rotterdam, met opvang.', 'Single parent in Rotterdam, with childcare.'],
  },
  {
    name: 'werken-naast-bijstand',
    title: ['Eva werkt naast bijstand', 'Eva works beside bijstand'],
    text: [
      'Alleenstaande ouder in Tilburg met een kleine baan.',
      'Single parent in Tilburg with a small job.',
    ],
  },
  {
    name: 'paar-met-drie-kinderen',
    title: ['Daan en Emma met drie kinderen', 'Daan and Emma with three children'],
    text: ['Beiden werken; de jongste gaat naar de opvang.', 'Both work; the youngest goes to childcare.'],
  },
  {
    name: 'zelfstandige-met-kinderopvang',
    title: ['Nadia, zelfstandige', 'Nadia, self-employed'],
    text: ['Heeft een eigen bedrijf en twee kinderen.', 'Has a business and two children.'],
  },
  {
    name: 'pensioenpaar',
    title: ['Henk en Riet', 'Henk and Riet'],
    text: ['Een paar met AOW; Henk werkt nog.', 'A couple with AOW; Henk still works.'],
  },
  {
    name: 'student',
    title: ['Jesse, student', 'Jesse, student'],
    text: [
      'Huurt een studio in Groningen en heeft een bijbaan.',
      'Rents a studio in Groningen and has a job on the side.',
    ],
  },
];

/** The text of an example. */
export const textOf = (name: string) =>
  again.until('deel', files[`../../../voorbeelden/${name}.yaml`]!) as Promise<string>;

/** A household file as an object. YAML is read by a library that is loaded when it is needed. */
export async function parse(text: string): Promise<HouseholdFile> {
  const { parse } = await again.until('deel', () => import('yaml'));
  return parse(text) as HouseholdFile;
}

/** An example as an object. */
export const load = async (name: string) => parse(await textOf(name));
