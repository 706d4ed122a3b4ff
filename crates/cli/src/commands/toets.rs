//! `samenhang toets`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::{Corpus, CorpusError, File, Files};
use engine::language::Bilingual;
use household::Calculators;
use household::examples::read_examples;

use crate::arguments::Global;
use crate::failure::{Failure, read};
use crate::output::{BAD, styled};
use crate::texts;

pub fn run(corpus: &Corpus, paths: &[PathBuf], global: &Global) -> Result<ExitCode, Failure> {
    let files = match (paths, &global.regels) {
        ([], None) => builtin::examples()?,
        ([], Some(folder)) => Files::read(folder)?.examples,
        (paths, _) => gather(paths)?,
    };
    let language = global.taal;
    let (mut passed, mut failed) = (0, 0);
    let mut calculators = Calculators::new(corpus);
    for file in &files {
        for example in read_examples(file)? {
            let errors = example.check(&mut calculators);
            if errors.is_empty() {
                passed += 1;
                continue;
            }
            failed += 1;
            let why: Vec<String> = errors.iter().map(|error| error.in_language(language)).collect();
            let place = format!("{}:{}", example.file, example.line);
            let why = why.join("; ");
            anstream::println!(
                "{} {place} {}: {why}",
                styled(BAD, texts::FAILS.get(language)),
                example.name
            );
        }
    }
    if passed + failed == 0 {
        return Err(Failure::new(texts::NO_EXAMPLES));
    }
    anstream::println!("{passed} passed, {failed} failed");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The examples in files, and beside the rules in folders.
fn gather(paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = Files::read(path)?.examples;
            let full =
                |file: File| File { name: path.join(&file.name).display().to_string(), ..file };
            files.extend(found.into_iter().map(full));
            files.extend(loose(path)?);
        } else {
            files.push(File { name: path.display().to_string(), text: read(path)? });
        }
    }
    Ok(files)
}

/// A folder `voorbeelden` itself was named: its own files.
fn loose(folder: &Path) -> Result<Vec<File>, Failure> {
    if folder.file_name().is_none_or(|name| name != "voorbeelden") {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder)
        .map_err(|source| CorpusError::Read { path: folder.to_path_buf(), source })?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    let file = |path: PathBuf| Ok(File { name: path.display().to_string(), text: read(&path)? });
    paths.into_iter().map(file).collect()
}
