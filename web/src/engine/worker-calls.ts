// Calls to an engine in a worker and their answers: what both sides know, and the worker's side.

export type Asked = { id: number; name: string; args: unknown[] };
/** An answer; or why there is none, of one call or, without one, of all of them: the engine is not there. */
export type Told =
  { id: number; result: unknown; error?: undefined } | { id: number | undefined; error: string };

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

/** A part of the engine could not be loaded. That says nothing of the call that needed it. */
class NotLoaded extends Error {}

/** A part of the engine that is being loaded. */
export function loaded<Part>(part: Promise<Part>): Promise<Part> {
  const told = part.catch((error) => {
    throw new NotLoaded(String(error));
  });
  // Whoever needs it hears of it; nobody may need it yet.
  told.catch(() => undefined);
  return told;
}

/** The worker's side: answers every call with what `answer` makes of it, once the engine is there. */
export function serve(engine: Promise<unknown>, answer: (name: string, args: unknown[]) => unknown) {
  const tell = (told: Told) => self.postMessage(told);
  engine.catch((error) => tell({ id: undefined, error: String(error) }));
  self.onmessage = async ({ data: { id, name, args } }: MessageEvent<Asked>) => {
    try {
      await engine;
      tell({ id, result: await answer(name, args) });
    } catch (error) {
      tell({ id: error instanceof NotLoaded ? undefined : id, error: String(error) });
    }
  };
}
