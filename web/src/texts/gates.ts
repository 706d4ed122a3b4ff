// What is asked of several facts at once.
import { t } from '../lib/language.svelte';
import type { Gate } from '../pages/rechtencheck/flow';

/** The question of a gate: to somebody (no name) or about somebody else. */
export function gateTexts(gate: Gate, name: string | null): { question: string; help?: string } {
  const several = t('U kunt meer antwoorden kiezen.', 'You can choose more than one answer.');
  switch (gate) {
    case 'inkomen':
      return {
        question: name
          ? t(`Welk inkomen heeft ${name}?`, `Which income does ${name} have?`)
          : t('Welk inkomen hebt u?', 'Which income do you have?'),
        help: t(
          'Bijstand, AOW en toeslagen hoeft u niet te noemen: die rekenen wij uit. U kunt meer antwoorden kiezen.',
          'Leave out bijstand, AOW and toeslagen: we work those out. You can choose more than one answer.',
        ),
      };
    case 'vermogen':
      return {
        question: name
          ? t(`Wat had ${name} op 1 januari?`, `What did ${name} have on 1 January?`)
          : t('Wat had u op 1 januari?', 'What did you have on 1 January?'),
        help: several,
      };
    case 'situatie':
      return {
        question: name
          ? t(`Wat klopt er voor ${name}?`, `What is right for ${name}?`)
          : t('Wat klopt er voor u?', 'What is right for you?'),
        help: several,
      };
    case 'kind':
      return {
        question: t(`Heeft ${name} zelf inkomen of geld?`, `Does ${name} have income or money of their own?`),
        help: several,
      };
    case 'opvang':
      return {
        question: t(`Gaat ${name} naar de kinderopvang?`, `Does ${name} go to childcare?`),
        help: t(
          'Een kinderdagverblijf, bso of gastouder die geregistreerd is. Niet: opa, oma of de speeltuin.',
          'A registered day care, out-of-school care or childminder. Not: a grandparent or a playground.',
        ),
      };
  }
}

/** What can be said of the benefit of somebody who lives with a parent. */
function benefitOf(age: number): string {
  return age < 18
    ? t('Een uitkering of pensioen voor wezen', 'A benefit or pension for orphans')
    : t('Een uitkering, zoals Wajong of WW', 'A benefit such as Wajong or WW');
}

/** An answer of a gate, to somebody of this age. */
export function optionOf(field: string, gate: Gate, age: number): { text: string; help?: string } {
  const options: Record<string, { text: string; help?: string }> = {
    loon: {
      text:
        gate === 'kind'
          ? t('Loon, ook van een bijbaan', 'A wage, also of a job on the side')
          : t('Loon uit werk', 'A wage from work'),
    },
    winst: { text: t('Winst uit een eigen bedrijf', 'Profit from a business') },
    pensioen: {
      text:
        gate === 'kind'
          ? t('Een pensioen voor wezen', 'A pension for orphans')
          : t('Pensioen, naast de AOW', 'Pension, beside the AOW'),
    },
    uitkering: {
      text:
        gate === 'kind' ? benefitOf(age) : t('Een uitkering, zoals WW of WIA', 'A benefit such as WW or WIA'),
    },
    spaargeld: { text: t('Geld op de bank', 'Money in the bank') },
    overig_vermogen: {
      text: t('Ander vermogen', 'Other assets'),
      help: t('Zoals aandelen of een tweede huis', 'Such as shares or a second house'),
    },
    schulden: {
      text: t('Schulden', 'Debts'),
      help: t('Zonder de hypotheek van de woning', 'Without the mortgage of the home'),
    },
    waarde_auto: { text: t('Een auto of motor', 'A car or motorcycle') },
    student: { text: t('Volgt een opleiding', 'Is a student') },
    jonggehandicapt: { text: t('Krijgt een Wajong-uitkering', 'Receives a Wajong benefit') },
    medisch_urenbeperkt: {
      text: t(
        'Kan door ziekte of handicap minder uren werken',
        'Can work fewer hours because of illness or disability',
      ),
      help: t('De gemeente of het UWV stelt dat vast', 'The municipality or UWV decides that'),
    },
    in_inrichting: {
      text: t(
        'Woont in een inrichting, zoals een verpleeghuis',
        'Lives in an institution, such as a nursing home',
      ),
    },
    zorgverzekerd: { text: t('Heeft géén Nederlandse zorgverzekering', 'Has no Dutch health insurance') },
  };
  return options[field] ?? { text: field };
}
