// The editor of the regelboek: changing rules and amounts, and making new ones.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { check, erase, listen, MONTHLY, note, PREMIUM, row, said, text } from './bewerken';
import { accessible, sendsNothing } from './hulp';

test('€ 100 more standaardpremie gives € 8 more zorgtoeslag per month', async ({ page }) => {
  const sent = sendsNothing(page);
  await page.goto(PREMIUM);
  // Yasmin's income of 25.020 is below the drempelinkomen of 29.736. Her normpremie is 1,912% of 29.736 = 568,55.
  // 2.119 − 568,55 = 1.550,45, rounded 1.550; 1.550 / 12 = 129,17: € 129.
  await expect(row(page)).toContainText('€ 129');
  await page.getByLabel('Nieuwe waarde').fill('2.219');
  // 2.219 − 568,55 = 1.650,45, rounded 1.650; 1.650 / 12 = 137,5: € 137, which is € 8 more.
  await expect(row(page).locator('td').last()).toContainText('€ 137');
  await expect(row(page).locator('td').last()).toContainText('+ € 8');
  await expect(row(page).locator('td').first()).toHaveText('€ 129');
  // The right ends where the toetsingsinkomen leaves less than € 24: with € 100 more that is
  // 100 / 13,73% = € 728 of income further.
  await expect(page.getByRole('cell', { name: /wordt anders.*sprong/ })).toContainText(
    'recht op zorgtoeslag',
  );
  await accessible(page);
  expect(sent()).toEqual([]);

  // Somebody else notices it too; another day is too late for this household.
  await page.getByLabel('Vanaf welke dag').fill('2026-07-01');
  await page.getByLabel('Vanaf welke dag').blur();
  await expect(row(page).locator('td').last()).toHaveText('€ 129');
  await expect(note(page)).toContainText('Uw waarden gelden vanaf 1 juli 2026');
});

test('a value that is no number is refused at the field', async ({ page }) => {
  await page.goto(PREMIUM);
  await expect(row(page)).toContainText('€ 129');
  await page.getByLabel('Nieuwe waarde').fill('veel');
  await expect(page.locator('#waarde-fout')).toContainText('Schrijf een getal (€)');
  await expect(page.locator('[data-verouderd]')).toContainText('Standaardpremie');
  await expect(row(page).locator('td').last()).toHaveText('€ 129');
  await page.getByLabel('Nieuwe waarde').fill('');
  await expect(page.locator('#waarde-fout')).toHaveText('Vul een waarde in.');
  await page.getByLabel('Nieuwe waarde').fill('99999999999999999999');
  await expect(page.locator('#waarde-fout')).toHaveText('Deze waarde is te groot. Controleer haar.');
  await expect(row(page).locator('td').last()).toHaveText('€ 129');
});

test('a rule that was emptied is a mistake at once, and nothing can be made of it', async ({ page }) => {
  await page.goto(MONTHLY);
  await expect(row(page)).toContainText('€ 129');
  await text(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.locator('.findings')).toContainText('Een hervorming kan geen regel weglaten');
  await expect(page.locator('.findings li')).toHaveCount(1);
  await expect(row(page).locator('td').last()).toHaveText('€ 129');
  for (const name of ['Maak een hervormingsbestand', 'Reken de voorbeelden na']) {
    const button = page.getByRole('button', { name });
    await expect(button).toBeDisabled();
    await expect(button).toHaveCSS('cursor', 'not-allowed');
  }
  await accessible(page);
  await page.getByRole('button', { name: 'Zet de tekst terug' }).click();
  await expect(page.locator('.findings')).toBeEmpty();
});

test('a mistake is said with its line, nothing is worked out, and a suggestion mends it', async ({
  page,
}) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2219');
  await expect(row(page).locator('td').last()).toContainText('€ 137');
  await page.getByLabel('Kies een regel of bedrag').fill('uitbetaald 12 termijnen');
  await page.getByRole('option', { name: /Zorgtoeslag per maand/ }).click();

  await erase(page, 'ronde');
  await page.keyboard.type('onde');
  await page.keyboard.press('Escape');
  const findings = page.locator('.findings');
  await expect(findings).toContainText('Regel 6, teken 77');
  await expect(findings).toContainText('‘afgeonde zorgtoeslag’ is niet bekend');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('afgeonde zorgtoeslag');
  await expect(page.locator('[data-verouderd]')).toContainText('Regel 6');
  await expect(row(page).locator('td').last()).toContainText('€ 137');
  await expect(page.getByRole('button', { name: 'Maak een hervormingsbestand' })).toBeDisabled();
  await accessible(page);

  await findings.getByRole('button', { name: 'afgeronde zorgtoeslag' }).click();
  await expect(findings).toBeEmpty();
  await expect(page.locator('[data-verouderd]')).toHaveCount(0);

  // In 10 parts instead of 12: 1.650 / 10 = 165.
  await erase(page, '12');
  await page.keyboard.type('10');
  await expect(row(page).locator('td').last()).toContainText('€ 165');
});

test('one thing is said when typing rests, and a mistake that is mended is not said again', async ({
  page,
}) => {
  await page.goto(MONTHLY);
  const nothing = 'U hebt nog niets veranderd.';
  await expect(said(page)).toHaveText(nothing);
  const heard = await listen(page);
  await erase(page, 'ronde');
  await page.keyboard.type('onde', { delay: 100 });
  await page.keyboard.press('Escape');
  const mistake =
    /^Er is 1 fout\. Zorgtoeslag per maand: Regel 6, teken 77: .*‘afgeonde zorgtoeslag’ is niet bekend/;
  await expect(said(page)).toContainText(/^Er is 1 fout/);
  await page.waitForTimeout(1000);
  expect(await heard()).toEqual([expect.stringMatching(mistake)]);

  const back = page.getByRole('button', { name: 'Zet de tekst terug' });
  while (await back.isVisible()) await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText(nothing);
  await page.waitForTimeout(1000);
  expect((await heard()).slice(1)).toEqual([nothing]);

  await erase(page, '12');
  await page.keyboard.type('10');
  await expect(said(page)).toHaveText(/^Veranderde uitkomsten: \d+$/);
  await page.getByRole('button', { name: 'Maak een hervormingsbestand' }).click();
  await expect(said(page)).toHaveText('Het bestand staat klaar.');
  await back.press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(said(page)).toHaveText(nothing);
  expect((await heard()).length).toBe(5);
  await accessible(page);
});

test('who presses a button that goes away goes on where that makes sense', async ({ page }) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2219');
  await page.getByRole('button', { name: 'Zet de waarde terug' }).press('Enter');
  await expect(page.getByLabel('Nieuwe waarde')).toBeFocused();

  for (const name of ['Nieuwe regel', 'Nieuw gegeven']) await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Haal nieuw gegeven weg' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Nieuwe toeslag per jaar/ })).toBeFocused();
  const choose = page.getByLabel('Kies een regel of bedrag');
  for (const name of ['nieuwe toeslag per jaar', 'standaardpremie'])
    await page.getByRole('button', { name: `Haal ${name} weg` }).press('Enter');
  await expect(choose).toBeFocused();

  await page.getByRole('button', { name: 'Nieuwe regel' }).click();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Begin opnieuw' }).press('Enter');
  await expect(choose).toBeFocused();

  await page.goto('/regelboek/bewerken/regeling/individuele-inkomenstoeslag');
  await page.getByLabel('Nieuwe waarde').fill('125');
  await page.getByRole('button', { name: 'Zet alle waarden terug' }).press('Enter');
  await expect(page.getByLabel('Nieuwe waarde')).toBeFocused();
});

test('a text area that comes late leaves who went on to another field there', async ({ page }) => {
  let come = () => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/CodeEditor*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(PREMIUM);
  await page.getByRole('button', { name: 'Nieuwe regel' }).click();
  const name = page.getByLabel('Naam van uw verandering');
  await name.fill('Meer');
  come();
  await expect(text(page)).toBeVisible();
  await expect(name).toBeFocused();

  // Who waits for it goes there.
  await page.getByRole('button', { name: 'Nieuw gegeven' }).click();
  await expect(text(page)).toBeFocused();

  // What is shown stays shown when another change goes.
  await page.getByRole('button', { name: 'Nieuwe regel' }).click();
  await page.getByRole('button', { name: /^Nieuw gegeven nieuw/ }).click();
  await page.getByRole('button', { name: 'Haal nieuwe toeslag per jaar weg' }).click();
  await expect(page.getByRole('heading', { name: 'Nieuw gegeven' })).toBeVisible();
});

test('a draft is saved as a reform file with the changed rule', async ({ page }, info) => {
  await page.goto(PREMIUM);
  await page.getByLabel('Nieuwe waarde').fill('2219');
  await page.getByLabel('Kies een regel of bedrag').fill('uitbetaald 12 termijnen');
  await page.getByRole('option', { name: /Zorgtoeslag per maand/ }).click();
  await erase(page, '12');
  await page.keyboard.type('10');
  await page.getByLabel('Naam van uw verandering').fill('Tien termijnen');
  await expect(row(page).locator('td').last()).toContainText('€ 165');
  await page.getByRole('button', { name: 'Maak een hervormingsbestand' }).click();
  const texts: string[] = [];
  for (const name of ['tien-termijnen.yaml', 'tien-termijnen.regels']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${name}` }).click();
    const path = info.outputPath(name);
    await (await download).saveAs(path);
    texts.push(await readFile(path, 'utf8'));
  }
  expect(texts[0]).toContain('{parameter: "standaardpremie", waarde: "2219 €"}');
  expect(texts[0]).toContain('datum: 2026-01-01');
  expect(texts[1]).toContain('gedeeld door 10)');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect(row(page).locator('td').last()).toHaveText('€ 129');
  await expect(text(page)).toHaveCount(0);
});

test('by keyboard alone: choose a rule, complete a name, leave the text with Tab', async ({ page }) => {
  await page.goto('/regelboek/bewerken');
  await expect(row(page)).toContainText('€ 129');
  await page.getByLabel('Kies een regel of bedrag').focus();
  await page.keyboard.type('afgeronde zorgtoeslag');
  // Enter takes the first, which shows that it does.
  const found = page.getByRole('listbox', { name: 'Gevonden' });
  await expect(found.getByRole('option', { selected: true })).toContainText('Afgeronde zorgtoeslag');
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  // Twice the right, in a name that is typed in part.
  for (const key of ['Control+End', 'ArrowUp', 'End']) await page.keyboard.press(key);
  await page.keyboard.type(' plus zijn aanspraak op zor');
  const names = page.getByRole('listbox', { name: 'Namen' });
  await expect(names.getByRole('option').first()).toHaveText('aanspraak op zorgtoeslag van Persoon');
  // A list that has just opened does not take Enter at once: who types on must not choose by accident.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('plus zijn aanspraak op zorgtoeslag');
  // 2 × 1.550,45 = 3.100,90, rounded 3.101; 3.101 / 12 = 258,4: € 258.
  await expect(row(page).locator('td').last()).toContainText('€ 258');
  await expect(page.locator('.findings')).toBeEmpty();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Zet de tekst terug' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(row(page).locator('td').last()).toHaveText('€ 129');
});

test('from the page of a rule, and back to its law', async ({ page }) => {
  await page.goto(MONTHLY.replace('/bewerken', ''));
  await page.getByRole('link', { name: 'Verander deze regel' }).click();
  await expect(text(page)).toContainText('gedeeld door 12');
  await expect(row(page)).toContainText('€ 129');
  await page.getByLabel('Huishouden', { exact: true }).selectOption('Henk en Riet');
  await expect(page.getByRole('heading', { name: /meer of minder werkt/ })).toContainText('Henk');
});

test('a value of one municipality is changed from the page of its scheme', async ({ page }, info) => {
  await page.goto('/regelboek/gemeenten/individuele-inkomenstoeslag');
  await page.getByRole('link', { name: 'Verander deze regeling' }).click();
  await page.getByLabel('Welke waarde?').selectOption('Bedrag alleenstaande');
  await page.getByLabel('In welke gemeente?').selectOption('Alphen aan den Rijn');
  await expect(page.locator('#waarde-hulp')).toHaveText('Nu: € 601.');
  await page.getByLabel('Nieuwe waarde').fill('700');
  await expect(note(page)).toHaveText('Dit huishouden merkt niets van uw verandering.');
  await accessible(page);
  await page.getByRole('button', { name: 'Maak een hervormingsbestand' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download proef.yaml' }).click();
  const path = info.outputPath('proef.yaml');
  await (await download).saveAs(path);
  expect(await readFile(path, 'utf8')).toMatch(
    /bedrag alleenstaande individuele inkomenstoeslag.*Alphen aan den Rijn.*700 €/,
  );
});

test('a new rule and a new amount count where another rule reads them', async ({ page }, info) => {
  const net = page.locator('[data-uitkomst=netto_besteedbaar_inkomen_per_maand] td');
  await page.goto('/regelboek/bewerken');
  await expect(row(page)).toContainText('€ 129');
  await page.getByRole('button', { name: 'Nieuwe regel' }).click();
  await expect(text(page)).toBeFocused();
  // It can run as it is, and nobody notices it.
  await expect(note(page)).toHaveText('Dit huishouden merkt niets van uw verandering.');
  await expect(page.locator('.findings')).toBeEmpty();
  await accessible(page);

  // A mistake is said while typing, at its line.
  await erase(page, '100');
  await page.keyboard.type('x');
  await expect(page.locator('.findings')).toContainText('Regel 7, teken');
  await expect(page.locator('[data-verouderd]')).toContainText('Nieuwe toeslag per jaar');
  await expect(check(page)).toBeDisabled();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('600');
  await expect(page.locator('.findings')).toBeEmpty();

  // A rule that is there already reads it: € 600 a year is € 50 a month.
  await page.getByLabel('Kies een regel of bedrag').fill('netto besteedbaar inkomen per jaar');
  await page.getByRole('option', { name: /^Netto besteedbaar inkomen per jaar regel/ }).click();
  await expect(text(page)).toContainText('kosten kinderopvang per jaar');
  await expect(text(page)).toBeFocused();
  for (const key of ['Control+End', 'ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.type(' plus de nieuwe toeslag per jaar van het Huishouden');
  await page.keyboard.press('Escape');
  await expect(net.last()).toContainText('+ € 50');
  await expect(page.locator('.findings')).toBeEmpty();

  // A parameter of one's own: what reads it is unknown until it has a value.
  await page.getByRole('button', { name: 'Nieuw gegeven' }).click();
  await expect(text(page)).toContainText('Parameter het nieuwe bedrag');
  const value = page.getByLabel('Waarde: nieuwe bedrag');
  await expect(value).toBeVisible();
  await value.fill('veel');
  await expect(page.locator('#waarde-0-fout')).toContainText('Schrijf een getal (€)');
  await expect(page.locator('[data-verouderd]')).toContainText('nieuwe bedrag');
  await value.fill('900');
  await expect(page.locator('#waarde-0-fout')).toHaveCount(0);
  await accessible(page);
  await page.getByRole('button', { name: /^Nieuwe toeslag per jaar/ }).click();
  await erase(page, '600 €');
  await page.keyboard.type('het nieuwe bedrag');
  await page.keyboard.press('Escape');
  await expect(net.last()).toContainText('+ € 75');

  await page.getByRole('button', { name: 'Maak een hervormingsbestand' }).click();
  const texts: string[] = [];
  for (const name of ['proef.yaml', 'proef.regels']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${name}` }).click();
    const path = info.outputPath(name);
    await (await download).saveAs(path);
    texts.push(await readFile(path, 'utf8'));
  }
  expect(texts[0]).toContain('{parameter: "nieuwe bedrag", waarde: "900 €"}');
  for (const part of [
    'Parameter het nieuwe bedrag : Bedrag;',
    'de nieuwe toeslag per jaar   Bedrag;',
    'Regel nieuwe toeslag per jaar',
    'gesteld worden op het nieuwe bedrag.',
    'plus de nieuwe toeslag per jaar van het Huishouden',
  ]) {
    expect(texts[1]).toContain(part);
  }
});

test('a parameter that gets another name keeps its value; two new rules do not clash', async ({ page }) => {
  await page.goto('/regelboek/bewerken');
  await page.getByRole('button', { name: 'Nieuw gegeven' }).click();
  await page.getByLabel('Waarde: nieuwe bedrag').fill('900');
  await erase(page, 'nieuwe bedrag');
  await page.keyboard.type('proefbedrag');
  await expect(page.getByLabel('Waarde: proefbedrag')).toHaveValue('900');
  await expect(page.locator('[data-verouderd]')).toHaveCount(0);
  for (const name of ['Nieuwe toeslag per jaar', 'Nieuwe toeslag 2 per jaar']) {
    await page.getByRole('button', { name: 'Nieuwe regel' }).click();
    await expect(page.getByRole('button', { name: new RegExp(`^${name} nieuw`) })).toBeVisible();
  }
  await expect(note(page)).toHaveText('Dit huishouden merkt niets van uw verandering.');
  await expect(page.locator('[data-verouderd]')).toHaveCount(0);
});
