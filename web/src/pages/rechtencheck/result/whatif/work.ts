// More or fewer hours, another wage, or an income that stops.
import { ask } from '../../../../engine/engine';
import { t } from '../../../../lib/language.svelte';
import { typedFrom } from '../../../../lib/typed';
import { count, euro } from '../../../../lib/wording';
import { nameOf, type HouseholdFile, type Person } from '../../../../state/file';
import { amountOf, copy, notAnAmount, type Change, type Entries, type Made, type Wrong } from './change';

const numberAt = (person: Person, field: string) => (typeof person[field] === 'number' ? person[field] : 0);

/** The wage of `who` becomes another. */
export function otherWage(file: HouseholdFile, at: number, who: string): Change {
  const person = file.huishouden.personen[at]!;
  const [wage, hours] = [numberAt(person, 'loon'), numberAt(person, 'uren_per_week')];
  const place = (field: string) => `huishouden.personen[${at}].${field}`;
  return {
    id: `loon:${at}`,
    name: t(`${who}: meer of minder werken`, `${who}: more or less work`),
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
      entries['maat']?.text === 'loon'
        ? {
            id: 'loon',
            kind: 'amount',
            label: t('Nieuw bruto loon', 'New gross wage'),
            help:
              t('Met vakantiegeld. Nu is het', 'With holiday allowance. Now it is') +
              ` ${euro(wage)} ${t('per jaar', 'a year')}.`,
            monthly: true,
            place: place('loon'),
          }
        : {
            id: 'uren',
            kind: 'amount',
            unit: t('uur per week', 'hours a week'),
            label: t('Nieuw aantal uren', 'New number of hours'),
            help:
              wage > 0
                ? t('Het loon per uur blijft gelijk.', 'The wage per hour stays the same.')
                : t('Wij rekenen met het minimumloon.', 'We take the minimum wage.'),
            first: wage > 0 ? typedFrom(hours || undefined) : '',
            place: place('uren_per_week'),
          },
    ],
    make: (entries) => makeWage(file, at, who, entries),
  };
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
    title = `${who}: ${t('loon', 'wage')} ${euro(wage)} ${t('per jaar', 'a year')}`;
  } else {
    const hours = amountOf(entries['uren']);
    if (hours === undefined || hours > 168) {
      return {
        wrong: {
          uren: t('Vul een aantal uren in van 0 tot en met 168.', 'Fill in a number of hours from 0 to 168.'),
        },
      };
    }
    const { loon_per_weekuur: hour } = await ask(
      { vraag: 'werkloont', persoon: nameOf(file, at), uren: true, van: '0', tot: '1' },
      file,
    );
    person['uren_per_week'] = hours;
    person['loon'] = Math.round(hours * (hour?.per_jaar ?? 0) * 100) / 100;
    title = `${who}: ${count(hours)} ${t('uur per week', 'hours a week')}`;
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
