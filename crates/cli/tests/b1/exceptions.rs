//! What is not plain and stays so, each with the reason.

/// A finding that stays.
pub struct Exception {
    /// Where: as the check names it.
    pub place: &'static str,
    /// A part of what the check says of it.
    pub what: &'static str,
    /// Why it stays.
    pub reason: &'static str,
}

pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        place: "Regel toeslagen en kinderbijslag per jaar",
        what: "53 woorden",
        reason: "een optelling van vijf bedragen, elk met van wie het is; de zin is een lijst",
    },
    Exception {
        place: "Regel belastbaar inkomen uit werk en woning",
        what: "46 woorden",
        reason: "een optelling van alles wat box 1 telt; de zin is een lijst",
    },
    Exception {
        place: "engine/src/exact/fault.rs",
        what: "{base} tot de macht {exponent}",
        reason: "een fout in een regel, voor wie regels schrijft en niet voor een inwoner",
    },
    Exception {
        place: "engine/src/exact/fault.rs",
        what: "{base} to the power {exponent}",
        reason: "dezelfde zin in het Engels",
    },
    Exception {
        place: "household/src/explanation/sentence.rs",
        what: "‘indien’",
        reason: "het woord waaraan een voorwaarde in een regel wordt herkend; het wordt weggehaald",
    },
    Exception {
        place: "server/src/headers.rs",
        what: "default-src",
        reason: "de regels voor de browser, geen zin",
    },
    Exception {
        place: "household/src/explanation/texts.rs",
        what: "‘indien’",
        reason: "in het Engels houdt een voorwaarde het woord dat de regel heeft",
    },
];
