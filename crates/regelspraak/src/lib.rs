//! RegelSpraak 2.3, the controlled Dutch of the Dutch tax administration.
//!
//! This crate turns rule text into a checked, typed [`model::Model`], or into diagnostics that
//! say where the text is wrong and how to mend it. It reads no files, knows no law and executes
//! nothing: that is for the rooms above it.
//!
//! ```
//! use regelspraak::{compile, source::Source};
//!
//! let text = "Objecttype de Persoon (mv: Personen) (bezield)
//!   de leeftijd    Numeriek (geheel getal) met eenheid jr;
//!   is volwassen   kenmerk (bijvoeglijk);
//!
//! Regel volwassen
//!   geldig altijd
//!     Een Persoon is volwassen
//!     indien zijn leeftijd groter of gelijk is aan 18 jr.
//! ";
//! let model = compile(&[Source::new("voorbeeld.regels", text)]).unwrap();
//! assert_eq!(model.rules.len(), 1);
//! ```

mod cursor;
mod declare;
pub mod diagnostic;
mod items;
mod lexer;
pub mod model;
mod names;
pub mod number;
mod sentence;
pub mod source;
mod timing;

use diagnostic::{Diagnostic, Diagnostics};
use items::{Item, ItemKind};
use lexer::Lexed;
use model::{FileId, Model, SourceFile, same_name};
use source::Source;

/// Compiles texts that together form one model. All mistakes in all texts are reported at once;
/// nothing is returned unless there are none.
pub fn compile(sources: &[Source]) -> Result<Model, Diagnostics> {
    let mut found = Vec::new();
    let model = compile_into(sources, &mut found);
    if found.is_empty() { Ok(model) } else { Err(Diagnostics::new(found, sources)) }
}

/// How many consistentieregels that change in time may use each other from below; sentences of law
/// use those above them.
const ROUNDS: usize = 4;

/// Finds out when what the consistentieregels say may change: that depends on what they read, which
/// may be what other consistentieregels say.
fn settle(checks: &[&(&str, Item<'_>)], declarations: &mut declare::Declarations) {
    for _ in 0..ROUNDS {
        let mut changed = false;
        for (text, item) in checks {
            // What is wrong is reported when the rules are read for good.
            let read = sentence::read_rule(text, declarations, item, &mut Vec::new());
            for version in read.iter().flat_map(|rule| &rule.versions) {
                for (check, timeline) in timing::of_checks(&declarations.model, version) {
                    let known = &mut declarations.model.checks[check.index()].timeline;
                    changed |= *known != timeline;
                    *known = timeline;
                }
            }
        }
        if !changed {
            return;
        }
    }
}

fn compile_into(sources: &[Source], found: &mut Vec<Diagnostic>) -> Model {
    let lexed: Vec<Lexed> = sources
        .iter()
        .enumerate()
        .map(|(index, source)| lexer::lex(source, FileId(index as u32), found))
        .collect();
    let mut items: Vec<(&str, Item<'_>)> = Vec::new();
    for (source, lexed) in sources.iter().zip(&lexed) {
        let split = items::split(&source.text, lexed, found);
        items.extend(split.into_iter().map(|item| (source.text.as_str(), item)));
    }
    let mut declarations = declare::declare(items.iter().map(|(text, item)| (*text, item)), found);
    let regels = items.iter().filter(|(_, item)| item.kind == ItemKind::Rule);
    let checks: Vec<&(&str, Item<'_>)> = regels
        .filter(|(text, item)| sentence::declare_checks(text, &mut declarations, item))
        .collect();
    settle(&checks, &mut declarations);
    let mut rules: Vec<model::Rule> = Vec::new();
    for (text, item) in &items {
        let mut problems = Vec::new();
        let read = match item.kind {
            ItemKind::Rule => sentence::read_rule(text, &declarations, item, &mut problems),
            ItemKind::Table => sentence::read_table(text, &declarations, item, &mut problems),
            _ => continue,
        };
        if !declarations.mentions_broken(item.tokens) {
            found.append(&mut problems);
        }
        let Some(rule) = read else { continue };
        for version in &rule.versions {
            found.extend(timing::check_settled(&declarations.model, version).err());
        }
        if let Some(earlier) = rules.iter().find(|earlier| same_name(&earlier.name, &rule.name)) {
            found.push(declare::duplicate("de regel", &rule.name, rule.span, earlier.span));
        }
        rules.push(rule);
    }
    let files = sources.iter().map(|source| SourceFile { name: source.name.clone() });
    declarations.model.files = files.collect();
    declarations.model.rules = rules;
    declarations.model
}
