// Where the focus goes, so that nobody needs a mouse and the focus is never lost.
import { tick } from 'svelte';
import { idOf } from './entries';

/** Gives something the focus once it is there, opening what it is folded in; something else when it is not. */
export async function focusOn(id: string, otherwise = '') {
  await tick();
  const found = document.getElementById(id) ?? document.getElementById(otherwise);
  for (let fold = found?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'nearest' });
}

/** Goes to the field of a place in the file. */
export const jump = (place: string) => focusOn(idOf(place));

/** Takes over what somebody is typing, before something is done with the household. */
export function settle() {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement && field.type === 'text') {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
