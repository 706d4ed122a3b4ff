//! The declarations: two objecttypen, parts of wholes, and what they have.

use crate::writer::Writer;

/// What a value is, as far as a sentence must know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Number(Unit),
    Date,
    Moment,
    Text,
    Boolean,
    Colour,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    None,
    Euro,
    Year,
    Percent,
}

pub const UNITS: [Unit; 4] = [Unit::None, Unit::Euro, Unit::Year, Unit::Percent];
pub const COLOURS: [&str; 3] = ["rood", "groen", "blauw"];
pub const DING: usize = 0;
pub const DEEL: usize = 1;

pub struct Attribute {
    pub owner: usize,
    pub article: &'static str,
    pub name: &'static str,
    pub kind: Kind,
    /// The most decimals of a number, if there is a most.
    pub decimals: Option<u32>,
}

/// The written form of a kenmerk.
#[derive(Clone, Copy, PartialEq)]
pub enum Mark {
    Adjective,
    Plain,
    Possessive,
}

pub struct Kenmerk {
    pub owner: usize,
    pub name: &'static str,
    pub mark: Mark,
}

#[derive(Default)]
pub struct Declared {
    pub attributes: Vec<Attribute>,
    pub kenmerken: Vec<Kenmerk>,
    pub parameters: Vec<(&'static str, Kind)>,
    /// Whether each objecttype is bezield.
    pub animate: [bool; 2],
    /// Whether a Ding has several onderdelen, a Deel several gehelen, a Ding several maten.
    pub parts: bool,
    pub wholes: bool,
    pub mates: bool,
}

/// The name, the plural and the article of each objecttype.
pub const TYPES: [(&str, &str, &str); 2] = [("Ding", "Dingen", "het"), ("Deel", "Delen", "het")];

const NAMES: [[&str; 6]; 2] = [
    ["alfa", "beta", "gamma", "delta", "epsilon", "zeta"],
    ["appel", "peer", "kers", "pruim", "vijg", "druif"],
];
const MARKS: [[(&str, Mark); 3]; 2] = [
    [("open", Mark::Adjective), ("held", Mark::Plain), ("recht", Mark::Possessive)],
    [("zuur", Mark::Adjective), ("gast", Mark::Plain), ("deugd", Mark::Possessive)],
];
const PARAMETERS: [&str; 4] = ["noord", "oost", "zuid", "west"];

impl Writer<'_> {
    /// The whole text.
    pub fn model(&mut self) -> String {
        let mut text = self.declarations();
        let rules = 1 + self.pick(6);
        for number in 0..rules {
            text.push_str(&self.rule(number));
        }
        text
    }

    fn declarations(&mut self) -> String {
        let mut text = String::from("Domein Kleur is van het type Enumeratie\n");
        COLOURS.iter().for_each(|colour| text.push_str(&format!("  '{colour}'\n")));
        for owner in [DING, DEEL] {
            let (name, plural, article) = TYPES[owner];
            let animate = self.chance(2);
            self.declared.animate[owner] = animate;
            let animate = if animate { " (bezield)" } else { "" };
            text.push_str(&format!("\nObjecttype {article} {name} (mv: {plural}){animate}\n"));
            for name in NAMES[owner].into_iter().take(2 + self.pick(5)) {
                text.push_str(&self.attribute(owner, name));
            }
            for (name, mark) in MARKS[owner].into_iter().take(1 + self.pick(3)) {
                self.declared.kenmerken.push(Kenmerk { owner, name, mark });
                text.push_str(&match mark {
                    Mark::Adjective => format!("  is {name}  kenmerk (bijvoeglijk);\n"),
                    Mark::Plain => format!("  de {name} (mv: {name}en)  kenmerk;\n"),
                    Mark::Possessive => format!("  het {name}  kenmerk (bezittelijk);\n"),
                });
            }
        }
        text.push('\n');
        for name in PARAMETERS.into_iter().take(1 + self.pick(4)) {
            let (kind, _, datatype) = self.datatype();
            self.declared.parameters.push((name, kind));
            text.push_str(&format!("Parameter het {name} : {datatype};\n"));
        }
        text.push_str(&self.facts());
        text
    }

    fn attribute(&mut self, owner: usize, name: &'static str) -> String {
        let (kind, decimals, datatype) = self.datatype();
        let declared = self.one(&["de ", "het ", ""]);
        let article = if declared == "het " { "het" } else { "de" };
        self.declared.attributes.push(Attribute { owner, article, name, kind, decimals });
        format!("  {declared}{name} (mv: {name}s)  {datatype};\n")
    }

    fn datatype(&mut self) -> (Kind, Option<u32>, String) {
        let kind = match self.pick(8) {
            0..4 => Kind::Number(UNITS[self.pick(4)]),
            4 => Kind::Date,
            5 => *self.one(&[&Kind::Text, &Kind::Moment]),
            6 => Kind::Boolean,
            _ => Kind::Colour,
        };
        let text = match kind {
            Kind::Number(_) => "",
            Kind::Date => "Datum in dagen",
            Kind::Moment => "Datum en tijd in millisecondes",
            Kind::Text => "Tekst",
            Kind::Boolean => "Boolean",
            Kind::Colour => "Kleur",
        };
        let Kind::Number(unit) = kind else { return (kind, None, text.to_string()) };
        let decimals = [None, Some(0), Some(2)][self.pick(3)];
        let sign = self.one(&["", "", "", "niet-negatief ", "positief "]);
        let size = match decimals {
            None => "getal".to_string(),
            Some(0) => "geheel getal".to_string(),
            Some(most) => format!("getal met {most} decimalen"),
        };
        let name = if unit == Unit::Percent { "Percentage" } else { "Numeriek" };
        let unit = match unit {
            Unit::Euro => " met eenheid €",
            Unit::Year => " met eenheid jr",
            Unit::None | Unit::Percent => "",
        };
        (kind, decimals, format!("{name} ({sign}{size}){unit}"))
    }

    fn facts(&mut self) -> String {
        let (parts, wholes, mates) = (!self.chance(4), self.chance(3), self.chance(2));
        let declared = &mut self.declared;
        (declared.parts, declared.wholes, declared.mates) = (parts, wholes, mates);
        let (one, whole) = if wholes { ("Meerdere", "gehelen") } else { ("Eén", "geheel") };
        let (other, part) = if parts { ("meerdere", "onderdelen") } else { ("één", "onderdeel") };
        let (count, mate) = if mates { ("meerdere", "maten") } else { ("één", "maat") };
        format!(
            "
Feittype opbouw
  het geheel (mv: gehelen)  Ding
  het onderdeel (mv: onderdelen)  Deel
{one} {whole} heeft {other} {part}

Wederkerig feittype vriendschap
  de maat (mv: maten)  Ding
Eén maat heeft {count} {mate}
"
        )
    }
}
