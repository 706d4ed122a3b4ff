// In a year for which there are no amounts yet, it is worked out for the last day for which there are.
import { expect, test } from '@playwright/test';
import { accessible, alone, answer, born, choose, fill } from './hulp';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-01-15T12:00:00Z'));
});

test('a resident gets an outcome, and is told for which day', async ({ page }) => {
  await page.goto('/rechtencheck');
  const note = 'De bedragen van daarna kennen wij nog niet.';
  await expect(page.getByText('Wij rekenen voor 31 december 2026.')).toContainText(note);
  await accessible(page);
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '24.000');
  await answer(page, /uitkomst$/, async (heading) => {
    if (heading.startsWith('Wat had u')) return choose(page, heading, 'Geen van deze');
    if (heading.startsWith('Wat klopt')) return choose(page, heading, 'Geen van deze');
    if (heading.startsWith('Hoe woont u')) return choose(page, heading, 'Ik huur');
    if (heading.startsWith('Vraagt u bijstand')) return choose(page, heading, 'Nee');
    if (heading.includes('voordeur')) return choose(page, heading, 'Ja');
    return fill(page, heading, heading.includes('kale huur') ? '650' : '0');
  });
  await expect(page.getByText('Berekend voor 31 december 2026.')).toContainText(note);
  // Of 2026: 2.119 − 568,55 = 1.550,45 a year; 1.550 / 12 = 129,17, paid as € 129.
  await expect(page.getByRole('article', { name: 'Zorgtoeslag', exact: true })).toContainText('€ 129');
});

test('who is born after that day cannot be in it, and it says why', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [10, 1, 2027]);
  await expect(page.locator('#antwoord-fout')).toContainText(
    'Deze datum is na 31 december 2026: de dag waarvoor wij rekenen.',
  );
});

test('a household that is begun at the desk is for that day too', async ({ page }) => {
  await page.goto('/rechtencheck/balie');
  const day = page.getByLabel('Rekendatum');
  await expect(day).toHaveValue('31-12-2026');
  await page.getByRole('button', { name: /^Nieuw/ }).click();
  await expect(day).toHaveValue('31-12-2026');

  // The day of a file stays: that there are no amounts for it is told.
  const file = {
    rekendatum: '2027-01-15',
    huishouden: { personen: [{ rol: 'aanvrager', geboortedatum: '1991-03-14' }] },
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'huis.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(day).toHaveValue('15-01-2027');
  await page.getByRole('link', { name: 'Regelboek' }).click();
  await page.goBack();
  await expect(page.getByText(/Voor 15-01-2027 zijn er geen bedragen/).first()).toBeVisible();
  await expect(day).toHaveValue('15-01-2027');
});
