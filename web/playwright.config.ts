import { defineConfig } from '@playwright/test';

// The server that is tested: the real one, with the front end that was built.
const port = Number(process.env['POORT'] ?? 4173);
const binary = process.env['SAMENHANG'] ?? '../target/debug/samenhang';

export default defineConfig({
  testDir: 'tests',
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/uitslag.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'nl-NL',
    launchOptions: {
      // Debian's own Chromium; without a sandbox, since tests may run as root.
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // What it logs of each request is for whoever runs it.
    stderr: 'ignore',
    command: process.env['SAMENHANG_WEB'] ?? `${binary} serveer --adres 127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
