//! Runs the program as a user does, on rules a test may change.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub struct Ended {
    pub out: String,
    pub err: String,
    pub code: Option<i32>,
}

pub fn run(arguments: &[&str]) -> Ended {
    run_with_input(arguments, "")
}

pub fn run_with_input(arguments: &[&str], input: &str) -> Ended {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_samenhang"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that is refused does not read its input.
    if let Err(error) = child.stdin.take().unwrap().write_all(input.as_bytes()) {
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{error}");
    }
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// Everything but the version of the corpus, which changes with every rule.
pub fn shown(ended: &Ended) -> String {
    let version = ["Regels: versie ", "Rules: version ", "\"versie\": "];
    let keep = |line: &&str| !version.iter().any(|start| line.trim_start().starts_with(start));
    let out: Vec<&str> = ended.out.lines().filter(keep).collect();
    format!("status {:?}\n{}\n---\n{}", ended.code, out.join("\n"), ended.err)
}

/// The words without the tree around them.
pub fn words(text: &str) -> String {
    let plain = text.replace(['│', '├', '└', '─'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn json(ended: &Ended) -> serde_json::Value {
    serde_json::from_str(&ended.out).unwrap_or_else(|_| panic!("{}{}", ended.out, ended.err))
}

/// A copy of the rules that a test may change; gone when the test ends.
pub struct Rules(pub PathBuf);

impl Rules {
    pub fn copy(name: &str) -> Rules {
        let target = std::env::temp_dir().join(format!("samenhang-{name}-{}", std::process::id()));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels"), &target);
        Rules(target)
    }

    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from} staat niet in {file}");
        std::fs::write(path, text.replace(from, to)).unwrap();
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Rules {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target)
        } else {
            std::fs::copy(&path, target).map(drop).unwrap()
        }
    }
}

pub const SAM: &str = "tests/gegevens/sam-en-noor.yaml";
pub const PAIR: &str = "tests/gegevens/paar.yaml";
pub const LIBRARY: &str = "../regelspraak/tests/bibliotheek.regels";

/// What is unknown of a municipality that was not filled in, or that has no package.
const UNKNOWN: &str = "individuele inkomenstoeslag (individuele_inkomenstoeslag_per_jaar), \
    meedoenregeling (gemeente_meedoenregeling_per_jaar), \
    zorgverzekering (gemeente_zorgverzekering_per_jaar), \
    kindregeling (gemeente_kindregeling_per_jaar), \
    bijzondere bijstand (draagkracht_bijzondere_bijstand_per_jaar)";

/// The remarks of an answer in Dutch about a household of 2026, without those that say what is unknown
/// of its municipality: nothing when it was not filled in.
pub fn remarks_beside(answer: &serde_json::Value, gemeente: Option<&str>) -> Vec<String> {
    let why = gemeente.map_or("De gemeente is niet ingevuld.".to_string(), |name| {
        format!("De regelingen van de gemeente {name} staan niet in de regels.")
    });
    let expected = [
        format!("{why} Er is alleen gerekend met landelijke regels. Onbekend: {UNKNOWN}."),
        "Wat van de gemeente onbekend is, telt niet mee in het netto besteedbaar inkomen."
            .to_string(),
    ];
    let all = answer["opmerkingen"].as_array().unwrap().iter();
    let mut all: Vec<String> = all.map(|remark| remark.as_str().unwrap().to_string()).collect();
    for known in expected {
        let place = all.iter().position(|remark| *remark == known);
        all.remove(place.unwrap_or_else(|| panic!("{known}\nstaat niet in {all:#?}")));
    }
    all
}

/// The same for a household whose municipality was not filled in.
pub fn remarks(answer: &serde_json::Value) -> Vec<String> {
    remarks_beside(answer, None)
}
