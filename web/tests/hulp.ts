// What the tests of the pages share.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

async function next(page: Page) {
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Fills in the only field of a question. */
export async function fill(page: Page, question: string, text: string, { period }: { period?: string } = {}) {
  await expect(heading(page)).toContainText(question);
  await page.locator('#antwoord').fill(text);
  if (period) await page.getByLabel('Per jaar of per maand').selectOption(period);
  await next(page);
}

/** Chooses an answer of a question. */
export async function choose(page: Page, question: string, option: string | RegExp) {
  await expect(heading(page)).toContainText(question);
  await page.getByLabel(option, typeof option === 'string' ? { exact: true } : {}).check();
  await next(page);
}

/** Fills in a day of birth. */
export async function born(page: Page, question: string, date: [number, number, number], name = '') {
  await expect(heading(page)).toContainText(question);
  for (const [at, part] of date.entries()) {
    await page.locator(at === 0 ? '#antwoord' : `#antwoord-${at}`).fill(String(part));
  }
  await page.getByLabel('Naam').fill(name);
  await next(page);
}

/** Begins a check of somebody alone, and answers who is in the household. */
export async function alone(page: Page) {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991]);
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
  await expect(heading(page)).toContainText('Welk inkomen');
}

/** Answers what is asked until a page is reached. */
export async function answer(page: Page, until: RegExp, one: (heading: string) => Promise<void>) {
  for (let count = 0; count < 40 && !until.test(page.url()); count++) {
    // Until the next question is found, the page is still that of the last one.
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    const before = await heading(page).innerText();
    await one(before);
    await expect(async () => {
      const moved = until.test(page.url()) || (await heading(page).innerText()) !== before;
      expect(moved).toBe(true);
    }).toPass();
  }
  expect(page.url()).toMatch(until);
}

/** Opens an example household and shows its outcome. */
export async function example(page: Page, name: RegExp) {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name: 'Hier hebt u recht op' })).toBeVisible();
}

/** Saves the answers, and gives the file and where it is. */
export async function saved(page: Page, info: TestInfo) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
  const path = info.outputPath('huishouden.json');
  await (await download).saveAs(path);
  return { path, file: JSON.parse(readFileSync(path, 'utf8')) };
}

/** The heading of the page has the focus, or what has it as its name: so a screen reader says it. */
export async function headingIsFocused(page: Page) {
  const name = await heading(page).innerText();
  await expect(page.locator(':is(h1, fieldset, section, main):focus')).toHaveAccessibleName(name);
}

/** Nothing on the page hinders people seriously. */
export async function accessible(page: Page) {
  const found = await new AxeBuilder({ page }).analyze();
  const serious = found.violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
  expect(serious.map((it) => `${it.id}: ${it.nodes.map((node) => node.target).join('; ')}`)).toEqual([]);
}

/** Keeps watch over what a page sends. What it gives back lists every request that is more than fetching a part
 * of the site itself: with a body, with a query, or to elsewhere. */
export function sendsNothing(page: Page): () => string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.protocol === 'blob:' || address.protocol === 'data:') return;
    const part = request.method() === 'GET' && !address.search && !address.pathname.startsWith('/api/');
    const here = address.hostname === '127.0.0.1' || address.hostname === 'localhost';
    if (!part || !here) sent.push(`${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => sent.push(`websocket ${socket.url()}`));
  return () => sent;
}
