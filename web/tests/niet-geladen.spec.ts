// What is not loaded is said, with what to do about it; and trying again loses no answer.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { accessible, alone, born, choose, example, fill } from './hulp';

const alert = (page: Page) => page.locator('#niet-geladen');
const again = (page: Page) => page.getByRole('button', { name: 'Probeer het opnieuw' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const ENGINE = /wasm_bg-.*\.wasm$/;
// Not the part of the page that talks to it.
const WORKER = /\/worker-(?!calls)[^/]*\.js$/;

/** Who is in the household, up to where the engine is first needed. */
async function upToTheEngine(page: Page) {
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991], 'Ada');
  await choose(page, 'samen met een partner', 'Nee');
  await fill(page, 'Hoeveel kinderen', '0');
  await fill(page, 'Hoeveel anderen', '0');
}

/** Makes the engine of a page stop on what has a text in it, as often as is asked. */
const stopOn = (page: Page, text: string, times: number) =>
  page.addInitScript(
    ([text, times]) => {
      let left = times;
      const Real = Worker;
      window.Worker = class extends Real {
        override postMessage(message: { id: number; name: string; args: unknown[] }) {
          if (left > 0 && [message.name, ...message.args].join().includes(text)) {
            left--;
            const data = { id: message.id, error: 'RuntimeError: unreachable' };
            setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
          } else super.postMessage(message);
        }
      };
    },
    [text, times] as const,
  );

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-15T12:00:00Z'));
});

for (const [what, address, status] of [
  ['the engine', ENGINE, undefined],
  ['its worker', WORKER, undefined],
  ['the engine, which is gone from the server,', ENGINE, 404],
] as const) {
  test(`without ${what} it is said what is wrong, and trying again goes on where somebody was`, async ({
    page,
  }) => {
    await page.route(address, (route) => (status ? route.fulfill({ status }) : route.abort()));
    await page.goto('/rechtencheck');
    await expect(alert(page)).toContainText('Het rekenprogramma is niet geladen');
    await expect(alert(page)).toBeFocused();
    await expect(alert(page)).not.toContainText('Wat u hebt ingevuld');

    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(heading(page)).toContainText('In welke gemeente');
    await page.locator('#antwoord').fill('Tilburg');
    await page.getByRole('button', { name: 'Verder' }).click();
    await expect(alert(page)).toBeFocused();
    await expect(page.getByText('Een ogenblik')).toHaveCount(0);
    await accessible(page);

    await page.unroute(address);
    await again(page).click();
    await expect(alert(page)).toHaveCount(0);
    await upToTheEngine(page);
    await expect(heading(page)).toContainText('Welk inkomen');
    await page.getByRole('button', { name: 'Uw antwoorden' }).click();
    await expect(page.getByRole('definition').first()).toContainText('Tilburg');
  });
}

test('an engine that is not there still is said again, and the answers can be saved', async ({
  page,
}, info) => {
  await page.route(ENGINE, (route) => route.abort());
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: /Fatima/ }).click();
  await expect(heading(page)).toHaveText('Waar u recht op hebt');
  await expect(alert(page)).toContainText('Wat u hebt ingevuld, staat er nog.');
  await expect(page.getByText('Een ogenblik')).toHaveCount(0);
  await again(page).click();
  await expect(alert(page)).toBeFocused();
  await accessible(page);

  const download = page.waitForEvent('download');
  await alert(page).getByRole('button', { name: 'Bewaar als bestand' }).click();
  const path = info.outputPath('huishouden.json');
  await (await download).saveAs(path);
  await page.unroute(ENGINE);
  await page.getByRole('button', { name: 'Laad de pagina opnieuw' }).click();
  await expect(heading(page)).toHaveText('Waar hebt u recht op?');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.locator('.net')).toContainText('€');
});

test('a browser that refuses a worker says so', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException('no workers here', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  await page.goto('/regelboek/bewerken');
  await expect(alert(page)).toContainText('Het rekenprogramma is niet geladen');
});

test('an engine that stops goes on after trying again', async ({ page }) => {
  await stopOn(page, '"bereken"', 1);
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: /Fatima/ }).click();
  await expect(alert(page)).toContainText('Het rekenprogramma is gestopt');
  await again(page).click();
  await expect(page.locator('.net')).toContainText('€');
  await expect(alert(page)).toHaveCount(0);
});

test('a question on which the engine stops each time is refused, and other questions are answered', async ({
  page,
}) => {
  await stopOn(page, '"werkloont"', 2);
  await example(page, /Fatima/);
  await page.getByRole('link', { name: 'Werken loont' }).click();
  await again(page).click();
  await expect(page.locator('#fouten')).toContainText('liep hier twee keer op vast');
  await page.getByRole('link', { name: 'Wat er komt' }).click();
  await expect(page.getByText(/momenten/)).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});

for (const ending of ['js', 'css'] as const) {
  test(`a page of which the ${ending} is not loaded, is after trying again`, async ({ page }) => {
    const part = new RegExp(`/Ask-[^/]*\\.${ending}$`);
    await example(page, /Fatima/);
    await page.route(part, (route) => route.abort());
    await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
    await expect(heading(page)).toHaveText('Deze pagina is niet geladen');
    await expect(alert(page)).toContainText('Wat u hebt ingevuld, staat er nog.');
    await expect(page).toHaveTitle('Deze pagina is niet geladen – Samenhang');
    await accessible(page);
    await page.unroute(part);
    await again(page).click();
    await expect(heading(page)).toHaveText('Uw antwoorden');
    await page.getByRole('button', { name: /Wijzig.*Gemeente/ }).click();
    const top = page.locator('form .top');
    await expect(top).toHaveCSS('justify-content', 'space-between');
    await expect(alert(page)).toHaveCount(0);
  });
}

test('an answer that the engine stops on is in the file that is saved', async ({ page }, info) => {
  await stopOn(page, '"loon":24000', 50);
  await alone(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await expect(heading(page)).toContainText('Hoeveel loon');
  await page.locator('#antwoord').fill('24000');
  await page.getByRole('button', { name: 'Verder' }).click();
  const download = page.waitForEvent('download');
  await alert(page).getByRole('button', { name: 'Bewaar als bestand' }).click();
  const path = info.outputPath('huishouden.json');
  await (await download).saveAs(path);
  const [sam] = JSON.parse(readFileSync(path, 'utf8')).huishouden.personen;
  expect(sam.loon).toBe(24000);
  expect(sam.onbekend).not.toContain('loon');
  expect(sam.onbekend).toContain('spaargeld');
});

test('who goes back from a page that is not loaded, has what was there', async ({ page }) => {
  await example(page, /Fatima/);
  await page.route(/\/Work-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('link', { name: 'Werken loont' }).click();
  await expect(alert(page)).toContainText('Een deel van de pagina is niet geladen');
  await page.goBack();
  await expect(page.locator('.net')).toContainText('€');
  await expect(alert(page)).toHaveCount(0);
});

test('an example that is not loaded is shown after trying again', async ({ page }) => {
  const part = /\/eenouder-[^/]*\.js$/;
  await page.route(part, (route) => route.abort());
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: /Fatima/ }).click();
  await expect(alert(page)).toContainText('Een deel van de pagina is niet geladen');
  await page.unroute(part);
  await again(page).click();
  await expect(page.locator('.net')).toContainText('€');
});

test('the regelboek without its engine or its texts, and after trying again', async ({ page }) => {
  const parts = /regelboek_bg-.*\.wasm$|bronnen-.*\.bin$|voorbeelden-.*\.bin$/;
  await page.route(parts, (route) => route.abort());
  await page.goto('/regelboek/wet/rijk.wet_op_de_zorgtoeslag');
  // Reading goes without it.
  await expect(heading(page)).toHaveText('Wet op de zorgtoeslag');
  await page.getByRole('button', { name: 'Reken alle voorbeelden na' }).click();
  await expect(alert(page)).toContainText('Het rekenprogramma is niet geladen');
  await expect(page.getByText('worden nagerekend')).toHaveCount(0);
  await page.unroute(parts);
  const examples = /voorbeelden-.*\.bin$/;
  await page.route(examples, (route) => route.abort());
  await again(page).click();
  // That does not count as an engine that stops: however often, it waits.
  for (let turn = 0; turn < 3; turn++) {
    await expect(alert(page)).toContainText('Het rekenprogramma is niet geladen');
    await again(page).click();
  }
  await expect(alert(page)).toBeVisible();
  await page.unroute(examples);
  await again(page).click();
  await expect(page.getByText(/voorbeelden kloppen/)).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});

test('who is typing goes on; what was typed meanwhile is worked out after trying again', async ({ page }) => {
  await stopOn(page, '"loon":24000', 1);
  await page.goto('/rechtencheck/balie');
  const field = (name: string) => page.locator(`#veld-huishouden-personen-0-${name}`);
  await field('geboortedatum').fill('14-03-1991');
  await field('geboortedatum').press('Tab');
  await expect(page.locator('#netto')).toBeVisible();
  await field('loon').pressSequentially('24000');
  await expect(alert(page)).toContainText('Het rekenprogramma is gestopt');
  await expect(field('loon')).toBeFocused();
  await field('pensioen').fill('36.000');
  await field('pensioen').press('Tab');
  await accessible(page);
  const before = await page.locator('#netto').textContent();
  await again(page).click();
  await expect(page.locator('#netto')).not.toHaveText(before!);
  await expect(field('loon')).toHaveValue('24000');
});

test('without internet answers are changed and worked out anew, as the page on data says', async ({
  page,
  context,
}) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await fill(page, 'In welke gemeente', 'Tilburg');
  await upToTheEngine(page);
  await choose(page, 'Welk inkomen', 'Loon uit werk');
  await fill(page, 'Hoeveel loon', '24000');
  const outcome = page.getByRole('link', { name: 'Nu al de uitkomst zien' });
  await outcome.click();
  const net = page.locator('.net strong');
  const before = await net.textContent();

  await context.setOffline(true);
  await page.getByRole('link', { name: 'Antwoorden wijzigen' }).click();
  await page.getByRole('button', { name: 'Uw antwoorden' }).click();
  // What was answered before can be changed, also for who comes back.
  await page.getByRole('button', { name: /Wijzig.*Hoeveel loon/ }).click();
  await fill(page, 'Hoeveel loon', '30000');
  await outcome.click();
  await expect(net).not.toHaveText(before!);
  await expect(alert(page)).toHaveCount(0);
});

test('what is filled in after something was missing is said, and can be saved', async ({ page }) => {
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.route('**/weg.css', (route) => route.abort());
  await page.evaluate(() => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/weg.css' }),
    );
  });
  await expect(alert(page)).toContainText('Een deel van de pagina is niet geladen');
  await expect(alert(page)).not.toContainText('Wat u hebt ingevuld');
  await fill(page, 'In welke gemeente', 'Tilburg');
  await expect(alert(page)).toContainText('Wat u hebt ingevuld, staat er nog.');
  await born(page, 'Wat is uw geboortedatum', [14, 3, 1991], 'Ada');
  const download = page.waitForEvent('download');
  await alert(page).getByRole('button', { name: 'Bewaar als bestand' }).click();
  expect((await download).suggestedFilename()).toContain('huishouden');
});

test('municipalities on which the engine stops each time are told as refused, and asked anew', async ({
  page,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await stopOn(page, 'municipalities', 2);
  await page.goto('/rechtencheck');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(alert(page)).toContainText('Het rekenprogramma is gestopt');
  await page.locator('#antwoord').fill('Tilburg');
  await page.getByRole('button', { name: 'Verder' }).click();
  await again(page).click();
  await expect(page.locator('#fouten')).toContainText('liep hier twee keer op vast');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(heading(page)).toContainText('Wat is uw geboortedatum');
  expect(errors).toEqual([]);
});
