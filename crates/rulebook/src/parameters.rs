//! Parameters to read: the amounts and limits of the law, by date, with their source.

use std::collections::BTreeSet;

use corpus::{Confidence, Period};
use engine::json::expected;
use engine::language::{Language, Text};
use household::wording;
use regelspraak::model::{Model, Parameter, ParameterId, Type};
use serde_json::{Value as Json, json};

use crate::{Drafted, Rulebook, not_found, source};

impl Rulebook<'_> {
    /// All parameters in the order of the text, or those of one package by its id, each with its last value.
    ///
    /// # Errors
    ///
    /// When there is no package with the id.
    pub fn parameters(&self, package: Option<&str>, language: Language) -> Result<Json, Text> {
        let model = &self.corpus.model;
        let chosen = package.map(|id| self.find_package(id)).transpose()?;
        let list = model.parameters.iter().enumerate().filter(|(_, it)| {
            let at = self.packages.at(source::file_of(model, it.span));
            chosen.is_none_or(|chosen| at.is_some_and(|at| at.id == chosen.id))
        });
        let list = list.map(|(index, _)| {
            let id = ParameterId(index as u32);
            let mut shown = self.parameter_in_short(id, language);
            let last = self.corpus.parameters.of(id).last();
            shown["laatste"] = last.map_or(Json::Null, |it| self.period(id, it, language));
            shown
        });
        Ok(json!({"versie": self.corpus.version, "parameters": list.collect::<Vec<_>>()}))
    }

    /// One parameter by its id, with its values over time, the rules that read it and the outcomes it leads to.
    ///
    /// # Errors
    ///
    /// When there is no parameter with the id.
    pub fn parameter(&self, id: &str, language: Language) -> Result<Json, Text> {
        let found = self.find_parameter(id);
        let parameter = found.ok_or_else(|| not_found("Een parameter", "A parameter", id))?;
        let users = self.links.users(parameter);
        let outcomes: BTreeSet<usize> =
            users.iter().flat_map(|&rule| &self.links.rule(rule).outcomes).copied().collect();
        let outcomes = outcomes.into_iter().map(|index| &self.corpus.outcomes[index]);
        let outcomes = outcomes.map(|outcome| {
            let meaning = outcome.meaning.get(language);
            json!({"uitkomst": outcome.name, "betekenis": meaning})
        });
        let periods = self.corpus.parameters.of(parameter).iter();
        let mut shown = self.parameter_in_short(parameter, language);
        shown["versie"] = self.corpus.version.as_str().into();
        shown["perioden"] = periods.map(|it| self.period(parameter, it, language)).collect();
        shown["gelezen_door"] = self.rule_references(users);
        shown["uitkomsten"] = outcomes.collect();
        Ok(shown)
    }

    /// The parameters that a draft declares and the rules do not have, in the order of the text:
    /// `[{naam, bestand, datatype, eenheid}]`. Their values are those of the draft.
    pub fn new_parameters(&self, drafted: &Drafted, language: Language) -> Json {
        let model = &drafted.corpus.model;
        let known = |it: &Parameter| self.corpus.model.parameter(&it.name.singular).is_some();
        let new = model.parameters.iter().filter(|it| !known(it)).map(|declared| {
            json!({
                "naam": declared.name.singular,
                "bestand": source::file_of(model, declared.span),
                "datatype": expected(model, &declared.datatype).get(language),
                "eenheid": unit(model, declared),
            })
        });
        new.collect()
    }

    fn parameter_in_short(&self, parameter: ParameterId, language: Language) -> Json {
        let model = &self.corpus.model;
        let declared = &model[parameter];
        let file = source::file_of(model, declared.span);
        let unit = unit(model, declared);
        let kind = kind(&declared.datatype, unit.as_deref());
        json!({
            "id": self.parameter_ids[parameter.index()],
            "naam": declared.name.singular,
            "lidwoord": declared.name.article,
            "pakket": self.package_of(file),
            "bestand": file,
            "soort": kind,
            "datatype": expected(model, &declared.datatype).get(language),
            "eenheid": unit,
            "tijdlijn": declared.timeline.map(|timeline| timeline.describe()),
        })
    }

    fn period(&self, parameter: ParameterId, period: &Period, language: Language) -> Json {
        let model = &self.corpus.model;
        let datatype = &model[parameter].datatype;
        let stated = period.stated.as_ref();
        let shown =
            stated.ok().map(|stated| wording::value(model, datatype, &stated.value, language));
        let plain = stated.ok().zip(shown.as_deref());
        json!({
            "vanaf": period.from.to_string(),
            "tot_en_met": period.until.map(|until| until.to_string()),
            "geldig": wording::period(Some(period.from), period.until, language),
            "waarde": plain.map(|(stated, shown)| wording::value_to_json(&stated.value, shown)),
            "getoond": shown,
            "ontbreekt": stated.err().map(|reason| reason.get(language)),
            "bron": stated.ok().map(|stated| stated.source.as_str()),
            "zekerheid": stated.ok().map(|stated| stated.confidence.name()),
            "zekerheid_uitleg": stated.ok().map(|it| confidence(it.confidence).get(language).to_string()),
            "afgeleid": stated.ok().and_then(|stated| stated.derived.as_deref()),
            "bestand": period.file,
            "regelnummer": period.line,
        })
    }
}

/// The unit of a parameter, when it has one.
fn unit(model: &Model, declared: &Parameter) -> Option<String> {
    let unit = declared.datatype.unit().map(|unit| model.units.display(unit));
    unit.filter(|unit| !unit.is_empty())
}

/// What kind of value a parameter has.
fn kind(datatype: &Type, unit: Option<&str>) -> &'static str {
    match datatype {
        Type::Number(number) if number.unit.is_percent() => "percentage",
        Type::Number(_) if unit.is_some_and(|unit| unit.starts_with('€')) => "bedrag",
        Type::Number(_) => "getal",
        Type::Text => "tekst",
        Type::Boolean => "ja_nee",
        Type::Date(_) => "datum",
        Type::Enumeration(_) | Type::Object(_) => "keuze",
    }
}

/// What a letter of confidence means.
pub(crate) fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::A => Text::fixed(
            "Twee bronnen, of een wet die een gepubliceerd bedrag precies geeft.",
            "Two sources, or a law that gives a published amount exactly.",
        ),
        Confidence::B => Text::fixed("Eén officiële bron.", "One official source."),
        Confidence::D => Text::fixed(
            "Afgeleid van andere bedragen; de berekening staat erbij.",
            "Derived from other amounts; the calculation is given.",
        ),
    }
}
