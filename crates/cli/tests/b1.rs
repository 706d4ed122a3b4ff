//! Is what a resident reads plain Dutch (B1)? Every text of ours that the commands, the
//! messages, the pages and the description of the API can show is held against a limit on the length of a sentence and a list of words that
//! have a plainer one.
//!
//! The list of exceptions works both ways: a new finding fails, and so does an exception that is no
//! longer found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "b1/exceptions.rs"]
mod exceptions;
#[path = "b1/pages.rs"]
mod pages;
#[path = "b1/texts.rs"]
mod texts;
#[path = "b1/words.rs"]
mod words;

use exceptions::EXCEPTIONS;
use texts::{Kind, Shown};
use words::AVOID;

/// How many words a sentence may have. Advice on B1 is 15 on average and never more than some 20; that is where a reader starts
/// again. A sentence of a rule must name everything it adds up and goes by its grammar, so it may be
/// longer, but a condition or definition that is longer than this can be cut in two.
fn limit(kind: Kind) -> usize {
    match kind {
        Kind::Rule => 41,
        Kind::Plain => 21,
    }
}

/// What is wrong with a text, as short as an exception names it.
fn findings(shown: &Shown) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in &shown.sentences {
        let count = sentence.split_whitespace().filter(|word| is_word(word)).count();
        if count > limit(shown.kind) {
            found.push(format!("{count} woorden: {}", beginning(sentence)));
        }
    }
    let text = format!(" {} ", only_words(&shown.sentences.join(" ")));
    for (word, plainer, law) in AVOID {
        let allowed = *law && shown.kind == Kind::Rule;
        if !allowed && text.contains(&format!(" {word} ")) {
            found.push(format!("‘{word}’ (liever: {plainer})"));
        }
    }
    found
}

/// Numbers, amounts and marks are no words.
fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

/// The text in small letters with only spaces between its words.
fn only_words(text: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() || c == '-' { c } else { ' ' };
    let plain: String = text.to_lowercase().chars().map(letters).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn beginning(sentence: &str) -> String {
    sentence.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_resident_reads_is_plain() {
    let all = texts::all();
    assert!(all.len() > 2000, "{}", all.len());
    let found: Vec<(String, String)> = all
        .iter()
        .flat_map(|shown| findings(shown).into_iter().map(|what| (shown.place.clone(), what)))
        .collect();
    let known = |place: &str, what: &str| {
        EXCEPTIONS.iter().any(|e| e.place == place && what.contains(e.what))
    };
    let new: Vec<String> = found
        .iter()
        .filter(|(place, what)| !known(place, what))
        .map(|(place, what)| format!("{place}: {what}"))
        .collect();
    let gone: Vec<String> = EXCEPTIONS
        .iter()
        .filter(|e| !found.iter().any(|(place, what)| *place == e.place && what.contains(e.what)))
        .map(|e| format!("{}: {}", e.place, e.what))
        .collect();
    assert!(new.is_empty(), "te moeilijk ({}):\n{}", new.len(), new.join("\n"));
    assert!(gone.is_empty(), "staat er niet meer, haal de uitzondering weg:\n{}", gone.join("\n"));
    assert!(EXCEPTIONS.iter().all(|e| !e.reason.is_empty()));
}

#[test]
fn the_check_finds_what_it_should() {
    let shown = |kind, text: &str| Shown::new("hier".into(), kind, text);
    let long = "woord ".repeat(22);
    assert_eq!(findings(&shown(Kind::Plain, &long)).len(), 1);
    assert_eq!(findings(&shown(Kind::Rule, &long)).len(), 0);
    assert_eq!(findings(&shown(Kind::Plain, &"Kort genoeg. ".repeat(20))).len(), 0);
    assert_eq!(findings(&shown(Kind::Plain, "Indien hij werkt.")).len(), 1);
    assert_eq!(findings(&shown(Kind::Rule, "Indien hij werkt.")).len(), 0);
    assert_eq!(findings(&shown(Kind::Plain, "Hij dient te werken, derhalve.")).len(), 2);
    assert_eq!(findings(&shown(Kind::Plain, "De indiener kan het inzien.")).len(), 0);
}
