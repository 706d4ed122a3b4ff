// What the tests of the desk share.
import { expect, type Page } from '@playwright/test';

/** Offers files to the desk, as somebody who picks them. */
export async function offer(page: Page, files: { name: string; text: string }[]) {
  await page.locator('input[type=file]').evaluate((input: HTMLInputElement, files) => {
    const picked = new DataTransfer();
    for (const { name, text } of files) picked.items.add(new File([text], name));
    input.files = picked.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, files);
}

/** Opens examples of the project as files, and waits for the last. */
export async function open(page: Page, ...names: string[]) {
  await page.locator('input[type=file]').setInputFiles(names.map((name) => `../voorbeelden/${name}.yaml`));
  await expect(page.getByRole('tab', { name: names.at(-1)!, selected: true })).toBeVisible();
  await expect(page.locator('#netto')).toBeVisible();
}
