//! Every rule of the corpus can be read and found, and what is said of its place among the others is so.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{book, corpus, files, list, text};
use engine::language::Language;
use serde_json::Value as Json;

const NL: Language = Language::Dutch;

/// Every rule with all there is to know of it, by its id.
fn all() -> BTreeMap<String, Json> {
    let rules = book().rules(None, NL).unwrap();
    let ids = list(&rules, "regels").iter().map(|rule| text(rule, "id").to_string());
    ids.map(|id| (id.clone(), book().rule(&id, NL).unwrap())).collect()
}

#[test]
fn every_rule_has_its_own_id_and_its_text() {
    let rules = all();
    let model = &corpus().model;
    assert_eq!(rules.len(), model.rules.len());
    let names: BTreeSet<&str> = rules.values().map(|rule| text(rule, "naam")).collect();
    let declared: BTreeSet<&str> = model.rules.iter().map(|rule| rule.name.as_str()).collect();
    assert_eq!(names, declared);
    for (id, rule) in &rules {
        let (shown, name) = (text(rule, "tekst"), text(rule, "naam"));
        assert!(shown.contains(name), "{id}");
        assert!(shown.contains("geldig"), "{id}");
        let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        assert!(id.chars().all(fit), "{id}");
        assert!(id.starts_with(text(&rule["pakket"], "id")), "{id}");
        // The text is what stands in the file, on the lines that are said.
        let file = files().rules.iter().find(|file| file.name == text(rule, "bestand")).unwrap();
        let lines: Vec<&str> = file.text.lines().collect();
        let from = rule["tekst_vanaf_regel"].as_u64().unwrap() as usize - 1;
        let count = shown.lines().count();
        assert_eq!(shown, lines[from..from + count].join("\n"), "{id}");
        let named = rule["regelnummer"].as_u64().unwrap() as usize - 1;
        assert!((from..from + count).contains(&named) && lines[named].contains(name), "{id}");
        // All versions are in it, with all their words, and all notes and sources.
        for version in list(rule, "versies") {
            for line in text(version, "tekst").lines() {
                assert!(shown.contains(line.trim()), "{id}: {line}");
            }
        }
        let declared = &model.rules[book().find_rule(id).unwrap().index()];
        for note in declared.sources.iter().chain(&declared.notes) {
            assert!(shown.contains(note.as_str()), "{id}: {note}");
        }
        assert!(!list(rule, "versies").is_empty() && !list(rule, "geeft").is_empty(), "{id}");
    }
}

/// Between which rules there is a link: the one that reads, and the one it reads from.
type Pairs = BTreeSet<(String, String)>;

#[test]
fn reading_and_being_read_are_each_others_inverse() {
    let rules = all();
    let (mut reads, mut read): (Pairs, Pairs) = Default::default();
    let id = |reference: &Json| text(reference, "id").to_string();
    for (rule, shown) in &rules {
        for property in list(shown, "leest") {
            for giver in list(property, "regels") {
                assert_eq!(text(&rules[&id(giver)], "naam"), text(giver, "naam"));
                reads.insert((rule.clone(), id(giver)));
            }
            let given = property["herkomst"] == "regels";
            assert_eq!(given, !list(property, "regels").is_empty(), "{rule}");
        }
        for reader in list(shown, "gelezen_door") {
            assert!(!list(reader, "leest").is_empty());
            read.insert((id(reader), rule.clone()));
        }
        for property in list(shown, "geeft") {
            assert!(list(property, "regels").iter().any(|giver| id(giver) == *rule), "{rule}");
        }
    }
    assert!(reads.len() > 1_000);
    assert_eq!(reads, read);
}

#[test]
fn parameters_and_rules_point_at_each_other() {
    let rules = all();
    let mut from_rules = Pairs::new();
    for (rule, shown) in &rules {
        from_rules.extend(
            list(shown, "parameters").iter().map(|it| (rule.clone(), text(it, "id").to_string())),
        );
    }
    let parameters = book().parameters(None, NL).unwrap();
    let mut from_parameters = Pairs::new();
    for parameter in list(&parameters, "parameters") {
        let id = text(parameter, "id");
        let shown = book().parameter(id, NL).unwrap();
        let users = list(&shown, "gelezen_door").iter();
        from_parameters.extend(users.map(|rule| (text(rule, "id").to_string(), id.to_string())));
    }
    assert_eq!(from_rules, from_parameters);
}

#[test]
fn every_outcome_leads_back_to_a_rule() {
    let rules = all();
    for outcome in &corpus().outcomes {
        let leads = |rule: &&Json| {
            let told = list(rule, "uitkomsten").iter();
            told.clone().any(|it| it["uitkomst"] == outcome.name && it["rechtstreeks"] == true)
        };
        assert!(rules.values().any(|rule| leads(&rule)), "{}", outcome.name);
    }
    // What is read on the way to an outcome leads to it too.
    for (id, rule) in &rules {
        let own: BTreeSet<&str> =
            list(rule, "uitkomsten").iter().map(|it| text(it, "uitkomst")).collect();
        for property in list(rule, "leest") {
            for giver in list(property, "regels") {
                let behind = &rules[text(giver, "id")];
                let behind: BTreeSet<&str> =
                    list(behind, "uitkomsten").iter().map(|it| text(it, "uitkomst")).collect();
                assert!(own.is_subset(&behind), "{id}");
            }
        }
    }
}

#[test]
fn packages_count_what_they_have() {
    let packages = book().packages(NL);
    let mut counted = 0;
    for package in list(&packages, "pakketten") {
        let id = text(package, "id");
        let rules = book().rules(Some(id), NL).unwrap();
        assert_eq!(package["regels"], list(&rules, "regels").len(), "{id}");
        let parameters = book().parameters(Some(id), NL).unwrap();
        assert_eq!(package["parameters"], list(&parameters, "parameters").len(), "{id}");
        counted += list(&rules, "regels").len();
        let mut alone = book().package(id, NL).unwrap();
        alone.as_object_mut().unwrap().remove("versie");
        assert_eq!(alone, *package);
        // Only a municipality is named by its package; the others are in the catalogue.
        assert!(!package["betekenis"].is_null() || id.starts_with("gemeente."), "{id}");
    }
    assert_eq!(counted, corpus().model.rules.len());
    for missing in [book().rules(Some("rijk.weg"), NL), book().package("rijk.weg", NL)] {
        assert!(missing.unwrap_err().to_string().contains("rijk.weg"));
    }
}

#[test]
fn one_rule() {
    let id = "rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand";
    for language in Language::ALL {
        let shown = book().rule(id, language).unwrap();
        let shown = format!("{:#}", shown).replace(&corpus().version, "[versie]");
        insta::assert_snapshot!(format!("rule_{}", language.code()), shown);
    }
    let missing = book().rule("rijk.weg", NL).unwrap_err();
    assert!(missing.to_string().contains("rijk.weg"));
}
