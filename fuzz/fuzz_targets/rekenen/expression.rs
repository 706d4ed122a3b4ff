//! Expressions, each of a kind, in brackets wherever two readings might threaten.

use crate::declarations::{COLOURS, DEEL, DING, Kind, TYPES, Unit};
use crate::writer::{Form, Scope, Writer};

const ROUNDINGS: [&str; 5] =
    ["naar beneden", "naar boven", "rekenkundig", "richting nul", "weg van nul"];

impl Writer<'_> {
    /// A value of a kind.
    pub fn value(&mut self, kind: Kind, scope: &Scope) -> String {
        match kind {
            Kind::Number(unit) => self.number(unit, scope),
            Kind::Date | Kind::Moment => self.day(kind, scope),
            Kind::Text if self.chance(4) && self.goes_deeper() => self.text(scope),
            Kind::Text | Kind::Boolean | Kind::Colour => self.leaf(kind, scope),
        }
    }

    /// A literal, or what has a name.
    pub fn leaf(&mut self, kind: Kind, scope: &Scope) -> String {
        let named = match self.pick(6) {
            0..3 => self.attribute_of_one(kind, scope),
            3 => self.parameter(kind),
            4 => self.variable(kind, scope),
            _ => None,
        };
        named.unwrap_or_else(|| self.literal(kind))
    }

    pub fn literal(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Number(unit) => {
                let digits = self.digits();
                let unit = match unit {
                    Unit::None => "",
                    Unit::Euro => " €",
                    Unit::Year => self.one(&[" jr", " mnd", " kw"]),
                    Unit::Percent => "%",
                };
                format!("{digits}{unit}")
            }
            Kind::Date => self.written_date(),
            Kind::Moment => format!("{} 12:30:00.000", self.written_date()),
            Kind::Text => format!("\"{}\"", self.one(&["a", "123456782", "12345"])),
            Kind::Boolean => self.one(&["waar", "onwaar"]).to_string(),
            Kind::Colour => format!("'{}'", self.one(&COLOURS)),
        }
    }

    fn written_date(&mut self) -> String {
        let date = self.date();
        let year = date.year().clamp(1, 9999);
        format!("{:02}-{:02}-{year:04}", date.day(), date.month())
    }

    fn parameter(&mut self, kind: Kind) -> Option<String> {
        let fit = self.declared.parameters.iter().filter(|(_, own)| *own == kind);
        let fit: Vec<&str> = fit.map(|(name, _)| *name).collect();
        (!fit.is_empty()).then(|| format!("het {}", self.one(&fit)))
    }

    fn variable(&mut self, kind: Kind, scope: &Scope) -> Option<String> {
        let fit = scope.variables.iter().filter(|(_, own)| *own == kind);
        let fit: Vec<&str> = fit.map(|(name, _)| name.as_str()).collect();
        (!fit.is_empty()).then(|| self.one(&fit).to_string())
    }

    /// An attribuut of this kind that may be read: its article, name and owner.
    pub fn attribute_named(
        &mut self,
        kind: Kind,
        scope: &Scope,
    ) -> Option<(&'static str, &'static str, usize)> {
        let all = self.declared.attributes.iter().enumerate();
        let fit = all.filter(|(at, own)| own.kind == kind && 2 * at < scope.rank);
        let fit: Vec<_> = fit.map(|(_, own)| (own.article, own.name, own.owner)).collect();
        (!fit.is_empty()).then(|| fit[self.pick(fit.len())])
    }

    pub fn attribute_of_one(&mut self, kind: Kind, scope: &Scope) -> Option<String> {
        let (article, name, owner) = self.attribute_named(kind, scope)?;
        let own = scope.animate && scope.subjects.last().is_some_and(|(_, last)| *last == owner);
        if own && self.chance(2) {
            return Some(format!("zijn {name}"));
        }
        let subject = self.subject(owner, scope)?;
        Some(format!("{article} {name} van {subject}"))
    }

    /// One instance.
    pub fn subject(&mut self, owner: usize, scope: &Scope) -> Option<String> {
        let here = |owner: usize| scope.subjects.iter().filter(move |(_, own)| *own == owner);
        let mut found: Vec<String> = here(owner).map(|(name, _)| name.clone()).collect();
        for (name, _) in here(DEEL).filter(|_| owner == DING && !self.declared.wholes) {
            found.push(format!("het geheel van {name}"));
        }
        for (name, _) in here(DING).filter(|_| owner == DEEL && !self.declared.parts) {
            found.push(format!("het onderdeel van {name}"));
        }
        for (name, _) in here(DING).filter(|_| owner == DING && !self.declared.mates) {
            found.push(format!("de maat van {name}"));
        }
        (!found.is_empty()).then(|| found.swap_remove(self.pick(found.len())))
    }

    /// Several instances: how they are called, and what each of them is called in a list.
    pub fn several(&mut self, owner: usize, scope: &Scope) -> (String, &'static str) {
        let other = self.subject(1 - owner, scope).filter(|_| !self.chance(4));
        let same = self.subject(owner, scope).filter(|_| self.chance(2));
        let (all, each) = match (owner, other, same) {
            (DING, _, Some(ding)) if self.declared.mates => {
                (format!("alle maten van {ding}"), "de maat")
            }
            (DING, Some(deel), _) if self.declared.wholes => {
                (format!("alle gehelen van {deel}"), "het geheel")
            }
            (DEEL, Some(ding), _) if self.declared.parts => {
                (format!("alle onderdelen van {ding}"), "het onderdeel")
            }
            (DING, ..) => (format!("alle {}", TYPES[DING].1), "het Ding"),
            _ => (format!("alle {}", TYPES[DEEL].1), "het Deel"),
        };
        if !self.chance(3) || !self.goes_deeper() {
            return (all, each);
        }
        let inner = self.element(each, owner, scope);
        if let Some(mark) = self.kenmerk_of(owner, scope).filter(|_| self.chance(2)) {
            return (format!("({all} die {})", mark.several()), each);
        }
        let list = self.listed("voldoen", &inner);
        (format!("({all} die {list})"), each)
    }

    /// The scope of a condition on each of several.
    pub fn element(&self, each: &str, owner: usize, scope: &Scope) -> Scope {
        let mut inner = scope.clone();
        let before = inner.subjects.len();
        inner.subjects.retain(|(name, _)| name != each);
        inner.animate = self.declared.animate[owner];
        // Of two with one name, a sentence can name neither.
        if inner.subjects.len() == before {
            inner.subjects.push((each.to_string(), owner));
        }
        inner
    }

    /// The values of an attribuut of several instances.
    pub fn values(&mut self, kind: Kind, scope: &Scope) -> Option<String> {
        let (_, name, owner) = self.attribute_named(kind, scope)?;
        let (all, _) = self.several(owner, scope);
        Some(format!("de {name}s van {all}"))
    }

    pub fn number(&mut self, unit: Unit, scope: &Scope) -> String {
        let kind = Kind::Number(unit);
        if !self.goes_deeper() {
            return self.leaf(kind, scope);
        }
        match self.pick(14) {
            0 | 1 => self.leaf(kind, scope),
            2 | 3 => {
                let operator = self.one(&["plus", "min", "verminderd met"]);
                let (left, right) = (self.number(unit, scope), self.number(unit, scope));
                format!("({left} {operator} {right})")
            }
            4 | 5 => self.scaled(unit, scope),
            6 => {
                let percentage = self.leaf(Kind::Number(Unit::Percent), scope);
                let of = self.number(unit, scope);
                format!("({percentage} van {of})")
            }
            7 => {
                let (of, way) = (self.number(unit, scope), self.one(&ROUNDINGS));
                let most = if self.wild { 100 } else { 4 };
                let decimals = self.pick(most);
                format!("({of} {way} afgerond op {decimals} decimalen)")
            }
            8 => {
                let of = self.number(unit, scope);
                let (low, high) = (self.number(unit, scope), self.number(unit, scope));
                let bounds = match self.pick(3) {
                    0 => format!("minimum van {low}"),
                    1 => format!("maximum van {high}"),
                    _ => format!("minimum van ({low}) en een maximum van {high}"),
                };
                format!("({of}, met een {bounds})")
            }
            9 => format!("de absolute waarde van ({})", self.number(unit, scope)),
            10 | 11 => self.aggregate(kind, scope),
            _ => self.of_unit(unit, scope),
        }
    }

    /// A number times or divided by one without a unit.
    fn scaled(&mut self, unit: Unit, scope: &Scope) -> String {
        // A percentage is taken of something and not multiplied.
        if unit == Unit::Percent {
            return self.leaf(Kind::Number(unit), scope);
        }
        let operator = self.one(&["maal", "gedeeld door", "gedeeld door (ABS)"]);
        let left = self.number(unit, scope);
        let right = match self.wild {
            true => self.number(Unit::None, scope),
            false => self.leaf(Kind::Number(Unit::None), scope),
        };
        format!("({left} {operator} {right})")
    }

    pub fn aggregate(&mut self, kind: Kind, scope: &Scope) -> String {
        let dates = !matches!(kind, Kind::Number(_));
        let functions: &[&str] = match dates {
            true => &["de eerste van", "de laatste van"],
            false => &["de som van", "de minimale waarde van", "de maximale waarde van"],
        };
        let function = self.one(functions);
        let or_zero = self.chance(2) && !dates;
        let or_zero = if or_zero { " of 0 als die er niet zijn" } else { "" };
        if let Some(values) = self.values(kind, scope).filter(|_| !self.chance(3)) {
            let doubled = self.wild && matches!(kind, Kind::Number(Unit::None)) && self.chance(3);
            let values = match doubled {
                true => format!("({values} maal {})", self.leaf(kind, scope)),
                false => values,
            };
            return format!("({function} {values}{or_zero})");
        }
        let items: Vec<String> = (0..2 + self.pick(3)).map(|_| self.value(kind, scope)).collect();
        let (last, rest) = items.split_last().map_or(("", &[][..]), |(l, r)| (l.as_str(), r));
        format!("({function} {} en {last}{or_zero})", rest.join(", "))
    }

    /// What only numbers of this unit can be.
    fn of_unit(&mut self, unit: Unit, scope: &Scope) -> String {
        match unit {
            Unit::Year => {
                let absolute = self.one(&["", "absolute "]);
                let (from, to) = (self.day(Kind::Date, scope), self.day(Kind::Date, scope));
                let unit = self.one(&["jaren", "maanden", "kwartalen"]);
                format!("(de {absolute}tijdsduur van {from} tot {to} in hele {unit})")
            }
            Unit::None => match self.pick(if self.wild { 6 } else { 3 }) {
                0 => {
                    let owner = self.pick(2);
                    format!("(het aantal {})", self.several(owner, scope).0)
                }
                1 => {
                    let part = self.one(&["het jaar uit", "de maand uit", "de dag uit"]);
                    format!("({part} {})", self.day(Kind::Date, scope))
                }
                2 => "Rekenjaar".to_string(),
                3 => {
                    let part = self.one(&["het uur uit", "de milliseconde uit"]);
                    format!("({part} {})", self.day(Kind::Moment, scope))
                }
                choice => {
                    let of = self.number(Unit::None, scope);
                    let rounding = format!("{} afgerond op 3 decimalen", self.one(&ROUNDINGS));
                    let exponent = self.leaf(Kind::Number(Unit::None), scope);
                    match choice {
                        4 => format!("(de wortel van {of} {rounding})"),
                        _ => format!("({of} tot de macht {exponent} {rounding})"),
                    }
                }
            },
            Unit::Euro | Unit::Percent => self.leaf(Kind::Number(unit), scope),
        }
    }

    /// A date, or a moment.
    pub fn day(&mut self, kind: Kind, scope: &Scope) -> String {
        if !self.goes_deeper() {
            return self.leaf(kind, scope);
        }
        match self.pick(8) {
            0..3 => self.leaf(kind, scope),
            3 | 4 => {
                let date = self.day(kind, scope);
                let operator = self.one(&["plus", "min"]);
                let units = ["jr", "mnd", "kw", "wk", "dg"];
                let amount = match (kind, self.pick(3)) {
                    (Kind::Moment, 0) => format!("{} u", self.pick(1000)),
                    (_, 0 | 1) if self.wild => format!("{} {}", self.digits(), self.one(&units)),
                    (_, 0 | 1) => format!("{} {}", self.pick(40), self.one(&units)),
                    _ => self.leaf(Kind::Number(Unit::Year), scope),
                };
                format!("({date} {operator} {amount})")
            }
            5 => self.aggregate(kind, scope),
            _ if kind == Kind::Moment => self.leaf(kind, scope),
            6 => match self.pick(3) {
                0 => "Rekendatum".to_string(),
                1 => format!("(de eerste paasdag van {})", self.number(Unit::None, scope)),
                _ => {
                    let year = self.number(Unit::None, scope);
                    let (month, day) = (1 + self.pick(13), 1 + self.pick(32));
                    format!("(de datum met jaar: {year}, maand: {month} en dag: {day})")
                }
            },
            _ => "Rekendatum".to_string(),
        }
    }

    /// A text with values in it.
    fn text(&mut self, scope: &Scope) -> String {
        let kinds = [Kind::Number(Unit::Euro), Kind::Date, Kind::Text, Kind::Boolean, Kind::Colour];
        let mut text = String::from("\"a");
        for _ in 0..1 + self.pick(3) {
            let kind = kinds[self.pick(kinds.len())];
            if let Some(value) = self.attribute_of_one(kind, scope) {
                text.push_str(&format!(" «{value}»"));
            }
        }
        text.push('"');
        text
    }

    /// `aan alle volgende voorwaarden voldoen: …` behind `die`.
    fn listed(&mut self, verb: &str, scope: &Scope) -> String {
        let quantifier = self.of_conditions();
        format!("aan {quantifier} volgende voorwaarden {verb}:{}", self.bullets(scope))
    }

    /// The conditions of a list.
    pub fn bullets(&mut self, scope: &Scope) -> String {
        let inner = Scope { level: scope.level + 1, ..scope.clone() };
        let mut text = String::new();
        for _ in 0..1 + self.pick(3) {
            let bullet = "•".repeat(inner.level);
            let condition = self.condition(Form::Statement, &inner);
            text.push_str(&format!("\n          {bullet} {condition}"));
        }
        text
    }
}
