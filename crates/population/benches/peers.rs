//! Samenhang's side of the comparison with peers (`bench/peers/run`): writes a population of
//! tenants and the answers for every month of 2026 into a folder, and prints a line for each time of
//! one thread: its name, the median and the shortest, in seconds.
//!
//!     cargo bench -p population --bench peers -- FOLDER COUNT

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark that cannot start has nothing to report"
)]

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "peers/huurders.rs"]
mod huurders;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;

use arrow_array::RecordBatch;
use common::{Household, Random, tables};
use corpus::{Corpus, Outcome};
use engine::columnar::{Answer, Moment, Population, Prepared, Request, Wish};
use engine::data::InstanceId;
use household::Calculator;
use jiff::civil::{Date, date};
use population::files::Writer;
use population::intake::Intake;
use regelspraak::model::Property;
use rustix::time::{ClockId, clock_gettime};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is compared. The first two are the same in every month, and are asked once.
const OUTCOMES: [&str; 5] = [
    "belastbaar_inkomen_box1_per_jaar",
    "belasting_box1_voor_kortingen_per_jaar",
    "toetsingsinkomen_per_jaar",
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
];
const OF_THE_YEAR: usize = 2;
const REPETITIONS: usize = 11;

/// The answers for some households of one shape: where these stand in the population, and by month, for
/// each outcome of each of them a column.
struct Answers {
    households: Vec<u32>,
    months: Vec<Vec<(usize, InstanceId, Vec<f64>)>>,
}

/// What is asked of a month, counted from 0.
fn asked<T>(month: usize, of_all: &[T]) -> &[T] {
    if month == 0 { of_all } else { &of_all[OF_THE_YEAR..] }
}

/// The rules of some months, made ready for the shapes of a population.
fn prepare<'a>(
    months: &'a [(Date, Calculator<'a>)],
    population: &Population<'a>,
    wishes: &[Wish],
) -> Prepared<'a> {
    let moment = |(month, (date, calculator)): (usize, &'a (Date, Calculator<'a>))| Moment {
        plan: calculator.plan(),
        parameters: calculator.parameters(),
        variants: &[],
        date: *date,
        wishes: asked(month, wishes),
    };
    let moments = months.iter().enumerate().map(moment).collect();
    Prepared::new(population, &Request { fewest: 1, ..Request::on(moments) }).unwrap()
}

/// The answers of so many months.
fn run(prepared: &Prepared<'_>, months: usize, population: &Population<'_>) -> Vec<Answers> {
    let column = |(wish, instance, column): (_, _, &[f64])| (wish, instance, column.to_vec());
    prepared.run(population, |piece| Answers {
        households: piece.households().to_vec(),
        months: (0..months).map(|month| piece.columns_on(month).map(column).collect()).collect(),
    })
}

/// How long the processor has worked for this thread, in seconds.
fn processor_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Prints the median time of some runs, and the shortest, in seconds.
fn print_time<T>(name: &str, run: impl Fn() -> T) {
    let time = |_| {
        let start = processor_time();
        let made = black_box(run());
        let seconds = processor_time() - start;
        drop(made);
        seconds
    };
    let mut times: Vec<f64> = (0..REPETITIONS).map(time).collect();
    times.sort_by(f64::total_cmp);
    println!("{name} {} {}", times[REPETITIONS / 2], times[0]);
}

/// Where the answers of the households and persons go.
struct Rows {
    /// By position in the population, the row of the household.
    household: Vec<u32>,
    /// By row of a household, the row of its first person; and the number of persons.
    first_person: Vec<usize>,
}

impl Rows {
    fn new(household: Vec<u32>, households: &[Household]) -> Rows {
        let mut first_person = vec![0];
        for household in households {
            first_person.push(first_person.last().unwrap() + household.persons.len());
        }
        Rows { household, first_person }
    }

    /// A column of cents in the order of the rows; what is not known is no number.
    fn column(&self, answers: &[Answers], month: usize, wish: usize, of_persons: bool) -> Vec<f64> {
        let households = self.household.len();
        let rows = if of_persons { self.first_person[households] } else { households };
        let mut made = vec![f64::NAN; rows];
        for piece in answers {
            for (_, instance, column) in piece.months[month].iter().filter(|it| it.0 == wish) {
                for (&position, &answer) in piece.households.iter().zip(column) {
                    let household = self.household[position as usize] as usize;
                    let row = match of_persons {
                        true => self.first_person[household] + instance.index as usize,
                        false => household,
                    };
                    made[row] = match Answer::from(answer) {
                        Answer::Number(cents) => cents,
                        Answer::Empty => 0.0,
                        Answer::Unknown => f64::NAN,
                    };
                }
            }
        }
        made
    }
}

/// Writes a column as 64-bit floats, lowest byte first.
fn write_column(path: &Path, column: &[f64]) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    column.iter().for_each(|value| file.write_all(&value.to_le_bytes()).unwrap());
    file.flush().unwrap();
}

fn write_tables(folder: &Path, households: &RecordBatch, persons: &RecordBatch) {
    std::fs::create_dir_all(folder).unwrap();
    let mut writer = Writer::of_population(folder).unwrap();
    writer.write(&[households.clone(), persons.clone()]).unwrap();
    writer.finish().unwrap();
}

fn outcomes(corpus: &Corpus) -> Vec<&Outcome> {
    let of = |name| corpus.outcomes.iter().find(|it| it.name == name).unwrap();
    OUTCOMES.into_iter().map(of).collect()
}

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let [folder, count] = &arguments[..] else {
        // `cargo bench` and `cargo test --benches` call it without a folder.
        eprintln!("peers: zie bench/peers/README.md");
        return;
    };
    let (folder, count) = (Path::new(folder), count.parse::<usize>().unwrap());

    let mut random = Random::new(2026);
    let households: Vec<Household> = (0..count).map(|_| huurders::household(&mut random)).collect();
    let (household_table, person_table) = tables(&households, 0);
    write_tables(folder, &household_table, &person_table);

    let corpus = builtin::corpus().unwrap();
    let outcomes = outcomes(&corpus);
    let wish = |it: &&Outcome| Wish { property: Property::Attribute(it.attribute), decimals: 2 };
    let wishes: Vec<Wish> = outcomes.iter().map(wish).collect();
    let month = |month| {
        let day = date(2026, month, 1);
        (day, Calculator::new(&corpus, day).unwrap())
    };
    let months: Vec<(Date, Calculator)> = (1..=12).map(month).collect();
    let mut intake = Intake::new(&corpus.model).unwrap();
    let rows = Rows::new(intake.add(&household_table, &person_table).unwrap(), &households);
    let population = intake.population();

    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    one_core.install(|| {
        print_time("maand_voorbereiden", || prepare(&months[..1], population, &wishes));
        print_time("jaar_voorbereiden", || prepare(&months, population, &wishes));
        let january = prepare(&months[..1], population, &wishes);
        print_time("maand_rekenen", || run(&january, 1, population));
        let year = prepare(&months, population, &wishes);
        print_time("jaar_rekenen", || run(&year, months.len(), population));
        let answers = run(&year, months.len(), population);
        for (month, (day, _)) in months.iter().enumerate() {
            let folder = folder.join(day.strftime("%Y-%m").to_string());
            std::fs::create_dir_all(&folder).unwrap();
            for (wish, outcome) in asked(month, &outcomes).iter().enumerate() {
                let of_persons = corpus.model.objecttype("Persoon") == Some(outcome.objecttype);
                let column = rows.column(&answers, month, wish, of_persons);
                write_column(&folder.join(format!("{}.f64", outcome.name)), &column);
            }
        }
    });
}
