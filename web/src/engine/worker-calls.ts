// Calls to an engine in a worker, and their answers: both sides of the conversation.

type Asked = { id: number; name: string; args: unknown[] };
type Told = { id: number; result?: unknown; error?: string };

/** What is wrong with a household or a question, and where. */
export type Mistake = { plaats: string; regel: number | null; kolom: number | null; melding: string };

/** The engine refuses a household or a question. */
export class Refused extends Error {
  constructor(readonly mistakes: Mistake[]) {
    super(mistakes.map((mistake) => mistake.melding).join(' '));
  }
}

/** What the engine answers; throws `Refused` with every mistake when it does not. */
export function answerOf<Answer>(result: unknown): Answer {
  const told = result as { antwoord: Answer } | { fouten: Mistake[] };
  if ('fouten' in told) throw new Refused(told.fouten);
  return told.antwoord;
}

/** The page's side: a worker that is started when it is first asked something. */
export function calls(start: () => Worker) {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

  function started(): Worker {
    if (worker) return worker;
    const made = start();
    made.onmessage = ({ data }: MessageEvent<Told>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error === undefined) call?.resolve(data.result);
      else call?.reject(new Error(data.error));
    };
    // A mistake of the engine itself stops it; the next question starts it anew.
    made.onerror = (event) => {
      waiting.forEach((call) => call.reject(new Error(event.message)));
      waiting.clear();
      made.terminate();
      worker = undefined;
    };
    worker = made;
    return made;
  }

  const call = (name: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      started().postMessage({ id, name, args });
    });

  return { call, warmUp: () => void started() };
}

/** The worker's side: answers every call with what `answer` makes of it, one after another. */
export function serve(answer: (name: string, args: unknown[]) => Promise<unknown>) {
  self.onmessage = async ({ data: { id, name, args } }: MessageEvent<Asked>) => {
    try {
      self.postMessage({ id, result: await answer(name, args) });
    } catch (error) {
      self.postMessage({ id, error: String(error) });
    }
  };
}
