import { expect, test } from '@playwright/test';
import { amountIn, openExample } from './uitkomst';

test('every change is to minus from, with rule and law', async ({ page }) => {
  await openExample(page, 'Fatima', '/later');
  await page.getByLabel('Hoe ver vooruit?').selectOption({ label: '5 jaar' });
  const moment = page.locator('main ol > li').filter({ hasText: 'Noor wordt 12 jaar' });
  await expect(moment).toBeVisible();
  const change = moment.locator('ul > li').filter({ hasText: 'Kindgebonden budget' });
  const [from, to, more] = (await change.locator('.amounts .number').allInnerTexts()).map(amountIn);
  expect(to! - from!).toBeCloseTo(more!, 2);
  expect(more).toBeGreaterThan(0);
  await change.locator('summary').click();
  await expect(change).toContainText(/Wet: Wet op het kindgebonden budget, art\. 2/);
});

test('more years give more moments, and the dates go on', async ({ page }) => {
  await openExample(page, 'Daan en Emma', '/later');
  const moments = page.locator('main ol > li');
  await page.getByLabel('Hoe ver vooruit?').selectOption({ label: '1 jaar' });
  await expect(page.getByRole('main').getByRole('status')).toContainText('tot 1 mei 2027');
  const few = await moments.count();
  await page.getByLabel('Hoe ver vooruit?').selectOption({ label: '10 jaar' });
  await expect(page.getByRole('main').getByRole('status')).toContainText('tot 1 mei 2036');
  expect(await moments.count()).toBeGreaterThan(few);
  const dates = await moments
    .locator('time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!));
  expect(dates).toEqual([...dates].sort());
});

test('the rights come first, the rest is folded', async ({ page }) => {
  await openExample(page, 'Eva', '/later');
  const moment = page.locator('main ol > li').filter({ hasText: '1 januari 2026' });
  await expect(moment.getByText('Zorgtoeslag', { exact: false }).first()).toBeVisible();
  const folded = moment.locator('details').filter({ hasText: 'bedragen die veranderen' });
  await expect(folded.locator('.name', { hasText: 'Arbeidskorting' })).toBeHidden();
  await folded.locator('summary').first().click();
  await expect(folded.locator('.name', { hasText: 'Arbeidskorting' })).toBeVisible();
});
