//! The table itself. Defaults are those of the published format.

use super::{Absent, Field, Kind, Per, Section, Target, UNKNOWN};
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
        "De dag waarvoor de uitkomst geldt, als jjjj-mm-dd. Verplicht, behalve als de datum op \
         een andere manier is gegeven.",
        "The day the answer is for, as yyyy-mm-dd. Required, unless the date is given in \
         another way.",
    ),
    Field::new("huishouden", Kind::Group(Section::Household), Absent::Required, Target::Structure)
        .described(
            "Het huishouden: iedereen die op hetzelfde adres woont, en de woning.",
            "The household: everybody who lives at the same address, and the home.",
        ),
];

/// `huishouden`.
pub const HOUSEHOLD: &[Field] = &[
    Field::new("gemeente", Kind::Text, Absent::Nothing, Target::Structure).described(
        "De gemeente waar het huishouden woont: de naam of de code van het CBS, bijvoorbeeld \
         Tilburg of GM0855.",
        "The municipality where the household lives: its name or the code of CBS, for example \
         Tilburg or GM0855.",
    ),
    Field::euro("gemeentelijke_heffingen", Per::Year).described(
        "Gemeentelijke belastingen en heffingen, in euro per jaar. Telt mee voor \
         kwijtschelding.",
        "Municipal taxes and charges, in euro per year. Counts for remission of local taxes \
         (kwijtschelding).",
    ),
    Field::new("woning", Kind::Group(Section::Home), Absent::Nothing, Target::Structure)
        .described("De woning van het huishouden.", "The home of the household."),
    Field::new(
        "personen",
        Kind::Groups(Section::Person, MOST_PERSONS),
        Absent::Required,
        Target::Structure,
    )
    .described(
        "Iedereen in het huishouden. Precies één van hen is de aanvrager.",
        "Everybody in the household. Exactly one of them is the applicant (aanvrager).",
    ),
    Field::unknown(Section::Household),
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
        "Huurt het huishouden de woning, is de woning van henzelf, of wonen ze bij iemand in?",
        "Does the household rent the home (huurwoning), own it (koopwoning), or live in with \
         somebody else (inwonend)?",
    ),
    Field::euro("kale_huur", Per::Month).described(
        "De huur zonder servicekosten, in euro per maand.",
        "The rent without service charges, in euro per month.",
    ),
    Field::euro("servicekosten", Per::Month).described(
        "De servicekosten die meetellen voor huurtoeslag, in euro per maand. Elke soort kosten \
         is al begrensd zoals de wet zegt.",
        "The service charges that count for rent benefit (huurtoeslag), in euro per month. \
         Each kind of charge is already limited as the law says.",
    ),
    Field::yes_no("zelfstandig", true).described(
        "Heeft de woning een eigen voordeur, keuken en wc?",
        "Does the home have its own front door, kitchen and toilet?",
    ),
    Field::yes_no("aangepast", false).described(
        "Is de woning aangepast voor iemand met een handicap?",
        "Has the home been adapted for somebody with a disability?",
    ),
    Field::euro("woz_waarde", Per::Moment).described(
        "De WOZ-waarde van de woning, in euro.",
        "The WOZ value of the home (its value for local taxes), in euro.",
    ),
    Field::euro("hypotheekrente", Per::Year).described(
        "De hypotheekrente die het huishouden betaalt, in euro per jaar.",
        "The mortgage interest that the household pays, in euro per year.",
    ),
    Field::euro("hypotheekschuld", Per::Moment)
        .described("De schuld van de hypotheek, in euro.", "The mortgage debt, in euro."),
    Field::unknown(Section::Home),
];

/// An item of `huishouden.personen`.
pub const PERSON: &[Field] = &[
    Field::new("naam", Kind::Text, Absent::Nothing, Target::Attribute).described(
        "Een naam die niemand anders in het huishouden heeft. Zonder naam is het de rol, met \
         een nummer voor een kind of medebewoner: 'kind 1'.",
        "A name that nobody else in the household has. Without a name it is the role, with a \
         number for a child or co-resident: 'kind 1'.",
    ),
    Field::new("rol", Kind::Choice(&Role::KEYS), Absent::Required, Target::Attribute).described(
        "Wie iemand is in het huishouden. Met een partner voert de aanvrager een gezamenlijke \
         huishouding.",
        "Who somebody is in the household: applicant (aanvrager), partner, child (kind) or \
         co-resident (medebewoner). With a partner the applicant keeps a joint household.",
    ),
    Field::new("geboortedatum", Kind::Date, Absent::Required, Target::Attribute)
        .described("De geboortedatum, als jjjj-mm-dd.", "The date of birth, as yyyy-mm-dd."),
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
        "How the applicant and the partner live together: married (gehuwd), with a \
         cohabitation agreement (samenlevingscontract) or without one (samenwonend). Only for \
         the role partner. A registered partnership counts as married.",
    ),
    Field::euro("loon", Per::Year).described(
        "Bruto loon uit werk in loondienst, in euro per jaar.",
        "Gross wages from employment, in euro per year.",
    ),
    Field::new("uren_per_week", Kind::Hours(WEEK), Absent::Number(32), Target::Attribute)
        .described(
            "Het aantal uren werk per week. Bepaalt geen recht; nodig voor het uurloon en om te \
         zien of werken loont.",
            "The number of hours of work per week. Decides no right; needed for the hourly wage \
         and to see whether work pays.",
        ),
    Field::euro("winst", Per::Year).negative().described(
        "Winst uit een eigen bedrijf, vóór aftrek, in euro per jaar. Bij verlies een bedrag \
         onder nul.",
        "Profit from one's own business, before deductions, in euro per year. For a loss, an \
         amount below zero.",
    ),
    Field::yes_no("urencriterium", false).described(
        "Werkt deze persoon genoeg uren in het eigen bedrijf voor de zelfstandigenaftrek?",
        "Does this person work enough hours in the business for the self-employed deduction \
         (zelfstandigenaftrek)?",
    ),
    Field::euro("pensioen", Per::Year).described(
        "Bruto aanvullend pensioen, in euro per jaar.",
        "Gross supplementary pension, in euro per year.",
    ),
    Field::euro("uitkering", Per::Year).described(
        "Bruto belaste uitkering, zoals WW of WIA, in euro per jaar. Niet de bijstand.",
        "Gross taxed benefit, such as WW or WIA, in euro per year. Not social assistance \
         (bijstand).",
    ),
    Field::euro("pensioenpremie", Per::Year).described(
        "De pensioenpremie die de werknemer zelf betaalt, in euro per jaar.",
        "The pension premium that the employee pays, in euro per year.",
    ),
    Field::new("aow_opbouwjaren", Kind::Whole(50), Absent::Number(50), Target::Attribute)
        .described(
            "Het aantal jaren dat deze persoon AOW heeft opgebouwd: 50 voor wie altijd in \
         Nederland woonde.",
            "The number of years in which this person built up state pension (AOW): 50 for who has \
         always lived in the Netherlands.",
        ),
    Field::euro("spaargeld", Per::Moment).described(
        "Spaargeld en geld op de bank op 1 januari, in euro.",
        "Savings and money in the bank on 1 January, in euro.",
    ),
    Field::euro("overig_vermogen", Per::Moment).described(
        "Ander vermogen op 1 januari, zoals aandelen of een tweede huis, in euro. Niet: wat een \
         ouder je nog schuldig is uit een erfenis.",
        "Other assets on 1 January, such as shares or a second home, in euro. Not: what a parent \
         still owes you from an inheritance.",
    ),
    Field::euro("schulden", Per::Moment).described(
        "Schulden op 1 januari, zonder de hypotheek van de eigen woning, in euro. Niet: wat je je \
         kinderen nog schuldig bent uit een erfenis.",
        "Debts on 1 January, without the mortgage of the own home, in euro. Not: what you still owe \
         your children from an inheritance.",
    ),
    Field::euro("waarde_auto", Per::Moment).described(
        "De waarde van de auto of motor, in euro.",
        "The value of the car or motorcycle, in euro.",
    ),
    Field::yes_no("zorgverzekerd", true).described(
        "Heeft deze persoon een Nederlandse zorgverzekering?",
        "Does this person have Dutch health insurance?",
    ),
    Field::yes_no("student", false)
        .described("Volgt deze persoon een opleiding?", "Is this person in education?"),
    Field::yes_no("jonggehandicapt", false).described(
        "Heeft deze persoon recht op de jonggehandicaptenkorting (Wajong)?",
        "Does this person have a right to the tax credit for young disabled people \
         (jonggehandicaptenkorting, Wajong)?",
    ),
    Field::yes_no("medisch_urenbeperkt", false).described(
        "Kan deze persoon door ziekte of handicap minder uren werken? De gemeente of het UWV \
         stelt dat vast.",
        "Can this person work fewer hours because of illness or disability? The municipality \
         or the UWV decides that.",
    ),
    Field::yes_no("in_inrichting", false).described(
        "Woont deze persoon in een inrichting, zoals een verpleeghuis?",
        "Does this person live in an institution, such as a nursing home?",
    ),
    Field::yes_no("bijstand_aangevraagd", true).described(
        "Vraagt deze persoon bijstand aan als daar recht op is?",
        "Does this person apply for social assistance (bijstand) when there is a right to it?",
    ),
    Field::new(
        "geen_beroep_op_ouders",
        Kind::Boolean,
        Absent::Boolean(false),
        Target::NamedKenmerk("zonder hulp van ouders"),
    )
    .described(
        "Voor wie 18, 19 of 20 jaar is: kunnen of hoeven de ouders niet te helpen met geld?",
        "For who is 18, 19 or 20 years old: are the parents unable to help with money, or do \
         they not have to?",
    ),
    Field::new(
        "maanden_laag_inkomen",
        Kind::Whole(MOST_MONTHS),
        Absent::Number(0),
        Target::Attribute,
    )
    .described(
        "Hoeveel maanden achter elkaar het inkomen laag is. Nodig voor de individuele \
         inkomenstoeslag.",
        "For how many months in a row the income has been low. Needed for the individual \
         income supplement (individuele inkomenstoeslag).",
    ),
    Field::new(
        "maanden_vrijlating_gebruikt",
        Kind::Whole(MOST_MONTHS),
        Absent::Number(0),
        Target::Attribute,
    )
    .described(
        "Hoeveel maanden een deel van het loon al buiten de bijstand is gehouden (vrijlating).",
        "For how many months part of the wages has been left out of social assistance \
         (vrijlating).",
    ),
    Field::new("ouders", Kind::Names, Absent::Nothing, Target::Structure).described(
        "De namen van de ouders in dit huishouden. Bij een kind zonder dit veld zijn dat de \
         aanvrager en de partner.",
        "The names of the parents in this household. For a child without this field, they are \
         the applicant and the partner.",
    ),
    Field::new(
        "opvang",
        Kind::Groups(Section::Childcare, MOST_CHILDCARE),
        Absent::Nothing,
        Target::Structure,
    )
    .only_for(Role::Kind)
    .described(
        "De kinderopvang van dit kind. Alleen bij de rol kind.",
        "The childcare of this child. Only for the role kind (child).",
    ),
    Field::new(
        "verwantschap",
        Kind::Choice(&["ouder", "kind", "broer_zus", "geen"]),
        Absent::Word("geen"),
        Target::Attribute,
    )
    .only_for(Role::Medebewoner)
    .described(
        "Wat deze persoon is van de aanvrager. Alleen bij de rol medebewoner.",
        "What this person is to the applicant: parent (ouder), child (kind), brother or sister \
         (broer_zus) or no relation (geen). Only for the role medebewoner (co-resident).",
    ),
    Field::yes_no("commercieel_contract", false).only_for(Role::Medebewoner).described(
        "Huurt deze persoon een kamer voor een gewone huurprijs, of verhuurt deze persoon die? \
         Alleen bij de rol medebewoner.",
        "Does this person rent a room at a normal rent, or let one? Only for the role \
         medebewoner (co-resident).",
    ),
    Field::unknown(Section::Person),
];

/// An item of `opvang` of a child.
pub const CHILDCARE: &[Field] = &[
    Field::new(
        "soort",
        Kind::Choice(&["dagopvang", "bso", "gastouder"]),
        Absent::Word("dagopvang"),
        Target::Named("soort opvang"),
    )
    .described(
        "Dagopvang, buitenschoolse opvang (bso) of een gastouder.",
        "Day care (dagopvang), out-of-school care (bso) or a childminder (gastouder).",
    ),
    Field::new("uren", Kind::Hours(MONTH), Absent::Number(0), Target::Attribute).described(
        "Het aantal uren opvang per maand.",
        "The number of hours of childcare per month.",
    ),
    Field::euro("uurtarief", Per::Hour).described(
        "De prijs van de opvang, in euro per uur.",
        "The price of the childcare, in euro per hour.",
    ),
    Field::unknown(Section::Childcare),
];

impl Field {
    const fn new(key: &'static str, kind: Kind, absent: Absent, target: Target) -> Field {
        Field {
            key,
            kind,
            absent,
            target,
            negative: false,
            only_for: None,
            description: "",
            english: "",
        }
    }

    /// The list of what is not known.
    const fn unknown(section: Section) -> Field {
        Field::new(UNKNOWN, Kind::Fields(section), Absent::Nothing, Target::Structure).described(
            "De velden hiervan waarvan het antwoord niet bekend is. Een uitkomst ligt dan tussen twee \
             bedragen. Waar één bedrag staat, telt het veld alsof het is weggelaten.",
            "The fields of this of which the answer is not known. An outcome then lies between two \
             amounts. Where one amount stands, the field counts as if it was left out.",
        )
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

    const fn described(mut self, dutch: &'static str, english: &'static str) -> Field {
        (self.description, self.english) = (dutch, english);
        self
    }
}
