// Trying a draft out on a household: first checked, and only worked out when nothing is wrong.
import * as book from '../../../engine/drafting';
import type { WorkPays } from '../../../engine/answers';
import type { Compared, Draft, Finding } from '../../../engine/rulebook';
import type { HouseholdFile } from '../../../state/file';
import { reason } from '../parts/reason';

/** How long nothing is typed before a draft is tried, in milliseconds. */
const PAUSE = 250;
const NOTHING: Draft = { naam: '', datum: '', regels: [], parameters: [] };

class Trial {
  findings: Finding[] = $state.raw([]);
  /** The outcomes of the last draft without mistakes. */
  compared: Compared | undefined = $state.raw();
  before: WorkPays | undefined = $state.raw();
  after: WorkPays | undefined = $state.raw();
  /** What the engine said about the household, or about itself. */
  wrong: string | undefined = $state();
  busy = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  #household = '';

  /** Tries a draft when nothing else comes for a moment. */
  soon(draft: Draft, household: HouseholdFile) {
    this.busy = true;
    const key = JSON.stringify(household);
    if (this.#household !== key) this.compared = this.before = this.after = undefined;
    this.#household = key;
    clearTimeout(this.#timer);
    const turn = ++this.#last;
    this.#timer = setTimeout(() => void this.#run(draft, household, turn), PAUSE);
  }

  async #run(draft: Draft, household: HouseholdFile, turn: number) {
    const over = () => turn !== this.#last;
    try {
      const found = await book.findings(draft);
      if (over()) return;
      this.findings = found;
      if (found.length > 0) {
        // A household that was not worked out yet has the outcomes of the rules as they are.
        const now = this.compared ?? (await book.compare(NOTHING, household));
        if (!over()) this.compared = now;
        return;
      }
      const compared = await book.compare(draft, household);
      if (over()) return;
      this.compared = compared;
      this.wrong = undefined;
      const before = this.before ?? (await book.answer(null, { vraag: 'werkloont' }, household));
      if (over()) return;
      this.before = before;
      const after = await book.answer(draft, { vraag: 'werkloont' }, household);
      if (!over()) this.after = after;
    } catch (error) {
      if (over()) return;
      this.wrong = reason(error).text;
    } finally {
      if (!over()) this.busy = false;
    }
  }
}

export const trial = new Trial();
