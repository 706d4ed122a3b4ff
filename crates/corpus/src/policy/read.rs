//! Reading `regelingen.yaml` and `gemeente.yaml`.

use std::collections::{BTreeSet, HashMap};

use engine::language::Text;
use engine::plan::derived_by_rules;
use regelspraak::model::{Model, Property, Type, Value};

use super::{
    LaidDown, LocalPeriod, LocalScheme, Package, PolicySet, Scheme, SchemeId, SchemeValue,
};
use crate::document::{Document, Item, Position, Problems, did_you_mean};
use crate::files::{File, only};
use crate::outcomes::with_english;
use crate::parameters::{ParameterSet, read_value};
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

/// Where the values of each period stand: by file, place of the period and property.
pub(super) type Places = HashMap<(String, Position, Property), (String, Position)>;

impl PolicySet {
    /// Reads the schemes and the packages, and checks them against the model and the consistentieregels
    /// on Gemeente. What is wrong is added to the problems, each with its place; what could be read is
    /// returned all the same.
    pub fn read(
        model: &Model,
        parameters: &ParameterSet,
        schemes: &[File],
        packages: &[File],
        problems: &mut Problems,
    ) -> PolicySet {
        let mut set = PolicySet::default();
        let derived = derived_by_rules(model);
        if let Some(file) = only(schemes, problems) {
            set.schemes = read_schemes(model, &derived, file, problems);
        }
        let mut places = Places::new();
        for file in packages {
            let package = Document::read(&file.name, &file.text, problems).and_then(|document| {
                let (set, derived) = (&set, &derived);
                let mut reader = Reader { model, set, derived, file, places: &mut places };
                reader.package(&document.root(), problems)
            });
            set.packages.extend(package);
        }
        super::check::check(model, parameters, &set, &places, problems);
        set
    }

    /// The scheme that a file names.
    pub(crate) fn scheme_named(
        &self,
        item: &Item<'_>,
        problems: &mut Problems,
    ) -> Option<SchemeId> {
        let name = problems.keep(item.text())?;
        if self.schemes.is_empty() {
            problems.push_once(item.error(texts::NO_SCHEMES).with_hint(texts::ADD_SCHEMES));
            return None;
        }
        let found = self.scheme(name);
        if found.is_none() {
            let names: Vec<&str> = self.schemes.iter().map(|it| it.name.as_str()).collect();
            let hint = did_you_mean(name, &names).unwrap_or_else(|| texts::known_schemes(&names));
            problems.push(item.error(texts::no_scheme(name)).with_hint(hint));
        }
        found
    }
}

fn read_schemes(
    model: &Model,
    derived: &BTreeSet<Property>,
    file: &File,
    problems: &mut Problems,
) -> Vec<Scheme> {
    let Some(document) = Document::read(&file.name, &file.text, problems) else {
        return Vec::new();
    };
    let mut schemes: Vec<Scheme> = Vec::new();
    for item in problems.keep(document.root().list()).unwrap_or_default() {
        let known = ["regeling", "betekenis", "engels"];
        let Some(fields) = item.fields(&known, problems) else { continue };
        let name = problems.keep(fields.require("regeling").and_then(|name| name.filled_text()));
        let meaning = fields.require("betekenis").and_then(|text| text.filled_text());
        let meaning = problems.keep(meaning);
        let meaning = meaning.and_then(|meaning| with_english(&fields, meaning, problems));
        let (Some(name), Some(meaning)) = (name, meaning) else { continue };
        if schemes.iter().any(|scheme| scheme.name == name) {
            problems.push(item.error(texts::double_scheme(name)).with_hint(texts::ONE_OF_TWO));
            continue;
        }
        schemes.push(Scheme { name: name.to_string(), meaning, values: Vec::new() });
    }
    share_out(model, derived, &mut schemes);
    schemes
}

/// Gives every property of Gemeente that no rule derives to the scheme that its name ends in: when there
/// are more, the one with the longest name.
fn share_out(model: &Model, derived: &BTreeSet<Property>, schemes: &mut [Scheme]) {
    let Some(objecttype) = super::municipality(model) else { return };
    let attributes = model[objecttype].attributes.iter().map(|&it| Property::Attribute(it));
    let kenmerken = model[objecttype].kenmerken.iter().map(|&it| Property::Kenmerk(it));
    for property in attributes.chain(kenmerken).filter(|it| !derived.contains(it)) {
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
    derived: &'r BTreeSet<Property>,
    file: &'r File,
    places: &'r mut Places,
}

impl Reader<'_> {
    fn package(&mut self, root: &Item<'_>, problems: &mut Problems) -> Option<Package> {
        let fields = root.fields(&["gemeente", "code", "regelingen"], problems)?;
        let mut text = |field: &str| {
            let item = problems.keep(fields.require(field))?;
            Some((problems.keep(item.filled_text())?.to_string(), item))
        };
        let (name, code) = (text("gemeente"), text("code"));
        let list = problems.keep(fields.require("regelingen").and_then(|list| list.list()));
        let mut schemes: Vec<LocalScheme> = Vec::new();
        for item in list.unwrap_or_default() {
            let Some(local) = self.scheme(&item, problems) else { continue };
            if schemes.iter().any(|known| known.scheme == local.scheme) {
                let name = &self.set[local.scheme].name;
                problems.push(item.error(texts::double_scheme(name)).with_hint(texts::TOGETHER));
                continue;
            }
            schemes.push(local);
        }
        let ((name, name_item), (code, code_item)) = (name?, code?);
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
        let (name_at, code_at) = (name_item.position(), code_item.position());
        Some(Package { name, code, file, name_at, code_at, schemes })
    }

    fn scheme(&mut self, item: &Item<'_>, problems: &mut Problems) -> Option<LocalScheme> {
        let fields = item.fields(&["regeling", "naam", "aanvragen", "perioden"], problems)?;
        let named = problems.keep(fields.require("regeling"))?;
        let scheme = self.set.scheme_named(&named, problems)?;
        let called = periods::read_text(&fields, "naam", problems);
        let apply = periods::read_text(&fields, "aanvragen", problems);
        let list = problems.keep(fields.require("perioden").and_then(|list| list.list()))?;
        let periods = periods::read_list(&list, problems, |item, problems| {
            self.period(scheme, item, problems)
        });
        if list.is_empty() {
            let error = item.error(texts::no_periods(&self.set[scheme].name));
            problems.push(error.with_hint(texts::ADD_PERIOD));
        }
        Some(LocalScheme { scheme, called, apply, periods })
    }

    fn period(
        &mut self,
        scheme: SchemeId,
        item: &Item<'_>,
        problems: &mut Problems,
    ) -> Option<LocalPeriod> {
        let fields = item.fields(&PERIOD, problems)?;
        let days = Days::read(&fields, problems);
        let position = item.position();
        periods::belongs_with(&fields, "let_op_engels", "let_op", problems);
        let english = periods::read_text(&fields, "let_op_engels", problems);
        let remark = periods::read_text(&fields, "let_op", problems).map(|dutch| match english {
            Some(english) => Text::new(dutch, english),
            None => Text::same(dutch),
        });
        let stated = periods::read_stated(&fields, problems, |problems| {
            let values = problems.keep(fields.require("waarden"));
            let values = values.and_then(|item| self.values(scheme, position, &item, problems));
            let origin = Origin::read(&fields, problems);
            let (values, Origin { source, confidence, derived }) = (values?, origin?);
            Some(LaidDown { values, source, confidence, derived })
        });
        let Days { from, until } = days?;
        Some(LocalPeriod { from, until, stated: stated?, remark, position })
    }

    fn values(
        &mut self,
        scheme: SchemeId,
        period: Position,
        item: &Item<'_>,
        problems: &mut Problems,
    ) -> Option<Vec<(Property, Value)>> {
        let Scheme { name: of, values: known, .. } = &self.set[scheme];
        let names: Vec<&str> = known.iter().map(|value| value.name.as_str()).collect();
        let advice = |name: &str| {
            let whole = format!("{name} {of}");
            let named = |it: &&Property| self.model.property_name(**it).singular == whole;
            let owner = |it: &&Property| Some(self.model.property_owner(**it));
            let ours = |it: &&Property| owner(it) == super::municipality(self.model);
            self.derived.iter().filter(ours).find(named).map(|_| texts::RULE_SAYS)
        };
        let fields = item.fields_or(&names, advice, problems)?;
        let mut values = Vec::new();
        for (key, item) in fields.entries() {
            let Some(value) = known.iter().find(|value| value.name == key.text) else { continue };
            let read = match self.model.property_type(value.property) {
                Type::Boolean => item.boolean().map(Value::Boolean),
                datatype => read_value(self.model, &datatype, &item),
            };
            let place = (self.file.name.clone(), period, value.property);
            self.places.insert(place, (item.path().to_string(), item.position()));
            values.extend(problems.keep(read).map(|read| (value.property, read)));
        }
        if values.is_empty() && fields.entries().next().is_none() {
            problems.push(item.error(texts::NO_LOCAL_VALUES).with_hint(texts::FILL_HOLE));
        }
        Some(values)
    }
}
