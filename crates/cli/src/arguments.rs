//! What can be typed. The help stands here in Dutch, and in [`english`] in English.

mod english;

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};
use engine::language::Language;
use household::DebtKind;
use jiff::civil::Date;

const TEMPLATE: &str = "\
{about}

Gebruik: {usage}

{all-args}{after-help}";

/// Samenhang: de regels van het sociaal domein, leesbaar en uitvoerbaar.
#[derive(Debug, Parser)]
#[command(
    name = "samenhang",
    version,
    about = "Samenhang: de regels van het sociaal domein, leesbaar en uitvoerbaar.",
    help_template = TEMPLATE,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    override_usage = "samenhang OPDRACHT [KEUZES]",
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    after_help = "Meer over een opdracht: samenhang OPDRACHT --help"
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
}

/// What holds for every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Voor elke opdracht")]
pub struct Global {
    /// Gebruik de regels in deze map in plaats van de ingebouwde
    #[arg(long, value_name = "MAP", global = true)]
    pub regels: Option<PathBuf>,
    /// De taal van het antwoord: nl (Nederlands) of en (Engels)
    #[arg(
        long,
        value_name = "TAAL",
        global = true,
        default_value = "nl",
        hide_default_value = true,
        value_parser = language
    )]
    pub taal: Language,
    /// Laat deze uitleg zien
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Laat het versienummer zien
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What can be typed, with its help in a language.
pub fn command(language: Language) -> clap::Command {
    match language {
        Language::Dutch => Arguments::command(),
        Language::English => english::translate(Arguments::command()),
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| code.to_string())
}

fn debt_kind(name: &str) -> Result<DebtKind, String> {
    DebtKind::from_name(name).ok_or_else(|| name.to_string())
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Rekent uit waar een huishouden recht op heeft
    #[command(help_template = TEMPLATE, override_usage = "samenhang bereken BESTAND [KEUZES]")]
    Bereken {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// Laat ook de bedragen van € 0 zien
        #[arg(long, help_heading = "Keuzes")]
        alles: bool,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Legt uit waarom een bedrag zo hoog is, of waarom er geen recht is
    #[command(help_template = TEMPLATE, override_usage = "samenhang uitleg BESTAND UITKOMST [KEUZES]")]
    Uitleg {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// De uitkomst, zoals zorgtoeslag_per_maand
        #[arg(value_name = "UITKOMST", help_heading = "Gegevens")]
        uitkomst: String,
        /// Van wie, bij een uitkomst per persoon
        #[arg(long, value_name = "NAAM", help_heading = "Keuzes")]
        persoon: Option<String>,
        /// Leg elk bedrag tot het einde uit
        #[arg(long, help_heading = "Keuzes")]
        alles: bool,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Controleert regeltekst en zegt waar de fouten staan
    #[command(help_template = TEMPLATE, override_usage = "samenhang controleer [PAD…] [KEUZES]")]
    Controleer {
        /// Bestanden of mappen; zonder pad de regels zelf
        #[arg(value_name = "PAD", help_heading = "Gegevens")]
        paden: Vec<PathBuf>,
        #[command(flatten)]
        form: Form,
    },
    /// Rekent de uitgewerkte voorbeelden na
    #[command(help_template = TEMPLATE, override_usage = "samenhang toets [PAD…] [KEUZES]")]
    Toets {
        /// Bestanden of mappen met voorbeelden; zonder pad die bij de regels
        #[arg(value_name = "PAD", help_heading = "Gegevens")]
        paden: Vec<PathBuf>,
    },
    /// Voert een eigen RegelSpraak-model uit op eigen gegevens
    #[command(
        name = "voer-uit",
        help_template = TEMPLATE,
        override_usage = "samenhang voer-uit MODEL… --invoer BESTAND [KEUZES]"
    )]
    VoerUit {
        /// Bestanden of mappen met regeltekst, die samen één model vormen
        #[arg(value_name = "MODEL", required = true, help_heading = "Gegevens")]
        modellen: Vec<PathBuf>,
        /// De gegevens: objecten, feiten en parameters (JSON)
        #[arg(long, value_name = "BESTAND", help_heading = "Gegevens")]
        invoer: PathBuf,
        /// Waarden van parameters met hun datum (YAML)
        #[arg(long, value_name = "BESTAND", help_heading = "Gegevens")]
        parameters: Option<PathBuf>,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Laat de regelingen van een gemeente zien: bedragen, grenzen, tot wanneer en waar het staat
    #[command(help_template = TEMPLATE, override_usage = "samenhang gemeente [NAAM] [KEUZES]")]
    Gemeente {
        /// De naam of de CBS-code van de gemeente, zoals Tilburg of GM0855; zonder naam een overzicht
        #[arg(value_name = "NAAM", help_heading = "Gegevens")]
        naam: Option<String>,
        /// Alleen wat op deze dag geldt (jjjj-mm-dd); zonder dag alles wat bekend is
        #[arg(long = "datum", value_name = "DATUM", help_heading = "Keuzes")]
        dag: Option<Date>,
        #[command(flatten)]
        form: Form,
    },
    /// Laat zien wat een schuld wordt die niet op tijd is betaald
    #[command(
        help_template = TEMPLATE,
        override_usage = "samenhang schuld BEDRAG --vanaf DATUM [KEUZES]"
    )]
    Schuld {
        /// Wat er betaald had moeten worden, in euro, zoals 500 of 512,50
        #[arg(value_name = "BEDRAG", help_heading = "Gegevens", allow_negative_numbers = true)]
        bedrag: String,
        /// De eerste dag waarop het te laat was (jjjj-mm-dd)
        #[arg(long, value_name = "DATUM", help_heading = "Gegevens")]
        vanaf: Date,
        /// De dag tot wanneer de rente loopt, met de tarieven van die dag; anders een jaar na vanaf
        #[arg(long, value_name = "DATUM", help_heading = "Keuzes")]
        tot: Option<Date>,
        /// Waar de schuld vandaan komt: overeenkomst (zonder keuze) of gemeente
        #[arg(
            long,
            value_name = "SOORT",
            help_heading = "Keuzes",
            default_value = "overeenkomst",
            hide_default_value = true,
            value_parser = debt_kind
        )]
        soort: DebtKind,
        /// De schuldeiser is een particulier; dan is het griffierecht lager
        #[arg(long, help_heading = "Keuzes")]
        particulier: bool,
        #[command(flatten)]
        form: Form,
    },
    /// Laat zien wat er van meer loon overblijft, en bij welk loon het inkomen springt of knikt
    #[command(help_template = TEMPLATE, override_usage = "samenhang werkloont BESTAND [KEUZES]")]
    Werkloont {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// Wiens loon: de aanvrager (zonder keuze) of de partner
        #[arg(long, value_name = "NAAM", help_heading = "Keuzes")]
        persoon: Option<String>,
        /// Vanaf welk loon per jaar, of met --uren vanaf hoeveel uur per week; anders 0
        #[arg(long, value_name = "GETAL", help_heading = "Keuzes", allow_negative_numbers = true)]
        van: Option<String>,
        /// Tot welk loon, of tot hoeveel uur; anders 60000 euro of 40 uur, of meer als het loon hoger is
        #[arg(long, value_name = "GETAL", help_heading = "Keuzes", allow_negative_numbers = true)]
        tot: Option<String>,
        /// Laat de uren per week oplopen, met het loon per uur van het bestand of anders het minimumloon
        #[arg(long, help_heading = "Keuzes")]
        uren: bool,
        /// Zet alle gemeenten met regelingen naast elkaar
        #[arg(long, help_heading = "Keuzes")]
        per_gemeente: bool,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: ChartForm,
    },
    /// Zegt welke gegevens er nog toe doen, en wat het beste nu gevraagd kan worden
    #[command(help_template = TEMPLATE, override_usage = "samenhang vragen BESTAND [KEUZES]")]
    Vragen {
        /// Het huishoudbestand (YAML of JSON); wat er niet in staat, is nog niet bekend
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// Vraag dit niet, want het antwoord is niet bekend; het veld zoals huishouden.personen[0].loon
        #[arg(long, value_name = "VELD", help_heading = "Keuzes")]
        weet_niet: Vec<String>,
        /// Vraag alleen wat volgens het bestand onbekend is; wat er niet in staat, heeft zijn standaardwaarde
        #[arg(long, help_heading = "Keuzes")]
        alleen_onbekend: bool,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Laat zien hoe zeker elke regeling is, en wat er terug moet als het inkomen anders wordt
    #[command(help_template = TEMPLATE, override_usage = "samenhang zekerheid BESTAND [KEUZES]")]
    Zekerheid {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// Wiens inkomen: de aanvrager (zonder keuze) of de partner
        #[arg(long, value_name = "NAAM", help_heading = "Keuzes")]
        persoon: Option<String>,
        /// Hoeveel procent het inkomen in de loop van het jaar stijgt, zoals 5 of 2,5; met --maand
        #[arg(
            long,
            value_name = "PROCENT",
            help_heading = "Keuzes",
            allow_negative_numbers = true,
            requires = "maand"
        )]
        stijging: Option<String>,
        /// Vanaf de eerste dag van welke maand, 1 tot en met 12; met --stijging
        #[arg(
            long,
            value_name = "MAAND",
            help_heading = "Keuzes",
            allow_negative_numbers = true,
            requires = "stijging"
        )]
        maand: Option<String>,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Laat zien van hoeveel regelingen een huishouden afhangt, en wat er gebeurt als er een wegvalt
    #[command(help_template = TEMPLATE, override_usage = "samenhang stapeling BESTAND [KEUZES]")]
    Stapeling {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Zegt waar en hoe een huishouden aanvraagt waar het recht op heeft, vanaf wanneer en tot wanneer
    #[command(help_template = TEMPLATE, override_usage = "samenhang aanvragen BESTAND [KEUZES]")]
    Aanvragen {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// Laat ook zien waar geen recht op is
        #[arg(long, help_heading = "Keuzes")]
        alles: bool,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Laat zien wat er de komende jaren verandert: wie 18 of 27 wordt, wie AOW krijgt, nieuwe bedragen
    #[command(help_template = TEMPLATE, override_usage = "samenhang mijlpalen BESTAND [KEUZES]")]
    Mijlpalen {
        /// Het huishoudbestand (YAML of JSON); - leest van de invoer
        #[arg(value_name = "BESTAND", help_heading = "Gegevens")]
        bestand: PathBuf,
        /// Hoeveel jaar vooruit: van 1 tot en met 50; anders 10
        #[arg(long, value_name = "AANTAL", help_heading = "Keuzes", allow_negative_numbers = true)]
        jaren: Option<String>,
        /// Laat ook inkomen, belasting en andere bedragen zien
        #[arg(long, help_heading = "Keuzes")]
        alles: bool,
        #[command(flatten)]
        day: Day,
        #[command(flatten)]
        form: Form,
    },
    /// Start de webtoepassing en de API op deze computer
    #[command(help_template = TEMPLATE, override_usage = "samenhang serveer [KEUZES]")]
    Serveer {
        /// Op welk adres en welke poort; anders 127.0.0.1:8080
        #[arg(
            long,
            value_name = "ADRES",
            help_heading = "Keuzes",
            default_value = "127.0.0.1:8080",
            hide_default_value = true
        )]
        adres: String,
    },
    /// Geeft het JSON-schema van het huishoudbestand
    #[command(help_template = TEMPLATE, override_usage = "samenhang schema")]
    Schema,
}

/// For which day.
#[derive(Debug, Args)]
pub struct Day {
    /// De dag waarvoor het antwoord geldt (jjjj-mm-dd); gaat voor die in het bestand
    #[arg(long, value_name = "DATUM", help_heading = "Keuzes")]
    pub datum: Option<Date>,
}

/// In which form.
#[derive(Debug, Args)]
pub struct Form {
    /// Geef het antwoord als JSON
    #[arg(long, help_heading = "Keuzes")]
    pub json: bool,
}

/// In which form, for what can be drawn.
#[derive(Debug, Args)]
pub struct ChartForm {
    /// Geef het antwoord als JSON
    #[arg(long, help_heading = "Keuzes", conflicts_with = "csv")]
    pub json: bool,
    /// Geef de punten als CSV
    #[arg(long, help_heading = "Keuzes", conflicts_with = "per_gemeente")]
    pub csv: bool,
    /// Zet een grafiek in dit bestand (SVG)
    #[arg(long, value_name = "BESTAND", help_heading = "Keuzes", conflicts_with = "per_gemeente")]
    pub svg: Option<PathBuf>,
}
