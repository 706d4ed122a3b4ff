//! The table itself. Defaults are those of the published format.

use super::{Absent, Field, Kind, Per, Section, Target};
use crate::file::Role;

/// The most persons a household may have.
const MOST_PERSONS: usize = 50;
/// The most kinds of childcare a child may have.
const MOST_CHILDCARE: usize = 10;
/// The most months that can be counted: 100 years.
const MOST_MONTHS: i64 = 1_200;
/// The hours in a week.
const WEEK: i64 = 168;
/// The hours in a month of 31 days.
const MONTH: i64 = 744;

/// The file as a whole.
pub const FILE: &[Field] = &[
    Field::new("rekendatum", Kind::Date, Absent::Nothing, Target::Structure).described(
        "De dag waarvoor de uitkomst geldt, als jjjj-mm-dd. Verplicht, tenzij de \
         datum op een andere manier is gegeven.",
    ),
    Field::new("huishouden", Kind::Group(Section::Household), Absent::Required, Target::Structure)
        .described("Het huishouden: iedereen die op hetzelfde adres woont, en de woning."),
];

/// `huishouden`.
pub const HOUSEHOLD: &[Field] = &[
    Field::new("gemeente", Kind::Text, Absent::Nothing, Target::Structure).described(
        "De gemeente waar het huishouden woont: de naam of de code van het CBS, \
         bijvoorbeeld Tilburg of GM0855.",
    ),
    Field::euro("gemeentelijke_heffingen", Per::Year).described(
        "Gemeentelijke belastingen en heffingen, in euro per jaar. Telt mee voor \
         kwijtschelding.",
    ),
    Field::new("woning", Kind::Group(Section::Home), Absent::Nothing, Target::Structure)
        .described("De woning van het huishouden."),
    Field::new(
        "personen",
        Kind::Groups(Section::Person, MOST_PERSONS),
        Absent::Required,
        Target::Structure,
    )
    .described("Iedereen in het huishouden. Precies één van hen is de aanvrager."),
];

/// `huishouden.woning`.
pub const HOME: &[Field] = &[
    Field::new(
        "soort",
        Kind::Choice(&["huurwoning", "koopwoning", "inwonend"]),
        Absent::Word("huurwoning"),
        Target::Named("soort woning"),
    )
    .described(
        "Huurt het huishouden de woning, is de woning van henzelf, of wonen ze bij \
         iemand in?",
    ),
    Field::euro("kale_huur", Per::Month)
        .described("De huur zonder servicekosten, in euro per maand."),
    Field::euro("servicekosten", Per::Month).described(
        "De servicekosten die meetellen voor huurtoeslag, in euro per maand. Elke \
         soort kosten is al begrensd zoals de wet zegt.",
    ),
    Field::yes_no("zelfstandig", true)
        .described("Heeft de woning een eigen voordeur, keuken en wc?"),
    Field::yes_no("aangepast", false)
        .described("Is de woning aangepast voor iemand met een handicap?"),
    Field::euro("woz_waarde", Per::Moment).described("De WOZ-waarde van de woning, in euro."),
    Field::euro("hypotheekrente", Per::Year)
        .described("De hypotheekrente die het huishouden betaalt, in euro per jaar."),
    Field::euro("hypotheekschuld", Per::Moment).described("De schuld van de hypotheek, in euro."),
];

/// An item of `huishouden.personen`.
pub const PERSON: &[Field] = &[
    Field::new("naam", Kind::Text, Absent::Nothing, Target::Attribute).described(
        "Een naam die niemand anders in het huishouden heeft. Zonder naam is het de \
         rol, met een nummer voor een kind of medebewoner: 'kind 1'.",
    ),
    Field::new("rol", Kind::Choice(&Role::KEYS), Absent::Required, Target::Attribute).described(
        "Wie iemand is in het huishouden. Met een partner voert de aanvrager een \
         gezamenlijke huishouding.",
    ),
    Field::new("geboortedatum", Kind::Date, Absent::Required, Target::Attribute)
        .described("De geboortedatum, als jjjj-mm-dd."),
    Field::new(
        "samenleving",
        Kind::Choice(&["gehuwd", "samenlevingscontract", "samenwonend"]),
        Absent::Word("gehuwd"),
        Target::Attribute,
    )
    .only_for(Role::Partner)
    .described(
        "Hoe de aanvrager en de partner samenleven. Alleen bij de rol partner. Een \
         geregistreerd partnerschap telt als gehuwd.",
    ),
    Field::euro("loon", Per::Year)
        .described("Bruto loon uit werk in loondienst, in euro per jaar."),
    Field::new("uren_per_week", Kind::Hours(WEEK), Absent::Number(32), Target::Attribute)
        .described(
            "Het aantal uren werk per week. Bepaalt geen recht; nodig voor het uurloon \
         en om te zien of werken loont.",
        ),
    Field::euro("winst", Per::Year).negative().described(
        "Winst uit een eigen bedrijf, vóór aftrek, in euro per jaar. Bij verlies \
         een bedrag onder nul.",
    ),
    Field::yes_no("urencriterium", false).described(
        "Werkt deze persoon genoeg uren in het eigen bedrijf voor de \
         zelfstandigenaftrek?",
    ),
    Field::euro("pensioen", Per::Year).described("Bruto aanvullend pensioen, in euro per jaar."),
    Field::euro("uitkering", Per::Year).described(
        "Bruto belaste uitkering, zoals WW of WIA, in euro per jaar. Niet de \
         bijstand.",
    ),
    Field::euro("pensioenpremie", Per::Year)
        .described("De pensioenpremie die de werknemer zelf betaalt, in euro per jaar."),
    Field::new("aow_opbouwjaren", Kind::Whole(50), Absent::Number(50), Target::Attribute)
        .described(
            "Het aantal jaren dat deze persoon AOW heeft opgebouwd: 50 voor wie altijd \
         in Nederland woonde.",
        ),
    Field::euro("spaargeld", Per::Moment)
        .described("Spaargeld en geld op de bank op 1 januari, in euro."),
    Field::euro("overig_vermogen", Per::Moment)
        .described("Ander vermogen op 1 januari, zoals aandelen of een tweede huis, in euro."),
    Field::euro("schulden", Per::Moment)
        .described("Schulden op 1 januari, zonder de hypotheek van de eigen woning, in euro."),
    Field::euro("waarde_auto", Per::Moment).described("De waarde van de auto of motor, in euro."),
    Field::yes_no("zorgverzekerd", true)
        .described("Heeft deze persoon een Nederlandse zorgverzekering?"),
    Field::yes_no("student", false).described("Volgt deze persoon een opleiding?"),
    Field::yes_no("jonggehandicapt", false)
        .described("Heeft deze persoon recht op de jonggehandicaptenkorting (Wajong)?"),
    Field::yes_no("medisch_urenbeperkt", false).described(
        "Kan deze persoon door ziekte of handicap minder uren werken? De gemeente \
         of het UWV stelt dat vast.",
    ),
    Field::yes_no("in_inrichting", false)
        .described("Woont deze persoon in een inrichting, zoals een verpleeghuis?"),
    Field::yes_no("bijstand_aangevraagd", true)
        .described("Vraagt deze persoon bijstand aan als daar recht op is?"),
    Field::yes_no("geen_beroep_op_ouders", false).described(
        "Voor wie 18, 19 of 20 jaar is: kunnen of hoeven de ouders niet te helpen \
         met geld?",
    ),
    Field::new(
        "maanden_laag_inkomen",
        Kind::Whole(MOST_MONTHS),
        Absent::Number(0),
        Target::Attribute,
    )
    .described(
        "Hoeveel maanden achter elkaar het inkomen laag is. Nodig voor de \
         individuele inkomenstoeslag.",
    ),
    Field::new(
        "maanden_vrijlating_gebruikt",
        Kind::Whole(MOST_MONTHS),
        Absent::Number(0),
        Target::Attribute,
    )
    .described(
        "Hoeveel maanden een deel van het loon al buiten de bijstand is gehouden \
         (vrijlating).",
    ),
    Field::new("ouders", Kind::Names, Absent::Nothing, Target::Structure).described(
        "De namen van de ouders in dit huishouden. Bij een kind zonder dit veld \
         zijn dat de aanvrager en de partner.",
    ),
    Field::new(
        "opvang",
        Kind::Groups(Section::Childcare, MOST_CHILDCARE),
        Absent::Nothing,
        Target::Structure,
    )
    .only_for(Role::Kind)
    .described("De kinderopvang van dit kind. Alleen bij de rol kind."),
    Field::new(
        "verwantschap",
        Kind::Choice(&["ouder", "kind", "broer_zus", "geen"]),
        Absent::Word("geen"),
        Target::Attribute,
    )
    .only_for(Role::Medebewoner)
    .described("Wat deze persoon is van de aanvrager. Alleen bij de rol medebewoner."),
    Field::yes_no("commercieel_contract", false).only_for(Role::Medebewoner).described(
        "Huurt deze persoon een kamer voor een gewone huurprijs, of verhuurt deze \
         persoon die? Alleen bij de rol medebewoner.",
    ),
];

/// An item of `opvang` of a child.
pub const CHILDCARE: &[Field] = &[
    Field::new(
        "soort",
        Kind::Choice(&["dagopvang", "bso", "gastouder"]),
        Absent::Word("dagopvang"),
        Target::Named("soort opvang"),
    )
    .described("Dagopvang, buitenschoolse opvang (bso) of een gastouder."),
    Field::new("uren", Kind::Hours(MONTH), Absent::Number(0), Target::Attribute)
        .described("Het aantal uren opvang per maand."),
    Field::euro("uurtarief", Per::Hour).described("De prijs van de opvang, in euro per uur."),
];

impl Field {
    const fn new(key: &'static str, kind: Kind, absent: Absent, target: Target) -> Field {
        Field { key, kind, absent, target, negative: false, only_for: None, description: "" }
    }

    /// An amount of 0 unless it is given.
    const fn euro(key: &'static str, per: Per) -> Field {
        Field::new(key, Kind::Euro(per), Absent::Number(0), Target::Attribute)
    }

    const fn yes_no(key: &'static str, default: bool) -> Field {
        Field::new(key, Kind::Boolean, Absent::Boolean(default), Target::Kenmerk)
    }

    const fn negative(mut self) -> Field {
        self.negative = true;
        self
    }

    const fn only_for(mut self, role: Role) -> Field {
        self.only_for = Some(role);
        self
    }

    const fn described(mut self, description: &'static str) -> Field {
        self.description = description;
        self
    }
}
