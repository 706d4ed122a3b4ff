// What the tests of the editor share.
import type { Page } from '@playwright/test';

export const PREMIUM = '/regelboek/bewerken/parameter/rijk.wet_op_de_zorgtoeslag.standaardpremie';
export const MONTHLY = '/regelboek/bewerken/regel/rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand';
export const row = (page: Page) => page.locator('[data-uitkomst=zorgtoeslag_per_maand]');
export const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de regel' });
export const check = (page: Page) => page.getByRole('button', { name: 'Reken de voorbeelden na' });

/** What the household notices, as it stands on the page. */
export const note = (page: Page) => page.locator('.note');
/** What a screen reader hears. */
export const said = (page: Page) => page.locator('[data-gezegd]');

/** Keeps what a screen reader hears of a page from now on. What it gives back tells it, in order. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const at = target instanceof Element ? target : target.parentElement;
        const live = at?.closest('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]');
        const text = live?.textContent.replace(/\s+/g, ' ').trim();
        if (text && text !== heard.at(-1)) heard.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/** Selects a piece of the text, where it stands last, with the mouse and deletes it. */
export async function erase(page: Page, piece: string) {
  await text(page).scrollIntoViewIfNeeded();
  const box = await text(page).evaluate((content, piece) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    let box;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(piece);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + piece.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      box = { left, right, middle: (top + bottom) / 2 };
    }
    if (box) return box;
    throw new Error(`no ${piece}`);
  }, piece);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press('Backspace');
}
