// What a change in the editor does elsewhere: to the worked examples, and to who works more or less.
import { expect, test, type Page } from '@playwright/test';
import { check, erase, MONTHLY, PREMIUM, row, said } from './bewerken';
import { accessible, sendsNothing } from './hulp';

/** The part that says which worked examples still come out. */
const examples = (page: Page) => page.getByRole('region', { name: 'Komen de voorbeelden nog uit?' });

test('the worked examples are run with the draft, and say what differs', async ({ page }) => {
  const sent = sendsNothing(page);
  await page.goto(MONTHLY);
  await expect(row(page)).toContainText('€ 129');
  await expect(check(page)).toBeDisabled();
  await erase(page, '12');
  await page.keyboard.type('10');
  await expect(row(page).locator('td').last()).toContainText('€ 155');
  await check(page).press('Enter');
  // The button stays, for whoever pressed it by keyboard.
  await expect(check(page)).toBeFocused();
  const verdict = examples(page).locator('.verdict');
  await expect(verdict).toContainText('voorbeelden komen nog uit', { timeout: 30_000 });
  await expect(verdict).toContainText('komen nu anders uit');
  await expect(verdict).toContainText('het kan precies zijn wat u met uw verandering wilt');

  // The table of the Belastingdienst has € 126 a month with € 30.000: 1.514 / 12 = 126,17. In 10 parts it is 151,40.
  await examples(page).getByText('Wet op de zorgtoeslag (').click();
  const one = examples(page).locator(
    '[data-voorbeeld="rijk.wet_op_de_zorgtoeslag.gepubliceerd.2026-alleenstaande-met-inkomen-30-000"]',
  );
  await expect(one).toContainText('verwacht € 126');
  await expect(one).toContainText('nu € 151');
  await expect(one).toContainText('+ € 25');
  // A law that was not changed itself is checked too: what is left to pay from depends on the zorgtoeslag.
  await expect(examples(page).getByText(/^Kwijtschelding.* \(1\)$/)).toBeVisible();
  // Of the many only the first are shown.
  const shown = examples(page).locator('[data-voorbeeld^="rijk.wet_op_de_zorgtoeslag."]');
  await expect(shown).toHaveCount(10);
  await examples(page)
    .getByRole('button', { name: /^Toon er meer/ })
    .first()
    .click();
  await expect(shown).toHaveCount(20);
  await accessible(page);
  expect(sent()).toEqual([]);

  await expect(said(page)).toHaveText(
    /^[\d.]+ van [\d.]+ voorbeelden komen nog uit\. \d+ voorbeelden komen nu/,
  );
  const more = examples(page)
    .locator('details[open]')
    .getByRole('button', { name: /^Toon er meer/ });
  for (let count = 30; await more.isVisible(); count += 10) {
    await more.press('Enter');
    await expect(shown.nth(count - 10)).toBeFocused();
  }

  // Of another draft this says nothing.
  await page.getByRole('button', { name: 'Zet de tekst terug' }).click();
  await expect(verdict).not.toContainText('komen');
  await expect(check(page)).toBeDisabled();
});

test('a change that no example feels leaves them all as they are', async ({ page }) => {
  await page.goto('/regelboek/bewerken');
  await page.getByRole('button', { name: 'Nieuwe regel' }).click();
  await expect(check(page)).toBeEnabled();
  await check(page).press('Enter');
  // The button stays, for whoever pressed it by keyboard.
  await expect(check(page)).toBeFocused();
  const verdict = examples(page).locator('.verdict');
  await expect(verdict).toContainText(/^\s*([\d.]+) van \1 voorbeelden komen nog uit\.\s*$/, {
    timeout: 30_000,
  });
});

test('the breakpoints are of whom somebody chooses', async ({ page }) => {
  await page.goto(PREMIUM);
  await expect(row(page)).toContainText('€ 129');
  const work = page.getByRole('heading', { name: /meer of minder werkt/ });
  const who = page.getByLabel('Wie gaat meer of minder werken?');
  await expect(work).toContainText('Yasmin');
  // Who is alone has nothing to choose.
  await expect(who).toHaveCount(0);
  await page.getByLabel('Huishouden', { exact: true }).selectOption('Daan en Emma met drie kinderen');
  await expect(work).toContainText('Daan');
  // The children have no wage that counts.
  await expect(who.locator('option')).toHaveText(['Daan', 'Emma']);
  const rows = page.getByRole('table', { name: 'Alle breekpunten' }).locator('tbody tr');
  await page.getByText(/^Alle \d+ breekpunten$/).click();
  const ofDaan = await rows.allInnerTexts();
  expect(ofDaan.length).toBeGreaterThan(3);
  await who.focus();
  await who.selectOption('Emma');
  await expect(work).toContainText('Emma');
  await expect(who).toBeFocused();
  expect(await rows.allInnerTexts()).not.toEqual(ofDaan);
  await accessible(page);
  await page.getByLabel('Huishouden', { exact: true }).selectOption('Henk en Riet');
  await expect(work).toContainText('Henk');
});

test('a breakpoint that shows the same before and after is not among those that change', async ({ page }) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2500');
  // The zorgtoeslag ends later: at € 46.213. At € 44.328 the huurtoeslag ends, as it did; only beside that less is left over.
  const changed = page.getByRole('table', { name: 'Breekpunten die veranderen' });
  await expect(changed.getByRole('row', { name: /€ 46\.213 wordt anders/ })).toBeVisible();
  await expect(changed.getByRole('row', { name: /€ 44\.328/ })).toHaveCount(0);
  await page.getByText(/^Alle \d+ breekpunten$/).click();
  const all = page.getByRole('table', { name: 'Alle breekpunten' });
  await expect(all.getByRole('row', { name: /€ 44\.328 blijft: sprong van − € 23,50/ })).toBeVisible();
});

test('the rule of a breakpoint leads to its page', async ({ page }) => {
  await page.goto('/regelboek/bewerken');
  await page.getByText(/^Alle \d+ breekpunten$/).click();
  const rule = page.getByRole('table', { name: 'Alle breekpunten' }).getByRole('link').first();
  const name = await rule.innerText();
  await rule.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${name}$`, 'i'));
});

test('who is chosen while there is a mistake is shown, with the outcomes of the last draft without', async ({
  page,
}) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Huishouden', { exact: true }).selectOption('Daan en Emma met drie kinderen');
  const work = page.getByRole('heading', { name: /meer of minder werkt/ });
  await expect(work).toContainText('Daan');
  await page.getByLabel('Nieuwe waarde').fill('2.219');
  const changed = page.getByRole('table', { name: 'Breekpunten die veranderen' });
  await expect(changed).toBeVisible();
  await page.getByLabel('Nieuwe waarde').fill('veel');
  await expect(page.locator('[data-verouderd]')).toBeVisible();
  await page.getByLabel('Wie gaat meer of minder werken?').selectOption('Emma');
  await expect(work).toContainText('Emma');
  await expect(changed).toBeVisible();
  await expect(page.locator('[data-verouderd]')).toBeVisible();
  await page.getByLabel('Huishouden', { exact: true }).selectOption('Henk en Riet');
  await expect(work).toContainText('Henk');
});

test('examples that wait for a missing part of the engine are not said to be worked out', async ({
  page,
}) => {
  const files = /voorbeelden-.*\.bin$/;
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2.219');
  await expect(row(page).locator('td').last()).toContainText('€ 137');
  await page.route(files, (route) => route.abort());
  await check(page).click();
  await expect(page.locator('#niet-geladen')).toBeVisible();
  await expect(examples(page).getByText('worden nagerekend')).toHaveCount(0);
  await page.unroute(files);
  await page.getByRole('button', { name: 'Probeer het opnieuw' }).click();
  await expect(examples(page).getByText('worden nagerekend')).toBeVisible();
});
