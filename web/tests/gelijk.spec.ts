// The same household has the same outcome in the browser as over the API, which is held against the command line
// in the tests of the server.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const folders = ['../voorbeelden', '../crates/cli/tests/gegevens'];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(yaml|json)$/.test(name))
    .map((name) => join(folder, name)),
);
/** Each question as the API has it, and what is asked of the engine in the page. */
const questions: [path: string, inquiry: object][] = [
  ...['bereken', 'stapeling', 'vragen', 'aanvragen', 'werkloont', 'zekerheid', 'mijlpalen'].map(
    (vraag): [string, object] => [vraag, { vraag }],
  ),
  ['vragen?alleen_onbekend=true', { vraag: 'vragen', alleen_onbekend: true }],
  ...['huurtoeslag_per_maand', 'netto_besteedbaar_inkomen_per_jaar'].map((uitkomst): [string, object] => [
    `uitleg?uitkomst=${uitkomst}`,
    { vraag: 'uitleg', uitkomst },
  ]),
];

test('every household file that is kept here gives the same in the browser and over the API', async ({
  page,
}) => {
  test.slow();
  const worker = page.waitForEvent('worker');
  await page.goto('/rechtencheck');
  const engine = (await worker).url();
  /** What the engine of the page says, in a worker of its own. */
  const inBrowser = (household: string, inquiry: object) =>
    page.evaluate(
      ([address, text, question]) =>
        new Promise<Record<string, unknown>>((resolve) => {
          const own = new Worker(address!, { type: 'module' });
          own.onmessage = ({ data }) => {
            own.terminate();
            resolve(data.result);
          };
          own.postMessage({ id: 1, name: 'answer', args: [text, question, 'nl'] });
        }),
      [engine, household, JSON.stringify(inquiry)],
    );

  let compared = 0;
  for (const file of files) {
    const household = readFileSync(file, 'utf8');
    for (const [question, inquiry] of questions) {
      const response = await page.request.post(`/api/v1/huishoudens/${question}`, {
        headers: { 'content-type': file.endsWith('json') ? 'application/json' : 'application/yaml' },
        data: household,
      });
      const here = await inBrowser(household, inquiry);
      const there = await response.json();
      // A file that is wrong is wrong in both, in the same words.
      const told = (list: { melding: string }[]) => list.map((one) => one.melding);
      if (response.ok()) expect(here['antwoord'], `${file} ${question}`).toEqual(there);
      else expect(told(here['fouten'] as []), `${file} ${question}`).toEqual(told(there.fouten));
      compared += Number(response.ok());
    }
  }
  expect(compared).toBeGreaterThan(100);
});
