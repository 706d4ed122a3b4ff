// How fast the pages are in Debian's Chromium: one "name value" line for each figure. Takes the address of a running
// server. Medians of ten.
import { chromium } from '@playwright/test';

const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const times = 10;
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** The median of what happens several times, each in a browser that has seen nothing yet. */
async function measured(name, once) {
  const list = [];
  for (let count = 0; count < times; count++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    list.push(await once(page));
    await context.close();
  }
  console.log(`${name} ${median(list).toFixed(1)}`);
}

// From the first byte that is asked for until the button of the first page works.
await measured('pagina_eerste_ms', async (page) => {
  await page.goto(`${address}/rechtencheck`);
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  return page.evaluate(() => performance.now());
});

// From the first byte that is asked for until the text of a rule can be read, with all amounts beside it; and how much
// was loaded for that, as it was sent.
const rule = `${address}/regelboek/regel/rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag`;
const read = async (page) => {
  await page.goto(rule);
  await page.locator('.rule-text').waitFor();
  const readable = await page.evaluate(() => performance.now());
  await page.locator('dd').waitFor();
  return readable;
};
await measured('regel_lezen_ms', read);
await measured('regel_lezen_kb', async (page) => {
  const sizes = [];
  page.on('requestfinished', (request) => sizes.push(request.sizes()));
  await read(page);
  await page.waitForLoadState('networkidle');
  const all = await Promise.all(sizes);
  return all.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1000;
});

// From the last answer until the amounts stand there, the engine warm: in the page itself, without Playwright's own time.
await measured('antwoord_tot_uitkomst_ms', async (page) => {
  await page.goto(`${address}/rechtencheck`);
  await page.getByRole('button', { name: /Fatima/ }).click();
  await page.locator('article').first().waitFor();
  await page.waitForTimeout(1500);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const link = document.querySelector('nav a[href="/rechtencheck"]');
        link.click();
        const wait = setInterval(() => {
          const example = [...document.querySelectorAll('.examples button')].find((it) =>
            /Daan/.test(it.textContent),
          );
          if (!example) return;
          clearInterval(wait);
          const start = performance.now();
          new MutationObserver((_, observer) => {
            if (!document.querySelector('article')) return;
            observer.disconnect();
            resolve(performance.now() - start);
          }).observe(document.body, { childList: true, subtree: true });
          example.click();
        }, 5);
      }),
  );
});

// From asking for another range until the chart is painted anew; of a couple with AOW, the longest, and of a family.
for (const [name, who] of [
  ['aow', 'Henk'],
  ['gezin', 'Daan'],
]) {
  const page = await browser.newPage();
  await page.goto(`${address}/rechtencheck`);
  await page.getByRole('button', { name: new RegExp(who) }).click();
  await page.getByRole('link', { name: 'Werken loont' }).click();
  await page.locator('[role=img] svg').waitFor();
  const list = [];
  for (let count = 0; count < times; count++) {
    await page.locator('#tot').fill(String(60_000 - 1_000 * count));
    list.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const start = performance.now();
            new MutationObserver((_, observer) => {
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
            }).observe(document.querySelector('[role=img]'), { childList: true });
            document.querySelector('#tot').form.requestSubmit();
          }),
      ),
    );
  }
  console.log(`werkloont_hertekend_${name}_ms ${median(list).toFixed(1)}`);
  console.log(`werkloont_hertekend_${name}_hoogste_ms ${list.at(-1).toFixed(1)}`);
  await page.close();
}

await browser.close();
