//! The symbol table: every declared name, as a trie over words.

use std::collections::HashMap;

use crate::lexer::Token;
use crate::model::{
    AttributeId, CheckId, KenmerkId, ObjectTypeId, ParameterId, RoleId, VariableId,
};

/// An attribuut with dimensies of which not every label is said, by its position among those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialId(pub u32);

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Symbol {
    /// An objecttype.
    ObjectType(ObjectTypeId),
    /// A rol.
    Role(RoleId),
    /// An attribuut.
    Attribute(AttributeId),
    /// A kenmerk.
    Kenmerk(KenmerkId),
    /// A parameter.
    Parameter(ParameterId),
    /// A version of a consistentieregel.
    Check(CheckId),
    /// An attribuut with dimensies of which not every label is said.
    Partial(PartialId),
    /// A variable of the rule version at hand.
    Variable(VariableId),
}

/// Whether a name is the singular or the plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grammatical {
    /// Singular.
    Singular,
    /// Plural.
    Plural,
}

/// An entry of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entry {
    /// What the name stands for.
    pub symbol: Symbol,
    /// In which number.
    pub number: Grammatical,
}

/// The name that looks most like what is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The name as declared.
    pub name: String,
    /// How far off the written words are, from 0 (equal) to 1.
    pub distance: f64,
    /// How many tokens are written where the name was meant.
    pub length: usize,
}

/// Names of several words, found by longest match first.
#[derive(Debug, Default, Clone)]
pub struct Names {
    root: Node,
    /// Every name, for suggestions.
    all: Vec<Known>,
}

/// A name as declared, and in the form in which it is compared.
#[derive(Debug, Clone)]
struct Known {
    shown: String,
    lower: String,
    /// The length of `lower` in characters.
    characters: usize,
    /// The length in tokens.
    length: usize,
    entry: Entry,
}

/// The distance up to which a name may be what was meant.
const NEAR: f64 = 0.34;

#[derive(Debug, Default, Clone)]
struct Node {
    next: HashMap<String, Node>,
    entries: Vec<Entry>,
}

impl Names {
    /// Adds a name given as its tokens.
    pub fn add(&mut self, tokens: &[Token], shown: &str, entry: Entry) {
        self.add_words(tokens.iter().map(|token| token.lower.clone()).collect(), shown, entry);
    }

    /// Adds a name given as its words in lower case.
    pub fn add_words(&mut self, words: Vec<String>, shown: &str, entry: Entry) {
        let length = words.len();
        let mut node = &mut self.root;
        for word in words {
            node = node.next.entry(word).or_default();
        }
        if !node.entries.contains(&entry) {
            node.entries.push(entry);
            let (shown, lower) = (shown.to_string(), shown.to_lowercase());
            let characters = lower.chars().count();
            self.all.push(Known { shown, lower, characters, length, entry });
        }
    }

    /// All names that start at the first token, longest first, with their length in tokens.
    pub fn matches(&self, tokens: &[Token]) -> Vec<(usize, &[Entry])> {
        let mut found = Vec::new();
        let mut node = &self.root;
        for (index, token) in tokens.iter().enumerate() {
            match node.next.get(&token.lower) {
                Some(next) => node = next,
                None => break,
            }
            if !node.entries.is_empty() {
                found.push((index + 1, node.entries.as_slice()));
            }
        }
        found.reverse();
        found
    }

    /// The name that looks most like what starts at the first token, among those `wanted`, and
    /// that reaches at least `reach` tokens; a name that is written just so does not count.
    pub fn nearest(
        &self,
        tokens: &[Token],
        reach: usize,
        wanted: impl Fn(Entry) -> bool,
    ) -> Option<Nearest> {
        let mut best: Option<Nearest> = None;
        // What is written, by its length in tokens less one, with its length in characters.
        let mut written: Vec<(String, usize)> = Vec::new();
        for known in self.all.iter().filter(|known| wanted(known.entry)) {
            // One word more or less than meant is a mistake too.
            let lengths = known.length.saturating_sub(1).max(reach.max(1))..=known.length + 1;
            for length in lengths.take_while(|length| *length <= tokens.len()) {
                while written.len() < length {
                    let mut text = written.last().map_or(String::new(), |(text, _)| text.clone());
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(&tokens[written.len()].lower);
                    let characters = text.chars().count();
                    written.push((text, characters));
                }
                let (written, characters) = &written[length - 1];
                // Names that differ too much in length need no closer look.
                let longest = known.characters.max(*characters) as f64;
                if known.characters.abs_diff(*characters) as f64 > NEAR * longest {
                    continue;
                }
                let distance = 1.0 - strsim::normalized_damerau_levenshtein(written, &known.lower);
                if distance > 0.0
                    && distance <= NEAR
                    && best.as_ref().is_none_or(|best| distance < best.distance)
                {
                    best = Some(Nearest { name: known.shown.clone(), distance, length });
                }
            }
        }
        best
    }
}
