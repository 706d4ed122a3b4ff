//! Other parameters and other days beside the baseline, as the exact executor has them.

use corpus::Corpus;
use engine::columnar::{Answer, Kept, Moment, Piece, Population, Prepared, Request, Wish};
use engine::data::{Data, InstanceId};
use engine::exact;
use engine::language::Text;
use engine::over_time::OverTime;
use engine::parameters::ParameterValues;
use household::{Calculator, HouseholdFile};
use jiff::civil::{Date, date};
use regelspraak::model::{ParameterId, Property, Value};
use regelspraak::number::{Number, RoundingMode};

use crate::random::Random;
use crate::writer::{Law, Writer};

const DAY: Date = date(2026, 3, 15);

/// Random households, and the outcomes of the corpus.
struct Town<'m> {
    corpus: &'m Corpus,
    households: Vec<Data>,
    population: Population<'m>,
    wishes: Vec<Wish>,
}

impl<'m> Town<'m> {
    fn new(corpus: &'m Corpus, seed: u64, count: usize) -> Town<'m> {
        let model = &corpus.model;
        let calculator = Calculator::new(corpus, DAY).unwrap();
        let law = Law::on(&calculator);
        let mut random = Random::new(seed);
        let mut population = Population::new(model, crate::varying(corpus));
        let mut households = Vec::new();
        for _ in 0..count {
            let random = &mut random;
            let text = Writer { random, law: &law, day: DAY, text: String::new() }.household();
            let objects = calculator.objects(&HouseholdFile::read(&text, "f").unwrap()).unwrap();
            population.add(&objects.data);
            households.push(objects.data);
        }
        let wish = |it: &corpus::Outcome| Wish {
            property: Property::Attribute(it.attribute),
            decimals: 2,
        };
        let wishes = corpus.outcomes.iter().map(wish).collect();
        Town { corpus, households, population, wishes }
    }

    /// Holds answers against those of the exact executor, and says of which wishes there were.
    fn agrees<'p>(
        &self,
        piece: &Piece<'_>,
        (calculator, day): (&Calculator<'_>, Date),
        parameters: &ParameterValues,
        answers: impl Iterator<Item = (usize, InstanceId, &'p [f64])>,
    ) -> Vec<bool> {
        let answers: Vec<_> = answers.collect();
        let mut answered = vec![false; self.wishes.len()];
        for (row, &household) in piece.households().iter().enumerate() {
            let data = self.households[household as usize].clone();
            let outcome = exact::run(&self.corpus.model, calculator.plan(), parameters, day, data);
            for &(wish, instance, column) in &answers {
                let expected = Answer::from(self.wishes[wish].exact(&outcome, instance));
                let name = &self.corpus.outcomes[wish].name;
                assert_eq!(Answer::from(column[row]), expected, "{name} of {household}");
                answered[wish] = true;
            }
        }
        answered
    }

    fn answers(&self, answered: &[bool], name: &str) -> bool {
        answered[self.corpus.outcomes.iter().position(|it| it.name == name).unwrap()]
    }
}

/// The parameters of a calculator with another value for one of them.
fn with(corpus: &Corpus, calculator: &Calculator<'_>, name: &str, value: &str) -> ParameterValues {
    let mut reform = calculator.parameters().clone();
    let value = Value::Number(Number::parse(value).unwrap());
    let parameter = corpus.model.parameter(name).unwrap();
    reform.set(&corpus.model, parameter, value).unwrap();
    reform
}

const THRESHOLD: &str = "drempelpercentage zonder toeslagpartner";
/// Touches no income that a benefit looks at.
const RATE: &str = "percentage tariefsaanpassing";
const FIRST_RATE: &str = "tarief eerste schijf";

/// A baseline with two reforms in one pass: what a reform touches comes out as with those
/// parameters, and the rest is not answered again. Then with other values, and with the baseline kept.
#[test]
fn reforms_come_out_beside_the_baseline() {
    let corpus = builtin::corpus().unwrap();
    let town = Town::new(&corpus, 77, 60);
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let reform = |(name, value)| (name, with(&corpus, &calculator, name, value));
    let first = [(THRESHOLD, "1,5"), (RATE, "9,12")].map(reform);
    let later = [(THRESHOLD, "1,75"), (RATE, "11,9"), (THRESHOLD, "1,62")].map(reform);
    let all = |variants: &[(&str, ParameterValues)], piece: Piece<'_>| {
        for (variant, (name, parameters)) in variants.iter().enumerate() {
            let changes = piece.changes(variant);
            let answered = town.agrees(&piece, (&calculator, DAY), parameters, changes);
            let touches = |name| town.answers(&answered, name);
            assert_eq!(touches("zorgtoeslag_per_jaar"), *name == THRESHOLD);
            assert_eq!(touches("belasting_box1_voor_kortingen_per_jaar"), *name == RATE);
            assert!(touches("netto_besteedbaar_inkomen_per_jaar"));
            assert!(!touches("huurtoeslag_per_maand") && !touches("minimumloon_per_uur"));
        }
        assert_eq!(piece.changes(variants.len()).count(), 0);
        piece.households().len()
    };
    let variants = [&first[0].1, &first[1].1];
    let turned = |variants: &'_ [(&str, ParameterValues)]| -> Vec<Vec<ParameterValues>> {
        variants.iter().map(|(_, it)| vec![it.clone()]).collect()
    };
    for answered in [true, false] {
        let request = Request::new(calculator.plan(), calculator.parameters(), DAY, &town.wishes);
        let request = Request { baseline: answered, fewest: 1, ..request.with_variants(&variants) };
        let mut prepared = Prepared::new(&town.population, &request).unwrap();
        prepared.run(&town.population, |piece| {
            assert_eq!(piece.columns().count() > 0, answered);
            town.agrees(&piece, (&calculator, DAY), calculator.parameters(), piece.columns());
            all(&first, piece);
        });
        prepared.turn(turned(&later)).unwrap();
        prepared.run(&town.population, |piece| all(&later, piece));
        let mut kept = Kept::new(prepared, &town.population);
        kept.run(|piece| all(&later, piece));
        kept.turn(turned(&first)).unwrap();
        let households = kept.run(|piece| {
            assert_eq!(piece.columns().count(), 0);
            all(&first, piece)
        });
        assert_eq!(households.iter().sum::<usize>(), 60);
    }
}

/// Every number of the law can be turned: each a fifth higher, some at a time.
#[test]
fn every_amount_can_be_another() {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let town = Town::new(&corpus, 78, 12);
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let higher = |parameter: ParameterId| {
        let mut reform = calculator.parameters().clone();
        let more = |value: &Result<Value, _>| match value {
            Ok(Value::Number(number)) => {
                let decimals = number.decimals().unwrap() as i32;
                let more = number * &Number::parse("1,2").unwrap();
                Ok(Value::Number(more.round(RoundingMode::HalfAwayFromZero, decimals)))
            }
            other => other.clone(),
        };
        let mut values = OverTime::constant(more(reform.over_time(parameter).at(Date::MIN).0));
        for (window, value) in reform.over_time(parameter).windows().skip(1) {
            values.from_then_on(window.from, more(value));
        }
        // A datatype may not allow as much: a percentage up to a hundred.
        reform.set_over_time(model, parameter, values).ok()?;
        (!reform.differing(calculator.parameters()).is_empty()).then_some(reform)
    };
    let parameters = (0..model.parameters.len() as u32).map(ParameterId);
    let reforms: Vec<ParameterValues> = parameters.filter_map(higher).collect();
    assert!(reforms.len() > 100, "{}", reforms.len());
    for some in reforms.chunks(20) {
        let variants: Vec<&ParameterValues> = some.iter().collect();
        let request = Request::new(calculator.plan(), calculator.parameters(), DAY, &town.wishes);
        let request = Request { baseline: false, fewest: 1, ..request.with_variants(&variants) };
        let prepared = Prepared::new(&town.population, &request).unwrap();
        prepared.run(&town.population, |piece| {
            for (variant, reform) in some.iter().enumerate() {
                let changes = piece.changes(variant);
                town.agrees(&piece, (&calculator, DAY), reform, changes);
            }
        });
    }
}

/// What was not reckoned with is refused, and nothing changes.
#[test]
fn a_dial_turns_no_further_than_it_was_made_for() {
    let corpus = builtin::corpus().unwrap();
    let town = Town::new(&corpus, 79, 3);
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let with = |name, value| with(&corpus, &calculator, name, value);
    let higher = with(FIRST_RATE, "8,5");
    let variants = [&higher];
    let request = Request::new(calculator.plan(), calculator.parameters(), DAY, &town.wishes)
        .with_variants(&variants);
    let mut prepared = Prepared::new(&town.population, &request).unwrap();
    let mut refused =
        |reform: ParameterValues| prepared.turn(vec![vec![reform]]).unwrap_err().to_string();
    insta::assert_snapshot!(
        [
            refused(with(FIRST_RATE, "8,6")),
            refused(with(FIRST_RATE, "8,25")),
            refused(with(THRESHOLD, "1,5")),
        ]
        .join("\n")
    );
    let mut missing = higher.clone();
    let reason = Text::fixed("geen", "none");
    missing.set_missing(corpus.model.parameter(FIRST_RATE).unwrap(), reason);
    let variants = [&missing];
    let request = Request::new(calculator.plan(), calculator.parameters(), DAY, &town.wishes)
        .with_variants(&variants);
    let refused = Prepared::new(&town.population, &request).err().unwrap();
    insta::assert_snapshot!(refused.to_string());
    let refused = Prepared::new(&town.population, &Request::on(Vec::new())).err().unwrap();
    assert_eq!(refused.what, "er is geen dag gevraagd");
}

/// A year of twelve months in one pass, with a reform in each of them.
#[test]
fn months_come_out_side_by_side() {
    let corpus = builtin::corpus().unwrap();
    let town = Town::new(&corpus, 80, 25);
    let days: Vec<Date> = (1..=12).map(|month| date(2026, month, 1)).collect();
    let calculators: Vec<Calculator<'_>> =
        days.iter().map(|&day| Calculator::new(&corpus, day).unwrap()).collect();
    let reforms: Vec<ParameterValues> =
        calculators.iter().map(|it| with(&corpus, it, THRESHOLD, "1,5")).collect();
    let variants: Vec<[&ParameterValues; 1]> = reforms.iter().map(|it| [it]).collect();
    let moments = calculators.iter().zip(&days).zip(&variants);
    let moments = moments.map(|((calculator, &date), variants)| Moment {
        plan: calculator.plan(),
        parameters: calculator.parameters(),
        variants,
        date,
        wishes: &town.wishes,
    });
    let request = Request { fewest: 1, ..Request::on(moments.collect()) };
    let prepared = Prepared::new(&town.population, &request).unwrap();
    prepared.run(&town.population, |piece| {
        for (month, &day) in days.iter().enumerate() {
            let calculator = &calculators[month];
            let (on, parameters) = ((calculator, day), calculator.parameters());
            town.agrees(&piece, on, parameters, piece.columns_on(month));
            let changes = piece.changes_on(month, 0);
            let answered = town.agrees(&piece, on, &reforms[month], changes);
            assert!(town.answers(&answered, "zorgtoeslag_per_maand"));
        }
        assert_eq!(piece.columns_on(12).count(), 0);
    });
}
