//! Coming dates of small households, worked out by hand from the law. All amounts of 2026.

use household::milestones::{Occasion, OutcomeChange};
use household::{Milestone, MilestoneError, Milestones};
use regelspraak::number::Number;

use super::{Household, RENT, corpus, milestones};

/// The milestone of somebody.
fn of<'m>(all: &'m Milestones, name: &str, occasion: Occasion) -> &'m Milestone {
    let is = |it: &&Milestone| it.occasions.contains(&(occasion, Some(name.to_string())));
    all.list.iter().find(is).unwrap_or_else(|| panic!("{name} {occasion:?}\n{:#?}", all.list))
}

fn change<'m>(milestone: &'m Milestone, outcome: &str) -> &'m OutcomeChange {
    let found = milestone.changes.iter().find(|it| it.outcome == outcome);
    found.unwrap_or_else(|| panic!("{outcome}\n{milestone:#?}"))
}

/// From when, from what to what, and by which rule.
fn told(change: &OutcomeChange) -> (String, [String; 2], Vec<&str>) {
    let amount = |number: &Number| number.to_decimal_string().unwrap();
    let rules = change.rules.iter().map(|it| it.rule.naam.as_str()).collect();
    (change.from.to_string(), [amount(&change.before), amount(&change.after)], rules)
}

fn net(milestone: &Milestone) -> Option<String> {
    milestone.net.as_ref().map(|net| net.to_decimal_string().unwrap())
}

fn one_parent(child: &str) -> [String; 2] {
    [
        "naam: Eva, rol: aanvrager, geboortedatum: 1990-06-03, bijstand_aangevraagd: false".into(),
        format!("naam: Noor, rol: kind, geboortedatum: {child}"),
    ]
}

fn household(rekendatum: &str, persons: &[String], years: i16) -> Milestones {
    let persons: Vec<&str> = persons.iter().map(String::as_str).collect();
    let file = Household { rekendatum, home: RENT, persons: &persons }.file();
    milestones(&corpus(), &file, years)
}

/// Algemene Kinderbijslagwet, art. 12: 85% of the basic amount from 6, all of it from 12, by the age on the
/// first day of the quarter. Wet op het kindgebonden budget, art. 2, lid 4: 724 a year more from 12, from
/// the first of the next month.
#[test]
fn a_child_of_twelve() {
    let all = household("2026-01-15", &one_parent("2014-05-20"), 10);
    let twelve = of(&all, "Noor", Occasion::Birthday(12));
    assert_eq!((twelve.date.to_string().as_str(), twelve.amounts_of), ("2026-05-20", None));
    // 421.53 in the first half of 2026, 426.29 in the second; 85% is 358.30 and 362.35.
    let benefit = change(twelve, "kinderbijslag_per_kwartaal");
    let rule = "kinderbijslag over het derde kwartaal van 12 tot 18 jaar";
    let expected = ("2026-07-01".into(), ["362.35".into(), "426.29".into()], vec![rule]);
    assert_eq!(told(benefit), expected);
    assert_eq!(benefit.rules[0].rule.bronnen, ["Algemene Kinderbijslagwet, art. 12, lid 3"]);
    // (2,580 + 3,416) / 12 = 499.67, paid as 499 rounded by the law; 724 / 12 = 60.33 more.
    let budget = change(twelve, "kindgebonden_budget_per_maand");
    let rule = "kindbedrag van 12 tot en met 15 jaar";
    let expected = ("2026-06-01".into(), ["499".into(), "560".into()], vec![rule]);
    assert_eq!(told(budget), expected);
    // 724 + 2 x 63.23 + 2 x 63.94.
    assert_eq!(net(twelve).as_deref(), Some("978.34"));
    // At 16: 964 in place of 724, in 2030, of which the amounts are not known.
    let sixteen = of(&all, "Noor", Occasion::Birthday(16));
    assert_eq!((sixteen.date.to_string().as_str(), sixteen.amounts_of), ("2030-05-20", Some(2026)));
    assert_eq!(net(sixteen).as_deref(), Some("240"));
    let budget = change(sixteen, "kindgebonden_budget_per_maand");
    assert_eq!((told(budget).0.as_str(), budget.difference()), ("2030-06-01", Number::from(20)));
    // At 18: no kindgebonden budget (2,580 + 964 + 3,416 = 6,960), and no kinderbijslag: 2 x 421.53 +
    // 2 x 426.29 = 1,695.64.
    let eighteen = of(&all, "Noor", Occasion::Birthday(18));
    assert_eq!(net(eighteen).as_deref(), Some("-8655.64"));
    let benefit = change(eighteen, "kinderbijslag_per_kwartaal");
    assert_eq!(told(benefit).0, "2032-07-01");
    assert_eq!(
        all.remarks.iter().filter(|it| it.contains("niet meer mee in wat er netto is")).count(),
        1
    );
}

/// At 6, on the first day of the next quarter, from 70% to 85%: 295.07 to 358.30 in the first half of
/// 2026. Noor turns 6 in November 2026, so it is of a quarter without amounts.
#[test]
fn a_child_of_six_at_the_end_of_what_is_known() {
    let all = household("2026-10-15", &one_parent("2020-11-20"), 1);
    let six = of(&all, "Noor", Occasion::Birthday(6));
    let benefit = change(six, "kinderbijslag_per_kwartaal");
    assert_eq!(told(benefit).1, ["295.07", "358.3"]);
    assert_eq!((told(benefit).0.as_str(), benefit.amounts_of), ("2027-01-01", Some(2026)));
    // The event is of 2026: 2 x 63.23 + 2 x (362.35 - 298.40).
    assert_eq!((six.amounts_of, net(six).as_deref()), (None, Some("254.36")));
}

/// A birthday on the first day of a quarter counts at once for kinderbijslag; for kindgebonden budget the
/// age on the last day of the month before counts, so a month later.
#[test]
fn a_birthday_on_the_first_of_a_quarter() {
    let all = household("2026-01-15", &one_parent("2014-04-01"), 1);
    let twelve = of(&all, "Noor", Occasion::Birthday(12));
    assert_eq!(told(change(twelve, "kinderbijslag_per_kwartaal")).0, "2026-04-01");
    assert_eq!(told(change(twelve, "kindgebonden_budget_per_maand")).0, "2026-05-01");
}

/// Of a birthday that is past, what is still to come.
#[test]
fn a_child_born_this_month() {
    let all = household("2026-02-10", &one_parent("2026-02-03"), 1);
    let born = of(&all, "Noor", Occasion::Birthday(0));
    assert_eq!(born.text, "Noor is geboren");
    assert_eq!(
        (born.date.to_string(), born.happens.to_string()),
        ("2026-03-01".into(), "2026-02-03".into())
    );
    assert_eq!(told(change(born, "kindgebonden_budget_per_maand")).1[0], "0");
    // 70% of 421.53, from the first day of the quarter.
    let benefit = told(change(born, "kinderbijslag_per_kwartaal"));
    assert_eq!((benefit.0.as_str(), benefit.1), ("2026-04-01", ["0".into(), "295.07".into()]));
    assert_eq!(born.net, None);
}

/// Wet op de zorgtoeslag, art. 1 and 2: an insured person of 18, from the first of the next month; 2,119 less
/// 1.912% of 29,736 (568.55) is 1,550.45 a year. Participatiewet, art. 20: 345.99 a month under 21.
#[test]
fn an_applicant_of_seventeen() {
    let persons =
        ["naam: Jip, rol: aanvrager, geboortedatum: 2008-03-20, bijstand_aangevraagd: false"
            .into()];
    let all = household("2026-01-15", &persons, 4);
    let eighteen = of(&all, "Jip", Occasion::Birthday(18));
    let care = told(change(eighteen, "zorgtoeslag_per_maand"));
    assert_eq!(care, ("2026-04-01".into(), ["0".into(), "129".into()], vec!["verzekerde"]));
    let norm = told(change(eighteen, "bijstandsnorm_per_maand"));
    assert_eq!((norm.0.as_str(), norm.1), ("2026-03-20", ["0".into(), "345.99".into()]));
    // A child's own zorgtoeslag is not in the file of its parents; an applicant's is.
    assert!(!all.remarks.iter().any(|it| it.contains("eigen bestand")));
    // At 21 the norm of an adult, on the day: 1,401.50 in the first half of 2026.
    let grown = of(&all, "Jip", Occasion::Birthday(21));
    let norm = told(change(grown, "bijstandsnorm_per_maand"));
    assert_eq!(norm.0, "2029-03-20");
    assert_eq!(norm.1, ["345.99", "1401.5"]);
}

/// Participatiewet, art. 22a: with somebody of 27 or more who shares the costs, 40% + 30% of the norm for
/// two each: (40% + 2 x 30%) / 2 x 2,002.13 = 1,001.07 rather than 1,401.50.
#[test]
fn a_child_that_shares_the_costs_at_27() {
    let persons = [
        "naam: Eva, rol: aanvrager, geboortedatum: 1970-06-03".into(),
        "naam: Kay, rol: kind, geboortedatum: 2000-04-18, ouders: [Eva]".into(),
    ];
    let all = household("2026-01-15", &persons, 2);
    let shared = of(&all, "Kay", Occasion::Birthday(27));
    let norm = told(change(shared, "bijstandsnorm_per_maand"));
    let expected = (
        "2027-04-18".into(),
        ["1401.5".into(), "1001.07".into()],
        vec!["kostendelende medebewoner"],
    );
    assert_eq!(norm, expected);
    let rule = &change(shared, "bijstandsnorm_per_maand").rules[0];
    assert!(rule.rule.bronnen[0].contains("Participatiewet, art. 19a"), "{rule:?}");
    assert!(rule.words.contains("27 jr"), "{rule:?}");
}

/// Participatiewet, art. 31, lid 2, onderdeel n: from 27 a part of the wages is left out of account, for six
/// months. The whole year of it that is told is too much, and that is said there, not for today.
#[test]
fn wages_left_out_of_account_from_27_for_six_months() {
    let persons = ["naam: Mo, rol: aanvrager, geboortedatum: 1999-06-20, loon: 8000".into()];
    let all = household("2026-01-15", &persons, 1);
    let marked = |remark: &String| remark.contains("Dat stopt na een aantal maanden");
    let grown = of(&all, "Mo", Occasion::Birthday(27));
    assert_eq!(grown.remarks.iter().filter(|it| marked(it)).count(), 1, "{:?}", grown.remarks);
    assert!(!all.remarks.iter().any(marked), "{:?}", all.remarks);
    let others = all.list.iter().filter(|it| it.happens != grown.happens);
    assert!(others.flat_map(|it| &it.remarks).count() == 0, "{:?}", all.list);
}

/// AOW at 67 years and 3 months for who is born in 1963, worked out with the amounts of 2026. There AOW
/// would be reached at 67, so the day of birth has to be another one there.
#[test]
fn aow_beyond_what_is_known() {
    let persons = [
        "naam: Ria, rol: aanvrager, geboortedatum: 1963-05-20, bijstand_aangevraagd: false".into(),
        "naam: Joop, rol: partner, samenleving: gehuwd, geboortedatum: 1966-02-10, bijstand_aangevraagd: false".into(),
    ];
    let all = household("2026-03-15", &persons, 10);
    let ria = of(&all, "Ria", Occasion::Pension);
    assert_eq!(
        (ria.date.to_string().as_str(), ria.text.as_str()),
        ("2030-08-20", "Ria bereikt de AOW-leeftijd")
    );
    // The AOW of who is married, in the second half of 2026.
    let pension = told(change(ria, "aow_bruto_per_maand"));
    let expected =
        ("2030-08-20".into(), ["0".into(), "1139.39".into()], vec!["oud genoeg voor AOW"]);
    assert_eq!(pension, expected);
    // Of 2033 the law has not fixed the age yet; by then Ria has AOW.
    let joop = of(&all, "Joop", Occasion::Pension);
    assert_eq!(joop.date.to_string(), "2033-05-10");
    assert_eq!(joop.text, "Joop bereikt naar verwachting de AOW-leeftijd");
    assert!(
        all.remarks
            .iter()
            .any(|it| it.starts_with("De wet heeft de AOW-leeftijd van Joop nog niet"))
    );
    assert!(joop.changes.iter().all(|it| it.person.as_deref() != Some("Ria")), "{joop:#?}");
}

/// Within reach the day of AOW is the day of AOW, and the toeslagen follow in the next January.
#[test]
fn aow_this_year() {
    let persons = ["naam: Ans, rol: aanvrager, geboortedatum: 1959-06-15, loon: 24000".to_string()];
    let all = household("2026-03-01", &persons, 1);
    let ans = of(&all, "Ans", Occasion::Pension);
    assert_eq!(ans.date.to_string(), "2026-06-15");
    assert_eq!(told(change(ans, "aow_bruto_per_maand")).0, "2026-06-15");
    assert_eq!(told(change(ans, "zorgtoeslag_per_maand")).0, "2027-01-01");
    assert!(change(ans, "zorgtoeslag_per_maand").amounts_of.is_some());
}

/// Who all have AOW: nothing but new amounts, and no birthday is tried.
#[test]
fn everybody_has_aow() {
    let persons = [
        "naam: Ans, rol: aanvrager, geboortedatum: 1950-06-15".into(),
        "naam: Cor, rol: partner, samenleving: gehuwd, geboortedatum: 1948-02-29".into(),
    ];
    let all = household("2026-03-01", &persons, 10);
    let only_amounts = |it: &Milestone| it.occasions == [(Occasion::Amounts, None)];
    assert!(all.list.iter().all(only_amounts), "{:#?}", all.list);
    assert_eq!((all.list.len(), all.without_effect), (1, 0));
    let pension = change(&all.list[0], "aow_bruto_per_maand");
    assert_eq!(
        (told(pension).0.as_str(), told(pension).1),
        ("2026-07-01", ["1122.12".into(), "1139.39".into()])
    );
    assert_eq!(pension.parameters[0].name, "AOW voor een gehuwde");
    assert_eq!(pension.parameters[0].before, "€ 1.122,12 per maand");
}

/// Born on 29 February: 18 on 1 March of a common year, 20 on 29 February of a leap year, also when that
/// is worked out in a year that has none.
#[test]
fn born_on_29_february() {
    let all = household("2026-01-15", &one_parent("2012-02-29"), 10);
    let eighteen = of(&all, "Noor", Occasion::Birthday(18));
    assert_eq!(eighteen.date.to_string(), "2030-03-01");
    assert_eq!(told(change(eighteen, "kindgebonden_budget_per_maand")).0, "2030-04-01");
    let sixteen = of(&all, "Noor", Occasion::Birthday(16));
    assert_eq!(sixteen.date.to_string(), "2028-02-29");
    assert_eq!(told(change(sixteen, "minimumloon_per_uur")).0, "2028-02-29");
    assert_eq!(told(change(sixteen, "kindgebonden_budget_per_maand")).0, "2028-03-01");
}

/// Twins make one milestone; what they do together is not told twice. The alleenstaande-ouderkop goes with
/// the last child.
#[test]
fn twins_turn_eighteen() {
    let mut persons = one_parent("2012-05-20").to_vec();
    persons.push("naam: Tim, rol: kind, geboortedatum: 2012-05-20".into());
    let all = household("2026-01-15", &persons, 5);
    let eighteen = of(&all, "Noor", Occasion::Birthday(18));
    assert_eq!(eighteen.text, "Noor wordt 18 jaar en Tim wordt 18 jaar");
    // 2 x (2,580 + 964) + 3,416, and twice the kinderbijslag.
    assert_eq!(net(eighteen).as_deref(), Some("-13895.28"));
}

/// The last summer of primary school comes before the twelfth birthday of who turns 12 in September
/// (Wet kinderopvang, art. 1.1).
#[test]
fn childcare_ends_before_the_birthday() {
    let persons = [
        "naam: Eva, rol: aanvrager, geboortedatum: 1990-06-03, loon: 30000".into(),
        "naam: Noor, rol: kind, geboortedatum: 2014-09-30, opvang: [{soort: bso, uren: 50, uurtarief: 9}]".into(),
    ];
    let all = household("2026-01-15", &persons, 1);
    let twelve = of(&all, "Noor", Occasion::Birthday(12));
    let childcare = told(change(twelve, "kinderopvangtoeslag_per_maand"));
    assert_eq!((childcare.0.as_str(), childcare.1[1].as_str()), ("2026-08-01", "0"));
    // Wet inkomstenbelasting 2001, art. 8.14a: the combinatiekorting goes with the next year.
    let credit = change(twelve, "inkomensafhankelijke_combinatiekorting_per_jaar");
    assert_eq!((told(credit).0.as_str(), credit.amounts_of), ("2027-01-01", Some(2026)));
}

/// An age above which no birthday is tried must not be asked about in the rules, other than as AOW age.
#[test]
fn no_rule_asks_about_an_older_age() {
    let rules = builtin_rules();
    let mut ages = Vec::new();
    for (name, text) in
        rules.iter().filter(|(name, _)| !name.ends_with("algemene_ouderdomswet/leeftijd.regels"))
    {
        for (at, _) in text.match_indices(" jr") {
            let digits: String =
                text[..at].chars().rev().take_while(char::is_ascii_digit).collect();
            let digits: String = digits.chars().rev().collect();
            ages.extend(digits.parse::<i32>().ok().filter(|age| *age > 50).map(|age| (name, age)));
        }
    }
    assert!(ages.is_empty(), "{ages:?}");
    assert!(rules.len() > 50);
}

/// The rule text, by file.
fn builtin_rules() -> Vec<(String, String)> {
    let model = corpus().model;
    let rules = model.rules.iter();
    let texts = rules.flat_map(|rule| {
        let name = model[rule.span.file].name.clone();
        rule.versions.iter().map(move |version| (name.clone(), version.text.clone()))
    });
    texts.collect()
}

#[test]
fn years_out_of_range_are_refused() {
    let persons = one_parent("2014-05-20");
    let persons: Vec<&str> = persons.iter().map(String::as_str).collect();
    let file = Household { rekendatum: "2026-01-15", home: RENT, persons: &persons }.file();
    for years in [0, -1, 51, i16::MAX] {
        let error = Milestones::of(&corpus(), &file, years, engine::language::Language::Dutch);
        assert!(matches!(error, Err(MilestoneError::Years { .. })), "{years}");
    }
}

/// Algemene Ouderdomswet, art. 7a: the age is fixed for AOW until the end of 2031, which is who is born
/// before 1 October 1964, at 67 years and 3 months.
#[test]
fn aow_age_that_is_fixed_and_that_is_not() {
    for (born, day, fixed) in [
        ("1964-09-30", "2031-12-30", true),
        ("1964-10-01", "2032-01-01", false),
        ("1960-12-31", "2027-12-31", true),
    ] {
        let persons = [format!("naam: Ria, rol: aanvrager, geboortedatum: {born}")];
        let all = household("2026-03-15", &persons, 10);
        let ria = of(&all, "Ria", Occasion::Pension);
        assert_eq!(
            (ria.date.to_string().as_str(), !ria.text.contains("naar verwachting")),
            (day, fixed)
        );
        assert_eq!(all.remarks.iter().any(|it| it.contains("nog niet bepaald")), !fixed);
    }
}

/// What a year brings in is that of all year with AOW less that of no day with it: who is born at the
/// end of 1958 had AOW from 31 December 2025, and who is born on 1 January 1960 gets it on 1 January 2027.
#[test]
fn a_whole_year_of_aow() {
    let person =
        |born: &str| [format!("naam: Ans, rol: aanvrager, geboortedatum: {born}, loon: 9000")];
    let all = household("2026-03-01", &person("1959-06-15"), 1);
    let corpus = corpus();
    let net_of = |born: &str| {
        let person = person(born);
        let file =
            Household { rekendatum: "2026-12-30", home: RENT, persons: &[&person[0]] }.file();
        let calculator = household::Calculator::new(&corpus, file.rekendatum).unwrap();
        let answers = calculator.calculate(&file).unwrap().answers().unwrap();
        answers.household("netto_besteedbaar_inkomen_per_jaar").unwrap().amount.clone().unwrap()
    };
    let expected = &net_of("1958-12-31") - &net_of("1960-01-01");
    assert!(!expected.is_zero());
    assert_eq!(of(&all, "Ans", Occasion::Pension).net, Some(expected));
}
