//! The tables of chapters 5, 6 and 8, cell by cell: one attribuut, one rule, one instance.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::{Build, DATE, MOMENT, number};
use common::words::*;
use common::{run_plain, show, v};
use engine::data::Data;
use regelspraak::model::*;
use regelspraak::number::RoundingMode;

/// What an expression gives, in the notation of [`v`], or `fout` with the text of the fault.
fn evaluate(datatype: Type, value: Expr) -> String {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let uitkomst = build.attribute(ding, "uitkomst", datatype);
    build.assign("uitkomst", uitkomst, value);
    let mut data = Data::new(&build.model);
    let it = data.add(&build.model, ding, "d").unwrap();
    match run_plain(&build.model, data).value(uitkomst, it) {
        Ok(value) => show(value),
        Err(fault) => format!("fout: {fault}"),
    }
}

/// Whether a condition holds, or `fout`.
fn judge(condition: Condition) -> &'static str {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let goed = build.kenmerk(ding, "goed");
    build.mark("goed", goed, Some(condition));
    let mut data = Data::new(&build.model);
    let it = data.add(&build.model, ding, "d").unwrap();
    match run_plain(&build.model, data).has(goed, it) {
        Ok(true) => "waar",
        Ok(false) => "onwaar",
        Err(_) => "fout",
    }
}

#[test]
fn leeg_in_arithmetic() {
    use Arithmetic::*;
    let table = [
        (Plus, "leeg", "leeg", "0"),
        (Plus, "leeg", "8", "8"),
        (Plus, "2,5", "leeg", "2,5"),
        (Plus, "2,5", "8", "10,5"),
        (Minus, "leeg", "leeg", "0"),
        (Minus, "leeg", "8", "-8"),
        (Minus, "7", "leeg", "7"),
        (Minus, "7", "8,25", "-1,25"),
        (ReducedBy, "leeg", "leeg", "leeg"),
        (ReducedBy, "leeg", "8", "leeg"),
        (ReducedBy, "7", "leeg", "7"),
        (ReducedBy, "7", "2", "5"),
        (Times, "leeg", "leeg", "0"),
        (Times, "leeg", "8", "0"),
        (Times, "7", "leeg", "0"),
        (Times, "1,5", "1,5", "2,25"),
        (DividedBy, "leeg", "leeg", "0"),
        (DividedBy, "leeg", "8", "0"),
        (DividedBy, "leeg", "0", "0"),
        (DividedBy, "7", "leeg", "fout: delen door nul kan niet (regel \"uitkomst\")"),
        (DividedBy, "7", "0", "fout: delen door nul kan niet (regel \"uitkomst\")"),
        (DividedBy, "0", "0", "fout: delen door nul kan niet (regel \"uitkomst\")"),
        (DividedBy, "7", "3", "2 1/3"),
        (DividedByAbs, "leeg", "leeg", "0"),
        (DividedByAbs, "leeg", "8", "0"),
        (DividedByAbs, "7", "leeg", "fout: delen door nul kan niet (regel \"uitkomst\")"),
        (DividedByAbs, "7", "3", "2,33333"),
        (DividedByAbs, "5", "3", "1,66666"),
        (DividedByAbs, "-5", "3", "-1,66666"),
    ];
    for (operator, left, right, expected) in table {
        let found = evaluate(number(), arithmetic(operator, num(left), num(right)));
        assert_eq!(found, expected, "{left} {operator:?} {right}");
    }
}

#[test]
fn leeg_in_percentages() {
    for (part, of, expected) in
        [("leeg", "leeg", "0"), ("leeg", "40", "0"), ("15", "leeg", "0"), ("15", "40,5", "6,075")]
    {
        let (percentage, of) = (Box::new(num(part)), Box::new(num(of)));
        let found = evaluate(number(), expr(number(), ExprKind::PercentageOf { percentage, of }));
        assert_eq!(found, expected, "{part}%");
    }
}

/// 10³⁹⁰⁰⁰ takes 129,555 bits, within the limit of 131,072; its square does not.
#[test]
fn results_have_a_largest_size() {
    let rounding = Rounding { mode: RoundingMode::Down, decimals: 0 };
    let power = |base: Expr, exponent: &str| {
        let (base, exponent) = (Box::new(base), Box::new(num(exponent)));
        expr(number(), ExprKind::Power { base, exponent, rounding })
    };
    let large = || power(power(num("10"), "1000"), "39");
    let square = evaluate(number(), arithmetic(Arithmetic::Times, large(), large()));
    assert_eq!(
        square,
        "fout: de uitkomst is te groot om mee verder te rekenen (regel \"uitkomst\")"
    );
    let same = evaluate(number(), arithmetic(Arithmetic::Minus, large(), large()));
    assert_eq!(same, "0");
    let part = |of: &str| divided(num("1"), plus(large(), num(of)));
    let parts = ["1", "3", "7"].map(part).to_vec();
    assert_eq!(evaluate(number(), aggregate(Aggregation::Sum, parts, false)), square);
    let long = ExprKind::TextSeries(vec![TextPart::Literal("a".repeat(100_001))]);
    assert_eq!(evaluate(Type::Text, expr(Type::Text, long)), square);
}

#[test]
fn functions_of_one_number() {
    let rounding = Rounding { mode: RoundingMode::Down, decimals: 2 };
    let root = |of: &str| ExprKind::Root { of: Box::new(num(of)), rounding };
    let round = |of: &str| ExprKind::Round { of: Box::new(num(of)), rounding };
    let absolute = |of: &str| ExprKind::Absolute(Box::new(num(of)));
    let convert = |of: &str| ExprKind::Convert { of: Box::new(num(of)), factor: common::n("1/12") };
    let power = |base: &str, exponent: &str| {
        let (base, exponent) = (Box::new(num(base)), Box::new(num(exponent)));
        ExprKind::Power { base, exponent, rounding }
    };
    let bounded = |of: &str, low: Option<&str>, high: Option<&str>| ExprKind::Bounded {
        of: Box::new(num(of)),
        minimum: low.map(|low| Box::new(num(low))),
        maximum: high.map(|high| Box::new(num(high))),
    };
    let table = [
        (root("2"), "1,41"),
        (root("leeg"), "leeg"),
        (
            root("-4"),
            "fout: de wortel van een negatief getal (-4) bestaat niet (regel \"uitkomst\")",
        ),
        (round("-1,001"), "-1,01"),
        (round("leeg"), "leeg"),
        (absolute("-3"), "3"),
        (absolute("leeg"), "leeg"),
        (convert("6"), "0,5"),
        (convert("leeg"), "leeg"),
        (power("1,5", "2"), "2,25"),
        (power("3", "-1"), "0,33"),
        (power("leeg", "2"), "leeg"),
        (power("2", "leeg"), "leeg"),
        (
            power("0", "-1"),
            "fout: 0 tot de macht -1 kan niet worden berekend (regel \"uitkomst\"); de macht moet een geheel getal zijn, hoogstens 1000, en de uitkomst niet te groot",
        ),
        (bounded("5", Some("6"), None), "6"),
        (bounded("5", Some("1"), Some("4")), "4"),
        (bounded("5", None, Some("9")), "5"),
        (bounded("5", Some("8"), Some("2")), "2"),
        (bounded("5", Some("leeg"), Some("leeg")), "5"),
        (bounded("leeg", Some("1"), None), "leeg"),
    ];
    for (kind, expected) in table {
        let label = format!("{kind:?}");
        assert_eq!(evaluate(number(), expr(number(), kind)), expected, "{label}");
    }
}

#[test]
fn comparisons_with_leeg() {
    use Comparison::*;
    let text = || Type::Text;
    let table = [
        (number(), Equal, "leeg", "leeg", "onwaar"),
        (number(), NotEqual, "leeg", "leeg", "onwaar"),
        (number(), Equal, "leeg", "1", "onwaar"),
        (number(), NotEqual, "leeg", "1", "waar"),
        (number(), NotEqual, "1", "leeg", "waar"),
        (number(), Less, "leeg", "leeg", "onwaar"),
        (number(), GreaterOrEqual, "leeg", "leeg", "onwaar"),
        (number(), Less, "leeg", "1", "onwaar"),
        (number(), Greater, "1", "leeg", "onwaar"),
        (number(), LessOrEqual, "1/3", "0,333", "onwaar"),
        (number(), Greater, "1/3", "0,333", "waar"),
        (text(), Equal, "leeg", "leeg", "fout"),
        (text(), NotEqual, "leeg", "leeg", "onwaar"),
        (text(), Equal, "\"a\"", "leeg", "onwaar"),
        (text(), NotEqual, "leeg", "\"a\"", "waar"),
        (text(), Equal, "\"a\"", "\"a\"", "waar"),
        (DATE, Equal, "leeg", "leeg", "fout"),
        (DATE, Less, "leeg", "leeg", "fout"),
        (DATE, GreaterOrEqual, "leeg", "leeg", "fout"),
        (DATE, Less, "leeg", "2026-01-01", "onwaar"),
        (DATE, Greater, "2026-01-01", "leeg", "onwaar"),
        (DATE, Less, "2025-12-31", "2026-01-01", "waar"),
        (DATE, GreaterOrEqual, "2026-01-01", "2026-01-01", "waar"),
        (MOMENT, Greater, "2026-01-01T00:00:00.001", "2026-01-01T00:00:00", "waar"),
        (Type::Boolean, Equal, "leeg", "waar", "onwaar"),
        (Type::Boolean, Equal, "leeg", "leeg", "fout"),
        (Type::Boolean, NotEqual, "onwaar", "waar", "waar"),
    ];
    for (datatype, comparison, left, right, expected) in table {
        let side = |text: &str| literal(datatype.clone(), text);
        let found = judge(compare(side(left), comparison, side(right)));
        assert_eq!(found, expected, "{left} {comparison:?} {right} ({datatype:?})");
    }
}

#[test]
fn one_of_several_values() {
    let several = |comparison, left: &str, right: &[&str]| {
        let right = right.iter().map(|text| num(text)).collect();
        judge(condition(ConditionKind::Compare { comparison, left: num(left), right }))
    };
    assert_eq!(several(Comparison::Equal, "2", &["1", "2", "leeg"]), "waar");
    assert_eq!(several(Comparison::Equal, "3", &["1", "2", "leeg"]), "onwaar");
    assert_eq!(several(Comparison::NotEqual, "3", &["1", "2"]), "waar");
    assert_eq!(several(Comparison::NotEqual, "2", &["1", "2"]), "onwaar");
    assert_eq!(several(Comparison::NotEqual, "leeg", &["1", "2"]), "waar");
}

#[test]
fn checks_on_one_value() {
    let empty =
        |text: &str, negated| judge(condition(ConditionKind::Empty { of: num(text), negated }));
    assert_eq!(empty("leeg", false), "waar");
    assert_eq!(empty("0", false), "onwaar");
    assert_eq!(empty("leeg", true), "onwaar");
    assert_eq!(empty("0", true), "waar");

    let eleven = |of: Expr, negated| judge(condition(ConditionKind::ElevenTest { of, negated }));
    for (text, expected) in [
        ("\"111222333\"", "waar"),
        ("\"123456782\"", "waar"),
        ("\"123456783\"", "onwaar"),
        ("\"000000000\"", "onwaar"),
        ("\"12345678a\"", "onwaar"),
        ("\"\"", "onwaar"),
        ("leeg", "onwaar"),
    ] {
        assert_eq!(eleven(literal(Type::Text, text), false), expected, "{text}");
    }
    assert_eq!(eleven(num("111222333"), false), "waar");
    assert_eq!(eleven(num("111222333,5"), false), "onwaar");
    assert_eq!(eleven(num("leeg"), true), "waar");

    let digits = |text: &str, digits, negated| {
        judge(condition(ConditionKind::Digits { of: literal(Type::Text, text), digits, negated }))
    };
    assert_eq!(digits("\"0123\"", 4, false), "waar");
    assert_eq!(digits("\"0123\"", 5, false), "onwaar");
    assert_eq!(digits("\"01-3\"", 4, false), "onwaar");
    assert_eq!(digits("leeg", 4, false), "onwaar");
    assert_eq!(digits("leeg", 4, true), "waar");
}

#[test]
fn lists_of_conditions() {
    use Quantifier::*;
    let broken = || compare(divided(num("1"), num("0")), Comparison::Equal, num("1"));
    let list = |quantifier, pattern: &str| {
        let parts = pattern.chars().map(|sign| match sign {
            '+' => constant(true),
            '-' => constant(false),
            _ => broken(),
        });
        judge(compound(quantifier, parts.collect()))
    };
    let table = [
        (All, "++", "waar"),
        (All, "+-", "onwaar"),
        (All, "-!", "onwaar"),
        (All, "+!", "fout"),
        (All, "!-", "fout"),
        (None, "--", "waar"),
        (None, "-+!", "onwaar"),
        (None, "-!", "fout"),
        (AtLeast(2), "-++!", "waar"),
        (AtLeast(2), "--+", "onwaar"),
        (AtLeast(2), "-+!", "fout"),
        (AtMost(1), "+-", "waar"),
        (AtMost(1), "++!", "onwaar"),
        (AtMost(1), "+!", "fout"),
        (Exactly(1), "-+-", "waar"),
        (Exactly(1), "++!", "onwaar"),
        (Exactly(1), "+!", "fout"),
        (Exactly(3), "-+!", "onwaar"),
    ];
    for (quantifier, pattern, expected) in table {
        assert_eq!(list(quantifier, pattern), expected, "{quantifier:?} {pattern}");
    }
}

#[test]
fn sums_and_extremes() {
    use Aggregation::*;
    let dates = |texts: &[&str]| texts.iter().map(|text| literal(DATE, text)).collect::<Vec<_>>();
    let numbers = |texts: &[&str]| texts.iter().map(|text| num(text)).collect::<Vec<_>>();
    let table = [
        (number(), Sum, numbers(&["1,5", "leeg", "2"]), false, "3,5"),
        (number(), Sum, numbers(&["leeg", "leeg"]), false, "leeg"),
        (number(), Sum, numbers(&["leeg", "leeg"]), true, "0"),
        (number(), Minimum, numbers(&["3", "leeg", "-2"]), false, "-2"),
        (number(), Maximum, numbers(&["3", "leeg", "-2"]), false, "3"),
        (number(), Maximum, numbers(&["leeg"]), false, "leeg"),
        (number(), Minimum, numbers(&["leeg"]), true, "0"),
        (DATE, First, dates(&["2026-02-01", "leeg", "2025-03-01"]), false, "2025-03-01"),
        (DATE, Last, dates(&["2026-02-01", "leeg", "2025-03-01"]), false, "2026-02-01"),
        (DATE, Last, dates(&["leeg", "leeg"]), false, "leeg"),
    ];
    for (datatype, function, over, or_zero, expected) in table {
        let found = evaluate(datatype, aggregate(function, over, or_zero));
        assert_eq!(found, expected, "{function:?}");
    }
}

#[test]
fn text_with_values() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let kleuren = build.domain("Kleur", &["rood", "blauw"]);
    let uitkomst = build.attribute(ding, "uitkomst", Type::Text);
    let kleur = build.attribute(ding, "kleur", kleuren);
    let parts = vec![
        TextPart::Value(num("1234,50")),
        TextPart::Literal(" op ".into()),
        TextPart::Value(literal(DATE, "2026-03-09")),
        TextPart::Literal(", ".into()),
        TextPart::Value(build.zijn(kleur)),
        TextPart::Value(num("leeg")),
        TextPart::Literal(" en ".into()),
        TextPart::Value(literal(Type::Boolean, "onwaar")),
        TextPart::Value(literal(MOMENT, "2026-03-09T08:05:00.020")),
    ];
    build.assign("uitkomst", uitkomst, expr(Type::Text, ExprKind::TextSeries(parts)));
    let mut data = Data::new(&build.model);
    let it = data.add(&build.model, ding, "d").unwrap();
    data.set(&build.model, it, kleur, Value::Enumeration(1)).unwrap();
    let outcome = run_plain(&build.model, data);
    let expected = "\"1234,5 op 09-03-2026, blauw en onwaar09-03-2026 08:05:00.020\"";
    assert_eq!(outcome.value(uitkomst, it), Ok(&v(expected)));
}
