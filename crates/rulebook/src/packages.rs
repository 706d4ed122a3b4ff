//! Packages: a folder with what one law or one municipality says, and what readers call it
//! (`pakketten.yaml`).

use std::collections::BTreeSet;

use corpus::document::{Document, DocumentError, Item, Position, Problems, did_you_mean};
use corpus::ids::{package_id, package_path};
use corpus::{Corpus, Files};
use engine::language::{Language, Text};
use regelspraak::model::Model;
use serde_json::{Value as Json, json};

use crate::{Rulebook, account, source, texts};

/// A package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Its folder: `rijk/wet_op_de_zorgtoeslag`.
    pub path: String,
    /// Its id.
    pub id: String,
    /// What readers call it.
    pub name: String,
    /// The number of the law at wetten.overheid.nl.
    pub law: Option<String>,
    /// What it is about.
    pub meaning: Option<Text>,
    /// The headings of the account that are about it.
    pub headings: Vec<String>,
}

/// All packages, in the order in which they are shown.
#[derive(Debug, Clone, Default)]
pub struct Packages {
    list: Vec<Package>,
}

impl Package {
    fn new(path: &str, name: Option<&str>) -> Package {
        let last = path.rsplit('/').next().unwrap_or(path).replace('_', " ");
        Package {
            path: path.to_string(),
            id: package_id(path),
            name: name.map_or_else(|| household::wording::capital(&last), str::to_string),
            law: None,
            meaning: None,
            headings: Vec::new(),
        }
    }

    /// Its id, path and name.
    pub fn reference(&self) -> Json {
        json!({"id": self.id, "pad": self.path, "naam": self.name})
    }

    /// Where the text of the law can be read.
    pub fn address(&self) -> Option<String> {
        self.law.as_ref().map(|number| format!("https://wetten.overheid.nl/{number}"))
    }
}

impl Packages {
    /// The packages of a corpus: those of the catalogue first, then all other folders, by name.
    pub fn read(corpus: &Corpus, files: &Files, problems: &mut Problems) -> Packages {
        let lists = [&files.rules, &files.parameters, &files.packages, &files.examples];
        let all = lists.into_iter().flatten();
        let folders: BTreeSet<String> = all.map(|file| package_path(&file.name)).collect();
        let mut list = catalogue(files, &folders, problems);
        let municipalities = corpus.policies.packages();
        for folder in &folders {
            if list.iter().all(|known| known.path != *folder) {
                let named = municipalities.iter().find(|it| package_path(&it.file) == *folder);
                list.push(Package::new(folder, named.map(|named| named.name.as_str())));
            }
        }
        account::check(files, &list, problems);
        Packages { list }
    }

    /// The package of a file.
    pub fn at(&self, file: &str) -> Option<&Package> {
        let path = package_path(file);
        self.list.iter().find(|package| package.path == path)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Package> {
        self.list.iter()
    }
}

impl Rulebook<'_> {
    /// The packages in the order in which they are shown, each with how much there is of it.
    pub fn packages(&self, language: Language) -> Json {
        let contents = Contents::of(&self.corpus.model);
        let list = self.packages.iter().map(|package| contents.shown(package, language));
        json!({"versie": self.corpus.version, "pakketten": list.collect::<Json>()})
    }

    /// One package by its id.
    ///
    /// # Errors
    ///
    /// When there is no package with the id.
    pub fn package(&self, id: &str, language: Language) -> Result<Json, Text> {
        let package = self.find_package(id)?;
        let mut shown = Contents::of(&self.corpus.model).shown(package, language);
        shown["versie"] = self.corpus.version.as_str().into();
        Ok(shown)
    }
}

/// The package of each rule and of each parameter.
struct Contents {
    rules: Vec<String>,
    parameters: Vec<String>,
}

impl Contents {
    fn of(model: &Model) -> Contents {
        let of = |span| package_path(source::file_of(model, span));
        Contents {
            rules: model.rules.iter().map(|rule| of(rule.span)).collect(),
            parameters: model.parameters.iter().map(|it| of(it.span)).collect(),
        }
    }

    /// A package with how much there is of it.
    fn shown(&self, package: &Package, language: Language) -> Json {
        let count = |of: &[String]| of.iter().filter(|path| **path == package.path).count();
        let mut shown = package.reference();
        shown["betekenis"] = package.meaning.as_ref().map(|meaning| meaning.get(language)).into();
        shown["wet"] = package.law.as_deref().into();
        shown["adres"] = package.address().into();
        shown["regels"] = count(&self.rules).into();
        shown["parameters"] = count(&self.parameters).into();
        shown
    }
}

fn catalogue(files: &Files, folders: &BTreeSet<String>, problems: &mut Problems) -> Vec<Package> {
    let Some((file, others)) = files.catalogue.split_first() else { return Vec::new() };
    for other in others {
        let message = texts::second_catalogue(&file.name);
        problems.push(DocumentError::new(&other.name, Position::START, message, texts::ONE_OF_TWO));
    }
    let Some(document) = Document::read(&file.name, &file.text, problems) else {
        return Vec::new();
    };
    let mut list: Vec<Package> = Vec::new();
    for item in problems.keep(document.root().list()).unwrap_or_default() {
        let Some(package) = read_one(&item, folders, problems) else { continue };
        if list.iter().any(|known| known.path == package.path) {
            let error = item.error(texts::double_package(&package.path));
            problems.push(error.with_hint(texts::ONE_OF_TWO));
        }
        list.push(package);
    }
    list
}

fn read_one(
    item: &Item<'_>,
    folders: &BTreeSet<String>,
    problems: &mut Problems,
) -> Option<Package> {
    let known = ["pakket", "naam", "wet", "betekenis", "engels", "verantwoording"];
    let fields = item.fields(&known, problems)?;
    let mut text = |name: &str| match fields.get(name) {
        Some(item) => Some(Some(problems.keep(item.filled_text())?.to_string())),
        None => Some(None),
    };
    let (law, meaning, english) = (text("wet")?, text("betekenis")?, text("engels")?);
    let path = problems.keep(fields.require("pakket"))?;
    let name = problems.keep(fields.require("naam").and_then(|name| name.filled_text()))?;
    let shown = problems.keep(path.filled_text())?;
    if !folders.contains(shown) {
        let known: Vec<&str> = folders.iter().map(String::as_str).collect();
        let hint = did_you_mean(shown, &known).unwrap_or(texts::LEAVE_OUT);
        problems.push(path.error(texts::no_package(shown)).with_hint(hint));
        return None;
    }
    let headings = match fields.get("verantwoording") {
        Some(list) => problems.keep(list.list())?,
        None => Vec::new(),
    };
    let headings = headings.iter().filter_map(|item| problems.keep(item.filled_text()));
    let headings = headings.map(str::to_string).collect();
    let meaning = match (meaning, english) {
        (Some(dutch), Some(english)) => Some(Text::new(dutch, english)),
        (dutch, _) => dutch.map(Text::same),
    };
    Some(Package { law, meaning, headings, ..Package::new(shown, Some(name)) })
}
