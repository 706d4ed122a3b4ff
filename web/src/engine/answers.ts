// What the engine answers, as the command line prints it with --json.

export type Rule = { naam: string; bestand: string; regelnummer: number; bronnen: string[] };
export type Cause = { regel: string; bestand: string; regelnummer: number; bronnen: string[]; tekst: string };
type Amounts = Record<string, number | null>;

export type Outcomes = {
  rekendatum: string;
  versie: string;
  huishouden: Amounts;
  personen: Record<string, Amounts>;
  opmerkingen: string[];
};

export type Condition = { tekst: string; voldaan: boolean | null; niveau: number };
export type Explanation = {
  uitkomst: string;
  waarde: unknown;
  eenheid: string;
  regel: Rule | null;
  tekst: string;
  toelichting: string[];
  bronnen: string[];
  voorwaarden: Condition[];
  uit: Explanation[];
};
export type Change = { gegeven: string; tekst: string };
export type WholeExplanation = Explanation & {
  conclusie: { redenen: string[]; veranderingen: Change[]; alternatieven: Change[][] };
};

export type WorkPoint = {
  bruto: number;
  uren: number | null;
  netto: number;
  delen: Record<string, number>;
  afronding: number;
};
export type WorkBreak = {
  /** The highest wage before it. */
  bruto: number;
  uren: number | null;
  soort: 'sprong' | 'knik';
  bedrag: number;
  helling_voor: number | null;
  helling_na: number | null;
  regel: string;
  bronnen: string[];
  oorzaken: Cause[];
  delen: Record<string, number>;
  knikken: string[];
};
export type WorkPays = {
  persoon: string;
  grootheid: 'loon' | 'uren_per_week';
  rekendatum: string;
  /** What an hour a week brings in, in a year. */
  loon_per_weekuur: { per_jaar: number; minimumloon: boolean } | null;
  punten: WorkPoint[];
  breekpunten: WorkBreak[];
  nu: {
    bruto: number;
    netto: number;
    netto_zonder_loon: number;
    extra_loon: number;
    marginale_druk: number;
    participatiedruk: number | null;
    vervangingsratio: number | null;
  } | null;
  opmerkingen: string[];
};

type Shift = { inkomen: number; verschil: number } | null;
export type SchemeCertainty = {
  regeling: string;
  afgerekend: string;
  terugbetalen_na_schatting: boolean;
  tekst: string;
  bronnen: string[];
  /** How it moves; not there for what never moves with an income. */
  nu?: number;
  bij_meer_inkomen?: Shift;
  bij_minder_inkomen?: Shift;
  gelijk_tot_en_met?: number | null;
  gelijk_vanaf?: number | null;
};
export type SettledScheme = {
  regeling: string;
  voorschot: number;
  toegekend: number;
  te_veel: number;
  klein_bedrag: boolean | null;
  terug_te_betalen: number;
  nabetaling: number;
};
export type Settlement = {
  /** Nothing when it is of a raise in a month. */
  percentage: number | null;
  inkomen: number;
  regelingen: SettledScheme[];
  terug_te_betalen: number;
  nabetaling: number;
};
export type Raise = {
  maand: number;
  percentage: number;
  geschat_jaarinkomen: { nu: number; wordt: number };
  per_maand_te_veel: number;
  afrekening: Settlement;
};
export type Certainty = {
  persoon: string;
  inkomen: string;
  bedrag: number;
  /** Between which incomes was looked. */
  gevolgd: { vanaf: number; tot_en_met: number };
  netto: { nu: number; bij_meer_inkomen: Shift; bij_minder_inkomen: Shift };
  regelingen: SchemeCertainty[];
  afrekening: Settlement[];
  stijging: Raise | null;
  advies: string[];
  opmerkingen: string[];
};

export type Stacking = {
  netto: number;
  aantal_regelingen: number;
  delen: { deel: string; bedrag: number; aandeel: number | null }[];
  domino: {
    valt_weg: string;
    naam: string;
    persoon: string | null;
    bedrag: number;
    verschuift: { deel: string; verschil: number }[];
    netto_verschil: number;
    meer_verlies_dan_het_bedrag: number;
  }[];
  opmerkingen: string[];
};

export type MilestoneChange = {
  uitkomst: string;
  persoon: string | null;
  vanaf: string;
  bedragen_van: number | null;
  van: number;
  naar: number;
  verschil: number;
  regel: string | null;
  bronnen: string[];
  oorzaken: Cause[];
  parameters: { parameter: string; van: string; naar: string; bron: string }[];
};
export type Milestone = {
  datum: string;
  gebeurtenis_op: string;
  soort: 'geboorte' | 'verjaardag' | 'aow' | 'bedragen';
  wie: string | null;
  tekst: string;
  bedragen_van: number | null;
  veranderingen: MilestoneChange[];
  onbekend: string[];
  netto_per_jaar_verschil: number | null;
};
export type Milestones = {
  rekendatum: string;
  tot: string;
  mijlpalen: Milestone[];
  dagen_zonder_verandering: number;
  opmerkingen: string[];
};

export type Question = {
  veld: string;
  persoon: string | null;
  vraag: string;
  soort: 'bedrag' | 'getal' | 'ja_nee' | 'keuze' | string;
  keuzes: string[];
  uitkomsten: string[];
};
export type Reach = {
  uitkomst: string;
  persoon: string | null;
  bekend: boolean;
  laag: number | null;
  hoog: number | null;
};
export type Questions = {
  rekendatum: string;
  volgende: string | null;
  vragen: Question[];
  niet_meer_nodig: number;
  uitkomsten: Reach[];
};

export type RightToApply = {
  recht: string;
  naam: string | null;
  recht_op: boolean | null;
  uitkomsten: { uitkomst: string; persoon: string | null; bedrag: number | null }[];
  waar: string | null;
  site: string | null;
  hoe: string | null;
  ingang: string | null;
  termijn: string | null;
  bron: string | null;
  ontbreekt: string | null;
};
export type Applying = { gemeente: string | null; rechten: RightToApply[] };

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
