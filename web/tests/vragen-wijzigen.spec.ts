// Answers that were given are seen and changed, and are not lost without a question.
import { expect, test, type Page } from '@playwright/test';
import { accessible, alone, answer, born, choose, example, fill, headingIsFocused } from './hulp';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const change = (page: Page, title: RegExp) => page.getByRole('button', { name: title }).click();

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

/** Answers what is asked still with as little as can be. */
async function toTheOutcome(page: Page, asked: (title: string) => void = () => {}) {
  await answer(page, /uitkomst$/, async (title) => {
    asked(title);
    const unknown = page.getByRole('button', { name: 'Weet ik niet' });
    if (await unknown.isVisible()) return unknown.click();
    return choose(page, '', /Geen van deze|Nee/);
  });
}

/** A check of somebody alone that is answered to the end; only the wage is not known. */
async function completed(page: Page) {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await toTheOutcome(page);
}

test('a check without open questions shows its answers, and one of them is changed', async ({ page }) => {
  await completed(page);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await headingIsFocused(page);
  await expect(page).toHaveURL(/vragen$/);
  await accessible(page);

  // Back without a change is back in the list.
  await change(page, /Wijzig.*Kinderen/);
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');

  // A change opens what is new by it, and nothing that was answered; then there is the outcome.
  await change(page, /Wijzig.*Kinderen/);
  await fill(page, 'Hoeveel kinderen', '1');
  await born(page, 'Wanneer is kind 1', [1, 9, 2019], 'Noor');
  await toTheOutcome(page, (title) => expect(title).not.toMatch(/anderen|Welk inkomen/));
  await expect(page.getByRole('article', { name: 'Kinderbijslag', exact: true })).toContainText('€');
});

test('what was not known is filled in after all from the note, and from the start page', async ({ page }) => {
  await completed(page);
  await page.locator('nav a[href$="/werk"]').click();
  await page.getByRole('link', { name: 'Vul het alsnog in' }).click();
  await expect(heading(page)).toContainText('Hoeveel loon');
  await page.locator('#antwoord').fill('24000');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(heading(page)).not.toContainText('Hoeveel loon');
  await toTheOutcome(page);
  await page.getByRole('banner').getByRole('link', { name: 'Rechtencheck' }).first().click();
  await page.getByRole('link', { name: 'Ga verder' }).click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await expect(page.locator('dl')).toContainText('24.000');
  await page.getByRole('link', { name: 'Naar de uitkomst' }).click();
  await expect(page).toHaveURL(/uitkomst$/);
});

test('what a file holds is listed and changed', async ({ page }) => {
  await example(page, /Daan en Emma/);
  const net = page.locator('.net strong');
  const before = await net.innerText();
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  const listed = page.getByRole('button', { name: 'Uw antwoorden' });
  await expect(listed.or(page.getByRole('heading', { name: 'Uw antwoorden' }))).toBeVisible();
  if (await listed.isVisible()) await listed.click();
  await expect(heading(page)).toHaveText('Uw antwoorden');
  await expect(page.locator('dl')).toContainText('Gemeente');
  await expect(page.locator('dl')).not.toContainText('undefined');
  await accessible(page);
  await page
    .getByRole('button', { name: /Wijzig.*Hoeveel loon/ })
    .first()
    .click();
  await expect(page.locator('#antwoord')).not.toHaveValue('');
  await page.locator('#antwoord').fill('12000');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(heading(page)).not.toContainText('Hoeveel loon');
  if (!/uitkomst$/.test(page.url())) await page.getByRole('link', { name: 'Nu al de uitkomst zien' }).click();
  await expect(net).not.toHaveText(before);
});

/** Whether a reload is asked about. */
async function asksOnReload(page: Page): Promise<boolean> {
  let asked = false;
  const heard = (dialog: { type(): string; accept(): Promise<void> }) => {
    asked ||= dialog.type() === 'beforeunload';
    void dialog.accept();
  };
  page.on('dialog', heard);
  await page.reload();
  page.off('dialog', heard);
  return asked;
}

test('a reload asks first when answers are not saved, and only then', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  expect(await asksOnReload(page)).toBe(false);
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  expect(await asksOnReload(page)).toBe(true);

  await example(page, /Fatima/);
  expect(await asksOnReload(page)).toBe(false);

  await completed(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
  await download;
  expect(await asksOnReload(page)).toBe(false);
});

test('an amount is listed with what it is for, and comes back as it was typed', async ({ page }) => {
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '850', { period: 'maand' });
  await page.getByRole('button', { name: 'Uw antwoorden' }).click();
  await expect(page.locator('dl')).toContainText('€ 10.200 per jaar (€ 850 per maand)');
  await expect(page.locator('dl')).toContainText('Uw geboortedatum');
  await change(page, /Wijzig.*Hoeveel loon/);
  await expect(page.locator('#antwoord')).toHaveValue('850');
  await expect(page.getByLabel('Per jaar of per maand')).toHaveValue('maand');
});

test('what belongs to another home does not count, and comes back with that home', async ({ page }) => {
  await alone(page);
  const home = async (kind: string | RegExp) => {
    await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
    await change(page, /Wijzig.*Hoe woont u/);
    await choose(page, 'Hoe woont u', kind);
  };
  await answer(page, /uitkomst$/, async (title) => {
    if (/eigen voordeur/.test(title)) return page.getByRole('button', { name: 'Weet ik niet' }).click();
    if (/kale huur/.test(title)) return fill(page, title, '640');
    if (await page.getByLabel('Ik huur', { exact: true }).count()) return choose(page, title, 'Ik huur');
    if (await page.locator('input#antwoord[inputmode]').count()) return fill(page, title, '0');
    return choose(page, title, /Geen van deze|Nee/);
  });
  await expect(page.getByText('Niet alles is bekend: eigen voordeur')).toBeVisible();
  await home(/De woning is van mij/);
  await answer(page, /uitkomst$/, (title) => fill(page, title, '0'));
  await expect(page.getByText('Niet alles is bekend')).toHaveCount(0);
  await expect(page.getByText('Er is huur ingevuld')).toHaveCount(0);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await expect(page.locator('dl')).toContainText('WOZ-waarde');
  await expect(page.locator('dl')).not.toContainText(/kale huur|voordeur/);
  await page.getByRole('link', { name: 'Naar de uitkomst' }).click();
  await home('Ik huur');
  let rent = '';
  await answer(page, /uitkomst$/, async (title) => {
    if (/kale huur/.test(title)) rent = await page.locator('#antwoord').inputValue();
    if (await page.locator('input#antwoord[inputmode]').count())
      return page.getByRole('button', { name: 'Verder' }).click();
    return choose(page, title, 'Ja');
  });
  expect(rent).toBe('640');
});

test('a file that was opened asks what it does not say of another home', async ({ page }) => {
  await example(page, /Yasmin/);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await change(page, /Wijzig.*Hoe woont u/);
  await choose(page, 'Hoe woont u', /De woning is van mij/);
  await expect(heading(page)).toContainText(/WOZ|hypotheek/);
});

test('a child is asked what can be at their age, and asked anew at another age', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991]);
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '1');
  await born(page, 'Wanneer is kind', [1, 9, 2022], 'Noor');
  await fill(page, 'Hoeveel anderen', '0');
  let offered: string[] = [];
  const asks = async (title: string) => {
    if (/Heeft Noor zelf/.test(title)) offered = await page.locator('fieldset label').allInnerTexts();
    if (await page.getByLabel('Ik huur', { exact: true }).count()) return choose(page, title, 'Ik huur');
    if (await page.locator('input#antwoord[inputmode]').count()) return fill(page, title, '0');
    return choose(page, title, /Geen van deze|Nee/);
  };
  await answer(page, /uitkomst$/, asks);
  expect(offered.join()).toContain('Geld op de bank');
  expect(offered.join()).not.toMatch(/loon|bijbaan|bedrijf|AOW|WIA|WW/i);
  // The letter has what was asked, and in one line what is not there.
  await page.locator('nav a[href$="/brief"]').click();
  const letter = page.getByRole('table', { name: 'Noor', exact: true });
  await expect(letter.getByRole('row', { name: /^Nee of € 0/ })).toContainText('Geld op de bank');
  await expect(letter).not.toContainText(/Winst|Urencriterium|Pensioen|Bruto loon/);
  await expect(letter.getByRole('row', { name: 'Opvang Nee' })).toBeVisible();

  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await change(page, /Wijzig.*Geboortedatum van Noor/);
  await born(page, 'Wanneer is Noor', [1, 9, 2009], 'Noor');
  await answer(page, /uitkomst$/, asks);
  expect(offered.join()).toContain('bijbaan');
  expect(offered.join()).not.toMatch(/AOW|WIA/);
});

test('months of wage beside bijstand are asked after the income', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1957]);
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
  const asked: string[] = [];
  await toTheOutcome(page, (title) => asked.push(title));
  const months = asked.findIndex((title) => /deel van uw loon houden/.test(title));
  const income = asked.findIndex((title) => /Welk inkomen/.test(title));
  expect(income).toBeGreaterThanOrEqual(0);
  expect(months === -1 || months > income, asked.join(' | ')).toBe(true);
});
