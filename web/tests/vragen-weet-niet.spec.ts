// Who does not know which of several things there are, leaves all of them open: the outcome is a range, and a file
// says that they are not known.
import { expect, test, type Page } from '@playwright/test';
import { accessible, alone, answer, born, choose, fill, saved } from './hulp';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const unknown = (page: Page) => page.getByRole('button', { name: 'Weet ik niet' });
const row = (page: Page, title: RegExp) => page.locator('dl > div').filter({ hasText: title });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

/** Answers what is still asked with as little as can be. */
async function rest(page: Page, asked: string[] = []) {
  await answer(page, /uitkomst$/, async (title) => {
    asked.push(title);
    if (await page.getByLabel('Ik huur', { exact: true }).count()) return choose(page, title, 'Ik huur');
    if (await page.locator('input#antwoord[inputmode]').count()) return fill(page, title, '0');
    return choose(page, title, /Geen van deze|Nee/);
  });
}

test('nothing of an income is known: that is a range, in a file, and filled in after all', async ({
  page,
}, info) => {
  await alone(page);
  await accessible(page);
  await unknown(page).click();
  const asked: string[] = [];
  await rest(page, asked);
  // What an income would be is not asked of who does not know whether there is one.
  expect(asked.filter((title) => /loon|winst|pensioen|uitkering/i.test(title))).toEqual([]);
  const care = page.getByRole('article', { name: 'Zorgtoeslag', exact: true });
  await expect(care).toContainText(/van €\s0 tot €/);
  await expect(
    page.getByText(/Niet alles is bekend: bruto loon, winst uit bedrijf, pensioen, uitkering/),
  ).toBeVisible();
  const { path, file } = await saved(page, info);
  const incomes = ['loon', 'pensioenpremie', 'winst', 'urencriterium', 'pensioen', 'uitkering'];
  expect(file.huishouden.personen[0].onbekend).toEqual(incomes);

  // The answer is in the list, and is changed there.
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await expect(row(page, /Welk inkomen/)).toContainText('Weet ik niet');
  await page.getByRole('button', { name: /Wijzig.*Welk inkomen/ }).click();
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await choose(page, 'Welk inkomen', /Loon uit werk/);
  await fill(page, 'Hoeveel loon', '24000');
  await rest(page);
  await expect(page.getByText(/Niet alles is bekend/)).toHaveCount(0);
  await expect(care).not.toContainText('van €');

  // The file gives the same range again, and what was not known is asked as it was.
  await page.goto('/rechtencheck');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(care).toContainText(/van €\s0 tot €/);
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  // Everything that is ticked is asked for, once.
  await expect(heading(page)).toContainText('Welk inkomen');
  for (const name of [/Loon uit werk/, /Winst/, /Pensioen/]) await page.getByLabel(name).check();
  await choose(page, 'Welk inkomen', /Een uitkering/);
  const amounts: string[] = [];
  await rest(page, amounts);
  expect(amounts.filter((title) => /Welk inkomen/.test(title))).toEqual([]);
  expect(
    amounts.filter((title) => /Hoeveel (loon|winst|pensioen krijgt|uitkering)/.test(title)),
  ).toHaveLength(4);
  await expect(page.getByText(/Niet alles is bekend/)).toHaveCount(0);
});

test('every page that asks several things at once can be left open, of everybody', async ({ page }, info) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991]);
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await born(page, 'Wanneer is uw partner', [2, 2, 1990], 'Mik');
  await fill(page, 'Hoeveel kinderen', '1');
  await born(page, 'Wanneer is kind 1', [1, 9, 2022], 'Noor');
  await fill(page, 'Hoeveel anderen', '1');
  await born(page, 'Wanneer is huisgenoot 1', [1, 9, 1992]);
  const asked: string[] = [];
  await answer(page, /uitkomst$/, async (title) => {
    asked.push(title);
    return unknown(page).click();
  });
  for (const gate of [/Welk inkomen hebt u/, /Welk inkomen heeft Mik/, /Wat had u/, /Wat had Mik/]) {
    expect(
      asked.some((title) => gate.test(title)),
      String(gate),
    ).toBe(true);
  }
  for (const gate of [/Wat klopt er voor u/, /Heeft Noor zelf/, /Gaat Noor naar de kinderopvang/]) {
    expect(
      asked.some((title) => gate.test(title)),
      String(gate),
    ).toBe(true);
  }
  const net = page.locator('.net');
  await expect(net).toContainText(/van − €.* tot €/);
  await expect(net).toContainText('verlies van een bedrijf of hoge kosten van kinderopvang');
  const { path, file } = await saved(page, info);
  const noor = file.huishouden.personen[2];
  expect(noor.opvang).toEqual([{ onbekend: ['uren', 'uurtarief', 'soort'] }]);
  expect(noor.loon).toBe(0);
  await page.goto('/rechtencheck');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(net).toBeVisible();
  await expect(net).toContainText(/van − €.* tot €/);
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  await rest(page);
  await expect(page.getByText(/is het antwoord niet bekend|Niet alles is bekend/)).toHaveCount(0);
});
