// What the editor says aloud: one thing, the one that matters now, and only when nothing changes for a moment. Whoever types
// with a screen reader is not spoken through.

/** How long that moment is, in milliseconds. */
const REST = 700;

/** Words in the language of the page, and then what the engine says in Dutch. */
export type Said = { text: string; dutch?: string | undefined };

class Spoken {
  said: Said = $state.raw({ text: '' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says something when nothing else comes first. */
  soon(said: Said) {
    this.hush();
    this.#timer = setTimeout(() => (this.said = said), REST);
  }

  /** Leaves unsaid what was to come. */
  hush() {
    clearTimeout(this.#timer);
  }
}

export const spoken = new Spoken();
