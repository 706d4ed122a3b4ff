// The desk without a mouse: everything by keys, and the focus is never lost.
import { expect, test, type Page } from '@playwright/test';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

async function expectFocus(page: Page, id: string | RegExp) {
  await expect.poll(() => focused(page)).toMatch(id);
}

async function start(page: Page) {
  await page.goto('/rechtencheck/balie');
  // The engine has said what is still to be filled in.
  await expect(page.getByText('Vul dit nog in.')).toBeVisible();
}

test('a household is filled in and worked out by keyboard alone', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Alt+f');
  await expectFocus(page, /personen-0-geboortedatum/);
  await page.keyboard.type('14031991');
  await expect(page.locator('#netto')).toBeVisible();
  // The form goes on with the income.
  await page.keyboard.press('Tab');
  await expectFocus(page, /personen-0-loon/);
  await page.keyboard.type('2000m');
  await page.keyboard.press('Tab');
  await expect(page.locator('#veld-huishouden-personen-0-loon')).toHaveValue('24000');
  const alone = await page.locator('#netto').textContent();

  await page.keyboard.press('Alt+p');
  await expectFocus(page, /personen-1-rol/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Noor');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1-9-2019');
  await expect(page.getByRole('heading', { name: /^Noor Kind, \d+ jaar/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Kindgebonden budget/ })).not.toContainText('€ 0');
  expect(await page.locator('#netto').textContent()).not.toBe(alone);

  // The outcome, and why it is so; Escape gives the focus back.
  await page.keyboard.press('Alt+u');
  await expectFocus(page, 'uitkomst-kop');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Zo is het berekend');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveText(/Waarom/);
});

test('a field is found by its name or its meaning, also when it is folded', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Alt+z');
  await page.keyboard.type('vrijlating');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expectFocus(page, /maanden_vrijlating_gebruikt/);
  await expect(page.locator(':focus')).toBeVisible();

  await page.keyboard.press('Alt+z');
  await page.keyboard.type('voordeur');
  await page.keyboard.press('Enter');
  await expectFocus(page, /woning-zelfstandig/);

  await page.keyboard.press('Alt+z');
  await page.keyboard.type('xyz');
  await expect(page.getByText('Geen veld gevonden')).toBeVisible();
});

test('households are made, switched, compared and closed by keys; one comes back to the field one was in', async ({
  page,
}) => {
  await start(page);
  await page.keyboard.press('Alt+f');
  await page.keyboard.type('14031991');
  await page.keyboard.press('Tab');
  await page.keyboard.type('18000');
  await page.keyboard.press('Alt+k');
  await expect(page.getByRole('tab')).toHaveCount(2);
  await expectFocus(page, /^tab-/);
  await page.keyboard.press('Alt+r');
  await expectFocus(page, 'naam-huishouden');
  await page.keyboard.type('Meer uren');
  await expect(page.getByRole('tab', { name: /Meer uren/ })).toBeVisible();

  await page.keyboard.press('Alt+1');
  await expectFocus(page, /personen-0-loon/);
  await page.keyboard.type('9');
  await page.keyboard.press('Alt+2');
  await expect(page.locator('#veld-huishouden-personen-0-loon')).toHaveValue('18000');

  await page.keyboard.press('Alt+v');
  await expectFocus(page, 'vergelijking');
  await expect(page.getByRole('row', { name: /^Bruto loon Aanvrager/ })).toContainText('€ 180.009 per jaar');
  await page.keyboard.press('Alt+v');
  await expectFocus(page, /^tab-/);

  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expectFocus(page, /^tab-/);
  // What was changed is not closed without a question.
  await page.keyboard.press('Alt+w');
  await expect(page.getByRole('dialog')).toContainText('niet bewaard');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab')).toHaveCount(1);
});

test('somebody is taken away and the focus goes to who is next', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Alt+p');
  await expectFocus(page, /personen-1-rol/);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator(':focus')).toHaveText(/Weghalen/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Weghalen' })).toHaveCount(1);
  await expectFocus(page, 'persoon-0');
  await page.getByRole('button', { name: 'Zet terug: Kind' }).press('Enter');
  await expectFocus(page, 'persoon-1');
});

test('shortcuts are listed and can be turned off', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Alt+h');
  const list = page.getByRole('dialog');
  await expect(list).toContainText('Nieuw huishouden');
  await list.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('tab')).toHaveCount(1);
  // The list itself is still there, to turn them on again.
  await page.getByRole('button', { name: 'Sneltoetsen' }).press('Enter');
  await page.getByRole('dialog').getByRole('checkbox').press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('tab')).toHaveCount(2);
});
