//! Regels and beslistabellen.

use crate::declarations::{DEEL, DING, Kind, Mark, TYPES, UNITS, Unit};
use crate::writer::{Form, Scope, Writer};

/// How many parts the expressions and conditions of a rule have at most.
const PARTS: u32 = 18;

impl Writer<'_> {
    pub fn rule(&mut self, number: usize) -> String {
        if self.chance(6) {
            return self.table(number);
        }
        let mut text = format!("\nRegel r{number}\n");
        match self.pick(6) {
            5 => {
                for validity in ["geldig t/m 2020", "geldig vanaf 01-01-2021"] {
                    text.push_str(&format!("  {validity}\n    {}\n", self.sentence()));
                }
            }
            _ => text.push_str(&format!("  geldig altijd\n    {}\n", self.sentence())),
        }
        text
    }

    fn sentence(&mut self) -> String {
        self.fuel = PARTS;
        let (head, owner, mut scope) = self.universal();
        if self.chance(3)
            && let Some((mark, rank)) = self.marked(owner)
        {
            scope.rank = rank;
            let condition = self.when(&scope);
            return format!("{} {mark}{condition}.", capital(&head));
        }
        let (target, rank) = self.target(owner);
        scope.rank = rank;
        let variables = self.variables(&mut scope);
        let attribute = &self.declared.attributes[target];
        let (article, name, kind) = (attribute.article, attribute.name, attribute.kind);
        let decimals = attribute.decimals;
        let value = self.value(kind, &scope);
        // A number in maanden could get decimals when it becomes one in jaren.
        let value = match kind {
            Kind::Number(Unit::Year) => format!("0 jr plus {value}"),
            _ => value,
        };
        let value = match decimals {
            Some(most) => format!("({value}) rekenkundig afgerond op {most} decimalen"),
            None => value,
        };
        let calculated = matches!(kind, Kind::Number(_) | Kind::Date) && self.chance(2);
        let action = match (calculated, self.chance(5)) {
            (_, true) => "geïnitialiseerd worden op",
            (true, _) => "berekend worden als",
            _ => "gesteld worden op",
        };
        let condition = self.when(&scope);
        let article = capital(article);
        let end = if variables.is_empty() { "." } else { "" };
        format!("{article} {name} van {head} moet {action} {value}{condition}{end}{variables}")
    }

    /// For whom, of which objecttype, and what a sentence can then name.
    fn universal(&mut self) -> (String, usize, Scope) {
        let (parts, mates) = (self.declared.parts, self.declared.mates);
        let held = self.declared.kenmerken.iter().any(|own| own.name == "held");
        let (head, subjects): (&str, &[(&str, usize)]) = match self.pick(8) {
            0 | 1 => ("een Ding", &[("het Ding", DING)]),
            2 | 3 => ("een Deel", &[("het Deel", DEEL)]),
            4 if parts => {
                ("een onderdeel van een Ding", &[("het Ding", DING), ("het onderdeel", DEEL)])
            }
            4 => ("het onderdeel van een Ding", &[("het Ding", DING)]),
            5 if mates => ("een maat van een geheel", &[("het geheel", DING), ("de maat", DING)]),
            5 => ("de maat van een geheel", &[("het geheel", DING)]),
            6 if held => ("een held", &[("de held", DING)]),
            _ => ("een geheel", &[("het geheel", DING)]),
        };
        let owner = if head.contains("onderdeel") || head == "een Deel" { DEEL } else { DING };
        let subjects = subjects.iter().map(|(name, owner)| (name.to_string(), *owner));
        let mut scope = Scope { subjects: subjects.collect(), ..Scope::default() };
        let animate = |(_, owner): &&(String, usize)| self.declared.animate[*owner];
        scope.animate = scope.subjects.iter().filter(animate).count() == 1
            && scope.subjects.last().as_ref().is_some_and(animate);
        (head.to_string(), owner, scope)
    }

    /// An attribuut of an objecttype, and its rank.
    fn target(&mut self, owner: usize) -> (usize, usize) {
        let all = self.declared.attributes.iter().enumerate();
        let own: Vec<usize> = all.filter(|(_, own)| own.owner == owner).map(|(at, _)| at).collect();
        // Rather a late one, that can read the others.
        let target = own[own.len() - 1 - self.pick(own.len())];
        (target, if self.chance(16) { usize::MAX } else { 2 * target })
    }

    /// A kenmerk as a rule gives it, and its rank.
    fn marked(&mut self, owner: usize) -> Option<(String, usize)> {
        let all = self.declared.kenmerken.iter().enumerate();
        let own: Vec<usize> = all.filter(|(_, own)| own.owner == owner).map(|(at, _)| at).collect();
        let target = own[own.len() - 1 - self.pick(own.len())];
        let kenmerk = &self.declared.kenmerken[target];
        let text = match kenmerk.mark {
            Mark::Adjective => format!("is {}", kenmerk.name),
            Mark::Plain => format!("is een {}", kenmerk.name),
            Mark::Possessive => format!("heeft {}", kenmerk.name),
        };
        // Attributen of the same rank or higher may read the kenmerk.
        Some((text, if self.chance(4) { usize::MAX } else { 2 * target + 1 }))
    }

    fn when(&mut self, scope: &Scope) -> String {
        match self.pick(3) {
            0 => String::new(),
            _ => format!("\n    indien {}", self.condition(Form::Question, scope)),
        }
    }

    fn variables(&mut self, scope: &mut Scope) -> String {
        let mut text = String::new();
        for number in 0..self.pick(6).saturating_sub(1) {
            let kinds = [Kind::Number(UNITS[self.pick(4)]), Kind::Number(UNITS[0]), Kind::Date];
            let kind = kinds[self.pick(kinds.len())];
            let (name, value) = (format!("x{number}"), self.value(kind, scope));
            text.push_str(&format!("\n      {name} is {value}"));
            scope.variables.push((name, kind));
        }
        if text.is_empty() { text } else { format!("\n    Daarbij geldt:{text}.") }
    }

    fn table(&mut self, number: usize) -> String {
        self.fuel = PARTS;
        let owner = self.pick(2);
        let (name, _, article) = TYPES[owner];
        let (target, rank) = self.target(owner);
        let subjects = vec![(format!("{article} {name}"), owner)];
        let scope = Scope { subjects, rank, ..Scope::default() };
        let attribute = &self.declared.attributes[target];
        let (kind, decimals) = (attribute.kind, attribute.decimals);
        let conclusion = format!("{} {} van een {name}", attribute.article, attribute.name);
        // A list of conditions does not fit in a cell.
        self.fuel = 0;
        let asked = self.condition(Form::Question, &scope);
        let unit = Kind::Number(UNITS[self.pick(4)]);
        let compared = self.leaf(unit, &scope);
        let mut text = format!(
            "\nBeslistabel r{number}\n  geldig altijd\n    |   | {conclusion} moet gesteld worden op | \
             indien {compared} groter is dan | indien {asked} |\n    |---|---|---|---|\n"
        );
        for row in 1..2 + self.pick(3) {
            let value = self.leaf(kind, &scope);
            let value = match kind {
                Kind::Number(Unit::Year) => format!("0 jr plus {value}"),
                _ => value,
            };
            let value = match decimals {
                Some(most) => format!("({value}) naar boven afgerond op {most} decimalen"),
                None => value,
            };
            let than = if self.chance(4) { "n.v.t.".to_string() } else { self.leaf(unit, &scope) };
            let truth = self.one(&["waar", "onwaar", "n.v.t."]);
            text.push_str(&format!("    | {row} | {value} | {than} | {truth} |\n"));
        }
        text
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
