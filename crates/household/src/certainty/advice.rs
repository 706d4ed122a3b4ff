//! What somebody can do about it, and what is assumed.

use corpus::Corpus;
use engine::language::{Language, Text};
use engine::text;
use jiff::civil::Date;
use regelspraak::model::Value;
use regelspraak::number::Number;

use super::{Certainty, RaiseAnswer};
use crate::wording;

/// The percentage the advice takes as its example.
const EXAMPLE: i64 = 10;
/// The parameter with the limit for a small amount.
const SMALL: &str = "grens voor een klein terug te betalen bedrag";

fn money(amount: &Number) -> [String; 2] {
    Language::ALL.map(|language| wording::euro(amount, language))
}

/// What to do, a sentence or two each.
pub(super) fn advice(answer: &Certainty) -> Vec<Text> {
    let mut list = of_toeslagen(answer);
    let has = |scheme: &str| {
        let mut there = answer.schemes.iter().filter(|it| !it.movement.now.is_zero());
        there.any(|it| it.risk.scheme == scheme)
    };
    if has("bijstand") {
        list.push(Text::fixed(
            "Geef elk ander inkomen in dezelfde maand door aan de gemeente.",
            "Report any other income to the municipality in the same month.",
        ));
    }
    if has("aio") {
        list.push(Text::fixed(
            "Geef elk ander inkomen in dezelfde maand door aan de SVB.",
            "Report any other income to the SVB in the same month.",
        ));
    }
    list
}

fn of_toeslagen(answer: &Certainty) -> Vec<Text> {
    match &answer.raise {
        Some(raise) if answer.has_advance() => of_raise(answer, raise),
        Some(raise) if !raise.settlement.extra().is_zero() => vec![Text::fixed(
            "Met dit inkomen is er recht op een toeslag. Vraag die aan bij Dienst Toeslagen.",
            "With this income there is a right to a toeslag. Apply for it at Dienst Toeslagen.",
        )],
        _ if !answer.has_advance() => vec![Text::fixed(
            "Dit huishouden krijgt geen toeslag. Er kan dus geen toeslag terug hoeven.",
            "This household gets no toeslag. So no toeslag can have to be paid back.",
        )],
        _ => of_estimate(answer),
    }
}

fn of_estimate(answer: &Certainty) -> Vec<Text> {
    let example = Number::from(EXAMPLE);
    let with = answer.settlements.iter().find(|it| it.percentage.as_ref() == Some(&example));
    let mut list = vec![Text::fixed(
        "Wordt het inkomen van dit jaar anders dan geschat? Geef dat meteen door aan Dienst Toeslagen.",
        "Will this year's income differ from the estimate? Report it to Dienst Toeslagen at once.",
    )];
    list.extend(with.map(|with| match with.to_pay_back() {
        nothing if nothing.is_zero() => text!(
            "Is het inkomen {EXAMPLE}% hoger, dan hoeft er niets terug.",
            "If the income is {EXAMPLE}% higher, nothing has to be paid back."
        ),
        back => {
            let [back, in_english] = money(&back);
            match with.is_sure() {
                true => text!(
                    "Doet u dat niet, en is het inkomen {EXAMPLE}% hoger? Dan moet u na het jaar {back} \
                     terugbetalen.",
                    "If you do not, and the income is {EXAMPLE}% higher, you must pay back {in_english} \
                     after the year."
                ),
                false => text!(
                    "Doet u dat niet, en is het inkomen {EXAMPLE}% hoger? Dan hebt u na het jaar {back} te \
                     veel gekregen.",
                    "If you do not, and the income is {EXAMPLE}% higher, you have got {in_english} too \
                     much after the year."
                ),
            }
        }
    }));
    list
}

fn of_raise(answer: &Certainty, raise: &RaiseAnswer) -> Vec<Text> {
    let (back, extra) = (raise.settlement.to_pay_back(), raise.settlement.extra());
    let mut list = vec![Text::fixed(
        "Geef de verandering meteen door aan Dienst Toeslagen.",
        "Report the change to Dienst Toeslagen at once.",
    )];
    let [before, after] = raise.estimates.each_ref().map(|it| money(&wording::whole(it)));
    let (name, begins) = (&answer.person, begins(answer, raise));
    let ([old, old_en], [new, new_en]) = (before, after);
    if old == new {
        return vec![text!(
            "Het geschatte jaarinkomen van {name} voor de toeslagen blijft {old}. Daar hoeft niets aan te \
             veranderen.",
            "The estimated annual income of {name} for the toeslagen stays {old_en}. Nothing needs to be \
             changed about it."
        )];
    }
    list.push(text!(
        "Verander het geschatte jaarinkomen van {name} van {old} in {new}.",
        "Change the estimated annual income of {name} from {old_en} to {new_en}."
    ));
    let [day, day_en] = Language::ALL.map(|language| wording::day(begins, language));
    list.push(match begins > answer.date {
        true => text!(
            "Doe dat zodra u het weet, en niet later dan {day}.",
            "Do so as soon as you know it, and not later than {day_en}."
        ),
        false => text!(
            "Doe dat vandaag nog: de verandering is er al vanaf {day}.",
            "Do so today: the change has been there since {day_en}."
        ),
    });
    let a_month = money(&raise.a_month.abs());
    let [much, much_en] = a_month;
    if !raise.a_month.is_zero() {
        list.push(match raise.a_month.is_negative() {
            false => text!(
                "Elke maand dat u wacht, krijgt u {much} te veel.",
                "Every month you wait, you get {much_en} too much."
            ),
            true => text!(
                "Elke maand dat u wacht, krijgt u {much} te weinig.",
                "Every month you wait, you get {much_en} too little."
            ),
        });
    }
    let ([back_nl, back_en], [extra_nl, extra_en]) = (money(&back), money(&extra));
    if back.is_zero() {
        list.push(Text::fixed(
            "Geeft u niets door, dan hoeft er na het jaar toch niets terug.",
            "If you report nothing, nothing has to be paid back after the year all the same.",
        ));
    } else {
        list.push(match raise.settlement.is_sure() {
            true => text!(
                "Geeft u niets door, dan moet u na het jaar {back_nl} terugbetalen.",
                "If you report nothing, you must pay back {back_en} after the year."
            ),
            false => text!(
                "Geeft u niets door, dan hebt u na het jaar {back_nl} te veel gekregen.",
                "If you report nothing, you have got {back_en} too much after the year."
            ),
        });
    }
    // What rounding by the month leaves is paid in any case.
    let rounding = answer.as_estimated().map_or(Number::ZERO, |it| it.extra());
    if extra > rounding {
        list.push(text!(
            "Na het jaar krijgt u er {extra_nl} bij.",
            "After the year you get {extra_en} more."
        ));
    }
    list
}

/// The day on which a raise begins.
fn begins(answer: &Certainty, raise: &RaiseAnswer) -> Date {
    let month = i8::try_from(raise.raise.month()).unwrap_or(1);
    Date::new(answer.date.year(), month, 1).unwrap_or(answer.date)
}

/// What is assumed, and what is not known. `asked` is whether a raise was asked for.
pub(super) fn remarks(answer: &Certainty, corpus: &Corpus, asked: bool) -> Vec<Text> {
    let mut list = Vec::new();
    let above_zero = !answer.income.now.is_zero() && !answer.income.now.is_negative();
    let name = &answer.person;
    if answer.income.now.is_zero() {
        list.push(text!(
            "{name} heeft in dit bestand geen loon, uitkering, pensioen of winst. Er is gekeken naar een \
             eerste loon.",
            "{name} has no wage, benefit, pension or profit in this file. What was looked at is a first \
             wage."
        ));
    }
    if !above_zero && asked {
        list.push(Text::fixed(
            "Een stijging in procenten zegt hier niets: het inkomen is niet meer dan € 0.",
            "A raise in percent says nothing here: the income is not more than €0.",
        ));
    }
    if !answer.others.is_empty() {
        let names = |language| {
            let names: Vec<&str> = answer.others.iter().map(|it| it.name.get(language)).collect();
            names.join(", ")
        };
        let [others, in_english] = Language::ALL.map(names);
        let [varied, varied_en] = Language::ALL.map(|it| answer.income.name.get(it));
        list.push(text!(
            "Alleen {varied} van {name} verandert. Dit blijft gelijk: {others}.",
            "Only {varied_en} of {name} changes. This stays the same: {in_english}."
        ));
    }
    if answer.has_advance() {
        list.push(Text::fixed(
            "Het voorschot is 12 keer wat er deze maand wordt uitbetaald. Verder verandert er in het jaar \
             niets aan het huishouden.",
            "The advance is 12 times what is paid this month. Nothing else about the household changes in \
             the year.",
        ));
    }
    let raised = answer.raise.iter().map(|raise| &raise.settlement);
    let all = answer.settlements.iter().chain(raised).flat_map(|it| &it.toeslagen);
    if all.into_iter().any(|it| !it.too_much.is_zero()) {
        list.push(small(answer.date, corpus));
    }
    list
}

/// Up to how much need not be paid back; where that is not known yet, up to how much it was before.
fn small(date: Date, corpus: &Corpus) -> Text {
    let parameter = corpus.model.parameter(SMALL);
    let periods = parameter.map(|it| corpus.parameters.of(it)).unwrap_or_default();
    let mut known = periods.iter().filter(|period| period.from <= date).filter_map(|period| {
        match period.stated.as_ref().map(|stated| &stated.value) {
            Ok(Value::Number(limit)) => Some((period, money(limit))),
            _ => None,
        }
    });
    match known.next_back() {
        Some((period, [limit, in_english])) if period.until.is_none_or(|until| date <= until) => {
            text!(
                "Is het te veel na het jaar niet meer dan {limit}? Dan hoeft het niet terug. Dat geldt per \
                 toeslag.",
                "Is what was too much not more than {in_english} after the year? Then it need not be paid \
                 back. That holds for each toeslag."
            )
        }
        Some((period, [limit, in_english])) => {
            let year = period.from.year();
            text!(
                "Een klein bedrag hoeft na het jaar niet terug. Over {year} is dat ten hoogste {limit} per \
                 toeslag. Voor dit jaar is de grens nog niet bekend. Hier telt elk bedrag mee.",
                "A small amount need not be paid back after the year. For {year} that is at most \
                 {in_english} for each toeslag. The limit for this year is not known yet. Here every amount \
                 counts."
            )
        }
        None => Text::fixed(
            "Een klein bedrag hoeft na het jaar niet terug. Hoe klein, is niet bekend. Hier telt elk bedrag \
             mee.",
            "A small amount need not be paid back after the year. How small is not known. Here every amount \
             counts.",
        ),
    }
}
