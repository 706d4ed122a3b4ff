// Another home, or another municipality.
import { municipalities } from '../../../../engine/engine';
import { t } from '../../../../lib/language.svelte';
import { named } from '../../../../lib/plain';
import { euro } from '../../../../lib/wording';
import type { Home, HouseholdFile } from '../../../../state/file';
import { amountOf, copy, notAnAmount, type Change, type Entries, type Question } from './change';

const KINDS = () => [
  { value: 'huurwoning', text: t('Een huurwoning met eigen voordeur', 'A rented home with its own door') },
  { value: 'kamer', text: t('Een kamer', 'A room') },
  { value: 'koopwoning', text: t('Een koopwoning', 'An owner-occupied home') },
  { value: 'inwonend', text: t('Ik woon bij iemand in', 'I live in somebody else’s home') },
];

const RENTED = ['huurwoning', 'kamer'];

function homeQuestions(kind: string): Question[] {
  const place = (field: string) => `huishouden.woning.${field}`;
  if (RENTED.includes(kind)) {
    return [
      {
        id: 'kale_huur',
        kind: 'amount',
        label: t('Kale huur per maand', 'Basic rent per month'),
        place: place('kale_huur'),
      },
      {
        id: 'servicekosten',
        kind: 'amount',
        label: t('Servicekosten per maand (mag leeg)', 'Service costs per month (may be empty)'),
        place: place('servicekosten'),
      },
    ];
  }
  if (kind !== 'koopwoning') return [];
  return [
    { id: 'woz_waarde', kind: 'amount', label: t('WOZ-waarde', 'WOZ value'), place: place('woz_waarde') },
    {
      id: 'hypotheekschuld',
      kind: 'amount',
      label: t('Hypotheekschuld', 'Mortgage debt'),
      place: place('hypotheekschuld'),
    },
    {
      id: 'hypotheekrente',
      kind: 'amount',
      label: t('Hypotheekrente per jaar', 'Mortgage interest a year'),
      place: place('hypotheekrente'),
    },
  ];
}

/** Another home in the same municipality. */
export function move(file: HouseholdFile): Change {
  const kindOf = (entries: Entries) => entries['soort']?.text || 'huurwoning';
  return {
    id: 'verhuizen',
    name: t('Een andere woning of huur', 'Another home or rent'),
    questions: (entries) => [
      {
        id: 'soort',
        kind: 'select',
        label: t('Wat voor woning?', 'What kind of home?'),
        options: KINDS(),
        first: 'huurwoning',
      },
      ...homeQuestions(kindOf(entries)),
    ],
    make: (entries) => {
      const kind = kindOf(entries);
      const home: Home = { soort: kind === 'kamer' ? 'huurwoning' : kind };
      const wrong: Record<string, string> = {};
      for (const { id } of homeQuestions(kind)) {
        const amount = amountOf(entries[id], id === 'servicekosten');
        if (amount === undefined) wrong[id] = notAnAmount();
        else home[id] = amount;
      }
      if (Object.keys(wrong).length > 0) return { wrong };
      if (RENTED.includes(kind)) home['zelfstandig'] = kind === 'huurwoning';
      const made = copy(file);
      made.huishouden.woning = home;
      const name = KINDS().find((one) => one.value === kind)!.text;
      const rent = home['kale_huur'];
      return {
        file: made,
        title: typeof rent === 'number' ? `${name}, ${euro(rent)} ${t('per maand', 'a month')}` : name,
        notes: [t('De gemeentelijke belastingen blijven gelijk.', 'The municipal taxes stay the same.')],
        real: true,
      };
    },
  };
}

/** The same home in another municipality. */
export function otherMunicipality(file: HouseholdFile): Change {
  return {
    id: 'gemeente',
    name: t('Een andere gemeente', 'Another municipality'),
    questions: () => [
      {
        id: 'gemeente',
        kind: 'municipality',
        label: t('Welke gemeente?', 'Which municipality?'),
        place: 'huishouden.gemeente',
      },
    ],
    make: async (entries) => {
      const typed = (entries['gemeente']?.text ?? '').trim();
      if (!typed) {
        return {
          wrong: {
            gemeente: t(
              'Kies een gemeente uit de lijst. Typ de eerste letters van de naam.',
              'Choose a municipality from the list. Type the first letters of its name.',
            ),
          },
        };
      }
      const names = (await municipalities()).map((one) => one.naam);
      // What is not in the list may be another way to write a name; if it is none, the engine says so.
      const name = named(names, typed) ?? typed;
      const made = copy(file);
      made.huishouden.gemeente = name;
      const notes = [
        t('Huur en gemeentelijke belastingen blijven gelijk.', 'Rent and municipal taxes stay the same.'),
      ];
      return { file: made, title: `In ${name}`, notes, real: true };
    },
  };
}
