//! Policy of municipalities as data: which schemes there are (`regelingen.yaml`), and what each
//! municipality has laid down (`gemeente.yaml`), by date and with its source.
//!
//! The values of a scheme are the attributen and kenmerken of the objecttype Gemeente whose name
//! ends in the name of the scheme: `inkomensgrens individuele inkomenstoeslag`. A file names them
//! without that ending. What no file says is leeg.

mod check;
mod read;

use engine::data::{Data, DataError, InstanceId};
use engine::language::Text;
use jiff::civil::Date;
use regelspraak::model::{Model, ObjectTypeId, Property, Value};
use serde::{Deserialize, Serialize};

use crate::parameters::Confidence;
use crate::periods::Days;

/// All schemes, and the packages of the municipalities.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PolicySet {
    schemes: Vec<Scheme>,
    packages: Vec<Package>,
}

/// A kind of scheme that municipalities have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scheme {
    /// Its name: `individuele inkomenstoeslag`.
    pub name: String,
    /// What it is; in Dutch only when the file says no English.
    pub meaning: Text,
    /// The values it has, in the order of the model.
    pub values: Vec<SchemeValue>,
}

/// A value of a scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchemeValue {
    /// The attribuut or kenmerk of Gemeente.
    pub property: Property,
    /// The name of it without that of the scheme.
    pub name: String,
}

/// What a municipality has laid down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Package {
    /// The name of the municipality.
    pub name: String,
    /// Its code.
    pub code: String,
    /// The file it stands in.
    pub file: String,
    /// Where the name and the code stand in it: line and column.
    pub places: [(u32, u32); 2],
    /// Its schemes, in the order of the file.
    pub schemes: Vec<LocalScheme>,
}

/// A scheme as a municipality has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalScheme {
    /// The position of the scheme in [`PolicySet::schemes`].
    pub scheme: usize,
    /// What the municipality calls it.
    pub called: Option<String>,
    /// Where to apply for it.
    pub apply: Option<String>,
    /// By date, without overlap or holes.
    pub periods: Vec<LocalPeriod>,
}

/// A scheme of a municipality in a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalPeriod {
    /// First day.
    pub from: Date,
    /// Last day, or nothing when it holds until it is changed.
    pub until: Option<Date>,
    /// What is laid down, or why that is not known.
    pub stated: Result<LaidDown, Text>,
    /// What a reader must know besides.
    pub remark: Option<Text>,
    /// The line it starts on.
    pub line: u32,
}

/// What a municipality has laid down for a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaidDown {
    /// The values, in the order of the file; a kenmerk is a boolean.
    pub values: Vec<(Property, Value)>,
    /// Publication.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// How it was derived, for what is derived.
    pub derived: Option<String>,
}

/// What is known of a scheme of a municipality on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known<'p> {
    /// There is no package of the municipality.
    NoPackage,
    /// Its package does not name the scheme.
    NoScheme,
    /// Nothing is said about the day.
    NotThen,
    /// It is said why it is not known.
    Missing(&'p LocalPeriod, &'p Text),
    /// This is laid down.
    Stated(&'p LocalPeriod, &'p LaidDown),
}

impl LocalPeriod {
    fn days(&self) -> Days {
        Days { from: self.from, until: self.until }
    }
}

impl LocalScheme {
    /// The period that holds on a day.
    pub fn at(&self, date: Date) -> Option<&LocalPeriod> {
        self.periods.iter().find(|period| period.days().hold(date))
    }
}

impl PolicySet {
    /// The kinds of scheme, in the order in which they are shown.
    pub fn schemes(&self) -> &[Scheme] {
        &self.schemes
    }

    /// A kind of scheme by name, with its position.
    pub fn scheme(&self, name: &str) -> Option<(usize, &Scheme)> {
        self.schemes.iter().enumerate().find(|(_, scheme)| scheme.name == name)
    }

    /// The packages, by file.
    pub fn packages(&self) -> &[Package] {
        &self.packages
    }

    /// The package of the municipality with a code.
    pub fn package(&self, code: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.code == code)
    }

    /// What is known of a scheme of the municipality with a code, on a day.
    pub fn known(&self, code: &str, scheme: usize, date: Date) -> Known<'_> {
        let Some(package) = self.package(code) else { return Known::NoPackage };
        let Some(local) = package.schemes.iter().find(|local| local.scheme == scheme) else {
            return Known::NoScheme;
        };
        match local.at(date) {
            None => Known::NotThen,
            Some(period) => match &period.stated {
                Ok(stated) => Known::Stated(period, stated),
                Err(reason) => Known::Missing(period, reason),
            },
        }
    }

    /// The values of the municipality with a code on a day.
    pub fn on(&self, code: &str, date: Date) -> impl Iterator<Item = &(Property, Value)> + '_ {
        let local = self.package(code).into_iter().flat_map(|package| &package.schemes);
        let periods = local.filter_map(move |local| local.at(date));
        periods.filter_map(|period| period.stated.as_ref().ok()).flat_map(|stated| &stated.values)
    }

    /// The period in which the municipality with a code has laid down a value for a day, and what.
    pub fn source_of(
        &self,
        code: &str,
        property: Property,
        date: Date,
    ) -> Option<(&LocalPeriod, &LaidDown)> {
        let local = self.package(code)?.schemes.iter();
        let mut stated = local.filter_map(|local| {
            let period = local.at(date)?;
            Some((period, period.stated.as_ref().ok()?))
        });
        stated.find(|(_, stated)| stated.values.iter().any(|(known, _)| *known == property))
    }

    /// Gives an instance the values of the municipality with a code on a day.
    pub fn fill(
        &self,
        model: &Model,
        data: &mut Data,
        instance: InstanceId,
        code: &str,
        date: Date,
    ) -> Result<(), DataError> {
        for (property, value) in self.on(code, date) {
            set(model, data, instance, *property, value)?;
        }
        Ok(())
    }
}

fn set(
    model: &Model,
    data: &mut Data,
    instance: InstanceId,
    property: Property,
    value: &Value,
) -> Result<(), DataError> {
    match (property, value) {
        (Property::Attribute(attribute), value) => {
            data.set(model, instance, attribute, value.clone())
        }
        (Property::Kenmerk(kenmerk), Value::Boolean(holds)) => {
            data.mark(model, instance, kenmerk, *holds)
        }
        _ => Ok(()),
    }
}

/// The objecttype that has the values.
fn municipality(model: &Model) -> Option<ObjectTypeId> {
    model.objecttype("Gemeente")
}
