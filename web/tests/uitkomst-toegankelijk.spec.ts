import { expect, test } from '@playwright/test';
import { accessible } from './hulp';
import { goTo, openExample, PARTS, wrongOn } from './uitkomst';

for (const [who, scheme] of [
  ['Fatima', 'light'],
  ['Henk en Riet', 'dark'],
] as const) {
  test(`no serious faults in any part: ${who}, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const wrong = wrongOn(page);
    await openExample(page, who);
    for (const part of PARTS) {
      await goTo(page, part);
      await expect(page.getByText('Een ogenblik')).toHaveCount(0);
      await accessible(page);
    }
    expect(wrong()).toEqual([]);
  });
}

test('every part fits on a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openExample(page, 'Nadia');
  for (const part of PARTS) {
    await goTo(page, part);
    await expect(page.getByText('Een ogenblik')).toHaveCount(0);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, part).toBeLessThanOrEqual(0);
  }
});

test('every part is there in English', async ({ page }) => {
  await openExample(page, 'Fatima');
  await page.getByRole('button', { name: 'English' }).click();
  for (const part of PARTS) {
    await goTo(page, part);
    await expect(page.getByText('One moment')).toHaveCount(0);
    // What is Dutch by itself, such as the name of a source, says so.
    const english = await page.locator('main').evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[lang=nl]').forEach((dutch) => dutch.remove());
      return copy.textContent;
    });
    expect(english).not.toMatch(/\b(Wat|Hoe|Waar|Bij welk|Kies) \b/);
  }
});

test('what comes after the amounts has its room, and moves nothing', async ({ page }) => {
  // The engine is asked for it late.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      const late = /zekerheid|aanvragen/.test(JSON.stringify(message));
      setTimeout(() => post.call(this, message), late ? 700 : 0);
    };
  });
  await openExample(page, 'Henk en Riet');
  const heights = () =>
    page
      .locator('article')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
  await expect(page.getByText('Hoe vraagt u dit aan?')).toHaveCount(0);
  const before = await heights();
  await expect(page.locator('.nl-data-badge:visible').first()).toBeVisible();
  expect(await heights()).toEqual(before);
});
