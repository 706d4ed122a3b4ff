// What holds on every page: the heading gets the focus, and Back comes to where somebody was.
import { expect, test, type Page } from '@playwright/test';
import { example, headingIsFocused } from './hulp';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('the heading of every new page has the focus', async ({ page }) => {
  await page.goto('/');
  const bar = page.getByRole('banner');
  for (const [link, title] of [
    ['Rechtencheck', 'Waar hebt u recht op?'],
    ['Regelboek', 'Regelboek'],
    ['Samenhang', /./],
  ] as const) {
    await bar.getByRole('link', { name: link }).click();
    await expect(heading(page)).toHaveText(title);
    await headingIsFocused(page);
  }
  await page.goBack();
  await expect(heading(page)).toHaveText('Regelboek');
  await headingIsFocused(page);
  await example(page, /Fatima/);
  for (const part of ['Wat als', 'Werken loont', 'Hoe zeker', 'Wat er komt', 'Brief']) {
    await page.getByRole('link', { name: part, exact: true }).click();
    await expect(heading(page)).toHaveText(part);
    await headingIsFocused(page);
  }
  await page.goto('/rechtencheck');
  await page.getByRole('link', { name: 'Ga naar het scherm voor professionals' }).click();
  await headingIsFocused(page);
});

test('Back comes to where somebody was on a long page', async ({ page }) => {
  await page.goto('/regelboek');
  await page.getByRole('searchbox').fill('toeslag');
  const found = page
    .getByRole('main')
    .getByRole('link', { name: /toeslag/i })
    .nth(15);
  await found.scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => history.state?.scroll)).toBeGreaterThan(500);
  const before = await page.evaluate(() => scrollY);
  await found.click();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await expect(found).toBeInViewport();
});

test('dark is a button that says whether it is on, and another language is told', async ({ page }) => {
  await page.goto('/');
  const dark = page.getByRole('button', { name: 'Donker scherm' });
  await expect(dark).toHaveAttribute('aria-pressed', 'false');
  await dark.click();
  await expect(dark).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'in English now' })).toHaveCount(1);
});
