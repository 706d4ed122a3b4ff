//! Readable ids: `rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand`, the package and the name. They are part of
//! addresses, so they hold lower case letters, digits, `-`, `_` and `.` only.
//!
//! An id hangs on nothing but the package and the name, so it stays the same whatever else changes. Two rules or
//! two parameters of a package that would get the same one are refused when the corpus is checked.

use std::collections::HashMap;

use regelspraak::diagnostic::{Code, Diagnostic};
use regelspraak::model::{Model, ParameterId, RuleId, Span};

/// The letters that are written with a mark, without it.
const MARKED: [(&str, char); 6] =
    [("áàâäã", 'a'), ("éèêë", 'e'), ("íìîï", 'i'), ("óòôöõ", 'o'), ("úùûü", 'u'), ("ç", 'c')];

/// A name as a part of an id: `een café van € 5` is `een-cafe-van-5`.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = MARKED.iter().find(|(marked, _)| marked.contains(letter));
        let letter = plain.map_or(letter, |(_, plain)| *plain);
        match letter {
            '-' | '_' | 'a'..='z' | '0'..='9' => out.push(letter),
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.trim_matches('-').to_string()
}

/// The package of a file: the first two folders of its name. Worked examples belong to the package that they
/// stand in.
pub fn package_path(file: &str) -> String {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let parts = folder.split('/').filter(|part| *part != "voorbeelden");
    parts.take(2).collect::<Vec<_>>().join("/")
}

/// The id of a package by its path.
pub fn package_id(path: &str) -> String {
    let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(slug).collect();
    match parts.is_empty() {
        true => "regels".to_string(),
        false => parts.join("."),
    }
}

/// The id of a rule.
pub fn rule_id(model: &Model, rule: RuleId) -> String {
    let rule = &model[rule];
    of(model, rule.span, &rule.name)
}

/// The id of a parameter.
pub fn parameter_id(model: &Model, parameter: ParameterId) -> String {
    let parameter = &model[parameter];
    of(model, parameter.span, &parameter.name.singular)
}

fn of(model: &Model, span: Span, name: &str) -> String {
    let file = model.files.get(span.file.index()).map_or("", |file| file.name.as_str());
    format!("{}.{}", package_id(&package_path(file)), slug(name))
}

/// The rules and parameters that look so much like an earlier one of their package that they have its id.
pub(crate) fn alike(model: &Model) -> Vec<Diagnostic> {
    let rules = model.rules.iter().map(|it| (it.span, it.name.as_str()));
    let parameters = model.parameters.iter().map(|it| (it.span, it.name.singular.as_str()));
    let mut found = twice(model, "regel", rules);
    found.extend(twice(model, "parameter", parameters));
    found
}

fn twice<'m>(
    model: &'m Model,
    kind: &str,
    named: impl Iterator<Item = (Span, &'m str)>,
) -> Vec<Diagnostic> {
    let mut taken: HashMap<String, (Span, &str)> = HashMap::new();
    let mut found = Vec::new();
    for (span, name) in named {
        let id = of(model, span, name);
        let Some((earlier, other)) = taken.get(&id) else {
            taken.insert(id, (span, name));
            continue;
        };
        let message = format!("de {kind} ‘{name}’ lijkt te veel op ‘{other}’ in hetzelfde pakket");
        found.push(
            Diagnostic::new(Code::Duplicate, span, message)
                .help(format!("geef een van de twee een andere naam; allebei zijn ze ‘{id}’"))
                .related(*earlier, "hier staat de andere"),
        );
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use regelspraak::compile;
    use regelspraak::source::Source;

    use super::*;

    #[test]
    fn a_name_is_made_fit_for_an_address() {
        assert_eq!(slug("Één café, van € 5!"), "een-cafe-van-5");
        assert_eq!(package_id(&package_path("rijk/awir/voorbeelden/a.yaml")), "rijk.awir");
        assert_eq!(package_id(&package_path("a.regels")), "regels");
    }

    /// Two parameters in files of the given names.
    fn parameters(first: &str, second: &str) -> Model {
        let one = Source::new(first, "Parameter de grens van 5 : Numeriek (geheel getal);\n");
        let other = Source::new(second, "Parameter de Grens, van 5 : Numeriek (geheel getal);\n");
        compile(&[one, other]).unwrap()
    }

    #[test]
    fn names_that_look_alike_are_for_different_packages() {
        let apart = parameters("rijk/awir/a.regels", "rijk/aow/a.regels");
        assert_eq!(alike(&apart), []);
        let ids = [0, 1].map(|at| parameter_id(&apart, ParameterId(at)));
        assert_eq!(ids, ["rijk.awir.grens-van-5", "rijk.aow.grens-van-5"]);
        let together = parameters("rijk/awir/a.regels", "rijk/awir/b.regels");
        let found = alike(&together);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("‘Grens, van 5’ lijkt te veel op ‘grens van 5’"));
        assert_eq!((found[0].span.file.index(), found[0].related[0].0.file.index()), (1, 0));
    }
}
