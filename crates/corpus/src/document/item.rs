//! A place in a document, and the typed values that can be asked of it.

use engine::language::Text;
use jiff::civil::Date;
use regelspraak::number::Number;

use super::node::shorten;
use super::texts::{self, expected};
use super::{
    DocumentError, Key, Node, NodeKind, Position, Problems, date_from_text, did_you_mean, excerpt,
    write_plainly,
};

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

    /// The path to it: `huishouden.personen[0].loon`; list items count from 0.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// An error about this value.
    pub fn error(&self, message: Text) -> DocumentError {
        DocumentError {
            file: self.file.to_string(),
            line: self.node.position.line,
            column: self.node.position.column,
            path: self.path.clone(),
            message,
            hint: None,
        }
    }

    /// The text as written, of anything but a list, a group or nothing.
    pub fn text(&self) -> Result<&'d str, DocumentError> {
        self.scalar(expected::TEXT)
    }

    /// The text as written, which must say something; without the spaces around it.
    pub fn filled_text(&self) -> Result<&'d str, DocumentError> {
        match self.text()?.trim() {
            "" => Err(self.error(texts::EMPTY_TEXT).with_hint(texts::fill_text(self.required))),
            text => Ok(text),
        }
    }

    /// A number, exactly. Quotes are allowed; a decimal comma too. Grouping marks, powers of ten
    /// (`1e3`), underscores and words are not.
    pub fn number(&self) -> Result<Number, DocumentError> {
        let text = self.scalar(expected::NUMBER)?;
        let number = if text.contains('_') { None } else { Number::parse(text) };
        number.ok_or_else(|| {
            let hint = write_plainly(text).unwrap_or(texts::EXAMPLE_NUMBER);
            self.error(texts::not_a_number(&excerpt(text))).with_hint(hint)
        })
    }

    /// `true` or `false`; `ja` and `nee` are understood as well.
    pub fn boolean(&self) -> Result<bool, DocumentError> {
        let text = self.scalar(expected::YES_NO)?;
        match text.to_lowercase().as_str() {
            "true" | "ja" => Ok(true),
            "false" | "nee" => Ok(false),
            _ => Err(self
                .error(texts::not_yes_or_no(&excerpt(text)))
                .with_hint(texts::TRUE_OR_FALSE)),
        }
    }

    /// A day, written as `yyyy-mm-dd`.
    pub fn date(&self) -> Result<Date, DocumentError> {
        if self.node.is_null() {
            return Err(self.nothing(&expected::DATE, &texts::EXAMPLE_DATE));
        }
        let text = self.scalar(expected::DATE)?;
        date_from_text(text).map_err(|(message, hint)| self.error(message).with_hint(hint))
    }

    /// One of some words.
    pub fn choice<'k>(&self, allowed: &[&'k str]) -> Result<&'k str, DocumentError> {
        if self.node.is_null() {
            return Err(self.nothing(&expected::CHOICE, &texts::choose(allowed)));
        }
        let text = self.scalar(expected::CHOICE)?;
        allowed.iter().find(|&&word| word == text).copied().ok_or_else(|| {
            self.error(texts::cannot_be(&excerpt(text)))
                .with_hint(texts::or_leave_out(&texts::choose(allowed), true))
        })
    }

    /// The items of a list.
    pub fn list(&self) -> Result<Vec<Item<'d>>, DocumentError> {
        let NodeKind::Sequence(nodes) = &self.node.kind else {
            return Err(self.unlike(&expected::LIST, &texts::PUT_LIST));
        };
        let item = |(index, node)| {
            let path = format!("{}[{}]", self.path, index);
            Item { file: self.file, node, path, required: false }
        };
        Ok(nodes.iter().enumerate().map(item).collect())
    }

    /// A group of fields with any names.
    pub fn mapping(&self) -> Result<Fields<'d>, DocumentError> {
        match &self.node.kind {
            NodeKind::Mapping(entries) => Ok(Fields { item: self.clone(), entries }),
            _ => Err(self.unlike(&expected::GROUP, &texts::PUT_FIELDS)),
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
        advice: impl Fn(&str) -> Option<Text>,
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
                        let hint = hint.unwrap_or_else(|| texts::known_fields(known));
                        let message = texts::no_such_field(&excerpt(&key.text));
                        let error = value.error(message).with_hint(hint);
                        let Position { line, column } = key.position;
                        DocumentError { line, column, ..error }
                    }
                });
            }
            before = Some(value);
        }
        Some(fields)
    }

    fn scalar(&self, expected: Text) -> Result<&'d str, DocumentError> {
        match &self.node.kind {
            NodeKind::Scalar { text, .. } if !self.node.is_null() => Ok(text),
            _ => Err(self.unlike(&expected, &texts::FILL_IN)),
        }
    }

    /// The error for another kind of value; the advice is for no value at all.
    fn unlike(&self, expected: &Text, advice: &Text) -> DocumentError {
        if self.node.is_null() {
            return self.nothing(expected, advice);
        }
        self.error(texts::unlike(expected, &self.node.describe()))
    }

    /// The error for a field without a value; the advice is a sentence without its full stop.
    fn nothing(&self, expected: &Text, advice: &Text) -> DocumentError {
        self.error(texts::unlike(expected, &expected::NOTHING))
            .with_hint(texts::or_leave_out(advice, self.required))
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
            self.item.error(texts::missing_field(name)).with_hint(texts::add_field(name))
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
    digits(whole.trim_start_matches('-'))
        .then(|| before.error(texts::COMMA).with_hint(texts::with_a_point(&whole, &key.text)))
}
