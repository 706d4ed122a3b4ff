//! What is wrong with a text, where, and how to mend it.

use std::fmt;

use miette::{LabeledSpan, NamedSource, SourceCode};

use crate::model::Span;
use crate::source::Source;

/// The kinds of mistake. The code is stable: tests and editors may rely on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character or literal that is not part of the language.
    Character,
    /// Something else stands where the grammar expects a word.
    Expected,
    /// A name that nothing is declared under.
    UnknownName,
    /// A unit that no eenheidssysteem has.
    UnknownUnit,
    /// A name, rule or version declared twice.
    Duplicate,
    /// A sentence that can be read in more than one way.
    Ambiguous,
    /// Values of types that do not go together.
    Datatype,
    /// Units that cannot be converted into each other.
    Unit,
    /// More decimals than fit where the value goes.
    Decimals,
    /// A subject that is missing, or refers to nothing or to too much.
    Subject,
    /// The wrong written form of a condition or kenmerk.
    Form,
    /// What changes in time where nothing may, or at other moments than it may.
    Timeline,
    /// Another article than the name has.
    Article,
    /// A part of RegelSpraak 2.3 this version does not have yet.
    Unsupported,
}

impl Code {
    /// The code as users see it.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Character => "teken",
            Code::Expected => "verwacht",
            Code::UnknownName => "onbekende-naam",
            Code::UnknownUnit => "onbekende-eenheid",
            Code::Duplicate => "dubbel",
            Code::Ambiguous => "dubbelzinnig",
            Code::Datatype => "datatype",
            Code::Unit => "eenheid",
            Code::Decimals => "decimalen",
            Code::Subject => "onderwerp",
            Code::Form => "vorm",
            Code::Timeline => "tijdlijn",
            Code::Article => "lidwoord",
            Code::Unsupported => "nog-niet-ondersteund",
        }
    }
}

/// One mistake.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// What is wrong, in Dutch.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to say at that place.
    pub label: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The name that was probably meant.
    pub suggestion: Option<String>,
    /// Other places that matter, with what to say there.
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// A mistake at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            message: message.into(),
            span,
            label: "hier".to_string(),
            help: None,
            suggestion: None,
            related: Vec::new(),
        }
    }

    /// Says something at the place.
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// Says how to mend it.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Names what was probably meant.
    pub fn suggest(mut self, name: Option<String>) -> Diagnostic {
        self.suggestion = name;
        self
    }

    /// Points at another place.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.related.push((span, label.into()));
        self
    }

    fn help_text(&self) -> Option<String> {
        let meant = self.suggestion.as_ref().map(|name| format!("bedoelde u ‘{name}’?"));
        match (meant, &self.help) {
            (Some(meant), Some(help)) => Some(format!("{meant} {help}")),
            (meant, help) => meant.or_else(|| help.clone()),
        }
    }
}

/// The most mistakes that are listed; nobody reads more, and finding the line of each takes time.
const MAX_LISTED: usize = 1_000;

/// All mistakes in a set of texts, in the order of the text; of very many only the first.
#[derive(Debug, Clone)]
pub struct Diagnostics {
    /// The mistakes.
    pub list: Vec<Diagnostic>,
    /// How many more there are.
    pub left_out: usize,
    sources: Vec<Source>,
}

impl Diagnostics {
    /// Mistakes in texts, each named once.
    pub fn new(mut list: Vec<Diagnostic>, sources: &[Source]) -> Diagnostics {
        let place = |d: &Diagnostic| (d.span.file, d.span.start, d.span.end);
        list.sort_by_key(place);
        // Spans compare equal wherever they are, and the same mistake elsewhere is another one.
        list.dedup_by(|one, other| place(one) == place(other) && one == other);
        let left_out = list.len().saturating_sub(MAX_LISTED);
        list.truncate(MAX_LISTED);
        Diagnostics { list, left_out, sources: sources.to_vec() }
    }

    /// File name, line and column of a mistake.
    pub fn position(&self, diagnostic: &Diagnostic) -> (&str, u32, u32) {
        match self.sources.get(diagnostic.span.file.index()) {
            Some(source) => {
                let (line, column) = source.position(diagnostic.span.start);
                (&source.name, line, column)
            }
            None => ("", 0, 0),
        }
    }

    /// Line and column right after a mistake.
    pub fn end(&self, diagnostic: &Diagnostic) -> (u32, u32) {
        let source = self.sources.get(diagnostic.span.file.index());
        source.map_or((0, 0), |source| source.position(diagnostic.span.end))
    }

    /// The mistakes in the form that `miette` renders.
    pub fn reports(&self) -> impl Iterator<Item = Report> + '_ {
        self.list.iter().map(|diagnostic| Report {
            diagnostic: diagnostic.clone(),
            source: self
                .sources
                .get(diagnostic.span.file.index())
                .map(|source| NamedSource::new(&source.name, source.text.clone())),
        })
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.list {
            let (file, line, column) = self.position(diagnostic);
            writeln!(f, "{file}:{line}:{column}: {diagnostic}")?;
            if let Some(help) = diagnostic.help_text() {
                writeln!(f, "  hulp: {help}")?;
            }
        }
        if self.left_out > 0 {
            writeln!(f, "en nog {} fouten", self.left_out)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {}", self.code.as_str(), self.message)
    }
}

/// One mistake together with its text, for rendering.
#[derive(Debug)]
pub struct Report {
    diagnostic: Diagnostic,
    source: Option<NamedSource<String>>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.code.as_str()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.diagnostic.help_text().map(|text| Box::new(text) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = |(span, text): (Span, &str)| {
            let length = span.end.saturating_sub(span.start) as usize;
            LabeledSpan::new(Some(text.to_string()), span.start as usize, length)
        };
        let main = std::iter::once((self.diagnostic.span, self.diagnostic.label.as_str()));
        let file = self.diagnostic.span.file;
        let others = self.diagnostic.related.iter().map(|(span, text)| (*span, text.as_str()));
        Some(Box::new(main.chain(others.filter(move |(span, _)| span.file == file)).map(label)))
    }
}
