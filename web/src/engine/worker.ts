// The engine runs beside the page, so that the page stays quick. It sends nothing anywhere.
import start, * as engine from './pkg/wasm.js';

type Call = { id: number; name: 'answer' | 'schema' | 'municipalities'; args: string[] };

const ready = start();

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  const { id, name, args } = data;
  try {
    await ready;
    const text = (engine[name] as (...args: string[]) => string)(...args);
    self.postMessage({ id, result: JSON.parse(text) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};
