// Where somebody goes on.
import { tick } from 'svelte';

/** Goes to a field once the page shows what is wrong with it. */
export const focusOn = (id: string) => void tick().then(() => document.getElementById(id)?.focus());

/** Goes to one of a list once the page shows it: to its link, when it has one. */
export const focusIn = (list: HTMLElement, at: number) =>
  void tick().then(() => {
    const item = list.children[at];
    (item?.querySelector('a') ?? (item as HTMLElement | undefined))?.focus();
  });
