// Puts a compressed copy beside every file of the build that gains by it, for the server to send.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const worthwhile = /\.(html|js|css|wasm|bin|json|yaml|svg|txt)$/;
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

for (const name of readdirSync('dist', { recursive: true })) {
  if (!worthwhile.test(name)) continue;
  const path = join('dist', name);
  writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
}
