// The household file, in the shape of the contract.

export type Value = string | number | boolean;
export type Childcare = { soort?: string; uren?: number; uurtarief?: number };
export type Person = {
  naam?: string;
  rol: 'aanvrager' | 'partner' | 'kind' | 'medebewoner';
  geboortedatum: string;
  opvang?: Childcare[];
  ouders?: string[];
} & { [key: string]: Value | Value[] | Childcare[] | undefined };
export type Home = { [key: string]: Value | undefined };
export type Household = {
  gemeente?: string;
  gemeentelijke_heffingen?: number;
  woning?: Home;
  personen: Person[];
};
export type HouseholdFile = { rekendatum: string; huishouden: Household };

type Tree = { [key: string]: unknown };

const steps = (place: string) => place.match(/[^.[\]]+/g) ?? [];

/** What stands at a place such as `huishouden.personen[0].loon`. */
export function at(file: HouseholdFile, place: string): unknown {
  return steps(place).reduce<unknown>((node, step) => (node as Tree | undefined)?.[step], file);
}

/** Puts a value at a place, making what is missing on the way; nothing takes it away. */
export function put(file: HouseholdFile, place: string, value: Value | undefined) {
  const path = steps(place);
  const end = path.pop()!;
  let node = file as unknown as Tree;
  path.forEach((step, at) => {
    const list = /^\d+$/.test(path[at + 1] ?? end);
    node = (node[step] ??= list ? [] : {}) as Tree;
  });
  if (value === undefined) delete node[end];
  else node[end] = value;
}

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
