//! From the events of the YAML parser to a tree.

use std::borrow::Cow;
use std::collections::HashMap;

use engine::language::Text;
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span, StrInput, Tag};

use super::{
    DocumentError, Key, Limits, Node, NodeKind, Position, Problems, excerpt, syntax, texts,
};

/// Builds the tree of one document. The open lists and groups are a stack of its own, never the
/// stack of the program.
pub(super) struct Builder<'p> {
    file: &'p str,
    limits: Limits,
    problems: &'p mut Problems,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    /// Where the last event starts and ends.
    last: (Position, Position),
}

/// A list or group of fields that is not closed yet.
enum Open {
    Sequence { items: Vec<Node>, position: Position },
    Mapping(OpenMapping),
}

#[derive(Default)]
struct OpenMapping {
    fields: Vec<(Key, Node)>,
    places: HashMap<String, Position>,
    key: PendingKey,
    position: Option<Position>,
}

/// The field name that waits for its value.
#[derive(Default)]
enum PendingKey {
    /// The next node is a field name.
    #[default]
    None,
    /// The next node is its value.
    Named(Key),
    /// The next node is the value of a field that was refused.
    Refused,
}

impl<'p> Builder<'p> {
    pub(super) fn new(file: &'p str, limits: Limits, problems: &'p mut Problems) -> Self {
        Builder {
            file,
            limits,
            problems,
            open: Vec::new(),
            root: None,
            documents: 0,
            last: (Position::START, Position::START),
        }
    }

    /// The tree, or nothing after adding the reason to the problems.
    pub(super) fn build(
        mut self,
        mut parser: Parser<'_, StrInput<'_>>,
        text: &str,
    ) -> Option<Node> {
        while let Some(event) = parser.next_event() {
            let handled = match event {
                Ok((event, span)) => self.event(event, span),
                Err(error) => {
                    let text = syntax::Text { text, open: self.open_places(), last: self.last };
                    Err(text.error(self.file, &error))
                }
            };
            if let Err(error) = handled {
                self.problems.push(error);
                return None;
            }
        }
        let root = self.root.filter(|root| !root.is_null());
        if root.is_none() {
            self.problems.push(DocumentError::new(
                self.file,
                Position::START,
                texts::EMPTY_FILE,
                texts::EMPTY_FILE_HINT,
            ));
        }
        root
    }

    /// Handles one event; an error means that there is no going on.
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), DocumentError> {
        let position = place(span.start);
        self.last = (position, place(span.end));
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(self.error(
                        position,
                        texts::MORE_DOCUMENTS,
                        texts::MORE_DOCUMENTS_HINT,
                    ));
                }
            }
            Event::Alias(_) => {
                self.refuse_anchor(position);
                let text = String::new();
                self.node(Node { kind: NodeKind::Scalar { text, quoted: true }, position });
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.extras(anchor, tag.as_deref(), position);
                let quoted = style != ScalarStyle::Plain;
                let text = Cow::into_owned(text);
                self.node(Node { kind: NodeKind::Scalar { text, quoted }, position });
            }
            Event::SequenceStart(anchor, tag) => {
                self.extras(anchor, tag.as_deref(), position);
                self.descend(position, Open::Sequence { items: Vec::new(), position })?;
            }
            Event::MappingStart(anchor, tag) => {
                self.extras(anchor, tag.as_deref(), position);
                let mapping = OpenMapping { position: Some(position), ..OpenMapping::default() };
                self.descend(position, Open::Mapping(mapping))?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.ascend(),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    /// Where the lists and groups that are open start, the outermost first.
    fn open_places(&self) -> Vec<Position> {
        let place = |open: &Open| match open {
            Open::Sequence { position, .. } => *position,
            Open::Mapping(mapping) => mapping.position.unwrap_or(Position::START),
        };
        self.open.iter().map(place).collect()
    }

    fn descend(&mut self, position: Position, open: Open) -> Result<(), DocumentError> {
        if self.open.len() >= self.limits.depth {
            return Err(syntax::too_deep(self.file, position, self.limits.depth));
        }
        self.open.push(open);
        Ok(())
    }

    fn ascend(&mut self) {
        let node = match self.open.pop() {
            Some(Open::Sequence { items, position }) => {
                Node { kind: NodeKind::Sequence(items), position }
            }
            Some(Open::Mapping(mapping)) => Node {
                kind: NodeKind::Mapping(mapping.fields),
                position: mapping.position.unwrap_or(Position::START),
            },
            None => return,
        };
        self.node(node);
    }

    /// Puts a finished node where it belongs.
    fn node(&mut self, mut node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping(mapping)) => match std::mem::take(&mut mapping.key) {
                PendingKey::Refused => {}
                PendingKey::Named(key) => {
                    if node.is_null() {
                        node.position = key.position;
                    }
                    mapping.fields.push((key, node));
                }
                PendingKey::None => self.key(node),
            },
        }
    }

    /// Takes a node as the name of a field.
    fn key(&mut self, node: Node) {
        let position = node.position;
        let (key, refusal) = match node.kind {
            NodeKind::Scalar { text, quoted } if quoted || !text.is_empty() => {
                match self.earlier(&text) {
                    None => (PendingKey::Named(Key { text, position }), None),
                    Some(earlier) => {
                        let message = texts::double_field(&excerpt(&text));
                        let hint = texts::also_on_line(earlier.line);
                        (PendingKey::Refused, Some((message, hint)))
                    }
                }
            }
            _ => (PendingKey::Refused, Some((texts::NAME_OF_FIELD, texts::WRITE_FIELD))),
        };
        if let Some((message, hint)) = refusal {
            self.problems.push(DocumentError::new(self.file, position, message, hint));
        }
        if let Some(Open::Mapping(mapping)) = self.open.last_mut() {
            if let PendingKey::Named(key) = &key {
                mapping.places.insert(key.text.clone(), key.position);
            }
            mapping.key = key;
        }
    }

    /// Where the group that is open already has this field.
    fn earlier(&self, name: &str) -> Option<Position> {
        match self.open.last() {
            Some(Open::Mapping(mapping)) => mapping.places.get(name).copied(),
            _ => None,
        }
    }

    /// Refuses what YAML allows beside a value.
    fn extras(&mut self, anchor: usize, tag: Option<&Tag>, position: Position) {
        if anchor != 0 {
            self.refuse_anchor(position);
        }
        if tag.is_some() {
            self.problems.push(self.error(position, texts::TAG, texts::TAG_HINT));
        }
    }

    fn refuse_anchor(&mut self, position: Position) {
        self.problems.push(syntax::anchor(self.file, position));
    }

    fn error(&self, position: Position, message: Text, hint: Text) -> DocumentError {
        DocumentError::new(self.file, position, message, hint)
    }
}

fn place(mark: Marker) -> Position {
    Position { line: mark.line().max(1), column: mark.col() + 1 }
}
