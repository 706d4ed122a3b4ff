//! Where a value comes from that no rule gave: the household file, or the municipality.

use engine::data::InstanceId;
use engine::language::Text;
use regelspraak::model::Property;

use super::{Explainer, Explanation, texts};
use crate::calculation::Calculation;
use crate::file::Origin;
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
        let calculation = self.calculation;
        let key = self.model().property_name(property).singular.replace(' ', "_");
        let objects = &calculation.objects;
        let values = match objects.personen.iter().position(|known| *known == instance) {
            Some(person) => &calculation.file.personen[person].values,
            None if objects.woning == Some(instance) => &calculation.file.woning,
            None => &calculation.file.huishouden,
        };
        match values.origin(&key) {
            Some(Origin::Default) => texts::DEFAULT,
            Some(Origin::Unknown) => texts::NOT_KNOWN,
            Some(Origin::Given) | None => texts::GIVEN,
        }
    }
}
