//! Reading `regelingen.yaml` and `gemeente.yaml`.

use std::collections::HashMap;

use engine::language::Text;
use regelspraak::model::{Model, Property, Type, Value};

use super::{LaidDown, LocalPeriod, LocalScheme, Package, PolicySet, Scheme, SchemeValue};
use crate::document::{Document, DocumentError, Item, Position, Problems, did_you_mean};
use crate::files::File;
use crate::outcomes::with_english;
use crate::parameters::read_value;
use crate::periods::{self, Days, Origin};
use crate::texts;

const PERIOD: [&str; 10] = [
    "vanaf",
    "tot_en_met",
    "waarden",
    "ontbreekt",
    "engels",
    "bron",
    "zekerheid",
    "afgeleid",
    "let_op",
    "let_op_engels",
];

/// Where the values of each period stand: by file, line of the period and property.
pub(super) type Places = HashMap<(String, u32, Property), (String, Position)>;

impl PolicySet {
    /// Reads the schemes and the packages, and checks them against the model.
    pub fn read(
        model: &Model,
        schemes: Option<&File>,
        packages: &[File],
        problems: &mut Problems,
    ) -> PolicySet {
        let mut set = PolicySet::default();
        if let Some(file) = schemes {
            set.schemes = read_schemes(model, file, problems);
        }
        let mut places = Places::new();
        for file in packages {
            let package = Document::read(&file.name, &file.text, problems).and_then(|document| {
                let mut reader = Reader { model, set: &set, file, places: &mut places };
                reader.package(&document.root(), problems)
            });
            set.packages.extend(package);
        }
        super::check::check(model, &set, &places, problems);
        set
    }

    /// The position of the scheme that a file names.
    pub(crate) fn scheme_named(&self, item: &Item<'_>) -> Result<usize, DocumentError> {
        let name = item.text()?;
        self.scheme(name).map(|(position, _)| position).ok_or_else(|| {
            let names: Vec<&str> = self.schemes.iter().map(|it| it.name.as_str()).collect();
            let hint = did_you_mean(name, &names).unwrap_or_else(|| texts::known_schemes(&names));
            item.error(texts::no_scheme(name)).with_hint(hint)
        })
    }
}

fn read_schemes(model: &Model, file: &File, problems: &mut Problems) -> Vec<Scheme> {
    let Some(document) = Document::read(&file.name, &file.text, problems) else {
        return Vec::new();
    };
    let mut schemes: Vec<Scheme> = Vec::new();
    for item in problems.keep(document.root().list()).unwrap_or_default() {
        let known = ["regeling", "betekenis", "engels"];
        let Some(fields) = item.fields(&known, problems) else { continue };
        let name = problems.keep(fields.require("regeling").and_then(|name| name.text()));
        let meaning = problems.keep(fields.require("betekenis").and_then(|text| text.text()));
        let meaning = meaning.and_then(|meaning| with_english(&fields, meaning, problems));
        let (Some(name), Some(meaning)) = (name, meaning) else { continue };
        if schemes.iter().any(|scheme| scheme.name == name) {
            problems.push(item.error(texts::double_scheme(name)));
            continue;
        }
        schemes.push(Scheme { name: name.to_string(), meaning, values: Vec::new() });
    }
    share_out(model, &mut schemes);
    schemes
}

/// Gives every property of Gemeente to the scheme that its name ends in: when there are more, the
/// one with the longest name.
fn share_out(model: &Model, schemes: &mut [Scheme]) {
    let Some(objecttype) = super::municipality(model) else { return };
    let attributes = model[objecttype].attributes.iter().map(|&it| Property::Attribute(it));
    let kenmerken = model[objecttype].kenmerken.iter().map(|&it| Property::Kenmerk(it));
    for property in attributes.chain(kenmerken) {
        let whole = &model.property_name(property).singular;
        let ending = |scheme: &&mut Scheme| value_name(whole, &scheme.name).is_some();
        let scheme = schemes.iter_mut().filter(ending).max_by_key(|scheme| scheme.name.len());
        let Some(scheme) = scheme else { continue };
        let name = value_name(whole, &scheme.name).unwrap_or_default().to_string();
        scheme.values.push(SchemeValue { property, name });
    }
}

/// The name of a property without that of a scheme.
fn value_name<'n>(property: &'n str, scheme: &str) -> Option<&'n str> {
    property.strip_suffix(scheme)?.strip_suffix(' ')
}

/// Reads the package of one municipality.
struct Reader<'r> {
    model: &'r Model,
    set: &'r PolicySet,
    file: &'r File,
    places: &'r mut Places,
}

impl Reader<'_> {
    fn package(&mut self, root: &Item<'_>, problems: &mut Problems) -> Option<Package> {
        let fields = root.fields(&["gemeente", "code", "regelingen"], problems)?;
        let mut text = |field: &str| {
            let item = problems.keep(fields.require(field))?;
            let text = problems.keep(item.text())?.to_string();
            let Position { line, column } = item.position();
            Some((text, (line as u32, column as u32), item))
        };
        let (name, code) = (text("gemeente"), text("code"));
        let list = problems.keep(fields.require("regelingen").and_then(|list| list.list()));
        let mut schemes: Vec<LocalScheme> = Vec::new();
        for item in list.unwrap_or_default() {
            let Some(local) = self.scheme(&item, problems) else { continue };
            if schemes.iter().any(|known| known.scheme == local.scheme) {
                let name = &self.set.schemes[local.scheme].name;
                problems.push(item.error(texts::double_scheme(name)).with_hint(texts::TOGETHER));
                continue;
            }
            schemes.push(local);
        }
        let ((name, of_name, name_item), (code, of_code, code_item)) = (name?, code?);
        for known in &self.set.packages {
            let item = match (known.code == code, known.name == name) {
                (true, _) => &code_item,
                (_, true) => &name_item,
                _ => continue,
            };
            let error = item.error(texts::double_package(&name, &known.file));
            problems.push(error.with_hint(texts::ONE_PACKAGE));
        }
        let file = self.file.name.clone();
        Some(Package { name, code, file, places: [of_name, of_code], schemes })
    }

    fn scheme(&mut self, item: &Item<'_>, problems: &mut Problems) -> Option<LocalScheme> {
        let fields = item.fields(&["regeling", "naam", "aanvragen", "perioden"], problems)?;
        let named = problems.keep(fields.require("regeling"))?;
        let scheme = problems.keep(self.set.scheme_named(&named))?;
        let name = &self.set.schemes[scheme].name;
        let mut text = |field: &str| match fields.get(field) {
            Some(item) => problems.keep(item.text()).map(str::to_string),
            None => None,
        };
        let (called, apply) = (text("naam"), text("aanvragen"));
        let list = problems.keep(fields.require("perioden").and_then(|list| list.list()))?;
        let mut periods: Vec<LocalPeriod> = Vec::new();
        let last = list.len().saturating_sub(1);
        for (index, item) in list.iter().enumerate() {
            let Some(period) = self.period(scheme, item, problems) else { continue };
            if let Some(before) = periods.last_mut() {
                let mut days = before.days();
                period.days().follow(&mut days, item, problems);
                before.until = days.until;
            }
            if index == last {
                periods::last_ends(item, problems);
            }
            periods.push(period);
        }
        if list.is_empty() {
            problems.push(item.error(texts::no_periods(name)));
        }
        Some(LocalScheme { scheme, called, apply, periods })
    }

    fn period(
        &mut self,
        scheme: usize,
        item: &Item<'_>,
        problems: &mut Problems,
    ) -> Option<LocalPeriod> {
        let fields = item.fields(&PERIOD, problems)?;
        let days = Days::read(&fields, problems);
        let line = item.position().line as u32;
        let remark = match fields.get("let_op") {
            Some(dutch) => problems.keep(dutch.text()).and_then(|dutch| {
                Some(match fields.get("let_op_engels") {
                    Some(english) => Text::new(dutch, problems.keep(english.text())?),
                    None => Text::same(dutch),
                })
            }),
            None => None,
        };
        let stated = match periods::read_missing(&fields, problems) {
            Some(reason) => reason.map(Err),
            None => {
                if let Some(item) = fields.get("engels") {
                    problems.push(item.error(texts::REASON_OF_NOTHING).with_hint(texts::LEAVE_OUT));
                }
                let values = problems.keep(fields.require("waarden"));
                let values = values.and_then(|item| self.values(scheme, line, &item, problems));
                let origin = Origin::read(&fields, problems);
                let (values, Origin { source, confidence, derived }) = (values?, origin?);
                Some(Ok(LaidDown { values, source, confidence, derived }))
            }
        };
        let Days { from, until } = days?;
        Some(LocalPeriod { from, until, stated: stated?, remark, line })
    }

    fn values(
        &mut self,
        scheme: usize,
        line: u32,
        item: &Item<'_>,
        problems: &mut Problems,
    ) -> Option<Vec<(Property, Value)>> {
        let known = &self.set.schemes[scheme].values;
        let names: Vec<&str> = known.iter().map(|value| value.name.as_str()).collect();
        let fields = item.fields(&names, problems)?;
        let mut values = Vec::new();
        for (key, item) in fields.entries() {
            let Some(value) = known.iter().find(|value| value.name == key.text) else { continue };
            let read = match self.model.property_type(value.property) {
                Type::Boolean => item.boolean().map(Value::Boolean),
                datatype => read_value(self.model, &datatype, &item),
            };
            let place = (self.file.name.clone(), line, value.property);
            self.places.insert(place, (item.path().to_string(), item.position()));
            values.extend(problems.keep(read).map(|read| (value.property, read)));
        }
        if values.is_empty() && fields.entries().next().is_none() {
            problems.push(item.error(texts::NO_LOCAL_VALUES).with_hint(texts::FILL_HOLE));
        }
        Some(values)
    }
}
