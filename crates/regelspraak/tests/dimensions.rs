//! Dimensies as they are declared (section 3.6), and mistakes in and with them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::model::{LabelPlace, Model};
use regelspraak::{compile, source::Source};

const SHOP: &str = "
Dimensie het kwartiel, bestaande uit de kwartielen (na het attribuut met voorzetsel
  over):
  1. het begin
  2. het midden
  3. het eind

Dimensie de btwsoort, bestaande uit de btwsoorten (voor het attribuut zonder voorzetsel):
  • kale
  • volle

Objecttype de Kassa (mv: Kassa's) (bezield)
  de omzet (mv: omzetten)    Numeriek (getal) met eenheid € gedimensioneerd met kwartiel en btwsoort;
  de dagomzet                Numeriek (getal) met eenheid €;
  is druk                    kenmerk (bijvoeglijk);
";

fn model(more: &str) -> Result<Model, String> {
    let text = format!("{SHOP}\n{more}\n");
    compile(&[Source::new("kassa.regels", text)]).map_err(|problems| problems.to_string())
}

fn rule(sentence: &str) -> Result<Model, String> {
    model(&format!("Regel proef\n  geldig altijd\n    {sentence}"))
}

#[test]
fn each_combination_of_labels_is_an_attribuut() {
    let model = model("").unwrap();
    let [quarter, tax] = &model.dimensions[..] else { panic!() };
    assert_eq!(quarter.place, LabelPlace::After("over".into()));
    assert_eq!((tax.place.clone(), tax.ordered), (LabelPlace::Before, false));
    let [revenue] = &model.dimensioned[..] else { panic!() };
    let names: Vec<&str> =
        revenue.attributes.iter().map(|id| model[*id].name.singular.as_str()).collect();
    assert_eq!(
        names,
        [
            "kale omzet over het begin",
            "volle omzet over het begin",
            "kale omzet over het midden",
            "volle omzet over het midden",
            "kale omzet over het eind",
            "volle omzet over het eind",
        ]
    );
    assert_eq!(revenue.attribute(&model, &[2, 1]), Some(revenue.attributes[5]));
}

#[test]
fn a_label_stands_in_the_head_and_in_the_value() {
    let sentence = "De volle omzet over het eind van een Kassa moet berekend worden als zijn kale \
                    omzet over het begin min de kale omzet over het midden van de Kassa.";
    if let Err(problems) = rule(sentence) {
        panic!("{problems}");
    }
}

#[test]
fn mistakes_with_labels_are_said_where_they_stand() {
    let sentences = [
        "De dagomzet van een Kassa moet gesteld worden op zijn omzet.",
        "De dagomzet van een Kassa moet gesteld worden op zijn volle omzet.",
        "De dagomzet van een Kassa moet gesteld worden op de omzet over het begin van de Kassa.",
        "De omzet van een Kassa moet gesteld worden op 3 €.",
        "De kale omzet van een Kassa moet gesteld worden op 3 €.",
        "De dagomzet van een Kassa moet gesteld worden op zijn volle omzet over het bgin.",
        "De dagomzet van een Kassa moet gesteld worden op zijn vole omzet over het begin.",
        "De dagomzet van een Kassa moet berekend worden als de som van zijn kale omzet over alle kwartalen.",
        "De dagomzet van een Kassa moet berekend worden als de som van zijn omzet over alle kwartielen.",
        "De dagomzet van een Kassa moet berekend worden als de som van zijn kale omzet over de kwartielen vanaf het eind t/m het begin.",
        "De dagomzet van een Kassa moet berekend worden als de som van zijn kale omzet over de kwartielen vanaf het einde t/m het begin.",
        "De dagomzet van een Kassa moet berekend worden als de som van zijn omzet over het begin vanaf kale t/m volle.",
        "De dagomzet van een Kassa moet berekend worden als de som van zijn kale omzet over de kwartielen in {het begin en het slot}.",
        "De dagomzet van een Kassa moet berekend worden als zijn kale omzet over alle kwartielen.",
        "Een Kassa is druk indien zijn omzet over het begin groter is dan 3 €.",
    ];
    let reports = sentences
        .map(|sentence| format!("{sentence}\n{}", rule(sentence).map(|_| ()).expect_err(sentence)));
    insta::assert_snapshot!(reports.join("\n"));
}

#[test]
fn combinations_of_labels_are_bounded() {
    let letters = "abcdefghijkl";
    let dimension = |name: char| {
        format!(
            "Dimensie de {name}, bestaande uit de {name}s (voor het attribuut zonder voorzetsel):\n  \
             1. {name}een\n  2. {name}twee\n\n"
        )
    };
    let all: String = letters.chars().map(dimension).collect();
    let used = letters.chars().map(String::from).collect::<Vec<_>>();
    for (count, fits) in [(6, true), (9, false), (12, false)] {
        let used = used[..count].join(", ");
        let text =
            format!("{all}Objecttype de Bon\n  het bedrag    Tekst gedimensioneerd met {used};");
        let read = model(&text);
        assert_eq!(read.is_ok(), fits, "{count}");
        if let Err(problems) = read {
            assert!(problems.contains("combinaties van labels"), "{problems}");
        }
    }
    let labels: String = (1..=1_001).map(|at| format!("  {at}. nummer {at}\n")).collect();
    let many = format!(
        "Dimensie de rij, bestaande uit de rijen (voor het attribuut zonder voorzetsel):\n{labels}"
    );
    assert!(model(&many).unwrap_err().contains("hoogstens 1000 labels"));
}

#[test]
fn a_dimensie_that_cannot_be_is_said_where_it_stands() {
    let written = [
        "Dimensie de laag",
        "Dimensie de laag, bestaande uit de lagen:\n  1. een\n  2. twee",
        "Dimensie de laag, bestaande uit de lagen (na het attribuut met voorzetsel om):\n  1. een\n  2. twee",
        "Dimensie de laag, bestaande uit de lagen (achter het attribuut):\n  1. een\n  2. twee",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel)\n  1. een\n  2. twee",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel):\n  1. een",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel):\n  1. een\n  3. drie",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel):\n  1 een\n  2 twee",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel):\n  • hoge\n  • Hoge",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel):\n  • hoge\n  2. lage",
        "Dimensie de laag, bestaande uit de lagen (voor het attribuut zonder voorzetsel):\n  hoge\n  lage",
        "Dimensie de btwsoort, bestaande uit de soorten (voor het attribuut zonder voorzetsel):\n  • hoge\n  • lage",
        "Objecttype de Bon\n  het bedrag    Numeriek (getal) gedimensioneerd met kwartil;",
        "Objecttype de Bon\n  het bedrag    Numeriek (getal) gedimensioneerd met kwartiel en kwartiel;",
        "Objecttype de Bon\n  het bedrag    Numeriek (getal) gedimensioneerd met;",
        "Objecttype de Bon\n  het bedrag    Numeriek (getal) voor elke maand gedimensioneerd met kwartiel;",
        "Objecttype de Bon\n  het bedrag    Numeriek (getal) gedimensioneerd met kwartiel voor elke maand;",
        "Objecttype de Bon\n  de kale som    Tekst;\n  de som    Numeriek (getal) gedimensioneerd met btwsoort;",
        "Objecttype de Bon\n  de som    Tekst gedimensioneerd met btwsoort;\n  de som    Numeriek (getal);",
    ];
    let reports =
        written.map(|text| format!("{text}\n{}", model(text).map(|_| ()).expect_err(text)));
    insta::assert_snapshot!(reports.join("\n"));
}
