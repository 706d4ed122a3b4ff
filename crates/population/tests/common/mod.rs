//! A population for tests and benchmarks: households of many makes, with amounts as they occur.
//! It resembles the Netherlands in broad lines only, and no figure about people may come from it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]
#![allow(dead_code, reason = "every test binary uses its own part of this")]

use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Date32Builder, Decimal32Builder, Int32Builder, ListBuilder,
    StringDictionaryBuilder, StructBuilder,
};
use arrow_array::types::{Int8Type, Int16Type};
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, Int64Array, RecordBatch};
use arrow_schema::{DataType, Field as Column, Fields};
use household::fields::{Field, Kind, Section};
use jiff::civil::{Date, date};
use population::table::Table;

#[path = "../../../household/tests/sprongen/random.rs"]
mod random;

pub use random::Random;

/// The value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Cents, or hundredths of hours.
    Cents(i64),
    Count(i64),
    Yes(bool),
    Day(Date),
    Word(&'static str),
}

/// Fields with a value; the others have their default.
pub type Cells = Vec<(&'static str, Cell)>;

#[derive(Debug, Clone, Default)]
pub struct Person {
    pub cells: Cells,
    pub parents: Option<Vec<i32>>,
    pub childcare: Vec<Cells>,
}

#[derive(Debug, Clone, Default)]
pub struct Household {
    /// As somebody would write it; nothing when it is not known.
    pub gemeente: Option<&'static str>,
    pub household: Cells,
    pub home: Cells,
    pub persons: Vec<Person>,
}

fn cents(euro: i64) -> Cell {
    Cell::Cents(euro * 100)
}

/// A household of the year 2026.
pub fn household(random: &mut Random) -> Household {
    let mut made = Household::default();
    let old = random.chance(26);
    let born = |random: &mut Random, low: i64, high: i64| {
        let year = 2026 - low - random.below(high - low);
        date(year as i16, 1 + random.below(12) as i8, 1 + random.below(28) as i8)
    };
    let age = if old { (66, 92) } else { (22, 66) };
    let adult = |random: &mut Random, role: &'static str, age: (i64, i64)| {
        let mut cells = vec![("rol", Cell::Word(role))];
        let birthday = born(random, age.0, age.1);
        cells.push(("geboortedatum", Cell::Day(birthday)));
        if age.0 >= 66 {
            if random.chance(75) {
                cells.push(("pensioen", cents(500 + random.below(28_000))));
            }
        } else {
            match random.below(100) {
                0..62 => {
                    let wage = 9_000 + random.below(30_000) + random.below(45_000);
                    cells.push(("loon", cents(wage)));
                    cells.push(("uren_per_week", Cell::Cents(2_400 + 100 * random.below(17))));
                    cells.push(("pensioenpremie", cents(wage / 30)));
                }
                62..71 => {
                    cells.push(("winst", cents(random.below(90_000) - 3_000)));
                    cells.push(("urencriterium", Cell::Yes(random.chance(70))));
                }
                71..83 => cells.push(("uitkering", cents(9_000 + random.below(22_000)))),
                83..88 => {
                    cells.push(("student", Cell::Yes(true)));
                    cells.push(("loon", cents(random.below(12_000))));
                }
                _ => {}
            }
        }
        let savings = random.below(20_000) + random.below(4) * random.below(45_000);
        cells.push(("spaargeld", Cell::Cents(savings * 100 + random.below(100))));
        if random.chance(12) {
            cells.push(("overig_vermogen", cents(random.below(150_000))));
        }
        if random.chance(15) {
            cells.push(("schulden", cents(random.below(30_000))));
        }
        if random.chance(2) {
            cells.push(("jonggehandicapt", Cell::Yes(true)));
        }
        cells
    };
    let kind = random.below(100);
    let couple = (40..92).contains(&kind);
    let mut persons = vec![Person { cells: adult(random, "aanvrager", age), ..Person::default() }];
    if couple {
        let Cell::Day(first) = persons[0].cells[1].1 else { unreachable!("a day of birth") };
        let mut cells = adult(random, "partner", age);
        // Partners are of about the same age.
        let year = (first.year() + random.below(9) as i16 - 4).min(2004);
        cells[1].1 = Cell::Day(date(year, 1 + random.below(12) as i8, 9));
        let form =
            random.pick(&["gehuwd", "gehuwd", "gehuwd", "samenlevingscontract", "samenwonend"]);
        cells.push(("samenleving", Cell::Word(form)));
        persons.push(Person { cells, ..Person::default() });
    }
    let children = match (old, kind) {
        (false, 66..92) => random.pick(&[1, 1, 1, 2, 2, 2, 2, 3, 3, 4]),
        (false, 92..98) => random.pick(&[1, 1, 1, 2, 2, 3]),
        _ => 0,
    };
    let mut ages: Vec<i64> = (0..children).map(|_| random.below(21)).collect();
    ages.sort_unstable_by(|one, other| other.cmp(one));
    let parents = if couple && random.chance(6) { Some(vec![0]) } else { None };
    let years = persons.iter().map(|person| match person.cells[1].1 {
        Cell::Day(born) => i64::from(born.year()),
        _ => unreachable!("a day of birth"),
    });
    let youngest = years.max().unwrap();
    for age in ages {
        // Nobody is a parent before 16.
        let age = age.min(2025 - youngest - 16).max(0);
        let mut cells = vec![
            ("rol", Cell::Word("kind")),
            ("geboortedatum", Cell::Day(date((2025 - age) as i16, 1 + random.below(12) as i8, 5))),
        ];
        if age > 15 && random.chance(40) {
            cells.push(("loon", cents(random.below(9_000))));
        }
        if random.chance(30) {
            cells.push(("spaargeld", cents(random.below(4_000))));
        }
        let mut childcare = Vec::new();
        if age < 11 && random.chance(45) {
            let kind = if age < 4 { "dagopvang" } else { "bso" };
            childcare.push(vec![
                ("soort", Cell::Word(kind)),
                ("uren", Cell::Cents(100 * (30 + random.below(180)))),
                ("uurtarief", Cell::Cents(780 + random.below(420))),
            ]);
        }
        persons.push(Person { cells, parents: parents.clone(), childcare });
    }
    if !couple && children == 0 && random.chance(7) {
        let mut cells = adult(random, "medebewoner", (20, 65));
        let kin = random.pick(&["geen", "geen", "broer_zus", "ouder"]);
        cells.push(("verwantschap", Cell::Word(kin)));
        cells.push(("commercieel_contract", Cell::Yes(kin == "geen" && random.chance(50))));
        persons.push(Person { cells, ..Person::default() });
    }
    if random.chance(56) {
        let value = 150_000 + random.below(350_000);
        made.home = vec![("soort", Cell::Word("koopwoning")), ("woz_waarde", cents(value))];
        if random.chance(75) {
            let debt = random.below(value);
            made.home.push(("hypotheekschuld", cents(debt)));
            made.home.push(("hypotheekrente", cents(debt / 40)));
        }
    } else {
        let rent = 35_000 + random.below(65_000);
        made.home = vec![("soort", Cell::Word("huurwoning")), ("kale_huur", Cell::Cents(rent))];
        if random.chance(40) {
            made.home.push(("servicekosten", Cell::Cents(random.below(4_800))));
        }
    }
    made.persons = persons;
    made
}

/// A day as Arrow has it.
fn days(day: Date) -> i32 {
    date(1970, 1, 1).until(day).unwrap().get_days()
}

/// The cells of a field in every row, as an array.
fn array(field: &Field, cells: &[Option<Cell>]) -> ArrayRef {
    match field.kind {
        Kind::Euro(_) | Kind::Hours(_) => {
            let mut builder = Decimal32Builder::new().with_precision_and_scale(9, 2).unwrap();
            cells.iter().for_each(|cell| match cell {
                Some(Cell::Cents(cents)) => builder.append_value(*cents as i32),
                _ => builder.append_null(),
            });
            Arc::new(builder.finish())
        }
        Kind::Whole(_) => {
            let count = |cell: &Option<Cell>| match cell {
                Some(Cell::Count(count)) => Some(*count as i32),
                Some(Cell::Cents(cents)) => Some((cents / 100) as i32),
                _ => None,
            };
            Arc::new(Int32Array::from(cells.iter().map(count).collect::<Vec<_>>()))
        }
        Kind::Boolean => {
            let mut builder = BooleanBuilder::new();
            cells.iter().for_each(|cell| match cell {
                Some(Cell::Yes(yes)) => builder.append_value(*yes),
                _ => builder.append_null(),
            });
            Arc::new(builder.finish())
        }
        Kind::Date => {
            let mut builder = Date32Builder::new();
            cells.iter().for_each(|cell| match cell {
                Some(Cell::Day(day)) => builder.append_value(days(*day)),
                _ => builder.append_null(),
            });
            Arc::new(builder.finish())
        }
        _ => {
            let mut builder = StringDictionaryBuilder::<Int8Type>::new();
            cells.iter().for_each(|cell| match cell {
                Some(Cell::Word(word)) => builder.append_value(word),
                _ => builder.append_null(),
            });
            Arc::new(builder.finish())
        }
    }
}

/// The value of a field in a row, or its default.
pub fn cell(field: &Field, cells: &Cells, rol: Option<&str>) -> Option<Cell> {
    if let Some((_, cell)) = cells.iter().find(|(key, _)| *key == field.key) {
        return Some(cell.clone());
    }
    if let (Some(only), Some(rol)) = (field.only_for, rol)
        && only.key() != rol
    {
        return None;
    }
    use household::FieldValue;
    field.default_value().map(|value| match (value, field.kind) {
        (FieldValue::Number(number), Kind::Whole(_)) => Cell::Count(number.to_i64().unwrap()),
        (FieldValue::Number(number), _) => Cell::Cents(number.to_i64().unwrap() * 100),
        (FieldValue::Boolean(yes), _) => Cell::Yes(yes),
        (FieldValue::Word(word), _) => Cell::Word(word),
        (other, _) => panic!("{other:?}"),
    })
}

pub fn role(person: &Person) -> &'static str {
    match person.cells[0].1 {
        Cell::Word(word) => word,
        _ => panic!("no role"),
    }
}

/// The two tables of these households, numbered from `first`.
pub fn tables(households: &[Household], first: i64) -> (RecordBatch, RecordBatch) {
    let numbers: Vec<i64> = (first..first + households.len() as i64).collect();
    let counts: Vec<i32> = households.iter().map(|it| it.persons.len() as i32).collect();
    let columns = |section: Section, rows: &[(&Cells, Option<&str>)]| -> Vec<ArrayRef> {
        let fields = section.fields().iter().filter(|field| {
            !matches!(
                field.kind,
                Kind::Text | Kind::Names | Kind::Fields(_) | Kind::Group(_) | Kind::Groups(..)
            )
        });
        let column = |field: &Field| {
            let cells: Vec<Option<Cell>> =
                rows.iter().map(|(cells, rol)| cell(field, cells, *rol)).collect();
            array(field, &cells)
        };
        fields.map(column).collect()
    };
    let mut arrays: Vec<ArrayRef> =
        vec![Arc::new(Int64Array::from(numbers.clone())), Arc::new(Int32Array::from(counts))];
    let municipalities: DictionaryArray<Int16Type> =
        households.iter().map(|it| it.gemeente).collect();
    arrays.push(Arc::new(municipalities));
    let own: Vec<_> = households.iter().map(|it| (&it.household, None)).collect();
    let homes: Vec<_> = households.iter().map(|it| (&it.home, None)).collect();
    arrays.extend(columns(Section::Household, &own));
    arrays.extend(columns(Section::Home, &homes));
    let households_table = RecordBatch::try_new(Table::Households.schema(), arrays).unwrap();

    let of: Vec<i64> = numbers
        .iter()
        .zip(households)
        .flat_map(|(&number, it)| std::iter::repeat_n(number, it.persons.len()))
        .collect();
    let persons: Vec<&Person> = households.iter().flat_map(|it| &it.persons).collect();
    let rows: Vec<_> = persons.iter().map(|it| (&it.cells, Some(role(it)))).collect();
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(Int64Array::from(of))];
    arrays.extend(columns(Section::Person, &rows));
    let mut parents = ListBuilder::new(Int32Builder::new())
        .with_field(Column::new_list_field(DataType::Int32, false));
    for person in &persons {
        match &person.parents {
            Some(list) => {
                parents.values().append_slice(list);
                parents.append(true);
            }
            None => parents.append(false),
        }
    }
    arrays.push(Arc::new(parents.finish()));
    arrays.push(childcare(&persons));
    (households_table, RecordBatch::try_new(Table::Persons.schema(), arrays).unwrap())
}

fn childcare(persons: &[&Person]) -> ArrayRef {
    let schema = Table::Persons.schema();
    let (_, column) = schema.column_with_name("opvang").unwrap();
    let DataType::List(item) = column.data_type() else { panic!("no list") };
    let DataType::Struct(fields) = item.data_type() else { panic!("no struct") };
    let fields: Fields = fields.clone();
    let builders: Vec<Box<dyn ArrayBuilder>> = vec![
        Box::new(StringDictionaryBuilder::<Int8Type>::new()),
        Box::new(Decimal32Builder::new().with_precision_and_scale(9, 2).unwrap()),
        Box::new(Decimal32Builder::new().with_precision_and_scale(9, 2).unwrap()),
    ];
    let mut lists = ListBuilder::new(StructBuilder::new(fields, builders)).with_field(item.clone());
    for person in persons {
        for place in &person.childcare {
            let groups = lists.values();
            let fields = Section::Childcare.fields().iter();
            let fields = fields.filter(|field| field.default_value().is_some());
            for (at, field) in fields.enumerate() {
                match cell(field, place, None) {
                    Some(Cell::Word(word)) => groups
                        .field_builder::<StringDictionaryBuilder<Int8Type>>(at)
                        .unwrap()
                        .append_value(word),
                    Some(Cell::Cents(cents)) => groups
                        .field_builder::<Decimal32Builder>(at)
                        .unwrap()
                        .append_value(cents as i32),
                    other => panic!("{other:?}"),
                }
            }
            groups.append(true);
        }
        lists.append(!person.childcare.is_empty());
    }
    Arc::new(lists.finish())
}

/// A household as a household file.
pub fn file(household: &Household, rekendatum: Date) -> String {
    use std::fmt::Write;
    let line = |cells: &Cells| {
        let pairs = cells.iter().map(|(key, cell)| match cell {
            Cell::Cents(cents) if *key == "uren_per_week" => format!("{key}: {}", cents / 100),
            Cell::Cents(cents) => {
                let sign = if *cents < 0 { "-" } else { "" };
                format!("{key}: {sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
            }
            Cell::Count(count) => format!("{key}: {count}"),
            Cell::Yes(yes) => format!("{key}: {yes}"),
            Cell::Day(day) => format!("{key}: {day}"),
            Cell::Word(word) => format!("{key}: {word}"),
        });
        pairs.collect::<Vec<_>>().join(", ")
    };
    let mut text = format!("rekendatum: {rekendatum}\nhuishouden:\n");
    if let Some(gemeente) = household.gemeente {
        writeln!(text, "  gemeente: {gemeente}").unwrap();
    }
    for cell in &household.household {
        writeln!(text, "  {}", line(&vec![cell.clone()])).unwrap();
    }
    write!(text, "  woning: {{{}}}\n  personen:\n", line(&household.home)).unwrap();
    for (at, person) in household.persons.iter().enumerate() {
        write!(text, "    - {{naam: P{at}, {}", line(&person.cells)).unwrap();
        if let Some(parents) = &person.parents {
            let names: Vec<String> = parents.iter().map(|at| format!("P{at}")).collect();
            write!(text, ", ouders: [{}]", names.join(", ")).unwrap();
        }
        if !person.childcare.is_empty() {
            let places: Vec<String> =
                person.childcare.iter().map(|place| format!("{{{}}}", line(place))).collect();
            write!(text, ", opvang: [{}]", places.join(", ")).unwrap();
        }
        text.push_str("}\n");
    }
    text
}
