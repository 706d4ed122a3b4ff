// What the regelboek answers: the JSON shapes of docs/rulebook.md.
import type { Outcomes } from './answers';

export type Ref = { id: string; naam: string };
export type PackageRef = Ref & { pad: string };
export type Package = PackageRef & {
  betekenis: string | null;
  wet: string | null;
  adres: string | null;
  regels: number;
  parameters: number;
};

export type Property = {
  objecttype: string;
  naam: string;
  lidwoord: string | null;
  soort: 'attribuut' | 'kenmerk' | 'controle';
};
export type PropertyWithOrigin = Property & {
  datatype: string | null;
  eenheid: string | null;
  tijdlijn: string | null;
  vorm: string | null;
  herkomst: 'regels' | 'gemeente' | 'gegeven';
  regels: Ref[];
  gegeven: { veld: string; betekenis: string } | null;
  regeling: string | null;
  uitkomsten: string[];
};
export type RuleShort = Ref & {
  soort: 'regel' | 'beslistabel';
  pakket: PackageRef;
  bestand: string;
  regelnummer: number;
  bronnen: string[];
  geldig: string;
  geeft: Property[];
};
export type OutcomeRef = { uitkomst: string; betekenis: string };
export type Rule = Omit<RuleShort, 'geeft'> & {
  tekst: string;
  tekst_vanaf_regel: number;
  toelichting: string[];
  bestand_toelichting: string | null;
  versies: { vanaf: string | null; tot_en_met: string | null; geldig: string; tekst: string }[];
  geeft: PropertyWithOrigin[];
  leest: PropertyWithOrigin[];
  parameters: Ref[];
  gelezen_door: (Ref & { leest: Property[] })[];
  uitkomsten: (OutcomeRef & { rechtstreeks: boolean })[];
  kanttekeningen: string[];
};

export type Period = {
  vanaf: string | null;
  tot_en_met: string | null;
  geldig: string;
  waarde: number | boolean | string | null;
  getoond: string | null;
  ontbreekt: string | null;
  bron: string | null;
  zekerheid: 'A' | 'B' | 'D' | null;
  zekerheid_uitleg: string | null;
  afgeleid: string | null;
};
export type ParameterShort = Ref & {
  lidwoord: string | null;
  pakket: PackageRef;
  soort: string;
  datatype: string;
  eenheid: string | null;
  laatste: Period;
};
export type Parameter = Omit<ParameterShort, 'laatste'> & {
  perioden: Period[];
  gelezen_door: Ref[];
  uitkomsten: OutcomeRef[];
};

export type Outcome = OutcomeRef & {
  soort: string;
  regeling: string | null;
  regels: Ref[];
  alle_regels: Ref[];
};

export type Scheme = Ref & {
  betekenis: string;
  waarden: { naam: string; eigenschap: Property; datatype: string; eenheid: string | null }[];
  regels: Ref[];
  uitkomsten: OutcomeRef[];
};
export type InMunicipality = {
  gemeente: string;
  code: string;
  naam: string | null;
  aanvragen: string | null;
  bekend: boolean;
  onbekend: string | null;
  vanaf: string | null;
  tot_en_met: string | null;
  waarden: Record<
    string,
    { waarde: number | boolean | string; eenheid: string | null; getoond: string }
  > | null;
  bron: string | null;
  zekerheid: string | null;
  afgeleid: string | null;
  let_op: string | null;
  eigen_regels: Ref[];
};
export type Comparison = Scheme & { datum: string; gemeenten: InMunicipality[]; andere_gemeenten: number };

export type Block =
  | { soort: 'alinea'; tekst: string }
  | { soort: 'kop'; tekst: string }
  | { soort: 'lijst'; punten: string[] }
  | { soort: 'tabel'; koppen: string[]; rijen: string[][] };
export type Section = { kop: string; blokken: Block[] };

export type Example = {
  id: string;
  naam: string;
  bron: string | null;
  berekening: string | null;
  rekendatum: string;
  verwacht: { persoon: string | null; uitkomst: string; bedrag: number | null }[];
};
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

/** Something that was found by searching. */
export type Found = {
  soort: 'regel' | 'parameter' | 'uitkomst' | 'regeling';
  id: string;
  titel: string;
  artikel: string;
  pakket: string | null;
  /** A piece of the text around the words that were found. */
  fragment: { tekst: string; raak: boolean }[];
};
