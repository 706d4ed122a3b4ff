// The page's side of the conversation with an engine in a worker.
import { again, type Missing } from '../lib/again.svelte';
import { t } from '../lib/language.svelte';
import { Refused, type Told } from './worker-calls';

type Call = {
  id: number;
  name: string;
  args: unknown[];
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  /** Whether the engine stopped on it before. */
  stopped: boolean;
};

const unanswerable = () =>
  new Refused([
    {
      plaats: '',
      regel: null,
      kolom: null,
      melding: t(
        'Het rekenprogramma liep hier twee keer op vast. Verander een antwoord, of probeer het later.',
        'The calculator stopped on this twice. Change an answer, or try later.',
      ),
    },
  ]);

/**
 * An engine in a worker that is started when it is first asked something. When it does not start or stops, every call
 * waits until somebody tries again; only a call on which it stops each time is refused.
 */
export function calls(start: () => Worker) {
  let worker: Worker | undefined;
  let missing = false;
  let last = 0;
  const waiting = new Map<number, Call>();

  function stop() {
    worker?.terminate();
    worker = undefined;
  }

  function fail(what: Missing, error: unknown) {
    console.error(error);
    stop();
    missing = true;
    const retry = () => {
      missing = false;
      run();
    };
    // Not at once: a page may be asking while it is being drawn.
    queueMicrotask(() => again.wait(what, retry));
  }

  function stoppedOn(call: Call, error: string) {
    if (!call.stopped) {
      call.stopped = true;
      return fail('gestopt', error);
    }
    waiting.delete(call.id);
    call.reject(unanswerable());
    stop();
    if (waiting.size > 0) run();
  }

  const send = ({ id, name, args }: Call) => worker?.postMessage({ id, name, args });

  /** Starts a worker, and asks it all that waits. */
  function run() {
    let answers = false;
    try {
      const made = (worker = start());
      made.onmessage = ({ data }: MessageEvent<Told>) => {
        if (worker !== made) return;
        const call = waiting.get(data.id ?? 0);
        if (data.error === undefined) {
          answers = true;
          waiting.delete(data.id);
          call?.resolve(data.result);
        } else if (call) stoppedOn(call, data.error);
        else fail('rekenprogramma', data.error);
      };
      const broken = (event: Event) => {
        if (worker === made) fail(answers ? 'gestopt' : 'rekenprogramma', event);
      };
      made.onerror = broken;
      made.onmessageerror = broken;
      waiting.forEach(send);
    } catch (error) {
      fail('rekenprogramma', error);
    }
  }

  /** Starts the engine, so that the first question does not wait for it. */
  function warmUp() {
    if (!worker && !missing) run();
  }

  function call(name: string, args: unknown[]): Promise<unknown> {
    warmUp();
    return new Promise((resolve, reject) => {
      const one = { id: ++last, name, args, resolve, reject, stopped: false };
      waiting.set(one.id, one);
      send(one);
    });
  }

  return { call, warmUp };
}
