// The outcome while questions are still open: no amount stands as certain that hangs on them.
import { expect, test, type Page } from '@playwright/test';
import { accessible, answer, born, choose, fill } from './hulp';
import { goTo, openExample, openHousehold } from './uitkomst';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

/** Answers only who is in the household. */
async function composition(page: Page, year: number, children: [number, number, number][]) {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, year]);
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', String(children.length));
  for (const date of children) await born(page, 'Wanneer is kind', date);
  await fill(page, 'Hoeveel anderen', '0');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welk inkomen');
}

const section = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

test('with only the household known, what was not asked is a range under maybe', async ({ page }) => {
  await composition(page, 1991, [[1, 9, 2019]]);
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();

  const sure = section(page, 'Hier hebt u recht op');
  const maybe = section(page, 'Misschien hebt u hier recht op');
  await expect(sure.getByRole('heading', { level: 3 })).toHaveText(['Kinderbijslag']);
  for (const scheme of ['Zorgtoeslag', 'Kindgebonden budget', 'Bijstand', 'Huurtoeslag']) {
    await expect(maybe.getByRole('article', { name: scheme, exact: true })).toContainText(
      /van €\s0 tot €\s[\d.]+/,
    );
  }
  await expect(page.locator('.net')).toContainText(/van .*€.* tot €/);
  await expect(page.getByText(/staat als onbekend in het bestand/)).toBeVisible();
  await accessible(page);

  for (const part of ['', '/werk', '/zeker', '/brief']) {
    await goTo(page, part);
    await expect(page.getByText(/Er staan nog \d+ vragen open/)).toBeVisible();
  }
  const row = page
    .getByRole('table', { name: 'Waar misschien recht op is' })
    .getByRole('row', { name: /^Bijstand/ });
  await expect(row).toContainText(/van €\s0 tot €/);
  await expect(page.locator('article')).not.toContainText('_per_');
  await page.getByRole('link', { name: 'Ga verder met de vragen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welk inkomen');
});

test('with everything answered amounts are certain, and nothing says that questions are open', async ({
  page,
}) => {
  await composition(page, 1991, []);
  await answer(page, /uitkomst$/, async (heading) => {
    if (await page.locator('#antwoord[type=text], input#antwoord[inputmode]').count())
      return fill(page, heading, '0');
    return choose(page, heading, /Geen van deze|Nee|Geen woonkosten|Ik woon/);
  });
  await expect(section(page, 'Hier hebt u recht op').getByRole('article').first()).toBeVisible();
  await expect(page.getByText('hangt af van wat nog open is')).toHaveCount(0);
  await expect(page.getByText(/vragen? open/)).toHaveCount(0);
  await expect(page.getByText(/staat als onbekend in het bestand/)).toHaveCount(0);
  await expect(page.locator('.net')).toContainText('U hebt per maand te besteden');
});

test('who did not know comes to that question, not back to the outcome', async ({ page }) => {
  await composition(page, 1991, []);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await page.getByRole('button', { name: 'Weet ik niet' }).click();
  await answer(page, /uitkomst$/, async (heading) => {
    if (await page.getByRole('button', { name: 'Weet ik niet' }).isVisible())
      return page.getByRole('button', { name: 'Weet ik niet' }).click();
    return choose(page, heading, /Geen van deze|Nee/);
  });
  const sure = section(page, 'Hier hebt u recht op');
  await expect(sure.getByText(/van €\s0 tot/)).toHaveCount(0);
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hoeveel loon');
});

test('what is empty is left out', async ({ page }) => {
  await composition(page, 2009, []);
  await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await goTo(page, '/zeker');
  await expect(page.getByRole('heading', { name: 'Hoe elk bedrag beweegt' })).toBeVisible();
  await expect(page.getByText('van 0 regelingen')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Wat kan teruggevraagd worden?' })).toHaveCount(0);
});

test('the total says what it is, and why it can be below nothing, in whole euros', async ({ page }) => {
  const net = page.locator('.net');
  await openExample(page, 'Yasmin');
  await expect(net).toContainText('gemiddeld over een heel jaar');
  await expect(net).not.toContainText('kinderopvang');
  await openExample(page, 'Fatima');
  await expect(net).toContainText('De kosten van de kinderopvang zijn er al af.');
  const owner = { rol: 'aanvrager', geboortedatum: '1980-05-01', onbekend: ['winst'] };
  await openHousehold(page, { gemeente: 'Tilburg', personen: [owner] });
  await expect(net.locator('strong')).toHaveText(/^van − €\s[\d.]+ tot €\s[\d.]+$/);
  await expect(net).toContainText('als de kosten hoger zijn dan de inkomsten');
  await goTo(page, '/brief');
  await expect(page.locator('article .net')).toContainText(/van − €\s[\d.]+ tot €\s[\d.]+ per maand/);
  await expect(page.locator('article')).toContainText('als de kosten hoger zijn dan de inkomsten');
});
