//! What the server says of its own, in both languages.

use corpus::document::excerpt;
use engine::language::{Language, Text};
use engine::text;

use crate::problem::Kind;

pub const BROKEN_OFF: Text = Text::fixed(
    "De inhoud van het verzoek kwam niet helemaal aan. Stuur het verzoek opnieuw.",
    "The content of the request did not arrive whole. Send the request again.",
);
pub const OTHER_METHOD: Text = Text::fixed(
    "Dit adres kent deze methode niet. De kop ‘Allow’ zegt welke wel.",
    "This address does not know this method. The header ‘Allow’ says which it does.",
);
pub const TOO_SLOW: Text = Text::fixed(
    "De inhoud van het verzoek kwam te langzaam binnen. Stuur het verzoek opnieuw.",
    "The content of the request came too slowly. Send the request again.",
);
pub const INTERNAL: Text = Text::fixed(
    "Er ging iets mis in de server. Dat ligt niet aan u.",
    "Something went wrong in the server. You did nothing wrong.",
);
pub const BUSY: Text = Text::fixed(
    "Er zijn nu te veel vragen tegelijk. Probeer het over een paar seconden opnieuw.",
    "There are too many questions at once now. Try again in a few seconds.",
);
pub const TOO_LONG: Text = Text::fixed(
    "Het antwoord uitrekenen duurt te lang. Vraag minder tegelijk, zoals minder jaren.",
    "Working out the answer takes too long. Ask for less at once, such as fewer years.",
);
pub const PACKED: Text = Text::fixed(
    "De inhoud is ingepakt (Content-Encoding). Stuur de tekst zelf.",
    "The content is compressed (Content-Encoding). Send the text itself.",
);
pub const NO_MEDIA_TYPE: Text = Text::fixed(
    "Stuur het huishouden als JSON (Content-Type: application/json) of YAML (application/yaml).",
    "Send the household as JSON (Content-Type: application/json) or YAML (application/yaml).",
);
pub const NO_UTF8: Text = Text::fixed(
    "De inhoud is geen tekst in UTF-8. Stuur UTF-8.",
    "The content is not text in UTF-8. Send UTF-8.",
);
pub const NO_JSON: Text = Text::fixed(
    "Dit is geen JSON. Verbeter de tekst op deze plaats. Is het YAML? Gebruik dan \
     Content-Type application/yaml.",
    "This is not JSON. Mend the text at this place. Is it YAML? Then use Content-Type \
     application/yaml.",
);
pub const NO_ADDRESS: Text = Text::fixed(
    "Dit adres bestaat niet. Kijk in /api/v1/docs welke er zijn.",
    "This address does not exist. See /api/v1/docs for those that do.",
);

/// What kind of problem it is.
pub fn title(kind: Kind) -> Text {
    match kind {
        Kind::Unreadable => Text::fixed("De inhoud is niet te lezen", "The content cannot be read"),
        Kind::BrokenOff => Text::fixed("De inhoud is niet compleet", "The content is not complete"),
        Kind::NotFound => Text::fixed("Niet gevonden", "Not found"),
        Kind::Method => Text::fixed("Deze methode kan hier niet", "Not with this method"),
        Kind::TooSlow => Text::fixed("Het verzoek kwam te langzaam", "The request came too slowly"),
        Kind::TooLarge => Text::fixed("De inhoud is te groot", "The content is too large"),
        Kind::MediaType => {
            Text::fixed("Dit soort inhoud kan niet", "Not with this kind of content")
        }
        Kind::Invalid => Text::fixed(
            "Het huishouden of de vraag klopt niet",
            "The household or the question is not right",
        ),
        Kind::Internal => Text::fixed("Fout in de server", "A mistake in the server"),
        Kind::Busy => Text::fixed("Het is te druk", "Too busy"),
        Kind::TooLong => Text::fixed("Het duurt te lang", "It takes too long"),
    }
}

/// What a kind of problem means, and what to do.
pub fn about(kind: Kind) -> Text {
    match kind {
        Kind::Unreadable => Text::fixed(
            "De inhoud is geen JSON of YAML, of is geen tekst in UTF-8. Onder ‘fouten’ staat waar.",
            "The content is not JSON or YAML, or not text in UTF-8. Under ‘fouten’ is where.",
        ),
        Kind::NotFound => NO_ADDRESS,
        Kind::BrokenOff => BROKEN_OFF,
        Kind::Method => OTHER_METHOD,
        Kind::TooSlow => TOO_SLOW,
        Kind::TooLarge => Text::fixed(
            "De inhoud is groter dan mag. Stuur minder.",
            "The content is larger than allowed. Send less.",
        ),
        Kind::MediaType => NO_MEDIA_TYPE,
        Kind::Invalid => Text::fixed(
            "Iets in het huishouden of in de keuzes kan niet. Onder ‘fouten’ staat waar, en wat u kunt \
             doen.",
            "Something in the household or the options cannot be. Under ‘fouten’ is where, and what you \
             can do.",
        ),
        Kind::Internal => INTERNAL,
        Kind::Busy => BUSY,
        Kind::TooLong => TOO_LONG,
    }
}

/// How many mistakes there are, and where to see them.
pub fn see_mistakes(count: usize) -> Text {
    match count {
        1 => Text::fixed(
            "Er is 1 fout gevonden. Onder ‘fouten’ staat waar, en wat u kunt doen.",
            "1 mistake was found. Under ‘fouten’ is where it is, and what you can do.",
        ),
        _ => text!(
            "Er zijn {count} fouten gevonden. Onder ‘fouten’ staat waar, en wat u kunt doen.",
            "{count} mistakes were found. Under ‘fouten’ is where they are, and what you can do."
        ),
    }
}

/// A body beyond the limit in bytes.
pub fn too_large(limit: usize) -> Text {
    let kilobytes = limit >> 10;
    text!(
        "Een huishouden mag ten hoogste {kilobytes} kB groot zijn. Stuur minder.",
        "A household may take at most {kilobytes} kB. Send less."
    )
}

/// A message with advice.
pub fn with_hint(message: &Text, hint: &Text) -> Text {
    Text::of(|language| format!("{} {}", message.get(language), hint.get(language)))
}

/// A language there is not.
pub fn no_language(code: &str) -> Text {
    let code = excerpt(code);
    text!(
        "{code} is geen taal van deze server. Kies nl (Nederlands) of en (Engels).",
        "{code} is not a language of this server. Choose nl (Dutch) or en (English)."
    )
}

/// An option that stands there twice.
pub fn more_than_once(name: &str) -> Text {
    text!(
        "‘{name}’ staat er meer dan één keer. Geef het één keer.",
        "‘{name}’ is there more than once. Give it once."
    )
}

/// An option that must be there.
pub fn missing(name: &str, example: &str) -> Text {
    text!(
        "‘{name}’ ontbreekt. Zet het in het adres, zoals ?{name}={example}.",
        "‘{name}’ is missing. Put it in the address, such as ?{name}={example}."
    )
}

/// Something else than yes or no.
pub fn no_flag(given: &str) -> Text {
    let given = excerpt(given);
    text!(
        "{given} kan hier niet. Schrijf true of false.",
        "{given} cannot be here. Write true or false."
    )
}

/// Something else than a whole number.
pub fn no_whole_number(given: &str) -> Text {
    let given = excerpt(given);
    text!(
        "{given} is geen geheel getal. Schrijf een getal zoals 10.",
        "{given} is not a whole number. Write a number such as 10."
    )
}

/// An option that is not known here.
pub fn no_option(name: &str) -> Text {
    let name = excerpt(name);
    text!("{name} kan hier niet.", "{name} cannot be here.")
}

/// The options there are.
pub fn known_options(known: &[&str]) -> Text {
    let known = known.join(", ");
    text!("Wel kan: {known}.", "There are: {known}.")
}

/// A municipality that no code is of.
pub fn no_municipality(code: &str) -> Text {
    let code = excerpt(code);
    text!(
        "Geen gemeente heeft de code {code}. De codes staan in /api/v1/gemeenten.",
        "No municipality has the code {code}. The codes are in /api/v1/gemeenten."
    )
}

/// A municipality by its name instead of its code.
pub fn by_code(name: &str, code: &str) -> Text {
    text!(
        "Vraag een gemeente op met de code. Die van {name} is {code}.",
        "Ask for a municipality by its code. That of {name} is {code}."
    )
}

/// The page that stands in for the front end when it is not there.
pub fn no_front_end(language: Language) -> &'static str {
    language.pick(
        "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n<title>Samenhang</title>\n\
         <h1>De webpagina’s zitten niet in dit programma</h1>\n\
         <p>Ze zijn niet gemaakt voordat het programma werd gebouwd. Bouw eerst de map web, en dan \
         het programma.</p>\n<p>De API werkt wel: <a href=\"/api/v1/docs\">uitleg van de API</a>.</p>\n\
         </html>\n",
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Samenhang</title>\n\
         <h1>The web pages are not in this program</h1>\n\
         <p>They were not made before the program was built. Build the folder web first, and then \
         the program.</p>\n<p>The API works: <a href=\"/api/v1/docs\">about the API</a>.</p>\n\
         </html>\n",
    )
}
