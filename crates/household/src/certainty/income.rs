//! Which income it is about.

use engine::language::Text;
use regelspraak::number::{Number, RoundingMode};

use crate::fields::{MOST_EURO, Section};
use crate::file::Person;

/// A kind of income, and how much of it there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Income {
    /// The field in the household file, and the attribuut of a Persoon.
    pub field: &'static str,
    /// Its name for a reader, with its article.
    pub name: Text,
    /// How much, in euro a year; below 0 for a loss.
    pub now: Number,
}

/// The kinds of income, the one that is looked at first in front.
const KINDS: [(&str, Text); 4] = [
    ("loon", Text::fixed("het loon", "the wage")),
    ("uitkering", Text::fixed("de uitkering", "the benefit")),
    ("pensioen", Text::fixed("het pensioen", "the pension")),
    ("winst", Text::fixed("de winst", "the profit")),
];
/// So much above the present income and above 0 is looked for changes at least, in cents: above it no
/// toeslag moves any more.
const FAR: i64 = 250_000 * 100;
/// So far below 0 a loss is followed, in cents.
const LOSS: i64 = 50_000 * 100;

impl Income {
    /// The incomes of a person, the one to vary in front: the first of wage, benefit, pension and profit
    /// that there is, or else a wage of 0.
    pub(super) fn all_of(person: &Person) -> (Income, Vec<Income>) {
        let [wage, ..] = KINDS;
        let income = |(field, name): (&'static str, Text)| {
            let now = person.values.number(field);
            Income { field, name, now }
        };
        let mut all = KINDS.map(income).into_iter().filter(|it| !it.now.is_zero());
        match all.next() {
            Some(first) => (first, all.collect()),
            None => (income(wage), Vec::new()),
        }
    }

    /// How much, in cents.
    pub(super) fn cents(&self) -> i64 {
        cents(&self.now)
    }

    /// The least and the most it is followed to, in cents.
    pub(super) fn range(&self) -> [i64; 2] {
        let now = self.cents();
        let negative = Section::Person.field(self.field).is_some_and(|field| field.negative);
        let least = if negative { now.min(0) - LOSS } else { 0 };
        let most = MOST_EURO * 100;
        [least.max(-most), FAR.max(2 * now).min(most)]
    }

    /// The income with a percentage more, in whole cents.
    pub(super) fn with(&self, percentage: &Number) -> i64 {
        let share = percentage.checked_div(&Number::from(100)).unwrap_or(Number::ZERO);
        cents(&(&self.now + &(&self.now * &share)))
    }
}

/// An amount in whole cents, a half away from 0.
pub(super) fn cents(euro: &Number) -> i64 {
    let cents = &(euro * &Number::from(100)).round(RoundingMode::HalfAwayFromZero, 0);
    cents.to_i64().unwrap_or(i64::MAX)
}
