//! What the tours of the README and LEESMIJ quote is what the program prints.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{Rules, run_with_input};

/// A command of a tour, with what is quoted of its answer. `…` stands for lines left out.
struct Quoted {
    command: String,
    lines: Vec<String>,
}

/// The commands of this program in a tour that show an answer.
fn quoted(text: &str) -> Vec<Quoted> {
    let mut all: Vec<Quoted> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let Some(line) = line.strip_prefix("    ") else {
            open &= line.is_empty();
            continue;
        };
        if let Some(command) = line.strip_prefix("$ ") {
            open = command.contains("samenhang ");
            if open {
                all.push(Quoted { command: command.to_string(), lines: Vec::new() });
            }
        } else if open {
            all.last_mut().unwrap().lines.push(line.to_string());
        }
    }
    all.retain(|quoted| !quoted.lines.is_empty());
    all
}

/// What the command prints, with the changes to the rules that the tour makes.
fn answer(command: &str, rules: &Rules) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let (input, typed) = command.rsplit_once("samenhang ").unwrap();
    let input = match input.trim() {
        "" => String::new(),
        "sed 's/28000/45000/' voorbeelden/sam-en-noor.yaml |" => {
            let path = format!("{root}voorbeelden/sam-en-noor.yaml");
            std::fs::read_to_string(path).unwrap().replace("28000", "45000")
        }
        other => panic!("{other} kan deze test niet"),
    };
    let arguments: Vec<String> = typed
        .split(' ')
        .map(|word| match word {
            "mijn-regels" => rules.path().to_string(),
            path if path.starts_with("voorbeelden/") => format!("{root}{path}"),
            word => word.to_string(),
        })
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = run_with_input(&arguments, &input);
    (ended.out + &ended.err).replace(rules.path(), "mijn-regels").replace(root, "")
}

#[test]
fn a_tour_quotes_what_is_printed() {
    let percentage = Rules::copy("rondleiding-percentage");
    let parameters = "rijk/wet_op_de_zorgtoeslag/parameters.yaml";
    percentage.replace(parameters, "\"1,912%\"", "\"2,5%\"");
    let source = "Wet op de zorgtoeslag, art. 2, lid 3, tekst per 1-1-2026; Stb. 2025, 412";
    percentage.replace(parameters, source, "eigen proef");
    let sentence = Rules::copy("rondleiding-zin");
    let file = "rijk/wet_op_de_zorgtoeslag/uitkomst.regels";
    sentence.replace(file, "naar beneden afgerond op 0", "naar boven afgrond op 0");
    for tour in ["README.md", "LEESMIJ.md"] {
        let path = format!("{}/../../{tour}", env!("CARGO_MANIFEST_DIR"));
        let all = quoted(&std::fs::read_to_string(path).unwrap());
        assert!(all.len() >= 6, "{tour}: {}", all.len());
        for Quoted { command, lines } in all {
            let rules = if command.contains("controleer") { &sentence } else { &percentage };
            let answer = answer(&command, rules);
            let mut printed = answer.lines().filter(|line| !line.is_empty());
            let mut skipping = false;
            for line in lines {
                if line == "…" {
                    skipping = true;
                    continue;
                }
                let found = match skipping {
                    true => printed.any(|printed| printed == line),
                    false => printed.next() == Some(line.as_str()),
                };
                assert!(found, "{tour}: $ {command}\n{line}\nstaat niet zo in\n{answer}");
                skipping = false;
            }
        }
    }
}
