//! The reply as it is being written: found in an answer that is not complete yet.

/// Longer keys and intents are none of ours.
const LONGEST_NAME: usize = 16;

/// Reads an answer piece by piece and gives out the text of its `reply`, exactly as [`super::reading`] will find it in
/// the complete answer. That one has the last word: what comes from here is a preview.
///
/// The text of an answer that would finalize, reset or undo is not given out, since what is then said is decided after
/// the answer.
#[derive(Debug, Default)]
pub(super) struct ReplyScanner {
    place: Place,
    /// How much of the tag looked for was seen.
    tag: usize,
    depth: u32,
    /// The next text in the outermost object is a key.
    key_next: bool,
    key: String,
    intent: String,
    /// Blanks that are given out only if something follows them.
    blanks: String,
    begun: bool,
    /// The first half of a character written as two escapes.
    high: Option<u16>,
}

#[derive(Clone, Copy, Debug, Default)]
enum Place {
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
    /// What these characters add to the reply.
    pub fn push(&mut self, text: &str) -> String {
        let mut told = String::new();
        for c in text.chars() {
            self.step(c, &mut told);
        }
        told
    }

    fn step(&mut self, c: char, told: &mut String) {
        let place = self.place;
        match place {
            Place::BeforeAnswer if c == '{' => self.begin(),
            Place::BeforeAnswer if self.completes("<think>", c) => self.place = Place::Thoughts,
            Place::Thoughts if self.completes("</think>", c) => self.place = Place::BeforeAnswer,
            Place::BeforeAnswer | Place::Thoughts | Place::Done => {}
            Place::Structure => self.structure(c),
            Place::Text(role) => match c {
                '"' => self.place = if matches!(role, Role::Reply) { Place::Done } else { Place::Structure },
                '\\' => self.place = Place::Escape(role),
                _ => self.write(role, c, told),
            },
            Place::Escape(role) => self.escaped(role, c, told),
            Place::Unicode { role, digits, value } => self.unicode(role, digits, value, c, told),
        }
    }

    fn begin(&mut self) {
        *self = ReplyScanner { place: Place::Structure, depth: 1, key_next: true, ..Self::default() };
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
                    self.place = Place::BeforeAnswer;
                }
            }
            '"' => self.place = Place::Text(self.role()),
            ',' if self.depth == 1 => self.key_next = true,
            ':' if self.depth == 1 => self.key_next = false,
            _ => {}
        }
    }

    /// What a text that begins here is.
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

    fn escaped(&mut self, role: Role, c: char, told: &mut String) {
        self.place = Place::Text(role);
        match c {
            'u' => self.place = Place::Unicode { role, digits: 0, value: 0 },
            'n' => self.write(role, '\n', told),
            't' => self.write(role, '\t', told),
            'r' | 'b' | 'f' => self.high = None,
            _ => self.write(role, c, told),
        }
    }

    fn unicode(&mut self, role: Role, digits: u8, value: u16, c: char, told: &mut String) {
        let digit = c.to_digit(16).and_then(|digit| u16::try_from(digit).ok()).unwrap_or_default();
        let value = value.wrapping_shl(4) | digit;
        if digits < 3 {
            self.place = Place::Unicode { role, digits: digits + 1, value };
            return;
        }
        self.place = Place::Text(role);
        let units = self.high.take().into_iter().chain([value]);
        match char::decode_utf16(units).next() {
            Some(Ok(c)) => self.write(role, c, told),
            // Half a character: the other half may follow. If not, the whole answer will not be usable either.
            _ => self.high = Some(value),
        }
    }

    fn write(&mut self, role: Role, c: char, told: &mut String) {
        self.high = None;
        match role {
            Role::Key if self.key.len() < LONGEST_NAME => self.key.push(c),
            Role::Intent if self.intent.len() < LONGEST_NAME => self.intent.push(c),
            Role::Reply if !self.is_held_back() => self.tell(c, told),
            _ => {}
        }
    }

    fn is_held_back(&self) -> bool {
        matches!(self.intent.trim().to_lowercase().as_str(), "finalize" | "reset" | "undo")
    }

    /// As in [`super::reading::clean`]: trimmed, and without control characters.
    fn tell(&mut self, c: char, told: &mut String) {
        if c.is_control() && !matches!(c, '\n' | '\t') {
            return;
        }
        if !c.is_whitespace() {
            self.begun = true;
            told.push_str(&std::mem::take(&mut self.blanks));
            told.push(c);
        } else if self.begun {
            self.blanks.push(c);
        }
    }
}

#[cfg(test)]
#[path = "reply_tests.rs"]
mod tests;
