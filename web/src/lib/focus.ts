// Where somebody goes on.
import { tick } from 'svelte';

/** Goes to a field once the page shows what is wrong with it. */
export const focusOn = (id: string) => void tick().then(() => document.getElementById(id)?.focus());

/**
 * Goes to the heading of a page, or to what has it as its name: a question with several fields, or a part. A screen
 * reader that has come to a heading by itself, since what it was at has gone, says nothing of it when it gets the focus.
 */
export function focusHeading(page: Element) {
  const heading = page.querySelector('h1');
  const named = heading?.closest<HTMLElement>('[tabindex="-1"]:is(fieldset, section)');
  (named ?? heading)?.focus({ preventScroll: true });
}

/**
 * Goes to the page that comes. With its heading there at once, the page has that as its name, since of the heading itself
 * nothing would be said; else to the heading once there is one, when nobody has gone on themselves.
 */
export function focusPage() {
  const page = document.getElementById('inhoud')!;
  page.removeAttribute('aria-label');
  // Not at once: the heading of the page before may be there still.
  setTimeout(() => {
    const heading = page.querySelector('h1');
    // By its text: of a name that is elsewhere Orca says nothing.
    if (heading) page.setAttribute('aria-label', heading.innerText);
    page.focus({ preventScroll: true });
    if (heading) return;
    const watch = new MutationObserver(() => {
      const waits = document.activeElement === page;
      if (waits && !page.querySelector('h1')) return;
      watch.disconnect();
      if (waits) focusHeading(page);
    });
    watch.observe(page, { childList: true, subtree: true });
  });
}

/** Goes to one of a list once the page shows it: to its link, when it has one. */
export const focusIn = (list: HTMLElement, at: number) =>
  void tick().then(() => {
    const item = list.children[at];
    (item?.querySelector('a') ?? (item as HTMLElement | undefined))?.focus();
  });

/**
 * Whether somebody who was there when they asked for something is there still. What comes later takes them along only
 * then, and not from a field that they went to meanwhile. Where a click does not give a button the focus, nothing has it.
 */
export const stillAt = (place: Element | null) =>
  place !== null && [place, document.body].includes(document.activeElement!);
