// An answer of the engine on a page: what was asked last is what is shown.
import { Refused, type Mistake } from './engine';

export class Asked<Value> {
  value: Value | undefined = $state.raw();
  mistakes: Mistake[] = $state.raw([]);
  #turn = 0;

  /** Asks; an answer that comes after a later question is left aside. */
  async ask(question: () => Promise<Value>) {
    const turn = ++this.#turn;
    try {
      const value = await question();
      if (turn !== this.#turn) return;
      this.value = value;
      this.mistakes = [];
    } catch (wrong) {
      if (!(wrong instanceof Refused)) throw wrong;
      if (turn === this.#turn) this.mistakes = wrong.mistakes;
    }
  }
}
