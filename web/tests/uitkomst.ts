// What the tests of the outcome share.
import { expect, type Page } from '@playwright/test';
import { example } from './hulp';

export const PARTS = ['', '/wat-als', '/werk', '/zeker', '/later', '/brief'];

/** What a page says is wrong: mistakes, warnings, and what the security policy of the server refuses. */
export function wrongOn(page: Page): () => string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  return () => wrong;
}

/** Opens an example by who it is about, and goes to a part of its outcome. */
export async function openExample(page: Page, who: string, part = '') {
  await example(page, new RegExp(who));
  if (part) await goTo(page, part);
}

/** Opens a household as a file of somebody's own, and goes to a part of its outcome. */
export async function openHousehold(page: Page, huishouden: object, part = '', taal = 'nl') {
  const text = JSON.stringify({ rekendatum: '2026-03-15', huishouden });
  await page.goto(`/rechtencheck?taal=${taal}`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'huishouden.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(page).toHaveURL(/uitkomst/);
  if (part) await goTo(page, part);
}

/** Goes to a part of the outcome, as a visitor does. */
export async function goTo(page: Page, part: string) {
  await page.locator(`nav a[href="/rechtencheck/uitkomst${part}"]`).click();
  await expect(page.locator(`nav a[href="/rechtencheck/uitkomst${part}"]`)).toHaveAttribute(
    'aria-current',
    'page',
  );
}

/** The amount in a text as the page writes it: `− € 1.234,50`. */
export function amountIn(text: string): number {
  const found = /(−|-)?\s*€\s*([\d.]+)(,\d+)?/.exec(text.replaceAll('\u00a0', ' '));
  if (!found) throw new Error(`No amount in ‘${text}’`);
  const amount = Number(found[2]!.replaceAll('.', '') + (found[3] ?? '').replace(',', '.'));
  return found[1] ? -amount : amount;
}

/** What there is to spend per month, as the first part of the outcome says. */
export async function netOf(page: Page): Promise<number> {
  await goTo(page, '');
  return amountIn(await page.locator('.net strong').innerText());
}
