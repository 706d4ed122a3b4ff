// Everybody is called the same everywhere, also who has no name.
import { expect, test, type Page } from '@playwright/test';
import { goTo, openHousehold } from './uitkomst';

const household = {
  gemeente: 'Tilburg',
  personen: [
    { rol: 'aanvrager', geboortedatum: '1957-03-14', loon: 30000 },
    { rol: 'partner', geboortedatum: '1980-03-14', samenleving: 'gehuwd', loon: 20000 },
    { rol: 'kind', geboortedatum: '2009-05-01' },
    { rol: 'medebewoner', geboortedatum: '1985-06-01' },
    { rol: 'medebewoner', geboortedatum: '2005-06-01' },
    { rol: 'kind', geboortedatum: '2008-05-01', ouders: ['medebewoner 1'] },
  ],
};

/** All that a part of the outcome says, with what is folded. */
async function saysOf(page: Page) {
  await expect(page.locator('main .nl-button, main form, main ol, main article').first()).toBeVisible();
  for (const folded of await page.locator('main details:not([open]) > summary').all()) {
    if (await folded.isVisible()) await folded.click();
  }
  return page.locator('main').innerText();
}

test('the visitor is ‘u’, and a housemate is a housemate, on every part', async ({ page }) => {
  await openHousehold(page, household);
  await expect(page.getByRole('article', { name: 'Uw AOW, netto' })).toBeVisible();
  const care = page.getByRole('article', { name: 'Zorgtoeslag', exact: true });
  await care.getByText('Waarom niet?').click();
  await expect(care).toContainText('Uw');
  for (const part of ['/wat-als', '/werk', '/zeker', '/later', '/brief']) {
    await goTo(page, part);
    const says = await saysOf(page);
    expect(says, part).not.toMatch(/medebewoner \d|van aanvrager|van u\b(?! gemeente)|van partner/i);
  }
  await goTo(page, '/zeker');
  await expect(page.getByText('Dit gebeurt er als uw loon')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Uw loon' })).toBeVisible();
  await goTo(page, '/later');
  await expect(page.locator('main ol')).toContainText('huisgenoot 2 wordt 21');
});

test('in English nobody is called in Dutch', async ({ page }) => {
  await openHousehold(page, household, '/later', 'en');
  await expect(page.locator('main ol')).toContainText('housemate 2 turns 21');
  await expect(page.locator('main ol')).toContainText('child 1 turns 17');
  expect(await saysOf(page)).not.toMatch(/medebewoner|huisgenoot|kind \d|of aanvrager/);
  await goTo(page, '/zeker');
  await expect(page.getByText('your wage').first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Added' })).toBeVisible();
});

test('a household with nameless people is taken over, saved and opened as it was', async ({ page }) => {
  await openHousehold(page, household, '/wat-als');
  await page.getByLabel('Wat verandert er?').selectOption({ label: 'Een andere gemeente' });
  await page.getByLabel('Welke gemeente?').fill('Utrecht');
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await page.getByRole('button', { name: /^Neem over/ }).click();
  await goTo(page, '/brief');
  await expect(page.getByRole('row', { name: 'Huisgenoot 1 huisgenoot 1 juni 1985' })).toBeVisible();
  await goTo(page, '');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
  const stream = await (await download).createReadStream();
  let text = '';
  for await (const part of stream) text += String(part);
  const { huishouden } = JSON.parse(text);
  expect(huishouden.personen.map((person: { naam?: string }) => person.naam)).toEqual(
    Array(6).fill(undefined),
  );
  const named = huishouden.personen.filter((person: { ouders?: string[] }) => person.ouders);
  expect(named.map((person: { ouders: string[] }) => person.ouders)).toEqual([['medebewoner 1']]);
  await openHousehold(page, huishouden, '/brief');
  await expect(page.getByRole('row', { name: 'Huisgenoot 1 huisgenoot 1 juni 1985' })).toBeVisible();
});
