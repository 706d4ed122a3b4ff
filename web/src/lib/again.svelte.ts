// What could not be loaded waits here until somebody tries again. Whoever asked for it goes on waiting, so that
// nothing that was filled in is lost.

/** What is missing: an engine that did not start or that stopped, a page, or a part of one. */
export type Missing = 'rekenprogramma' | 'gestopt' | 'pagina' | 'deel';

type Waiting = { missing: Missing; retry: () => void };

class Again {
  #waiting: Waiting[] = $state.raw([]);
  /** What is missing, a whole page first; nothing when everything is there. */
  missing: Missing | undefined = $derived(
    (this.#waiting.find((one) => one.missing === 'pagina') ?? this.#waiting[0])?.missing,
  );

  /** Says that something is missing; `retry` is called when somebody tries again. Gives what takes that back. */
  wait(missing: Missing, retry: () => void): () => void {
    const one = { missing, retry };
    this.#waiting = [...this.#waiting, one];
    return () => (this.#waiting = this.#waiting.filter((other) => other !== one));
  }

  /** Tries again to load all that is missing. */
  retry = () => {
    const all = this.#waiting;
    this.#waiting = [];
    all.forEach((one) => one.retry());
  };

  /** Brings somebody to what is said about it. */
  show = () => document.getElementById('niet-geladen')?.focus();

  /** What was loaded, however often that has to be tried; nothing more is tried after the signal. */
  async until<Loaded>(missing: Missing, load: () => Promise<Loaded>, signal?: AbortSignal): Promise<Loaded> {
    for (;;) {
      try {
        return await load();
      } catch (error) {
        console.error(error);
        await new Promise<void>((resolve) => {
          if (signal?.aborted) return;
          const forget = this.wait(missing, resolve);
          signal?.addEventListener('abort', forget);
        });
      }
    }
  }
}

export const again = new Again();

// A page goes on without a stylesheet that failed, and nothing asks for it anew but this.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    const anew = target.cloneNode();
    target.remove();
    again.wait('deel', () => document.head.append(anew));
  },
  { capture: true },
);
