// Where somebody goes on.
import { tick } from 'svelte';

/** Goes to a field once the page shows what is wrong with it. */
export const focusOn = (id: string) => void tick().then(() => document.getElementById(id)?.focus());
