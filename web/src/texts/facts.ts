// How facts are asked: to somebody of their own, or about somebody else in the household.
import { t } from '../lib/language.svelte';

type Asked = {
  /** To the person: Dutch, English. */
  you: [string, string];
  /** About another; `{naam}` is who. */
  other?: [string, string];
  help?: [string, string];
};

const facts: Record<string, Asked> = {
  gemeente: {
    you: ['In welke gemeente woont u?', 'In which municipality do you live?'],
    help: [
      'Gemeenten hebben eigen regelingen, met eigen grenzen.',
      'Municipalities have schemes and limits of their own.',
    ],
  },
  gemeentelijke_heffingen: {
    you: [
      'Hoeveel betaalt u per jaar aan gemeentelijke belastingen?',
      'How much do you pay a year in municipal taxes?',
    ],
    help: [
      'Tel de afvalstoffenheffing en de rioolheffing op. Die staan op de aanslag van de gemeente.',
      'Add up the waste and sewage levies. They are on the assessment of the municipality.',
    ],
  },
  'woning.soort': {
    you: ['Hoe woont u?', 'How do you live?'],
  },
  'woning.kale_huur': {
    you: ['Hoeveel kale huur betaalt u per maand?', 'What is your basic rent per month?'],
    help: [
      'Zonder servicekosten, gas, water en licht.',
      'Without service costs, gas, water and electricity.',
    ],
  },
  'woning.servicekosten': {
    you: ['Hoeveel servicekosten betaalt u per maand?', 'How much do you pay in service costs per month?'],
    help: [
      'Alleen schoonmaak, energie en onderhoud van gedeelde ruimten, en de huismeester. Voor elk telt ten hoogste € 12.',
      'Only cleaning, energy and upkeep of shared rooms, and the caretaker. At most € 12 counts for each.',
    ],
  },
  'woning.zelfstandig': {
    you: [
      'Heeft uw woning een eigen voordeur, keuken en wc?',
      'Does your home have its own front door, kitchen and toilet?',
    ],
    help: [
      'Bij een kamer deelt u vaak de keuken of de wc. Dan is het antwoord nee.',
      'With a room you often share these. Then the answer is no.',
    ],
  },
  'woning.aangepast': {
    you: [
      'Is de woning aangepast voor iemand met een handicap?',
      'Is the home adapted for somebody with a disability?',
    ],
  },
  'woning.woz_waarde': {
    you: ['Wat is de WOZ-waarde van uw woning?', 'What is the WOZ value of your home?'],
    help: ['Die staat op de aanslag van de gemeente.', 'It is on the assessment of the municipality.'],
  },
  'woning.hypotheekrente': {
    you: ['Hoeveel hypotheekrente betaalt u per jaar?', 'How much mortgage interest do you pay a year?'],
  },
  'woning.hypotheekschuld': {
    you: ['Hoe hoog is de schuld van uw hypotheek?', 'How high is the debt of your mortgage?'],
  },
  loon: {
    you: ['Hoeveel loon krijgt u?', 'How much do you earn in wages?'],
    other: ['Hoeveel loon krijgt {naam}?', 'How much does {naam} earn in wages?'],
    help: [
      'Bruto, dus vóór belasting, met vakantiegeld. Op een jaaropgaaf heet dit: loon voor de loonbelasting.',
      'Gross, before tax, with holiday allowance. It is on the yearly statement of the employer.',
    ],
  },
  uren_per_week: {
    you: ['Hoeveel uur per week werkt u?', 'How many hours a week do you work?'],
    other: ['Hoeveel uur per week werkt {naam}?', 'How many hours a week does {naam} work?'],
  },
  pensioenpremie: {
    you: [
      'Hoeveel pensioenpremie betaalt u per jaar?',
      'How much do you pay in pension contributions a year?',
    ],
    other: [
      'Hoeveel pensioenpremie betaalt {naam} per jaar?',
      'How much does {naam} pay in pension contributions a year?',
    ],
    help: [
      'Dit staat op de loonstrook. Is het al van het bruto loon af? Vul dan 0 in.',
      'It is on the pay slip. Is it off the gross wage already? Then fill in 0.',
    ],
  },
  winst: {
    you: [
      'Hoeveel winst maakt u met uw bedrijf per jaar?',
      'How much profit does your business make a year?',
    ],
    other: [
      'Hoeveel winst maakt het bedrijf van {naam} per jaar?',
      'How much profit does the business of {naam} make a year?',
    ],
    help: [
      'Vóór aftrekposten voor ondernemers. Bij verlies: een min ervoor.',
      'Before deductions for entrepreneurs. For a loss: a minus in front.',
    ],
  },
  urencriterium: {
    you: [
      'Werkt u 1.225 uur of meer per jaar in uw bedrijf?',
      'Do you work 1,225 hours or more a year in your business?',
    ],
    other: [
      'Werkt {naam} 1.225 uur of meer per jaar in het bedrijf?',
      'Does {naam} work 1,225 hours or more a year in the business?',
    ],
  },
  pensioen: {
    you: [
      'Hoeveel pensioen krijgt u per jaar, naast de AOW?',
      'How much pension do you get a year, beside the AOW?',
    ],
    other: [
      'Hoeveel pensioen krijgt {naam} per jaar, naast de AOW?',
      'How much pension does {naam} get a year, beside the AOW?',
    ],
    help: ['Bruto, dus vóór belasting.', 'Gross, so before tax.'],
  },
  uitkering: {
    you: ['Hoeveel uitkering krijgt u per jaar?', 'How much do you get a year in benefits such as WW?'],
    other: [
      'Hoeveel uitkering krijgt {naam} per jaar?',
      'How much does {naam} get a year in benefits such as WW?',
    ],
    help: [
      'Zoals WW, WIA, Ziektewet of Wajong, bruto. Niet de bijstand.',
      'Such as WW, WIA, Ziektewet or Wajong, gross. Not bijstand.',
    ],
  },
  aow_opbouwjaren: {
    you: ['Hoeveel jaar hebt u AOW opgebouwd?', 'Over how many years did you build up AOW?'],
    other: ['Hoeveel jaar heeft {naam} AOW opgebouwd?', 'Over how many years did {naam} build up AOW?'],
    help: ['50 voor wie altijd in Nederland woonde.', '50 for who always lived in the Netherlands.'],
  },
  spaargeld: {
    you: [
      'Hoeveel geld had u op 1 januari op de bank?',
      'How much money did you have in the bank on 1 January?',
    ],
    other: [
      'Hoeveel geld had {naam} op 1 januari op de bank?',
      'How much money did {naam} have in the bank on 1 January?',
    ],
    help: ['Al uw rekeningen samen, ook spaarrekeningen.', 'All accounts together, savings too.'],
  },
  overig_vermogen: {
    you: [
      'Hoeveel ander vermogen had u op 1 januari?',
      'How much did you have in other assets on 1 January?',
    ],
    other: [
      'Hoeveel ander vermogen had {naam} op 1 januari?',
      'How much did {naam} have in other assets on 1 January?',
    ],
    help: [
      'Zoals aandelen of een tweede huis. Niet: de woning waarin u woont.',
      'Such as shares or a second house. Not: the home you live in.',
    ],
  },
  schulden: {
    you: ['Hoeveel schulden had u op 1 januari?', 'How much did you owe on 1 January?'],
    other: ['Hoeveel schulden had {naam} op 1 januari?', 'How much did {naam} owe on 1 January?'],
    help: [
      'Zonder de hypotheek van de woning waarin u woont.',
      'Without the mortgage of the home you live in.',
    ],
  },
  waarde_auto: {
    you: ['Hoeveel is uw auto of motor waard?', 'How much is your car or motorcycle worth?'],
    other: [
      'Hoeveel is de auto of motor van {naam} waard?',
      'How much is the car or motorcycle of {naam} worth?',
    ],
  },
  zorgverzekerd: {
    you: ['Hebt u een Nederlandse zorgverzekering?', 'Do you have Dutch health insurance?'],
    other: ['Heeft {naam} een Nederlandse zorgverzekering?', 'Does {naam} have Dutch health insurance?'],
  },
  student: {
    you: ['Volgt u een opleiding?', 'Are you a student?'],
    other: ['Volgt {naam} een opleiding?', 'Is {naam} a student?'],
  },
  jonggehandicapt: {
    you: ['Krijgt u een Wajong-uitkering?', 'Do you receive a Wajong benefit?'],
    other: ['Krijgt {naam} een Wajong-uitkering?', 'Does {naam} receive a Wajong benefit?'],
  },
  medisch_urenbeperkt: {
    you: [
      'Kunt u door ziekte of handicap minder uren werken?',
      'Can you work fewer hours because of illness or disability?',
    ],
    other: [
      'Kan {naam} door ziekte of handicap minder uren werken?',
      'Can {naam} work fewer hours because of illness or disability?',
    ],
    help: ['De gemeente of het UWV stelt dat vast.', 'The municipality or UWV decides that.'],
  },
  in_inrichting: {
    you: [
      'Woont u in een inrichting, zoals een verpleeghuis?',
      'Do you live in an institution, such as a nursing home?',
    ],
    other: [
      'Woont {naam} in een inrichting, zoals een verpleeghuis?',
      'Does {naam} live in an institution, such as a nursing home?',
    ],
  },
  bijstand_aangevraagd: {
    you: [
      'Vraagt u bijstand aan als u daar recht op hebt?',
      'Do you apply for bijstand if you are entitled to it?',
    ],
    other: [
      'Vraagt {naam} bijstand aan als daar recht op is?',
      'Does {naam} apply for bijstand if there is a right to it?',
    ],
    help: [
      'Bijstand is geld van de gemeente voor wie te weinig heeft om van te leven.',
      'Bijstand is money from the municipality for who has too little to live on.',
    ],
  },
  geen_beroep_op_ouders: {
    you: [
      'Kunnen of hoeven uw ouders u niet te helpen met geld?',
      'Is it so that your parents cannot or need not help you with money?',
    ],
    other: [
      'Kunnen of hoeven de ouders van {naam} niet te helpen met geld?',
      'Is it so that the parents of {naam} cannot or need not help with money?',
    ],
  },
  maanden_laag_inkomen: {
    you: ['Hoeveel maanden hebt u al een laag inkomen?', 'For how many months has your income been low?'],
    other: [
      'Hoeveel maanden heeft {naam} al een laag inkomen?',
      'For how many months has the income of {naam} been low?',
    ],
    help: ['Maanden achter elkaar.', 'Months in a row.'],
  },
  maanden_vrijlating_gebruikt: {
    you: [
      'Hoeveel maanden mocht u al een deel van uw loon houden naast bijstand?',
      'For how many months have you kept part of your wage beside bijstand?',
    ],
    other: [
      'Hoeveel maanden mocht {naam} al een deel van het loon houden naast bijstand?',
      'For how many months has {naam} kept part of the wage beside bijstand?',
    ],
    help: [
      'Hebt u nog nooit loon naast bijstand gehad? Vul dan 0 in.',
      'Did you never have a wage beside bijstand? Then fill in 0.',
    ],
  },
  commercieel_contract: {
    you: ['Is er een huurcontract tegen een gewone huurprijs?', 'Is there a contract at a normal rent?'],
    other: [
      'Huurt of verhuurt {naam} een kamer voor een gewone huurprijs?',
      'Does {naam} rent or let a room at a normal rent?',
    ],
  },
  verwantschap: {
    you: ['Wat is deze persoon van u?', 'What is this person to you?'],
    other: ['Wat is {naam} van u?', 'What is {naam} to you?'],
  },
  'opvang.soort': {
    you: ['Welke opvang is het?', 'Which childcare is it?'],
    other: ['Naar welke opvang gaat {naam}?', 'To which childcare does {naam} go?'],
  },
  'opvang.uren': {
    you: ['Hoeveel uur opvang is het per maand?', 'How many hours of childcare a month?'],
    other: [
      'Hoeveel uur per maand gaat {naam} naar de opvang?',
      'How many hours a month does {naam} go to childcare?',
    ],
    help: ['Dit staat op de rekening of in het contract.', 'It is on the bill or in the contract.'],
  },
  'opvang.uurtarief': {
    you: ['Hoeveel kost een uur opvang?', 'How much is an hour of childcare?'],
    other: ['Hoeveel kost een uur opvang voor {naam}?', 'How much is an hour of childcare for {naam}?'],
  },
};

const key = (field: string) => field.replace(/^opvang\[\d+\]/, 'opvang');

/** The question about a fact: to somebody (no name), or about somebody else. Nothing for a field without one. */
export function questionOf(field: string, name: string | null): string | undefined {
  const asked = facts[key(field)];
  if (!asked) return undefined;
  const text = name !== null && asked.other ? t(...asked.other) : t(...asked.you);
  return text.replace('{naam}', name ?? '');
}

/** What helps to answer it. */
export function helpOf(field: string): string | undefined {
  const help = facts[key(field)]?.help;
  return help && t(...help);
}

/** The words of a choice. */
export function choiceOf(choice: string): string {
  const choices: Record<string, [string, string]> = {
    ja: ['Ja', 'Yes'],
    nee: ['Nee', 'No'],
    huurwoning: ['Ik huur', 'I rent'],
    koopwoning: ['De woning is van mij of mijn partner', 'The home belongs to me or my partner'],
    inwonend: ['Ik woon bij iemand in', 'I live in somebody else’s home'],
    gehuwd: ['Getrouwd of geregistreerd partner', 'Married or registered partners'],
    samenlevingscontract: ['Samen, met een contract van de notaris', 'Together, with a notarial contract'],
    samenwonend: ['Samen, zonder contract', 'Together, without a contract'],
    dagopvang: ['Dagopvang (kinderdagverblijf)', 'Day care'],
    bso: ['Buitenschoolse opvang (bso)', 'Out-of-school care (bso)'],
    gastouder: ['Gastouder', 'Childminder'],
    ouder: ['Vader of moeder', 'Father or mother'],
    kind: ['Zoon of dochter', 'Son or daughter'],
    broer_zus: ['Broer of zus', 'Brother or sister'],
    geen: ['Geen familie, of anders', 'No family, or other'],
  };
  const known = choices[choice];
  return known ? t(...known) : choice;
}

/** What a fact is called when it is listed. */
export function labelOf(field: string): string {
  const last = key(field).split('.').at(-1)!.replaceAll('_', ' ');
  return last.charAt(0).toUpperCase() + last.slice(1);
}
