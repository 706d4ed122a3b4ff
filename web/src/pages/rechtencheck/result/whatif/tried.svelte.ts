// The changes that are being tried out, beside the household as it is. They go when the household changes.
import { settle, type HouseholdFile } from '../../../../state/file';
import type { Made } from './change';
import { worldOf, type World } from './compare';

export type Variant = Made & { id: number; world: World };

/** So many fit beside each other. */
export const MOST = 3;

class Tried {
  variants: Variant[] = $state.raw([]);
  now: World | undefined = $state.raw();
  #base = '';
  #last = 0;

  /** Works out the household as it is. */
  async start(file: HouseholdFile) {
    const base = JSON.stringify(file);
    const now = await worldOf(file);
    if (base !== this.#base) this.variants = [];
    this.#base = base;
    this.now = now;
  }

  /** Works a variant out and shows it; throws `Refused` when the engine does not take it. */
  async add(made: Made) {
    const file = settle(made.file);
    const world = await worldOf(file);
    this.variants = [...this.variants, { ...made, file, id: ++this.#last, world }];
  }

  remove(id: number) {
    this.variants = this.variants.filter((variant) => variant.id !== id);
  }
}

export const tried = new Tried();
