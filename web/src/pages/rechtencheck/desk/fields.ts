// The fields of the form, as the JSON Schema of the household file has them. Only their order, the groups they are
// in and how often they are used is chosen here; a field that is new in the schema is in the form by itself.
import type { Schema } from '../../../engine/schema';
import type { Household, Person } from '../../../state/file';

export type Kind = 'number' | 'boolean' | 'choice' | 'text' | 'date' | 'names' | 'list';

export type Field = {
  /** As in the file: `loon`, `woning.kale_huur`, `opvang.uren`. */
  name: string;
  kind: Kind;
  help: string;
  choices: string[];
  default: string | number | boolean | undefined;
  /** The role that has it; nothing when everybody has. */
  role: string | undefined;
  required: boolean;
  maxLength: number | undefined;
  maxItems: number;
  /** The fields of an item of a list. */
  parts: Field[];
};

export type Fields = { date: Field; household: Field[]; home: Field[]; person: Field[] };

export type Group = 'wie' | 'inkomen' | 'vermogen' | 'opvang' | 'situatie' | 'bijstand' | 'overig';
export const GROUPS: Group[] = ['wie', 'inkomen', 'vermogen', 'opvang', 'situatie', 'bijstand', 'overig'];

const MEMBERS: Record<Exclude<Group, 'overig'>, string[]> = {
  wie: ['rol', 'naam', 'geboortedatum', 'samenleving', 'verwantschap', 'commercieel_contract', 'ouders'],
  inkomen: [
    'loon',
    'uren_per_week',
    'uitkering',
    'pensioen',
    'pensioenpremie',
    'winst',
    'urencriterium',
    'aow_opbouwjaren',
  ],
  vermogen: ['spaargeld', 'schulden', 'overig_vermogen', 'waarde_auto'],
  opvang: ['opvang'],
  situatie: ['student', 'zorgverzekerd', 'jonggehandicapt', 'medisch_urenbeperkt', 'in_inrichting'],
  bijstand: [
    'maanden_laag_inkomen',
    'bijstand_aangevraagd',
    'geen_beroep_op_ouders',
    'maanden_vrijlating_gebruikt',
  ],
};

const WHO = ['rol', 'naam', 'geboortedatum', 'samenleving', 'verwantschap', 'commercieel_contract', 'opvang'];
const EARNER = [
  'loon',
  'uren_per_week',
  'uitkering',
  'pensioen',
  'spaargeld',
  'schulden',
  'maanden_laag_inkomen',
];

/** What is filled in for nearly everybody in a role; the rest is folded. */
const OFTEN: Record<Person['rol'], string[]> = {
  aanvrager: [...WHO, ...EARNER],
  partner: [...WHO, ...EARNER],
  kind: WHO,
  medebewoner: [...WHO, 'loon', 'uitkering', 'student'],
};

/** What of a home is filled in for nearly everybody, by how they live. */
const HOME_OFTEN = ['woning.soort', 'woning.kale_huur', 'woning.servicekosten'];
const OWNED = ['woning.soort', 'woning.woz_waarde', 'woning.hypotheekrente', 'woning.hypotheekschuld'];

function kindOf(schema: Schema): Kind {
  if (schema.enum) return 'choice';
  if (schema.format === 'date') return 'date';
  if (schema.type === 'array') return schema.items?.type === 'object' ? 'list' : 'names';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  return schema.type === 'boolean' ? 'boolean' : 'text';
}

function fieldsOf(schema: Schema | undefined, prefix = ''): Field[] {
  // What nobody knows is told at each field.
  const own = Object.entries(schema?.properties ?? {}).filter(([key]) => key !== 'onbekend');
  return own.map(([key, part]) => ({
    name: prefix + key,
    kind: kindOf(part),
    help: part.description ?? '',
    choices: part.enum ?? [],
    default: part.default,
    role: schema?.allOf?.find((rule) => key in rule.else.properties)?.if.properties.rol.const,
    required: schema?.required?.includes(key) ?? false,
    maxLength: part.maxLength,
    maxItems: part.maxItems ?? Infinity,
    parts: fieldsOf(part.items, `${prefix}${key}.`),
  }));
}

/** Reads the form from the schema. */
export function readSchema(schema: Schema): Fields {
  const household = schema.properties?.['huishouden'];
  const { woning, personen, ...own } = household?.properties ?? {};
  const person = fieldsOf(personen?.items);
  const order = GROUPS.flatMap((group) => (group === 'overig' ? [] : MEMBERS[group]));
  const place = (field: Field) => (order.includes(field.name) ? order.indexOf(field.name) : order.length);
  return {
    date: fieldsOf({
      properties: { rekendatum: schema.properties?.['rekendatum'] ?? {} },
      required: ['rekendatum'],
    })[0]!,
    household: fieldsOf({ properties: own }),
    home: fieldsOf(woning, 'woning.'),
    person: person.sort((a, b) => place(a) - place(b)),
  };
}

export const groupOf = (field: Field): Group =>
  GROUPS.find((group) => group !== 'overig' && MEMBERS[group].includes(field.name)) ?? 'overig';

/** The fields somebody has: those of their role, and what the file says of them although it is not of their role. */
export const fieldsFor = (fields: Fields, person: Person) =>
  fields.person.filter(
    (field) =>
      !field.role ||
      field.role === person.rol ||
      person[field.name] !== undefined ||
      person.onbekend?.includes(field.name),
  );

/** Whether somebody can say of a field that nobody knows it. */
export const canBeUnknown = (field: Field) => field.default !== undefined || field.name === 'gemeente';

export const isOften = (field: Field, person: Person) => OFTEN[person.rol]?.includes(field.name) ?? true;

export function homeIsOften(field: Field, household: Household): boolean {
  const owned = household.woning?.['soort'] === 'koopwoning';
  return (owned ? OWNED : HOME_OFTEN).includes(field.name);
}
