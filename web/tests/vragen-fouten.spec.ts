// Mistakes in the questions: each at its own field, and at the top with the way to it.
import { expect, test, type Page } from '@playwright/test';
import { accessible, born, choose, fill } from './hulp';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const summary = (page: Page) => page.locator('#fouten');
const next = (page: Page) => page.getByRole('button', { name: 'Verder' }).click();

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991], 'Ada');
});

test('hours that are wrong are told at the hours, and a wage at the wage', async ({ page }) => {
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await expect(heading(page)).toContainText('Hoeveel loon');
  await page.locator('#antwoord').fill('24000');
  await page.locator('#uren').fill('200');
  await next(page);
  await expect(summary(page)).toBeFocused();
  await expect(page.locator('#uren')).toHaveAccessibleDescription(/van 0 tot en met 168/);
  await expect(page.locator('#uren')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#antwoord')).not.toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
  await summary(page).getByRole('link').click();
  await expect(page.locator('#uren')).toBeFocused();

  // Both wrong: both told, in the order of the page.
  await page.locator('#antwoord').fill('veel');
  await next(page);
  await expect(summary(page).getByRole('link')).toHaveText([/Vul een getal in, zoals/, /Vul bij de uren/]);
  await expect(page.locator('#antwoord')).toHaveAccessibleDescription(/Vul een getal in/);

  // Hours may be left empty, also when they were filled in before.
  await page.locator('#antwoord').fill('24000');
  await page.locator('#uren').fill('32');
  await next(page);
  await expect(heading(page)).toContainText('pensioenpremie');
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(page.locator('#uren')).toHaveValue('32');
  await page.locator('#uren').fill('');
  await next(page);
  await expect(heading(page)).toContainText('pensioenpremie');
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(page.locator('#uren')).toHaveValue('');
});

test('a municipality is known by the name that people use, and by no other', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin' }).click();
  await fill(page, 'In welke gemeente', 'Den Hoog');
  await expect(page.locator('#antwoord')).toHaveAccessibleDescription(/Kies een gemeente uit de lijst/);
  await fill(page, 'In welke gemeente', 'den haag');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wat is uw geboortedatum');
});

test('the month of a date of birth may be its name', async ({ page }) => {
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await expect(heading(page)).toContainText('Wanneer is uw partner');
  for (const [id, part] of [
    ['antwoord', '2'],
    ['antwoord-1', 'september'],
    ['antwoord-2', '1990'],
  ]) {
    await page.locator(`#${id}`).fill('');
    await page.locator(`#${id}`).pressSequentially(part!);
  }
  await expect(page.locator('#antwoord-1')).toHaveValue('9');
  await next(page);
  await expect(heading(page)).toContainText('Hoeveel kinderen');
});

test('a name that somebody has already is told at the name', async ({ page }) => {
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await born(page, 'Wanneer is uw partner', [2, 2, 1990], 'ada');
  await expect(page.locator('#naam')).toHaveAccessibleDescription(/Er is al iemand met deze naam/);
  await expect(page.locator('#naam')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#antwoord')).not.toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
  await summary(page).getByRole('link').click();
  await expect(page.locator('#naam')).toBeFocused();
  await born(page, 'Wanneer is uw partner', [31, 2, 1990], 'ada');
  await expect(summary(page).getByRole('link')).toHaveText([/datum in die bestaat/, /al iemand/]);
  await born(page, 'Wanneer is uw partner', [2, 2, 1990], 'Bo');
  await expect(heading(page)).toContainText('Hoeveel kinderen');
});

test('what is asked on another page is told with its name and the way to it', async ({ page }) => {
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await born(page, 'Wanneer is uw partner', [2, 2, 2019], 'Bo');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText('Geboortedatum (Bo): Een partner kan niet');
  await expect(summary(page)).not.toContainText('huishouden.');
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(0);
  await accessible(page);
  await summary(page).getByRole('link', { name: 'Geboortedatum (Bo)' }).click();
  await born(page, 'Wanneer is Bo', [2, 2, 1990], 'Bo');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
  await expect(heading(page)).toContainText('Welk inkomen');
});

test('the outcome of answers that cannot be tells which, and goes to the page that asks it', async ({
  page,
}) => {
  const earlier = page.getByRole('link', { name: 'Nu al de uitkomst zien' });
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '0');
  await expect(earlier).toHaveCount(0);
  await fill(page, 'Hoeveel anderen', '0');
  await earlier.click();
  // A partner comes, and before it is known when they were born somebody goes back to the outcome.
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await page.getByRole('button', { name: 'Uw antwoorden' }).click();
  await page.getByRole('button', { name: /Wijzig.*Partner/ }).click();
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await expect(heading(page)).toContainText('Wanneer is uw partner');
  for (const place of ['samen met een partner', 'Uw antwoorden', 'Welk inkomen']) {
    await page.goBack();
    await expect(heading(page)).toContainText(place);
  }
  await page.goBack();
  await expect(page).toHaveURL(/uitkomst$/);
  await expect(summary(page)).toContainText('Geboortedatum (uw partner): ');
  await expect(summary(page)).not.toContainText('huishouden.');
  await summary(page).getByRole('link', { name: 'Geboortedatum (uw partner)' }).click();
  await expect(heading(page)).toContainText('Wanneer is uw partner');
});

test('a premium above the wage is told at the premium, and the wage can be changed', async ({ page }) => {
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '24000');
  await fill(page, 'pensioenpremie', '30000');
  await expect(page.locator('#antwoord')).toHaveAccessibleDescription(/hoger dan het loon/);
  await page.getByRole('button', { name: 'Terug' }).click();
  await fill(page, 'Hoeveel loon', '40000');
  await expect(page.locator('#antwoord')).toHaveValue('30000');
  await next(page);
  await expect(heading(page)).toContainText('Hoe woont u');
});
