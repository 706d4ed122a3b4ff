//! The start of a rule: for whom something is derived, and what (chapter 9).

use super::failure::Wanted;
use super::{Introduction, Parser, Readings, Scope, Visible, limits, too_many_instances};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    AttributeId, Binding, BindingId, BindingSource, KenmerkForm, KenmerkId, ObjectTypeId, Span,
    Subject, SubjectKind,
};
use crate::names::{Entry, Grammatical, Symbol};

/// What may stand behind `moet` when a value is derived.
pub(super) const DERIVING: &str =
    "‘berekend worden als’, ‘gesteld worden op’ of ‘geïnitialiseerd worden op’";

/// The start of a rule, up to its value or its condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// What is derived.
    pub conclusion: Conclusion,
    /// For whom.
    pub target: Subject,
    /// The instances the rule runs over.
    pub bindings: Vec<Binding>,
    /// What introduced each of them.
    pub introduced: Vec<Symbol>,
    /// Where the universal subject stands, when the rest of the rule begins at its first word.
    pub(super) introduction: Option<Introduction>,
}

/// What a rule derives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Conclusion {
    /// `moet berekend worden als`: a number or a date.
    Calculate(AttributeId),
    /// `moet gesteld worden op`.
    Set(AttributeId),
    /// `moet geïnitialiseerd worden op`.
    Initialise(AttributeId),
    /// `is X`, `heeft X`.
    Mark(KenmerkId),
    /// `moet groter zijn dan …`: a criterion.
    Check,
    /// `moeten uniek zijn`.
    Unique,
}

impl Head {
    /// What the rest of the rule can refer to.
    pub fn scope(&self) -> Scope {
        let visible = self.bindings.iter().zip(&self.introduced).enumerate();
        let visible = visible.map(|(index, (binding, introduced))| Visible {
            kind: SubjectKind::Binding(BindingId(index as u16)),
            objecttype: binding.objecttype,
            introduced: *introduced,
            element: false,
        });
        let introduction = self.introduction.clone();
        Scope { visible: visible.collect(), introduction, ..Scope::default() }
    }
}

/// A universal subject with what it introduces.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Universal {
    subject: Subject,
    bindings: Vec<Binding>,
    introduced: Vec<Symbol>,
}

impl Parser<'_> {
    /// All heads at a token.
    pub(super) fn heads(&self, at: usize) -> Readings<Head> {
        let mut out = self.attribute_heads(at);
        out.extend(self.kenmerk_heads(at));
        if at == 0 {
            out.extend(self.criterion_heads());
        }
        self.distinct(at, out)
    }

    /// `De zorgtoeslag van een Persoon moet berekend worden als`.
    fn attribute_heads(&self, at: usize) -> Readings<Head> {
        let name = at + usize::from(self.is_article(at));
        self.look_up(name, Wanted::Attribute);
        let mut out = Vec::new();
        for (length, entries) in
            self.declarations.names.matches(&self.tokens[name.min(self.tokens.len())..])
        {
            for entry in entries {
                if let Symbol::Partial(partial) = entry.symbol {
                    self.refuse_partial(name, name + length, partial);
                }
                let Symbol::Attribute(attribute) = entry.symbol else { continue };
                let Some(start) = self.after(name + length, &["van"]) else { continue };
                for (universal, end) in self.universal(start) {
                    if self.model()[attribute].objecttype != universal.subject.objecttype {
                        self.refuse(end, self.not_of(attribute, &universal.subject));
                        continue;
                    }
                    if self.accept(end, self.article(at, *entry)).is_none() {
                        continue;
                    }
                    let Some((conclusion, end)) = self.action(end, attribute) else { continue };
                    out.push((universal.head(conclusion), end));
                }
            }
        }
        out
    }

    fn not_of(&self, attribute: AttributeId, subject: &Subject) -> Diagnostic {
        let model = self.model();
        let message = format!(
            "‘{}’ is een attribuut van {}, niet van {}",
            model[attribute].name.singular,
            model[model[attribute].objecttype].name.singular,
            model[subject.objecttype].name.singular
        );
        Diagnostic::new(Code::Subject, subject.span, message).label("hoort niet bij elkaar")
    }

    fn action(&self, at: usize, attribute: AttributeId) -> Option<(Conclusion, usize)> {
        if self.sees(at, &["wordt", "verdeeld"]) {
            self.refuse(at + 2, self.unsupported(at, "verdeling"));
            return None;
        }
        let verb = self.after(at, &["moet"])?;
        let actions: [(&[&str], Conclusion); 4] = [
            (&["berekend", "worden", "als"], Conclusion::Calculate(attribute)),
            (&["gesteld", "worden", "op"], Conclusion::Set(attribute)),
            (&["geïnitialiseerd", "worden", "op"], Conclusion::Initialise(attribute)),
            (&["geinitialiseerd", "worden", "op"], Conclusion::Initialise(attribute)),
        ];
        for (words, conclusion) in actions {
            if self.sees(verb, words) {
                return Some((conclusion, verb + words.len()));
            }
        }
        self.expect(verb, DERIVING);
        None
    }

    fn unsupported(&self, at: usize, what: &str) -> Diagnostic {
        let message = format!("{what}: dit deel van RegelSpraak 2.3 wordt nog niet ondersteund");
        Diagnostic::new(Code::Unsupported, self.span(at, at + 1), message)
            .label("nog niet ondersteund")
    }

    /// `Een Persoon is minderjarig`, `Een Persoon heeft recht op zorgtoeslag`.
    fn kenmerk_heads(&self, at: usize) -> Readings<Head> {
        let mut out = Vec::new();
        for (universal, verb) in self.universal(at) {
            if !matches!(self.word(verb), "is" | "heeft") {
                self.expect(verb, "‘is’ of ‘heeft’");
                continue;
            }
            if self.word(verb + 1) == "niet" || self.word(verb + 1) == "geen" {
                let message = "een kenmerk kan niet worden weggenomen";
                let span = self.span(verb, verb + 2);
                self.refuse(
                    verb + 2,
                    Diagnostic::new(Code::Form, span, message)
                        .help("schrijf wanneer het kenmerk er wél is; anders is het er niet"),
                );
                continue;
            }
            let article = matches!(self.word(verb + 1), "een" | "de" | "het");
            let name = verb + 1 + usize::from(article);
            self.look_up(name, Wanted::Kenmerk);
            for (length, entries) in
                self.declarations.names.matches(&self.tokens[name.min(self.tokens.len())..])
            {
                for entry in entries {
                    let Symbol::Kenmerk(kenmerk) = entry.symbol else { continue };
                    let end = name + length;
                    let result = self.mark(kenmerk, &universal, verb, end);
                    let result =
                        result.and_then(|head| self.article(verb + 1, *entry).map(|()| head));
                    out.extend(self.accept(end, result).map(|head| (head, end)));
                }
            }
        }
        out
    }

    fn mark(
        &self,
        kenmerk: KenmerkId,
        universal: &Universal,
        verb: usize,
        end: usize,
    ) -> Result<Head, Diagnostic> {
        let model = self.model();
        let declared = &model[kenmerk];
        let name = &declared.name.singular;
        let span = self.span(verb, end);
        if declared.objecttype != universal.subject.objecttype {
            let message = format!(
                "‘{name}’ is een kenmerk van {}, niet van {}",
                model[declared.objecttype].name.singular,
                model[universal.subject.objecttype].name.singular
            );
            return Err(
                Diagnostic::new(Code::Subject, span, message).label("hoort niet bij elkaar")
            );
        }
        let has = self.word(verb) == "heeft";
        let (one, bare) = (self.word(verb + 1) == "een", !self.is_article(verb + 1));
        let (fits, written) = match declared.form {
            KenmerkForm::Adjective => (!has && !one && bare, format!("is {name}")),
            KenmerkForm::Plain => (!has && one, format!("is een {name}")),
            KenmerkForm::Possessive => (has, format!("heeft {name}")),
        };
        if !fits {
            let message = format!("zo wordt het kenmerk ‘{name}’ niet geschreven");
            return Err(Diagnostic::new(Code::Form, span, message)
                .label("andere schrijfwijze")
                .help(format!("schrijf ‘{written}’")));
        }
        Ok(universal.head(Conclusion::Mark(kenmerk)))
    }

    /// `een Persoon`, `een passagier van een Vlucht`, `de woning van een Huishouden`.
    pub(super) fn universal(&self, at: usize) -> Readings<Universal> {
        self.nested(at, || {
            let one = self.word(at) == "een";
            if !one && !self.is_article(at) {
                self.expect(at, "een onderwerp met ‘een’ ervoor, zoals ‘een Persoon’");
                return Vec::new();
            }
            self.look_up(at + 1, Wanted::Subject);
            let mut out = Vec::new();
            for (length, entries) in self.declarations.names.matches(&self.tokens[at + 1..]) {
                let end = at + 1 + length;
                for entry in entries.iter().filter(|e| e.number == Grammatical::Singular) {
                    if one && !self.is_namesake(entry.symbol, entries) {
                        out.extend(self.introduce(at, end, entry.symbol).map(|u| (u, end)));
                    } else if one {
                        // Only the objecttype is introduced.
                    } else if let Symbol::ObjectType(_) = entry.symbol {
                        let message = "een regel begint met een onderwerp met ‘een’ ervoor";
                        let report = Diagnostic::new(Code::Subject, self.span(at, end), message);
                        self.refuse(end, report.label("met ‘een’"));
                    }
                    if let (Symbol::Role(role), true) = (entry.symbol, self.sees(end, &["van"])) {
                        for (inner, stop) in self.universal(end + 1) {
                            let result = self.through(at, stop, one, role, inner);
                            let result = result.and_then(|u| self.article(at, *entry).map(|()| u));
                            out.extend(self.accept(stop, result).map(|u| (u, stop)));
                        }
                    }
                }
            }
            out
        })
    }

    /// Whether a rol has the same name as the objecttype that plays it. `een Woning` is then every
    /// Woning, not only those that play the rol; after `van` the rol is still meant.
    fn is_namesake(&self, symbol: Symbol, entries: &[Entry]) -> bool {
        let Symbol::Role(role) = symbol else { return false };
        let objecttype = Symbol::ObjectType(self.model()[role].objecttype);
        entries.iter().any(|entry| entry.symbol == objecttype)
    }

    fn introduce(&self, at: usize, end: usize, symbol: Symbol) -> Option<Universal> {
        let model = self.model();
        let (objecttype, source): (ObjectTypeId, BindingSource) = match symbol {
            Symbol::ObjectType(id) => (id, BindingSource::Every),
            Symbol::Role(id) => (model[id].objecttype, BindingSource::EveryWithRole(id)),
            Symbol::Kenmerk(id) if model[id].form == KenmerkForm::Plain => {
                (model[id].objecttype, BindingSource::EveryWithKenmerk(id))
            }
            _ => return None,
        };
        let kind = SubjectKind::Binding(BindingId(0));
        Some(Universal {
            subject: Subject { kind, objecttype, many: false, span: self.span(at, end) },
            bindings: vec![Binding { objecttype, source }],
            introduced: vec![symbol],
        })
    }

    /// A role of a universal subject: `een lid van een Huishouden` runs over each of them, `de
    /// woning van een Huishouden` is the only one.
    fn through(
        &self,
        at: usize,
        end: usize,
        one: bool,
        role: crate::model::RoleId,
        mut inner: Universal,
    ) -> Result<Universal, Diagnostic> {
        let model = self.model();
        let declared = &model[role];
        let other = &model[model[declared.facttype].opposite(role)];
        let span = self.span(at, end);
        if other.objecttype != inner.subject.objecttype {
            let message = format!(
                "de rol ‘{}’ hoort bij {}, niet bij {}",
                declared.name.singular,
                model[other.objecttype].name.singular,
                model[inner.subject.objecttype].name.singular
            );
            return Err(
                Diagnostic::new(Code::Subject, span, message).label("hoort niet bij elkaar")
            );
        }
        if one != declared.many {
            let (word, why) = match declared.many {
                true => ("een", "meer dan één"),
                false => ("de’ of ‘het", "één"),
            };
            let message = format!("de rol ‘{}’ wordt door {why} vervuld", declared.name.singular);
            return Err(Diagnostic::new(Code::Subject, span, message)
                .label("ander lidwoord")
                .help(format!("schrijf ‘{word}’ voor de rol")));
        }
        let objecttype = declared.objecttype;
        let kind = SubjectKind::Role { of: Box::new(inner.subject), role };
        let reached = Subject { kind, objecttype, many: declared.many, span };
        if !declared.many {
            return Ok(Universal { subject: reached, ..inner });
        }
        if inner.bindings.len() >= limits::INSTANCES {
            return Err(too_many_instances(span));
        }
        let binding = BindingId(inner.bindings.len() as u16);
        inner.bindings.push(Binding { objecttype, source: BindingSource::Each(reached) });
        inner.introduced.push(Symbol::Role(role));
        let kind = SubjectKind::Binding(binding);
        Ok(Universal { subject: Subject { kind, objecttype, many: false, span }, ..inner })
    }
}

impl Universal {
    fn head(&self, conclusion: Conclusion) -> Head {
        Head {
            conclusion,
            target: self.subject.clone(),
            bindings: self.bindings.clone(),
            introduced: self.introduced.clone(),
            introduction: None,
        }
    }

    /// The head of a consistentieregel with this subject at a place of its sentence.
    pub(super) fn introduced_at(self, start: Span, length: usize, conclusion: Conclusion) -> Head {
        let introduction = Introduction { start, length, subject: self.subject.clone() };
        Head { introduction: Some(introduction), ..self.head(conclusion) }
    }
}
