//! Exact numbers: rationals that hold small values inline and grow when they must.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use dashu_int::ops::BitTest;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde::{Deserialize, Serialize};

/// An exact rational number. No operation on it loses precision; only [`Number::round`] and
/// [`Number::root`] change a value, in the way their caller asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number(RBig);

/// The five ways of rounding of RegelSpraak 2.3, section 6.1.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoundingMode {
    /// `naar beneden`: towards minus infinity.
    Down,
    /// `naar boven`: towards plus infinity.
    Up,
    /// `rekenkundig`: to the nearest, halves away from zero.
    HalfAwayFromZero,
    /// `richting nul`.
    TowardsZero,
    /// `weg van nul`.
    AwayFromZero,
}

/// The largest exponent `tot de macht` accepts, in either direction; the result would otherwise
/// grow beyond what a machine can hold.
pub const MAX_EXPONENT: u64 = 1_000;

/// The most bits that the numerator or denominator of a result may take, some 39,000 digits; no
/// law comes near it, and rules that multiply their own results would otherwise never end.
pub const MAX_BITS: usize = 1 << 17;

impl Number {
    /// Zero.
    pub const ZERO: Number = Number(RBig::ZERO);
    /// One.
    pub const ONE: Number = Number(RBig::ONE);

    /// Reads a number as people and files write it: `12`, `-3,50`, `3.50`, `1/3` or `1_1/2`.
    /// Both a comma and a point are a decimal mark; grouping marks are not accepted.
    pub fn parse(text: &str) -> Option<Number> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let value = match digits.split_once('/') {
            Some((left, denominator)) => Self::parse_fraction(left, denominator)?,
            None => Self::parse_decimal(digits)?,
        };
        Some(if negative { -value } else { value })
    }

    fn parse_fraction(left: &str, denominator: &str) -> Option<Number> {
        let denominator = parse_digits(denominator)?;
        if denominator == UBig::ZERO {
            return None;
        }
        let (whole, numerator) = match left.split_once('_') {
            Some((whole, numerator)) => (parse_digits(whole)?, parse_digits(numerator)?),
            None => (UBig::ZERO, parse_digits(left)?),
        };
        let numerator = IBig::from(whole * &denominator + numerator);
        Some(Number(RBig::from_parts(numerator, denominator)))
    }

    fn parse_decimal(text: &str) -> Option<Number> {
        let (whole, decimals) = match text.split_once([',', '.']) {
            Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
            Some(_) => return None,
            None => (text, ""),
        };
        if whole.is_empty() || text.len() > 400 {
            return None;
        }
        let digits = parse_digits(&format!("{whole}{decimals}"))?;
        Some(Number(RBig::from_parts(IBig::from(digits), ten_to(decimals.len()))))
    }

    /// The quotient, or nothing when `divisor` is zero.
    pub fn checked_div(&self, divisor: &Number) -> Option<Number> {
        if divisor.is_zero() { None } else { Some(Number(&self.0 / &divisor.0)) }
    }

    /// Rounds to `decimals` decimals (section 6.1.3); a negative count rounds to tens and up.
    pub fn round(&self, mode: RoundingMode, decimals: i32) -> Number {
        let scale = RBig::from(ten_to(decimals.unsigned_abs() as usize));
        let scaled = if decimals >= 0 { &self.0 * &scale } else { &self.0 / &scale };
        let rounded = match mode {
            RoundingMode::Down => scaled.floor(),
            RoundingMode::Up => scaled.ceil(),
            RoundingMode::TowardsZero => scaled.trunc(),
            RoundingMode::AwayFromZero if self.is_negative() => scaled.floor(),
            RoundingMode::AwayFromZero => scaled.ceil(),
            RoundingMode::HalfAwayFromZero => {
                let half = RBig::from_parts(IBig::ONE, UBig::from(2u8));
                if self.is_negative() { (scaled - half).ceil() } else { (scaled + half).floor() }
            }
        };
        let rounded = RBig::from(rounded);
        Number(if decimals >= 0 { rounded / scale } else { rounded * scale })
    }

    /// The square root rounded to `decimals` decimals, or nothing for a negative number. The
    /// rounding is exact: it is decided on integers, never on a floating-point estimate.
    pub fn root(&self, mode: RoundingMode, decimals: u32) -> Option<Number> {
        if self.is_negative() {
            return None;
        }
        let scale = ten_to(decimals as usize);
        let square = &self.0 * RBig::from(&scale * &scale);
        let floor = IBig::from(sqrt_floor(&UBig::try_from(square.floor()).ok()?));
        let exact = RBig::from(&floor * &floor) == square;
        let half = RBig::from_parts(&floor * IBig::from(2u8) + IBig::ONE, UBig::from(2u8));
        let rounded = match mode {
            _ if exact => floor,
            RoundingMode::Down | RoundingMode::TowardsZero => floor,
            RoundingMode::Up | RoundingMode::AwayFromZero => floor + IBig::ONE,
            RoundingMode::HalfAwayFromZero if &half * &half <= square => floor + IBig::ONE,
            RoundingMode::HalfAwayFromZero => floor,
        };
        Some(Number(RBig::from_parts(rounded, scale)))
    }

    /// Whether the number takes more than [`MAX_BITS`].
    pub fn is_too_large(&self) -> bool {
        self.bits() > MAX_BITS
    }

    fn bits(&self) -> usize {
        self.0.numerator().bit_len().max(self.0.denominator().bit_len())
    }

    /// The number to a whole power of at most [`MAX_EXPONENT`] in size; nothing when the exponent
    /// is no whole number or is larger, when zero is raised to a negative power, or when the
    /// result could take more than [`MAX_BITS`].
    pub fn power(&self, exponent: &Number) -> Option<Number> {
        let exponent = exponent.to_i64()?;
        if exponent.unsigned_abs() > MAX_EXPONENT || (exponent < 0 && self.is_zero()) {
            return None;
        }
        let times = exponent.unsigned_abs() as usize;
        if self.bits() * times > MAX_BITS {
            return None;
        }
        let raised = Number(self.0.pow(times as isize));
        if exponent < 0 { Number::ONE.checked_div(&raised) } else { Some(raised) }
    }

    /// The absolute value.
    pub fn abs(&self) -> Number {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// Whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        self.0 < RBig::ZERO
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0 == RBig::ZERO
    }

    /// The number as a 64-bit integer, if it is whole and fits.
    pub fn to_i64(&self) -> Option<i64> {
        if self.0.denominator() == &UBig::ONE { self.0.numerator().try_into().ok() } else { None }
    }

    /// Numerator and denominator in lowest terms, if both fit.
    pub fn fraction(&self) -> Option<(i64, u64)> {
        let numerator = self.0.numerator().try_into().ok()?;
        Some((numerator, self.0.denominator().try_into().ok()?))
    }

    /// The nearest 64-bit float, for vectors and charts; never for a decision on a cent.
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64_fast()
    }

    /// How many decimals the number needs, or nothing when its decimals never end (1/3).
    pub fn decimals(&self) -> Option<u32> {
        let denominator = self.0.denominator();
        let twos = denominator.trailing_zeros().unwrap_or(0);
        let mut rest = denominator >> twos;
        // Fives by 5, 25, 625 and so on, the largest first: few divisions, however many fives.
        let mut powers = vec![UBig::from(5u8)];
        while let Some(next) = powers.last().map(|last| last * last).filter(|next| *next <= rest) {
            powers.push(next);
        }
        let mut fives = 0;
        for (level, power) in powers.iter().enumerate().rev() {
            if &rest % power == UBig::ZERO {
                rest = &rest / power;
                fives += 1 << level;
            }
        }
        (rest == UBig::ONE).then_some(u32::try_from(twos).ok()?.max(fives))
    }

    /// The number with a decimal point and exactly the decimals it needs, or nothing when they
    /// never end.
    pub fn to_decimal_string(&self) -> Option<String> {
        let decimals = self.decimals()? as usize;
        let scaled = (&self.0 * RBig::from(ten_to(decimals))).numerator().clone();
        let sign = if scaled < IBig::ZERO { "-" } else { "" };
        let digits = scaled.to_string();
        let digits = digits.trim_start_matches('-');
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, fraction) = padded.split_at(padded.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        Some(format!("{sign}{whole}{point}{fraction}"))
    }
}

/// As RegelSpraak shows it: a decimal comma, no trailing zeros, and a mixed fraction (`2 1/11`)
/// when the decimals never end (section 6.5).
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = self.to_decimal_string() {
            return f.write_str(&text.replace('.', ","));
        }
        let whole = self.0.trunc();
        let rest = &self.0 - RBig::from(whole.clone());
        if whole == IBig::ZERO {
            write!(f, "{}/{}", rest.numerator(), rest.denominator())
        } else {
            let rest = Number(rest).abs().0;
            write!(f, "{whole} {}/{}", rest.numerator(), rest.denominator())
        }
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Number(RBig::from(value))
    }
}

impl Add for &Number {
    type Output = Number;
    fn add(self, other: &Number) -> Number {
        Number(&self.0 + &other.0)
    }
}

impl Sub for &Number {
    type Output = Number;
    fn sub(self, other: &Number) -> Number {
        Number(&self.0 - &other.0)
    }
}

impl Mul for &Number {
    type Output = Number;
    fn mul(self, other: &Number) -> Number {
        Number(&self.0 * &other.0)
    }
}

impl Neg for Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number(-self.0)
    }
}

fn ten_to(exponent: usize) -> UBig {
    UBig::from(10u8).pow(exponent)
}

fn parse_digits(text: &str) -> Option<UBig> {
    let digits = !text.is_empty() && text.len() <= 400 && text.bytes().all(|b| b.is_ascii_digit());
    if digits { UBig::from_str_radix(text, 10).ok() } else { None }
}

/// The largest whole number whose square is at most `value` (Newton's method).
fn sqrt_floor(value: &UBig) -> UBig {
    if *value < UBig::from(2u8) {
        return value.clone();
    }
    let mut guess = UBig::ONE << (value.to_string().len() * 2);
    loop {
        let next: UBig = (&guess + value / &guess) >> 1;
        if next.cmp(&guess) != Ordering::Less {
            return guess;
        }
        guess = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn reads_what_people_write_and_nothing_else() {
        assert_eq!(n("12,50"), n("25/2"));
        assert_eq!(n("-0.5"), n("-1/2"));
        assert_eq!(n("1_1/2"), n("1,5"));
        for wrong in ["", "-", "1,", ",5", "1.000,00", "1e3", "1/0", "--1", "a", "1/ 2", "٣"] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn shows_decimals_or_a_mixed_fraction() {
        assert_eq!(n("1,50").to_string(), "1,5");
        assert_eq!(n("-0,05").to_string(), "-0,05");
        assert_eq!(n("23/11").to_string(), "2 1/11");
        assert_eq!(n("-1/3").to_string(), "-1/3");
        assert_eq!(n("-4/3").to_string(), "-1 1/3");
    }

    /// Own figures for the five methods of section 6.1.3, worked out by hand.
    #[test]
    fn rounds_in_five_ways() {
        use RoundingMode::*;
        let table = [
            ("7,125", 2, ["7,12", "7,13", "7,13", "7,12", "7,13"]),
            ("-7,125", 2, ["-7,13", "-7,12", "-7,13", "-7,12", "-7,13"]),
            ("7,121", 2, ["7,12", "7,13", "7,12", "7,12", "7,13"]),
            ("-7,129", 2, ["-7,13", "-7,12", "-7,13", "-7,12", "-7,13"]),
            ("2/3", 1, ["0,6", "0,7", "0,7", "0,6", "0,7"]),
            ("-2/3", 0, ["-1", "0", "-1", "0", "-1"]),
            ("5", 0, ["5", "5", "5", "5", "5"]),
            ("1250", -2, ["1200", "1300", "1300", "1200", "1300"]),
        ];
        for (value, decimals, expected) in table {
            let modes = [Down, Up, HalfAwayFromZero, TowardsZero, AwayFromZero];
            for (mode, expected) in modes.into_iter().zip(expected) {
                assert_eq!(n(value).round(mode, decimals), n(expected), "{value} {mode:?}");
            }
        }
    }

    #[test]
    fn roots_are_rounded_exactly() {
        assert_eq!(n("2").root(RoundingMode::Down, 4), Some(n("1,4142")));
        assert_eq!(n("2").root(RoundingMode::Up, 4), Some(n("1,4143")));
        assert_eq!(n("6,25").root(RoundingMode::HalfAwayFromZero, 0), Some(n("3")));
        assert_eq!(n("144").root(RoundingMode::Up, 0), Some(n("12")));
        assert_eq!(n("0").root(RoundingMode::Up, 2), Some(n("0")));
        assert_eq!(n("-1").root(RoundingMode::Up, 2), None);
    }

    #[test]
    fn powers_have_limits() {
        assert_eq!(n("1,5").power(&n("2")), Some(n("2,25")));
        assert_eq!(n("2").power(&n("-2")), Some(n("1/4")));
        assert_eq!(n("0").power(&n("-1")), None);
        assert_eq!(n("2").power(&n("100000")), None);
        assert_eq!(n("2").power(&n("1/2")), None);
        assert_eq!(n("2").power(&Number::from(i64::MIN)), None);
        let large = n("2").power(&n("1000"));
        assert_eq!(large.and_then(|large| large.power(&n("1000"))), None);
    }

    #[test]
    fn counts_decimals() {
        assert_eq!(n("1,250").decimals(), Some(2));
        assert_eq!(n("1/3").decimals(), None);
        assert_eq!(n("7").decimals(), Some(0));
        assert_eq!(n("1/35").decimals(), None);
        for count in [1, 2, 3, 4, 7, 8, 31, 100, 398] {
            let small = n(&format!("0,{:0>count$}", 1));
            assert_eq!(small.decimals(), Some(count as u32));
            let fives = n("1/5").power(&Number::from(count as i64));
            assert_eq!(fives.and_then(|it| it.decimals()), Some(count as u32));
        }
    }

    #[test]
    fn counts_as_many_decimals_as_there_can_be_at_once() {
        let tiny = n("1/2").power(&n("1000"));
        let tiny = (0..7).fold(tiny, |tiny, _| tiny.map(|tiny| &tiny * &tiny));
        let start = std::time::Instant::now();
        for _ in 0..20 {
            assert_eq!(tiny.as_ref().and_then(Number::decimals), Some(128_000));
        }
        assert!(start.elapsed().as_secs() < 5);
    }
}
