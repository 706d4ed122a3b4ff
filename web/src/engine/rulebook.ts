// What the regelboek answers: the JSON shapes of docs/rulebook.md. What the server tells has types that are made from its
// description (`npm run types`); the rest is told in the page only.
import type { components } from '../api/schema';
import type { Outcomes } from './answers';

type Schemas = components['schemas'];

export type Ref = Schemas['Verwijzing'];
export type Package = Schemas['PakketInDeLijst'];
export type Property = Schemas['Eigenschap'];
export type PropertyWithOrigin = Schemas['EigenschapMetHerkomst'];
export type OutcomeRef = Schemas['UitkomstInHetKort'];
export type Rule = Schemas['Regel'];
export type Period = Schemas['ParameterInPeriode'];
export type Parameter = Schemas['Parameter'];
export type InMunicipality = Schemas['RegelingInGemeente'];
export type Comparison = Schemas['Vergelijking'];
export type Municipality = Schemas['Gemeente'];
export type SchemeOfMunicipality = Schemas['GemeentelijkeRegeling'];
export type Section = Schemas['Sectie'];

export type Ran = {
  geslaagd: number;
  gezakt: number;
  voorbeelden: { id: string; naam: string; geslaagd: boolean; verschillen: Deviation[] }[];
};
/** Where an example and the rules do not agree. Without an outcome it is something else; then `melding` says what. */
export type Deviation = {
  persoon: string | null;
  uitkomst: string | null;
  verwacht: number | null;
  gekregen: number | null;
  melding: string;
};

export type Name = {
  soort: 'objecttype' | 'attribuut' | 'kenmerk' | 'rol' | 'parameter' | 'waarde';
  naam: string;
  lidwoord: string | null;
  meervoud: string | null;
  objecttype: string | null;
  datatype: string | null;
};

/** A change of the rules, as the engine takes it. */
export type Draft = {
  naam: string;
  datum: string;
  regels: { regel: string; tekst: string }[];
  /** Rule text that is new, each in a file of its own. */
  bestanden: { bestand: string; tekst: string }[];
  parameters: { parameter: string; gemeente?: string; waarde: string }[];
};
/** A parameter that a draft declares and the rules do not have. */
export type NewParameter = { naam: string; bestand: string; datatype: string; eenheid: string | null };
/** What is wrong with a draft; when nothing is, the parameters that it brings. */
export type Checked = { findings: Finding[]; parameters: NewParameter[] };
/** A mistake in a draft. `in_regel` has the line in the text of the changed rule. */
export type Finding = {
  bestand: string;
  regel: number;
  kolom: number;
  tot_regel: number | null;
  tot_kolom: number | null;
  code: string;
  melding: string;
  suggestie: string | null;
  hulp: string | null;
  in_regel?: { id: string; regel: number } | null;
};
export type Difference = {
  persoon: string | null;
  uitkomst: string;
  betekenis: string;
  voor: number | null;
  na: number | null;
  verschil: number | null;
};
export type Compared = { rekendatum: string; voor: Outcomes; na: Outcomes; verschillen: Difference[] };
export type Reform = { bestand: string; tekst: string; regels: { bestand: string; tekst: string }[] };

/** Something that was found by searching; of a parameter its latest value, where the page knows that. */
export type Item = Omit<Schemas['Zoekitem'], 'soort'> & {
  soort: Schemas['SoortVondst'] | 'gemeente';
  laatste?: Period | null | undefined;
};
export type Found = Omit<Item, 'tekst'> & {
  /** A piece of the text around the words that were found. */
  fragment: { tekst: string; raak: boolean }[];
};
