//! What the parts of a text are made with: choices from the bytes, and what can be named.

use jiff::civil::Date;
use libfuzzer_sys::arbitrary::Unstructured;

use crate::declarations::{Declared, Kind};

/// Writes a model. When the bytes run out, every choice is the first, which never goes deeper.
pub struct Writer<'a> {
    bytes: Unstructured<'a>,
    /// Whether numbers may be so large, so small or so close together that floats lose them.
    pub wild: bool,
    /// What is declared.
    pub declared: Declared,
    /// How many more parts the rule at hand may have.
    pub fuel: u32,
}

/// What a sentence can name.
#[derive(Clone, Default)]
pub struct Scope {
    /// Instances: how they are called, and the place of their objecttype.
    pub subjects: Vec<(String, usize)>,
    /// Whether `hij` and `zijn` refer to the last of them.
    pub animate: bool,
    pub variables: Vec<(String, Kind)>,
    /// How many bullets a list here has, less one.
    pub level: usize,
    /// Properties of a lower rank may be read, so that rules do not go in a circle.
    pub rank: usize,
}

/// The two forms of a condition.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Question,
    Statement,
}

impl<'a> Writer<'a> {
    pub fn new(mut bytes: Unstructured<'a>) -> Writer<'a> {
        let wild = bytes.int_in_range(0..=2).is_ok_and(|one| one == 2);
        Writer { bytes, wild, declared: Declared::default(), fuel: 0 }
    }

    /// A whole number below `count`.
    pub fn pick(&mut self, count: usize) -> usize {
        self.bytes.int_in_range(0..=count.saturating_sub(1)).unwrap_or(0)
    }

    /// One of these.
    pub fn one<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.pick(list.len())]
    }

    /// Once in so many times; never when the bytes have run out.
    pub fn chance(&mut self, one_in: usize) -> bool {
        self.pick(one_in) == one_in - 1
    }

    /// Whether a part may have parts of its own.
    pub fn goes_deeper(&mut self) -> bool {
        self.fuel = self.fuel.saturating_sub(1);
        self.fuel > 0
    }

    /// A day, now and then at an end of the calendar.
    pub fn date(&mut self) -> Date {
        if self.chance(12) {
            return *self.one(&[&Date::MIN, &Date::MAX, &jiff::civil::date(1, 1, 1)]);
        }
        let (year, month, day) = (1990 + self.pick(60), 1 + self.pick(12), 1 + self.pick(31));
        let day = day.min([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]);
        let date = Date::new(year as i16, month as i8, day as i8);
        date.unwrap_or(jiff::civil::date(year as i16, 2, 28))
    }

    /// A number as written, without a unit.
    pub fn digits(&mut self) -> String {
        if self.wild {
            let far = [
                "0",
                "1",
                "-1",
                "2",
                "0,01",
                "-0,5",
                "1/3",
                "2_1/7",
                "1000",
                "0,0000000001",
                "99999999999999999999",
                "-9223372036854775808",
                "-768614336404564651",
            ];
            return self.one(&far).to_string();
        }
        let whole = self.pick(30) as i32 - 6;
        let part = self.one(&["", "", ",5", ",25"]);
        format!("{whole}{part}")
    }
}
