//! Extracts the reply from an answer while the LLM writes it.

/// Longest key or intent of the schema.
const LONGEST_NAME: usize = 16;

/// Reads an answer piece by piece and returns the text of its `reply`, exactly as [`super::reading`] reads it from the
/// complete answer. It is a preview: the complete answer is authoritative.
///
/// It returns nothing for an answer that would finalize, reset or undo, since code decides the reply to those.
#[derive(Debug, Default)]
pub(super) struct ReplyScanner {
    state: State,
    /// How many characters of the searched tag matched.
    tag: usize,
    depth: u32,
    /// The next string in the outermost object is a key.
    key_next: bool,
    key: String,
    intent: String,
    /// White space that is returned only if text follows.
    blanks: String,
    begun: bool,
    /// The first half of a surrogate pair.
    high: Option<u16>,
}

#[derive(Clone, Copy, Debug, Default)]
enum State {
    #[default]
    BeforeAnswer,
    Thoughts,
    Structure,
    Text(Role),
    Escape(Role),
    Unicode {
        role: Role,
        digits: u8,
        value: u16,
    },
    Done,
}

#[derive(Clone, Copy, Debug)]
enum Role {
    Key,
    Intent,
    Reply,
    Other,
}

impl ReplyScanner {
    /// Reads more of the answer and returns what it adds to the reply.
    pub fn push(&mut self, text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            self.step(c, &mut out);
        }
        out
    }

    fn step(&mut self, c: char, out: &mut String) {
        let state = self.state;
        match state {
            State::BeforeAnswer if c == '{' => self.begin(),
            State::BeforeAnswer if self.completes("<think>", c) => self.state = State::Thoughts,
            State::Thoughts if self.completes("</think>", c) => self.state = State::BeforeAnswer,
            State::BeforeAnswer | State::Thoughts | State::Done => {}
            State::Structure => self.structure(c),
            State::Text(role) => match c {
                '"' => self.state = if matches!(role, Role::Reply) { State::Done } else { State::Structure },
                '\\' => self.state = State::Escape(role),
                _ => self.write(role, c, out),
            },
            State::Escape(role) => self.escaped(role, c, out),
            State::Unicode { role, digits, value } => self.unicode(role, digits, value, c, out),
        }
    }

    fn begin(&mut self) {
        *self = ReplyScanner { state: State::Structure, depth: 1, key_next: true, ..Self::default() };
    }

    fn completes(&mut self, tag: &str, c: char) -> bool {
        self.tag = match tag[self.tag..].starts_with(c) {
            true => self.tag + 1,
            false => usize::from(c == '<'),
        };
        let complete = self.tag == tag.len();
        if complete {
            self.tag = 0;
        }
        complete
    }

    fn structure(&mut self, c: char) {
        match c {
            '{' | '[' => self.depth = self.depth.saturating_add(1),
            '}' | ']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    self.state = State::BeforeAnswer;
                }
            }
            '"' => self.state = State::Text(self.role()),
            ',' if self.depth == 1 => self.key_next = true,
            ':' if self.depth == 1 => self.key_next = false,
            _ => {}
        }
    }

    /// The role of a string that begins here.
    fn role(&mut self) -> Role {
        match self.key.as_str() {
            _ if self.depth > 1 => Role::Other,
            _ if self.key_next => {
                self.key.clear();
                Role::Key
            }
            "reply" => Role::Reply,
            "intent" => {
                self.intent.clear();
                Role::Intent
            }
            _ => Role::Other,
        }
    }

    fn escaped(&mut self, role: Role, c: char, out: &mut String) {
        self.state = State::Text(role);
        match c {
            'u' => self.state = State::Unicode { role, digits: 0, value: 0 },
            'n' => self.write(role, '\n', out),
            't' => self.write(role, '\t', out),
            'r' | 'b' | 'f' => self.high = None,
            _ => self.write(role, c, out),
        }
    }

    fn unicode(&mut self, role: Role, digits: u8, value: u16, c: char, out: &mut String) {
        let digit = c.to_digit(16).and_then(|digit| u16::try_from(digit).ok()).unwrap_or_default();
        let value = value.wrapping_shl(4) | digit;
        if digits < 3 {
            self.state = State::Unicode { role, digits: digits + 1, value };
            return;
        }
        self.state = State::Text(role);
        let units = self.high.take().into_iter().chain([value]);
        match char::decode_utf16(units).next() {
            Some(Ok(c)) => self.write(role, c, out),
            // Half of a surrogate pair. Without the other half the whole answer is unusable too.
            _ => self.high = Some(value),
        }
    }

    fn write(&mut self, role: Role, c: char, out: &mut String) {
        self.high = None;
        match role {
            Role::Key if self.key.len() < LONGEST_NAME => self.key.push(c),
            Role::Intent if self.intent.len() < LONGEST_NAME => self.intent.push(c),
            Role::Reply if !self.is_withheld() => self.emit(c, out),
            _ => {}
        }
    }

    fn is_withheld(&self) -> bool {
        matches!(self.intent.trim().to_lowercase().as_str(), "finalize" | "reset" | "undo")
    }

    /// Like [`super::reading::clean`]: trimmed, and without control characters.
    fn emit(&mut self, c: char, out: &mut String) {
        if c.is_control() && !matches!(c, '\n' | '\t') {
            return;
        }
        if !c.is_whitespace() {
            self.begun = true;
            out.push_str(&std::mem::take(&mut self.blanks));
            out.push(c);
        } else if self.begun {
            self.blanks.push(c);
        }
    }
}

#[cfg(test)]
#[path = "reply_tests.rs"]
mod tests;
