// Mistakes on the desk: at the field, at the top with the way to it, and the outcome stays in sight.
import { expect, test, type Page } from '@playwright/test';
import { offer } from './balie';

const field = (page: Page, place: string) => page.locator(`#veld-huishouden-${place}`);

async function fill(page: Page, place: string, text: string) {
  await field(page, place).fill(text);
  await field(page, place).press('Tab');
}

test.beforeEach(async ({ page }) => {
  await page.goto('/rechtencheck/balie');
  await expect(page.getByRole('heading', { name: 'Aanvrager' })).toBeVisible();
});

test('what is still to be filled in is asked for, and is no mistake', async ({ page }) => {
  await expect(page.getByText('Vul dit nog in.')).toBeVisible();
  await expect(page.getByText('klopt iets niet')).toHaveCount(0);
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Geboortedatum (Aanvrager)' }).click();
  await expect(field(page, 'personen-0-geboortedatum')).toBeFocused();
});

test('a mistake stands at its field and at the top, and the last outcome stays, marked as old', async ({
  page,
}) => {
  await fill(page, 'personen-0-geboortedatum', '14-03-1991');
  const net = page.locator('#netto');
  await expect(net).toContainText('€');
  const without = (await net.textContent())!;
  await fill(page, 'personen-0-loon', '24.000');
  // The outcome of the wage is waited for, so that what is old is known.
  await expect(net).not.toHaveText(without);
  const old = (await net.textContent())!;

  await fill(page, 'personen-0-uren_per_week', '200');
  const hours = field(page, 'personen-0-uren_per_week');
  await expect(hours).toHaveAttribute('aria-invalid', 'true');
  await expect(hours).toHaveAccessibleDescription(/Het kan hooguit 168 zijn/);
  await expect(page.getByText('Oude uitkomst')).toBeVisible();
  await expect(net).toHaveText(old);
  await expect(page.getByRole('button', { name: 'Toon als uitkomst' })).toBeDisabled();

  await page.getByRole('group', { name: 'Er klopt iets niet' }).getByRole('link').click();
  await expect(hours).toBeFocused();
  await hours.fill('20');
  await expect(hours).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Oude uitkomst')).toHaveCount(0);
  await expect(page.getByText('klopt iets niet')).toHaveCount(0);
});

test('half a word is no mistake while somebody types, and is one when they leave the field', async ({
  page,
}) => {
  await fill(page, 'personen-0-geboortedatum', '14-03-1991');
  await expect(page.locator('#netto')).toBeVisible();
  await field(page, 'gemeente').pressSequentially('Tilbrug');
  await page.waitForTimeout(400);
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(0);
  await field(page, 'gemeente').press('Tab');
  await expect(field(page, 'gemeente')).toHaveAccessibleDescription(/Bedoelde u 'Tilburg'/);
});

test('what is no number or no day is said in the words of this page, and what was typed stays', async ({
  page,
}) => {
  await fill(page, 'personen-0-geboortedatum', '31-02-1990');
  const born = field(page, 'personen-0-geboortedatum');
  await expect(born).toHaveAccessibleDescription(/‘31-02-1990’ is geen datum die bestaat\./);
  await expect(born).toHaveValue('31-02-1990');
  await fill(page, 'personen-0-spaargeld', 'veel');
  await expect(field(page, 'personen-0-spaargeld')).toHaveAccessibleDescription(/‘veel’ is geen getal/);
  await expect(page.getByRole('group', { name: '2 dingen kloppen niet' })).toBeVisible();
  await page.keyboard.press('Alt+f');
  await expect(page.locator(':focus')).toHaveAttribute('aria-invalid', 'true');
});

test('a day may have a name for its month; how to write it is said of another notation only', async ({
  page,
}) => {
  const born = field(page, 'personen-0-geboortedatum');
  for (const typed of ['14 maart 1991', '14 mrt. 1991', '14 March 1991']) {
    await fill(page, 'personen-0-geboortedatum', typed);
    await expect(born).toHaveValue('14-03-1991');
    await expect(page.locator('#netto')).toContainText('€');
    await expect(born).not.toHaveAttribute('aria-invalid', 'true');
  }
  for (const [typed, said] of [
    ['1-1-90', /^Schrijf het jaar van ‘1-1-90’ met vier cijfers/],
    ['gisteren', /^‘gisteren’ is niet te lezen als datum\. Schrijf dag, maand en jaar/],
    ['30 feb 1990', /^‘30 feb 1990’ is geen datum die bestaat/],
    ['14-03-1850', /^‘14-03-1850’ is te lang geleden/],
  ] as const) {
    await fill(page, 'personen-0-geboortedatum', typed);
    await expect(born).toHaveAccessibleDescription(said);
    await expect(born).toHaveValue(typed);
  }
});

test('a day of an opened file that does not exist is told as its field shows it', async ({ page }) => {
  const text =
    'rekendatum: 2026-02-31\nhuishouden: {personen: [{rol: aanvrager, geboortedatum: 1991-03-14}]}\n';
  await offer(page, [{ name: 'februari.yaml', text }]);
  const date = page.locator('#veld-rekendatum');
  await expect(date).toHaveValue('31-02-2026');
  await expect(date).toHaveAccessibleDescription(/^‘31-02-2026’ is geen datum die bestaat/);
  await expect(page.getByText('jjjj-mm-dd')).toHaveCount(0);
});

test('that there is no applicant is said in the words of the page, and all of it anew in English', async ({
  page,
}) => {
  await fill(page, 'personen-0-geboortedatum', '14-03-1991');
  await page.getByRole('button', { name: '+ Kind' }).click();
  await fill(page, 'personen-1-geboortedatum', '14-03-2021');
  await expect(page.locator('#netto')).toContainText('€');
  await page.getByRole('button', { name: /^Weghalen ?: Aanvrager/ }).click();
  const wrong = page.getByRole('group', { name: 'Er klopt iets niet' });
  await expect(wrong.locator('li')).toHaveText(/^Er is geen aanvrager\. Zet er een aanvrager bij/);
  await expect(page.getByText('De gemeente is niet ingevuld')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  const english = page.getByRole('group', { name: 'Something is not right' });
  await expect(english.locator('li')).toHaveText(/^There is no applicant\. Add an applicant/);
  // What was told of the old outcome is told in English too.
  await expect(page.getByText('The municipality was not filled in')).toBeVisible();
  await expect(page.getByText('De gemeente is niet ingevuld')).toHaveCount(0);
});

test('what has no value on a day is called by what it means', async ({ page }) => {
  const text =
    'rekendatum: 2022-07-01\nhuishouden:\n  woning: {kale_huur: 600}\n  personen: [{rol: aanvrager, geboortedatum: 1991-03-14}]\n';
  await offer(page, [{ name: 'vroeger.yaml', text }]);
  const remarks = page.locator('section', { has: page.getByRole('heading', { name: 'Let op' }) }).last();
  await expect(remarks).toContainText('Huurtoeslag per maand: ‘maximum per soort servicekosten’ heeft op');
  await expect(remarks).not.toContainText('_');
});

test('what belongs to another role is shown, so that it can be taken away', async ({ page }) => {
  await fill(page, 'personen-0-geboortedatum', '14-03-1991');
  await page.getByRole('button', { name: '+ Partner' }).click();
  await fill(page, 'personen-1-geboortedatum', '01-01-1990');
  await field(page, 'personen-1-samenleving').selectOption('samenwonend');
  await field(page, 'personen-1-rol').selectOption('medebewoner');
  await expect(field(page, 'personen-1-samenleving')).toHaveAccessibleDescription(/hoort bij de rol partner/);
  await field(page, 'personen-1-samenleving').selectOption('');
  await expect(field(page, 'personen-1-samenleving')).toHaveCount(0);
  await expect(page.locator('#netto')).toBeVisible();
  await expect(page.getByText('klopt iets niet')).toHaveCount(0);
});

test('a field that the form does not know can be taken out of an opened file', async ({ page }) => {
  const text =
    'rekendatum: 2026-01-15\nhuishouden:\n  kat: Minoes\n  personen:\n    - {rol: aanvrager, geboortedatum: 1991-03-14}\n';
  await offer(page, [{ name: 'kat.yaml', text }]);
  await page.getByRole('button', { name: /^Haal weg ?: huishouden.kat/ }).click();
  await expect(page.locator('#netto')).toBeVisible();
  await expect(page.locator('#uitkomst-kop')).toBeFocused();
});
