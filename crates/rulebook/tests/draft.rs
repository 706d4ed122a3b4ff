//! Changing rules: what is wrong is said with its place and never runs; what is right changes what a household
//! gets, by the amounts worked out here by hand.
#![allow(clippy::unwrap_used)]

mod common;

use common::{book, corpus, files, list, text};
use engine::language::Language;
use rulebook::{Draft, DraftFinding, Drafted, compare};
use serde_json::{Value as Json, json};

const NL: Language = Language::Dutch;
const SAM: &str = include_str!("../../../voorbeelden/sam-en-noor.yaml");
const EVA: &str = include_str!("../../../voorbeelden/werken-naast-bijstand.yaml");
const PER_MONTH: &str = "rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand";

fn draft(json: &Json) -> Draft {
    Draft::read(&json.to_string()).unwrap()
}

fn apply(json: &Json) -> Result<Drafted, Vec<DraftFinding>> {
    book().draft(&draft(json))
}

/// What is wrong with a draft, as an editor gets it.
fn findings(json: &Json, language: Language) -> Vec<Json> {
    let findings = apply(json).unwrap_err();
    findings.iter().map(|finding| finding.to_json(language)).collect()
}

/// The outcomes of a household that differ with a draft: the outcome, what it was and what it is.
fn differences(json: &Json, household: &str) -> Vec<(String, String, String)> {
    let drafted = apply(json).unwrap();
    let compared = compare(household, (corpus(), &drafted.corpus), NL).unwrap();
    let told = list(&compared, "verschillen")
        .iter()
        .map(|it| (text(it, "uitkomst").to_string(), it["voor"].to_string(), it["na"].to_string()));
    told.collect()
}

fn differs(outcome: &str, was: &str, is: &str) -> (String, String, String) {
    (outcome.to_string(), was.to_string(), is.to_string())
}

/// The text of a rule with a part of it replaced.
fn edited(id: &str, from: &str, to: &str) -> Json {
    let (text, _) = book().rule_text(book().find_rule(id).unwrap()).unwrap();
    assert!(text.contains(from), "{text}");
    json!({"regel": id, "tekst": text.replace(from, to)})
}

#[test]
fn a_draft_without_changes_is_the_corpus() {
    let drafted = apply(&json!({"naam": "niets"})).unwrap();
    assert_eq!(drafted.corpus, *corpus());
    assert_eq!(drafted.files, *files());
    let same = edited(PER_MONTH, "naar beneden", "naar beneden");
    assert_eq!(apply(&json!({"regels": [same]})).unwrap().corpus, *corpus());
}

#[test]
fn a_mistake_in_a_rule_is_told_with_its_place() {
    let changed = edited(PER_MONTH, "naar beneden afgerond op", "naar beneden afgrond op");
    let found = findings(&json!({"regels": [changed]}), NL);
    assert_eq!(found.len(), 1, "{found:?}");
    let (_, first) = book().rule_text(book().find_rule(PER_MONTH).unwrap()).unwrap();
    let finding = &found[0];
    assert_eq!(finding["bestand"], "rijk/wet_op_de_zorgtoeslag/uitkomst.regels");
    // Three lines of notes, the name, the validity, the sentence, and then the line with the mistake.
    assert_eq!(finding["in_regel"], json!({"id": PER_MONTH, "regel": 7}));
    assert_eq!(finding["regel"], first + 6);
    assert_eq!((&finding["kolom"], &finding["tot_kolom"]), (&json!(18), &json!(25)));
    assert_eq!(finding["ernst"], "fout");
    assert!(text(finding, "melding").contains("afgrond"));

    let unknown = edited(PER_MONTH, "zijn afgeronde zorgtoeslag", "zijn afgeronde zorgtoelag");
    let found = findings(&json!({"regels": [unknown]}), NL);
    assert_eq!(found[0]["code"], "onbekende-naam");
    assert_eq!(found[0]["suggestie"], "afgeronde zorgtoeslag");
}

#[test]
fn a_mistake_outside_the_changed_rules_is_told_in_its_file() {
    let name = "hervorming/nieuw.regels";
    let circle = "Regel kring
  geldig altijd
    De afgeronde zorgtoeslag van een Persoon moet gesteld worden op zijn zorgtoeslag per maand
    indien hij een toeslagpartner heeft.
";
    let found = findings(&json!({"bestanden": [{"bestand": name, "tekst": circle}]}), NL);
    assert_eq!((found.len(), &found[0]["code"]), (1, &json!("kring")));
    assert_eq!(found[0]["in_regel"], Json::Null);
    // Without its declarations a file breaks rules elsewhere.
    let file = "rijk/wet_op_de_zorgtoeslag/gegevens.regels";
    let found = findings(&json!({"bestanden": [{"bestand": file, "tekst": ""}]}), NL);
    assert!(found.iter().all(|it| text(it, "bestand") != file) && found.len() > 5);
}

#[test]
fn a_changed_sentence_changes_the_amount() {
    // € 1.550 in twelve parts is € 129,17: down € 129, up € 130.
    let up = edited(PER_MONTH, "naar beneden afgerond", "naar boven afgerond");
    let expected = [differs("zorgtoeslag_per_maand", "129", "130")];
    assert_eq!(differences(&json!({"regels": [up]}), SAM).as_slice(), &expected);
}

#[test]
fn a_changed_amount_holds_from_its_day() {
    let change = |day: &str| {
        let value = json!({"parameter": "standaardpremie", "waarde": "2219 €"});
        json!({"naam": "Proef", "datum": day, "parameters": [value]})
    };
    // The premium is € 100 higher, so the right is: 1.550,45 + 100; rounded 1.650, a twelfth is 137,50.
    // The household has € 100 more; nothing else hangs on it.
    let told = differences(&change("2026-01-01"), SAM);
    assert!(told.contains(&differs("zorgtoeslag_per_jaar", "1550.45", "1650.45")), "{told:?}");
    assert!(told.contains(&differs("zorgtoeslag_per_maand", "129", "137")), "{told:?}");
    let net = differs("netto_besteedbaar_inkomen_per_jaar", "42229.17", "42329.17");
    assert!(told.contains(&net), "{told:?}");
    assert_eq!(told.iter().filter(|(outcome, ..)| outcome.contains("huurtoeslag")).count(), 0);
    // In the summer it has changed, in January not yet.
    assert_eq!(differences(&change("2026-07-01"), SAM), []);
    let summer = SAM.replace("2026-01-15", "2026-07-15");
    let told = differences(&change("2026-07-01"), &summer);
    assert!(told.contains(&differs("zorgtoeslag_per_jaar", "1550.45", "1650.45")), "{told:?}");
}

#[test]
fn a_municipality_changes_its_own_values() {
    let change = |gemeente: Option<&str>, value: &str| {
        let name = "bedrag alleenstaande ouder individuele inkomenstoeslag";
        let value = json!({"parameter": name, "gemeente": gemeente, "waarde": value});
        json!({"datum": "2025-01-01", "parameters": [value]})
    };
    let outcome = "individuele_inkomenstoeslag_per_jaar";
    for gemeente in [Some("Tilburg"), None] {
        let told = differences(&change(gemeente, "775 €"), EVA);
        assert!(told.contains(&differs(outcome, "675", "775")), "{told:?}");
    }
    assert_eq!(differences(&change(Some("Amersfoort"), "775 €"), EVA), []);
    // A limit that a consistentieregel refuses.
    let limit = json!({"parameter": "inkomensgrens individuele inkomenstoeslag", "gemeente": "Tilburg", "waarde": "1100%"});
    let found = findings(&json!({"datum": "2025-01-01", "parameters": [limit]}), NL);
    assert_eq!(found[0]["bestand"], "gemeente/tilburg/gemeente.yaml");
}

#[test]
fn what_cannot_be_changed_is_refused_with_its_place() {
    let value = |name: &str, gemeente: Option<&str>, value: &str| json!({"parameter": name, "gemeente": gemeente, "waarde": value});
    let day = "2026-01-01";
    let mut told = String::new();
    for language in Language::ALL {
        for wrong in [
            json!({"datum": day, "parameters": [value("standaardpremi", None, "1 €")]}),
            json!({"datum": day, "parameters": [value("standaardpremie", Some("Tilburg"), "1 €")]}),
            json!({"datum": day, "parameters": [value("standaardpremie", None, "veel")]}),
            json!({"parameters": [value("standaardpremie", None, "1 €")]}),
            json!({"datum": "2019-01-01", "parameters": [value("standaardpremie", None, "1 €")]}),
            json!({"datum": day, "parameters": [
                value("inkomensgrens individuele inkomenstoeslag", Some("Tilbrug"), "1%"),
                value("inkomensgrens individuele inkomenstoeslag", Some("Urk"), "90%"),
            ]}),
            json!({"datum": "2026-01-15", "parameters": [
                value("norm van een alleenstaande onder 21 jaar", None, "400 €/mnd"),
            ]}),
            json!({"regels": [{"regel": "rijk.weg", "tekst": ""}]}),
            json!({"bestanden": [{"bestand": "weg.txt", "tekst": ""}]}),
            json!({"regels": [edited(PER_MONTH, "geldig", "geldig")],
                   "bestanden": [{"bestand": "rijk/wet_op_de_zorgtoeslag/uitkomst.regels", "tekst": ""}]}),
        ] {
            let found = findings(&wrong, language);
            let lines = found.iter().map(|it| {
                let help = it["hulp"].as_str().unwrap_or_default();
                format!("{}:{} {} {help}\n", it["regel"], it["kolom"], text(it, "melding"))
            });
            told.extend(lines);
        }
        let unreadable = Draft::read(r#"{"regel": [], "datum": "morgen"}"#).unwrap_err();
        let unreadable = unreadable.iter().map(|it| corpus::Finding::from(it).to_json(language));
        told.extend(unreadable.map(|it| format!("{} {}\n", text(&it, "melding"), it["hulp"])));
        told.push('\n');
    }
    insta::assert_snapshot!("refused", told);
}

/// A new rule with a new parameter and a new attribute, in a file of its own.
const NEW: (&str, &str) = (
    "hervorming/nieuw.regels",
    "Parameter het proefbedrag : Bedrag;

Extensie van objecttype het Huishouden
  de proef   Bedrag;

/// bron: eigen voorstel
Regel proef
  geldig altijd
    De proef van een Huishouden moet berekend worden als het proefbedrag maal 12.
",
);

#[test]
fn a_new_rule_counts_where_another_rule_reads_it() {
    let (file, text_of_new) = NEW;
    let net = "rijk.netto_inkomen.netto-besteedbaar-inkomen-per-jaar";
    let from = "plus de toeslagen en bijdragen per jaar van het Huishouden";
    let mut change = json!({
        "naam": "Proef",
        "datum": "2026-01-01",
        "regels": [edited(net, from, &format!("{from} plus de proef van het Huishouden"))],
        "bestanden": [{"bestand": file, "tekst": text_of_new}],
        "parameters": [{"parameter": "proefbedrag", "waarde": "50 €"}],
    });
    // € 50 a month is € 600 a year more than 42.229,17.
    let told = differences(&change, SAM);
    let expected = differs("netto_besteedbaar_inkomen_per_jaar", "42229.17", "42829.17");
    assert!(told.contains(&expected), "{told:?}");
    let drafted = apply(&change).unwrap();
    let new = book().new_parameters(&drafted, NL);
    assert_eq!(list(&json!({"l": new}), "l").len(), 1);
    assert_eq!((&new[0]["naam"], &new[0]["eenheid"]), (&json!("proefbedrag"), &json!("€")));
    assert_eq!(new[0]["bestand"], file);

    // The reform file has all three, and the value.
    let reform = book().reform(&draft(&change), &drafted).unwrap();
    assert!(text(&reform, "tekst").contains(r#"{parameter: "proefbedrag", waarde: "50 €"}"#));
    let written = text(&list(&reform, "regels")[0], "tekst");
    for part in [
        "Parameter het proefbedrag : Bedrag;",
        "  de proef   Bedrag;",
        "Regel proef",
        "plus de proef",
    ] {
        assert!(written.contains(part), "{part}: {written}");
    }

    // Without a value what reads it is unknown, and nothing is made up.
    change["parameters"] = json!([]);
    let told = differences(&change, SAM);
    let unknown = differs("netto_besteedbaar_inkomen_per_jaar", "42229.17", "null");
    assert!(told.contains(&unknown), "{told:?}");
    assert_eq!(book().new_parameters(&apply(&json!({})).unwrap(), NL), json!([]));
}

#[test]
fn a_new_rule_that_looks_like_another_of_its_package_is_refused() {
    let text = "Regel zorgtoeslag, per maand
  geldig altijd
    De zorgtoeslag per maand van een Persoon moet gesteld worden op 1 €.
";
    let at = |file: &str| json!({"bestanden": [{"bestand": file, "tekst": text}]});
    let found = findings(&at("rijk/wet_op_de_zorgtoeslag/nieuw.regels"), NL);
    assert_eq!((found.len(), &found[0]["code"]), (1, &json!("dubbel")));
    assert!(text_of(&found[0]).contains("‘zorgtoeslag per maand’"), "{found:?}");
    assert_eq!(found[0]["regel"], 1);
    assert!(apply(&at("hervorming/nieuw.regels")).is_ok());
}

fn text_of(finding: &Json) -> &str {
    text(finding, "melding")
}

#[test]
fn a_draft_becomes_a_reform_file() {
    let name = "basis/nieuw.regels";
    let new = "Extensie van objecttype het Huishouden
  de proef   Bedrag;

Regel proef
  geldig altijd
    De proef van een Huishouden moet gesteld worden op 1 €.
";
    let change = json!({
        "naam": "Proef met \"zorg\"",
        "datum": "2026-07-01",
        "regels": [edited(PER_MONTH, "naar beneden afgerond", "naar boven afgerond")],
        "bestanden": [{"bestand": name, "tekst": new}],
        "parameters": [
            {"parameter": "standaardpremie", "waarde": "2219 €"},
            {"parameter": "bedrag kind in het basisonderwijs kindregeling", "gemeente": null, "waarde": "700 €"},
        ],
    });
    // The kindregeling is known in 2024 only.
    assert!(apply(&change).is_err());
    let mut change = change;
    change["parameters"].as_array_mut().unwrap().truncate(1);
    let draft = draft(&change);
    let drafted = book().draft(&draft).unwrap();
    let reform = book().reform(&draft, &drafted).unwrap();
    insta::assert_snapshot!(
        "reform",
        format!("{}---\n{}", text(&reform, "tekst"), text(&list(&reform, "regels")[0], "tekst"))
    );

    // What a reform cannot do.
    let refused = |change: Json| {
        let draft = self::draft(&change);
        let drafted = book().draft(&draft).unwrap();
        let refused = book().reform(&draft, &drafted).unwrap_err();
        refused.to_string()
    };
    let day = "2026-07-01";
    assert!(refused(json!({"datum": day})).contains("naam"));
    assert!(refused(json!({"naam": "x"})).contains("dag"));
    assert!(refused(json!({"naam": "x", "datum": day})).contains("niets"));
    let other_name =
        edited(PER_MONTH, "Regel zorgtoeslag per maand", "Regel zorgtoeslag in de maand");
    let gone = refused(json!({"naam": "x", "datum": day, "regels": [other_name]}));
    assert!(gone.contains("‘zorgtoeslag per maand’"), "{gone}");
    let file =
        files().rules.iter().find(|it| it.name.ends_with("zorgtoeslag/gegevens.regels")).unwrap();
    let more = format!(
        "{}\n{}",
        file.text, "Extensie van objecttype het Huishouden\n  de proef   Bedrag;\n"
    );
    let declared =
        json!({"naam": "x", "datum": day, "bestanden": [{"bestand": file.name, "tekst": more}]});
    assert!(refused(declared).contains(&file.name));
}
