// A question and its answer in short, for the list of answers.
import { t } from '../../lib/language.svelte';
import { day, euro } from '../../lib/wording';
import { check } from '../../state/check.svelte';
import { choiceOf, questionOf } from '../../texts/facts';
import { valueText } from '../../texts/fields';
import { gateTexts, optionOf } from '../../texts/gates';
import { whoIs } from '../../texts/people';
import { perMonth } from './answering';
import { ageOf, isBlank, ticked, type Step } from './flow';

const other = (owner: number | 'huishouden') => {
  const member = check.member(owner);
  return member && member.role !== 'aanvrager' ? whoIs(member) : null;
};

/** What a page asks. */
export function titleOf(step: Step): string {
  switch (step.kind) {
    case 'municipality':
      return t('Gemeente', 'Municipality');
    case 'born': {
      const name = other(step.member);
      if (name === null) return t('Uw geboortedatum', 'Your date of birth');
      return t(`Geboortedatum van ${name}`, `Date of birth of ${name}`);
    }
    case 'partner':
      return t('Partner', 'Partner');
    case 'children':
      return t('Kinderen', 'Children');
    case 'others':
      return t('Anderen in huis', 'Others in the home');
    case 'gate':
      return gateTexts(step.gate, other(step.owner)).question;
    case 'fact':
      return questionOf(step.field, other(step.owner)) ?? step.question.vraag;
  }
}

/** What was answered. */
export function answerText(step: Step): string {
  const unknown = t('Weet ik niet', 'I do not know');
  switch (step.kind) {
    case 'municipality':
      return String(check.get('huishouden', 'gemeente') ?? unknown);
    case 'born':
      return day(check.member(step.member)!.born);
    case 'partner':
      return choiceOf(String(check.of('partner')[0]?.facts['samenleving'] ?? 'nee'));
    case 'children':
      return String(check.of('kind').length);
    case 'others':
      return String(check.of('medebewoner').length);
    case 'gate': {
      if (isBlank(step.owner, step.gate)) return unknown;
      const chosen = ticked(step.owner, step.gate);
      if (step.gate === 'opvang') return chosen.length > 0 ? t('Ja', 'Yes') : t('Nee', 'No');
      return (
        chosen.map((field) => optionOf(field, step.gate, ageOf(step.owner)).text).join(', ') ||
        t('Geen van deze', 'None of these')
      );
    }
    case 'fact': {
      const value = check.get(step.owner, step.field);
      if (value === undefined) return unknown;
      if (typeof value === 'string') return choiceOf(value);
      const text = valueText(step.field, value);
      if (typeof value !== 'number' || !check.isMonthly(step.owner, step.field)) return text;
      const month = euro(perMonth(value));
      return `${text} ${t(`(${month} per maand)`, `(${month} a month)`)}`;
    }
  }
}
