import { expect, test, type Page } from '@playwright/test';
import { accessible } from './hulp';
import { amountIn, goTo, netOf, openExample, openHousehold } from './uitkomst';

const form = (page: Page) => page.locator('form');
const change = (page: Page) => page.getByLabel('Wat verandert er?');
const add = (page: Page) => page.getByRole('button', { name: 'Reken uit' });
const net = (page: Page) => page.getByRole('row', { name: /^Netto te besteden/ }).locator('td');

async function moreHours(page: Page, who: string, hours: string) {
  await change(page).selectOption({ label: `${who}: meer of minder werken` });
  await page.getByLabel('Nieuw aantal uren').fill(hours);
  await add(page).click();
  // The answers are there when the form is empty again, or gone.
  await expect(page.getByLabel('Nieuw aantal uren')).toHaveCount(0);
}

async function day(page: Page, date: [string, string, string]) {
  for (const [at, name] of ['Dag', 'Maand', 'Jaar'].entries()) {
    await form(page).getByLabel(name, { exact: true }).fill(date[at]!);
  }
}

test('every difference is then minus now, and the answers stay as they are', async ({ page }) => {
  await openExample(page, 'Fatima');
  const before = await netOf(page);
  await goTo(page, '/wat-als');
  await moreHours(page, 'Fatima', '36');
  await expect(net(page)).toHaveCount(3);

  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBeGreaterThan(4);
  let sum = 0;
  for (const row of await rows.all()) {
    const [now, then, more] = await row.locator('td').allInnerTexts();
    const difference = more === 'gelijk' ? 0 : amountIn(more!);
    expect(amountIn(then!) - amountIn(now!), await row.innerText()).toBe(difference);
    if (!(await row.innerText()).startsWith('Netto')) sum += difference;
  }
  const total = amountIn((await net(page).allInnerTexts())[2]!);
  expect(Math.abs(total - sum)).toBeLessThan(5);
  // The sentence says the same as the table.
  await expect(page.locator('li.card')).toContainText(
    `€ ${Math.abs(total)} ${total > 0 ? 'meer' : 'minder'} te besteden`,
  );
  expect(await netOf(page)).toBe(before);
});

test('what is taken over becomes the household', async ({ page }) => {
  await openExample(page, 'Fatima', '/wat-als');
  await moreHours(page, 'Fatima', '36');
  const then = amountIn((await net(page).allInnerTexts())[1]!);
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await expect(page.locator('#overgenomen')).toBeFocused();
  await expect(page.locator('table')).toHaveCount(0);
  expect(Math.abs((await netOf(page)) - then)).toBeLessThan(1);
});

test('a partner can come, and the children stay hers', async ({ page }) => {
  await openExample(page, 'Fatima', '/wat-als');
  await change(page).selectOption({ label: 'Samenwonen met een partner' });
  await day(page, ['1', '5', '1990']);
  await page.getByLabel('Bruto loon van de partner').fill('30.000');
  await add(page).click();
  await expect(page.getByRole('heading', { name: /partner die € 30.000 verdient/ })).toBeVisible();
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await goTo(page, '/brief');
  await expect(page.getByRole('row', { name: 'Uw partner partner 1 mei 1990' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Ouders in huis Fatima' })).toHaveCount(2);
});

test('a partner can leave', async ({ page }) => {
  await openExample(page, 'Daan en Emma', '/wat-als');
  await change(page).selectOption({ label: 'Niet meer samenwonen' });
  await add(page).click();
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await goTo(page, '/brief');
  await expect(page.getByRole('row', { name: /^Saar kind/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Emma/ })).toHaveCount(0);
});

test('what the engine refuses stands at its field', async ({ page }) => {
  await openExample(page, 'Jesse', '/wat-als');
  await change(page).selectOption({ label: 'Samenwonen met een partner' });
  await day(page, ['1', '5', '2024']);
  await page.getByLabel('Bruto loon van de partner').fill('0');
  await add(page).click();
  await expect(page.getByLabel('Dag', { exact: true })).toBeFocused();
  await expect(page.getByRole('group', { name: /Wanneer is de partner geboren/ })).toContainText(
    'Een partner kan niet',
  );
  await expect(page.locator('table')).toHaveCount(0);
});

test('what is no amount or no municipality is said at the field', async ({ page }) => {
  await openExample(page, 'Yasmin', '/wat-als');
  await add(page).click();
  await expect(change(page)).toHaveAccessibleDescription(/Kies eerst wat er verandert/);
  await change(page).selectOption({ label: 'Een andere woning of huur' });
  await page.getByLabel('Kale huur per maand').fill('veel');
  await add(page).click();
  await expect(page.getByLabel('Kale huur per maand')).toHaveAccessibleDescription(/Vul een getal in/);
  await change(page).selectOption({ label: 'Een andere gemeente' });
  await page.getByLabel('Welke gemeente?').fill('Atlantis');
  await add(page).click();
  await expect(page.getByLabel('Welke gemeente?')).toHaveAccessibleDescription(
    /De gemeente 'Atlantis' is niet bekend/,
  );
  await page.getByLabel('Welke gemeente?').fill('tilburg');
  await add(page).click();
  await expect(page.getByRole('heading', { name: 'In Tilburg' })).toBeVisible();
  // A name as people use it, and one without the mark that CBS writes.
  for (const [typed, name] of [
    ['Den Bosch', 'Den Bosch'],
    ['Sudwest-Fryslan', 'Súdwest-Fryslân'],
  ] as const) {
    await change(page).selectOption({ label: 'Een andere gemeente' });
    await page.getByLabel('Welke gemeente?').fill(typed);
    await add(page).click();
    await expect(page.getByRole('heading', { name: `In ${name}` })).toBeVisible();
  }
});

test('a child that is not born yet counts, and cannot be taken over', async ({ page }) => {
  await openExample(page, 'Yasmin', '/wat-als');
  await change(page).selectOption({ label: 'Een kind erbij' });
  await day(page, ['1', '3', '2027']);
  await add(page).click();
  await expect(
    page
      .getByRole('row', { name: /^Kinderbijslag/ })
      .locator('td')
      .nth(2),
  ).toContainText('+');
  await expect(page.getByRole('button', { name: /^Neem over/ })).toHaveCount(0);
});

test('three fit, and one can be taken away', async ({ page }) => {
  await openExample(page, 'Nadia', '/wat-als');
  for (const hours of ['8', '16', '24']) await moreHours(page, 'Nadia', hours);
  await expect(net(page)).toHaveCount(7);
  await expect(change(page)).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Haal weg/ })
    .first()
    .click();
  await expect(net(page)).toHaveCount(5);
  await expect(change(page)).toBeVisible();
});

test('an income that stops: the loss of a business', async ({ page }) => {
  await openExample(page, 'Nadia', '/wat-als');
  await change(page).selectOption({ label: 'Nadia: inkomen stopt' });
  await add(page).click();
  await expect(
    page
      .getByRole('row', { name: /^Bijstand/ })
      .locator('td')
      .nth(2),
  ).toContainText('+');
});

test('every column has one heading that says all, and a screen reader hears what comes and goes', async ({
  page,
}) => {
  await openExample(page, 'Fatima', '/wat-als');
  const said = page.locator('main [role=status]');
  for (const hours of ['36', '0']) await moreHours(page, 'Fatima', hours);
  const heads = await page.getByRole('columnheader').allTextContents();
  const plain = heads.map((head) => head.replace(/\s+/g, ' ').trim());
  expect(plain.slice(0, 2)).toEqual(['Per maand', 'Nu']);
  expect(plain.slice(2).map((head) => head.replace(/^.*: /, ''))).toEqual([
    'Dan',
    'Verschil',
    'Dan',
    'Verschil',
  ]);
  expect(new Set(plain).size).toBe(6);
  await expect(page.getByRole('region', { name: 'Vergelijking' })).toBeFocused();
  await expect(said).toContainText(/Per maand is er €\s\S+ minder te besteden/);

  const remove = page.getByRole('button', { name: /^Haal weg/ });
  await remove.first().click();
  await expect(page.getByRole('region', { name: 'Vergelijking' })).toBeFocused();
  await expect(said).toHaveText(/^Weggehaald: .*36/);
  await remove.first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Wat wilt u proberen?' })).toBeFocused();
  await expect(said).toHaveText(/^Weggehaald: /);
});

test('who did not say how many hours they work is asked, before the wage of other hours is worked out', async ({
  page,
}) => {
  const kim = { naam: 'Kim', rol: 'aanvrager', geboortedatum: '2003-05-01', student: true, loon: 10200 };
  await openHousehold(page, { gemeente: 'Tilburg', personen: [kim] }, '/wat-als');
  await change(page).selectOption({ label: 'Kim: meer of minder werken' });
  await page.getByLabel('Nieuw aantal uren').fill('32');
  await add(page).click();
  const now = page.getByLabel('Hoeveel uur werkt Kim nu per week?');
  await expect(now).toBeFocused();
  await expect(now).toHaveAccessibleDescription(/meer dan 0/);
  await expect(page.locator('table')).toHaveCount(0);
  await accessible(page);
  await now.fill('8');
  await add(page).click();
  const tried = page.locator('li.card');
  await expect(tried).toContainText('Het loon is dan € 40.800 per jaar.');
  await expect(tried).toContainText('meer te besteden');
  // What was said of now is known when it is taken over.
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await change(page).selectOption({ label: 'Kim: meer of minder werken' });
  await expect(page.getByLabel('Nieuw aantal uren')).toHaveValue('32');
  await expect(now).toHaveCount(0);
});

test('what was not known of a home that is left is not unknown any more', async ({ page }) => {
  const home = { soort: 'huurwoning', onbekend: ['kale_huur', 'zelfstandig'] };
  const personen = [{ rol: 'aanvrager', geboortedatum: '1980-05-01', loon: 20000, uren_per_week: 32 }];
  await openHousehold(page, { gemeente: 'Tilburg', woning: home, personen }, '/wat-als');
  await expect(page.getByText('Niet alles is bekend: kale huur')).toBeVisible();
  await change(page).selectOption({ label: 'Een andere woning of huur' });
  await page.getByLabel('Wat voor woning?').selectOption({ label: 'Ik woon bij iemand in' });
  await add(page).click();
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await expect(page.getByText('Niet alles is bekend')).toHaveCount(0);
});
