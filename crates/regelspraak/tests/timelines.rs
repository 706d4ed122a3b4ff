//! Timelines as they are written (section 3.8) and the sentences that depend on them (chapter 7,
//! sections 8.4 and 10.3).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::model::{Model, Timeline};
use regelspraak::{compile, source::Source};

const GARDEN: &str = "
Objecttype de Tuin (mv: Tuinen) (bezield)
  de plantdatum     Datum in dagen;
  de oppervlakte    Numeriek (getal);
  het seizoen       kenmerk (bezittelijk) voor elke maand;
  is begroeid       kenmerk (bijvoeglijk) voor elke dag;
  is groot          kenmerk (bijvoeglijk);
  de pacht          Numeriek (getal) met eenheid €/mnd voor elke maand;
  het waterloon     Numeriek (getal) met eenheid €/mnd voor elke dag;
  de jaarpacht      Numeriek (getal) met eenheid €/jr voor elk jaar;
  het totaal        Numeriek (getal) met eenheid €;
  de dagen          Numeriek (geheel getal) met eenheid dg/mnd voor elke maand;
";

fn model(more: &str) -> Result<Model, String> {
    let text = format!("{GARDEN}\n{more}\n");
    compile(&[Source::new("tuin.regels", text)]).map_err(|problems| problems.to_string())
}

fn rule(sentence: &str) -> Result<Model, String> {
    model(&format!("Regel proef\n  geldig altijd\n    {sentence}"))
}

#[test]
fn each_written_form_of_a_timeline_is_read() {
    for written in [
        "voor elke dag",
        "voor elke maand",
        "voor elk kwartaal",
        "voor elk jaar",
        "voor elke week startend op 3-3-2025",
        "voor elke maand startend op dag 15 van de maand",
        "voor elk jaar startend op dag 12 van maand 2",
        "voor elke 5 maanden startend op 9-3-2025",
        "voor elke 10 dagen startend op 9-3-2025",
        "voor elke 4 maanden",
        "voor elke 6 maanden",
    ] {
        let text = format!("Parameter de huur : Numeriek (getal) met eenheid €/mnd {written};");
        let model = model(&text).unwrap_or_else(|problems| panic!("{written}\n{problems}"));
        let timeline = model[model.parameter("huur").unwrap()].timeline;
        assert_eq!(timeline.map(Timeline::describe).as_deref(), Some(written));
    }
    let quarter = "Parameter de huur : Numeriek (getal) \
        voor elk kwartaal startend op dag 1 van maand 2, 5, 8 en 11;";
    let model = model(quarter).unwrap();
    let timeline = model[model.parameter("huur").unwrap()].timeline.unwrap();
    assert!(timeline.cuts(jiff::civil::date(2024, 11, 1)));
    assert!(!timeline.cuts(jiff::civil::date(2024, 10, 1)));
}

#[test]
fn sentences_over_time_are_read() {
    for sentence in [
        "Het waterloon van een Tuin moet berekend worden als zijn pacht.",
        "De pacht van een Tuin moet berekend worden als zijn pacht vanaf dd. 01-02-2024.",
        "De pacht van een Tuin moet berekend worden als zijn pacht van dd. 01-02-2024 tot en met dd. 31-03-2024.",
        "De pacht van een Tuin moet berekend worden als zijn pacht vanaf de datum met jaar: Rekenjaar, maand: 7 en dag: 1.",
        "Het waterloon van een Tuin moet berekend worden als zijn pacht vanaf zijn plantdatum.",
        "Het waterloon van een Tuin moet berekend worden als 3 €/mnd tot en met dd. 01-02-2024.",
        "Het waterloon van een Tuin moet berekend worden als zijn pacht van dd. 01-02-2024 tot zijn plantdatum plus 1 jr.",
        "De pacht van een Tuin moet berekend worden als zijn pacht gedurende de tijd dat hij een seizoen heeft.",
        "De pacht van een Tuin moet berekend worden als 5 €/mnd indien hij groot is.",
        "De pacht van een Tuin moet berekend worden als zijn jaarpacht.",
        "Het totaal van een Tuin moet berekend worden als het totaal van zijn pacht.",
        "Het totaal van een Tuin moet berekend worden als (het totaal van zijn pacht) plus 3 €.",
        "Het totaal van een Tuin moet berekend worden als (het totaal van (zijn pacht plus zijn waterloon) vanaf dd. 01-01-2024).",
        "Het totaal van een Tuin moet berekend worden als de pacht van dit jaar.
    Daarbij geldt:
      de pacht van dit jaar is het totaal van zijn pacht van dd. 01-01-2024 tot dd. 01-01-2025.",
        "Een Tuin is begroeid gedurende de tijd dat hij een seizoen heeft.",
        "Een Tuin is begroeid vanaf zijn plantdatum.",
        "De dagen van een Tuin moet gesteld worden op het aantal dagen in de maand dat hij begroeid is.",
        "De pacht van een Tuin moet gesteld worden op (het tijdsevenredig deel per maand van zijn jaarpacht gedurende de tijd dat hij begroeid is).",
    ] {
        rule(sentence).unwrap_or_else(|problems| panic!("{sentence}\n{problems}"));
    }
}

#[test]
fn what_cannot_be_in_time_is_said_where_it_stands() {
    let sentences = [
        // A timeline that is too coarse, or missing.
        "De pacht van een Tuin moet berekend worden als zijn waterloon.",
        "De oppervlakte van een Tuin moet gesteld worden op 3 gedurende de tijd dat hij begroeid is.",
        "Het totaal van een Tuin moet gesteld worden op 3 € vanaf dd. 01-01-2024.",
        "Een Tuin is groot gedurende de tijd dat hij begroeid is.",
        "De pacht van een Tuin moet berekend worden als zijn pacht vanaf dd. 02-02-2024.",
        "De pacht van een Tuin moet berekend worden als zijn pacht tot en met dd. 01-02-2024.",
        // The wrong word before a condition.
        "De pacht van een Tuin moet berekend worden als 3 €/mnd indien hij een seizoen heeft.",
        "De pacht van een Tuin moet berekend worden als 3 €/mnd gedurende de tijd dat hij groot is.",
        // To which of two a period belongs.
        "Het totaal van een Tuin moet berekend worden als het totaal van zijn pacht vanaf dd. 01-02-2024.",
        "Het totaal van een Tuin moet berekend worden als het totaal van zijn pacht maal 2.",
        // A total of what is no amount per time, or never changes.
        "Het totaal van een Tuin moet gesteld worden op het totaal van 3 €.",
        "Het totaal van een Tuin moet gesteld worden op het totaal van 3 €/mnd.",
        "De dagen van een Tuin moet gesteld worden op het aantal dagen in de maand dat hij groot is.",
        "Een Tuin is begroeid van zijn plantdatum.",
        "Een Tuin is begroeid vanaf zijn oppervlakte.",
    ];
    let reports = sentences
        .map(|sentence| format!("{sentence}\n{}", rule(sentence).map(|_| ()).expect_err(sentence)));
    insta::assert_snapshot!(reports.join("\n"));
}

#[test]
fn a_timeline_that_cannot_be_is_said_where_it_stands() {
    let written = [
        "voor elke uur",
        "voor elke maanden",
        "voor elke 5 maanden",
        "voor elke week",
        "voor elke maand startend op dag 30 van de maand",
        "voor elk jaar startend op dag 12",
        "voor elk kwartaal startend op dag 1 van maand 2, 4 en 6",
        "voor elke 0 dagen startend op 9-3-2025",
        "voor elke periode van een kwartaal",
    ];
    let reports = written.map(|written| {
        let text = format!("Parameter de huur : Numeriek (getal) {written};");
        format!("{written}\n{}", model(&text).map(|_| ()).expect_err(written))
    });
    insta::assert_snapshot!(reports.join("\n"));
}

#[test]
fn a_check_on_a_whole_period_that_cannot_be_is_said_where_it_stands() {
    let sentences = [
        "Een Tuin is begroeid gedurende de tijd dat zijn oppervlakte gedurende het gehele jaar gevuld is.",
        "Een Tuin is begroeid gedurende de tijd dat hij gedurende het gehele jaar groot is.",
        "Een Tuin is begroeid gedurende de tijd dat zijn pacht gedurende het gehele kwartaal gevuld is.",
        "Een Tuin is begroeid gedurende de tijd dat zijn pacht gedurende het hele jaar gevuld is.",
        "Een Tuin is begroeid gedurende de tijd dat zijn pacht gevuld is gedurende het gehele jaar.",
        "Een Tuin is begroeid gedurende de tijd dat zijn pacht is gedurende het gehele jaar gevuld.",
        "Een Tuin is groot indien zijn pacht gedurende het gehele jaar gevuld is.",
        "De oppervlakte van een Tuin moet gedurende het gehele jaar gevuld zijn.",
    ];
    let reports = sentences
        .map(|sentence| format!("{sentence}\n{}", rule(sentence).map(|_| ()).expect_err(sentence)));
    insta::assert_snapshot!(reports.join("\n"));
}
