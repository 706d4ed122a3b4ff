//! The files of a corpus.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::CorpusError;
use crate::document::{DocumentError, Position, Problems};
use crate::texts;

/// A file: its name, relative to the folder of the corpus and with `/`, and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// All files of a corpus, each kind sorted by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// The folder they stand in.
    pub folder: PathBuf,
    /// Rule text: `*.regels`.
    pub rules: Vec<File>,
    /// Values of parameters: `parameters.yaml`.
    pub parameters: Vec<File>,
    /// Worked examples: `voorbeelden/*.yaml`.
    pub examples: Vec<File>,
    /// `uitkomsten.yaml`; a second one is a mistake.
    pub outcomes: Vec<File>,
    /// `kanttekeningen.yaml`; a second one is a mistake.
    pub remarks: Vec<File>,
    /// `regelingen.yaml`: the schemes that municipalities have; a second one is a mistake.
    pub schemes: Vec<File>,
    /// `gemeente.yaml`: what a municipality has laid down.
    pub packages: Vec<File>,
    /// `aanvragen.yaml`: how to apply for a right; a second one is a mistake.
    pub applications: Vec<File>,
    /// `pakketten.yaml`: what packages are called. For readers only; the rules do not need it.
    pub catalogue: Vec<File>,
    /// `VERANTWOORDING.md`: what was simplified. For readers only.
    pub account: Vec<File>,
}

/// The file with what was simplified.
const ACCOUNT: &str = "VERANTWOORDING.md";

/// The file of a kind of which there can be one. Each other is a problem.
pub(crate) fn only<'f>(files: &'f [File], problems: &mut Problems) -> Option<&'f File> {
    let (first, others) = files.split_first()?;
    for other in others {
        let message = texts::second_file(&first.name);
        let error = DocumentError::new(&other.name, Position::START, message, texts::ONE_FILE);
        problems.push(error);
    }
    Some(first)
}

impl Files {
    /// Reads a folder, or a single `.regels` file.
    pub fn read(folder: &Path) -> Result<Files, CorpusError> {
        let mut files = Files { folder: folder.to_path_buf(), ..Files::default() };
        if folder.is_file() {
            files.keep(folder, folder.display().to_string())?;
        } else {
            files.walk(folder)?;
        }
        Ok(files)
    }

    fn walk(&mut self, folder: &Path) -> Result<(), CorpusError> {
        let failed = |source| CorpusError::Read { path: folder.to_path_buf(), source };
        let entries = std::fs::read_dir(folder).map_err(failed)?;
        let mut paths = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<PathBuf>, _>>()
            .map_err(failed)?;
        paths.sort();
        for path in paths {
            if path.is_dir() {
                self.walk(&path)?;
            } else {
                let name = path.strip_prefix(&self.folder).unwrap_or(&path);
                let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
                self.keep(&path, parts.join("/"))?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, path: &Path, name: String) -> Result<(), CorpusError> {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let base = path.file_name().and_then(|name| name.to_str());
        if !matches!(extension, Some("regels" | "yaml")) && base != Some(ACCOUNT) {
            return Ok(());
        }
        let bytes = std::fs::read(path)
            .map_err(|source| CorpusError::Read { path: path.to_path_buf(), source })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let readable = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = readable.iter().filter(|&&byte| byte == b'\n').count() + 1;
            CorpusError::NotText { path: path.to_path_buf(), line }
        })?;
        let parent = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        let file = File { name, text };
        match (extension, base, parent) {
            (Some("regels"), ..) => self.rules.push(file),
            (_, Some("parameters.yaml"), _) => self.parameters.push(file),
            (_, Some("uitkomsten.yaml"), _) => self.outcomes.push(file),
            (_, Some("kanttekeningen.yaml"), _) => self.remarks.push(file),
            (_, Some("regelingen.yaml"), _) => self.schemes.push(file),
            (_, Some("gemeente.yaml"), _) => self.packages.push(file),
            (_, Some("aanvragen.yaml"), _) => self.applications.push(file),
            (_, Some("pakketten.yaml"), _) => self.catalogue.push(file),
            (_, Some(ACCOUNT), _) => self.account.push(file),
            (.., Some("voorbeelden")) => self.examples.push(file),
            _ => {}
        }
        Ok(())
    }

    /// Identifies the text: the version of this program and a hash of rules, parameters, outcomes,
    /// the policy of municipalities and how to apply (FNV-1a, 64 bits).
    pub fn version(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let lists = self.rules.iter().chain(&self.parameters);
        let all = lists.chain(&self.outcomes).chain(&self.remarks);
        let all = all.chain(&self.schemes).chain(&self.packages).chain(&self.applications);
        for byte in all.flat_map(|file| file.name.bytes().chain(file.text.bytes())) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        format!("{}+{:08x}", env!("CARGO_PKG_VERSION"), hash >> 32)
    }
}
