// The rechtencheck as a resident goes through it.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { accessible, answer, born, choose, fill, headingIsFocused, sendsNothing } from './hulp';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

/** Who is in the household: somebody alone with one child, in a municipality of the corpus. */
async function composition(page: Page) {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin' }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991]);
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '1');
  await born(page, 'Wanneer is kind 1', [1, 9, 2019], 'Noor');
  await fill(page, 'Hoeveel anderen', '0');
}

test('somebody with a wage and a child: from the first question to why', async ({ page }) => {
  const sent = sendsNothing(page);
  await composition(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '2.000', { period: 'per maand' });
  await fill(page, 'pensioenpremie', '0');
  await choose(page, 'Hoe woont u', 'Ik huur');
  await fill(page, 'kale huur', '650');
  await choose(page, 'eigen voordeur', 'Ja');
  await choose(page, 'Wat had u op 1 januari', 'Geld op de bank');
  await fill(page, 'op de bank', '3.500');
  await choose(page, 'Wat klopt er voor u', 'Geen van deze');
  await answer(page, /uitkomst$/, async (heading) => {
    if (heading.startsWith('Vraagt u bijstand')) return choose(page, 'bijstand', 'Ja');
    if (heading.includes('opvang')) return choose(page, 'opvang', 'Nee');
    if (heading.includes('Noor')) return choose(page, 'Noor', 'Geen van deze');
    return fill(page, heading, '0');
  });

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waar u recht op hebt');
  // Kinderbijslag of a child of 6, first quarter of 2026: € 358,30 (Stcrt. 2025, 41012).
  const child = page.getByRole('article', { name: 'Kinderbijslag', exact: true });
  await expect(child).toContainText('€ 358,30');
  await expect(child).toContainText('hangt niet af van uw inkomen');
  const care = page.getByRole('article', { name: 'Zorgtoeslag', exact: true });
  await care.getByText('Waarom dit bedrag?').click();
  await expect(care).toContainText('Wet op de zorgtoeslag, art. 2');
  const assistance = page.getByRole('article', { name: 'Bijstand', exact: true });
  await assistance.getByText('Waarom niet?').click();
  await expect(assistance).toContainText('Participatiewet');
  await expect(assistance).not.toContainText('undefined');
  await accessible(page);
  expect(sent()).toEqual([]);
});

test('who has childcare is asked the hours and what an hour costs', async ({ page }) => {
  await composition(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '2.600', { period: 'per maand' });
  const asked: string[] = [];
  await answer(page, /uitkomst$/, async (heading) => {
    asked.push(heading);
    if (heading.startsWith('Gaat Noor naar')) return choose(page, heading, 'Ja');
    if (heading.startsWith('Hoeveel uur per maand gaat')) return fill(page, heading, '40');
    if (heading.includes('kost een uur')) return fill(page, heading, '9,50');
    if (heading.startsWith('Naar welke opvang')) return choose(page, heading, /Buitenschoolse opvang/);
    const none = /Geen van deze|Ik huur/;
    if (await page.getByLabel(none).count()) return choose(page, heading, none);
    if (await page.getByLabel('Nee', { exact: true }).count()) return choose(page, heading, 'Nee');
    return fill(page, heading, heading.includes('kale huur') ? '650' : '0');
  });
  expect(asked.some((heading) => heading.includes('kost een uur'))).toBe(true);
  const care = page.getByRole('article', { name: 'Kinderopvangtoeslag', exact: true });
  await expect(care).toContainText(/€\s[1-9]\d+ per maand/);
});

test('an answer that is not known gives a range, and is asked no more', async ({ page }) => {
  await composition(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hoeveel loon');
  await page.getByRole('button', { name: 'Weet ik niet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Hoeveel loon');
  await answer(page, /uitkomst$/, async (heading) => {
    expect(heading).not.toContain('Hoeveel loon');
    if (await page.getByRole('button', { name: 'Weet ik niet' }).isVisible()) {
      return page.getByRole('button', { name: 'Weet ik niet' }).click();
    }
    return choose(page, heading, /Geen van deze|Nee/);
  });
  await expect(page.getByText('hangt af van wat nog open is').first()).toBeVisible();
  await expect(page.getByRole('article', { name: 'Zorgtoeslag', exact: true })).toContainText(
    /van €\s0 tot €\s\d+/,
  );
});

test('back and change lose no answer', async ({ page }) => {
  await composition(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '24000');
  const back = page.getByRole('button', { name: 'Terug' });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('pensioenpremie');
  await back.click();
  await expect(page.getByLabel('Hoeveel loon')).toHaveValue('24000');
  for (const title of [
    'Welk inkomen',
    'Hoeveel anderen',
    'Noor',
    'Hoeveel kinderen',
    'samen met een partner',
  ]) {
    await back.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  }
  // A partner comes and goes; what was said of them stays.
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await born(page, 'Wanneer is uw partner', [2, 2, 1990], 'Bo');
  await back.click();
  await back.click();
  await choose(page, 'samen met een partner', 'Nee');
  await expect(page.getByLabel('Hoeveel kinderen')).toHaveValue('1');
  await back.click();
  await choose(page, 'samen met een partner', 'Samen, zonder contract');
  await expect(page.getByLabel('Naam')).toHaveValue('Bo');
});

test('wrong input is said at the field and at the top, and nothing is kept', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin' }).click();
  await fill(page, 'In welke gemeente', 'Tilberg');
  await expect(page.getByRole('alert')).toContainText('Kies een gemeente uit de lijst');
  await expect(page.locator('#antwoord-fout')).toContainText('Kies een gemeente uit de lijst');
  await expect(page.getByRole('alert')).toBeFocused();
  await accessible(page);
  await fill(page, 'In welke gemeente', 'tilburg');
  await born(page, 'Wat is uw geboortedatum', [31, 2, 1991]);
  await expect(page.getByRole('alert')).toContainText('Vul een datum in die bestaat');
  await expect(page.getByLabel('Dag')).toHaveAccessibleDescription(/datum in die bestaat/);
  await born(page, 'Wat is uw geboortedatum', [1, 2, 2027]);
  await expect(page.getByRole('alert')).toContainText('nog niet geweest');
});

test('a household file is kept and opened, and a wrong one is refused with its place', async ({
  page,
}, info) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: /Fatima/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
  const path = info.outputPath('huishouden.json');
  await (await download).saveAs(path);
  const net = await page.locator('.net').innerText();

  await page.goto('/rechtencheck');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waar u recht op hebt');
  expect(await page.locator('.net').innerText()).toBe(net);

  await page.goto('/rechtencheck');
  const wrong = {
    name: 'fout.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(
      'rekendatum: 2026-01-01\nhuishouden:\n  personen:\n    - {rol: aanvrager, geboortedatum: 1990-01-01, loon: veel}\n',
    ),
  };
  await page.locator('input[type=file]').setInputFiles(wrong);
  await expect(page.getByRole('alert')).toContainText('Regel 4, huishouden.personen[0].loon');
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin' }).focus();
  await page.keyboard.press('Enter');
  await headingIsFocused(page);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Utrecht');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat is uw geboortedatum?');
  await headingIsFocused(page);
  for (const part of ['14', '3', '1991']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(part);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('partner');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hoeveel kinderen');
});

test('in English', async ({ page }) => {
  await page.goto('/rechtencheck?taal=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What are you entitled to?');
  await page.getByRole('button', { name: /Yasmin/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you are entitled to');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('what would give a right that is not there', async ({ page }) => {
  const household = readFileSync('../voorbeelden/sam-en-noor.yaml', 'utf8').replace('28000', '45000');
  await page.goto('/rechtencheck');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'sam.yaml', mimeType: 'application/yaml', buffer: Buffer.from(household) });
  const care = page.getByRole('article', { name: 'Zorgtoeslag', exact: true });
  await care.getByText('Waarom niet?').click();
  await expect(care).toContainText('Dat moet ten minste € 24 zijn');
  await expect(care).toContainText('Het loon van Sam: ten hoogste € 40.857,25');
});

test('a scheme of the municipality is not said to be sure', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: /Eva/ }).click();
  const supplement = page.getByRole('article', { name: 'Individuele inkomenstoeslag' });
  await expect(supplement).toContainText('volgens de regels van uw gemeente');
  await expect(page.getByRole('article', { name: 'Bijstand' })).toContainText('elke maand opnieuw');
});
