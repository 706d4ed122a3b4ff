// The engine runs beside the page, so that the page stays quick. It sends nothing anywhere.
import start, * as engine from './pkg/wasm.js';
import { serve } from './worker-calls';

const ready = start();

serve(async (name, args) => {
  await ready;
  const asked = engine[name as 'answer' | 'schema' | 'municipalities'] as (...args: unknown[]) => string;
  return JSON.parse(asked(...args));
});
