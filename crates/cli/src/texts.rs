//! What the commands say of their own, in both languages.

pub mod aanvragen;
mod mijlpalen;
pub mod stapeling;
pub mod veranderen;
pub mod zekerheid;

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;

use corpus::OutcomeKind;
use engine::language::{Language, Text};
use engine::text;
use household::wording;
use household::work_pays::{HourlyWage, Standing};
use regelspraak::number::Number;

pub use mijlpalen::*;

pub const ERROR: Text = Text::fixed("fout", "error");
pub const RULES_ARE_DUTCH: Text = Text::fixed(
    "Wat er mis is met de regeltekst staat hieronder in het Nederlands.",
    "What is wrong with the rule text is told below in Dutch, the language of the rules.",
);
pub const HOUSEHOLD: Text = Text::fixed("Het huishouden", "The household");
pub const UNKNOWN: Text = Text::fixed("onbekend", "unknown");
pub const NOTE: Text = Text::fixed("Let op", "Please note");
pub const WHY_NOT: Text = Text::fixed("Waarom niet?", "Why not?");
pub const HOW: Text = Text::fixed("Zo komt dit tot stand", "How this came about");
pub const SOURCE: Text = Text::fixed("Bron", "Source");
pub const REMARK: Text = Text::fixed("Toelichting", "Note");
pub const RULE: Text = Text::fixed("Regel", "Rule");
pub const NOT_SO: Text = Text::fixed("✗ niet zo:", "✗ not so:");
pub const FAILS: Text = Text::fixed("faalt", "fails");
pub const NO_EXAMPLES: Text = Text::fixed(
    "Er zijn geen voorbeelden gevonden om te toetsen.",
    "No examples were found to work out.",
);
pub const NO_DAY: Text = Text::fixed(
    "Er is geen rekendatum. Zet \"rekendatum\": \"2026-01-15\" in de invoer, of gebruik --datum.",
    "There is no rekendatum. Put \"rekendatum\": \"2026-01-15\" in the input, or use --datum.",
);
pub const NO_PATH: Text = Text::fixed(
    "dit pad bestaat niet. Controleer de naam.",
    "this path does not exist. Check the name.",
);
pub const EMPTY: Text = Text::fixed("leeg", "empty");
pub const TRUE: Text = Text::fixed("waar", "true");
pub const FALSE: Text = Text::fixed("onwaar", "false");

/// Where the server can be reached.
pub fn serving(address: SocketAddr) -> Text {
    text!(
        "Samenhang draait op http://{address} (stoppen: Ctrl-C).",
        "Samenhang runs at http://{address} (to stop: Ctrl-C)."
    )
}

/// The heading of the outcomes on a day.
pub fn outcomes_on(language: Language, day: &str) -> String {
    match language {
        Language::Dutch => format!("Uitkomsten op {day}"),
        Language::English => format!("Outcomes on {day}"),
    }
}

/// An outcome on a day.
pub fn on(language: Language, outcome: &str, day: &str) -> String {
    match language {
        Language::Dutch => format!("{outcome} op {day}"),
        Language::English => format!("{outcome} on {day}"),
    }
}

/// The heading above the outcomes of a kind.
pub fn kind(kind: OutcomeKind) -> Text {
    match kind {
        OutcomeKind::Right => Text::fixed("Recht op", "Entitled to"),
        OutcomeKind::Income => Text::fixed("Inkomen", "Income"),
        OutcomeKind::Tax => Text::fixed("Belasting en bijdragen", "Tax and contributions"),
        OutcomeKind::Credit => Text::fixed("Kortingen op de belasting", "Credits on the tax"),
        OutcomeKind::Amount => Text::fixed("Andere bedragen", "Other amounts"),
    }
}

/// How many outcomes of a person are 0 and not shown.
pub fn zeros(count: usize, all: bool) -> Text {
    match (count, all) {
        (_, true) => Text::fixed("Alles is € 0.", "Everything is €0."),
        (1, _) => Text::fixed("Nog 1 bedrag is € 0.", "1 more amount is €0."),
        _ => text!("Nog {count} bedragen zijn € 0.", "{count} more amounts are €0."),
    }
}

/// How to go on from a table of outcomes.
pub fn ask_why(file: &str) -> Text {
    text!(
        "Waarom is een bedrag zo hoog? Vraag het zo: samenhang uitleg {file} UITKOMST",
        "Why is an amount what it is? Ask it like this: samenhang uitleg {file} OUTCOME"
    )
}

/// What can be asked about a value that is an outcome of its own.
pub fn own_outcome(name: &str) -> Text {
    text!("uitleg: {name}", "explanation: {name}")
}

pub const DEEP: Text = Text::fixed("verder weggelaten", "the rest is left out");

/// How to see what an explanation left out.
pub fn see_more(example: &str) -> Text {
    text!(
        "Een bedrag met ‘uitleg’ heeft een eigen uitleg. Vraag die zo:\n  {example}\n\
         Alles in één keer zien? Zet er --alles achter.",
        "An amount with ‘explanation’ has one of its own. Ask for it like this:\n  {example}\n\
         See everything at once? Add --alles."
    )
}

pub const SEE_ALL: Text = Text::fixed(
    "Een deel is weggelaten. Alles zien? Zet er --alles achter.",
    "A part is left out. See everything? Add --alles.",
);

/// What a consistentieregel found, from a day and until another if it is so for a while.
pub fn inconsistent(
    rule: &str,
    id: &str,
    reason: &str,
    from: Option<String>,
    until: Option<String>,
) -> Text {
    let when = |from_word: &str, until_word: &str| {
        let from = from.iter().map(|day| format!(" {from_word} {day}"));
        from.chain(until.iter().map(|day| format!(" {until_word} {day}"))).collect::<String>()
    };
    let (dutch, english) = (when("vanaf", "tot"), when("from", "until"));
    text!(
        "Inconsistent: {id}, regel ‘{rule}’{dutch}: {reason}",
        "Inconsistent: {id}, rule ‘{rule}’{english}: {reason}"
    )
}

pub const STEP: Text = Text::fixed("stap", "step");
pub const COSTS: Text = Text::fixed("kosten", "costs");
pub const INTEREST: Text = Text::fixed("rente", "interest");
pub const TOTAL: Text = Text::fixed("totaal", "total");
pub const SAVED: Text = Text::fixed("scheelt", "saves");
pub const SAVED_MEANS: Text = Text::fixed(
    "Scheelt: zoveel minder kosten als u na deze stap betaalt, en niet pas na de laatste.",
    "Saves: so much less in costs when you pay after this step, and not after the last one.",
);

/// The heading of the table of a debt.
pub fn debt(amount: [String; 2], since: [String; 2], until: [String; 2]) -> Text {
    let ([amount, in_english], [since, from], [until, to]) = (amount, since, until);
    text!(
        "Een schuld van {amount}, te laat vanaf {since}, op {until}",
        "A debt of {in_english}, overdue from {from}, on {to}"
    )
}

pub fn version(version: &str) -> Text {
    text!("Regels: versie {version}", "Rules: version {version}")
}

pub fn mistakes(count: usize) -> Text {
    match count {
        1 => Text::fixed("1 fout", "1 mistake"),
        _ => text!("{count} fouten", "{count} mistakes"),
    }
}

pub fn in_order(rules: usize) -> Text {
    text!(
        "In orde: {rules} regels en beslistabellen zonder fouten.",
        "OK: {rules} rules and decision tables without mistakes."
    )
}

/// Why a file, or standard input, cannot be read.
pub fn unreadable(error: &Error, input: bool) -> Text {
    let (what, this) = what(input);
    match error.kind() {
        ErrorKind::NotFound => Text::fixed(
            "dit bestand bestaat niet. Controleer de naam.",
            "this file does not exist. Check the name.",
        ),
        ErrorKind::PermissionDenied => text!(
            "{what} mag niet worden gelezen. Controleer de rechten.",
            "{this} may not be read. Check the permissions."
        ),
        ErrorKind::IsADirectory => Text::fixed(
            "dit is een map, geen bestand. Geef een bestand, zoals gezin.yaml.",
            "this is a folder, not a file. Give a file, such as gezin.yaml.",
        ),
        _ => text!("{what} kan niet worden gelezen ({error}).", "{this} cannot be read ({error})."),
    }
}

/// A file that cannot be written.
pub fn unwritable(error: &Error) -> Text {
    match error.kind() {
        ErrorKind::NotFound => Text::fixed(
            "deze map bestaat niet. Maak de map eerst, of kies een andere plaats.",
            "this folder does not exist. Make it first, or choose another place.",
        ),
        ErrorKind::IsADirectory => Text::fixed(
            "dit is een map. Geef een bestand, zoals grafiek.svg.",
            "this is a folder. Give a file, such as grafiek.svg.",
        ),
        _ => text!(
            "dit bestand kan niet worden geschreven ({error}).",
            "this file cannot be written ({error})."
        ),
    }
}

/// A file, or standard input, that is no text on a line.
pub fn no_text(line: usize, input: bool) -> Text {
    let (what, this) = what(input);
    text!(
        "{what} is op regel {line} geen tekst (UTF-8). Sla het bestand op als UTF-8.",
        "{this} is not text (UTF-8) on line {line}. Save the file as UTF-8."
    )
}

fn what(input: bool) -> (&'static str, &'static str) {
    if input { ("de invoer", "the input") } else { ("dit bestand", "this file") }
}

pub const ABOUT_THE_SCHEMES: Text = Text::fixed(
    "De inkomensgrens is een percentage van de bijstandsnorm. Vraag bij de gemeente na wat er nu geldt.",
    "The income limit is a percentage of the bijstandsnorm. Ask the municipality what holds now.",
);
pub const SCHEME_UNKNOWN: Text =
    Text::fixed("Hierover is niets gevonden.", "Nothing was found about this.");

pub const MUNICIPALITIES: Text =
    Text::fixed("Regelingen van gemeenten", "Schemes of municipalities");
pub const ONE_MUNICIPALITY: Text = Text::fixed(
    "Meer over een gemeente? Vraag het zo: samenhang gemeente NAAM",
    "More about a municipality? Ask it like this: samenhang gemeente NAME",
);

/// The schemes of a municipality of which nothing is known, or nothing for the day that was asked for.
pub fn nothing_about(names: &str, on_day: bool) -> Text {
    match on_day {
        true => text!(
            "Voor deze dag niets gevonden over: {names}.",
            "Nothing was found for this day about: {names}."
        ),
        false => text!("Niets gevonden over: {names}.", "Nothing was found about: {names}."),
    }
}

/// How many municipalities have no schemes in the rules.
pub fn other_municipalities(count: usize) -> Text {
    text!(
        "Van de andere {count} gemeenten staan er geen regelingen in de regels. Voor een huishouden \
         daar zijn er alleen landelijke regels.",
        "The rules have no schemes of the other {count} municipalities. For a household there, only \
         national rules are applied."
    )
}

/// A scheme of which something is known, but not for the day that was asked for.
pub fn only_in(years: &Text) -> Text {
    Text::of(|language| {
        let years = years.get(language);
        match language {
            Language::Dutch => format!("Over deze dag is niets gevonden; wel over {years}."),
            Language::English => format!("Nothing was found for this day, but for {years} it was."),
        }
    })
}

/// A municipality of which the rules have nothing.
pub fn no_schemes(name: &str) -> Text {
    text!(
        "Van de gemeente {name} staan er geen regelingen in de regels. Voor een huishouden daar zijn er \
         alleen landelijke regels. Dit is onbekend:",
        "The rules have no schemes of the municipality {name}. For a household there, only national \
         rules are applied. This is unknown:"
    )
}

/// What a municipality calls a scheme.
pub fn called(name: &str) -> Text {
    text!("De gemeente noemt dit: {name}.", "The municipality calls this: {name}.")
}

/// Where to apply.
pub fn apply(place: &str) -> Text {
    text!("Aanvragen: {place}", "Apply: {place}")
}

/// Why nothing is known.
pub fn unknown_because(reason: &str) -> Text {
    text!("Niet bekend: {reason}.", "Not known: {reason}.")
}

/// Something to know.
pub fn note(text: &str) -> Text {
    text!("Let op: {text}", "Please note: {text}")
}

/// Where something comes from and how sure it is; the last two words are never on two lines.
pub fn source(source: &str, confidence: &str) -> Text {
    let confidence = format!("(zekerheid\u{a0}{confidence})");
    text!("Bron: {source} {confidence}", "Source: {source} {confidence}")
}

/// How something was derived.
pub fn derived(how: &str) -> Text {
    text!("Afgeleid: {how}", "Derived: {how}")
}

pub const HOURS: Text = Text::fixed("uren per week", "hours a week");
pub const GROSS: Text = Text::fixed("loon per jaar", "wage a year");
pub const NET_YEAR: Text = Text::fixed("netto per jaar", "net a year");
pub const NET_MONTH: Text = Text::fixed("netto per maand", "net a month");
pub const LEFT_OF_100: Text = Text::fixed("over van de volgende € 100", "left of the next €100");
pub const NOW: Text = Text::fixed("Nu", "Now");
pub const JUMPS: Text = Text::fixed(
    "Sprongen: hier verandert het inkomen ineens",
    "Jumps: here the income changes at once",
);
pub const NO_JUMPS: Text = Text::fixed("Er zijn geen sprongen.", "There are no jumps.");
pub const BENDS: Text = Text::fixed(
    "Knikken: vanaf hier blijft er meer of minder over van elke euro",
    "Bends: from here on more or less is left of each euro",
);
pub const ABOVE_WAGE: Text = Text::fixed("boven een loon van", "above a wage of");
pub const JUMP_A_YEAR: Text = Text::fixed("netto per jaar", "net a year");
pub const LEFT_BEFORE: Text = Text::fixed("eerst over van € 100", "left of €100 before");
pub const LEFT_AFTER: Text = Text::fixed("daarna", "after");
pub const BY_WHICH: Text = Text::fixed("door", "by");
pub const BY_RULE: Text = Text::fixed("regel", "rule");
pub const RULES_AND_SOURCES: Text = Text::fixed("Regels en bronnen", "Rules and sources");
pub const IN_EVERY_MUNICIPALITY: Text =
    Text::fixed("Sprongen in elke gemeente", "Jumps in every municipality");
pub const MUNICIPALITY: Text = Text::fixed("netto per jaar bij", "net a year with");
pub const MUNICIPALITIES_SIDE_BY_SIDE: Text = Text::fixed(
    "Regelingen verschillen per gemeente. Wat van een gemeente niet bekend is, telt niet mee.",
    "Schemes differ by municipality. What is not known of a municipality does not count.",
);
pub const NO_BENDS: Text = Text::fixed("Er zijn geen knikken.", "There are no bends.");

/// The heading of whether work pays.
pub fn work_pays(person: &str, day: [String; 2]) -> Text {
    let [day, in_english] = day;
    text!(
        "Werken loont? Het loon van {person} en wat er netto overblijft, op {day}",
        "Does work pay? The wage of {person} and what is left, net, on {in_english}"
    )
}

/// Where somebody stands now: what is left of more wage, and of all of it.
pub fn standing(person: &str, now: &Standing) -> Vec<Text> {
    let euro = |amount: &Number| {
        let whole = wording::whole(amount);
        Language::ALL.map(|language| wording::euro(&whole, language))
    };
    let share = |share: &Number| Language::ALL.map(|it| wording::percentage(share, it));
    let [gross, net, without, more] = [&now.gross, &now.net, &now.without, &now.more].map(euro);
    let [kept, kept_en] = euro(&(&(&Number::ONE - &now.marginal) * &now.more));
    let [marginal, marginal_en] = share(&now.marginal);
    let ([gross, gross_en], [net, net_en]) = (gross, net);
    let ([without, without_en], [more, more_en]) = (without, more);
    let mut lines = vec![
        text!(
            "Met een loon van {gross} blijft er {net} per jaar over.",
            "With a wage of {gross_en} {net_en} a year is left."
        ),
        text!(
            "Verdient {person} {more} meer, dan blijft daar {kept} van over. De marginale druk is \
             {marginal}.",
            "If {person} earns {more_en} more, {kept_en} of it is left. The marginal pressure is \
             {marginal_en}."
        ),
    ];
    if let (Some(participation), Some(replacement)) = (&now.participation, &now.replacement) {
        let ([lost, lost_en], [part, part_en]) = (share(participation), share(replacement));
        lines.push(text!(
            "Zonder loon blijft er {without} over.",
            "Without wage {without_en} is left."
        ));
        lines.push(match participation.is_negative() {
            false => text!(
                "Van het hele loon gaat {lost} op aan belasting en lagere toeslagen (participatiedruk).",
                "Of the whole wage {lost_en} goes to tax and lower benefits (participation pressure)."
            ),
            true => text!(
                "Door te werken komt er meer bij dan het loon zelf. De participatiedruk is {lost}.",
                "Working brings in more than the wage itself. The participation pressure is {lost_en}."
            ),
        });
        lines.push(text!(
            "Zonder loon is het inkomen {part} van wat het nu is (vervangingsratio).",
            "Without wage the income is {part_en} of what it is now (replacement rate)."
        ));
    }
    if !now.rounding.is_zero() {
        let [amount, in_english] =
            Language::ALL.map(|language| wording::euro(&now.rounding.abs(), language));
        lines.push(match now.rounding.is_negative() {
            true => text!(
                "Toeslagen worden in hele euro's per maand betaald. Dat scheelt {amount} per jaar: er \
                 wordt minder betaald dan het recht.",
                "Benefits are paid in whole euros a month. That makes {in_english} a year: less is paid \
                 than the right."
            ),
            false => text!(
                "Toeslagen worden in hele euro's per maand betaald. Dat scheelt {amount} per jaar: er \
                 wordt meer betaald dan het recht.",
                "Benefits are paid in whole euros a month. That makes {in_english} a year: more is paid \
                 than the right."
            ),
        });
    }
    lines
}

/// What an hour a week brings in.
pub fn hourly(hourly: &HourlyWage) -> Text {
    let [amount, in_english] = Language::ALL.map(|it| wording::euro(&hourly.per_year, it));
    match hourly.minimum {
        true => text!(
            "Een uur per week is {amount} per jaar: het minimumloon met vakantiegeld.",
            "An hour a week is {in_english} a year: the minimum wage with holiday allowance."
        ),
        false => text!(
            "Een uur per week is {amount} per jaar: het loon in het bestand, gedeeld door de uren.",
            "An hour a week is {in_english} a year: the wage in the file, divided by the hours."
        ),
    }
}

/// The jumps of one municipality that are not those of all.
pub fn own_jumps(municipality: &str) -> Text {
    text!("Verder in {municipality}", "Besides, in {municipality}")
}

/// A wage, or hours a week, as a heading.
pub fn hours_a_week(hours: [String; 2]) -> Text {
    let [hours, in_english] = hours;
    text!("{hours} uur", "{in_english} hours")
}

pub const NEXT_QUESTION: Text = Text::fixed("Volgende vraag", "Next question");
pub const NOTHING_TO_ASK: Text = Text::fixed(
    "Er hoeft niets meer gevraagd te worden: geen antwoord kan nog iets veranderen.",
    "Nothing need be asked any more: no answer can change anything.",
);
pub const ALSO_TO_ASK: Text = Text::fixed("Daarna doet er nog toe", "After that, this matters");
pub const QUESTION: Text = Text::fixed("vraag", "question");
pub const FIELD: Text = Text::fixed("veld in het bestand", "field in the file");
pub const NEEDED_FOR: Text = Text::fixed("uitkomsten", "outcomes");
pub const WHY_ASKED: Text = Text::fixed("Nodig voor", "Needed for");
pub const A_REMARK: Text = Text::fixed("opmerking", "remark");
pub const ONLY_A_REMARK: Text =
    Text::fixed("een opmerking bij de uitkomst", "a remark beside the outcome");
pub const PERHAPS: Text = Text::fixed("Misschien geldt", "Perhaps this holds");
pub const NOBODY_KNOWS: Text =
    Text::fixed("Niet bekend, maar het doet er nog toe", "Not known, but it still matters");
pub const KNOWN_SO_FAR: Text = Text::fixed("Wat nu bekend is", "What is known now");
pub const OUTCOME: Text = Text::fixed("uitkomst", "outcome");
pub const AT_LEAST: Text = Text::fixed("van", "from");
pub const AT_MOST: Text = Text::fixed("tot", "to");
pub const ABOUT_THE_RANGE: Text = Text::fixed(
    "Van en tot zijn de laagste en de hoogste uitkomst die is gevonden met een aantal mogelijke antwoorden. Zonder tot staat het bedrag vast.",
    "From and to are the lowest and highest outcome found with a number of possible answers. Without to, the amount is certain.",
);

/// The heading of what is still to be asked.
pub fn to_ask(day: [String; 2]) -> Text {
    let [day, in_english] = day;
    text!(
        "Wat er nog te vragen is over dit huishouden, op {day}",
        "What is still to be asked about this household, on {in_english}"
    )
}
