import { expect, test } from '@playwright/test';
import { amountIn, openExample, wrongOn, openHousehold } from './uitkomst';

test('the chart, its essence in words, and every breakpoint with its law', async ({ page }) => {
  const wrong = wrongOn(page);
  await openExample(page, 'Fatima', '/werk');
  const chart = page.getByRole('img', { name: /netto inkomen per jaar/i });
  await expect(chart).toHaveAccessibleDescription(
    /Van elke €\s100 loon erbij blijft nu €\s[\d,]+ over\..*daalt het inkomen/,
  );
  // What is drawn is there, and follows the colours of the page.
  await expect(
    chart.locator('svg path[stroke="var(--chart-1)"], svg g[stroke="var(--chart-1)"] path').first(),
  ).toBeVisible();
  await expect(chart.locator('svg style')).toHaveCount(0);
  const jumps = page
    .locator('section', { has: page.getByRole('heading', { name: /^Sprongen/ }) })
    .locator('li');
  expect(await jumps.count()).toBeGreaterThan(2);
  const fall = jumps.filter({ hasText: 'daalt het inkomen ineens' }).first();
  await fall.locator('summary').click();
  await expect(fall).toContainText(/Wet: .*art\./);
  expect(wrong()).toEqual([]);
});

test('the chart turns dark with the page', async ({ page }) => {
  await openExample(page, 'Fatima', '/werk');
  const line = page.locator('[role=img] svg [stroke="var(--chart-1)"]').first();
  const colour = () => line.evaluate((element) => getComputedStyle(element).stroke);
  const light = await colour();
  await page.getByRole('button', { name: 'Donker' }).click();
  await expect.poll(colour).not.toBe(light);
});

test('another range, and a range that cannot be', async ({ page }) => {
  await openExample(page, 'Fatima', '/werk');
  await page.getByLabel('Van', { exact: true }).fill('10.000');
  await page.getByLabel('Tot en met').fill('30.000');
  await page.getByRole('button', { name: 'Teken opnieuw' }).click();
  await page.getByText('De cijfers als tabel').click();
  const wages = page.locator('table tbody th');
  await expect(wages.first()).toHaveText(/10\.000/);
  await expect(wages.last()).toHaveText(/30\.000/);
  await page.getByLabel('Tot en met').fill('5.000');
  await page.getByRole('button', { name: 'Teken opnieuw' }).click();
  await expect(page.getByLabel('Tot en met')).toHaveAccessibleDescription(/hoger getal/);
});

test('hours instead of wage, of the partner, and what it is made of', async ({ page }) => {
  await openExample(page, 'Daan en Emma', '/werk');
  await page.getByLabel('Wiens loon?').selectOption('Emma');
  await page.getByLabel('Wat verandert er?').selectOption({ label: 'Uren per week' });
  await expect(page.getByRole('img')).toContainText('Uren per week');
  await expect(page.getByRole('img')).toHaveAccessibleDescription(/Met een loon van €\s17\.900/);
  // Every wage has its hours, and they rise together.
  await page.getByText('De cijfers als tabel').click();
  const hours = (await page.locator('table tbody td:nth-of-type(1)').allInnerTexts()).map((text) =>
    Number(text.replace(',', '.')),
  );
  expect(hours.at(-1)).toBeGreaterThan(30);
  expect(hours).toEqual([...hours].sort((one, other) => one - other));
  await page.getByLabel('Wat wilt u zien?').selectOption({ label: 'Waaruit het bestaat' });
  await expect(page.getByRole('img', { name: /waaruit het inkomen bestaat/ })).toContainText('eigen inkomen');
});

test('the parts in the table add up to the net income', async ({ page }) => {
  await openExample(page, 'Henk en Riet', '/werk');
  await page.getByText('De cijfers als tabel').click();
  const rows = await page.locator('table tbody tr').all();
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows.slice(0, 10)) {
    const [net, ...parts] = (await row.locator('td').allInnerTexts()).map(amountIn);
    expect(
      Math.abs(net! - parts.reduce((sum, part) => sum + part, 0)),
      await row.innerText(),
    ).toBeLessThanOrEqual(parts.length);
  }
});

test('hours that nobody said are not told as if somebody did', async ({ page }) => {
  const kim = { naam: 'Kim', rol: 'aanvrager', geboortedatum: '2003-05-01', loon: 10200 };
  await openHousehold(page, { gemeente: 'Tilburg', personen: [kim] }, '/werk');
  const said = page.getByText('alsof het loon van nu voor 32 uur per week is');
  await expect(page.locator('figure').first()).toBeVisible();
  await expect(said).toHaveCount(0);
  await page.getByLabel('Wat verandert er?').selectOption({ label: 'Uren per week' });
  await expect(said).toBeVisible();
});
