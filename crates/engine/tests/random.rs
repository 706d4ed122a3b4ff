//! The two executors agree on random rules: leeg, faults, order of judging and all.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::TODAY;
use common::build::*;
use common::columns::agree;
use common::words::*;
use engine::data::Data;
use engine::exact::run;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use proptest::prelude::*;
use regelspraak::model::*;
use regelspraak::number::RoundingMode;

const DING: ObjectTypeId = ObjectTypeId(0);
const NUMBERS: [AttributeId; 3] = [AttributeId(0), AttributeId(1), AttributeId(2)];
const DATES: [AttributeId; 2] = [AttributeId(3), AttributeId(4)];
const RESULT: AttributeId = AttributeId(5);
const GIVEN: KenmerkId = KenmerkId(0);
const ELEMENT: BindingId = BindingId(1);
/// Single; the role on the other side is [`PARTS`].
const WHOLE: RoleId = RoleId(0);
const PARTS: RoleId = RoleId(1);

/// Three numbers, two dates and a kenmerk of things that are part of other things.
fn base() -> Build {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    for name in ["a", "b", "c"] {
        build.attribute(ding, name, number());
    }
    for name in ["begin", "eind"] {
        build.attribute(ding, name, DATE);
    }
    build.attribute(ding, "uitkomst", decimals(4));
    build.kenmerk(ding, "gegeven");
    build.facttype("deel", ("geheel", ding, false), ("deel", ding, true));
    build
}

fn subject(kind: SubjectKind) -> Subject {
    Subject { kind, objecttype: DING, many: false, span: SPAN }
}

fn role(role: RoleId, of: Subject) -> Subject {
    let many = role == PARTS || of.many;
    Subject { many, ..subject(SubjectKind::Role { of: Box::new(of), role }) }
}

/// One instance: hij, the element, or the whole of either.
fn one(element: bool) -> impl Strategy<Value = Subject> {
    let binding = if element { ELEMENT } else { HIJ };
    let here = prop_oneof![Just(HIJ), Just(binding)];
    (here, any::<bool>()).prop_map(|(binding, up)| {
        let here = subject(SubjectKind::Binding(binding));
        if up { role(WHOLE, here) } else { here }
    })
}

fn read(element: bool, attributes: &'static [AttributeId], datatype: Type) -> BoxedStrategy<Expr> {
    (one(element), proptest::sample::select(attributes))
        .prop_map(move |(of, attribute)| {
            expr(datatype.clone(), ExprKind::Attribute { of: Box::new(of), attribute })
        })
        .boxed()
}

fn literal_number() -> BoxedStrategy<Expr> {
    prop_oneof![1 => Just(num("leeg")), 6 => (-4i32..9).prop_map(|it| num(&it.to_string()))].boxed()
}

fn calculation(element: bool) -> BoxedStrategy<Expr> {
    use Arithmetic::*;
    let leaf = prop_oneof![3 => read(element, &NUMBERS, number()), 1 => literal_number()].boxed();
    let divisor = leaf.clone();
    let date = read(element, &DATES, DATE);
    let span = (date.clone(), date).prop_map(|(from, to)| {
        let (from, to) = (Box::new(from), Box::new(to));
        expr(number(), ExprKind::Duration { from, to, unit: TimeUnit::Month, absolute: false })
    });
    let mode = proptest::sample::select(vec![
        RoundingMode::Down,
        RoundingMode::Up,
        RoundingMode::HalfAwayFromZero,
        RoundingMode::TowardsZero,
        RoundingMode::AwayFromZero,
    ]);
    prop_oneof![4 => leaf, 1 => span]
        .prop_recursive(3, 12, 3, move |inner| {
            let two = (inner.clone(), inner.clone());
            let operator = proptest::sample::select(vec![Plus, Minus, ReducedBy, Times]);
            let divide = proptest::sample::select(vec![DividedBy, DividedByAbs]);
            let bounds = (inner.clone(), proptest::option::of(inner.clone()), inner.clone());
            prop_oneof![
                3 => (operator, two.clone()).prop_map(|(op, (one, two))| arithmetic(op, one, two)),
                1 => (divide, inner.clone(), divisor.clone())
                    .prop_map(|(op, one, two)| arithmetic(op, one, two)),
                1 => two.prop_map(|(percentage, of)| expr(number(), ExprKind::PercentageOf {
                    percentage: Box::new(percentage),
                    of: Box::new(of),
                })),
                1 => (inner.clone(), mode.clone()).prop_map(|(of, mode)| {
                    let rounding = Rounding { mode, decimals: 1 };
                    expr(number(), ExprKind::Round { of: Box::new(of), rounding })
                }),
                1 => bounds.prop_map(|(of, low, high)| expr(number(), ExprKind::Bounded {
                    of: Box::new(of),
                    minimum: low.map(Box::new),
                    maximum: Some(Box::new(high)),
                })),
                1 => inner.prop_map(|of| expr(number(), ExprKind::Absolute(Box::new(of)))),
            ]
        })
        .boxed()
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison::*;
    proptest::sample::select(vec![Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual])
}

fn quantifier() -> impl Strategy<Value = Quantifier> {
    prop_oneof![
        3 => Just(Quantifier::All),
        1 => Just(Quantifier::None),
        2 => (0u32..4).prop_map(Quantifier::AtLeast),
        1 => (0u32..4).prop_map(Quantifier::AtMost),
        1 => (0u32..4).prop_map(Quantifier::Exactly),
    ]
}

fn check(element: bool) -> BoxedStrategy<Condition> {
    let dates = (read(element, &DATES, DATE), comparison(), read(element, &DATES, DATE));
    let several = proptest::collection::vec(literal_number(), 1..4);
    let among = (read(element, &NUMBERS, number()), any::<bool>(), several);
    let leaf = prop_oneof![
        3 => (calculation(element), comparison(), calculation(element))
            .prop_map(|(left, comparison, right)| compare(left, comparison, right)),
        1 => dates.prop_map(|(left, comparison, right)| compare(left, comparison, right)),
        1 => among.prop_map(|(left, equal, right)| condition(ConditionKind::Compare {
            comparison: if equal { Comparison::Equal } else { Comparison::NotEqual },
            left,
            right,
        })),
        1 => (read(element, &NUMBERS, number()), any::<bool>())
            .prop_map(|(of, negated)| condition(ConditionKind::Empty { of, negated })),
        1 => (one(element), any::<bool>()).prop_map(|(subject, negated)| {
            condition(ConditionKind::HasKenmerk { subject, kenmerk: GIVEN, negated })
        }),
        1 => (one(element), any::<bool>(), any::<bool>()).prop_map(|(subject, has, negated)| {
            condition(if has {
                ConditionKind::HasRole { subject, role: PARTS, negated }
            } else {
                ConditionKind::PlaysRole { subject, role: PARTS, negated }
            })
        }),
    ];
    let list = (quantifier(), proptest::collection::vec(leaf.clone(), 1..4));
    prop_oneof![1 => leaf, 1 => list.prop_map(|(quantifier, parts)| compound(quantifier, parts))]
        .boxed()
}

/// The parts of hij, all of them or those that meet a condition.
fn parts() -> BoxedStrategy<Subject> {
    let all = || role(PARTS, subject(SubjectKind::Binding(HIJ)));
    let chosen = check(true).prop_map(move |condition| {
        let (of, condition) = (Box::new(all()), Box::new(condition));
        let kind = SubjectKind::Where { of, element: ELEMENT, condition };
        Subject { many: true, ..subject(kind) }
    });
    prop_oneof![Just(all()), chosen].boxed()
}

fn whole_condition() -> BoxedStrategy<Condition> {
    let each = (quantifier(), parts(), check(true)).prop_map(|(quantifier, over, inner)| {
        let condition = Box::new(inner);
        common::words::condition(ConditionKind::Each {
            quantifier,
            over,
            element: ELEMENT,
            condition,
        })
    });
    let part = prop_oneof![2 => check(false), 1 => each];
    let list = (quantifier(), proptest::collection::vec(part.clone(), 1..3));
    prop_oneof![2 => part, 1 => list.prop_map(|(all, parts)| compound(all, parts))].boxed()
}

fn value() -> BoxedStrategy<Expr> {
    use Aggregation::*;
    let function = proptest::sample::select(vec![Sum, Minimum, Maximum]);
    let over = (parts(), proptest::sample::select(&NUMBERS[..]));
    prop_oneof![
        3 => calculation(false),
        1 => parts().prop_map(count),
        2 => (function, over, any::<bool>()).prop_map(|(function, (of, attribute), or_zero)| {
            let kind = ExprKind::Attribute { of: Box::new(of), attribute };
            let over = Expr { many: true, ..expr(number(), kind) };
            aggregate(function, vec![over], or_zero)
        }),
    ]
    .boxed()
}

/// A thing: numbers, days since 2000, the kenmerk, and the whole it is part of.
type Thing = ([Option<i64>; 3], [Option<i64>; 2], bool, Option<u8>);

fn thing() -> impl Strategy<Value = Thing> {
    let number = || proptest::option::weighted(0.8, -5i64..10);
    let day = || proptest::option::weighted(0.8, 0i64..3000);
    let dates = [day(), day()];
    ([number(), number(), number()], dates, any::<bool>(), proptest::option::of(any::<u8>()))
}

fn data(model: &Model, things: &[Thing]) -> Data {
    let mut data = Data::new(model);
    for (at, (numbers, dates, given, whole)) in things.iter().enumerate() {
        let it = data.add(model, DING, &at.to_string()).unwrap();
        for (attribute, number) in NUMBERS.into_iter().zip(numbers) {
            let value = number.map_or(Value::Empty, |number| Value::Number(number.into()));
            data.set(model, it, attribute, value).unwrap();
        }
        for (attribute, days) in DATES.into_iter().zip(dates) {
            let start = jiff::civil::date(2000, 1, 1);
            let day = |days: i64| start.checked_add(jiff::Span::new().days(days)).unwrap();
            data.set(model, it, attribute, days.map_or(Value::Empty, |it| Value::Date(day(it))))
                .unwrap();
        }
        data.mark(model, it, GIVEN, *given).unwrap();
        if let Some(whole) = whole {
            let whole = data.find(DING, &(usize::from(*whole) % (at + 1)).to_string()).unwrap();
            data.relate(model, FactTypeId(0), whole, it).unwrap();
        }
    }
    data
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn executors_agree(
        rules in proptest::collection::vec((proptest::option::of(whole_condition()), value()), 1..3),
        initial in proptest::collection::vec(calculation(false), 0..3),
        things in proptest::collection::vec(thing(), 1..7),
    ) {
        let mut build = base();
        let bindings = || vec![every(DING), element(DING)];
        for (at, (condition, value)) in rules.into_iter().enumerate() {
            let case = build.case(RESULT, condition, rounded(value, 4));
            build.rule_over(&format!("regel {at}"), bindings(), vec![], vec![case]);
        }
        for (at, value) in initial.into_iter().enumerate() {
            build.initialise(&format!("begin {at}"), RESULT, rounded(value, 4));
        }
        let model = &build.model;
        let data = data(model, &things);
        let plan = Plan::new(model, TODAY).unwrap();
        let parameters = ParameterValues::new(model);
        let found = agree(model, &parameters, TODAY, std::slice::from_ref(&data)).unwrap();
        prop_assert!(found.is_ok(), "{}", found.unwrap_err());
        let outcome = run(model, &plan, &parameters, TODAY, data);
        // And the trace agrees with the run.
        for derivation in outcome.full_trace(model, &plan) {
            let fired = derivation.fired().and_then(|attempt| attempt.value.clone());
            let expected = fired.unwrap_or(Ok(derivation.given.clone()));
            prop_assert!(derivation.result.is_err() || derivation.result == expected);
        }
    }
}
