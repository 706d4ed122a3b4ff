//! Rule text with its name, and the way from a byte to a line and column.

/// A text to compile.
#[derive(Debug, Clone)]
pub struct Source {
    /// What diagnostics call it, usually a path.
    pub name: String,
    /// The text.
    pub text: String,
}

impl Source {
    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        Source { name: name.into(), text: text.into() }
    }

    /// Line and column of a byte, both counted from 1; columns count characters.
    pub fn position(&self, byte: u32) -> (u32, u32) {
        let mut end = (byte as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line = before.matches('\n').count() as u32 + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() as u32 + 1)
    }
}
