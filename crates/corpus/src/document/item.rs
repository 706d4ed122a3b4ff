//! A place in a document, and the typed values that can be asked of it.

use jiff::civil::Date;
use regelspraak::number::Number;

use super::node::shorten;
use super::{
    DocumentError, Key, Node, NodeKind, Position, Problems, date_from_text, did_you_mean, excerpt,
    write_plainly,
};

const LIST: &str = "een lijst";
const GROUP: &str = "een groep velden";

/// A node with the file and the path that lead to it.
#[derive(Debug, Clone)]
pub struct Item<'d> {
    file: &'d str,
    node: &'d Node,
    path: String,
    /// Whether it cannot be left out.
    required: bool,
}

/// A group of fields.
#[derive(Debug, Clone)]
pub struct Fields<'d> {
    item: Item<'d>,
    entries: &'d [(Key, Node)],
}

impl<'d> Item<'d> {
    pub(super) fn root(file: &'d str, node: &'d Node) -> Item<'d> {
        Item { file, node, path: String::new(), required: true }
    }

    /// The node.
    pub fn node(&self) -> &'d Node {
        self.node
    }

    /// Where it stands.
    pub fn position(&self) -> Position {
        self.node.position
    }

    /// The path to it: `huishouden.personen[1].loon`; list items count from 1.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// An error about this value.
    pub fn error(&self, message: impl Into<String>) -> DocumentError {
        DocumentError {
            file: self.file.to_string(),
            line: self.node.position.line,
            column: self.node.position.column,
            path: self.path.clone(),
            message: message.into(),
            hint: None,
        }
    }

    /// The text as written, of anything but a list, a group or nothing.
    pub fn text(&self) -> Result<&'d str, DocumentError> {
        self.scalar("tekst")
    }

    /// A number, exactly. Quotes are allowed; a decimal comma too. Grouping marks, powers of ten
    /// (`1e3`), underscores and words are not.
    pub fn number(&self) -> Result<Number, DocumentError> {
        let text = self.scalar("een getal")?;
        let number = if text.contains('_') { None } else { Number::parse(text) };
        number.ok_or_else(|| {
            let hint = write_plainly(text);
            self.error(format!("{} is geen getal.", excerpt(text))).with_hint(
                hint.unwrap_or_else(|| "Schrijf bijvoorbeeld 28000 of 712.50.".to_string()),
            )
        })
    }

    /// `true` or `false`; `ja` and `nee` are understood as well.
    pub fn boolean(&self) -> Result<bool, DocumentError> {
        let text = self.scalar("ja of nee")?;
        match text.to_lowercase().as_str() {
            "true" | "ja" => Ok(true),
            "false" | "nee" => Ok(false),
            _ => Err(self
                .error(format!("{} is geen ja of nee.", excerpt(text)))
                .with_hint("Schrijf true (ja) of false (nee).")),
        }
    }

    /// A day, written as `yyyy-mm-dd`.
    pub fn date(&self) -> Result<Date, DocumentError> {
        if self.node.is_null() {
            let form = "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-01-15";
            return Err(self.nothing("een datum", form));
        }
        let text = self.scalar("een datum")?;
        date_from_text(text).map_err(|(message, hint)| self.error(message).with_hint(hint))
    }

    /// One of some words.
    pub fn choice<'k>(&self, allowed: &[&'k str]) -> Result<&'k str, DocumentError> {
        if self.node.is_null() {
            return Err(self.nothing("een keuze", &format!("Kies uit: {}", allowed.join(", "))));
        }
        let text = self.scalar("een keuze")?;
        allowed.iter().find(|&&word| word == text).copied().ok_or_else(|| {
            self.error(format!("{} kan hier niet.", excerpt(text)))
                .with_hint(format!("Kies uit: {}.", allowed.join(", ")))
        })
    }

    /// The items of a list.
    pub fn list(&self) -> Result<Vec<Item<'d>>, DocumentError> {
        let NodeKind::Sequence(nodes) = &self.node.kind else {
            return Err(self.unlike(LIST));
        };
        let item = |(index, node)| {
            let path = format!("{}[{}]", self.path, index + 1);
            Item { file: self.file, node, path, required: false }
        };
        Ok(nodes.iter().enumerate().map(item).collect())
    }

    /// A group of fields with any names.
    pub fn mapping(&self) -> Result<Fields<'d>, DocumentError> {
        match &self.node.kind {
            NodeKind::Mapping(entries) => Ok(Fields { item: self.clone(), entries }),
            _ => Err(self.unlike(GROUP)),
        }
    }

    /// A group of fields of which all names are known. Each other name is a problem that tells
    /// the nearest one; the fields can be used all the same.
    pub fn fields(&self, known: &[&str], problems: &mut Problems) -> Option<Fields<'d>> {
        self.fields_or(known, |_| None, problems)
    }

    /// As [`Item::fields`], with advice of the caller's own for an unknown name, if it has any.
    pub fn fields_or(
        &self,
        known: &[&str],
        advice: impl Fn(&str) -> Option<String>,
        problems: &mut Problems,
    ) -> Option<Fields<'d>> {
        let fields = problems.keep(self.mapping())?;
        let mut before: Option<Item<'_>> = None;
        for (key, value) in fields.entries() {
            if problems.is_full() {
                break;
            }
            if !known.contains(&key.text.as_str()) {
                problems.push(match comma(before.as_ref(), key, &value) {
                    Some(error) => error,
                    None => {
                        let hint = advice(&key.text).or_else(|| did_you_mean(&key.text, known));
                        let all = || format!("Deze velden kunnen hier: {}.", known.join(", "));
                        let message = format!("Het veld {} bestaat hier niet.", excerpt(&key.text));
                        let error = value.error(message).with_hint(hint.unwrap_or_else(all));
                        let Position { line, column } = key.position;
                        DocumentError { line, column, ..error }
                    }
                });
            }
            before = Some(value);
        }
        Some(fields)
    }

    fn scalar(&self, expected: &str) -> Result<&'d str, DocumentError> {
        match &self.node.kind {
            NodeKind::Scalar { text, .. } if !self.node.is_null() => Ok(text),
            _ => Err(self.unlike(expected)),
        }
    }

    fn unlike(&self, expected: &str) -> DocumentError {
        if self.node.is_null() {
            let advice = match expected {
                GROUP => "Zet er velden onder",
                LIST => "Zet er een lijst onder",
                _ => "Vul een waarde in",
            };
            return self.nothing(expected, advice);
        }
        let found = self.node.describe();
        self.error(format!("Hier hoort {expected} te staan, maar er staat {found}."))
    }

    /// The error for a field without a value; the advice is a sentence without its full stop.
    fn nothing(&self, expected: &str, advice: &str) -> DocumentError {
        let error = self.error(format!("Hier hoort {expected} te staan, maar er staat niets."));
        match self.required {
            true => error.with_hint(format!("{advice}.")),
            false => error.with_hint(format!("{advice}, of laat het veld weg.")),
        }
    }
}

impl<'d> Fields<'d> {
    /// The group itself, for errors about it.
    pub fn item(&self) -> &Item<'d> {
        &self.item
    }

    /// The names and values, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&'d Key, Item<'d>)> + '_ {
        self.entries.iter().map(|(key, node)| (key, self.child(key, node)))
    }

    /// The value of a field, if it is there.
    pub fn get(&self, name: &str) -> Option<Item<'d>> {
        let (key, node) = self.entries.iter().find(|(key, _)| key.text == name)?;
        Some(self.child(key, node))
    }

    /// The value of a field that must be there.
    pub fn require(&self, name: &str) -> Result<Item<'d>, DocumentError> {
        let found = self.get(name).map(|item| Item { required: true, ..item });
        found.ok_or_else(|| {
            self.item
                .error(format!("Het veld '{name}' ontbreekt."))
                .with_hint(format!("Zet '{name}:' met een waarde erbij."))
        })
    }

    fn child(&self, key: &Key, node: &'d Node) -> Item<'d> {
        let name = shorten(&key.text);
        let path = match self.item.path.as_str() {
            "" => name,
            path => format!("{path}.{name}"),
        };
        Item { file: self.item.file, node, path, required: false }
    }
}

/// For a name of only digits, as `{loon: 28000,50}` has: the error for the amount that was meant.
fn comma(before: Option<&Item<'_>>, key: &Key, value: &Item<'_>) -> Option<DocumentError> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(&key.text) || !value.node.is_null() {
        return None;
    }
    let before = before?;
    let whole = before.text().ok()?.replace('.', "");
    digits(whole.trim_start_matches('-')).then(|| {
        let hint = format!("Schrijf een bedrag met een punt: {whole}.{}.", key.text);
        before.error("Een bedrag met een komma kan hier niet.").with_hint(hint)
    })
}
