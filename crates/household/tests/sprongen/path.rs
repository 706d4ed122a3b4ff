//! One amount of a household that rises from low to high, and what the rules make of it.

use std::collections::BTreeMap;

use engine::data::InstanceId;
use engine::exact::{self, Fork, Outcome};
use engine::plan::Plan;
use household::sweep::{self, Place, Point, Sweep};
use household::{Calculator, FieldValue, HouseholdFile, Objects};
use jiff::civil::Date;
use regelspraak::model::{AttributeId, Property, Value};
use regelspraak::number::Number;

use crate::random::Random;

/// A year of the law, ready to be followed: only what the outcomes need.
pub struct Year<'c> {
    /// The corpus on this day.
    pub calculator: Calculator<'c>,
    /// What the outcomes need of it.
    pub plan: Plan,
    /// The outcomes.
    pub outcomes: Vec<AttributeId>,
    /// The day.
    pub day: Date,
}

/// The unrounded amounts behind the outcomes, of a person and of the household.
const OUTCOMES: [(&str, &[&str]); 2] = [
    (
        "Persoon",
        &[
            "belastbare winst uit onderneming",
            "inkomsten uit eigen woning",
            "belastbaar inkomen uit sparen en beleggen",
            "belasting in box 3",
            "belastbaar inkomen uit werk en woning",
            "toetsingsinkomen",
            "belasting box 1 voor kortingen per jaar",
            "algemene heffingskorting per jaar",
            "arbeidskorting per jaar",
            "inkomensafhankelijke combinatiekorting per jaar",
            "jonggehandicaptenkorting per jaar",
            "ouderenkorting per jaar",
            "alleenstaande ouderenkorting per jaar",
            "heffingskortingen verzilverd per jaar",
            "inkomstenbelasting per jaar",
            "zvw bijdrage per jaar",
            "netto inkomen per jaar",
        ],
    ),
    (
        "Huishouden",
        &[
            "bijstand per jaar",
            "AIO per jaar",
            "zorgtoeslag per jaar",
            "huurtoeslag per jaar",
            "kindgebonden budget per jaar",
            "kinderopvangtoeslag per jaar",
            "kinderbijslag per jaar",
            "individuele inkomenstoeslag per jaar",
            "meedoenregeling per jaar",
            "zorgverzekering per jaar",
            "kindregeling per jaar",
            "draagkracht bijzondere bijstand per jaar",
            "studietoeslag per maand",
            "kwijtschelding per jaar",
            "beslagvrije voet per maand",
            "netto besteedbaar inkomen per jaar",
        ],
    ),
];

impl<'c> Year<'c> {
    /// The rules on a day.
    pub fn new(corpus: &'c corpus::Corpus, day: Date) -> Year<'c> {
        let calculator = Calculator::new(corpus, day).unwrap();
        let model = &corpus.model;
        let mut outcomes = Vec::new();
        for (objecttype, names) in OUTCOMES {
            let objecttype = model.objecttype(objecttype).unwrap();
            let found = names.iter().map(|name| model.attribute(objecttype, name).expect(name));
            outcomes.extend(found);
        }
        let needed: Vec<Property> = outcomes.iter().map(|it| Property::Attribute(*it)).collect();
        let plan = calculator.plan().for_outcomes(&needed);
        Year { calculator, plan, outcomes, day }
    }
}

/// An amount that can be varied.
pub struct Amount {
    /// The attribuut.
    pub name: &'static str,
    /// What the list of jumps calls it, together with others that do the same.
    pub group: &'static str,
    /// From and to, in cents.
    range: (i64, i64),
}

impl Amount {
    /// From and to, in cents.
    pub fn range(&self) -> (i64, i64) {
        self.range
    }
}

const fn amount(name: &'static str, group: &'static str, from: i64, to: i64) -> Amount {
    Amount { name, group, range: (from, to) }
}

/// The amounts of a person.
static OF_PERSON: [Amount; 8] = [
    amount("loon", "inkomen", 0, 16_000_000),
    amount("winst", "inkomen", -3_000_000, 16_000_000),
    amount("pensioen", "inkomen", 0, 9_000_000),
    amount("uitkering", "inkomen", 0, 9_000_000),
    amount("pensioenpremie", "aftrek", 0, 1_500_000),
    amount("spaargeld", "vermogen", 0, 40_000_000),
    amount("overig vermogen", "vermogen", 0, 40_000_000),
    amount("schulden", "schulden", 0, 10_000_000),
];

/// The amounts of a rented home.
static OF_RENTED: [Amount; 2] =
    [amount("kale huur", "huur", 0, 150_000), amount("servicekosten", "huur", 0, 10_000)];

/// The amounts of a home of one's own.
static OF_OWNED: [Amount; 2] = [
    amount("woz waarde", "woz waarde", 0, 200_000_000),
    amount("hypotheekrente", "aftrek", 0, 4_000_000),
];

/// The amounts of childcare: hours a month, in hundredths, and the rate.
static OF_CHILDCARE: [Amount; 2] =
    [amount("uren", "opvanguren", 0, 30_000), amount("uurtarief", "uurtarief", 0, 2_000)];

/// The household with one amount to vary.
pub struct Path<'y, 'c> {
    /// The year of the law.
    pub year: &'y Year<'c>,
    objects: Objects,
    sweep: Sweep<'y>,
    /// The amount.
    pub amount: &'static Amount,
    /// Whose it is.
    instance: InstanceId,
    /// The outcomes of the persons and the household.
    pub outcomes: Vec<Place>,
    /// Whether bijstand is applied for.
    pub applies: bool,
}

impl<'y, 'c> Path<'y, 'c> {
    /// Every amount of a household file that can be varied.
    pub fn all(year: &'y Year<'c>, text: &str) -> Vec<Path<'y, 'c>> {
        let file = HouseholdFile::read(text, "huishouden.yaml");
        let file = file.unwrap_or_else(|errors| panic!("{text}\n{errors:#?}"));
        let calculator = &year.calculator;
        let model = &calculator.corpus().model;
        let objects = calculator.objects(&file).unwrap();
        let mut places: Vec<(InstanceId, &'static [Amount])> = Vec::new();
        places.extend(objects.personen.iter().map(|person| (*person, &OF_PERSON[..])));
        let home = objects.woning.unwrap();
        match file.woning.get("soort") {
            Some(FieldValue::Word("huurwoning")) => places.push((home, &OF_RENTED)),
            Some(FieldValue::Word("koopwoning")) => places.push((home, &OF_OWNED)),
            _ => {}
        }
        let childcare = model.objecttype("Kinderopvang").unwrap();
        let childcare = objects.data.instances(childcare);
        places.extend(childcare.map(|place| (place, &OF_CHILDCARE[..])));
        let persons = objects.personen.iter().copied();
        let outcomes = persons.chain([objects.huishouden]).flat_map(|instance| {
            let own = year.outcomes.iter();
            let own = own.filter(move |it| model[**it].objecttype == instance.objecttype);
            own.map(move |attribute| (instance, *attribute))
        });
        let outcomes: Vec<Place> = outcomes.collect();
        let (plan, parameters) = (&year.plan, calculator.parameters());
        let settled = exact::run(model, plan, parameters, year.day, objects.data.clone());
        let applies = file.personen.iter().all(|person| {
            person.values.get("bijstand_aangevraagd") != Some(&FieldValue::Boolean(false))
        });
        let each = places.iter().flat_map(|(it, amounts)| amounts.iter().map(|one| (*it, one)));
        each.map(|(instance, amount)| {
            let attribute = model.attribute(instance.objecttype, amount.name).expect(amount.name);
            let varied = (instance, attribute);
            let sweep = Sweep::new(calculator, settled.clone(), varied, outcomes.clone());
            let (objects, outcomes) = (objects.clone(), outcomes.clone());
            Path { year, objects, sweep, amount, instance, outcomes, applies }
        })
        .collect()
    }

    /// Whether an outcome is that of somebody else than the amount is of.
    pub fn of_another(&self, instance: InstanceId) -> bool {
        let person =
            self.objects.huishouden != instance && self.objects.personen.contains(&instance);
        person && self.objects.personen.contains(&self.instance) && instance != self.instance
    }

    /// A given amount of somebody, in cents.
    pub fn cents(&self, instance: InstanceId, name: &str) -> i64 {
        let model = &self.year.calculator.corpus().model;
        let attribute = model.attribute(instance.objecttype, name).expect(name);
        match self.objects.data.value(attribute, instance) {
            Value::Number(number) => (number * &Number::from(100)).to_i64().unwrap_or(0),
            _ => 0,
        }
    }

    /// Works the household out with the amount at so many cents.
    pub fn at(&self, cents: i64) -> Outcome {
        self.sweep.at(cents).unwrap().0
    }
}

/// The points of a path that were worked out, and the cents at which a condition turned.
pub struct Walk<'p, 'y, 'c> {
    /// The path.
    pub path: &'p Path<'y, 'c>,
    /// The points, by cents.
    pub points: BTreeMap<i64, Point>,
    /// Between each of these cents and the next, a condition turned.
    pub turns: Vec<i64>,
}

impl<'p, 'y, 'c> Walk<'p, 'y, 'c> {
    /// Walks a path from so many points, and finds each turn to the cent.
    pub fn along(path: &'p Path<'y, 'c>, steps: i64, random: &mut Random) -> Self {
        let (from, to) = path.amount.range;
        let mut grid = vec![path.cents(path.instance, path.amount.name)];
        // Closer together at the low end, where most of the law is.
        for step in 1..steps {
            let part = (step as f64 + random.below(1_000) as f64 / 1_000.0 - 0.5) / steps as f64;
            grid.push(from + ((to - from) as f64 * part.powf(1.5)) as i64);
        }
        let mut walk = sweep::Walk::along(&path.sweep, from..=to, grid).unwrap();
        let turned =
            |turn: &&sweep::Turn| turn.partings.iter().any(|it| it.fork == Fork::Condition);
        let turns: Vec<i64> = walk.turns.iter().filter(turned).map(|turn| turn.after).collect();
        for cents in turns.iter().flat_map(|at| [at - 1, at + 2]) {
            walk.point(cents.clamp(from, to)).unwrap();
        }
        Walk { path, points: walk.points, turns }
    }
}
