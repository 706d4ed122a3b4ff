import { expect, test, type Page } from '@playwright/test';
import { amountIn, openExample, wrongOn } from './uitkomst';

const settled = (page: Page) => page.getByRole('table', { name: /^Na het jaar/ });

test('the settlement as a chart and as a table that say the same', async ({ page }) => {
  const wrong = wrongOn(page);
  await openExample(page, 'Nadia', '/zeker');
  const row = settled(page).getByRole('row', { name: /^20% hoger/ });
  const back = await row.locator('.main').innerText();
  expect(amountIn(back)).toBeGreaterThan(100);
  await expect(page.getByRole('img', { name: /terugbetalen/ })).toHaveAccessibleDescription(
    new RegExp(back.replace('.', '\\.').replace(/\s/, '\\s')),
  );
  expect(wrong()).toEqual([]);
});

test('a raise in a month gives its own row and advice', async ({ page }) => {
  await openExample(page, 'Nadia', '/zeker');
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await page.getByLabel('Hoeveel procent meer of minder?').fill('12,5');
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await expect(page.getByLabel('Vanaf welke maand?')).toHaveAccessibleDescription(/Kies een maand/);
  await page.getByLabel('Vanaf welke maand?').selectOption({ label: 'mei' });
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await expect(settled(page).getByRole('row', { name: /^met uw verandering/ })).toBeVisible();
  await expect(page.getByText(/Verander het geschatte jaarinkomen van Nadia/)).toBeVisible();
});

test('what can be reclaimed and what not, with the article', async ({ page }) => {
  await openExample(page, 'Henk en Riet', '/zeker');
  const aow = page.locator('li.card').filter({ hasText: 'AOW' });
  await expect(aow).toContainText('Hoeft niet terug');
  await expect(aow).toContainText('Algemene Ouderdomswet, art.');
  await expect(page.locator('li.card').filter({ hasText: 'Zorgtoeslag' })).toContainText('Kan terug moeten');
  await page.getByLabel('Wiens inkomen verandert?').selectOption('Riet');
  await expect(page.getByText('het pensioen van Riet').first()).toBeVisible();
});

test('what falls with the kinderbijslag', async ({ page }) => {
  await openExample(page, 'Fatima', '/zeker');
  await expect(page.getByRole('img', { name: /waaruit het inkomen/ })).toHaveAccessibleDescription(
    /van 5 regelingen/,
  );
  const row = page.getByRole('table', { name: /wegvalt/ }).getByRole('row', { name: /^Kinderbijslag/ });
  await expect(row).toContainText('Kindgebonden budget −');
});

test('advice is not announced as it stands there, and is when it changes', async ({ page }) => {
  await openExample(page, 'Nadia', '/zeker');
  const advice = page.locator('section').filter({ hasText: 'Wat kunt u doen?' });
  await expect(advice).toBeVisible();
  await expect(advice.locator('[role=status], [aria-live]')).toHaveCount(0);
  await page.getByLabel('Hoeveel procent meer of minder?').fill('12');
  await page.getByLabel('Vanaf welke maand?').selectOption({ label: 'mei' });
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await expect(advice.locator('[aria-live=polite]')).toContainText('Verander het geschatte jaarinkomen');
});

test('cells hold their text by themselves, so that a screen reader names their column', async ({ page }) => {
  await openExample(page, 'Fatima', '/zeker');
  await expect(page.getByRole('table', { name: /wegvalt/ })).toBeVisible();
  await expect(page.locator('td strong')).toHaveCount(0);
  const net = page
    .getByRole('table', { name: /wegvalt/ })
    .locator('tbody td:nth-child(3)')
    .first();
  await expect(net).toHaveCSS('font-weight', '700');
});

test('on a screen of 320 pixels a bar has most of the width', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openExample(page, 'Nadia', '/zeker');
  for (const chart of [/terugbetalen/, /waaruit het inkomen/]) {
    const bars = page.getByRole('img', { name: chart }).locator('svg [aria-hidden] rect, svg rect');
    await expect(bars.first()).toBeAttached();
    const widths = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    expect(Math.max(...widths)).toBeGreaterThan(80);
  }
});
