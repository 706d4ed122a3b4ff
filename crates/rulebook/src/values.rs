//! Values that a draft changes from a day on: parameters, and what municipalities have laid down.

use corpus::document::{DocumentError, Item, Problems, did_you_mean};
use corpus::{ChangeError, Confidence, Corpus, Stated, read_value};
use engine::language::{Bilingual, Text};
use household::Municipality;
use jiff::civil::Date;
use regelspraak::model::{Model, ParameterId, Property, Type, Value};

use crate::draft::Draft;
use crate::texts;

/// What a value is of.
enum Target {
    /// A parameter of the law.
    Parameter(ParameterId),
    /// A value of a scheme, of one municipality or of all.
    Policy(Property, Option<&'static Municipality>),
}

/// Changes the values of a corpus, or says what is wrong with them.
pub fn change(corpus: &mut Corpus, draft: &Draft) -> Result<(), Vec<DocumentError>> {
    let mut problems = Problems::default();
    let items = draft.values(&mut problems);
    if items.is_empty() {
        return problems.finish(Some(()));
    }
    for item in &items {
        change_one(corpus, draft, item, &mut problems);
    }
    if problems.is_empty() {
        for error in corpus.policies.judge(&corpus.model, &corpus.parameters) {
            problems.push(error);
        }
        // The texts are the same; the values are not.
        corpus.version.push_str("+waarden");
    }
    problems.finish(Some(()))
}

fn change_one(
    corpus: &mut Corpus,
    draft: &Draft,
    item: &Item<'_>,
    problems: &mut Problems,
) -> Option<()> {
    let fields = item.fields(&["parameter", "gemeente", "waarde"], problems)?;
    let named = problems.keep(fields.require("parameter"));
    let value = problems.keep(fields.require("waarde"));
    let (named, value_item) = (named?, value?);
    let municipality = match fields.get("gemeente").filter(|item| !item.node().is_null()) {
        None => None,
        Some(item) => Some(problems.keep(item.text().and_then(|name| {
            let unknown = |error: &dyn Bilingual| Text::of(|language| error.in_language(language));
            Municipality::find(name).map_err(|error| item.error(unknown(&error)))
        }))?),
    };
    let name = problems.keep(named.text())?;
    let target = problems.keep(target(corpus, &named, name, municipality))?;
    let model = &corpus.model;
    let datatype = match &target {
        Target::Parameter(parameter) => model[*parameter].datatype.clone(),
        Target::Policy(property, _) => model.property_type(*property),
    };
    let value = problems.keep(read(model, &datatype, &value_item))?;
    let Some(from) = draft.date else {
        problems.push_once(item.error(texts::NO_DATE).with_hint(texts::GIVE_DATE));
        return None;
    };
    let source = draft.name.clone().unwrap_or_else(|| texts::DRAFT.to_string());
    let changed = apply(corpus, &target, from, value, source);
    problems.keep(changed.map_err(|error| refused(item, name, municipality, from, error)))
}

fn read(model: &Model, datatype: &Type, item: &Item<'_>) -> Result<Value, DocumentError> {
    match datatype {
        Type::Boolean => item.boolean().map(Value::Boolean),
        datatype => read_value(model, datatype, item),
    }
}

/// What a name is of: a parameter, or a value of a scheme by its whole name.
fn target(
    corpus: &Corpus,
    item: &Item<'_>,
    name: &str,
    municipality: Option<&'static Municipality>,
) -> Result<Target, DocumentError> {
    let model = &corpus.model;
    let values = || corpus.policies.schemes().iter().flat_map(|scheme| &scheme.values);
    let of = |property: Property| model.property_name(property).singular.as_str();
    if let Some(value) = values().find(|value| of(value.property) == name) {
        return Ok(Target::Policy(value.property, municipality));
    }
    match (model.parameter(name), municipality) {
        (Some(parameter), None) => Ok(Target::Parameter(parameter)),
        (Some(_), Some(_)) => {
            Err(item.error(texts::national(name)).with_hint(texts::NO_MUNICIPALITY))
        }
        (None, _) => {
            let parameters = model.parameters.iter().map(|it| it.name.singular.as_str());
            let known: Vec<&str> = parameters.chain(values().map(|it| of(it.property))).collect();
            let hint = did_you_mean(name, &known).unwrap_or(texts::NAMES_IN_LIST);
            Err(item.error(texts::no_value_named(name)).with_hint(hint))
        }
    }
}

fn apply(
    corpus: &mut Corpus,
    target: &Target,
    from: Date,
    value: Value,
    source: String,
) -> Result<(), ChangeError> {
    match target {
        Target::Parameter(parameter) => {
            let derived = Some(texts::DRAFT.to_string());
            let stated = Stated { value, source, confidence: Confidence::D, derived };
            corpus.parameters.change(&corpus.model, *parameter, from, &stated)
        }
        Target::Policy(property, municipality) => {
            let code = municipality.map(|municipality| municipality.code);
            corpus.policies.change(code, *property, from, (&value, &source))
        }
    }
}

fn refused(
    item: &Item<'_>,
    name: &str,
    municipality: Option<&Municipality>,
    from: Date,
    error: ChangeError,
) -> DocumentError {
    match error {
        ChangeError::NoValue => {
            let of = municipality.map(|municipality| municipality.name);
            item.error(texts::nothing_to_change(name, of, from)).with_hint(texts::OTHER_DATE)
        }
        ChangeError::OffTimeline(timeline) => {
            item.error(texts::off_timeline(name, from)).with_hint(texts::only_along(&timeline))
        }
    }
}
