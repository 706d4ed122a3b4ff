// Back and Forward of the browser go through the questions, and a file keeps what is not known.
import { expect, test, type Page } from '@playwright/test';
import { accessible, alone, answer, born, choose, example, fill, headingIsFocused, saved } from './hulp';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const unknown = (page: Page) => page.getByRole('button', { name: 'Weet ik niet' });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

async function openFile(page: Page, path: string) {
  await page.goto('/rechtencheck');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(heading(page)).toHaveText('Waar u recht op hebt');
}

test('Back and Forward of the browser go from question to question', async ({ page }) => {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await expect(heading(page)).toContainText('Hoeveel loon');
  const before = [
    'Welk inkomen',
    'Hoeveel anderen',
    'Hoeveel kinderen',
    'samen met een partner',
    'geboortedatum',
  ];
  for (const title of before) {
    await page.goBack();
    await expect(heading(page)).toContainText(title);
    await headingIsFocused(page);
  }
  await expect(page.getByLabel('Jaar')).toHaveValue('1991');
  await page.goForward();
  await expect(heading(page)).toContainText('samen met een partner');
  await expect(page.getByLabel('Nee', { exact: true })).toBeChecked();
  // What is answered differently goes on from there.
  await choose(page, 'samen met een partner', 'Nee');
  await expect(heading(page)).toContainText('Hoeveel kinderen');
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(heading(page)).toContainText('samen met een partner');
  for (const title of ['geboortedatum', 'gemeente', 'Waar hebt u recht op']) {
    await page.goBack();
    await expect(heading(page)).toContainText(title);
  }
  await page.goForward();
  await expect(page.locator('#antwoord')).toHaveValue('Tilburg');
});

test('from the outcome Back comes to the question that was left', async ({ page }) => {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '24.000,-');
  const left = await heading(page).innerText();
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await expect(page).toHaveURL(/uitkomst$/);
  await page.goBack();
  await expect(heading(page)).toHaveText(left);
});

test('what is filled in and not sent yet is there still, unless it was a change that is given up', async ({
  page,
}) => {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await page.locator('#antwoord').fill('24.0');
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(heading(page)).toContainText('Welk inkomen');
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await expect(page.locator('#antwoord')).toHaveValue('24.0');
  await fill(page, 'Hoeveel loon', '24000');
  await page.getByRole('button', { name: 'Uw antwoorden' }).click();
  const change = page.getByRole('button', { name: /Wijzig.*Hoeveel loon/ });
  await change.click();
  await page.locator('#antwoord').fill('1');
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await change.click();
  await expect(page.locator('#antwoord')).toHaveValue('24000');
});

test('what is not known is in the file, and open again when it is opened', async ({ page }, info) => {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await unknown(page).click();
  await answer(page, /uitkomst$/, async (title) => {
    if (/op de bank/.test(title)) return unknown(page).click();
    if (/Wat had u/.test(title)) return choose(page, title, 'Geld op de bank');
    if (await page.getByLabel('Ik huur', { exact: true }).count()) return choose(page, title, 'Ik huur');
    if (await page.locator('input#antwoord[inputmode]').count()) return fill(page, title, '0');
    return choose(page, title, /Geen van deze|Nee/);
  });
  const care = page.getByRole('article', { name: 'Zorgtoeslag', exact: true });
  const range = await care.locator('.amount, strong').first().innerText();
  const { path, file } = await saved(page, info);
  expect(file.huishouden.personen[0].onbekend).toEqual(['loon', 'spaargeld']);
  expect(file.huishouden.personen[0].loon).toBeUndefined();

  await openFile(page, path);
  await expect(page.getByText('Niet alles is bekend: bruto loon, geld op de bank')).toBeVisible();
  await expect(care).toContainText(/van €\s0 tot €\s\d+/);
  expect(await care.locator('.amount, strong').first().innerText()).toBe(range);
  await accessible(page);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await page.getByRole('link', { name: 'Naar de uitkomst' }).click();

  // Filling in after all what is not known asks that, and nothing else.
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  await choose(page, 'Welk inkomen', /Loon uit werk/);
  await fill(page, 'Hoeveel loon', '24000');
  await choose(page, 'Wat had u op 1 januari', /Geld op de bank/);
  await expect(heading(page)).toContainText('op de bank');
  await unknown(page).click();
  await expect(page).toHaveURL(/uitkomst$/);
  await expect(page.getByText('Niet alles is bekend: geld op de bank')).toBeVisible();
  const again = await saved(page, info);
  expect(again.file.huishouden.personen[0]).toMatchObject({ loon: 24000, onbekend: ['spaargeld'] });
});

test('what was not asked yet is not nothing in a file that is saved halfway', async ({ page }, info) => {
  await alone(page);
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  const assistance = page.getByRole('article', { name: 'Bijstand', exact: true });
  await expect(assistance).toContainText(/van €\s0 tot €/);
  const { path, file } = await saved(page, info);
  expect(file.huishouden.personen[0].onbekend).toContain('loon');
  expect(file.huishouden.woning.onbekend).toContain('kale_huur');

  await openFile(page, path);
  await expect(page.getByText(/Van \d+ dingen is het antwoord niet bekend/)).toBeVisible();
  await expect(assistance).toContainText(/van €\s0 tot €/);
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  let asked = 0;
  await answer(page, /uitkomst$/, async (title) => {
    asked++;
    if (await page.getByLabel('Ik huur', { exact: true }).count()) return choose(page, title, 'Ik huur');
    if (await page.locator('input#antwoord[inputmode]').count()) return fill(page, title, '0');
    return choose(page, title, /Geen van deze|Nee/);
  });
  expect(asked).toBeGreaterThan(4);
  await expect(page.getByText('hangt af van wat nog open is')).toHaveCount(0);
  await expect(page.getByText(/niet bekend/)).toHaveCount(0);
});

test('of an example all counts as it is, and the other questions are asked to who wants them', async ({
  page,
}) => {
  await example(page, /Yasmin/);
  await expect(page.getByText('hangt af van wat nog open is')).toHaveCount(0);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await expect(page.getByText('telt als nee of als 0')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Beantwoord ook de andere vragen' }).click();
  await expect(heading(page)).not.toHaveText('Uw antwoorden');
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await expect(page.getByText(/Er staan nog \d+ vragen open/)).toBeVisible();
});

test('with a partner who is new, what the file does not say of them is asked', async ({ page }) => {
  await example(page, /Yasmin/);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await page.getByRole('button', { name: /Wijzig.*Partner/ }).click();
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await born(page, 'Wanneer is uw partner', [2, 2, 1990], 'Bo');
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await expect(page.getByText(/Er staan nog \d+ vragen open/)).toBeVisible();
});

test('a remark that hangs on what is not known is not told as if it holds', async ({ page }) => {
  await alone(page);
  let mortgage = false;
  await answer(page, /uitkomst$/, async (title) => {
    if (/hypotheekschuld|hypotheek/.test(title) && !/rente/.test(title)) {
      mortgage = true;
      return unknown(page).click();
    }
    if (/WOZ/.test(title)) return fill(page, title, '400000');
    if (/Welk inkomen/.test(title)) return choose(page, title, /Geen van deze/);
    if (await page.getByLabel(/De woning is van mij/).count())
      return choose(page, title, /De woning is van mij/);
    if (/Vraagt u bijstand/.test(title)) return choose(page, title, 'Ja');
    if (await page.locator('input#antwoord[inputmode]').count()) return fill(page, title, '0');
    return choose(page, title, /Geen van deze|Nee/);
  });
  expect(mortgage).toBe(true);
  await expect(page.getByText('Of dit geldt, hangt af van wat nog open is')).toBeVisible();
  const loan = page.getByText('De bijstand is dan een lening');
  await expect(loan).toHaveCount(1);
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  await page.locator('#antwoord').fill('100000');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page).toHaveURL(/uitkomst$/);
  await expect(page.getByText('Of dit geldt, hangt af')).toHaveCount(0);
  await expect(loan).toHaveCount(1);
});
