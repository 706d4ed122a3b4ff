//! Policy of municipalities as data: which schemes there are (`regelingen.yaml`), and what each
//! municipality has laid down (`gemeente.yaml`), by date and with its source.
//!
//! The values of a scheme are the attributen and kenmerken of the objecttype Gemeente whose name
//! ends in the name of the scheme: `inkomensgrens individuele inkomenstoeslag`. A file names them
//! without that ending. What no file says is leeg.

mod check;
mod read;

use std::ops::Index;

use engine::data::{Data, DataError, InstanceId};
use engine::language::Text;
use jiff::civil::Date;
use regelspraak::model::{Model, ObjectTypeId, Property, Value};
use serde::{Deserialize, Serialize};

use crate::document::{DocumentError, Position, Problems};
use crate::parameters::{Confidence, ParameterSet};
use crate::periods::{self, ChangeError, Dated, Days};

/// All schemes, and the packages of the municipalities.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PolicySet {
    schemes: Vec<Scheme>,
    packages: Vec<Package>,
}

/// Which scheme of a [`PolicySet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SchemeId(u32);

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
    /// Where the name stands in it.
    pub name_at: Position,
    /// Where the code stands in it.
    pub code_at: Position,
    /// Its schemes, in the order of the file.
    pub schemes: Vec<LocalScheme>,
}

/// A scheme as a municipality has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalScheme {
    /// Which scheme.
    pub scheme: SchemeId,
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
    /// Where it stands in the file of the package.
    pub position: Position,
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

impl Dated for LocalPeriod {
    fn days(&self) -> Days {
        Days { from: self.from, until: self.until }
    }

    fn begin(&mut self, from: Date) {
        self.from = from;
    }

    fn end(&mut self, until: Option<Date>) {
        self.until = until;
    }
}

impl LocalScheme {
    /// The period that holds on a day.
    pub fn at(&self, date: Date) -> Option<&LocalPeriod> {
        self.periods.iter().find(|period| period.days().hold(date))
    }
}

impl Index<SchemeId> for PolicySet {
    type Output = Scheme;

    fn index(&self, scheme: SchemeId) -> &Scheme {
        &self.schemes[scheme.0 as usize]
    }
}

impl PolicySet {
    /// The kinds of scheme, in the order in which they are shown.
    pub fn schemes(&self) -> &[Scheme] {
        &self.schemes
    }

    /// All of them by which they are, in that order.
    pub fn scheme_ids(&self) -> impl Iterator<Item = SchemeId> + use<> {
        (0..self.schemes.len() as u32).map(SchemeId)
    }

    /// The kind of scheme with a name.
    pub fn scheme(&self, name: &str) -> Option<SchemeId> {
        self.scheme_ids().find(|&scheme| self[scheme].name == name)
    }

    /// The kind of scheme that has a value.
    pub fn scheme_of(&self, property: Property) -> Option<SchemeId> {
        let has =
            |scheme: &SchemeId| self[*scheme].values.iter().any(|value| value.property == property);
        self.scheme_ids().find(has)
    }

    /// The packages, by file.
    pub fn packages(&self) -> &[Package] {
        &self.packages
    }

    /// The package of the municipality with a code.
    pub fn package(&self, code: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.code == code)
    }

    /// A scheme as the municipality with a code has it, when its package names it.
    pub fn local(&self, code: &str, scheme: SchemeId) -> Option<&LocalScheme> {
        self.package(code)?.schemes.iter().find(|local| local.scheme == scheme)
    }

    /// What is known of a scheme of the municipality with a code, on a day.
    pub fn known(&self, code: &str, scheme: SchemeId, date: Date) -> Known<'_> {
        if self.package(code).is_none() {
            return Known::NoPackage;
        }
        let Some(local) = self.local(code, scheme) else { return Known::NoScheme };
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

    /// Gives a value of a scheme another one from a day on: of the municipality with a code, or of every
    /// municipality that has the scheme. What holds before it, and what is not known, stays so. For what-if
    /// questions; the value is of the datatype of the property.
    ///
    /// # Errors
    ///
    /// When nothing is known of the scheme on the day.
    pub fn change(
        &mut self,
        code: Option<&str>,
        property: Property,
        from: Date,
        (value, source): (&Value, &str),
    ) -> Result<(), ChangeError> {
        let scheme = self.scheme_of(property).ok_or(ChangeError::NoValue)?;
        let known = |period: &LocalPeriod| period.stated.is_ok();
        let change = |period: &mut LocalPeriod| {
            let Ok(stated) = &mut period.stated else { return };
            // The other values of the period keep their source.
            stated.source = format!("{}; {source}", stated.source);
            match stated.values.iter_mut().find(|(known, _)| *known == property) {
                Some((_, known)) => *known = value.clone(),
                None => stated.values.push((property, value.clone())),
            }
        };
        let mut found = Err(ChangeError::NoValue);
        let concerned = |package: &&mut Package| code.is_none_or(|code| package.code == code);
        for package in self.packages.iter_mut().filter(concerned) {
            for local in package.schemes.iter_mut().filter(|local| local.scheme == scheme) {
                let changed = periods::change_from(&mut local.periods, from, known, change);
                found = found.or(changed);
            }
        }
        found
    }

    /// What the consistentieregels on Gemeente find wrong with the values, each at the municipality.
    pub fn judge(&self, model: &Model, parameters: &ParameterSet) -> Vec<DocumentError> {
        let mut problems = Problems::default();
        check::check(model, parameters, self, &read::Places::new(), &mut problems);
        problems.into_errors()
    }

    /// Gives an instance the values of the municipality with a code on a day. An error when the
    /// instance is no Gemeente; the values fit, when they were read for this model.
    pub fn fill(
        &self,
        model: &Model,
        data: &mut Data,
        instance: InstanceId,
        code: &str,
        date: Date,
    ) -> Result<(), DataError> {
        for (property, value) in self.on(code, date) {
            data.set_property(model, instance, *property, value.clone())?;
        }
        Ok(())
    }
}

/// The objecttype that has the values.
fn municipality(model: &Model) -> Option<ObjectTypeId> {
    model.objecttype("Gemeente")
}
