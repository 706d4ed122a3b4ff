// The household file, in the shape of the contract.

export type Value = string | number | boolean;
/** A part of the file can list the fields that nobody knows. */
type Part = { onbekend?: string[] };
export type Childcare = { soort?: string; uren?: number; uurtarief?: number } & Part;
export type Person = {
  naam?: string;
  rol: 'aanvrager' | 'partner' | 'kind' | 'medebewoner';
  geboortedatum: string;
  opvang?: Childcare[];
  ouders?: string[];
} & Part & { [key: string]: Value | Value[] | Childcare[] | undefined };
export type Home = Part & { [key: string]: Value | string[] | undefined };
export type Household = {
  gemeente?: string;
  gemeentelijke_heffingen?: number;
  woning?: Home;
  personen: Person[];
} & Part;
export type HouseholdFile = { rekendatum: string; huishouden: Household };

/** What stands for an answer that nobody knows, where somebody types. */
export const UNKNOWN = '?';

type Tree = { [key: string]: unknown };

const steps = (place: string) => place.match(/[^.[\]]+/g) ?? [];

/** What stands at a place such as `huishouden.personen[0].loon`. */
export function at(file: HouseholdFile, place: string): unknown {
  return steps(place).reduce<unknown>((node, step) => (node as Tree | undefined)?.[step], file);
}

/** The part of the file that a place is in, made with what is missing on the way; and the field in it. */
function partOf(file: HouseholdFile, place: string): [part: Tree & Part, field: string] {
  const path = steps(place);
  const end = path.pop()!;
  let node = file as unknown as Tree;
  path.forEach((step, at) => {
    const list = /^\d+$/.test(path[at + 1] ?? end);
    node = (node[step] ??= list ? [] : {}) as Tree;
  });
  return [node, end];
}

/** Whether a file says that nobody knows what is to stand at a place. */
export function isUnknown(file: HouseholdFile, place: string): boolean {
  const end = place.lastIndexOf('.');
  const part = at(file, place.slice(0, end)) as Part | undefined;
  return part?.onbekend?.includes(place.slice(end + 1)) ?? false;
}

/** Puts a value at a place, making what is missing on the way; nothing takes it away. What has a value is known. */
export function put(file: HouseholdFile, place: string, value: Value | undefined) {
  const [part, field] = partOf(file, place);
  if (value === undefined) delete part[field];
  else part[field] = value;
  drop(part, (one) => one === field);
}

/** Says that nobody knows what is to stand at a place. */
export function leaveUnknown(file: HouseholdFile, place: string) {
  const [part, field] = partOf(file, place);
  delete part[field];
  part.onbekend = [...(part.onbekend ?? []).filter((one) => one !== field), field];
}

/** The parts of a file that can say so, each with its place. */
function partsOf({ huishouden }: HouseholdFile): [place: string, part: Part | undefined][] {
  const people = huishouden.personen.flatMap((person, at): [string, Part][] => [
    [`huishouden.personen[${at}]`, person],
    ...(person.opvang ?? []).map((care, item): [string, Part] => [
      `huishouden.personen[${at}].opvang[${item}]`,
      care,
    ]),
  ]);
  return [['huishouden', huishouden], ['huishouden.woning', huishouden.woning], ...people];
}

/** The places of what nobody knows. */
export const unknownIn = (file: HouseholdFile): string[] =>
  partsOf(file).flatMap(([place, part]) => (part?.onbekend ?? []).map((field) => `${place}.${field}`));

/** Takes out of what nobody knows what has an answer after all, such as in a household that is tried out. */
export function settle(file: HouseholdFile): HouseholdFile {
  for (const [, part] of partsOf(file)) if (part) drop(part, (field) => (part as Tree)[field] !== undefined);
  return file;
}

/** Takes fields out of what nobody knows. */
function drop(part: Part, which: (field: string) => boolean) {
  if (!part.onbekend) return;
  part.onbekend = part.onbekend.filter((field) => !which(field));
  if (part.onbekend.length === 0) delete part.onbekend;
}

/** The same household without a word on what nobody knows. */
export function withoutUnknown(file: HouseholdFile): HouseholdFile {
  const bare = structuredClone(file);
  for (const [, part] of partsOf(bare)) delete part?.onbekend;
  return bare;
}

/** The amount that somebody has of something; nothing is 0. */
export const numberAt = (person: Person, field: string) =>
  typeof person[field] === 'number' ? person[field] : 0;

/** Whether nobody said in how many hours somebody earns their wage. Then there is no wage per hour to go by. */
export const hoursMissing = (person: Person) =>
  numberAt(person, 'loon') > 0 && numberAt(person, 'uren_per_week') === 0;

/** Who can have a wage that counts for the household: the aanvrager and the partner, as the engine names them. */
export const earnersIn = (file: HouseholdFile): string[] =>
  file.huishouden.personen.flatMap(({ rol }, at) =>
    rol === 'aanvrager' || rol === 'partner' ? [nameOf(file, at)] : [],
  );

/** What somebody is called: the name in the file, or the role as the engine names it. */
export function nameOf(file: HouseholdFile, position: number): string {
  const person = file.huishouden.personen[position]!;
  if (person.naam) return person.naam;
  if (person.rol === 'aanvrager' || person.rol === 'partner') return person.rol;
  const before = file.huishouden.personen.slice(0, position + 1);
  return `${person.rol} ${before.filter((other) => other.rol === person.rol).length}`;
}
