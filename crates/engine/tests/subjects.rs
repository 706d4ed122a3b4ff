//! Who rules run over and whom expressions reach.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::words::*;
use common::world::world;
use common::{has, run_plain, shown, v};
use regelspraak::model::*;

#[test]
fn bindings_over_roles_and_kenmerken() {
    let mut w = world();
    let target = w.build.hij(w.persoon);
    let case = |value: &str| Case {
        row: None,
        condition: None,
        action: Action::Assign { target: target.clone(), attribute: w.toeslag, value: num(value) },
        span: SPAN,
    };
    let (partners, young) = (case("1"), case("2"));
    let over = |source| vec![Binding { objecttype: w.persoon, source }];
    w.build.rule_over("p", over(BindingSource::EveryWithRole(w.partner)), vec![], vec![partners]);
    let over = |source| vec![Binding { objecttype: w.persoon, source }];
    w.build.rule_over(
        "m",
        over(BindingSource::EveryWithKenmerk(w.minderjarig)),
        vec![],
        vec![young],
    );
    w.rule_minderjarig();
    let (mut data, _, people) = w.data(&[("40", "-"), ("41", "-"), ("3", "-"), ("70", "-")]);
    data.relate(&w.build.model, w.relatie, people[0], people[1]).unwrap();
    assert_eq!(w.texts(data, w.toeslag, &people), ["1", "1", "2", "leeg"]);
}

/// `De toeslag van een lid van een Huishouden moet gesteld worden op het totaal van het
/// Huishouden`: the rule runs for each member of each household.
#[test]
fn nested_bindings_reach_each_member() {
    let mut w = world();
    let member = BindingId(1);
    let bindings = vec![
        every(w.huishouden),
        Binding { objecttype: w.persoon, source: BindingSource::Each(w.leden()) },
    ];
    let target = w.build.binding(member, w.persoon);
    let value = w.build.of(w.totaal, w.build.hij(w.huishouden));
    let action = Action::Assign { target, attribute: w.toeslag, value };
    let case = Case { row: None, condition: None, action, span: SPAN };
    w.build.rule_over("verdeel", bindings, vec![], vec![case]);
    let (mut data, home, mut people) = w.data(&[("1", "-"), ("2", "-")]);
    data.set(&w.build.model, home, w.totaal, v("12")).unwrap();
    people.push(data.add(&w.build.model, w.persoon, "alleen").unwrap());
    assert_eq!(w.texts(data, w.toeslag, &people), ["12", "12", "leeg"]);
}

#[test]
fn nobody_in_a_role_is_leeg_and_has_no_kenmerken() {
    let mut w = world();
    let partner = || w.build.role(w.partner, w.build.hij(w.persoon));
    let income = w.build.of(w.inkomen, partner());
    let reduced = arithmetic(Arithmetic::ReducedBy, income, num("1"));
    let negated = condition(ConditionKind::HasKenmerk {
        subject: partner(),
        kenmerk: w.minderjarig,
        negated: true,
    });
    let positive = is(partner(), w.minderjarig);
    w.build.assign("toeslag", w.toeslag, reduced);
    let (without, with) = (w.build.kenmerk(w.persoon, "a"), w.build.kenmerk(w.persoon, "b"));
    w.build.mark("a", without, Some(negated));
    w.build.mark("b", with, Some(positive));
    let (mut data, _, people) = w.data(&[("1", "5"), ("1", "6"), ("1", "7")]);
    data.relate(&w.build.model, w.relatie, people[0], people[1]).unwrap();
    data.mark(&w.build.model, people[1], w.minderjarig, true).unwrap();
    let outcome = run_plain(&w.build.model, data);
    let income: Vec<_> = people.iter().map(|&it| shown(&outcome, w.toeslag, it)).collect();
    assert_eq!(income, ["5", "4", "leeg"]);
    assert_eq!(
        people.iter().map(|&p| has(&outcome, with, p)).collect::<Vec<_>>(),
        [true, false, false]
    );
    assert_eq!(
        people.iter().map(|&p| has(&outcome, without, p)).collect::<Vec<_>>(),
        [false, true, true]
    );
}

#[test]
fn role_checks() {
    let mut w = world();
    let hij = || w.build.hij(w.persoon);
    let check = |kind| Some(condition(kind));
    let plays = ConditionKind::PlaysRole { subject: hij(), role: w.lid, negated: false };
    let lacks = ConditionKind::HasRole { subject: hij(), role: w.partner, negated: true };
    let full =
        ConditionKind::HasRole { subject: w.build.hij(w.huishouden), role: w.lid, negated: false };
    let lid = w.build.kenmerk(w.persoon, "lid");
    let single = w.build.kenmerk(w.persoon, "alleen");
    w.build.mark("lid", lid, check(plays));
    w.build.mark("alleen", single, check(lacks));
    w.build.mark("vol", w.arm, check(full));
    let model = &w.build.model;
    let (mut data, home, mut people) = w.data(&[("1", "-"), ("2", "-")]);
    people.push(data.add(model, w.persoon, "los").unwrap());
    data.relate(model, w.relatie, people[0], people[2]).unwrap();
    let empty = data.add(model, w.huishouden, "leeg").unwrap();
    let outcome = run_plain(model, data);
    let of = |kenmerk| people.iter().map(|&p| has(&outcome, kenmerk, p)).collect::<Vec<_>>();
    assert_eq!(of(lid), [true, true, false]);
    assert_eq!(of(single), [false, true, false]);
    assert!(has(&outcome, w.arm, home));
    assert!(!has(&outcome, w.arm, empty));
}

#[test]
fn filters_counts_and_sums_over_members() {
    let mut w = world();
    let child = BindingId(1);
    let children = w.build.filter(w.leden(), child, w.jong(child));
    let income = |of: &Subject| vec![w.build.of(w.inkomen, of.clone())];
    let sum = aggregate(Aggregation::Sum, income(&children), true);
    let most = aggregate(Aggregation::Maximum, income(&w.leden()), false);
    // 100 × the number of children + their income + the highest income of all.
    let value = plus(plus(times(count(children), num("100")), sum), most);
    let case = w.build.case(w.totaal, None, value);
    let bindings = vec![every(w.huishouden), element(w.persoon)];
    w.build.rule_over("totaal", bindings, vec![], vec![case]);
    let (data, home, _) = w.data(&[("10", "1"), ("40", "30"), ("17", "-"), ("3", "0,5")]);
    assert_eq!(w.texts(data, w.totaal, &[home]), ["331,5"]);
    let (data, home, _) = w.data(&[]);
    assert_eq!(w.texts(data, w.totaal, &[home]), ["0"]);
}

/// Section 5.8.2: when every attribuut in a sum is leeg, so is the sum, whatever literals stand
/// in it.
#[test]
fn a_sum_is_leeg_when_its_attributen_are() {
    let mut w = world();
    let incomes = w.build.of(w.inkomen, w.leden());
    let more = Expr {
        kind: ExprKind::Arithmetic {
            operator: Arithmetic::Plus,
            left: Box::new(incomes),
            right: Box::new(num("10")),
        },
        datatype: number(),
        many: true,
        span: SPAN,
    };
    let sum = aggregate(Aggregation::Sum, vec![more, num("1000")], false);
    w.build.assign("totaal", w.totaal, sum);
    let total = |members: &[(&str, &str)]| {
        let (data, home, _) = w.data(members);
        w.texts(data, w.totaal, &[home]).remove(0)
    };
    assert_eq!(total(&[("1", "5"), ("1", "-")]), "1025");
    assert_eq!(total(&[("1", "-"), ("1", "-")]), "leeg");
    assert_eq!(total(&[]), "leeg");
}

#[test]
fn an_instance_reached_twice_counts_once() {
    let mut w = world();
    let partners = w.build.role(w.partner, w.leden());
    let union = Subject {
        kind: SubjectKind::Union(vec![w.leden(), partners]),
        objecttype: w.persoon,
        many: true,
        span: SPAN,
    };
    w.build.assign("totaal", w.totaal, count(union));
    let (mut data, home, people) = w.data(&[("1", "-"), ("2", "-")]);
    data.relate(&w.build.model, w.relatie, people[0], people[1]).unwrap();
    assert_eq!(w.texts(data, w.totaal, &[home]), ["2"]);
}

#[test]
fn conditions_on_elements_nest() {
    let mut w = world();
    // `alle leden van het Huishouden voldoen aan: ten minste één van de leden van hun thuis is
    // minderjarig`: an element of an element.
    let (outer, inner) = (BindingId(1), BindingId(2));
    let home = w.build.role(w.thuis, w.build.binding(outer, w.persoon));
    let inside = condition(ConditionKind::Each {
        quantifier: Quantifier::AtLeast(1),
        over: w.build.role(w.lid, home),
        element: inner,
        condition: Box::new(compound(
            Quantifier::All,
            vec![
                w.jong(inner),
                compare(
                    w.build.of(w.leeftijd, w.build.binding(outer, w.persoon)),
                    Comparison::GreaterOrEqual,
                    w.build.of(w.leeftijd, w.build.binding(inner, w.persoon)),
                ),
            ],
        )),
    });
    let all = condition(ConditionKind::Each {
        quantifier: Quantifier::All,
        over: w.leden(),
        element: outer,
        condition: Box::new(inside),
    });
    let bindings = vec![every(w.huishouden), element(w.persoon), element(w.persoon)];
    let action = Action::Mark { target: w.build.hij(w.huishouden), kenmerk: w.arm };
    let case = Case { row: None, condition: Some(all), action, span: SPAN };
    w.build.rule_over("arm", bindings, vec![], vec![case]);
    let holds = |members: &[(&str, &str)]| {
        let (data, home, _) = w.data(members);
        has(&run_plain(&w.build.model, data), w.arm, home)
    };
    assert!(holds(&[("40", "-"), ("3", "-")]));
    assert!(holds(&[]));
    assert!(!holds(&[("40", "-"), ("30", "-")]));
    // The child of leeg age is not older than anybody young.
    assert!(!holds(&[("40", "-"), ("3", "-"), ("-", "-")]));
}

#[test]
fn a_fault_in_a_filter_reaches_the_outcome() {
    let mut w = world();
    let child = BindingId(1);
    let share = divided(num("1"), w.build.of(w.inkomen, w.build.binding(child, w.persoon)));
    let odd = compare(share, Comparison::Greater, num("0"));
    let some = w.build.filter(w.leden(), child, odd);
    let case = w.build.case(w.totaal, None, count(some));
    w.build.rule_over("t", vec![every(w.huishouden), element(w.persoon)], vec![], vec![case]);
    let (data, home, _) = w.data(&[("1", "5"), ("1", "0")]);
    let fault = "fout: delen door nul kan niet (regel \"t\")";
    assert_eq!(w.texts(data, w.totaal, &[home]), [fault]);
}

/// `de eerstgenoemde` and its kin (section 5.5.3) reach the instance the sentence names there.
#[test]
fn a_rangtelwoord_reaches_the_instance_it_names() {
    use engine::json::{read, write};
    use engine::parameters::ParameterValues;
    use engine::plan::Plan;
    const TODAY: jiff::civil::Date = common::TODAY;
    let text = "
Objecttype de Aap (mv: Apen)
  de leeftijd      Numeriek (geheel getal);
  het verschil     Numeriek (geheel getal);

Feittype afstamming
  de ouder         Aap
  het jong (mv: jongen)    Aap
Eén ouder heeft meerdere jongen

Regel verschil
  geldig altijd
    Het verschil van een jong van een jong van een Aap moet berekend worden als de leeftijd van het
    als tweede genoemde jong min de leeftijd van het eerstgenoemde jong.
";
    let model = regelspraak::compile(&[regelspraak::source::Source::new("apen.regels", text)])
        .unwrap_or_else(|problems| panic!("{problems}"));
    let ape = |id: &str, age: i32| serde_json::json!({"type": "Aap", "id": id, "attributen": {"leeftijd": age}});
    let born = |of: &str, young: &str| serde_json::json!({"feittype": "afstamming", "rollen": {"ouder": of, "jong": [young]}});
    let input = serde_json::json!({
        "objecten": [ape("oma", 30), ape("moeder", 17), ape("kind", 3)],
        "feiten": [born("oma", "moeder"), born("moeder", "kind")],
    });
    let request = read(&model, &input.to_string(), ParameterValues::new(&model)).unwrap();
    let plan = Plan::new(&model, TODAY).unwrap();
    let outcome = engine::exact::run(&model, &plan, &request.parameters, TODAY, request.data);
    let answer = write(&model, &outcome);
    let differences = [0, 1, 2].map(|at| answer["objecten"][at]["attributen"]["verschil"].clone());
    assert_eq!(differences, [serde_json::Value::Null, serde_json::Value::Null, 14.into()]);
}
