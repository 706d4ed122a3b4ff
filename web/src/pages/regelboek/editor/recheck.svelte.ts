// Running the worked examples with a draft: which still come out, and which now differ.
import * as book from '../../../engine/drafting';
import type { Draft, Package, Ran } from '../../../engine/rulebook';
import { reason } from '../parts/reason';

export type Different = { pack: Package; examples: Ran['voorbeelden'] };
type Result = { passed: number; failed: number; different: Different[] };

class Recheck {
  /** What came out; nothing before it was asked, and nothing of a draft that changed since. */
  result: Result | undefined = $state.raw();
  wrong: string | undefined = $state();
  /** How many packages were run, of how many; nothing when nothing runs. */
  progress: { done: number; of: number } | undefined = $state.raw();
  #last = 0;

  /** Runs the examples of every package: a change may be felt far from where it was made. */
  async run(draft: Draft) {
    this.forget();
    const turn = this.#last;
    const over = () => turn !== this.#last;
    const result: Result = { passed: 0, failed: 0, different: [] };
    try {
      const packages = await book.packages();
      for (const [done, pack] of packages.entries()) {
        if (over()) return;
        this.progress = { done, of: packages.length };
        const ran = await book.runExamples(pack.id, draft);
        result.passed += ran.geslaagd;
        result.failed += ran.gezakt;
        const examples = ran.voorbeelden.filter((one) => !one.geslaagd);
        if (examples.length > 0) result.different.push({ pack, examples });
      }
      if (!over()) this.result = result;
    } catch (error) {
      if (!over()) this.wrong = reason(error).text;
    } finally {
      if (!over()) this.progress = undefined;
    }
  }

  /** Stops, and leaves what came out before. */
  forget() {
    this.#last++;
    this.result = this.wrong = this.progress = undefined;
  }
}

export const recheck = new Recheck();
