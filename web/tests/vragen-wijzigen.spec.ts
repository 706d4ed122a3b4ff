// Answers that were given are seen and changed, and are not lost without a question.
import { expect, test, type Page } from '@playwright/test';
import { accessible, alone, answer, born, choose, example, fill, headingIsFocused } from './hulp';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const change = (page: Page, title: RegExp) => page.getByRole('button', { name: title }).click();

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

/** Answers what is asked still with as little as can be. */
async function toTheOutcome(page: Page, asked: (title: string) => void = () => {}) {
  await answer(page, /uitkomst$/, async (title) => {
    asked(title);
    const unknown = page.getByRole('button', { name: 'Weet ik niet' });
    if (await unknown.isVisible()) return unknown.click();
    return choose(page, '', /Geen van deze|Nee/);
  });
}

/** A check of somebody alone that is answered to the end; only the wage is not known. */
async function completed(page: Page) {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await toTheOutcome(page);
}

test('a check without open questions shows its answers, and one of them is changed', async ({ page }) => {
  await completed(page);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await headingIsFocused(page);
  await expect(page).toHaveURL(/vragen$/);
  await accessible(page);

  // Back without a change is back in the list.
  await change(page, /Wijzig.*Kinderen/);
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');

  // A change opens what is new by it, and nothing that was answered; then there is the outcome.
  await change(page, /Wijzig.*Kinderen/);
  await fill(page, 'Hoeveel kinderen', '1');
  await born(page, 'Wanneer is kind 1', [1, 9, 2019], 'Noor');
  await toTheOutcome(page, (title) => expect(title).not.toMatch(/anderen|Welk inkomen/));
  await expect(page.getByRole('article', { name: 'Kinderbijslag', exact: true })).toContainText('€');
});

test('what was not known is filled in after all from the note, and from the start page', async ({ page }) => {
  await completed(page);
  await page.locator('nav a[href$="/werk"]').click();
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  await expect(heading(page)).toContainText('Hoeveel loon');
  await page.locator('#antwoord').fill('24000');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(heading(page)).not.toContainText('Hoeveel loon');
  await toTheOutcome(page);
  await page.getByRole('banner').getByRole('link', { name: 'Rechtencheck' }).first().click();
  await page.getByRole('link', { name: 'Ga verder' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await expect(page.locator('dl')).toContainText('24.000');
  await page.getByRole('link', { name: 'Naar de uitkomst' }).click();
  await expect(page).toHaveURL(/uitkomst$/);
});

test('what a file holds is listed and changed', async ({ page }) => {
  await example(page, /Daan en Emma/);
  const net = page.locator('.net strong');
  const before = await net.innerText();
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  const listed = page.getByRole('button', { name: 'Uw antwoorden' });
  await expect(listed.or(page.getByRole('heading', { name: 'Uw antwoorden' }))).toBeVisible();
  if (await listed.isVisible()) await listed.click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await expect(page.locator('dl')).toContainText('Gemeente');
  await expect(page.locator('dl')).not.toContainText('undefined');
  await accessible(page);
  await page
    .getByRole('button', { name: /Wijzig.*Hoeveel loon/ })
    .first()
    .click();
  await expect(page.locator('#antwoord')).not.toHaveValue('');
  await page.locator('#antwoord').fill('12000');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(heading(page)).not.toContainText('Hoeveel loon');
  if (!/uitkomst$/.test(page.url())) await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await expect(net).not.toHaveText(before);
});

/** Whether a reload is asked about. */
async function asksOnReload(page: Page): Promise<boolean> {
  let asked = false;
  const heard = (dialog: { type(): string; accept(): Promise<void> }) => {
    asked ||= dialog.type() === 'beforeunload';
    void dialog.accept();
  };
  page.on('dialog', heard);
  await page.reload();
  page.off('dialog', heard);
  return asked;
}

test('a reload asks first when answers are not saved, and only then', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  expect(await asksOnReload(page)).toBe(false);
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  expect(await asksOnReload(page)).toBe(true);

  await example(page, /Fatima/);
  expect(await asksOnReload(page)).toBe(false);

  await completed(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
  await download;
  expect(await asksOnReload(page)).toBe(false);
});
