//! The second pass: the sentences of rules, read with the types of the declared names.
//!
//! Names consist of several words and may hold any word, `van` and `en` included, so a sentence
//! can be cut in more than one way. The parser therefore follows every cut (longest name first),
//! drops the ones whose types do not fit, and accepts a sentence only when exactly one reading
//! is left. Each parsing function returns all its readings with the token where each one ends;
//! what stops a reading is kept as a [`Failure`], from which the report is made.

mod about;
mod ambiguity;
mod article;
mod compound;
mod condition;
mod criterion;
mod dimension;
mod expression;
mod failure;
mod functions;
mod head;
mod literal;
mod ordinal;
mod predicate;
mod rule;
mod subject;
mod table;
mod throughout;
mod time;
mod typing;
mod unique;

use std::cell::{Cell, RefCell};

use crate::cursor::starts_with;
use crate::declare::Declarations;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{
    AttributeId, Binding, BindingId, BindingSource, CheckId, Expr, Model, ObjectTypeId, Span,
    Subject, SubjectKind, Variable,
};
use crate::names::{Names, Symbol};

pub use criterion::declare as declare_checks;
use failure::Failure;
pub use rule::read as read_rule;
pub use table::read as read_table;

/// All the ways to read something, each with the token where it ends.
type Readings<T> = Vec<(T, usize)>;

/// Limits beyond which a sentence counts as too complicated; sentences of law stay far below. They
/// bound time, memory and the depth of what is built, whatever the text.
mod limits {
    /// Calls of nested parsers in a sentence.
    pub const STEPS: u32 = 50_000;
    /// How deep brackets, roles and lists may nest.
    pub const DEPTH: u32 = 48;
    /// Words and signs in a sentence.
    pub const TOKENS: usize = 2_000;
    /// Readings of the same words.
    pub const READINGS: usize = 64;
    /// How often a chain or list is continued, over all its readings.
    pub const ROUNDS: usize = 1_000;
    /// Instances that a sentence runs over within each other: those of its head, and the elements
    /// of selections and lists in each other. With n instances each, n to this power are judged.
    pub const INSTANCES: usize = 5;
    /// Variables of a rule version.
    pub const VARIABLES: usize = 1_000;
}

/// What the words of a sentence can refer to.
#[derive(Debug, Clone, Default)]
struct Scope {
    /// Instances, the innermost last.
    visible: Vec<Visible>,
    /// Attributen that `de X` refers to inside a condition about them.
    references: Vec<(AttributeId, Expr)>,
    /// Aggregations that a list of conditions is about, by the words that are short for them.
    aggregations: Vec<(Vec<String>, Expr)>,
    /// How many bullets the list at hand has.
    level: u32,
    /// The universal subject of a consistentieregel, which stands among its words.
    introduction: Option<Introduction>,
    /// Whether the list at hand is one of criteria, or stands in one.
    criteria: bool,
}

/// Where a sentence introduces its universal subject.
#[derive(Debug, Clone, PartialEq)]
struct Introduction {
    /// Its first word.
    start: Span,
    /// How many tokens it has.
    length: usize,
    subject: Subject,
}

/// An instance a sentence can refer to.
#[derive(Debug, Clone)]
struct Visible {
    /// How to reach it.
    kind: SubjectKind,
    objecttype: ObjectTypeId,
    /// The name it was introduced by: its objecttype, a rol or a kenmerk.
    introduced: Symbol,
    /// Whether it is an element of a subselectie or of a condition on several instances.
    element: bool,
}

/// Reads the sentences of one rule version.
struct Parser<'a> {
    text: &'a str,
    declarations: &'a Declarations,
    tokens: &'a [Token],
    variables: &'a [Variable],
    variable_names: Option<&'a Names>,
    /// What the version of a consistentieregel says.
    checks: &'a [CheckId],
    /// How many bindings the head introduced; elements get the ids after those.
    introduced: usize,
    elements: RefCell<Vec<(u32, ObjectTypeId)>>,
    failure: RefCell<Failure>,
    steps: Cell<u32>,
    depth: Cell<u32>,
    /// What is known of each bullet while a sentence with a mistake is read again.
    bullets: RefCell<Option<compound::Bullets>>,
    /// How far any reading came, once that is reported.
    furthest: Cell<usize>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, declarations: &'a Declarations, tokens: &'a [Token]) -> Parser<'a> {
        Parser {
            text,
            declarations,
            tokens,
            variables: &[],
            variable_names: None,
            checks: &[],
            introduced: 0,
            elements: RefCell::default(),
            failure: RefCell::default(),
            steps: Cell::new(0),
            depth: Cell::new(0),
            bullets: RefCell::default(),
            furthest: Cell::new(0),
        }
    }

    fn model(&self) -> &'a Model {
        &self.declarations.model
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.lower.as_str())
    }

    /// A token as it is written, capitals included.
    fn written(&self, token: &Token) -> &'a str {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    fn kind(&self, at: usize) -> Option<&'a TokenKind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    fn sees(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at..).is_some_and(|rest| starts_with(rest, words))
    }

    /// The place after these words, if they stand here; noted as expected if they do not.
    fn after(&self, at: usize, words: &[&str]) -> Option<usize> {
        if self.sees(at, words) {
            return Some(at + words.len());
        }
        // Point at the first word that differs.
        let same = words.iter().enumerate().take_while(|(i, w)| self.word(at + i) == **w).count();
        self.expect(at + same, &format!("‘{}’", words[same..].join(" ")));
        None
    }

    /// The span of the tokens from `from` up to and without `to`.
    fn span(&self, from: usize, to: usize) -> Span {
        let first = self.tokens.get(from).or(self.tokens.last()).map(|token| token.span);
        let last = self.tokens.get(to.saturating_sub(1).max(from)).map(|token| token.span);
        match (first, last) {
            (Some(first), Some(last)) => first.to(last),
            (Some(only), None) => Span { start: only.end, ..only },
            _ => Span { file: crate::model::FileId(0), start: 0, end: 0 },
        }
    }

    /// Notes what the grammar allows here.
    fn expect(&self, at: usize, what: &str) {
        self.failure.borrow_mut().expect(at, what);
    }

    /// Notes a reading that ends here and means something impossible.
    fn refuse(&self, at: usize, diagnostic: Diagnostic) {
        self.failure.borrow_mut().refuse(at, diagnostic);
    }

    /// Keeps the result, or notes the mistake of a reading that ends at `at`.
    fn accept<T>(&self, at: usize, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.refuse(at, diagnostic)).ok()
    }

    /// Runs a nested parser unless the sentence is too complicated or nests too deep.
    fn nested<T>(&self, at: usize, parse: impl FnOnce() -> Readings<T>) -> Readings<T> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > limits::STEPS
            || self.depth.get() >= limits::DEPTH
            || self.tokens.len() > limits::TOKENS
        {
            return self.give_up(at);
        }
        self.depth.set(self.depth.get() + 1);
        let readings = parse();
        self.depth.set(self.depth.get() - 1);
        readings
    }

    /// Goes on with the readings that can be continued, until none can; `go_on` gives what one
    /// reading becomes, and adds it to the second list when it is complete.
    fn follow<T: PartialEq>(
        &self,
        at: usize,
        mut open: Readings<T>,
        mut go_on: impl FnMut((T, usize), &mut Readings<T>) -> Readings<T>,
    ) -> Readings<T> {
        let mut complete = Vec::new();
        let mut rounds = 0..limits::ROUNDS;
        while let Some(reading) = open.pop() {
            if rounds.next().is_none() {
                return self.give_up(at);
            }
            open.extend(go_on(reading, &mut complete));
        }
        self.distinct(at, complete)
    }

    /// Readings without those that mean the same and end at the same place.
    fn distinct<T: PartialEq>(&self, at: usize, readings: Readings<T>) -> Readings<T> {
        let mut out: Readings<T> = Vec::new();
        for reading in readings {
            if out.contains(&reading) {
                continue;
            }
            if out.len() == limits::READINGS {
                return self.give_up(at);
            }
            out.push(reading);
        }
        out
    }

    /// No readings, since there are too many to follow; the sentence is then refused as a whole.
    fn give_up<T>(&self, at: usize) -> Readings<T> {
        self.failure.borrow_mut().too_complicated(at);
        Vec::new()
    }

    /// Whether readings were given up, so that those left are not all there are.
    fn gave_up(&self) -> bool {
        self.failure.borrow().gave_up()
    }

    /// The place for an element introduced at a token; the same for every reading of it.
    fn element(&self, at: usize, objecttype: ObjectTypeId) -> BindingId {
        let mut elements = self.elements.borrow_mut();
        let key = (self.span(at, at + 1).start, objecttype);
        let index = elements.iter().position(|element| *element == key).unwrap_or_else(|| {
            elements.push(key);
            elements.len() - 1
        });
        BindingId((self.introduced + index) as u16)
    }

    /// The place of each of several instances and the scope of the condition on it, which starts at
    /// `at`; what it belongs to starts at `from`.
    fn each(
        &self,
        from: usize,
        at: usize,
        of: &Subject,
        scope: &Scope,
    ) -> Option<(BindingId, Scope)> {
        let runs = |visible: &&Visible| matches!(visible.kind, SubjectKind::Binding(_));
        if scope.visible.iter().filter(runs).count() >= limits::INSTANCES {
            self.refuse(at + 1, too_many_instances(self.span(at, at + 1)));
            return None;
        }
        let element = self.element(from, of.objecttype);
        Some((element, scope.with_element(SubjectKind::Binding(element), of)))
    }

    /// A parser that knows the same names, for other tokens of the same version.
    fn fork(&self) -> Parser<'a> {
        Parser {
            variables: self.variables,
            variable_names: self.variable_names,
            introduced: self.introduced,
            elements: RefCell::new(self.elements.borrow().clone()),
            ..Parser::new(self.text, self.declarations, self.tokens)
        }
    }

    /// The one reading that ends at `end`, or a report of why there is none or more than one.
    fn only<T: PartialEq + ambiguity::Spans>(
        &self,
        readings: Readings<T>,
        end: usize,
    ) -> Result<T, Diagnostic> {
        for (_, stop) in readings.iter().filter(|(_, stop)| *stop < end) {
            self.expect(*stop, "het einde van de zin");
        }
        let whole = readings.into_iter().filter(|(_, stop)| *stop == end);
        let mut whole = self.distinct(0, whole.collect());
        if self.gave_up() {
            return Err(self.report());
        }
        match (whole.pop(), whole.pop()) {
            (Some((only, _)), None) => Ok(only),
            (Some((one, _)), Some((other, _))) => {
                Err(ambiguity::report(self.text, self.model(), self.span(0, end), &other, &one))
            }
            (None, _) => Err(self.report()),
        }
    }

    /// Whether some reading came to the end of the tokens and only lacked more of them; asked
    /// after a report.
    fn reached_end(&self) -> bool {
        self.furthest.get() >= self.tokens.len()
    }

    /// Why the sentence cannot be read.
    fn report(&self) -> Diagnostic {
        self.furthest.set(self.failure.borrow().furthest());
        let mut tables = vec![&self.declarations.names];
        tables.extend(self.variable_names);
        self.failure.take().report(self.text, self.tokens, &tables)
    }

    /// The bindings for the elements met so far.
    fn element_bindings(&self) -> Vec<Binding> {
        let element = |&(_, objecttype): &(u32, ObjectTypeId)| Binding {
            objecttype,
            source: BindingSource::Element,
        };
        self.elements.borrow().iter().map(element).collect()
    }
}

/// The report of more instances within each other than [`limits::INSTANCES`].
fn too_many_instances(span: Span) -> Diagnostic {
    let message = "hier staan te veel onderwerpen en selecties in elkaar";
    Diagnostic::new(Code::Unsupported, span, message).label("te diep").help(
        "geef wat de binnenste selectie zegt een eigen kenmerk of attribuut, met een eigen regel",
    )
}

impl Scope {
    /// The same, with an element of `of` in it, or `of` itself, that `hij` refers to; it has the
    /// name of the rol it is reached by, if that is how it is reached.
    fn with_element(&self, kind: SubjectKind, of: &Subject) -> Scope {
        let mut scope = self.clone();
        let mut named = of;
        let introduced = loop {
            match &named.kind {
                SubjectKind::Where { of, .. } => named = of,
                SubjectKind::Role { role, .. } => break Symbol::Role(*role),
                _ => break Symbol::ObjectType(of.objecttype),
            }
        };
        let objecttype = of.objecttype;
        scope.visible.push(Visible { kind, objecttype, introduced, element: true });
        scope
    }
}
