//! Attributen with dimensies of which not every label is said: several values, which only an
//! aggregation takes (section 5.8.5).

use super::{Parser, Readings, Scope};
use crate::declare::Partial;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{DimensionId, Dimensioned, Expr, LabelPlace, Subject};
use crate::names::{PartialId, Symbol};

/// For each dimensie the labels that are meant, once they are said.
type Chosen = Vec<Option<Vec<usize>>>;

impl Parser<'_> {
    fn partial(&self, id: PartialId) -> Option<(&Partial, &Dimensioned)> {
        let partial = self.declarations.partials.get(id.0 as usize)?;
        Some((partial, self.model().dimensioned.get(partial.of)?))
    }

    /// Notes which dimensies of an attribuut are not said.
    pub(super) fn refuse_partial(&self, from: usize, end: usize, id: PartialId) {
        let Some((partial, of)) = self.partial(id) else { return };
        let model = self.model();
        let missing = of.dimensions.iter().zip(&partial.labels).filter(|(_, it)| it.is_none());
        let missing: Vec<DimensionId> = missing.map(|(dimension, _)| *dimension).collect();
        let names = missing.iter().map(|it| &model[*it].name);
        let names: Vec<(&str, &str)> = names
            .map(|name| (name.article.as_deref().unwrap_or("de"), name.singular.as_str()))
            .collect();
        let labels: Vec<String> =
            missing.iter().map(|it| format!("‘{}’", model[*it].labels.join("’, ‘"))).collect();
        let absent = names.iter().map(|(article, name)| format!("{article} {name}"));
        let absent = absent.collect::<Vec<_>>().join(" en ");
        let message = format!("bij ‘{}’ ontbreekt {absent}", of.name.singular);
        let which = names.iter().map(|(article, name)| match *article {
            "het" => format!("welk {name}?"),
            _ => format!("welke {name}?"),
        });
        let report = Diagnostic::new(Code::Subject, self.span(from, end), message)
            .label(which.collect::<Vec<_>>().join(" "))
            .suggest(missing.iter().find_map(|dimension| self.label_meant(*dimension, end)))
            .help(format!("noem een van de labels {}", labels.join(" en een van ")));
        self.refuse(end, report);
    }

    /// The label of a dimensie that must have been meant behind its preposition.
    fn label_meant(&self, id: DimensionId, at: usize) -> Option<String> {
        let dimension = &self.model()[id];
        let LabelPlace::After(word) = &dimension.place else { return None };
        let written = self.tokens.get(at + 1..).filter(|_| self.word(at) == word)?;
        let words = &self.declarations.dimension_words[id.index()].labels;
        let scored = dimension.labels.iter().zip(words).map(|(label, words)| {
            let written = written.iter().take(words.len()).map(|token| token.lower.as_str());
            let written = written.collect::<Vec<_>>().join(" ");
            (strsim::normalized_damerau_levenshtein(&written, &words.join(" ")), label)
        });
        let best = scored.max_by(|one, other| one.0.total_cmp(&other.0));
        best.filter(|(likeness, _)| *likeness > 0.66).map(|(_, label)| label.clone())
    }

    /// The values of an attribuut for several labels, from its article or `zijn` on: `zijn verbruik
    /// over alle dagdelen`, `de verbruiken van alle Klanten over de dagdelen vanaf … t/m …`.
    pub(super) fn dimension_values(&self, at: usize, scope: &Scope) -> Readings<Vec<Expr>> {
        let own = matches!(self.word(at), "zijn" | "haar");
        let name = at + usize::from(own || self.is_article(at) || self.word(at) == "alle");
        let mut out = Vec::new();
        let rest = &self.tokens[name.min(self.tokens.len())..];
        for (length, entries) in self.declarations.names.matches(rest) {
            let end = name + length;
            for entry in entries {
                let Symbol::Partial(id) = entry.symbol else { continue };
                let Some((partial, of)) = self.partial(id) else { continue };
                let subjects: Readings<Subject> = match own {
                    true => {
                        let subject = self.accept(end, self.animate(at, scope));
                        subject.map(|subject| (subject, end)).into_iter().collect()
                    }
                    false => match self.after(end, &["van"]) {
                        Some(end) => self.subject(end, scope),
                        None => Vec::new(),
                    },
                };
                for (subject, end) in subjects {
                    let chosen = partial.labels.iter().map(|label| label.map(|it| vec![it]));
                    for (chosen, end) in self.selections(of, chosen.collect(), end) {
                        let values = self.values_of(at, end, of, &chosen, &subject);
                        out.extend(self.accept(end, values).map(|values| (values, end)));
                    }
                }
            }
        }
        self.distinct(at, out)
    }

    /// One attribuut for each combination of the labels chosen.
    fn values_of(
        &self,
        from: usize,
        end: usize,
        of: &Dimensioned,
        chosen: &Chosen,
        subject: &Subject,
    ) -> Result<Vec<Expr>, Diagnostic> {
        let combinations = chosen.iter().flatten().fold(vec![Vec::new()], |so_far, labels| {
            let longer = so_far.iter().flat_map(|known: &Vec<usize>| {
                labels.iter().map(move |label| {
                    let mut known = known.clone();
                    known.push(*label);
                    known
                })
            });
            longer.collect()
        });
        let found = combinations.iter().filter_map(|labels| of.attribute(self.model(), labels));
        found.map(|id| self.attribute(id, subject.clone(), self.span(from, end))).collect()
    }

    /// The selections of labels behind a subject, until every dimensie has some.
    fn selections(&self, of: &Dimensioned, chosen: Chosen, at: usize) -> Readings<Chosen> {
        self.follow(at, vec![(chosen, at)], |(chosen, at), complete| {
            let missing = (0..chosen.len()).filter(|position| chosen[*position].is_none());
            let missing: Vec<usize> = missing.collect();
            if missing.is_empty() {
                complete.push((chosen, at));
                return Vec::new();
            }
            let mut longer = Vec::new();
            for &position in &missing {
                let dimension = of.dimensions[position];
                let alone = missing.len() == 1;
                for (labels, end) in self.selection_of(dimension, alone, at) {
                    let mut chosen = chosen.clone();
                    chosen[position] = Some(labels);
                    longer.push((chosen, end));
                }
            }
            longer
        })
    }

    /// `over alle dagdelen`, `over de dagdelen vanaf A t/m B`, `over de dagdelen in {A,
    /// B en C}`; for the only dimensie that is not said also `vanaf A t/m B`.
    fn selection_of(&self, id: DimensionId, alone: bool, at: usize) -> Readings<Vec<usize>> {
        let dimension = &self.model()[id];
        if alone && self.sees(at, &["vanaf"]) {
            return self.interval(id, at);
        }
        let plural = dimension.name.plural.as_deref().unwrap_or(&dimension.name.singular);
        let words = &self.declarations.dimension_words[id.index()].plural;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let all: Vec<&str> = [&["over", "alle"], words.as_slice()].concat();
        if self.sees(at, &["over", "alle"]) {
            let end = self.after(at, &all).into_iter();
            return end.map(|end| ((0..dimension.labels.len()).collect(), end)).collect();
        }
        let some: Vec<&str> = [&["over", "de"], words.as_slice()].concat();
        if !self.sees(at, &["over", "de"]) {
            self.expect(at, &format!("‘over alle {plural}’"));
            return Vec::new();
        }
        let Some(at) = self.after(at, &some) else { return Vec::new() };
        if self.sees(at, &["in", "{"]) {
            let one = |at: usize| self.label(id, at);
            let mut lists: Readings<Vec<usize>> = self.list(at + 2, &["en"], one);
            lists.extend(one(at + 2).into_iter().map(|(label, end)| (vec![label], end)));
            let closed = lists.into_iter().filter_map(|(labels, end)| {
                let mut labels = labels;
                labels.sort_unstable();
                labels.dedup();
                Some((labels, self.after(end, &["}"])?))
            });
            return closed.collect();
        }
        self.interval(id, at)
    }

    /// `vanaf A t/m B`.
    fn interval(&self, id: DimensionId, at: usize) -> Readings<Vec<usize>> {
        let dimension = &self.model()[id];
        let Some(start) = self.after(at, &["vanaf"]) else {
            self.expect(at, "‘in {’");
            return Vec::new();
        };
        let mut out = Vec::new();
        for (first, end) in self.label(id, start) {
            let Some(end) = self.after(end, &["t", "/", "m"]) else { continue };
            for (last, end) in self.label(id, end) {
                let span = self.span(at, end);
                let refuse = |message: String, help: &str| {
                    let report = Diagnostic::new(Code::Form, span, message);
                    self.refuse(end, report.label("geen reeks").help(help));
                };
                if !dimension.ordered {
                    let name = &dimension.name.singular;
                    let message = format!("de labels van ‘{name}’ hebben geen volgorde");
                    refuse(message, "nummer ze in de declaratie, of noem ze: ‘in {… en …}’");
                } else if last < first {
                    let (one, other) = (&dimension.labels[first], &dimension.labels[last]);
                    let message = format!("‘{one}’ komt na ‘{other}’");
                    refuse(message, "noem het eerste label voorop");
                } else {
                    out.push(((first..=last).collect(), end));
                }
            }
        }
        out
    }

    /// A label of a dimensie.
    fn label(&self, id: DimensionId, at: usize) -> Readings<usize> {
        let labels = &self.declarations.dimension_words[id.index()].labels;
        let found = labels.iter().enumerate().filter_map(|(position, words)| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            self.sees(at, &words).then_some((position, at + words.len()))
        });
        let found: Readings<usize> = found.collect();
        if found.is_empty() {
            let labels = self.model()[id].labels.join("’, ‘");
            self.expect(at, &format!("een label: ‘{labels}’"));
        }
        found
    }
}
