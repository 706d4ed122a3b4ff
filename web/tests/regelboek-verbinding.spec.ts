// What the regelboek asks the server for, and what it says when no answer comes.
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './hulp';

const RIGHT = '/regelboek/regel/rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag';
const API = '**/api/v1/**';
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const again = (page: Page) => page.getByRole('button', { name: 'Probeer opnieuw' });
const ruleText = (page: Page) => page.getByRole('region', { name: 'Tekst van recht op zorgtoeslag' });

test('reading loads no engine, and working out examples does', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const engine = () => loaded.filter((path) => /\.wasm|\.bin|worker-(?!calls)/.test(path));

  await page.goto(RIGHT);
  await expect(ruleText(page)).toBeVisible();
  await expect(page.locator('dd')).toHaveText(/€ \d+/);
  for (const path of [
    '/regelboek/parameter/rijk.wet_op_de_zorgtoeslag.standaardpremie',
    '/regelboek/uitkomst/zorgtoeslag_per_maand',
    '/regelboek/gemeenten',
    '/regelboek/gemeenten/individuele-inkomenstoeslag',
    '/regelboek/gemeente/GM0344',
    '/regelboek/wet/rijk.wet_op_de_zorgtoeslag',
    '/regelboek',
  ]) {
    await page.goto(path);
    await expect(page.getByText('Het regelboek wordt geopend')).toHaveCount(0);
    await expect(page.locator('main li, main tbody tr').first()).toBeVisible();
  }
  await page.getByLabel('Zoek in alle regels').fill('kostendeler');
  await expect(page.getByText(/\d+ keer gevonden/)).toBeVisible();
  expect(loaded).toContain('/api/v1/regels/rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag');
  expect(engine()).toEqual([]);

  await page.goto('/regelboek/wet/rijk.wet_minimumloon');
  await page.getByRole('button', { name: 'Reken alle voorbeelden na' }).click();
  await expect(page.getByText(/(\d+) van \1 voorbeelden kloppen/)).toBeVisible();
  expect(engine().some((path) => path.endsWith('.wasm'))).toBe(true);
});

test('a server that is gone is said, with a way on; when it is back the rule is there', async ({ page }) => {
  await page.route(API, (route) => route.abort());
  await page.goto(RIGHT);
  await expect(title(page)).toHaveText('Geen verbinding');
  await expect(page.getByRole('alert')).toContainText(
    'De server is niet te bereiken. Kijk of u internet hebt',
  );
  await expect(page.getByText('Het regelboek wordt geopend')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Naar het regelboek' })).toBeVisible();
  await accessible(page);
  // Still gone: it is said again, and the heading is where a keyboard goes on from.
  await again(page).press('Enter');
  await expect(title(page)).toBeFocused();
  await expect(page.getByRole('alert')).toBeVisible();

  await page.unroute(API);
  await again(page).press('Enter');
  await expect(title(page)).toHaveText('Recht op zorgtoeslag');
  await expect(title(page)).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('who loses the connection while reading gets the rule when it is back, without asking', async ({
  page,
  context,
}) => {
  await page.goto(RIGHT);
  await expect(ruleText(page)).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'binnen de vermogensgrens' }).click();
  await expect(title(page)).toHaveText('Geen verbinding');
  await context.setOffline(false);
  await expect(title(page)).toHaveText('Binnen de vermogensgrens');
});

test('a part that does not come leaves the rest of the page', async ({ page }) => {
  await page.route('**/api/v1/parameters/**', (route) => route.abort());
  await page.goto(RIGHT);
  await expect(ruleText(page)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Geen verbinding');
  await page.unroute('**/api/v1/parameters/**');
  await again(page).click();
  await expect(page.locator('dd')).toHaveText(/€ \d+/);
});

test('what a server or a proxy says instead of an answer is told in plain words', async ({ page }) => {
  const problem = {
    type: '/api/v1/docs#probleem-te-druk',
    title: 'Het is te druk',
    status: 503,
    detail: 'Er zijn nu te veel vragen tegelijk. Probeer het over een paar seconden opnieuw.',
    instance: '/api/v1/regels',
    fouten: [],
  };
  const html = { contentType: 'text/html', body: '<h1>Bad Gateway</h1>' };
  const unreadable = ['Geen goed antwoord', 'een antwoord dat deze pagina niet kan lezen'] as const;
  for (const [answer, [heading, text]] of [
    [
      { status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) },
      [problem.title, problem.detail],
    ],
    [{ status: 502, ...html }, unreadable],
    [{ status: 200, ...html }, unreadable],
  ] as const) {
    await page.route(API, (route) => route.fulfill(answer));
    await page.goto(RIGHT);
    await expect(title(page)).toHaveText(heading);
    await expect(page.getByRole('alert')).toContainText(text);
    await page.unroute(API);
    await again(page).click();
    await expect(ruleText(page)).toBeVisible();
  }
});

test('an answer that never comes is waited for fifteen seconds, in English too', async ({ page }) => {
  await page.route(API, () => {});
  await page.goto(`${RIGHT}?taal=en`);
  await expect(page.getByText('Opening the rule book')).toBeVisible();
  await expect(title(page)).toHaveText('It takes too long', { timeout: 20_000 });
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('searching says when it cannot, and goes on when it can', async ({ page }) => {
  await page.route('**/api/v1/zoekindex*', (route) => route.abort());
  await page.goto('/regelboek');
  await page.getByLabel('Zoek in alle regels').fill('standaardpremie');
  await expect(page.getByText('De server is niet te bereiken')).toBeVisible();
  await accessible(page);
  await page.unroute('**/api/v1/zoekindex*');
  await again(page).press('Enter');
  await expect(page.getByLabel('Zoek in alle regels')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Standaardpremie' })).toBeVisible();
  await expect(page.getByText('De server is niet te bereiken')).toHaveCount(0);
});

test('what is found in another language by now is not overtaken by what was asked before', async ({
  page,
}) => {
  let answer = () => {};
  await page.route('**/api/v1/zoekindex?taal=nl', async (route) => {
    await new Promise<void>((resolve) => (answer = resolve));
    await route.fulfill({ json: { items: [] } });
  });
  await page.goto('/regelboek');
  const asked = page.waitForRequest('**/api/v1/zoekindex?taal=nl');
  await page.getByLabel('Zoek in alle regels').fill('standaardpremie');
  await asked;
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText(/Found \d+ times/)).toBeVisible();
  const told = page.waitForResponse('**/api/v1/zoekindex?taal=nl');
  answer();
  await (await told).finished();
  await page.waitForTimeout(200);
  await expect(page.getByText(/Found \d+ times/)).toBeVisible();
});

test('searching goes on by itself when the connection is back', async ({ page, context }) => {
  await page.goto('/regelboek');
  await expect(page.locator('main li').first()).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Zoek in alle regels').fill('standaardpremie');
  await expect(again(page)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('link', { name: 'Standaardpremie' })).toBeVisible();
});
