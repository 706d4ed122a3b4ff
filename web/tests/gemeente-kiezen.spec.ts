// A municipality is chosen from a list that is spoken: by keyboard, in the check, the what-if and at the desk.
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './hulp';
import { openExample } from './uitkomst';

const field = (page: Page) => page.getByRole('combobox', { name: /gemeente/i });
const list = (page: Page) => page.getByRole('listbox', { name: 'Gemeenten' });
const options = (page: Page) => list(page).getByRole('option');
const active = (page: Page) => list(page).getByRole('option', { selected: true });
const said = (page: Page) => page.locator('.combobox', { has: field(page) }).getByRole('status');

async function begin(page: Page) {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin' }).click();
  await field(page).focus();
}

test('in the check: with the arrows, and Enter goes on only after the choice', async ({ page }) => {
  await begin(page);
  await page.keyboard.type('berg');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(said(page)).toHaveText('12 gemeenten gevonden. De eerste 10 staan in de lijst.');
  // What begins so comes before what has it elsewhere.
  await expect(options(page)).toHaveText([
    'Berg en Dal',
    'Bergeijk',
    'Bergen (L.)',
    'Bergen (NH.)',
    'Bergen op Zoom',
    'Geertruidenberg',
    'Haaksbergen',
    'Halderberge',
    'Hardenberg',
    'Steenbergen',
  ]);
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveText('Berg en Dal');
  const id = await active(page).getAttribute('id');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', id!);
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toHaveText('Steenbergen');
  await accessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('Bergeijk');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wat is uw geboortedatum');
});

test('in the check: a whole name needs no choice, with or without its capitals and marks', async ({
  page,
}) => {
  for (const name of ['Utrecht', 'den haag', 'Sudwest-Fryslan']) {
    await begin(page);
    await page.keyboard.type(name);
    await expect(said(page)).toHaveText(/^(Utrecht|Den Haag|Súdwest-Fryslân) gevonden\.$/);
    await expect(options(page)).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Wat is uw geboortedatum');
  }
});

test('the list opens with an arrow, closes with Escape, and is not there after Tab', async ({ page }) => {
  await begin(page);
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveText("'s-Gravenhage");
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.type('utrecht');
  await page.keyboard.press('ArrowDown');
  await expect(options(page)).toHaveText(['Utrecht', 'Utrechtse Heuvelrug']);
  // In the text one moves without a choice.
  await page.keyboard.press('Home');
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(field(page)).toHaveValue('trecht');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue('trecht');
  await field(page).fill('xyz');
  await expect(said(page)).toHaveText('Geen gemeente gevonden.');
});

test('in the check: a click chooses, nothing is cut off at 320 pixels, and paper has no list', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 480 });
  await begin(page);
  await page.keyboard.type('en');
  await expect(options(page)).toHaveCount(10);
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await accessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#antwoord-lijst')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  const first = await options(page).first().innerText();
  await options(page).first().click();
  await expect(field(page)).toHaveValue(first);
  await expect(field(page)).toBeFocused();
  await expect(options(page)).toHaveCount(0);
});

test('in the what-if: another municipality with the arrows', async ({ page }) => {
  await openExample(page, 'Yasmin', '/wat-als');
  await page.getByLabel('Wat verandert er?').selectOption({ label: 'Een andere gemeente' });
  await field(page).focus();
  await page.keyboard.type('sudwest');
  await expect(options(page)).toHaveText(['Súdwest-Fryslân']);
  await expect(said(page)).toHaveText('1 gemeente gevonden.');
  await page.keyboard.press('ArrowDown');
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('Súdwest-Fryslân');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'In Súdwest-Fryslân' })).toBeVisible();
});

test('at the desk: what is chosen counts at once, and a question mark is no name', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/rechtencheck/balie');
  const born = page.locator('#veld-huishouden-personen-0-geboortedatum');
  await born.fill('14-3-1991');
  await expect(page.locator('#netto')).toBeVisible();
  await field(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('tilb');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveText('Tilburg');
  await expect(active(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('Tilburg');
  await expect(page.locator('.printed')).toContainText('Tilburg');

  // What is half a name counts when somebody leaves the field.
  await page.keyboard.press('Backspace');
  await expect(options(page)).toHaveText(['Tilburg']);
  await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Tab');
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveAccessibleDescription(/Bedoelde u 'Tilburg'/);

  await field(page).fill('?');
  await expect(said(page)).toBeEmpty();
  await field(page).press('Tab');
  await expect(page.locator('.printed')).toContainText('niet bekend');
  await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true');
});
