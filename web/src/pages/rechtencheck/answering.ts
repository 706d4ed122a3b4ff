// What a page of the check shows of an answer, and what it makes of what somebody filled in.
import { t } from '../../lib/language.svelte';
import { named } from '../../lib/plain';
import { dateFrom, numberFrom, typedFrom } from '../../lib/typed';
import { day } from '../../lib/wording';
import { check, type Draft } from '../../state/check.svelte';
import { today } from '../../state/day';
import { answerGate, isBlank, known, leaveGateOpen, noneAlong, offered, ticked, type Step } from './flow';
import { whoIs } from '../../texts/people';
import type { AtField, FieldId } from './wrong';

const COUNTED = { children: 'kind', others: 'medebewoner' } as const;

/** Amounts that are asked for a year and that people know for a month. */
export const YEARLY = ['loon', 'pensioen', 'uitkering', 'pensioenpremie'];

/** An amount for a year, as what it is for a month. */
export const perMonth = (value: number) => Math.round((value / 12) * 100) / 100;

/** What a page shows at first: what was filled in before, or else what was answered. */
export const draftOf = (step: Step): Draft => structuredClone(check.aside.get(step.id)) ?? answerOf(step);

/** Keeps what was filled in on a page, when that is not what was answered. */
export function aside(step: Step, draft: Draft) {
  if (JSON.stringify(draft) !== JSON.stringify(answerOf(step))) check.aside.set(step.id, draft);
}

function answerOf(step: Step): Draft {
  const draft: Draft = { text: '', hours: '', period: 'jaar', chosen: [], date: ['', '', ''] };
  const seen = check.trail.includes(step.id);
  switch (step.kind) {
    case 'municipality':
      draft.text = String(check.get('huishouden', 'gemeente') ?? '');
      break;
    case 'born': {
      const member = check.member(step.member)!;
      const [year = '', month = '', day = ''] = member.born.split('-');
      draft.date = [day, month, year];
      draft.text = member.name;
      break;
    }
    case 'partner': {
      const partner = check.of('partner')[0];
      draft.chosen = partner ? [String(partner.facts['samenleving'] ?? 'gehuwd')] : seen ? ['nee'] : [];
      break;
    }
    case 'children':
    case 'others': {
      const count = check.of(COUNTED[step.kind]).length;
      draft.text = seen || count > 0 ? String(count) : '';
      break;
    }
    case 'gate':
      draft.chosen = ticked(step.owner, step.gate);
      if (draft.chosen.length === 0 && seen && !isBlank(step.owner, step.gate)) draft.chosen = ['geen'];
      break;
    case 'fact': {
      const value = check.get(step.owner, step.field);
      if (typeof value === 'number' && check.isMonthly(step.owner, step.field)) draft.period = 'maand';
      draft.text = typedFrom(draft.period === 'maand' ? perMonth(value as number) : value);
      draft.hours = typedFrom(check.get(step.owner, 'uren_per_week'));
      if (typeof value === 'boolean') draft.chosen = [value ? 'ja' : 'nee'];
      if (typeof value === 'string') draft.chosen = [value];
    }
  }
  return draft;
}

const wrong = (dutch: string, english: string, field: FieldId = 'antwoord'): AtField[] => [
  { field, text: t(dutch, english) },
];

/** Keeps what was filled in; or says in plain words what is wrong with it at which field, and keeps nothing. */
export function keep(step: Step, draft: Draft, municipalities: string[]): AtField[] {
  switch (step.kind) {
    case 'municipality': {
      const found = named(municipalities, draft.text);
      if (!found) {
        return wrong(
          'Kies een gemeente uit de lijst. Typ de eerste letters van de naam.',
          'Choose a municipality from the list. Type the first letters of its name.',
        );
      }
      check.set('huishouden', 'gemeente', found);
      return [];
    }
    case 'born':
      return born(step.member, draft);
    case 'partner':
      return partner(draft.chosen[0]);
    case 'children':
    case 'others': {
      const count = /^\d{1,2}$/.test(draft.text.trim()) ? Number(draft.text) : NaN;
      if (!(count <= 12))
        return wrong('Vul een getal in van 0 tot en met 12.', 'Fill in a number from 0 to 12.');
      check.resize(COUNTED[step.kind], count);
      return [];
    }
    case 'gate': {
      if (draft.chosen.length === 0) {
        return wrong(
          'Kies wat er klopt, of kies ‘geen van deze’.',
          'Choose what is right, or choose ‘none of these’.',
        );
      }
      answerGate(step.owner, step.gate, draft.chosen.includes('geen') ? [] : draft.chosen);
      return [];
    }
    case 'fact':
      return fact(step, draft);
  }
}

function born(id: number, draft: Draft): AtField[] {
  const date = dateFrom(...draft.date);
  const name = draft.text.trim();
  const others = check.household.filter((member) => member.id !== id);
  const mistakes = [
    ...(!date
      ? wrong(
          'Vul een datum in die bestaat: een dag, een maand als getal en een jaar, zoals 14 3 1991.',
          'Fill in a date that exists: a day, a month as a number and a year, such as 14 3 1991.',
        )
      : date > today()
        ? wrong('Deze datum is nog niet geweest.', 'This date has not been yet.')
        : date > check.date
          ? wrong(
              `Deze datum is na ${day(check.date)}: de dag waarvoor wij rekenen.`,
              `This date is after ${day(check.date)}: the day we work it out for.`,
            )
          : []),
    ...(name && others.some((member) => whoIs(member).toLowerCase() === name.toLowerCase())
      ? wrong(
          'Er is al iemand met deze naam. Kies een andere naam.',
          'Somebody has this name already. Choose another name.',
          'naam',
        )
      : []),
  ];
  if (!date || mistakes.length > 0) return mistakes;
  const member = check.member(id)!;
  const before = member.born && offered(id, 'kind');
  member.born = date;
  member.name = name;
  if (before && member.role === 'kind') grown(id, before);
  return [];
}

/** With another age more can be there than what was asked: then it is asked anew. */
function grown(id: number, before: string[]) {
  const more = offered(id, 'kind').filter((field) => !before.includes(field));
  if (more.length === 0 || !check.trail.includes(`kind:${id}`)) return;
  for (const field of more) check.forget(id, field);
  check.trail = check.trail.filter((one) => one !== `kind:${id}`);
}

function partner(choice: string | undefined): AtField[] {
  if (!choice) return wrong('Kies een antwoord.', 'Choose an answer.');
  check.resize('partner', choice === 'nee' ? 0 : 1);
  const member = check.of('partner')[0];
  if (member) member.facts['samenleving'] = choice;
  return [];
}

function fact(step: Step & { kind: 'fact' }, draft: Draft): AtField[] {
  const { owner, field, question } = step;
  if (question.keuzes.length > 0) {
    const choice = draft.chosen[0];
    if (!choice) return wrong('Kies een antwoord.', 'Choose an answer.');
    const yes = question.soort === 'ja_nee';
    check.set(owner, field, yes ? choice === 'ja' : choice);
    if (field === 'woning.soort') liveIn(choice);
    return [];
  }
  const number = numberFrom(draft.text);
  const value = Math.round((number ?? 0) * (draft.period === 'maand' ? 12 : 1) * 100) / 100;
  const whole = question.soort === 'aantal';
  const hours = field === 'loon' ? numberFrom(draft.hours) : undefined;
  const mistakes = [
    ...amountMistakes(number, value, whole, field === 'winst'),
    ...(field === 'loon' ? hoursMistakes(draft.hours, hours) : []),
  ];
  if (mistakes.length > 0) return mistakes;
  check.set(owner, field, value);
  check.keepPeriod(owner, field, draft.period);
  if (value === 0 && owner !== 'huishouden') noneAlong(owner, field);
  if (field === 'loon' && hours !== check.get(owner, 'uren_per_week'))
    check.set(owner, 'uren_per_week', hours);
  return [];
}

/** What is asked of one kind of home only. */
const OF_HOME: Record<string, string[]> = {
  huurwoning: ['kale_huur', 'servicekosten', 'zelfstandig', 'aangepast'],
  koopwoning: ['woz_waarde', 'hypotheekrente', 'hypotheekschuld'],
};

/** What belongs to another kind of home goes. It is filled in already for who comes back to it. */
function liveIn(kind: string) {
  for (const [other, fields] of Object.entries(OF_HOME)) {
    for (const field of fields.map((name) => `woning.${name}`)) {
      const step = known.get(`feit:huishouden:${field}`);
      const given = check.get('huishouden', field);
      if (other !== kind) {
        if (step && given !== undefined) check.aside.set(step.id, answerOf(step));
        check.forget('huishouden', field);
        // A file that was opened says nothing of another home than its own.
      } else if (check.complete && given === undefined) {
        check.askFor('huishouden', field);
      }
    }
  }
}

function amountMistakes(
  number: number | undefined,
  value: number,
  whole: boolean,
  belowZero: boolean,
): AtField[] {
  if (number === undefined) {
    return wrong('Vul een getal in, zoals 1200 of 1.250,75.', 'Fill in a number, such as 1200 or 1250.75.');
  }
  if (number < 0 && !belowZero)
    return wrong('Vul een getal in van 0 of hoger.', 'Fill in a number of 0 or more.');
  if (whole && !Number.isInteger(number)) return wrong('Vul een heel getal in.', 'Fill in a whole number.');
  if (value > 10_000_000)
    return wrong('Dit bedrag is te hoog. Controleer het.', 'This amount is too high. Check it.');
  return [];
}

/** The hours beside a wage, which may be left empty. */
function hoursMistakes(typed: string, hours: number | undefined): AtField[] {
  if (!typed.trim() || (hours !== undefined && hours >= 0 && hours <= 168)) return [];
  return wrong(
    'Vul bij de uren een getal in van 0 tot en met 168.',
    'Fill in a number of hours from 0 to 168.',
    'uren',
  );
}

/** Whether a page can be left open: what decides who is in the household cannot. */
export const canBeUnknown = (step: Step) => ['municipality', 'gate', 'fact'].includes(step.kind);

/** Leaves what a page asks open. */
export function leaveOpen(step: Step) {
  if (step.kind === 'municipality') check.leaveOpen('huishouden', 'gemeente');
  if (step.kind === 'gate') leaveGateOpen(step.owner, step.gate);
  if (step.kind === 'fact') check.leaveOpen(step.owner, step.field);
}
