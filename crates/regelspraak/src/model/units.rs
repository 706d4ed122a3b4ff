//! Units and unit systems (section 3.7).

use serde::{Deserialize, Serialize};

use super::{Name, same_name};
use crate::number::Number;

/// A basiseenheid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BaseUnitId(pub u16);

/// A product of powers of basiseenheden: `€/mnd`, `m/s^(2)`, or nothing at all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// Basiseenheid and power; sorted, no power zero.
    powers: Vec<(BaseUnitId, i8)>,
}

impl Unit {
    /// No unit.
    pub const NONE: Unit = Unit { powers: Vec::new() };

    /// One basiseenheid.
    pub fn base(unit: BaseUnitId) -> Unit {
        Unit { powers: vec![(unit, 1)] }
    }

    /// `%`.
    pub fn percent() -> Unit {
        Unit::base(PERCENT)
    }

    /// Whether there is no unit.
    pub fn is_none(&self) -> bool {
        self.powers.is_empty()
    }

    /// Whether the unit is `%` or `%` per something.
    pub fn is_percent(&self) -> bool {
        self.powers.contains(&(PERCENT, 1))
    }

    /// The basiseenheden and their powers.
    pub fn powers(&self) -> &[(BaseUnitId, i8)] {
        &self.powers
    }

    /// The product with `other` to the power `sign` (1: times, -1: per). Equal basiseenheden
    /// cancel. Nothing when a power grows beyond 100.
    pub fn times(&self, other: &Unit, sign: i8) -> Option<Unit> {
        let mut powers = self.powers.clone();
        for &(unit, power) in &other.powers {
            let power = power.checked_mul(sign)?;
            match powers.iter_mut().find(|(existing, _)| *existing == unit) {
                Some((_, existing)) => {
                    *existing = existing.checked_add(power).filter(|p| p.unsigned_abs() <= 100)?;
                }
                None => powers.push((unit, power)),
            }
        }
        powers.retain(|(_, power)| *power != 0);
        powers.sort();
        Some(Unit { powers })
    }
}

/// The unit `%`, which every model has.
pub const PERCENT: BaseUnitId = BaseUnitId(0);

/// A unit of time, as date arithmetic needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TimeUnit {
    /// `ms`
    Millisecond,
    /// `s`
    Second,
    /// `minuut`
    Minute,
    /// `u`
    Hour,
    /// `dg`
    Day,
    /// `wk`
    Week,
    /// `mnd`
    Month,
    /// `kw`
    Quarter,
    /// `jr`
    Year,
}

/// A basiseenheid with the way to convert it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaseUnit {
    /// Its name: `de euro (mv: euros)`.
    pub name: Name,
    /// Abbreviation and symbols: `EUR`, `€`. The last is the one shown.
    pub symbols: Vec<String>,
    /// The basiseenheid all convertible ones are expressed in; itself when it is the first.
    pub root: BaseUnitId,
    /// How many of the root one of these is.
    pub factor: Number,
    /// Its meaning for dates, if it belongs to the unit system Tijd.
    pub time: Option<TimeUnit>,
}

/// All basiseenheden of a model.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Units {
    /// The basiseenheden; the first is `%`.
    pub base: Vec<BaseUnit>,
}

impl Units {
    /// The basiseenheid.
    pub fn get(&self, id: BaseUnitId) -> &BaseUnit {
        &self.base[usize::from(id.0)]
    }

    /// The basiseenheid with this symbol, as written, or with this name or plural in any case.
    pub fn find(&self, text: &str) -> Option<BaseUnitId> {
        let symbol = |unit: &BaseUnit| unit.symbols.iter().any(|symbol| symbol == text);
        let named = |unit: &BaseUnit| {
            let plural = unit.name.plural.as_deref();
            same_name(&unit.name.singular, text)
                || plural.is_some_and(|plural| same_name(plural, text))
        };
        let found = self.base.iter().position(symbol).or(self.base.iter().position(named))?;
        u16::try_from(found).ok().map(BaseUnitId)
    }

    /// By what to multiply a number in `from` to get it in `to`; nothing when the units cannot
    /// be converted into each other.
    pub fn factor(&self, from: &Unit, to: &Unit) -> Option<Number> {
        let mut ratio = Number::ONE;
        let mut dimensions: Vec<(BaseUnitId, i32)> = Vec::new();
        for (unit, sign) in [(from, 1), (to, -1)] {
            for &(base, power) in &unit.powers {
                let base = self.get(base);
                let power = i32::from(power) * sign;
                ratio = &ratio * &base.factor.power(&Number::from(i64::from(power)))?;
                match dimensions.iter_mut().find(|(root, _)| *root == base.root) {
                    Some((_, total)) => *total += power,
                    None => dimensions.push((base.root, power)),
                }
            }
        }
        dimensions.iter().all(|(_, power)| *power == 0).then_some(ratio)
    }

    /// The unit as a reader sees it: `€/mnd`, `1/€`; empty when there is none.
    pub fn display(&self, unit: &Unit) -> String {
        let side = |sign: i8| {
            let shown: Vec<String> = unit
                .powers
                .iter()
                .filter(|(_, power)| power.signum() == sign)
                .map(|&(base, power)| {
                    let symbol = self.get(base).symbols.last().map_or("?", String::as_str);
                    match power.unsigned_abs() {
                        1 => symbol.to_string(),
                        power => format!("{symbol}^({power})"),
                    }
                })
                .collect();
            shown.join(" ")
        };
        match (side(1), side(-1)) {
            (over, under) if under.is_empty() => over,
            (over, under) if over.is_empty() => format!("1/{under}"),
            (over, under) => format!("{over}/{under}"),
        }
    }

    /// The one unit of time `unit` consists of, if it is one.
    pub fn time(&self, unit: &Unit) -> Option<TimeUnit> {
        match unit.powers[..] {
            [(base, 1)] => self.get(base).time,
            _ => None,
        }
    }
}
