//! What the rules cannot say yet about somebody: `kanttekeningen.yaml`.
//!
//! A rule marks who it concerns with a kenmerk; this file says what a reader must then know.

use engine::language::{Language, Text};
use regelspraak::model::{KenmerkId, Model, ObjectTypeId};
use serde::{Deserialize, Serialize};

use crate::document::{Document, Item, Problems};
use crate::files::{File, only};
use crate::outcomes::{known_name, with_english};
use crate::texts::kind;

/// A remark for everybody, or everything, with a kenmerk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The objecttype that has the kenmerk.
    pub objecttype: ObjectTypeId,
    /// The kenmerk.
    pub kenmerk: KenmerkId,
    /// What to know; `{naam}` stands for who it concerns. In Dutch only when the file says no
    /// English.
    pub text: Text,
}

impl Remark {
    /// What to know about somebody or something with this name.
    pub fn about(&self, name: &str, language: Language) -> String {
        self.text.get(language).replace("{naam}", name)
    }
}

/// Reads the remarks; a corpus without the file has none.
pub fn read(model: &Model, files: &[File], problems: &mut Problems) -> Vec<Remark> {
    let Some(file) = only(files, problems) else { return Vec::new() };
    let Some(document) = Document::read(&file.name, &file.text, problems) else {
        return Vec::new();
    };
    let list = problems.keep(document.root().list()).unwrap_or_default();
    list.iter().filter_map(|item| read_one(model, item, problems)).collect()
}

fn read_one(model: &Model, item: &Item<'_>, problems: &mut Problems) -> Option<Remark> {
    let fields = item.fields(&["objecttype", "kenmerk", "tekst", "engels"], problems)?;
    let mut text = |name: &str| {
        let item = problems.keep(fields.require(name))?;
        let text = problems.keep(item.text())?;
        Some((item, text))
    };
    let (objecttype, kenmerk, (_, shown)) = (text("objecttype"), text("kenmerk"), text("tekst")?);
    let (item, name) = objecttype?;
    let names = model.objecttypes.iter().map(|objecttype| objecttype.name.singular.as_str());
    let found = model.objecttype(name);
    let objecttype = problems.keep(known_name(&item, kind::OBJECTTYPE, name, found, names))?;
    let (item, name) = kenmerk?;
    let names = model[objecttype].kenmerken.iter().map(|k| model[*k].name.singular.as_str());
    let found = model.kenmerk(objecttype, name);
    let kenmerk = problems.keep(known_name(&item, kind::KENMERK, name, found, names))?;
    let text = with_english(&fields, shown, problems)?;
    Some(Remark { objecttype, kenmerk, text })
}
