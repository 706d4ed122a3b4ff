// The engine runs beside the page, so that the page stays quick. It sends nothing anywhere.
import start, * as engine from './pkg/wasm.js';
import { loaded, serve } from './worker-calls';

serve(loaded(start()), (name, args) => {
  const asked = engine[name as 'answer' | 'schema' | 'municipalities' | 'day_with_amounts'] as (
    ...args: unknown[]
  ) => string;
  return JSON.parse(asked(...args));
});
