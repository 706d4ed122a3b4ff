//! An invented scheme of some 60 properties over persons and households, for benchmarks and for
//! comparing the executors. It resembles no law.

use engine::data::{Data, InstanceId};
use engine::parameters::ParameterValues;
use regelspraak::model::*;
use regelspraak::number::RoundingMode;

use super::build::*;
use super::v;
use super::words::*;

/// How many brackets the scheme has; each gives two properties of a person.
const BRACKETS: usize = 24;

/// The scheme with what its tests look at.
pub struct Scheme {
    pub model: Model,
    pub parameters: ParameterValues,
    pub huishouden: ObjectTypeId,
    pub persoon: ObjectTypeId,
    pub geboortedatum: AttributeId,
    pub loon: AttributeId,
    pub soort: AttributeId,
    pub netto: AttributeId,
    pub totaal: AttributeId,
    pub toeslag: AttributeId,
    pub lidmaatschap: FactTypeId,
    pub relatie: FactTypeId,
}

/// A person of the input: born, wage, kind of income, and the position of the partner.
#[derive(Debug, Clone)]
pub struct Person {
    pub born: Option<String>,
    pub wage: Option<i64>,
    pub soort: Option<u16>,
}

/// A household of the input; with `couple`, the first two are partners.
#[derive(Debug, Clone)]
pub struct Household {
    pub people: Vec<Person>,
    pub couple: bool,
}

fn bounded(of: Expr, low: &str, high: Option<&str>) -> Expr {
    let (minimum, maximum) = (Some(Box::new(num(low))), high.map(|high| Box::new(num(high))));
    expr(number(), ExprKind::Bounded { of: Box::new(of), minimum, maximum })
}

fn percentage(part: Expr, of: Expr) -> Expr {
    let (percentage, of) = (Box::new(part), Box::new(of));
    expr(number(), ExprKind::PercentageOf { percentage, of })
}

fn round_down(of: Expr, decimals: u32) -> Expr {
    let rounding = Rounding { mode: RoundingMode::Down, decimals };
    expr(number(), ExprKind::Round { of: Box::new(of), rounding })
}

/// Builds the scheme and its parameters.
pub fn scheme() -> Scheme {
    let mut b = Build::new();
    let huishouden = b.objecttype("Huishouden");
    let persoon = b.objecttype("Persoon");
    let (lidmaatschap, thuis, lid) =
        b.facttype("lidmaatschap", ("thuis", huishouden, false), ("lid", persoon, true));
    let (relatie, partner) = b.reciprocal("partner", persoon, false);
    let soorten = b.domain("Soort", &["loon", "uitkering", "pensioen"]);

    let geboortedatum = b.attribute(persoon, "geboortedatum", DATE);
    let loon = b.attribute(persoon, "loon", decimals(2));
    let soort = b.attribute(persoon, "soort", soorten.clone());
    let leeftijd = b.attribute(persoon, "leeftijd", decimals(0));
    let minderjarig = b.kenmerk(persoon, "minderjarig");
    let inkomen = b.attribute(persoon, "inkomen", number());
    let samen = b.attribute(persoon, "samen", number());
    let netto = b.attribute(persoon, "netto", decimals(2));
    let kinderen = b.attribute(huishouden, "aantal kinderen", decimals(0));
    let totaal = b.attribute(huishouden, "totaal", number());
    let hoogste = b.attribute(huishouden, "hoogste", number());
    let krap = b.kenmerk(huishouden, "krap");
    let toeslag = b.attribute(huishouden, "toeslag", decimals(2));
    let volwassen = b.parameter("volwassenleeftijd", decimals(0));
    let vrij = b.parameter("vrijstelling", decimals(2));

    let hij = || Subject {
        kind: SubjectKind::Binding(HIJ),
        objecttype: persoon,
        many: false,
        span: SPAN,
    };
    let (from, to) = (Box::new(b.zijn(geboortedatum)), expr(DATE, ExprKind::CalculationDate));
    let (to, unit) = (Box::new(to), TimeUnit::Year);
    let age = ExprKind::Duration { from, to, unit, absolute: false };
    b.assign("leeftijd", leeftijd, expr(number(), age));
    let young = compare(b.zijn(leeftijd), Comparison::Less, b.the(volwassen));
    b.mark("minderjarig", minderjarig, Some(young));

    let rows = [(0, "1"), (1, "0,8"), (2, "0,95")].map(|(position, factor)| {
        let value = Expr {
            kind: ExprKind::Literal(Value::Enumeration(position)),
            datatype: soorten.clone(),
            many: false,
            span: SPAN,
        };
        let right = compare(b.zijn(soort), Comparison::Equal, value);
        b.case(inkomen, Some(right), times(b.zijn(loon), num(factor)))
    });
    b.rule("inkomen naar soort", persoon, rows.into());
    b.initialise("inkomen", inkomen, num("0"));

    let theirs = b.of(inkomen, b.role(partner, hij()));
    b.assign("samen", samen, plus(b.zijn(inkomen), theirs));

    // Bracket by bracket: a percentage of the income above a limit, when of age; and their sum.
    let mut before = num("0");
    for bracket in 0..BRACKETS {
        let name = |text: &str| format!("{text} {bracket}");
        let part = b.attribute(persoon, &name("schijf"), decimals(2));
        let sum = b.attribute(persoon, &name("tot en met schijf"), decimals(2));
        let rate = b.parameter(&name("tarief"), decimals(2));
        let limit = (bracket * 1500).to_string();
        let above = arithmetic(Arithmetic::Minus, b.zijn(samen), num(&limit));
        let value = rounded(percentage(b.the(rate), bounded(above, "0", Some("1500"))), 2);
        let adult = condition(ConditionKind::HasKenmerk {
            subject: hij(),
            kenmerk: minderjarig,
            negated: true,
        });
        let enough = compare(b.zijn(samen), Comparison::Greater, num(&limit));
        let guard = compound(Quantifier::All, vec![adult, enough]);
        b.assign_if(&name("schijf"), part, guard, value);
        let next = plus(before, b.zijn(part));
        b.assign(&name("tot en met schijf"), sum, next);
        before = b.zijn(sum);
    }
    let left = arithmetic(Arithmetic::Minus, b.zijn(inkomen), before);
    b.assign("netto", netto, round_down(left, 2));

    let members = |b: &Build| b.role(lid, b.hij(huishouden));
    let one = BindingId(1);
    let with_element = || vec![every(huishouden), element(persoon)];
    let child = is(b.binding(one, persoon), minderjarig);
    let children = b.filter(members(&b), one, child);
    let case = b.case(kinderen, None, count(children));
    b.rule_over("aantal kinderen", with_element(), vec![], vec![case]);
    let nets = vec![b.of(netto, members(&b))];
    b.assign("totaal", totaal, aggregate(Aggregation::Sum, nets, true));
    let nets = vec![b.of(netto, members(&b))];
    b.assign("hoogste", hoogste, aggregate(Aggregation::Maximum, nets, false));
    let little = compare(
        b.of(netto, b.binding(one, persoon)),
        Comparison::LessOrEqual,
        divided(b.of(totaal, b.role(thuis, b.binding(one, persoon))), num("3")),
    );
    let most = condition(ConditionKind::Each {
        quantifier: Quantifier::AtLeast(2),
        over: members(&b),
        element: one,
        condition: Box::new(little),
    });
    let action = Action::Mark { target: b.hij(huishouden), kenmerk: krap };
    let case = Case { row: None, condition: Some(most), action, span: SPAN };
    b.rule_over("krap", with_element(), vec![], vec![case]);

    // Divides by the number of children: a fault when there are none and the first guard holds.
    let per_child = divided(b.zijn(totaal), b.zijn(kinderen));
    let x = || expr(number(), ExprKind::Variable(VariableId(0)));
    let guards = vec![is(b.hij(huishouden), krap), compare(x(), Comparison::Less, b.the(vrij))];
    let value = bounded(arithmetic(Arithmetic::Minus, b.the(vrij), x()), "0", None);
    let case = b.case(toeslag, Some(compound(Quantifier::All, guards)), rounded(value, 2));
    b.rule_over("toeslag", vec![every(huishouden)], vec![("X", per_child)], vec![case]);

    let model = b.model;
    let mut parameters = ParameterValues::new(&model);
    parameters.set(&model, volwassen, v("18")).unwrap();
    parameters.set(&model, vrij, v("6543,21")).unwrap();
    for bracket in 0..BRACKETS {
        let rate = model.parameter(&format!("tarief {bracket}")).unwrap();
        parameters.set(&model, rate, v(&format!("{},{:02}", bracket + 3, bracket * 4))).unwrap();
    }
    Scheme {
        model,
        parameters,
        huishouden,
        persoon,
        geboortedatum,
        loon,
        soort,
        netto,
        totaal,
        toeslag,
        lidmaatschap,
        relatie,
    }
}

/// Adds a household to data; the id is made unique by `number`.
pub fn add(scheme: &Scheme, data: &mut Data, number: usize, household: &Household) -> InstanceId {
    let model = &scheme.model;
    let home = data.add(model, scheme.huishouden, &format!("h{number}")).unwrap();
    let mut people = Vec::new();
    for (at, person) in household.people.iter().enumerate() {
        let it = data.add(model, scheme.persoon, &format!("p{number}.{at}")).unwrap();
        let born = person.born.as_deref().unwrap_or("leeg");
        data.set(model, it, scheme.geboortedatum, v(born)).unwrap();
        if let Some(cents) = person.wage {
            let wage = format!("{},{:02}", cents / 100, cents % 100);
            data.set(model, it, scheme.loon, v(&wage)).unwrap();
        }
        if let Some(soort) = person.soort {
            data.set(model, it, scheme.soort, Value::Enumeration(soort)).unwrap();
        }
        data.relate(model, scheme.lidmaatschap, home, it).unwrap();
        people.push(it);
    }
    if household.couple && people.len() > 1 {
        data.relate(model, scheme.relatie, people[0], people[1]).unwrap();
    }
    home
}

/// A couple with two children, somewhat different for each number.
pub fn example(number: usize) -> Household {
    let person = |born: &str, wage: usize, soort: u16| Person {
        born: Some(born.into()),
        wage: Some((wage % 9_000_000) as i64),
        soort: Some(soort),
    };
    Household {
        people: vec![
            person("1985-06-15", 2_812_345 + number * 7_919, 0),
            person("1987-02-28", 1_234_567 + number * 104_729, (number % 3) as u16),
            person("2014-02-28", 0, 0),
            person("2008-02-29", 150_000 + number * 31, 0),
        ],
        couple: true,
    }
}
