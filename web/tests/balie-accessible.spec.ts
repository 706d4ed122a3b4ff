// The desk for everybody: without findings of axe, on a small screen, on paper, and quick.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

async function example(page: Page) {
  await page.goto('/rechtencheck/balie');
  await page.getByRole('button', { name: 'Voorbeeld' }).click();
  await page.getByRole('button', { name: /Daan en Emma/ }).click();
  await expect(page.locator('#netto')).toBeVisible();
}

const findings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`,
  );

for (const scheme of ['light', 'dark'] as const) {
  test(`no findings of axe (${scheme})`, async ({ page }) => {
    // Each of the searches takes seconds.
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/rechtencheck/balie');
    await expect(page.getByText('Vul dit nog in.')).toBeVisible();
    expect(await findings(page), 'a new household').toEqual([]);
    await example(page);
    for (const fold of await page.locator('main details').all()) {
      await fold.evaluate((one: HTMLDetailsElement) => (one.open = true));
    }
    expect(await findings(page), 'an example, unfolded').toEqual([]);
    await page.locator('#veld-huishouden-personen-0-spaargeld').fill('veel');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Oude uitkomst')).toBeVisible();
    expect(await findings(page), 'a mistake').toEqual([]);
    await page.locator('#veld-huishouden-personen-0-spaargeld').fill('1');
    await page.keyboard.press('Alt+k');
    await page.keyboard.press('Alt+v');
    await expect(page.getByRole('row', { name: /^Netto besteedbaar/ })).toBeVisible();
    expect(await findings(page), 'a comparison').toEqual([]);
    await page.keyboard.press('Alt+v');
    await page
      .getByRole('button', { name: /^Waarom ?: Zorgtoeslag/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText('Zo is het berekend');
    expect(await findings(page), 'why').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+z');
    await page.keyboard.type('spaar');
    await expect(page.getByRole('listbox')).toBeVisible();
    expect(await findings(page), 'finding a field').toEqual([]);
  });
}

test('nothing is cut off on a screen of 320 pixels, and the net amount stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await example(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);
  await page.keyboard.press('Alt+k');
  await page.keyboard.press('Alt+v');
  await expect(page.getByRole('heading', { name: 'Twee huishoudens vergelijken' })).toBeVisible();
  expect(await width()).toBe(320);
  await page.keyboard.press('Alt+v');
  await page.locator('#veld-huishouden-personen-0-loon').focus();
  await expect(page.getByRole('link', { name: /^Netto per maand/ })).toBeInViewport();
  await expect(page.locator('#veld-huishouden-personen-0-loon')).toBeInViewport();
});

test('on paper stands what was filled in, without the form', async ({ page }) => {
  await example(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.locator('#veld-huishouden-personen-0-loon')).toBeHidden();
  await expect(page.locator('.printed')).toContainText('€ 36.200 per jaar');
  await expect(page.locator('#netto')).toBeVisible();
});

test('a screen reader hears the net amount once typing has stopped, not at every key', async ({ page }) => {
  await example(page);
  await page.evaluate(() => {
    const said: string[] = ((window as unknown as { said: string[] }).said = []);
    const region = document.querySelector('.desk > [role=status]')!;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.waitForTimeout(1800);
  await page.evaluate(() => ((window as unknown as { said: string[] }).said.length = 0));
  await page.locator('#veld-huishouden-personen-0-loon').fill('');
  await page.locator('#veld-huishouden-personen-0-loon').pressSequentially('41500', { delay: 200 });
  await page.waitForTimeout(2200);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain((await page.locator('#netto').textContent())!);
});

test('a screen reader hears which household is shown, that two are compared, and that an explanation is there', async ({
  page,
}) => {
  await example(page);
  const said = page.locator('.desk > [role=status]');
  await page.getByRole('tab', { selected: true }).press('ArrowLeft');
  await expect(said).toHaveText('Huishouden 1');
  await page.getByRole('tab', { selected: true }).press('ArrowRight');
  await expect(said).toHaveText(/^Daan en Emma/);
  // After it comes the amount, as ever.
  await expect(said).toHaveText(/^Netto per maand: €/);

  await page.keyboard.press('Alt+v');
  const both = page.getByRole('region', { name: 'Twee huishoudens vergelijken' });
  await expect(both).toBeFocused();
  await page.keyboard.press('Alt+v');
  await expect(said).toHaveText(/^Daan en Emma/);

  await page
    .getByRole('button', { name: /^Waarom ?: Zorgtoeslag/ })
    .first()
    .click();
  const told = page.getByRole('dialog').getByRole('status').filter({ hasText: 'De uitleg staat hieronder.' });
  await expect(told).toHaveCount(1);
});

test('the outcome follows a key within a second', async ({ page }) => {
  await example(page);
  const took = await page.evaluate(async () => {
    const field = document.getElementById('veld-huishouden-personen-0-loon') as HTMLInputElement;
    const net = () => document.getElementById('netto')!.textContent;
    const [before, start] = [net(), performance.now()];
    field.value = '30000';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (net() === before && performance.now() - start < 5000) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  expect(took).toBeLessThan(1000);
});

test('the page speaks English too', async ({ page }) => {
  await page.goto('/rechtencheck/balie?taal=en');
  await expect(page.getByLabel('Basic rent')).toHaveAccessibleDescription(/rent/i);
  await expect(page.getByRole('heading', { name: 'Outcome' })).toBeVisible();
});
