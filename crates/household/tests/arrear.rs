//! What an arrear becomes. Every figure is published or was worked out by hand: the arithmetic
//! stands beside it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use engine::language::{Bilingual, Language};
use household::{Arrear, ArrearError, DebtKind, Ladder};
use jiff::civil::Date;
use regelspraak::number::Number;

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn arrear(principal: &str, since: &str, until: &str, kind: DebtKind) -> Arrear {
    let day = |text: &str| text.parse::<Date>().unwrap();
    Arrear {
        principal: number(principal),
        since: day(since),
        until: day(until),
        kind,
        natural_creditor: false,
    }
}

fn agreement(principal: &str, since: &str, until: &str) -> Ladder {
    let corpus = builtin::corpus().unwrap();
    arrear(principal, since, until, DebtKind::Agreement).ladder(&corpus, Language::Dutch).unwrap()
}

fn municipality(principal: &str, until: &str) -> Ladder {
    let corpus = builtin::corpus().unwrap();
    let arrear = arrear(principal, until, until, DebtKind::Municipality);
    arrear.ladder(&corpus, Language::Dutch).unwrap()
}

/// The costs, totals and savings of all steps; `?` for what is unknown.
fn figures(ladder: &Ladder) -> Vec<[String; 3]> {
    let show = |amount: &Option<Number>| match amount {
        Some(amount) => amount.to_decimal_string().unwrap(),
        None => "?".to_string(),
    };
    let row = |step: &household::Step| [&step.costs, &step.total, &step.saved].map(show);
    ladder.steps.iter().map(row).collect()
}

fn interest(principal: &str, since: &str, until: &str) -> String {
    let ladder = agreement(principal, since, until);
    ladder.interest.unwrap().to_decimal_string().unwrap()
}

/// € 500 from 1 March to 1 December 2024. Interest: 275 days at 7%: 500 × 7 × 275 / 36.500 = 26,37.
/// Collection costs: 15% of 500 = 75. Claimed: 500 + 26,37 + 75 = 601,37, so a court fee of 328
/// (500 to 1.500) and one point of 135 (500 to 1.250). Seizure: 165,48 + 80,64 = 246,12.
/// Totals: 526,37; + 75 = 601,37; + 112,37 = 713,74; + 328 = 1.041,74; + 135 = 1.176,74; + 122,34 =
/// 1.299,08; + 246,12 = 1.545,20. All costs: 75 + 112,37 + 328 + 135 + 122,34 + 246,12 = 1.018,83.
#[test]
fn an_agreement_of_500_in_2024() {
    let ladder = agreement("500", "2024-03-01", "2024-12-01");
    assert_eq!(ladder.interest, Some(number("26,37")));
    let expected = [
        ["0", "526.37", "1018.83"],
        ["75", "601.37", "943.83"],
        ["112.37", "713.74", "831.46"],
        ["328", "1041.74", "503.46"],
        ["135", "1176.74", "368.46"],
        ["122.34", "1299.08", "246.12"],
        ["246.12", "1545.2", "0"],
    ];
    assert_eq!(figures(&ladder), expected.map(|row| row.map(str::to_string)));
}

/// The same of a natural person: a court fee of 218 instead of 328.
#[test]
fn a_natural_person_pays_a_lower_court_fee() {
    let corpus = builtin::corpus().unwrap();
    let arrear = arrear("500", "2024-03-01", "2024-12-01", DebtKind::Agreement);
    let arrear = Arrear { natural_creditor: true, ..arrear };
    let ladder = arrear.ladder(&corpus, Language::Dutch).unwrap();
    assert_eq!(figures(&ladder)[3], ["218", "931.74", "503.46"].map(str::to_string));
}

/// € 500 of a municipality, Kostenwet: 500 is 454 or more; (500 - 45) / 45 = 10,1, so 10 steps.
/// 2024: 19; 49 + 10 × 4 = 89; 69. 2025: 21; 53 + 10 × 5 = 103; 74. 2026: 22; 56 + 50 = 106; 78.
#[test]
fn a_municipal_charge_of_500() {
    let table = [
        ("2024-12-01", [["19", "519", "158"], ["89", "608", "69"], ["69", "677", "0"]]),
        ("2025-12-01", [["21", "521", "177"], ["103", "624", "74"], ["74", "698", "0"]]),
        ("2026-12-01", [["22", "522", "184"], ["106", "628", "78"], ["78", "706", "0"]]),
    ];
    for (day, expected) in table {
        let ladder = municipality("500", day);
        assert_eq!(figures(&ladder), expected.map(|row| row.map(str::to_string)), "{day}");
        assert_eq!(ladder.interest, None);
    }
}

/// On both sides of each step of the Kostenwet, 2026: under 454 the demand is 10; up to 89,99 the writ
/// is 56, from 90 it is 61; and it is never more than 16.524: (200.000 - 45) / 45 = 4.443 steps would be
/// 56 + 22.215.
#[test]
fn the_kostenwet_on_both_sides() {
    let table = [
        ("20", "10", "56"),
        ("45", "10", "56"),
        ("89,99", "10", "56"),
        ("90", "10", "61"),
        ("300", "10", "81"),
        ("453,99", "10", "101"),
        ("454", "22", "101"),
        ("200000", "22", "16524"),
    ];
    for (principal, demand, writ) in table {
        let costs = figures(&municipality(principal, "2026-02-01"));
        assert_eq!([&costs[0][0], &costs[1][0]], [demand, writ], "{principal}");
    }
}

/// Published amounts of the Besluit (incasso firms and an open test set), and both sides of the first
/// limits: 2.500 × 15% = 375; a euro more is 10 cent; 5.000: 375 + 250; 10.000: 625 + 250.
#[test]
fn collection_costs() {
    let table = [
        ("100", "40"),
        ("266,66", "40"),
        ("266,67", "40"),
        ("270", "40.5"),
        ("500", "75"),
        ("1000", "150"),
        ("2500", "375"),
        ("2501", "375.1"),
        ("4000", "525"),
        ("5000", "625"),
        ("5001", "625.05"),
        ("6000", "675"),
        ("8400", "795"),
        ("10000", "875"),
        ("10001", "875.01"),
        ("25000", "1025"),
    ];
    for (principal, expected) in table {
        assert_eq!(figures(&agreement(principal, "2024-03-01", "2024-03-01"))[1][0], expected);
    }
}

/// 820 × 4% × 31 / 365 = 2,79 (published). 10.000 over 15 days of 6% (24,66) and 15 of 4% (16,44) is
/// 41,10 (published). One day of 7%: 10.000 × 7 / 36.500 = 1,92.
#[test]
fn interest_by_the_day() {
    assert_eq!(interest("820", "2026-05-30", "2026-06-30"), "2.79");
    assert_eq!(interest("10000", "2025-12-17", "2026-01-16"), "41.1");
    assert_eq!(interest("10000", "2024-01-01", "2024-01-01"), "0");
    assert_eq!(interest("10000", "2024-01-01", "2024-01-02"), "1.92");
}

/// Interest on interest after each year. From 1 July 2024, € 10.000.
/// First year: 184 days of 7% and 181 of 6%: 10.000 × (1.288 + 1.086) / 36.500 = 650,4110.
/// Second year: over 10.650,4110, 184 days of 6% and 181 of 4%: × (1.104 + 724) / 36.500 = 533,3960.
/// On 1 July 2025 only the first; on 2 July 2025 one day of 6% over 10.650,4110: 1,7507 more.
#[test]
fn interest_on_interest_after_a_year() {
    assert_eq!(interest("10000", "2024-07-01", "2025-07-01"), "650.41");
    assert_eq!(interest("10000", "2024-07-01", "2025-07-02"), "652.16");
    assert_eq!(interest("10000", "2024-07-01", "2026-07-01"), "1183.81");
}

/// The third year: from 1 January 2024, € 10.000. 2024 has 366 days: 10.000 × 2.562 / 36.500 =
/// 701,9178; 2025: 10.701,9178 × 2.190 / 36.500 = 642,1151; 2026 until 1 July: 181 days of 4% over
/// 11.344,0329: × 724 / 36.500 = 225,0159. Together 1.569,0488.
#[test]
fn interest_in_the_third_year() {
    assert_eq!(interest("10000", "2024-01-01", "2026-07-01"), "1569.05");
}

/// The claim decides the court fee and the fee per point, in 2024. 400 + 60 = 460: 130 and 82.
/// 434,78 + 65,217 = 499,997: 130 and 82. 434,79 + 65,2185 = 500,0085: 328 and 135.
/// 15.000 + 925 = 15.925: 1.409 and 406.
#[test]
fn the_claim_decides_the_court_fee() {
    let table = [
        ("100", "130", "40"),
        ("400", "130", "82"),
        ("434,78", "130", "82"),
        ("434,79", "328", "135"),
        ("1300", "328", "204"),
        ("1500", "372", "204"),
        ("3000", "496", "238"),
        ("4300", "496", "271"),
        ("6000", "524", "339"),
        ("11000", "524", "406"),
        ("15000", "1409", "406"),
        ("20000", "1409", "543"),
    ];
    for (principal, fee, salary) in table {
        let costs = figures(&agreement(principal, "2024-03-01", "2024-03-01"));
        assert_eq!([&costs[3][0], &costs[4][0]], [fee, salary], "{principal}");
    }
    // Until 1 February 2024 a point was 80.
    assert_eq!(figures(&agreement("400", "2024-01-31", "2024-01-31"))[4][0], "80");
}

/// What was not found is unknown, with the reason; what does not depend on it is known. 2026: seizure
/// 184,91 + 90,11 = 275,02; serving 136,71; together 411,73.
#[test]
fn what_is_unknown_is_said() {
    let ladder = agreement("500", "2026-01-01", "2026-06-01");
    let rows = figures(&ladder);
    assert_eq!(rows[2], ["125.57", "708.84", "?"].map(str::to_string));
    assert_eq!(rows[3], ["?"; 3].map(str::to_string));
    assert_eq!(rows[4], ["?", "?", "411.73"].map(str::to_string));
    assert_eq!(rows[6], ["275.02", "?", "0"].map(str::to_string));
    let expected = [
        "heeft op 01-06-2026 geen waarde: het griffierecht van 2025 en 2026 is niet gevonden.",
        "heeft op 01-06-2026 geen waarde: het liquidatietarief vanaf 1 februari 2026 is niet gevonden.",
    ];
    for reason in expected {
        assert!(
            ladder.remarks.iter().any(|remark| remark.ends_with(reason)),
            "{:?}",
            ladder.remarks
        );
    }
    let later = agreement("500", "2026-01-01", "2026-08-01");
    assert_eq!(later.interest, None);
    assert!(later.remarks.iter().any(|it| it.contains("vanaf 1 juli 2026 is niet gevonden")));
}

/// Each cost with the article of the rule that gave it.
#[test]
fn every_cost_names_its_article() {
    let sources = |ladder: Ladder| {
        let steps = ladder.steps.into_iter();
        steps.map(|step| step.sources.join("; ")).collect::<Vec<_>>()
    };
    let agreement_of_500 = [
        "Burgerlijk Wetboek Boek 6, art. 96, lid 6",
        "Burgerlijk Wetboek Boek 6, art. 96, lid 5 en 6; Besluit vergoeding voor buitengerechtelijke \
         incassokosten, art. 2",
        "Besluit tarieven ambtshandelingen gerechtsdeurwaarders, art. 2, onderdeel a",
        "Wet griffierechten burgerlijke zaken, art. 3 en 10, en bijlage",
        "Liquidatietarief kanton",
        "Besluit tarieven ambtshandelingen gerechtsdeurwaarders, art. 2, onderdeel b",
        "Besluit tarieven ambtshandelingen gerechtsdeurwaarders, art. 2, onderdelen d en j; Wetboek van \
         Burgerlijke Rechtsvordering, art. 475 en 475i",
    ];
    assert_eq!(sources(agreement("500", "2024-03-01", "2024-12-01")), agreement_of_500);
    let of_municipality = [
        "Gemeentewet, art. 231; Kostenwet invordering rijksbelastingen, art. 2",
        "Gemeentewet, art. 231; Kostenwet invordering rijksbelastingen, art. 3, lid 1",
        "Gemeentewet, art. 231; Kostenwet invordering rijksbelastingen, art. 4, lid 1",
    ];
    assert_eq!(sources(municipality("500", "2024-12-01")), of_municipality);
}

/// Up to € 25.000 with the interest the kantonrechter decides, the costs of collection not counted. In
/// 2024 a day of 7% over 25.000 is 4,79. 24.900 from 1 March to 22 March: 21 days, 100,28; to 21 March
/// 95,51.
#[test]
fn above_25_000_with_interest_the_costs_of_the_judge_are_unknown() {
    let court = |principal, since, until| {
        let ladder = agreement(principal, since, until);
        let unknown =
            ladder.remarks.iter().filter(|it| it.contains("te hoog voor de kantonrechter"));
        let (said, costs) = (unknown.count(), figures(&ladder));
        (said, [3, 4].map(|step: usize| costs[step][0].clone()))
    };
    let known = (0, ["1409", "543"].map(str::to_string));
    let unknown = (2, ["?", "?"].map(str::to_string));
    assert_eq!(court("25000", "2024-03-01", "2024-03-01"), known);
    assert_eq!(court("25000", "2024-03-01", "2024-03-02"), unknown);
    assert_eq!(court("25000,01", "2024-03-01", "2024-03-01"), unknown);
    assert_eq!(court("24900", "2024-03-01", "2024-03-21"), known);
    assert_eq!(court("24900", "2024-03-01", "2024-03-22"), unknown);
    // What comes before the judge, and what comes after, does not depend on it.
    let rows = figures(&agreement("30000", "2024-03-01", "2024-03-01"));
    assert_eq!(rows[2], ["112.37", "31187.37", "?"].map(str::to_string));
    assert_eq!(rows[5], ["122.34", "?", "246.12"].map(str::to_string));
}

#[test]
fn what_cannot_be_is_refused() {
    let corpus = builtin::corpus().unwrap();
    let refused = |principal, since, until, kind| {
        arrear(principal, since, until, kind).ladder(&corpus, Language::Dutch).unwrap_err()
    };
    let (agreement, municipality) = (DebtKind::Agreement, DebtKind::Municipality);
    let zero = refused("0", "2024-03-01", "2024-12-01", agreement);
    assert!(matches!(zero, ArrearError::NothingOwed));
    let person = arrear("500", "2024-03-01", "2024-12-01", municipality);
    let person = Arrear { natural_creditor: true, ..person };
    let person = person.ladder(&corpus, Language::Dutch).unwrap_err();
    assert!(matches!(person, ArrearError::NoPerson));
    let backwards = refused("500", "2024-12-02", "2024-12-01", municipality);
    assert!(backwards.to_string().contains("01-12-2024"), "{backwards}");
    assert!(backwards.english().contains("1 December 2024"), "{}", backwards.english());
    let long = refused("500", "2023-11-30", "2026-12-01", agreement);
    assert!(long.to_string().contains("30-11-2026"), "{long}");
    let none = refused("500", "2031-01-01", "2031-06-01", agreement);
    assert!(matches!(none, ArrearError::NoTariffs { .. }), "{none}");
    assert!(none.to_string().contains("2024, 2025 of 2026"), "{none}");
}
