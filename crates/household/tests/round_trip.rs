//! Any household that can be written, is read as it was written; any text at all is read or
//! refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use std::fmt::Write;

use household::fields::{Absent, Kind, Target};
use household::file::Origin;
use household::{Field, FieldValue, HouseholdFile, Role, Section, Values};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::Union;
use regelspraak::number::Number;

/// What a field holds, and how it is written.
type Written = (&'static Field, FieldValue, String);

/// A number with up to two decimals within the range of a field, written in one of the ways.
fn number(field: &Field) -> BoxedStrategy<(FieldValue, String)> {
    let (lowest, highest) = field.range().unwrap();
    let scale = if field.decimals() == Some(0) { 1 } else { 100 };
    let range = lowest * scale..=highest * scale;
    let mark = select(vec![".", ","]);
    let quote = select(vec!["", "'", "\""]);
    (range, mark, quote)
        .prop_map(move |(units, mark, quote)| {
            let value = Number::from(units).checked_div(&Number::from(scale)).unwrap();
            // In a flow list a comma without quotes would end the value.
            let (mark, quote) = if quote.is_empty() { (".", "") } else { (mark, quote) };
            let text = value.to_decimal_string().unwrap().replace('.', mark);
            (FieldValue::Number(value), format!("{quote}{text}{quote}"))
        })
        .boxed()
}

fn value(field: &'static Field) -> BoxedStrategy<(FieldValue, String)> {
    match field.kind {
        Kind::Euro(_) | Kind::Whole(_) | Kind::Hours(_) => number(field),
        Kind::Boolean => {
            select(vec![(true, "true"), (true, "ja"), (false, "false"), (false, "Nee")])
                .prop_map(|(value, text)| (FieldValue::Boolean(value), text.to_string()))
                .boxed()
        }
        Kind::Choice(words) => {
            select(words).prop_map(|word| (FieldValue::Word(word), word.to_string())).boxed()
        }
        _ => unreachable!("{} is written by hand", field.key),
    }
}

/// Some of the fields of a section that hold a value of their own.
fn some_fields(section: Section, role: Option<Role>) -> BoxedStrategy<Vec<Written>> {
    let own = |field: &&Field| {
        let value = !matches!(field.absent, Absent::Required | Absent::Nothing);
        value && role.is_none_or(|role| field.is_for(role))
    };
    let field = |field: &'static Field| {
        let written = value(field).prop_map(move |(value, text)| (field, value, text));
        proptest::option::of(written)
    };
    let fields: Vec<_> = section.fields().iter().filter(own).map(field).collect();
    fields.prop_map(|fields| believable(fields.into_iter().flatten().collect())).boxed()
}

/// The fields without a pension premium that is higher than the wage.
fn believable(mut fields: Vec<Written>) -> Vec<Written> {
    let number = |fields: &[Written], key: &str| {
        let value = fields.iter().find(|(field, ..)| field.key == key).map(|(_, value, _)| value);
        match value {
            Some(FieldValue::Number(number)) => number.clone(),
            _ => Number::ZERO,
        }
    };
    if number(&fields, "pensioenpremie") > number(&fields, "loon") {
        fields.retain(|(field, ..)| field.key != "pensioenpremie");
    }
    fields
}

/// A person after the first: role, day of birth, fields, and a choice of parents. A medebewoner was
/// 18 on 1 January 2026, since a younger child of the aanvrager has the role kind.
fn person() -> impl Strategy<Value = (Role, Date, Vec<Written>, Option<Vec<Index>>)> {
    let role = |role| {
        let fields = some_fields(Section::Person, Some(role));
        let (first, days) = match role {
            Role::Medebewoner => (date(1993, 1, 1), 5_478),
            _ => (date(2005, 1, 1), 6_000),
        };
        (
            Just(role),
            (0..=days).prop_map(move |days| first + jiff::Span::new().days(days)),
            fields,
            proptest::option::of(prop::collection::vec(any::<Index>(), 0..3)),
        )
    };
    Union::new([Role::Kind, Role::Medebewoner].map(|r| role(r).boxed()))
}

fn write_fields(text: &mut String, indent: &str, fields: &[Written]) {
    for (field, _, value) in fields {
        writeln!(text, "{indent}{}: {value}", field.key).unwrap();
    }
}

/// The fields that were written have their values, the others their defaults.
fn check(section: Section, role: Option<Role>, values: &Values, written: &[Written]) {
    for field in section.fields() {
        let given = written.iter().find(|(known, ..)| known.key == field.key);
        let expected = match given {
            Some((_, value, _)) => Some(value.clone()),
            None if role.is_some_and(|role| !field.is_for(role)) => None,
            None => field.default_value(),
        };
        assert_eq!(values.get(field.key), expected.as_ref(), "{}", field.key);
        let is_given = values.origin(field.key) == Some(Origin::Given);
        assert_eq!(is_given, given.is_some(), "{}", field.key);
        let has_value = values.get(field.key).is_some();
        assert!(!has_value || field.target != Target::Structure, "{}", field.key);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_valid_household_is_read_as_written(
        household in some_fields(Section::Household, None),
        home in some_fields(Section::Home, None),
        childcare in some_fields(Section::Childcare, None),
        first in some_fields(Section::Person, Some(Role::Aanvrager)),
        partner in proptest::option::of(some_fields(Section::Person, Some(Role::Partner))),
        others in prop::collection::vec(person(), 0..5),
    ) {
        let mut text = String::from("rekendatum: 2026-01-15\nhuishouden:\n");
        write_fields(&mut text, "  ", &household);
        if !home.is_empty() {
            text.push_str("  woning:\n");
            write_fields(&mut text, "    ", &home);
        }
        text.push_str("  personen:\n    - rol: aanvrager\n      geboortedatum: 1980-02-29\n");
        write_fields(&mut text, "      ", &first);
        if let Some(partner) = &partner {
            text.push_str("    - {rol: partner, geboortedatum: \"1981-12-31\"");
            for (field, _, value) in partner {
                write!(text, ", {}: {value}", field.key).unwrap();
            }
            text.push_str("}\n");
        }
        let adults = 1 + usize::from(partner.is_some());
        let mut parents = Vec::new();
        for (position, (role, born, fields, chosen)) in others.iter().enumerate() {
            let rol = role.key();
            writeln!(text, "    - naam: P{position}\n      rol: {rol}\n      geboortedatum: {born}").unwrap();
            write_fields(&mut text, "      ", fields);
            let mut named: Vec<usize> =
                chosen.iter().flatten().map(|index| index.index(adults)).collect();
            named.sort();
            named.dedup();
            if chosen.is_some() {
                let names: Vec<_> = named.iter().map(|&i| ["aanvrager", "Partner"][i]).collect();
                writeln!(text, "      ouders: [{}]", names.join(", ")).unwrap();
            } else if *role == Role::Kind {
                named = (0..adults).collect();
            }
            parents.push(named);
            if *role == Role::Kind {
                text.push_str("      opvang:\n        - soort: dagopvang\n");
                let rest: Vec<_> =
                    childcare.iter().filter(|(field, ..)| field.key != "soort").cloned().collect();
                write_fields(&mut text, "          ", &rest);
            }
        }

        let read = HouseholdFile::read(&text, "f").map_err(|errors| {
            TestCaseError::fail(format!("{text}\n{errors:#?}"))
        })?;
        check(Section::Household, None, &read.huishouden, &household);
        check(Section::Home, None, &read.woning, &home);
        prop_assert_eq!(read.personen.len(), adults + others.len());
        check(Section::Person, Some(Role::Aanvrager), &read.personen[0].values, &first);
        if let Some(partner) = &partner {
            check(Section::Person, Some(Role::Partner), &read.personen[1].values, partner);
        }
        for (position, (role, _, fields, _)) in others.iter().enumerate() {
            let person = &read.personen[adults + position];
            check(Section::Person, Some(*role), &person.values, fields);
            prop_assert_eq!(&person.ouders, &parents[position]);
            prop_assert_eq!(person.opvang.len(), usize::from(*role == Role::Kind));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Err(errors) = HouseholdFile::read(&text, "f") {
            prop_assert!(!errors.is_empty());
        }
    }

    /// A good file with a piece cut out and something else put in.
    #[test]
    fn a_damaged_household_is_read_or_refused(
        start in any::<Index>(),
        length in 0..40usize,
        piece in "[-\\[\\]{}:,'\"& \\n\\t#0-9a-z]{0,12}",
    ) {
        let family = include_str!("data/gezin.yaml");
        let start = start.index(family.len());
        let end = (start + length).min(family.len());
        let damaged = format!("{}{piece}{}", &family[..start], &family[end..]);
        if let Err(errors) = HouseholdFile::read(&damaged, "f") {
            prop_assert!(!errors.is_empty());
        }
    }
}
