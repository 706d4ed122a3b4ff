import { expect, test } from '@playwright/test';
import { amountIn, goTo, netOf, openExample } from './uitkomst';

test('the letter has the household, the rights, the answers and the version', async ({ page }) => {
  await openExample(page, 'Daan en Emma');
  const net = await netOf(page);
  await page.locator('nav a[href$="/brief"]').click();
  const letter = page.locator('article');
  await page.getByLabel('Voor wie is de brief?').fill('Familie De Vries');
  await expect(letter).toContainText('Familie De Vries');
  for (const who of ['Daan', 'Emma', 'Lotte', 'Bram', 'Saar']) {
    await expect(letter.getByRole('row', { name: new RegExp(`^${who}`) })).toBeVisible();
  }
  await expect(letter.getByRole('row', { name: 'Kale huur € 868,40 per maand' })).toBeVisible();
  await expect(letter.getByRole('row', { name: /^Zorgtoeslag/ })).toContainText('per maand');
  expect(amountIn(await letter.locator('.net').innerText())).toBe(net);
  await expect(letter).toContainText(/regels versie\s+\d+\.\d+\.\d+/);
});

test('in print there is the letter, and nothing to press', async ({ page }) => {
  await openExample(page, 'Henk en Riet', '/brief');
  const padding = () =>
    page
      .locator('article td')
      .first()
      .evaluate((cell) => getComputedStyle(cell).paddingBlockStart);
  await page.emulateMedia({ media: 'print' });
  const before = await padding();
  await page.emulateMedia({ media: 'screen' });
  expect(before).not.toBe(await padding());
  await page.getByRole('button', { name: 'Donker' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await padding()).toBe(before);
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Druk af' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Overzicht van rechten en inkomen' })).toBeVisible();
  // Paper is white, whatever the screen was.
  expect(await page.locator('article').evaluate((element) => getComputedStyle(element).color)).toBe(
    'rgb(27, 38, 43)',
  );
});

test('on paper a heading and its first table stay on one page, and so does every table', async ({ page }) => {
  await openExample(page, 'Daan en Emma', '/brief');
  await expect(page.locator('article .version')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const blocks = await page.locator('article').evaluate((letter) => {
    const block = (from: Element | null): Element | null =>
      from && (getComputedStyle(from).breakInside === 'avoid' ? from : block(from.parentElement));
    return {
      loose: [...letter.querySelectorAll('table')].filter((table) => !block(table.parentElement)).length,
      with: [...letter.querySelectorAll('h3')]
        .filter((heading) => block(heading.parentElement)?.querySelector('table'))
        .map((heading) => heading.textContent),
      low: [...letter.querySelectorAll('h3')].filter((heading) => heading.offsetHeight < 80).length,
    };
  });
  expect(blocks).toEqual({
    loose: 0,
    with: ['Waar recht op is', 'Wie er in huis wonen', 'Wat er is ingevuld'],
    low: 0,
  });
});

test('what was filled in stands in rows of two, or below each other', async ({ page }) => {
  await openExample(page, 'Daan en Emma', '/brief');
  const tops = () =>
    Promise.all(
      ['Huishouden', 'Daan'].map(async (name) => {
        const box = await page.locator('article').getByRole('table', { name, exact: true }).boundingBox();
        return box!.y;
      }),
    );
  const [one, other] = await tops();
  expect(one).toBe(other);
  await page.setViewportSize({ width: 320, height: 640 });
  const [first, second] = await tops();
  expect(second).toBeGreaterThan(first!);
  // The column that is half off the screen does not make the rows high.
  const row = page.locator('article').getByRole('row', { name: /^Zorgtoeslag/ });
  expect((await row.boundingBox())!.height).toBeLessThan(45);
});

test('what is not known is a range', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByLabel('In welke gemeente woont u?').fill('Utrecht');
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByLabel('Dag').fill('14');
  await page.getByLabel('Maand').fill('3');
  await page.getByLabel('Jaar').fill('1991');
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByLabel('Nee', { exact: true }).check();
  await page.getByRole('button', { name: 'Verder' }).click();
  for (let turn = 0; turn < 2; turn++) {
    await page.locator('#antwoord').fill('0');
    await page.getByRole('button', { name: 'Verder' }).click();
  }
  await page.getByLabel('Loon uit werk').check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByLabel('Hoeveel loon krijgt u?')).toBeVisible();
  await page.getByRole('button', { name: 'Weet ik niet' }).click();
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await page.locator('nav a[href$="/brief"]').click();
  const row = page.locator('article').getByRole('row', { name: /^Zorgtoeslag/ });
  await expect(row).toContainText(/€\s\d+ tot €\s\d+/);
  await expect(page.locator('article').getByRole('row', { name: 'Bruto loon niet bekend' })).toBeVisible();
  await expect(page.getByText(/Niet alles is bekend: bruto loon/)).toBeVisible();

  // What is tried out and taken over leaves open what was open.
  await goTo(page, '/wat-als');
  await page.getByLabel('Wat verandert er?').selectOption({ label: 'Een andere gemeente' });
  await page.getByLabel('Welke gemeente?').fill('Tilburg');
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await goTo(page, '/brief');
  await expect(page.locator('article').getByRole('row', { name: 'Gemeente Tilburg' })).toBeVisible();
  await expect(page.locator('article').getByRole('row', { name: 'Bruto loon niet bekend' })).toBeVisible();
});
