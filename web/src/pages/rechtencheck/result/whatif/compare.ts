// A household per month, row by row, and what differs from another.
import { ask } from '../../../../engine/engine';
import type { Outcomes, Stacking } from '../../../../engine/answers';
import { t } from '../../../../lib/language.svelte';
import { euro } from '../../../../lib/wording';
import type { HouseholdFile } from '../../../../state/file';
import { nameOfOutcome, RIGHTS, schemeOf } from '../../../../texts/outcomes';

/** A household worked out. */
export type World = { outcomes: Outcomes; stacking: Stacking };

export async function worldOf(file: HouseholdFile): Promise<World> {
  const outcomes = await ask({ vraag: 'bereken' }, file);
  return { outcomes, stacking: await ask({ vraag: 'stapeling' }, file) };
}

const NET = 'netto_besteedbaar_inkomen';
const OWN = 'eigen_inkomen';
const COSTS = 'kosten_kinderopvang';
/** It lowers a bill, and is no part of the income. */
const REMISSION = 'kwijtschelding';

/** What is worked out per month, in whole euros; nothing when it is unknown. */
function monthly({ outcomes, stacking }: World, row: string): number | null {
  if (row === OWN) return Math.round((stacking.delen.find((part) => part.deel === OWN)?.bedrag ?? 0) / 12);
  const { huishouden } = outcomes;
  const year = huishouden[`${row}_per_jaar`] ?? null;
  const month = huishouden[`${row}_per_maand`] ?? (year === null ? null : year / 12);
  return month === null ? null : Math.round(row === COSTS ? -month : month);
}

export type Row = {
  id: string;
  name: string;
  kind: 'part' | 'total' | 'beside';
  now: number | null;
  /** Of each variant: then, and the difference. */
  then: { amount: number | null; more: number | null }[];
};

/** The rows of a comparison; what is 0 everywhere is left out. */
export function rowsOf(now: World, variants: World[]): Row[] {
  const schemes = RIGHTS.map(schemeOf).filter((scheme) => scheme !== REMISSION);
  const row = (id: string, kind: Row['kind'], name = nameOfOutcome(id)): Row => {
    const before = monthly(now, id);
    const then = variants.map((world) => {
      const amount = monthly(world, id);
      return { amount, more: amount === null || before === null ? null : amount - before };
    });
    return { id, name, kind, now: before, then };
  };
  const parts = [OWN, ...schemes, COSTS].map((id) => row(id, 'part'));
  const beside = row(REMISSION, 'beside');
  const empty = (one: Row) => one.now === 0 && one.then.every(({ amount }) => amount === 0);
  const total = row(NET, 'total', t('Netto te besteden', 'Net to spend'));
  return [...parts.filter((one) => !empty(one)), total, ...(empty(beside) ? [] : [beside])];
}

/** What a variant does, in words: the net income, and what changes most. */
export function summary(rows: Row[], variant: number): string {
  const total = rows.find((row) => row.kind === 'total')!.then[variant]!.more ?? 0;
  const amount = euro(Math.abs(total));
  const first =
    total === 0
      ? t('Per maand is er evenveel te besteden.', 'Per month there is as much to spend.')
      : total > 0
        ? t(`Per maand is er ${amount} meer te besteden.`, `Per month there is ${amount} more to spend.`)
        : t(`Per maand is er ${amount} minder te besteden.`, `Per month there is ${amount} less to spend.`);
  const moved = rows
    .filter((row) => row.kind === 'part' && (row.then[variant]!.more ?? 0) !== 0)
    .sort((one, other) => Math.abs(other.then[variant]!.more!) - Math.abs(one.then[variant]!.more!))
    .slice(0, 3)
    .map((row) => {
      const more = row.then[variant]!.more!;
      const name = row.name.charAt(0).toLowerCase() + row.name.slice(1);
      return `${name} ${euro(Math.abs(more))} ${more > 0 ? t('hoger', 'higher') : t('lager', 'lower')}`;
    });
  if (moved.length === 0) return first;
  return `${first} ${t('Het meest verandert', 'What changes most')}: ${moved.join(', ')}.`;
}
