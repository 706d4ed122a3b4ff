// Household files from the device, several at once. They are read here, and nowhere else.
import { Refused, ask, type Mistake } from '../../../engine/engine';
import { desk } from '../../../state/desk.svelte';
import { parse } from '../../../state/examples';
import type { HouseholdFile } from '../../../state/file';

/** A file that cannot be opened, and why. */
export type Unread = { name: string; mistakes: Mistake[] };

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the form can show it, right or wrong. */
function isHousehold(value: unknown): value is HouseholdFile {
  const household = isObject(value) ? (value as HouseholdFile).huishouden : undefined;
  if (!isObject(household) || !Array.isArray(household!.personen)) return false;
  const { personen, woning } = household!;
  const listed = (list: unknown) => list === undefined || Array.isArray(list);
  return (
    personen.every((one) => isObject(one) && listed(one.opvang) && listed(one.ouders)) &&
    (woning === undefined || isObject(woning))
  );
}

async function openOne(file: File): Promise<Unread | undefined> {
  const text = await file.text();
  let mistakes: Mistake[] = [];
  try {
    await ask({ vraag: 'bereken' }, text);
  } catch (wrong) {
    if (!(wrong instanceof Refused)) throw wrong;
    mistakes = wrong.mistakes;
  }
  // With mistakes in it a file opens too, as long as the form can show where they are.
  const read: unknown = await parse(text).catch(() => undefined);
  if (!isHousehold(read)) return { name: file.name, mistakes };
  desk.open({ ...read, rekendatum: read.rekendatum ?? '' }, file.name.replace(/\.(json|ya?ml)$/i, ''));
  return undefined;
}

/** Opens files, each as a household of its own; gives those that cannot be read. */
export async function openFiles(files: File[]): Promise<Unread[]> {
  const unread: Unread[] = [];
  for (const file of files) {
    const failed = await openOne(file);
    if (failed) unread.push(failed);
  }
  return unread;
}
