// What the engine answers: the same that the API answers, with types that are made from its description
// (`npm run types`).
import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Rule = Schemas['Regelverwijzing'];
export type Cause = Schemas['Oorzaak'];
export type Outcomes = Schemas['Uitkomsten'];
export type Condition = Schemas['Voorwaarde'];
export type Explanation = Schemas['Uitlegdeel'];
export type WholeExplanation = Schemas['Uitleg'];
export type Change = Schemas['Verandering'];
export type WorkPoint = Schemas['Loonpunt'];
export type WorkBreak = Schemas['Breekpunt'];
export type WorkPays = Schemas['Werkloont'];
/** Of AOW nothing moves with the income; then there are no amounts. */
export type SchemeCertainty = Schemas['Zekerheid']['regelingen'][number];
export type MovingScheme = Extract<SchemeCertainty, { nu: number }>;
export type SettledScheme = Schemas['AfrekeningVanRegeling'];
export type Settlement = Schemas['Afrekening'];
export type Certainty = Schemas['Zekerheid'];
export type Stacking = Schemas['Stapeling'];
export type MilestoneChange = Schemas['VeranderingVanUitkomst'];
export type Milestone = Schemas['Mijlpaal'];
export type Milestones = Schemas['Mijlpalen'];
export type Question = Schemas['Vraag'];
export type Reach = Schemas['Bereik'];
export type Questions = Schemas['Vragen'];
export type RightToApply = Schemas['RechtOmAanTeVragen'];
export type Applying = Schemas['Aanvragen'];

/** The answer to each question. */
export type Answers = {
  bereken: Outcomes;
  uitleg: WholeExplanation;
  werkloont: WorkPays;
  zekerheid: Certainty;
  stapeling: Stacking;
  mijlpalen: Milestones;
  vragen: Questions;
  aanvragen: Applying;
};
