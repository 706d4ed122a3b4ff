// What is only in the memory of this tab: when the page is loaded anew, it is gone.

/** Something that somebody filled in or made. */
export type Kept = {
  /** Whether there is something to lose. */
  begun: () => boolean;
  /** Whether it is nowhere else; left out when that is so whenever there is something. */
  unsaved?: () => boolean;
  /** Saves it as a file; nothing when it cannot be opened again. */
  save?: () => (() => void) | undefined;
};

let all: Kept[] = $state.raw([]);

/** Says of something that it is only in memory. */
export const keep = (one: Kept) => void (all = [...all, one]);

/** Whether there is something to lose now, and how it is saved, as far as it can be. */
export function toLose(): { begun: boolean; saves: (() => void)[] } {
  const begun = all.filter((one) => one.begun());
  return { begun: begun.length > 0, saves: begun.flatMap((one) => one.save?.() ?? []) };
}

// Nothing is kept: who leaves the site with work that is not saved, is asked whether that was meant.
addEventListener('beforeunload', (event) => {
  if (all.some((one) => one.begun() && (one.unsaved?.() ?? true))) event.preventDefault();
});
