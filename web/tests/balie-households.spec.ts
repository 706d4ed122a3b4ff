// Several households on the desk: files, copies, names, differences, and the way to the pages of the visitor.
import { expect, test } from '@playwright/test';
import { offer, open } from './balie';

test.beforeEach(async ({ page }) => {
  await page.goto('/rechtencheck/balie');
  await expect(page.getByRole('heading', { name: 'Aanvrager' })).toBeVisible();
});

test('several files open at once, each with its own outcome', async ({ page }) => {
  await open(page, 'eenouder', 'pensioenpaar');
  await expect(page.getByRole('tab')).toHaveCount(3);
  await expect(page.getByRole('tab', { name: 'pensioenpaar' })).toHaveAttribute('aria-selected', 'true');
  const pair = await page.locator('#netto').textContent();
  await page.getByRole('tab', { name: 'eenouder' }).click();
  await expect(page.getByRole('heading', { name: /^Fatima/ })).toBeVisible();
  await expect(page.locator('#netto')).not.toHaveText(pair!);
});

test('a file that is no household is refused by name, and the others open', async ({ page }) => {
  const text =
    'rekendatum: 2026-01-15\nhuishouden: {personen: [{rol: aanvrager, geboortedatum: 1991-03-14}]}\n';
  await offer(page, [
    { name: 'boodschappen.yaml', text: 'melk: 2\n' },
    { name: 'sam.yaml', text },
  ]);
  await expect(page.getByRole('alert')).toContainText('boodschappen.yaml kan niet worden gelezen');
  await expect(page.getByRole('tab')).toHaveCount(2);
});

test('a household is saved as a file that opens again as it was', async ({ page }) => {
  await open(page, 'eenouder');
  const opened = await page.locator('#netto').textContent();
  await page.locator('#veld-huishouden-personen-0-loon').fill('26.000,50');
  await expect(page.getByRole('tab', { name: 'eenouder' })).toContainText('niet bewaard');
  const net = page.locator('#netto');
  await expect(net).not.toHaveText(opened!);
  const before = await net.textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Alt+s')]);
  expect(download.suggestedFilename()).toBe('eenouder.json');
  let text = '';
  for await (const part of await download.createReadStream()) text += part;
  const saved = JSON.parse(text);
  expect(saved.huishouden.personen[0]).toMatchObject({
    naam: 'Fatima',
    loon: 26000.5,
    geboortedatum: '1988-11-03',
  });
  expect(saved.huishouden.personen[2].opvang).toEqual([{ soort: 'bso', uren: 48, uurtarief: 10.05 }]);
  await expect(page.getByRole('tab', { name: 'eenouder' })).not.toContainText('niet bewaard');

  await offer(page, [{ name: 'weer.json', text }]);
  await expect(page.getByRole('tab', { name: 'weer' })).toBeVisible();
  await expect(net).toHaveText(before!);
});

test('parents that are named in the file go along with a new name', async ({ page }) => {
  await open(page, 'eenouder');
  await page.locator('#veld-huishouden-personen-0-naam').fill('Farida');
  await page.locator('#veld-huishouden-personen-0-naam').press('Tab');
  await expect(page.getByRole('heading', { name: /^Farida/ })).toBeVisible();
  await page.waitForTimeout(400);
  await expect(page.getByText('klopt iets niet')).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Ouders' }).first().getByLabel('Farida')).toBeChecked();
});

test('two households beside each other show what differs, to the cent', async ({ page }) => {
  await open(page, 'eenouder');
  const first = await page.locator('#netto').textContent();
  await page.getByRole('button', { name: 'Kopie' }).click();
  await page.locator('#veld-huishouden-personen-0-loon').fill('30000');
  await expect(page.locator('#netto')).not.toHaveText(first!);
  const second = await page.locator('#netto').textContent();
  await page.getByRole('button', { name: 'Vergelijk' }).click();
  const row = page.getByRole('row', { name: /^Netto besteedbaar inkomen per maand/ });
  const cells = await row.getByRole('cell').allTextContents();
  expect(cells.slice(0, 2)).toEqual([first, second]);
  const euros = (text: string) =>
    Number(
      text
        .replace(/[^\d,−]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    );
  expect(euros(cells[2]!)).toBeCloseTo(euros(second!) - euros(first!), 2);
  const facts = page.getByRole('table', { name: 'Wat er anders is ingevuld' });
  await expect(facts.getByRole('row')).toHaveCount(2);
  await expect(facts).toContainText('€ 25.400 per jaar');
});

test('what one household leaves out and the other has at its default is no difference', async ({ page }) => {
  const file = (more: string) =>
    `rekendatum: 2026-01-15\nhuishouden: {personen: [{rol: aanvrager, geboortedatum: 1991-03-14${more}}]}\n`;
  await offer(page, [
    { name: 'kort.yaml', text: file(', loon: 20000') },
    { name: 'lang.yaml', text: file(', loon: 20000, spaargeld: 0, student: false, uren_per_week: 24') },
  ]);
  await expect(page.getByRole('tab', { name: 'lang', selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'Vergelijk' }).click();
  const facts = page.getByRole('table', { name: 'Wat er anders is ingevuld' });
  await expect(facts.locator('tbody tr')).toHaveText([/Uren werk.*standaard: 32 per week.*24 per week/]);
});

test('the outcome is shown on the pages of the visitor, and the desk is as it was', async ({ page }) => {
  await open(page, 'eenouder');
  const net = await page.locator('#netto').textContent();
  await page.getByRole('button', { name: 'Toon als uitkomst' }).click();
  await expect(page).toHaveURL(/\/rechtencheck\/uitkomst$/);
  await expect(page.locator('.net strong')).toHaveText(net!);
  await page.getByRole('link', { name: 'Terug naar de balie' }).click();
  await expect(page.getByRole('tab')).toHaveCount(2);
  await expect(page.locator('#netto')).toHaveText(net!);
  await expect(page.getByRole('button', { name: 'Neem de rechtencheck over' })).toHaveCount(0);
});

test('the answers of a visitor are taken over on the desk', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: /Yasmin/ }).click();
  await expect(page.locator('.net strong')).toBeVisible();
  const net = await page.locator('.net strong').textContent();
  await page.getByRole('link', { name: 'Rechtencheck' }).click();
  await page.getByRole('link', { name: 'Ga naar het scherm voor professionals' }).click();
  await page.getByRole('button', { name: 'Neem de rechtencheck over' }).click();
  await expect(page.getByRole('heading', { name: /^Yasmin/ })).toBeVisible();
  await expect(page.locator('#netto')).toHaveText(net!);
});

test('closing what was changed asks first', async ({ page }) => {
  await open(page, 'student');
  await page.locator('#veld-huishouden-personen-0-loon').fill('1');
  await page.getByRole('button', { name: 'Sluit', exact: true }).click();
  await page.getByRole('button', { name: 'Annuleer' }).click();
  await expect(page.getByRole('tab')).toHaveCount(2);
  await page.getByRole('button', { name: 'Sluit', exact: true }).click();
  await page.getByRole('button', { name: 'Sluit zonder bewaren' }).click();
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(page.getByRole('tab')).toBeFocused();
});

test('what nobody knows is shown, typed as a question mark, and kept in the file', async ({ page }) => {
  const text =
    'rekendatum: 2026-01-15\nhuishouden:\n  personen:\n' +
    '    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, onbekend: [loon, zorgverzekerd]}\n';
  await offer(page, [{ name: 'sam.yaml', text }]);
  const wage = page.locator('#veld-huishouden-personen-0-loon');
  await expect(wage).toHaveValue('?');
  await expect(page.locator('label[for=veld-huishouden-personen-0-zorgverzekerd]')).toContainText(
    'niet bekend',
  );
  await expect(page.locator('#netto')).toBeVisible();
  await expect(page.getByText('Niet bekend van Sam')).toContainText('loon € 0');
  const before = await page.locator('#netto').textContent();
  await wage.fill('30000');
  await expect(page.locator('#netto')).not.toHaveText(before!);
  await page.locator('#veld-huishouden-personen-0-spaargeld').fill('?');
  await page.locator('#veld-huishouden-woning-soort').selectOption({ label: 'niet bekend' });
  await expect(page.getByText('Niet bekend van Sam')).toContainText('spaargeld € 0');
  await expect(page.getByRole('alert')).toHaveCount(0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Alt+s')]);
  let kept = '';
  for await (const part of await download.createReadStream()) kept += part;
  const { huishouden } = JSON.parse(kept);
  expect(huishouden.personen[0]).toMatchObject({ loon: 30000, onbekend: ['zorgverzekerd', 'spaargeld'] });
  expect(huishouden.woning).toEqual({ onbekend: ['soort'] });
  // Emptied, it has its default again; and a date of birth is always known.
  await page.locator('#veld-huishouden-personen-0-spaargeld').fill('');
  await expect(page.getByText('Niet bekend van Sam')).not.toContainText('spaargeld');
  await page.locator('#veld-huishouden-personen-0-geboortedatum').fill('?');
  await page.locator('#veld-huishouden-personen-0-geboortedatum').press('Tab');
  await expect(page.locator('#veld-huishouden-personen-0-geboortedatum-fout')).toContainText(
    'niet te lezen als datum',
  );
});
