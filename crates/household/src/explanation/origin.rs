//! Where a value comes from that no rule gave: the household file, or the municipality.

use engine::data::InstanceId;
use engine::language::Text;
use regelspraak::model::Property;

use super::{Explainer, Explanation, texts};
use crate::calculation::Calculation;
use crate::file::{Origin, Values};
use crate::{policy, wording};

impl Explainer<'_> {
    /// Where an input comes from: the municipality, or the household file.
    pub(super) fn fill_origin(
        &self,
        explanation: &mut Explanation,
        property: Property,
        instance: InstanceId,
    ) {
        let Calculation { calculator, objects, file, outcome, .. } = self.calculation;
        let gemeente = file.gemeente.filter(|_| objects.gemeente == Some(instance));
        let policies = &calculator.corpus.policies;
        let date = outcome.date();
        match gemeente.and_then(|gemeente| policy::origin(policies, gemeente, property, date)) {
            Some(Ok((from, source))) => {
                let since = wording::day(from, self.language());
                explanation.tekst = texts::since(self.language(), &since);
                explanation.bronnen = vec![source.to_string()];
            }
            Some(Err(reason)) => explanation.tekst = self.say(&reason),
            None => explanation.tekst = self.say(&self.origin(property, instance)),
        }
    }

    /// Whether an input stands in the household file.
    fn origin(&self, property: Property, instance: InstanceId) -> Text {
        let name = Some(self.model().property_name(property).singular.as_str());
        let mut values = self.values(instance).iter();
        match values.find(|(field, ..)| field.name_in_rules().as_deref() == name) {
            Some((.., Origin::Default)) => texts::DEFAULT,
            Some((.., Origin::Unknown)) => texts::NOT_KNOWN,
            Some((.., Origin::Given)) | None => texts::GIVEN,
        }
    }

    /// What the file says of an instance.
    fn values(&self, instance: InstanceId) -> &Values {
        let Calculation { file, objects, .. } = self.calculation;
        let persons =
            file.personen.iter().map(|person| &person.values).zip(objects.personen.iter().copied());
        let childcare = file.personen.iter().flat_map(|person| &person.opvang);
        let childcare = childcare.zip(objects.childcare(self.model()));
        let home = objects.woning.map(|woning| (&file.woning, woning));
        let mut all = persons.chain(childcare).chain(home);
        all.find(|(_, of)| *of == instance).map_or(&file.huishouden, |(values, _)| values)
    }
}
