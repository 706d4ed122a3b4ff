// Searching in the regelboek.
import { expect, test } from '@playwright/test';
import { accessible } from './hulp';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-26T12:00:00Z'));
});

test('searching takes part of a word, and a word with a mistake in it', async ({ page }) => {
  await page.goto('/regelboek');
  for (const typed of ['standaardpr', 'standardpremie']) {
    await page.getByLabel('Zoek in alle regels').fill(typed);
    await expect(page.getByRole('link', { name: 'Standaardpremie' })).toBeVisible();
  }
  await page.getByLabel('Zoek in alle regels').fill('qqqq');
  await expect(page.getByText('Niets gevonden')).toBeVisible();
});

test('an amount is found with what it is now, and the source of that', async ({ page }) => {
  await page.goto('/regelboek');
  await page.getByLabel('Zoek in alle regels').fill('drempelinkomen');
  const found = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(found('Drempelinkomen')).toContainText('Nu: € 29.736');
  await expect(found('Drempelinkomen')).toContainText('Berekening zorgtoeslag 2026');
  await expect(found('Drempelinkomen')).not.toContainText('2024');
  // What no longer holds says when it did.
  await page.getByLabel('Zoek in alle regels').fill('maximum per soort servicekosten');
  await expect(found('Maximum per soort servicekosten')).toContainText(
    '(1 januari 2024 tot en met 31 december 2025)',
  );
  await accessible(page);
});
