//! What else there is to read: the account, municipalities compared, worked examples, outcomes, the search
//! index, the names for an editor.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use common::{book, corpus, files, list, text};
use engine::language::Language;
use jiff::civil::date;
use rulebook::{Draft, ExamplesError, Rulebook};
use serde_json::{Value as Json, json};

const NL: Language = Language::Dutch;

/// All words that a value says, in its order; the marks of Markdown are no words.
fn words(json: &Json, out: &mut Vec<String>) {
    match json {
        Json::String(text) => out.extend(text.split_whitespace().map(str::to_string)),
        Json::Array(items) => items.iter().for_each(|item| words(item, out)),
        Json::Object(fields) => {
            let said = fields.iter().filter(|(name, _)| *name != "soort");
            said.for_each(|(_, value)| words(value, out));
        }
        _ => {}
    }
}

#[test]
fn no_word_of_the_account_is_lost() {
    let account = book().account(None).unwrap();
    let mut told = Vec::new();
    words(&account["inleiding"], &mut told);
    let packages = list(&account, "pakketten");
    let mut sections: Vec<&Json> =
        packages.iter().flat_map(|package| list(package, "secties")).collect();
    sections.sort_by_key(|section| section["regel"].as_u64());
    sections.iter().for_each(|section| words(section, &mut told));
    let file = &files().account[0];
    let lines = file.text.lines().skip(1).map(|line| line.trim_start_matches(['#', ' ']));
    let mut written: Vec<String> = Vec::new();
    for line in lines {
        let line = line.trim();
        let rule = line.starts_with('|') && line.chars().all(|c| "|-: ".contains(c));
        let line = line.strip_prefix("- ").unwrap_or(line);
        let row = line.starts_with('|');
        let cells = if row { line.replace('|', " ") } else { line.to_string() };
        if !rule {
            written.extend(cells.split_whitespace().map(str::to_string));
        }
    }
    assert_eq!(told, written);
    let one = book().account(Some("rijk.wet_inkomstenbelasting_2001")).unwrap();
    assert_eq!(list(&list(&one, "pakketten")[0], "secties").len(), 6);
    assert!(book().account(Some("weg")).is_err());
    // Each national package has an account.
    for package in list(&book().packages(NL), "pakketten") {
        let id = text(package, "id");
        let said = packages.iter().any(|it| text(it, "id") == id);
        assert_eq!(said, !id.starts_with("gemeente."), "{id}");
    }
}

#[test]
fn a_heading_that_no_package_has_is_refused() {
    let mut files = files().clone();
    files.account[0].text.push_str("\n## Wet op de vergetelheid\n\nNiets.\n");
    let refused = Rulebook::new(corpus(), &files).unwrap_err().to_string();
    assert!(refused.contains("Wet op de vergetelheid"), "{refused}");
    let mut other = files.clone();
    other.account.clear();
    assert!(Rulebook::new(corpus(), &other).is_ok());
    other.rules[0].text.push(' ');
    let refused = Rulebook::new(corpus(), &other).unwrap_err().to_string();
    assert!(refused.contains("versie"), "{refused}");
    let catalogue = "- pakket: rijk/awri\n  naam: Awir\n- {pakket: basis, naam: x}\n- {pakket: basis, naam: y}\n";
    other.rules.clone_from(&self::files().rules);
    other.catalogue[0].text = catalogue.to_string();
    insta::assert_snapshot!("catalogue", Rulebook::new(corpus(), &other).unwrap_err().to_string());
}

#[test]
fn municipalities_compared() {
    let schemes = book().schemes(NL);
    let schemes = list(&schemes, "regelingen");
    assert_eq!(schemes.len(), corpus().policies.schemes().len());
    for scheme in schemes {
        let shown = book().comparison(text(scheme, "id"), date(2024, 3, 15), NL).unwrap();
        let rows = list(&shown, "gemeenten");
        assert_eq!(rows.len(), corpus().policies.packages().len());
        for row in rows {
            // Either it is known, with its source, or it is said why not.
            let known = row["bekend"] == true;
            assert_eq!(row["bron"].is_string(), known, "{row}");
            assert_eq!(row["onbekend"].is_string(), !known, "{row}");
            let names: BTreeSet<&str> =
                list(&shown, "waarden").iter().map(|value| text(value, "naam")).collect();
            let values = row["waarden"].as_object().into_iter().flatten();
            values.for_each(|(name, _)| assert!(names.contains(name.as_str()), "{name}"));
        }
        assert!(!list(&shown, "regels").is_empty() && !list(&shown, "uitkomsten").is_empty());
    }
    let utrecht = book().comparison("individuele-inkomenstoeslag", date(2024, 3, 15), NL).unwrap();
    let own = list(&utrecht, "gemeenten").iter().find(|row| row["gemeente"] == "Utrecht").unwrap();
    assert_eq!(list(own, "eigen_regels").len(), 2);
    for language in Language::ALL {
        let shown = book().comparison("kindregeling", date(2024, 3, 15), language).unwrap();
        let shown = format!("{shown:#}").replace(&corpus().version, "[versie]");
        insta::assert_snapshot!(format!("comparison_{}", language.code()), shown);
    }
    assert!(book().comparison("weg", date(2024, 3, 15), NL).is_err());
}

#[test]
fn examples_are_read_and_run_by_package() {
    let all = builtin::examples().unwrap();
    let package = "rijk.wet_op_de_zorgtoeslag";
    let told = book().examples(&all, package).unwrap();
    let told = list(&told, "voorbeelden");
    let ids: BTreeSet<&str> = told.iter().map(|it| text(it, "id")).collect();
    assert_eq!(ids.len(), told.len());
    // As many as the files say, each with a household that can be worked out.
    let ours = all.iter().filter(|it| it.name.starts_with("rijk/wet_op_de_zorgtoeslag/"));
    let written = ours.flat_map(|file| file.text.lines()).filter(|it| it.starts_with("  - naam:"));
    assert_eq!(told.len(), written.count());
    for example in told {
        assert!(!list(example, "verwacht").is_empty());
        let input = example["invoer"].to_string();
        assert!(household::HouseholdFile::read(&input, "invoer").is_ok(), "{input}");
    }
    let id = text(&told[0], "id");
    let run = book().run_examples(&all, (package, Some(id)), corpus(), NL).unwrap();
    assert_eq!((&run["geslaagd"], &run["gezakt"]), (&json!(1), &json!(0)));
    // Without rounding down the published amounts no longer come out.
    let rule = "rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand";
    let (rule_text, _) = book().rule_text(book().find_rule(rule).unwrap()).unwrap();
    let changed = rule_text.replace("naar beneden afgerond", "naar boven afgerond");
    let draft = json!({"regels": [{"regel": rule, "tekst": changed}]});
    let drafted = book().draft(&Draft::read(&draft.to_string()).unwrap()).unwrap();
    let run = book().run_examples(&all, (package, None), &drafted.corpus, NL).unwrap();
    let failed: Vec<&Json> =
        list(&run, "voorbeelden").iter().filter(|it| it["geslaagd"] == false).collect();
    assert!(failed.len() > 100 && run["gezakt"] == failed.len());
    assert!(failed.iter().all(|it| !list(it, "verschillen").is_empty()));
    // With an income of € 30.000 the year's amount is € 1.514: a twelfth is 126,17.
    let name = "2026, alleenstaande met inkomen 30.000";
    let one = failed.iter().find(|it| it["naam"] == name).unwrap();
    let difference = json!({
        "persoon": null, "uitkomst": "zorgtoeslag_per_maand", "verwacht": 126, "gekregen": 127,
        "melding": "zorgtoeslag_per_maand: verwacht 126, gekregen 127",
    });
    assert_eq!(one["verschillen"], json!([difference]));

    let refused = |package, example| {
        let refused = book().run_examples(&all, (package, example), corpus(), NL).unwrap_err();
        text(&refused.to_json(NL)[0], "melding").to_string()
    };
    assert!(refused("weg", None).contains("‘weg’"));
    assert!(refused(package, Some("weg")).contains("‘weg’"));
    assert_eq!(book().examples(&all, "rijk.incasso").unwrap()["voorbeelden"], json!([]));
    let broken = [corpus::File { name: all[0].name.clone(), text: "voorbeelden: 3".into() }];
    let package = "gemeente.alphen_aan_den_rijn";
    let refused = book().examples(&broken, package).unwrap_err();
    assert!(
        matches!(&refused, ExamplesError::Mistakes(errors) if errors.len() == 1),
        "{refused:?}"
    );
    assert_eq!(refused.to_json(NL)[0]["regel"], 1);
}

#[test]
fn every_outcome_has_the_rules_behind_it() {
    for outcome in &corpus().outcomes {
        let name = outcome.name.as_str();
        let shown = book().outcome(name, NL).unwrap();
        let behind: BTreeSet<&str> =
            list(&shown, "alle_regels").iter().map(|it| text(it, "id")).collect();
        assert!(!list(&shown, "regels").is_empty(), "{name}");
        for rule in list(&shown, "regels") {
            assert!(behind.contains(text(rule, "id")), "{name}");
        }
        for id in behind {
            let rule = book().rule(id, NL).unwrap();
            let leads = list(&rule, "uitkomsten").iter().any(|it| text(it, "uitkomst") == name);
            assert!(leads, "{name}: {id}");
        }
    }
    assert!(book().outcome("weg", NL).is_err());
}

#[test]
fn everything_can_be_found() {
    let index = book().search_index(NL);
    let entries = list(&index, "items");
    let ids: BTreeSet<(&str, &str)> =
        entries.iter().map(|it| (text(it, "soort"), text(it, "id"))).collect();
    assert_eq!(ids.len(), entries.len());
    let model = &corpus().model;
    let expected = model.rules.len() + model.parameters.len() + corpus().outcomes.len();
    assert_eq!(entries.len(), expected + corpus().policies.schemes().len());
    for (kind, id) in ids {
        let found = match kind {
            "regel" => book().rule(id, NL).is_ok(),
            "parameter" => book().parameter(id, NL).is_ok(),
            "uitkomst" => book().outcome(id, NL).is_ok(),
            _ => book().comparison(id, date(2024, 1, 1), NL).is_ok(),
        };
        assert!(found, "{kind} {id}");
    }
    let entry = entries.iter().find(|it| it["titel"] == "afgeronde zorgtoeslag").unwrap();
    assert!(text(entry, "tekst").contains("rekenkundig afgerond"), "{entry}");
    assert!(text(entry, "artikel").contains("art. 14"), "{entry}");
}

#[test]
fn an_editor_knows_every_name() {
    let names = book().names(NL);
    let names = list(&names, "namen");
    let count = |kind: &str| names.iter().filter(|it| it["soort"] == kind).count();
    let model = &corpus().model;
    assert_eq!(count("attribuut"), model.attributes.len());
    assert_eq!(count("kenmerk"), model.kenmerken.len());
    assert_eq!(count("parameter"), model.parameters.len());
    assert_eq!(count("objecttype"), model.objecttypes.len());
    assert_eq!(count("rol"), model.roles.len());
    assert!(count("waarde") > 5);
}
