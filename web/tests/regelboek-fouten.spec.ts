// Mistakes in the editor of the regelboek: said in plain words, where they stand.
import { expect, test } from '@playwright/test';
import { MONTHLY, note, PREMIUM, row, said, text } from './bewerken';
import { accessible } from './hulp';

test('a day that is emptied is a mistake at its field, and nothing is made of the draft until it is filled in', async ({
  page,
}) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2500');
  const from = page.getByLabel('Vanaf welke dag');
  await from.fill('2026-07-01');
  await expect(note(page)).toContainText('Uw waarden gelden vanaf 1 juli 2026');
  const make = page.getByRole('button', { name: 'Maak een hervormingsbestand' });
  await expect(make).toBeEnabled();
  await from.fill('');
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(from).toHaveAccessibleDescription(/Vul een datum in die bestaat/);
  await expect(page.locator('#waarde-fout')).toHaveCount(0);
  await expect(make).toBeDisabled();
  await expect(page.locator('[data-verouderd]')).toContainText('Vanaf welke dag: Vul een datum in');
  await accessible(page);

  // It stays a mistake when something else is shown in between; what has no values asks for no day.
  await page.getByRole('button', { name: 'Nieuwe regel' }).click();
  await expect(make).toBeDisabled();
  await page.getByRole('button', { name: /^Standaardpremie/ }).click();
  await expect(from).toHaveValue('');
  await page.getByRole('button', { name: 'Haal standaardpremie weg' }).click();
  await expect(make).toBeEnabled();

  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2.219');
  await from.fill('');
  await expect(make).toBeDisabled();
  await from.fill('2026-01-01');
  await expect(page.locator('#vanaf-fout')).toHaveCount(0);
  await expect(row(page).locator('td').last()).toContainText('€ 137');
  await expect(make).toBeEnabled();
});

test('a mistake in a value names it once, and half a number is asked for as a number', async ({ page }) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('1e9');
  await expect(page.locator('#waarde-fout')).toHaveText('‘1e9’ past hier niet. Schrijf een getal (€).');
  await page.getByLabel('Nieuwe waarde').fill('');
  const once = /^(?:Er is 1 fout\. )?Standaardpremie: Vul een waarde in\.$/;
  await expect(page.locator('[data-verouderd] p').last()).toHaveText(once);
  await expect(said(page)).toHaveText(once);
});

test('text that begins no rule is a mistake in that text, and a misspelt beginning is still mended', async ({
  page,
}) => {
  await page.goto(MONTHLY);
  await text(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Hallo dit is geen regel.');
  const findings = page.locator('.findings');
  await expect(findings).toContainText('Regel 1, teken 1: Hier begint geen regel. Begin met ‘Regel’');
  await expect(findings.locator('li')).toHaveCount(1);
  await expect(page.locator('.cm-lintRange-error')).toHaveText('Hallo dit is geen regel.');
  await expect(page.locator('[data-verouderd]')).toContainText('Zorgtoeslag per maand: Regel 1');
  await expect(page.locator('body')).not.toContainText('uitkomst.regels');

  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Reggel zorgtoeslag per maand\n  geldig altijd');
  await expect(findings).toContainText('‘Reggel’ is geen woord waarmee een onderdeel begint');
});

test('typing over selected text puts no style in the page', async ({ page }) => {
  // As the server has it, also where the pages come from elsewhere.
  await page.route(MONTHLY, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "style-src 'self'" };
    await route.fulfill({ response, headers });
  });
  const told: string[] = [];
  page.on('console', (message) => void told.push(message.text()));
  await page.goto(MONTHLY);
  await text(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('a');
  await expect(text(page)).toHaveText('a');
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('gedeeld door 12');
  expect(told.filter((one) => one.includes('inline style'))).toEqual([]);
});
