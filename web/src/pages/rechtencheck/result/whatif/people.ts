// Somebody comes to live in the household, or leaves it.
import { t } from '../../../../lib/language.svelte';
import { dateFrom } from '../../../../lib/typed';
import { day, euro } from '../../../../lib/wording';
import { nameOf, type HouseholdFile, type Person } from '../../../../state/file';
import { choiceOf } from '../../../../texts/facts';
import { amountOf, copy, notAnAmount, type Change } from './change';

const notADay = () =>
  t('Vul een datum in die bestaat, zoals 14 3 1991.', 'Fill in a date that exists, such as 14 3 1991.');

/** A partner comes to live in. The children stay children of who they were. */
export function together(file: HouseholdFile): Change {
  return {
    id: 'samen',
    name: t('Samenwonen met een partner', 'Living together with a partner'),
    questions: () => [
      {
        id: 'geboren',
        kind: 'date',
        label: t('Wanneer is de partner geboren?', 'When was the partner born?'),
        place: 'huishouden.personen[1].geboortedatum',
      },
      {
        id: 'loon',
        kind: 'amount',
        label: t('Bruto loon van de partner', 'Gross wage of the partner'),
        help: t('Geen loon? Vul 0 in.', 'No wage? Fill in 0.'),
        monthly: true,
        place: 'huishouden.personen[1].loon',
      },
      {
        id: 'hoe',
        kind: 'select',
        label: t('Hoe woont u dan samen?', 'How do you live together then?'),
        options: ['samenwonend', 'samenlevingscontract', 'gehuwd'].map((value) => ({
          value,
          text: choiceOf(value),
        })),
        first: 'samenwonend',
      },
    ],
    make: (entries) => {
      const wage = amountOf(entries['loon']);
      const born = dateFrom(...(entries['geboren']?.date ?? ['', '', '']));
      const wrong = {
        ...(!born && { geboren: notADay() }),
        ...(wage === undefined && { loon: notAnAmount() }),
      };
      if (!born || wage === undefined) return { wrong };
      const made = copy(file);
      const people = made.huishouden.personen;
      for (const person of people) if (person.rol === 'kind') person.ouders ??= [nameOf(file, 0)];
      const partner: Person = {
        rol: 'partner',
        samenleving: entries['hoe']?.text || 'samenwonend',
        geboortedatum: born,
        loon: wage,
      };
      people.splice(1, 0, partner);
      return {
        file: made,
        title: t(
          `Samen met een partner die ${euro(wage)} verdient`,
          `With a partner who earns ${euro(wage)}`,
        ),
        notes: [
          t(
            'De partner heeft geen spaargeld of ander inkomen.',
            'The partner has no savings or other income.',
          ),
          t('De huur blijft gelijk.', 'The rent stays the same.'),
        ],
        real: true,
      };
    },
  };
}

/** The partner leaves; children and home stay. */
export function apart(file: HouseholdFile, who: string): Change {
  return {
    id: 'uiteen',
    name: t('Niet meer samenwonen', 'No longer living together'),
    questions: () => [],
    make: () => {
      const made = copy(file);
      const at = made.huishouden.personen.findIndex((person) => person.rol === 'partner');
      const name = nameOf(file, at);
      made.huishouden.personen.splice(at, 1);
      for (const person of made.huishouden.personen) {
        const parents = person.ouders?.filter((parent) => parent !== name);
        if (parents && parents.length > 0) person.ouders = parents;
        else delete person.ouders;
      }
      return {
        file: made,
        title: t(`Zonder ${who}`, `Without ${who}`),
        notes: [
          t(
            'U blijft in deze woning, met de kinderen. De huur blijft gelijk.',
            'You stay in this home, with the children. The rent stays the same.',
          ),
          t('Met alimentatie rekenen wij niet.', 'We leave alimony out.'),
        ],
        real: true,
      };
    },
  };
}

/** A child more. One that is not born yet counts as if it were there all year, with the amounts of now. */
export function child(file: HouseholdFile): Change {
  const place = `huishouden.personen[${file.huishouden.personen.length}].geboortedatum`;
  return {
    id: 'kind',
    name: t('Een kind erbij', 'Another child'),
    questions: () => [
      {
        id: 'geboren',
        kind: 'date',
        label: t('Wanneer is of wordt het kind geboren?', 'When was the child born, or when will it be?'),
        help: t('Een dag die nog komt mag ook.', 'A day to come is fine too.'),
        place,
      },
    ],
    make: (entries) => {
      const born = dateFrom(...(entries['geboren']?.date ?? ['', '', '']));
      if (!born) return { wrong: { geboren: notADay() } };
      const real = born <= file.rekendatum;
      const made = copy(file);
      const last = made.huishouden.personen.findLastIndex((person) => person.rol !== 'medebewoner');
      const geboortedatum = real ? born : `${file.rekendatum.slice(0, 4)}-01-01`;
      made.huishouden.personen.splice(last + 1, 0, { rol: 'kind', geboortedatum });
      const notes = real
        ? [
            t(
              'Een toeslag of kinderbijslag kan later ingaan dan de geboorte.',
              'A benefit can start later than the birth.',
            ),
          ]
        : [
            t(
              'Wij rekenen alsof het kind er al een heel jaar is, met de bedragen van nu. De kinderbijslag begint in het kwartaal na de geboorte.',
              'We work it out as if the child has been there all year, with the amounts of now. Child benefit starts in the quarter after the birth.',
            ),
          ];
      return {
        file: made,
        title: t(`Een kind, geboren op ${day(born)}`, `A child, born on ${day(born)}`),
        notes,
        real,
      };
    },
  };
}
