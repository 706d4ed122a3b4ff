// Trying a draft out on a household: first checked, and only worked out when nothing is wrong.
import * as book from '../../../engine/drafting';
import type { WorkPays } from '../../../engine/answers';
import type { Compared, Draft, Finding, NewParameter } from '../../../engine/rulebook';
import { language } from '../../../lib/language.svelte';
import type { HouseholdFile } from '../../../state/file';
import { reason } from '../parts/reason';
import { withUnusable } from './unusable';

/** How long nothing is typed before a draft is tried, in milliseconds. */
const PAUSE = 250;
const NOTHING: Draft = { naam: '', datum: '', regels: [], bestanden: [], parameters: [] };

class Trial {
  findings: Finding[] = $state.raw([]);
  /** The draft that they were found in. */
  tried = $state.raw(NOTHING);
  /** The parameters that the draft brings, as long as its text is right. */
  parameters: NewParameter[] = $state.raw([]);
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
  /** The last draft without mistakes: its outcomes are shown while there is a mistake. */
  #right = NOTHING;
  /** Of which draft, household and person the outcomes are, in which language, when all of them are there. */
  #done = '';
  /** Of what `before` is; of somebody else it stays until there is another one. */
  #beforeOf = '';

  /** Tries a draft when nothing else comes for a moment; `person` is who works more or less. */
  soon(draft: Draft, household: HouseholdFile, person: string | undefined) {
    this.busy = true;
    const key = JSON.stringify(household);
    if (this.#household !== key) {
      this.compared = this.before = this.after = undefined;
      this.#done = '';
    }
    this.#household = key;
    clearTimeout(this.#timer);
    const turn = ++this.#last;
    this.#timer = setTimeout(() => void this.#run(draft, household, person, turn), PAUSE);
  }

  async #run(draft: Draft, household: HouseholdFile, person: string | undefined, turn: number) {
    const over = () => turn !== this.#last;
    try {
      const { findings, parameters } = await this.#check(draft);
      if (over()) return;
      this.findings = findings;
      this.tried = draft;
      if (parameters) this.parameters = parameters;
      if (findings.length === 0) this.#right = draft;
      const right = this.#right;
      const beforeOf = JSON.stringify([household, person, language.code]);
      const done = JSON.stringify([beforeOf, right]);
      if (this.#done === done && !this.wrong) return;
      this.#done = '';
      const compared = await book.compare(right, household);
      if (over()) return;
      this.compared = compared;
      this.wrong = undefined;
      const work = { vraag: 'werkloont', persoon: person ?? null } as const;
      const known = this.#beforeOf === beforeOf ? this.before : undefined;
      const before = known ?? (await book.answer(null, work, household));
      if (over()) return;
      const after = await book.answer(right, work, household);
      if (over()) return;
      this.#beforeOf = beforeOf;
      this.#done = done;
      this.before = before;
      this.after = after;
    } catch (error) {
      if (over()) return;
      this.wrong = reason(error).text;
    } finally {
      if (!over()) this.busy = false;
    }
  }

  /** What is wrong with a draft, and the parameters that it brings, unless its text is wrong. */
  async #check(draft: Draft): Promise<{ findings: Finding[]; parameters: NewParameter[] | undefined }> {
    const { findings: found, parameters } = await book.checkDraft(draft);
    const findings = withUnusable(draft, found);
    if (findings.length === 0) return { findings, parameters };
    // A value may be wrong because its parameter has another name by now.
    const text = draft.bestanden.length > 0 && draft.parameters.length > 0;
    const bare = text ? await book.checkDraft({ ...draft, parameters: [] }) : undefined;
    return { findings, parameters: bare?.findings.length === 0 ? bare.parameters : undefined };
  }
}

export const trial = new Trial();
