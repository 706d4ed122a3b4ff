//! The chart of whether work pays: what it draws is what was found, and it says so in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use engine::language::Language;
use household::{Calculator, HouseholdFile, WorkPays, WorkQuestion};
use regelspraak::number::Number;
use reports::{ChartError, work_pays_svg};

const FAMILY: &str = "rekendatum: 2026-03-01
huishouden:
  woning: {kale_huur: 650}
  personen:
    - {naam: 'Sam & <Co>', rol: aanvrager, geboortedatum: 1990-01-01}
    - {naam: Bo, rol: kind, geboortedatum: 2018-01-01, opvang: [{soort: bso, uren: 60, uurtarief: 9.5}]}
";

fn with_chart(check: impl Fn(&WorkPays, &str, Language)) {
    let corpus = builtin::corpus().unwrap();
    let file = HouseholdFile::read(FAMILY, "gezin.yaml").unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    for language in Language::ALL {
        let calculation = calculator.calculate(&file).unwrap().in_language(language);
        let answer = calculation.work_pays(&WorkQuestion::default()).unwrap();
        check(&answer, &work_pays_svg(&answer, language).unwrap(), language);
    }
}

#[test]
fn every_large_jump_has_a_mark_and_every_layer_a_name() {
    with_chart(|answer, svg, language| {
        let large = answer.breakpoints.iter().filter(|it| it.jump.abs() >= Number::from(100));
        let large = large.count();
        assert!(large >= 2, "{large}");
        // One more stands in the legend.
        assert_eq!(svg.matches("<circle").count(), large + 1);
        let names = language.pick(
            ["eigen inkomen na belasting", "bijstand en AIO", "netto inkomen"],
            ["own income after tax", "social assistance (bijstand, AIO)", "net income"],
        );
        for name in names {
            assert!(svg.contains(name), "{name}\n{svg}");
        }
        // Nobody here gets anything of a municipality.
        assert!(!svg.contains(language.pick("regelingen van de gemeente", "municipal schemes")));
    });
}

#[test]
fn it_tells_in_words_what_it_shows() {
    with_chart(|answer, svg, language| {
        let title = svg.split("<title id=\"titel\">").nth(1).unwrap();
        let title = title.split("</title>").next().unwrap();
        assert!(title.contains("Sam &amp; &lt;Co&gt;"), "{title}");
        let words = svg.split("<desc id=\"uitleg\">").nth(1).unwrap();
        let words = words.split("</desc>").next().unwrap();
        let net = household::wording::whole(&answer.points.last().unwrap().net);
        assert!(words.contains(&household::wording::euro(&net, language)), "{words}");
        assert!(!svg.contains("<Co>") && svg.contains("width=\"960\""));
    });
}

#[test]
fn one_point_is_no_chart() {
    with_chart(|answer, _, language| {
        let one = WorkPays { points: answer.points[..1].to_vec(), ..answer.clone() };
        assert_eq!(work_pays_svg(&one, language), Err(ChartError::Empty));
    });
}
