// The regelboek as somebody reads it.
import { expect, test, type Page } from '@playwright/test';
import { accessible, example, sendsNothing } from './hulp';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const ZORGTOESLAG = '/regelboek/wet/rijk.wet_op_de_zorgtoeslag';

test('a word in the text of a rule finds it, and its page shows article and links both ways', async ({
  page,
}) => {
  const sent = sendsNothing(page);
  await page.goto('/regelboek');
  await expect(page.getByRole('link', { name: 'Wet op de zorgtoeslag' })).toBeVisible();
  await page.getByLabel('Zoek in alle regels').fill('belanghebbende toekenning');
  const found = page.getByRole('listitem').filter({ hasText: 'Recht op zorgtoeslag' }).first();
  await expect(found).toContainText('Wet op de zorgtoeslag, art. 2, lid 1');
  await expect(found.locator('mark').first()).toBeVisible();
  await accessible(page);
  await found.getByRole('link').click();

  await expect(title(page)).toHaveText('Recht op zorgtoeslag');
  await expect(title(page)).toBeFocused();
  await expect(page.locator('.law')).toContainText('Wet op de zorgtoeslag, art. 2, lid 1');
  await expect(page.locator('dd')).toHaveText('€ 24');
  await accessible(page);

  // What it reads links to the rule that gives it, which links back to who reads it.
  await page.getByRole('link', { name: 'binnen de vermogensgrens' }).click();
  await expect(title(page)).toHaveText('Binnen de vermogensgrens');
  await page.getByRole('link', { name: 'recht op zorgtoeslag', exact: true }).click();
  await expect(title(page)).toHaveText('Recht op zorgtoeslag');
  // The server hears which rule is read, and not what was searched for.
  const reading =
    /^GET http:\/\/[\d.:]+\/api\/v1\/(pakketten|gemeenten|zoekindex|parameters|(regels|parameters)\/[\w.-]+)\?taal=nl$/;
  expect(sent().length).toBeGreaterThan(3);
  expect(sent().filter((one) => !reading.test(one))).toEqual([]);
});

test('in English, what is no law has an English name, and what is Dutch is said to be', async ({ page }) => {
  await page.goto('/regelboek?taal=en');
  await page.getByRole('link', { name: 'For all laws' }).click();
  await expect(title(page)).toHaveText('For all laws');
  await expect(title(page)).not.toHaveAttribute('lang', 'nl');
  await page.goto('/regelboek/wet/rijk.wet_op_de_zorgtoeslag?taal=en');
  await expect(title(page)).toHaveAttribute('lang', 'nl');
  await page.goto('/regelboek/gemeenten/individuele-inkomenstoeslag?taal=en');
  const head = page.getByRole('columnheader', { name: /Bedrag alleenstaande/ });
  await expect(head.getByText('Bedrag alleenstaande', { exact: true })).toHaveAttribute('lang', 'nl');
  await expect(page.getByRole('columnheader', { name: 'Municipality' }).locator('[lang]')).toHaveCount(0);
});

test('a municipality is found by its name, and its page has its schemes or says that nothing is known', async ({
  page,
}) => {
  await page.goto('/regelboek');
  const search = page.getByLabel('Zoek in alle regels');
  const results = page.getByRole('region', { name: /keer gevonden/ });
  await search.fill('tilburg');
  await results.getByRole('link', { name: 'Tilburg', exact: true }).click();
  await expect(title(page)).toHaveText('Tilburg');
  await expect(title(page)).toBeFocused();
  // On 15 March 2026 the amounts of 2025 are the last that were found, and the zorgverzekering holds still.
  const income = page.locator('section').filter({ hasText: 'Individuele inkomenstoeslag' });
  await expect(income).toContainText('Voor vandaag is niets gevonden.');
  await expect(income.locator('details[open]')).toHaveCount(1);
  await expect(income.locator('details[open]')).toContainText('1 januari 2025 tot en met 31 december 2025');
  await expect(income.locator('details[open] dd').first()).toHaveText('100%');
  await expect(income.locator('details[open]')).toContainText('Bron:');
  const care = page.locator('section').filter({ hasText: 'Zorgverzekering' });
  await expect(care.locator('details[open] summary')).toContainText('(nu)');
  await expect(page.getByRole('heading', { name: 'Niet bekend' })).toBeVisible();
  await accessible(page);
  await income.getByRole('link', { name: 'Vergelijk gemeenten op' }).click();
  await expect(title(page)).toHaveText('Individuele inkomenstoeslag');
  await page.getByRole('link', { name: 'Utrecht', exact: true }).click();
  await page.getByRole('link', { name: 'recht op lagere individuele inkomenstoeslag' }).click();
  await expect(title(page)).toHaveText('Recht op lagere individuele inkomenstoeslag');

  // Of most nothing is known; some have a name that nobody uses.
  await page.goto('/regelboek');
  await search.fill('den haag');
  await results.getByRole('link', { name: "'s-Gravenhage" }).click();
  await expect(page.getByText('Van deze gemeente is nog niets nagezocht.')).toBeVisible();
  await expect(page.locator('details')).toHaveCount(0);
  await accessible(page);
  await page.getByRole('link', { name: 'Vergelijk gemeenten', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Zwolle' })).toHaveAttribute(
    'href',
    '/regelboek/gemeente/GM0193',
  );
  await page.goto('/regelboek/gemeente/GM9999');
  await expect(title(page)).toHaveText('Niet gevonden');
});

test('the text of a rule is copied without line numbers', async ({ page }) => {
  await page.goto('/regelboek/regel/rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag');
  const text = page.getByRole('region', { name: 'Tekst van recht op zorgtoeslag' });
  const copied = await text.locator('code').evaluate((code) => {
    getSelection()!.selectAllChildren(code);
    return getSelection()!.toString();
  });
  expect(copied).toContain('\nRegel recht op zorgtoeslag\n  geldig altijd\n    Een Persoon');
  expect(copied).not.toMatch(/\d+\s*Regel recht/);
});

test('a parameter has a chart with its text beside it, and a table with sources', async ({ page }) => {
  await page.goto('/regelboek/parameter/rijk.wet_op_de_zorgtoeslag.standaardpremie');
  await expect(title(page)).toHaveText('Standaardpremie');
  await expect(page.getByRole('figure')).toHaveCount(1);
  const chart = page.getByRole('img', { name: /Grafiek van standaardpremie.*€ 2\.112.*€ 2\.119/ });
  await expect(chart.locator('svg [stroke-width="3"] path')).toBeVisible();
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(5);
  await expect(rows.first()).toContainText('€ 2.119');
  await expect(rows.first()).toContainText('Stcrt. 2025, 40022');
  await expect(rows.nth(3)).toContainText('niet nagezocht');
  await accessible(page);
  await page.getByRole('link', { name: 'volledige aanspraak zonder toeslagpartner' }).click();
  await expect(page.locator('dd').filter({ hasText: '€ 2.119' })).toBeVisible();
});

test('a rule that always holds says so in English too, and names no versions', async ({ page }) => {
  await page.goto('/regelboek/regel/rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag?taal=en');
  await expect(page.getByText('This rule always holds.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Versions' })).toHaveCount(0);
  await page.goto(`${ZORGTOESLAG}?taal=en`);
  await expect(page.locator('.rules li').first()).toBeVisible();
  await expect(page.locator('.rules')).not.toContainText('always');
});

test('values in a chart stand clear of each other on a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/regelboek/parameter/rijk.wet_op_de_zorgtoeslag.standaardpremie');
  const values = page
    .getByRole('img', { name: /Grafiek van standaardpremie/ })
    .locator('svg [fill="var(--ink)"] text');
  await expect(values.last()).toHaveText(/2\.119/);
  const boxes = await values.evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  const over = boxes.filter((one, at) =>
    boxes.some(
      (other, place) =>
        place > at &&
        one.left < other.right &&
        other.left < one.right &&
        one.top < other.bottom &&
        other.top < one.bottom,
    ),
  );
  expect(over).toEqual([]);
});

test('every worked example of a law holds', async ({ page }) => {
  await page.goto(ZORGTOESLAG);
  await expect(page.getByText('Teksten gebruikt')).toBeVisible();
  const shown = await page.getByRole('heading', { name: /Uitgewerkte voorbeelden/ }).innerText();
  const count = /\((\d+)\)/.exec(shown)![1]!;
  expect(Number(count)).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Reken alle voorbeelden na' }).click();
  await expect(page.getByText(`${count} van ${count} voorbeelden kloppen.`)).toBeVisible();
  await accessible(page);
});

test('municipalities are compared, sorted by a value, and said why unknown', async ({ page }) => {
  await page.goto('/regelboek/gemeenten');
  await accessible(page);
  await page.getByRole('link', { name: 'Individuele inkomenstoeslag' }).click();
  await page.getByLabel('Op welke dag?').fill('2024-06-01');
  await page.getByLabel('Op welke dag?').blur();
  await expect(page.getByRole('table')).toContainText('1 juni 2024');
  const amounts = async () => {
    const cells = await page.locator('tbody tr').evaluateAll((rows) => {
      const heads = [...document.querySelectorAll('thead th')].map((head) => head.textContent);
      const at = heads.findIndex((head) => /Bedrag alleenstaande\s*[▲▼↕]/.test(head));
      return rows.map((row) => row.children[at]!.textContent.trim());
    });
    return cells.filter((cell) => cell.startsWith('€')).map((cell) => Number(cell.replace(/[^\d]/g, '')));
  };
  const sort = page.getByRole('button', { name: 'Bedrag alleenstaande', exact: true });
  await sort.click();
  const up = await amounts();
  expect(up.length).toBeGreaterThan(2);
  expect(up).toEqual([...up].sort((a, b) => a - b));
  await expect(page.getByRole('columnheader', { name: 'Bedrag alleenstaande', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await sort.click();
  expect(await amounts()).toEqual([...up].reverse());
  await expect(page.locator('dd').first()).toContainText(/niet gevonden|niet bekend|niets gevonden/);
  await accessible(page);
});

test('a day is typed by keyboard, and the field stays while the table is read anew', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  let answer = () => {};
  await page.route(/individuele-inkomenstoeslag\?.*datum=2024-06-06/, async (route) => {
    await new Promise<void>((resolve) => (answer = resolve));
    await route.continue();
  });
  await page.goto('/regelboek/gemeenten/individuele-inkomenstoeslag');
  const field = page.getByLabel('Op welke dag?');
  await field.click({ position: { x: 20, y: 20 } });
  // Every part makes a whole date. Day and month are alike, since not every browser has them in the same order.
  for (const part of ['06', '06', '2024']) {
    await page.keyboard.type(part, { delay: 60 });
    await page.waitForTimeout(300);
    await expect(field).toBeFocused();
  }
  await expect(field).toHaveValue('2024-06-06');
  // Its answer comes when another day is asked by now.
  for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.type('0202', { delay: 60 });
  await expect(page.getByRole('table')).toContainText('2 februari 2024');
  await expect(field).toBeFocused();
  const told = page.waitForResponse(/datum=2024-06-06/);
  answer();
  await (await told).finished();
  await page.waitForTimeout(200);
  await expect(page.getByRole('table')).toContainText('2 februari 2024');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Vergeleken op 2 februari 2024');
  // What is hidden for the eye does not make the page wider.
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over).toBeLessThanOrEqual(0);
  await accessible(page);

  // Without an answer the field is there to try another day.
  await page.route('**/gemeentelijke-regelingen/**', (route) => route.abort());
  await field.fill('2023-01-01');
  await expect(page.getByRole('alert')).toContainText('Geen verbinding');
  await expect(field).toBeFocused();
});

test('from a derivation in the rechtencheck to the rule, and on to the outcome', async ({ page }) => {
  await example(page, /Yasmin/);
  const care = page.getByRole('article').filter({ hasText: 'Zorgtoeslag' }).first();
  await care.getByText('Waarom dit bedrag?').click();
  await care.getByRole('link', { name: 'zorgtoeslag per maand van het huishouden' }).click();
  await expect(title(page)).toHaveText('Zorgtoeslag per maand van het huishouden');
  await page.getByRole('link', { name: 'Zorgtoeslag per maand', exact: true }).click();
  await expect(title(page)).toHaveText('Zorgtoeslag per maand');
  await expect(page.getByText('Alle regels erachter')).toBeVisible();
  await accessible(page);
  // The button goes; the first rule that is new is where one goes on.
  await page.getByRole('button', { name: /^Toon alle \d+$/ }).press('Enter');
  await expect(page.locator('.all li').nth(40).getByRole('link')).toBeFocused();
});

test('what is not there is said plainly', async ({ page }) => {
  await page.goto('/regelboek/regel/rijk.bestaat-niet');
  await expect(title(page)).toHaveText('Niet gevonden');
  await expect(page.getByRole('alert')).toContainText('rijk.bestaat-niet');
  await accessible(page);
  for (const kind of ['wet', 'parameter', 'uitkomst', 'gemeenten']) {
    await page.goto(`/regelboek/${kind}/rijk.bestaat-niet`);
    await expect(page.getByRole('alert')).toContainText('staat niet in het regelboek');
  }
  // Asking once more does not make it be there.
  await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toHaveCount(0);
  await page.getByRole('alert').getByRole('link', { name: 'Naar het regelboek' }).click();
  await expect(title(page)).toHaveText('Regelboek');
});

test('on a small screen nothing runs off the side, and it works in English and in the dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of [
    '/regelboek',
    ZORGTOESLAG,
    '/regelboek/regel/rijk.algemene_ouderdomswet.aow-leeftijd',
    '/regelboek/parameter/rijk.wet_op_de_zorgtoeslag.standaardpremie',
    '/regelboek/gemeenten/individuele-inkomenstoeslag',
    '/regelboek/gemeente/GM0344',
    '/regelboek/bewerken/regel/rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag',
  ]) {
    await page.goto(`${path}?taal=en`);
    await expect(page.getByText('Opening the rule book')).toHaveCount(0);
    await expect(title(page)).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
    await accessible(page);
  }
});

test('the rechtencheck loads nothing of the regelboek', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await example(page, /Yasmin/);
  expect(loaded.some((address) => /wasm_bg/.test(address))).toBe(true);
  expect(loaded.filter((address) => /regelboek|bronnen|voorbeelden-|Editor|Plotted/.test(address))).toEqual(
    [],
  );
});

test('a decision table stands as a table', async ({ page }) => {
  await page.goto('/regelboek/regel/rijk.wet_kinderopvang.toeslagtabel-kinderopvang');
  const table = page.locator('details[open] table');
  await expect(table.getByRole('row')).not.toHaveCount(0);
  // The first row of 2026: the lowest incomes get 96%.
  await expect(table.locator('tbody tr').first()).toContainText('96,0%');
  await accessible(page);
});
