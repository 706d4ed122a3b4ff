// What a page of the check shows of an answer, and what it makes of what somebody filled in.
import { t } from '../../lib/language.svelte';
import { dateFrom, numberFrom, typedFrom } from '../../lib/typed';
import { check } from '../../state/check.svelte';
import { GATES, answerGate, ticked, type Step } from './flow';

/** What somebody filled in on a page. */
export type Draft = {
  text: string;
  hours: string;
  period: 'jaar' | 'maand';
  chosen: string[];
  date: [string, string, string];
};

const COUNTED = { children: 'kind', others: 'medebewoner' } as const;

/** Amounts that are asked for a year and that people know for a month. */
export const YEARLY = ['loon', 'pensioen', 'uitkering', 'pensioenpremie'];

/** What a page shows at first: what was answered before. */
export function draftOf(step: Step): Draft {
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
      if (draft.chosen.length === 0 && seen) draft.chosen = ['geen'];
      break;
    case 'fact': {
      const value = check.get(step.owner, step.field);
      draft.text = typedFrom(value);
      draft.hours = typedFrom(check.get(step.owner, 'uren_per_week'));
      if (typeof value === 'boolean') draft.chosen = [value ? 'ja' : 'nee'];
      if (typeof value === 'string') draft.chosen = [value];
    }
  }
  return draft;
}

/** Keeps what was filled in; or says what is wrong with it, in plain words, and keeps nothing. */
export function keep(step: Step, draft: Draft, municipalities: string[]): string | undefined {
  switch (step.kind) {
    case 'municipality': {
      const typed = draft.text.trim().toLowerCase();
      const found = municipalities.find((name) => name.toLowerCase() === typed);
      if (!found) {
        return t(
          'Kies een gemeente uit de lijst. Typ de eerste letters van de naam.',
          'Choose a municipality from the list. Type the first letters of its name.',
        );
      }
      check.set('huishouden', 'gemeente', found);
      return undefined;
    }
    case 'born':
      return born(step.member, draft);
    case 'partner':
      return partner(draft.chosen[0]);
    case 'children':
    case 'others': {
      const count = /^\d{1,2}$/.test(draft.text.trim()) ? Number(draft.text) : NaN;
      if (!(count <= 12)) return t('Vul een getal in van 0 tot en met 12.', 'Fill in a number from 0 to 12.');
      check.resize(COUNTED[step.kind], count);
      return undefined;
    }
    case 'gate': {
      if (draft.chosen.length === 0) {
        return t(
          'Kies wat er klopt, of kies ‘geen van deze’.',
          'Choose what is right, or choose ‘none of these’.',
        );
      }
      answerGate(step.owner, step.gate, draft.chosen.includes('geen') ? [] : draft.chosen);
      return undefined;
    }
    case 'fact':
      return fact(step, draft);
  }
}

function born(id: number, draft: Draft): string | undefined {
  const date = dateFrom(...draft.date);
  if (!date) {
    return t(
      'Vul een datum in die bestaat: een dag, een maand als getal en een jaar, zoals 14 3 1991.',
      'Fill in a date that exists: a day, a month as a number and a year, such as 14 3 1991.',
    );
  }
  if (date > check.date) return t('Deze datum is nog niet geweest.', 'This date has not been yet.');
  const name = draft.text.trim();
  const others = check.household.filter((member) => member.id !== id);
  if (name && others.some((member) => member.name.toLowerCase() === name.toLowerCase())) {
    return t(
      'Er is al iemand met deze naam. Kies een andere naam.',
      'Somebody has this name already. Choose another name.',
    );
  }
  const member = check.member(id)!;
  member.born = date;
  member.name = name;
  return undefined;
}

function partner(choice: string | undefined): string | undefined {
  if (!choice) return t('Kies een antwoord.', 'Choose an answer.');
  check.resize('partner', choice === 'nee' ? 0 : 1);
  const member = check.of('partner')[0];
  if (member) member.facts['samenleving'] = choice;
  return undefined;
}

function fact(step: Step & { kind: 'fact' }, draft: Draft): string | undefined {
  const { owner, field, question } = step;
  if (question.keuzes.length > 0) {
    const choice = draft.chosen[0];
    if (!choice) return t('Kies een antwoord.', 'Choose an answer.');
    const yes = question.soort === 'ja_nee';
    check.set(owner, field, yes ? choice === 'ja' : choice);
    return undefined;
  }
  const number = numberFrom(draft.text);
  if (number === undefined) {
    return t('Vul een getal in, zoals 1200 of 1.250,75.', 'Fill in a number, such as 1200 or 1250.75.');
  }
  if (number < 0 && field !== 'winst')
    return t('Vul een getal in van 0 of hoger.', 'Fill in a number of 0 or more.');
  const whole = question.soort === 'aantal';
  if (whole && !Number.isInteger(number)) return t('Vul een heel getal in.', 'Fill in a whole number.');
  const value = Math.round(number * (draft.period === 'maand' ? 12 : 1) * 100) / 100;
  if (value > 10_000_000)
    return t('Dit bedrag is te hoog. Controleer het.', 'This amount is too high. Check it.');
  if (field === 'loon' && draft.hours.trim()) {
    const hours = numberFrom(draft.hours);
    if (hours === undefined || hours < 0 || hours > 168) {
      return t(
        'Vul bij de uren een getal in van 0 tot en met 168.',
        'Fill in a number of hours from 0 to 168.',
      );
    }
    check.set(owner, 'uren_per_week', hours);
  }
  check.set(owner, field, value);
  return undefined;
}

/** Whether a page can be left open: what decides who is in the household cannot. */
export const canBeUnknown = (step: Step) => step.kind === 'municipality' || step.kind === 'fact';

/** Leaves what a page asks open. */
export function leaveOpen(step: Step) {
  if (step.kind === 'municipality') check.leaveOpen('huishouden', 'gemeente');
  if (step.kind === 'fact') check.leaveOpen(step.owner, step.field);
}

export const fieldsOf = (step: Step & { kind: 'gate' }) => GATES[step.gate].fields;
