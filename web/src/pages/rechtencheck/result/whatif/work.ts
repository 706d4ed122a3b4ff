// More or fewer hours, another wage, or an income that stops.
import { ask } from '../../../../engine/engine';
import { t } from '../../../../lib/language.svelte';
import { typedFrom } from '../../../../lib/typed';
import { capital, count, euro } from '../../../../lib/wording';
import {
  hoursMissing,
  nameOf,
  numberAt,
  settle,
  type HouseholdFile,
  type Person,
} from '../../../../state/file';
import {
  amountOf,
  copy,
  notAnAmount,
  type Change,
  type Entries,
  type Entry,
  type Made,
  type Question,
  type Wrong,
} from './change';

/** A number of hours a week. */
const hoursOf = (entry: Entry | undefined) => {
  const hours = amountOf(entry);
  return hours !== undefined && hours <= 168 ? hours : undefined;
};

/** The wage of `who` becomes another. */
export function otherWage(file: HouseholdFile, at: number, who: string): Change {
  const person = file.huishouden.personen[at]!;
  return {
    id: `loon:${at}`,
    name: `${capital(who)}: ${t('meer of minder werken', 'more or less work')}`,
    questions: (entries) => [
      {
        id: 'maat',
        kind: 'select',
        label: t('Wat wilt u invullen?', 'What do you want to fill in?'),
        options: [
          { value: 'uren', text: t('Het aantal uren per week', 'The hours a week') },
          { value: 'loon', text: t('Het loon', 'The wage') },
        ],
        first: 'uren',
      },
      ...(entries['maat']?.text === 'loon' ? [wageQuestion(person, at)] : hoursQuestions(person, at, who)),
    ],
    make: (entries) => makeWage(file, at, who, entries),
  };
}

function wageQuestion(person: Person, at: number): Question {
  const now = person.onbekend?.includes('loon')
    ? ''
    : ` ${t('Nu is het', 'Now it is')} ${euro(numberAt(person, 'loon'))} ${t('per jaar', 'a year')}.`;
  return {
    id: 'loon',
    kind: 'amount',
    label: t('Nieuw bruto loon', 'New gross wage'),
    help: t('Met vakantiegeld.', 'With holiday allowance.') + now,
    monthly: true,
    place: `huishouden.personen[${at}].loon`,
  };
}

function hoursQuestions(person: Person, at: number, who: string): Question[] {
  const earns = numberAt(person, 'loon') > 0;
  const shared = { kind: 'amount', unit: t('uur per week', 'hours a week') } as const;
  const english = who === t('u', 'you') ? 'do you' : `does ${who}`;
  const now: Question = {
    id: 'uren_nu',
    ...shared,
    label: t(`Hoeveel uur werkt ${who} nu per week?`, `How many hours a week ${english} work now?`),
    help: t('Zo weten wij het loon per uur.', 'That gives us the wage per hour.'),
  };
  const then: Question = {
    id: 'uren',
    ...shared,
    label: t('Nieuw aantal uren', 'New number of hours'),
    help: earns
      ? t('Het loon per uur blijft gelijk.', 'The wage per hour stays the same.')
      : t('Wij rekenen met het minimumloon.', 'We take the minimum wage.'),
    first: earns ? typedFrom(numberAt(person, 'uren_per_week') || undefined) : '',
    place: `huishouden.personen[${at}].uren_per_week`,
  };
  return hoursMissing(person) ? [now, then] : [then];
}

async function makeWage(
  file: HouseholdFile,
  at: number,
  who: string,
  entries: Entries,
): Promise<Made | Wrong> {
  const made = copy(file);
  const person = made.huishouden.personen[at]!;
  const before = numberAt(person, 'loon');
  const notes: string[] = [];
  let title: string;
  if (entries['maat']?.text === 'loon') {
    const wage = amountOf(entries['loon']);
    if (wage === undefined) return { wrong: { loon: notAnAmount() } };
    person['loon'] = wage;
    title = `${capital(who)}: ${t('loon', 'wage')} ${euro(wage)} ${t('per jaar', 'a year')}`;
  } else {
    const hours = hoursOf(entries['uren']);
    const now = hoursMissing(person) ? hoursOf(entries['uren_nu']) : undefined;
    const wrong = {
      ...(hours === undefined && {
        uren: t('Vul een aantal uren in van 0 tot en met 168.', 'Fill in a number of hours from 0 to 168.'),
      }),
      ...(hoursMissing(person) &&
        !now && {
          uren_nu: t(
            'Vul in hoeveel uur het nu is: meer dan 0, en niet meer dan 168.',
            'Fill in how many hours it is now: more than 0, and no more than 168.',
          ),
        }),
    };
    if (hours === undefined || Object.keys(wrong).length > 0) return { wrong };
    if (now) person['uren_per_week'] = now;
    const { loon_per_weekuur: hour } = await ask(
      { vraag: 'werkloont', persoon: nameOf(file, at), uren: true, van: '0', tot: '1' },
      settle(copy(made)),
    );
    person['uren_per_week'] = hours;
    person['loon'] = Math.round(hours * (hour?.per_jaar ?? 0) * 100) / 100;
    title = `${capital(who)}: ${count(hours)} ${t('uur per week', 'hours a week')}`;
    notes.push(
      t('Het loon is dan', 'The wage is then') + ` ${euro(person['loon'])} ${t('per jaar', 'a year')}.`,
    );
  }
  const premium = numberAt(person, 'pensioenpremie');
  if (premium > 0 && before > 0) {
    person['pensioenpremie'] = Math.round(((premium * (person['loon'] as number)) / before) * 100) / 100;
    notes.push(t('De pensioenpremie verandert mee.', 'The pension contribution changes along.'));
  }
  return { file: made, title, notes, real: true };
}

const INCOMES: Record<string, [string, string]> = {
  loon: ['loon', 'wage'],
  winst: ['winst', 'profit'],
  uitkering: ['uitkering', 'benefit'],
  pensioen: ['pensioen', 'pension'],
};

/** An income of `who` stops; nothing when there is none. */
export function incomeStops(file: HouseholdFile, at: number, who: string): Change | undefined {
  const person = file.huishouden.personen[at]!;
  const incomes = Object.keys(INCOMES).filter((field) => numberAt(person, field) !== 0);
  if (incomes.length === 0) return undefined;
  return {
    id: `stopt:${at}`,
    name: t(`${who}: inkomen stopt`, `${who}: income stops`),
    questions: () => [
      {
        id: 'welk',
        kind: 'select',
        label: t('Welk inkomen stopt?', 'Which income stops?'),
        options: incomes.map((field) => ({
          value: field,
          text: `${t(...INCOMES[field]!)}: ${euro(numberAt(person, field))}`,
        })),
        first: incomes[0]!,
      },
      {
        id: 'ervoor',
        kind: 'amount',
        label: t('Uitkering die ervoor in de plaats komt (mag leeg)', 'Benefit instead of it (may be empty)'),
        help: t(
          'Zoals WW of Ziektewet, bruto. Niet de bijstand: die rekenen wij uit.',
          'Such as WW or Ziektewet, gross. Not bijstand: we work that out.',
        ),
        monthly: true,
        place: `huishouden.personen[${at}].uitkering`,
      },
    ],
    make: (entries) => {
      const instead = amountOf(entries['ervoor'], true);
      if (instead === undefined) return { wrong: { ervoor: notAnAmount() } };
      const field = entries['welk']?.text || incomes[0]!;
      const made = copy(file);
      const other = made.huishouden.personen[at]!;
      other[field] = 0;
      if (field === 'loon') Object.assign(other, { pensioenpremie: 0, uren_per_week: 0 });
      if (field === 'winst') other['urencriterium'] = false;
      if (instead > 0) other['uitkering'] = numberAt(other, 'uitkering') + instead;
      const gone = t(...INCOMES[field]!);
      const title =
        instead > 0
          ? t(`${who}: geen ${gone}, wel een uitkering`, `${who}: no ${gone}, but a benefit`)
          : t(`${who}: geen ${gone}`, `${who}: no ${gone}`);
      return {
        file: made,
        title,
        notes: [
          t('Wij rekenen met een heel jaar zonder dit inkomen.', 'We take a whole year without this income.'),
        ],
        real: true,
      };
    },
  };
}
