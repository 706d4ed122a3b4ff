// Which question comes next. First who is in the household; then what the engine still needs to know, of which
// questions that people answer together (which income is there?) come as one.
import { ask } from '../../engine/engine';
import type { Question, Questions } from '../../engine/answers';
import { check, type Member, type Owner } from '../../state/check.svelte';

export type Gate = 'inkomen' | 'vermogen' | 'situatie' | 'kind' | 'opvang';

export type Step =
  | { kind: 'municipality'; id: string }
  | { kind: 'partner'; id: string }
  | { kind: 'children'; id: string }
  | { kind: 'others'; id: string }
  | { kind: 'born'; id: string; member: number }
  | { kind: 'gate'; id: string; owner: number; gate: Gate; question: Question }
  | { kind: 'fact'; id: string; owner: Owner; field: string; question: Question };

/** What a gate asks about: what is not ticked is none of it. */
export const GATES: Record<Gate, { fields: string[]; none: (field: string) => number | boolean }> = {
  inkomen: { fields: ['loon', 'winst', 'pensioen', 'uitkering'], none: () => 0 },
  vermogen: { fields: ['spaargeld', 'overig_vermogen', 'schulden', 'waarde_auto'], none: () => 0 },
  situatie: {
    fields: ['student', 'jonggehandicapt', 'medisch_urenbeperkt', 'in_inrichting', 'zorgverzekerd'],
    none: (field) => field === 'zorgverzekerd',
  },
  kind: {
    fields: ['loon', 'winst', 'pensioen', 'uitkering', 'spaargeld', 'overig_vermogen', 'schulden'],
    none: () => 0,
  },
  opvang: { fields: ['opvang[0].uren', 'opvang[0].uurtarief', 'opvang[0].soort'], none: () => 0 },
};

/** From which age somebody can have what a gate asks of a child. */
const FROM_AGE: Record<string, number> = { loon: 13, winst: 13, pensioen: 18 };

/** What hangs on a field of a gate: without the first, the others are none of it either. */
const WITH: Record<string, [string, number | boolean][]> = {
  loon: [['pensioenpremie', 0]],
  winst: [['urencriterium', false]],
};

/** A field of a gate and what hangs on it. */
export const withAlong = (field: string) => [field, ...(WITH[field] ?? []).map(([other]) => other)];

/** Whether a fact hangs on another that is not known either. */
export const hangsOnUnknown = (owner: Owner, field: string) =>
  Object.keys(WITH).some(
    (first) => first !== field && withAlong(first).includes(field) && check.isUnknown(owner, first),
  );

/** Without the first there is nothing of what hangs on it. */
export function noneAlong(owner: number, field: string) {
  for (const [other, value] of WITH[field] ?? []) check.set(owner, other, value);
}

/** Which gates there are for somebody. */
export const gatesOf = ({ role }: Member): Gate[] =>
  role === 'kind' ? ['kind', 'opvang'] : ['inkomen', 'vermogen', 'situatie'];

export function gateOf(owner: Owner, field: string): Gate | undefined {
  const member = check.member(owner);
  if (!member) return undefined;
  if (field.startsWith('opvang[')) return 'opvang';
  return gatesOf(member).find((name) => GATES[name].fields.includes(field));
}

/** How old somebody is on the day that is worked out for. */
export function ageOf(owner: Owner): number {
  const { born } = check.member(owner)!;
  const years = Number(check.date.slice(0, 4)) - Number(born.slice(0, 4));
  // Before the birthday of this year it is one less.
  return check.date.slice(5) < born.slice(5) ? years - 1 : years;
}

/** What a gate asks of somebody: what can be there at their age, and what a file says is there. */
export function offered(owner: Owner, gate: Gate): string[] {
  const { fields, none } = GATES[gate];
  const there = (field: string) => (check.get(owner, field) ?? none(field)) !== none(field);
  return fields.filter((field) => gate !== 'kind' || ageOf(owner) >= (FROM_AGE[field] ?? 0) || there(field));
}

/** Whether somebody does not know anything of what a gate asks. */
export const isBlank = (owner: Owner, gate: Gate) =>
  offered(owner, gate).every((field) => check.isUnknown(owner, field));

/** Says of all that a gate asks that it is not known. What cannot be there is none of it all the same. */
export function leaveGateOpen(owner: number, gate: Gate) {
  answerGate(owner, gate, []);
  for (const field of offered(owner, gate).flatMap(withAlong)) check.leaveOpen(owner, field);
}

/** Has all asked once more that is not known. Where nothing of a gate is known, that begins with the gate. */
export function askAgain() {
  const blank = check.household.flatMap((member) =>
    gatesOf(member)
      .filter((gate) => isBlank(member.id, gate))
      .map((gate) => gateId(member.id, gate)),
  );
  check.trail = check.trail.filter((id) => !blank.includes(id));
  check.askAgain();
}

const gateId = (owner: Owner, gate: Gate) => `${gate}:${owner}`;

/** Fills in what a gate was answered with: which of its fields there are. */
export function answerGate(owner: number, gate: Gate, chosen: string[]) {
  // Childcare is there with all that is asked of it, or it is not.
  const ticked = gate === 'opvang' && chosen.length > 0 ? GATES.opvang.fields : chosen;
  const blank = isBlank(owner, gate);
  for (const field of GATES[gate].fields) {
    const none = GATES[gate].none(field);
    const given = check.get(owner, field);
    if (!ticked.includes(field)) {
      check.set(owner, field, gate === 'opvang' && field.endsWith('soort') ? undefined : none);
      noneAlong(owner, field);
    } else if (typeof none === 'boolean') {
      check.set(owner, field, !none);
    } else if (given === none) {
      withAlong(field).forEach((one) => check.set(owner, one, undefined));
    } else if (blank) {
      // Who did not know whether it is there, was not asked how much it is.
      withAlong(field).forEach((one) => check.askFor(owner, one));
    }
  }
  if (gate === 'opvang' && ticked.length === 0) check.member(owner)!.childcare = [{ uren: 0, uurtarief: 0 }];
}

/** Which fields of a gate there are, as far as it was answered. */
export function ticked(owner: number, gate: Gate): string[] {
  if (isBlank(owner, gate)) return [];
  const asked = check.trail.includes(gateId(owner, gate));
  const { fields, none } = GATES[gate];
  // A file says nothing of what is not in it; of what nobody knows it says that it is there.
  const said = (field: string) =>
    asked || check.get(owner, field) !== undefined || check.isUnknown(owner, field);
  return fields.filter((field) => said(field) && check.get(owner, field) !== none(field));
}

/** The questions about who is in the household, as far as is known now who is. */
export function setup(): Step[] {
  const born = (member: Member): Step => ({ kind: 'born', id: `geboren:${member.id}`, member: member.id });
  const applicant = check.of('aanvrager')[0] ?? check.add('aanvrager');
  return [
    { kind: 'municipality', id: 'gemeente' },
    born(applicant),
    { kind: 'partner', id: 'partner' },
    ...check.of('partner').map(born),
    { kind: 'children', id: 'kinderen' },
    ...check.of('kind').map(born),
    { kind: 'others', id: 'anderen' },
    ...check.of('medebewoner').map(born),
  ];
}

function stepOf(question: Question): Step {
  const { owner, field } = check.at(question.veld);
  const gate = gateOf(owner, field);
  if (gate && !check.trail.includes(gateId(owner, gate))) {
    return { kind: 'gate', id: gateId(owner, gate), owner: owner as number, gate, question };
  }
  return { kind: 'fact', id: `feit:${owner}:${field}`, owner, field, question };
}

/** What belongs together is asked together: the field, or the gate of it. */
function topic(step: Step): string {
  if (step.kind === 'gate') return step.id;
  if (step.kind !== 'fact') return '';
  if (step.field.startsWith('woning.')) return 'woning';
  const parent = Object.entries(WITH).find(([, others]) => others.some(([other]) => other === step.field));
  const gate = gateOf(step.owner, parent?.[0] ?? step.field);
  return gate ? gateId(step.owner, gate) : `${step.owner}`;
}

/** Whether a question makes sense only to who has a wage, and it is not known yet whether there is one. */
const isAfterIncome = (step: Step, steps: Step[]) =>
  step.kind === 'fact' &&
  step.field === 'maanden_vrijlating_gebruikt' &&
  steps.some((other) => topic(other) === gateId(step.owner as number, 'inkomen'));

/** The steps that are open still, the next one first. `after` is the step that was answered last. */
export function open(questions: Questions, after: Step | undefined): Step[] {
  const steps: Step[] = [];
  // What is asked once more comes in the order in which it was not known.
  const place = (question: Question) => check.again.indexOf(check.keysAt([question.veld])[0]!);
  const all =
    check.again.length > 0 ? questions.vragen.toSorted((a, b) => place(a) - place(b)) : questions.vragen;
  for (const step of all.map(stepOf)) {
    if (!steps.some((other) => other.id === step.id)) steps.push(step);
  }
  const late = steps.filter((step) => isAfterIncome(step, steps));
  const near = after ? steps.filter((step) => topic(step) === topic(after)) : [];
  const rest = steps.filter((step) => !near.includes(step));
  return [...[...near, ...rest].filter((step) => !late.includes(step)), ...late];
}

/** The steps that were shown, by id: what was asked before can be shown anew. */
export const known = new Map<string, Step>();

/** Whether a step is about somebody in the household as it is. */
export function isHere(step: Step): boolean {
  const owner = step.kind === 'born' ? step.member : 'owner' in step ? step.owner : 'huishouden';
  return owner === 'huishouden' || check.member(owner)?.here === true;
}

/** All steps that were answered, as far as they are of the household as it is. */
export function answered(): Step[] {
  const first = setup();
  const later = check.trail.map((id) => known.get(id)).filter((step) => step !== undefined);
  return [...first, ...later.filter((step) => !first.some((other) => other.id === step.id) && isHere(step))];
}

/** What the engine still needs to know. Of a file that was opened that is only what nobody knew. */
export async function questions(): Promise<Questions> {
  await check.settleDay();
  const weet_niet = check.skippedPlaces();
  const asked = await (check.complete
    ? ask({ vraag: 'vragen', weet_niet, alleen_onbekend: true }, check.file)
    : ask({ vraag: 'vragen', weet_niet }, check.answers));
  check.stillOpen = check.keysAt(asked.vragen.map((question) => question.veld));
  return asked;
}
