//! Conditions, in both forms.

use crate::declarations::{Kind, Mark, UNITS};
use crate::writer::{Form, Scope, Writer};

/// A kenmerk as it is asked for.
pub struct Asked {
    name: &'static str,
    mark: Mark,
    negated: bool,
}

impl Asked {
    fn words(&self) -> String {
        let Asked { name, mark, negated } = self;
        match (mark, negated) {
            (Mark::Adjective, false) | (Mark::Possessive, false) => name.to_string(),
            (Mark::Adjective, true) => format!("niet {name}"),
            (Mark::Plain, false) => format!("een {name}"),
            (Mark::Plain | Mark::Possessive, true) => format!("geen {name}"),
        }
    }

    fn verb(&self, many: bool) -> &'static str {
        match (self.mark == Mark::Possessive, many) {
            (true, false) => "heeft",
            (true, true) => "hebben",
            (false, false) => "is",
            (false, true) => "zijn",
        }
    }

    /// Behind `die`.
    pub fn several(&self) -> String {
        format!("{} {}", self.words(), self.verb(true))
    }
}

impl Writer<'_> {
    pub fn condition(&mut self, form: Form, scope: &Scope) -> String {
        let deeper = self.goes_deeper();
        match self.pick(if deeper { 15 } else { 8 }) {
            0..3 => self.numbers(form, scope),
            3 | 4 => self.kenmerk(form, scope),
            5 => self.filled(form, scope),
            6 => self.role(form, scope),
            7 => self.same(form, scope),
            8 | 9 => self.dates(form, scope),
            10 => self.test(form, scope),
            11 | 12 => self.each(form, scope),
            _ => self.compound(form, scope),
        }
    }

    /// `a groter is dan b`, `a is groter dan b`.
    fn compared(
        &self,
        form: Form,
        verb: &str,
        left: &str,
        words: [&str; 2],
        right: &str,
    ) -> String {
        let [adjective, conjunction] = words;
        match form {
            Form::Question => format!("{left} {adjective} {verb} {conjunction} {right}"),
            Form::Statement => format!("{left} {verb} {adjective} {conjunction} {right}"),
        }
    }

    fn numbers(&mut self, form: Form, scope: &Scope) -> String {
        let unit = UNITS[self.pick(4)];
        let (left, right) = (self.number(unit, scope), self.number(unit, scope));
        let words = self.wording(&["groter", "kleiner"]);
        self.compared(form, "is", &left, words, &right)
    }

    fn wording(&mut self, sizes: &[&'static str; 2]) -> [&'static str; 2] {
        let size = self.pick(2);
        match self.pick(4) {
            0 => [sizes[size], "dan"],
            1 if sizes[0] == "groter" => [["groter of gelijk", "kleiner of gelijk"][size], "aan"],
            1 => [["later of gelijk", "eerder of gelijk"][size], "aan"],
            2 => ["gelijk", "aan"],
            _ => ["ongelijk", "aan"],
        }
    }

    fn dates(&mut self, form: Form, scope: &Scope) -> String {
        let kind = if self.chance(4) { Kind::Moment } else { Kind::Date };
        let (left, right) = (self.day(kind, scope), self.day(kind, scope));
        let words = self.wording(&["later", "eerder"]);
        self.compared(form, "is", &left, words, &right)
    }

    /// (Un)equal to one value or to several.
    fn same(&mut self, form: Form, scope: &Scope) -> String {
        let kinds = [
            Kind::Colour,
            Kind::Boolean,
            Kind::Text,
            Kind::Number(UNITS[self.pick(4)]),
            Kind::Date,
        ];
        let kind = kinds[self.pick(kinds.len())];
        let Some(left) = self.attribute_of_one(kind, scope) else {
            return self.numbers(form, scope);
        };
        let right: Vec<String> = (0..1 + self.pick(3)).map(|_| self.leaf(kind, scope)).collect();
        let right = match right.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} of {last}", rest.join(", ")),
            _ => right.concat(),
        };
        let adjective = self.one(&["gelijk", "ongelijk"]);
        self.compared(form, "is", &left, [adjective, "aan"], &right)
    }

    fn filled(&mut self, form: Form, scope: &Scope) -> String {
        let kinds = [Kind::Number(UNITS[self.pick(4)]), Kind::Date, Kind::Text, Kind::Colour];
        let kind = kinds[self.pick(kinds.len())];
        let Some(of) = self.attribute_of_one(kind, scope) else {
            return self.numbers(form, scope);
        };
        let word = self.one(&["leeg", "gevuld"]);
        match form {
            Form::Question => format!("{of} {word} is"),
            Form::Statement => format!("{of} is {word}"),
        }
    }

    pub fn kenmerk_of(&mut self, owner: usize, scope: &Scope) -> Option<Asked> {
        let all = self.declared.kenmerken.iter().enumerate();
        let fit = all.filter(|(at, own)| own.owner == owner && 2 * at + 1 < scope.rank);
        let fit: Vec<_> = fit.map(|(_, own)| (own.name, own.mark)).collect();
        if fit.is_empty() {
            return None;
        }
        let (name, mark) = fit[self.pick(fit.len())];
        Some(Asked { name, mark, negated: self.chance(3) })
    }

    fn kenmerk(&mut self, form: Form, scope: &Scope) -> String {
        let owner = self.pick(2);
        let (Some(asked), Some(subject)) =
            (self.kenmerk_of(owner, scope), self.subject(owner, scope))
        else {
            return self.numbers(form, scope);
        };
        self.stated(form, &subject, &asked.words(), asked.verb(false))
    }

    fn stated(&self, form: Form, subject: &str, words: &str, verb: &str) -> String {
        match form {
            Form::Question => format!("{subject} {words} {verb}"),
            Form::Statement => format!("{subject} {verb} {words}"),
        }
    }

    fn role(&mut self, form: Form, scope: &Scope) -> String {
        let owner = self.pick(2);
        let Some(subject) = self.subject(owner, scope) else { return self.numbers(form, scope) };
        let (plays, has) = [("geheel", "onderdeel"), ("onderdeel", "geheel")][owner];
        let no = self.one(&["een", "geen"]);
        match self.chance(2) {
            true => self.stated(form, &subject, &format!("{no} {has}"), "heeft"),
            false => self.stated(form, &subject, &format!("{no} {plays}"), "is"),
        }
    }

    /// The elfproef, or a count of digits.
    fn test(&mut self, form: Form, scope: &Scope) -> String {
        let Some(of) = self.attribute_of_one(Kind::Text, scope) else {
            return self.same(form, scope);
        };
        let not = self.one(&["", "niet "]);
        match (self.chance(2), form) {
            (true, Form::Question) => format!("{of} {not}aan de elfproef voldoet"),
            (true, Form::Statement) => format!("{of} voldoet {not}aan de elfproef"),
            (false, Form::Question) => format!("{of} {not}numeriek is met exact 9 cijfers"),
            (false, Form::Statement) => format!("{of} is {not}numeriek met exact 9 cijfers"),
        }
    }

    /// A condition on so many of several.
    fn each(&mut self, form: Form, scope: &Scope) -> String {
        let owner = self.pick(2);
        let (all, each) = self.several(owner, scope);
        let quantifier =
            ["", "geen van ", "ten minste twee van ", "hoogstens 1 van ", "precies één van "];
        let quantifier = quantifier[self.pick(5)];
        match self.pick(3) {
            0 => {
                let unit = UNITS[self.pick(4)];
                if let Some((_, name, own)) = self.attribute_named(Kind::Number(unit), scope)
                    && own == owner
                {
                    let words = self.wording(&["groter", "kleiner"]);
                    let right = self.leaf(Kind::Number(unit), scope);
                    let left = format!("{quantifier}de {name}s van {all}");
                    return self.compared(form, "zijn", &left, words, &right);
                }
            }
            1 => {
                if let Some(asked) = self.kenmerk_of(owner, scope) {
                    let subject = format!("{quantifier}{all}");
                    return self.stated(form, &subject, &asked.words(), asked.verb(true));
                }
            }
            _ => {}
        }
        let inner = self.element(each, owner, scope);
        let of = self.of_conditions();
        let list = self.bullets(&inner);
        match form {
            Form::Question => {
                format!("{quantifier}{all} aan {of} volgende voorwaarden voldoen:{list}")
            }
            Form::Statement => {
                format!("{quantifier}{all} voldoen aan {of} volgende voorwaarden:{list}")
            }
        }
    }

    /// How many conditions of a list must hold.
    pub fn of_conditions(&mut self) -> &'static str {
        self.one(&[
            "alle",
            "geen van de",
            "ten minste één van de",
            "ten hoogste één van de",
            "precies één van de",
        ])
    }

    fn compound(&mut self, form: Form, scope: &Scope) -> String {
        let of = self.of_conditions();
        let about = match (scope.animate && self.chance(2), self.chance(6)) {
            (true, _) => "hij".to_string(),
            (_, true) => match self.attribute_of_one(Kind::Date, scope) {
                Some(attribute) => attribute,
                None => self.aggregate(Kind::Number(UNITS[0]), scope),
            },
            _ => "er".to_string(),
        };
        let verb = if about == "er" { "wordt voldaan" } else { "voldoet" };
        let list = self.bullets(scope);
        match form {
            Form::Question => format!("{about} aan {of} volgende voorwaarden {verb}:{list}"),
            Form::Statement => format!("{about} {verb} aan {of} volgende voorwaarden:{list}"),
        }
    }
}
