//! Rules: who they run over, what fires, what becomes of faults.

mod common;

use common::build::*;
use common::words::*;
use common::{TODAY, has, n, run_plain, run_with, shown, v};
use engine::data::{Data, DataError, InstanceId};
use engine::exact::{Fault, run};
use engine::parameters::ParameterValues;
use engine::plan::{Plan, PlanError};
use jiff::civil::date;
use regelspraak::model::*;

/// Households with members of some age and income.
struct World {
    build: Build,
    huishouden: ObjectTypeId,
    persoon: ObjectTypeId,
    leeftijd: AttributeId,
    inkomen: AttributeId,
    toeslag: AttributeId,
    totaal: AttributeId,
    minderjarig: KenmerkId,
    arm: KenmerkId,
    lidmaatschap: FactTypeId,
    thuis: RoleId,
    lid: RoleId,
    relatie: FactTypeId,
    partner: RoleId,
}

fn world() -> World {
    let mut build = Build::new();
    let huishouden = build.objecttype("Huishouden");
    let persoon = build.objecttype("Persoon");
    let leeftijd = build.attribute(persoon, "leeftijd", decimals(0));
    let inkomen = build.attribute(persoon, "inkomen", decimals(2));
    let toeslag = build.attribute(persoon, "toeslag", decimals(2));
    let totaal = build.attribute(huishouden, "totaal", number());
    let minderjarig = build.kenmerk(persoon, "minderjarig");
    let arm = build.kenmerk(huishouden, "arm");
    let (lidmaatschap, thuis, lid) =
        build.facttype("lidmaatschap", ("thuis", huishouden, false), ("lid", persoon, true));
    let (relatie, partner) = build.reciprocal("partner", persoon, false);
    World {
        build,
        huishouden,
        persoon,
        leeftijd,
        inkomen,
        toeslag,
        totaal,
        minderjarig,
        arm,
        lidmaatschap,
        thuis,
        lid,
        relatie,
        partner,
    }
}

impl World {
    /// One household with a member for each pair of age and income; `-` for leeg.
    fn data(&self, members: &[(&str, &str)]) -> (Data, InstanceId, Vec<InstanceId>) {
        let model = &self.build.model;
        let mut data = Data::new(model);
        let home = data.add(model, self.huishouden, "h").unwrap();
        let people = members.iter().enumerate().map(|(at, (age, income))| {
            let person = data.add(model, self.persoon, &format!("p{at}")).unwrap();
            for (attribute, text) in [(self.leeftijd, age), (self.inkomen, income)] {
                if *text != "-" {
                    data.set(model, person, attribute, v(text)).unwrap();
                }
            }
            data.relate(model, self.lidmaatschap, home, person).unwrap();
            person
        });
        let people = people.collect();
        (data, home, people)
    }

    fn leden(&self) -> Subject {
        self.build.role(self.lid, self.build.hij(self.huishouden))
    }

    /// Whether the element in a binding is younger than 18.
    fn jong(&self, element: BindingId) -> Condition {
        let age = self.build.of(self.leeftijd, self.build.binding(element, self.persoon));
        compare(age, Comparison::Less, num("18"))
    }

    /// Marks who is younger than 18.
    fn rule_minderjarig(&mut self) {
        let jong = self.jong(HIJ);
        self.build.mark("minderjarig", self.minderjarig, Some(jong));
    }

    fn texts(&self, data: Data, of: AttributeId, who: &[InstanceId]) -> Vec<String> {
        let outcome = run_plain(&self.build.model, data);
        who.iter().map(|&it| shown(&outcome, of, it)).collect()
    }
}

#[test]
fn a_rule_runs_for_every_instance_in_planned_order() {
    let mut w = world();
    // Written before what it reads: the plan sorts that out.
    let condition = is(w.build.hij(w.persoon), w.minderjarig);
    w.build.assign_if("toeslag", w.toeslag, condition, num("50"));
    w.rule_minderjarig();
    let (data, _, people) = w.data(&[("17", "-"), ("18", "-"), ("-", "-")]);
    assert_eq!(w.texts(data, w.toeslag, &people), ["50", "leeg", "leeg"]);
    let plan = Plan::new(&w.build.model, TODAY).unwrap();
    let order: Vec<_> = plan.steps().iter().map(|step| step.property).collect();
    assert_eq!(order, [Property::Kenmerk(w.minderjarig), Property::Attribute(w.toeslag)]);
}

#[test]
fn input_is_overwritten_only_when_a_rule_fires() {
    let mut w = world();
    let jong = w.jong(HIJ);
    w.build.assign_if("toeslag", w.toeslag, jong, num("50"));
    let (mut data, _, people) = w.data(&[("10", "-"), ("40", "-")]);
    for &person in &people {
        data.set(&w.build.model, person, w.toeslag, v("7")).unwrap();
    }
    assert_eq!(w.texts(data, w.toeslag, &people), ["50", "7"]);
}

#[test]
fn initialisation_fills_only_leeg() {
    let mut w = world();
    let jong = w.jong(HIJ);
    w.build.initialise("begin", w.toeslag, num("1"));
    w.build.assign_if("toeslag", w.toeslag, jong, num("50"));
    let old = w.build.of(w.leeftijd, w.build.hij(w.persoon));
    let old = compare(old, Comparison::Greater, num("60"));
    w.build.assign_if("leeg", w.toeslag, old, num("leeg"));
    let (mut data, _, people) = w.data(&[("10", "-"), ("40", "-"), ("41", "-"), ("70", "-")]);
    data.set(&w.build.model, people[1], w.toeslag, v("7")).unwrap();
    data.set(&w.build.model, people[3], w.toeslag, v("7")).unwrap();
    assert_eq!(w.texts(data, w.toeslag, &people), ["50", "7", "1", "1"]);
}

#[test]
fn rules_in_conflict_are_both_named() {
    let mut w = world();
    let jong = w.jong(HIJ);
    w.build.assign("voor iedereen", w.toeslag, num("20"));
    w.build.assign_if("voor jongeren", w.toeslag, jong, num("50"));
    w.build.assign("nog eens", w.toeslag, num("20,00"));
    // What reads a conflict has the same cause.
    let sum = aggregate(Aggregation::Sum, vec![w.build.of(w.toeslag, w.leden())], false);
    w.build.assign("totaal", w.totaal, sum);
    let (data, home, people) = w.data(&[("10", "-"), ("40", "-")]);
    let outcome = run_plain(&w.build.model, data);
    assert_eq!(shown(&outcome, w.toeslag, people[1]), "20");
    let fault = outcome.value(w.toeslag, people[0]).unwrap_err();
    let expected = Fault::Conflict {
        property: "toeslag van p0".into(),
        first_rule: "voor iedereen".into(),
        first: "20".into(),
        second_rule: "voor jongeren".into(),
        second: "50".into(),
    };
    assert_eq!(**fault, expected);
    assert_eq!(outcome.value(w.totaal, home), Err(fault));
}

#[test]
fn two_rows_of_one_table_can_conflict() {
    let mut w = world();
    let rows = ["1", "2"].map(|value| w.build.case(w.toeslag, None, num(value)));
    w.build.rule("tabel", w.persoon, rows.into());
    let (data, _, people) = w.data(&[("10", "-")]);
    let found = w.texts(data, w.toeslag, &people);
    let expected = "fout: twee regels geven toeslag van p0 een andere waarde: \"tabel\" geeft 1, \
                    \"tabel\" geeft 2";
    assert_eq!(found, [expected]);
}

#[test]
fn a_missing_parameter_faults_only_what_reaches_it() {
    let mut w = world();
    let grens = w.build.parameter("grens", decimals(0));
    let bedrag = w.build.parameter("bedrag", decimals(2));
    let age = w.build.zijn(w.leeftijd);
    let jong = compare(age, Comparison::Less, w.build.the(grens));
    let value = w.build.the(bedrag);
    w.build.assign_if("toeslag", w.toeslag, jong, value);
    let (data, _, people) = w.data(&[("10", "-"), ("40", "-")]);

    let mut parameters = ParameterValues::new(&w.build.model);
    parameters.set(&w.build.model, grens, v("18")).unwrap();
    parameters.set_missing(bedrag, "nog niet gepubliceerd");
    let outcome = run_with(&w.build.model, &parameters, data);
    let text = "fout: de parameter bedrag ontbreekt: nog niet gepubliceerd (nodig in regel \
                \"toeslag\")";
    assert_eq!(shown(&outcome, w.toeslag, people[0]), text);
    assert_eq!(shown(&outcome, w.toeslag, people[1]), "leeg");
    assert!(parameters.set(&w.build.model, grens, v("1,5")).is_err());
}

/// The example of section 11.1 in other words: a variable that divides is evaluated only when
/// the condition before it lets it.
#[test]
fn a_guard_protects_a_division_in_a_variable() {
    let mut w = world();
    let age = w.build.zijn(w.leeftijd);
    let share = divided(w.build.zijn(w.inkomen), age.clone());
    let x = || expr(number(), ExprKind::Variable(VariableId(0)));
    let condition = compound(
        Quantifier::All,
        vec![
            compare(age, Comparison::NotEqual, num("0")),
            compare(x(), Comparison::Greater, num("1")),
        ],
    );
    let case = w.build.case(w.toeslag, Some(condition), rounded(x(), 2));
    w.build.rule_over("deel", vec![every(w.persoon)], vec![("X", share)], vec![case]);
    let (data, _, people) = w.data(&[("0", "100"), ("40", "100"), ("3", "100"), ("-", "8")]);
    let found = w.texts(data, w.toeslag, &people);
    // An age that is leeg is unequal to 0, so the guard lets it through: leeg divides as 0.
    let fault = "fout: delen door nul kan niet (regel \"deel\")";
    assert_eq!(found, ["leeg", "2,5", "33,33", fault]);
}

#[test]
fn a_value_must_fit_its_attribuut() {
    let mut w = world();
    let third = divided(w.build.zijn(w.inkomen), num("3"));
    w.build.assign("toeslag", w.toeslag, third);
    let (data, _, people) = w.data(&[("1", "6"), ("1", "10")]);
    let fault = "fout: 3 1/3 past niet bij toeslag (regel \"toeslag\"); verwacht: een getal met \
                 hoogstens 2 decimalen; rond de uitkomst af of begrens haar";
    assert_eq!(w.texts(data, w.toeslag, &people), ["2", fault]);
}

#[test]
fn a_kenmerk_is_given_or_marked() {
    let mut w = world();
    w.rule_minderjarig();
    let broken = compare(divided(num("1"), num("0")), Comparison::Equal, num("1"));
    w.build.mark("stuk", w.minderjarig, Some(broken));
    let (mut data, _, people) = w.data(&[("10", "-"), ("40", "-"), ("40", "-")]);
    data.mark(&w.build.model, people[1], w.minderjarig, true).unwrap();
    let outcome = run_plain(&w.build.model, data);
    assert!(has(&outcome, w.minderjarig, people[0]));
    assert!(has(&outcome, w.minderjarig, people[1]));
    assert!(outcome.has(w.minderjarig, people[2]).is_err());
}

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
    assert_eq!(people.iter().map(|&p| has(&outcome, with, p)).collect::<Vec<_>>(), [
        true, false, false
    ]);
    assert_eq!(people.iter().map(|&p| has(&outcome, without, p)).collect::<Vec<_>>(), [
        false, true, true
    ]);
}

#[test]
fn role_checks() {
    let mut w = world();
    let hij = || w.build.hij(w.persoon);
    let check = |kind| Some(condition(kind));
    let plays = ConditionKind::PlaysRole { subject: hij(), role: w.lid, negated: false };
    let lacks = ConditionKind::HasRole { subject: hij(), role: w.partner, negated: true };
    let full = ConditionKind::HasRole {
        subject: w.build.hij(w.huishouden),
        role: w.lid,
        negated: false,
    };
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
            vec![w.jong(inner), compare(
                w.build.of(w.leeftijd, w.build.binding(outer, w.persoon)),
                Comparison::GreaterOrEqual,
                w.build.of(w.leeftijd, w.build.binding(inner, w.persoon)),
            )],
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

#[test]
fn a_cycle_shows_its_path() {
    let mut w = world();
    let total = w.build.of(w.totaal, w.build.role(w.thuis, w.build.hij(w.persoon)));
    w.build.assign("toeslag uit totaal", w.toeslag, total);
    let jong = w.jong(HIJ);
    w.build.assign_if("los", w.toeslag, jong, num("1"));
    let sum = aggregate(Aggregation::Sum, vec![w.build.of(w.toeslag, w.leden())], false);
    w.build.assign("totaal uit toeslag", w.totaal, sum);
    let PlanError::Cycle { links } = Plan::new(&w.build.model, TODAY).unwrap_err();
    let path: Vec<_> = links.iter().map(|it| (it.property.as_str(), it.rule.as_str())).collect();
    assert_eq!(path, [
        ("toeslag van Persoon", "toeslag uit totaal"),
        ("totaal van Huishouden", "totaal uit toeslag"),
    ]);
    let text = PlanError::Cycle { links }.to_string();
    assert!(text.ends_with("(regel \"totaal uit toeslag\") gebruikt toeslag van Persoon"), "{text}");
}

#[test]
fn conditions_variables_and_filters_are_dependencies() {
    let mut w = world();
    // totaal ← variable ← filter ← kenmerk minderjarig ← leeftijd.
    let child = BindingId(1);
    let young = w.build.binding(child, w.persoon);
    let children = w.build.filter(w.leden(), child, is(young, w.minderjarig));
    let x = expr(number(), ExprKind::Variable(VariableId(0)));
    let case = w.build.case(w.totaal, None, x);
    let bindings = vec![every(w.huishouden), element(w.persoon)];
    w.build.rule_over("totaal", bindings, vec![("X", count(children))], vec![case]);
    w.build.assign("inkomen", w.inkomen, num("1"));
    w.rule_minderjarig();
    let plan = Plan::new(&w.build.model, TODAY).unwrap();
    let pruned = plan.for_outcomes(&[Property::Attribute(w.totaal)]);
    let steps: Vec<_> = pruned.steps().iter().map(|step| step.property).collect();
    assert_eq!(steps, [Property::Kenmerk(w.minderjarig), Property::Attribute(w.totaal)]);
    assert_eq!(plan.steps().len(), 3);
}

#[test]
fn versions_hold_on_their_days() {
    let mut w = world();
    let validity = |from, until| Validity { from, until };
    let version = |validity, value: &str| {
        version(validity, vec![every(w.persoon)], vec![], vec![w.build.case(
            w.toeslag,
            None,
            num(value),
        )])
    };
    let versions = vec![
        version(validity(None, Some(date(2025, 12, 31))), "25"),
        version(validity(Some(date(2026, 1, 1)), Some(date(2026, 6, 30))), "26"),
        version(validity(Some(date(2027, 1, 1)), None), "27"),
    ];
    w.build.versions("toeslag", versions);
    let model = &w.build.model;
    let on = |day| {
        let (data, _, people) = w.data(&[("1", "-")]);
        let plan = Plan::new(model, day).unwrap();
        let outcome = run(model, &plan, &ParameterValues::new(model), day, data);
        (shown(&outcome, w.toeslag, people[0]), plan.period())
    };
    let (text, period) = on(date(2025, 12, 31));
    assert_eq!((text.as_str(), period), ("25", validity(None, Some(date(2025, 12, 31)))));
    let (text, period) = on(date(2026, 1, 1));
    let half = validity(Some(date(2026, 1, 1)), Some(date(2026, 6, 30)));
    assert_eq!((text.as_str(), period), ("26", half));
    let (text, period) = on(date(2026, 8, 1));
    let gap = validity(Some(date(2026, 7, 1)), Some(date(2026, 12, 31)));
    assert_eq!((text.as_str(), period), ("leeg", gap));
    assert_eq!(on(date(2030, 1, 1)).0, "27");

    let (data, _, people) = w.data(&[("1", "-")]);
    let plan = Plan::new(model, date(2026, 1, 1)).unwrap();
    let outcome = run(model, &plan, &ParameterValues::new(model), date(2027, 1, 1), data);
    assert!(shown(&outcome, w.toeslag, people[0]).contains("geldt niet op 2027-01-01"));
}

#[test]
fn data_is_checked_against_the_model() {
    let w = world();
    let model = &w.build.model;
    let (mut data, home, people) = w.data(&[("1", "-"), ("2", "-"), ("3", "-")]);
    let wrong = data.set(model, people[0], w.leeftijd, v("1,5")).unwrap_err();
    let text = "leeftijd van \"p0\" kan niet 1,5 zijn; verwacht: een geheel getal";
    assert_eq!(wrong.to_string(), text);
    assert!(data.set(model, people[0], w.leeftijd, v("\"x\"")).is_err());
    assert!(data.set(model, home, w.leeftijd, v("1")).is_err());
    assert!(matches!(data.mark(model, home, w.minderjarig, true), Err(DataError::WrongOwner { .. })));
    assert!(matches!(data.add(model, w.persoon, "p0"), Err(DataError::DuplicateId { .. })));
    let wrong = data.relate(model, w.lidmaatschap, people[0], home);
    assert!(matches!(wrong, Err(DataError::WrongPlayer { .. })));
    let other = data.add(model, w.huishouden, "ander").unwrap();
    let wrong = data.relate(model, w.lidmaatschap, other, people[0]).unwrap_err();
    let text = "\"p0\" heeft al een thuis in \"lidmaatschap\"; er kan er maar één zijn";
    assert_eq!(wrong.to_string(), text);
    // A fact stated twice is one fact; a partner has one partner, from both sides.
    data.relate(model, w.lidmaatschap, home, people[0]).unwrap();
    data.relate(model, w.relatie, people[0], people[1]).unwrap();
    data.relate(model, w.relatie, people[1], people[0]).unwrap();
    assert!(data.relate(model, w.relatie, people[2], people[0]).is_err());
    assert_eq!(data.players(w.partner, people[1]), [people[0].index]);
    assert_eq!(data.players(w.lid, home).len(), 3);
}

#[test]
fn enumerations_stay_within_their_domein() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let kleuren = build.domain("Kleur", &["rood", "blauw"]);
    let kleur = build.attribute(ding, "kleur", kleuren);
    let mut data = Data::new(&build.model);
    let it = data.add(&build.model, ding, "d").unwrap();
    data.set(&build.model, it, kleur, Value::Enumeration(1)).unwrap();
    let wrong = data.set(&build.model, it, kleur, Value::Enumeration(2)).unwrap_err();
    assert!(wrong.to_string().ends_with("verwacht: een van: 'rood', 'blauw'"), "{wrong}");
    assert_eq!(n("1"), n("1,0"));
}
