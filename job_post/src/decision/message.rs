//! One message of the user, read once: its words, numbers and pay.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use uuid::Uuid;

use super::consent;
use crate::Position;
use crate::language::words::{self, Word, pattern};
use crate::money::{self, Figure, Pay};

/// A message of the user, or a reply of the agent read like one.
#[derive(Clone, Debug)]
pub(crate) struct Message<'a> {
    /// The turn of the message; `None` for a reply.
    pub turn: Option<Uuid>,
    pub text: &'a str,
    /// Without the words of questions to the agent and of orders to the LLM: neither states a value.
    pub words: Vec<Word>,
    questions: Vec<Range<usize>>,
    figures: OnceCell<Vec<Figure>>,
    pays: OnceCell<Vec<Pay>>,
}

impl<'a> Message<'a> {
    pub fn new(text: &'a str) -> Self {
        Self::without(text, questions(text))
    }

    /// Reads the current message, without the paragraphs that give orders to the LLM.
    pub fn current(turn: Uuid, text: &'a str) -> Self {
        let left_out = questions(text).into_iter().chain(consent::orders_in(text)).collect();
        Self { turn: Some(turn), ..Self::without(text, left_out) }
    }

    fn without(text: &'a str, questions: Vec<Range<usize>>) -> Self {
        let mut words = words::words(text);
        words.retain(|word| !questions.iter().any(|question| question.contains(&word.span.start)));
        Self { turn: None, text, words, questions, figures: OnceCell::new(), pays: OnceCell::new() }
    }

    /// Reads an earlier message.
    pub fn earlier(turn: Uuid, text: &'a str) -> Self {
        Self { turn: Some(turn), ..Self::new(text) }
    }

    /// The position of a quote that is a slice of this text.
    pub fn position(&self, quote: &str) -> Option<Position> {
        let place = self.span(quote)?;
        let start = characters(self.text.get(..place.start)?)?;
        Some(Position { start, end: start + characters(self.text.get(place)?)? })
    }

    /// The byte range of a quote that is a slice of this text; `None` for equal words from elsewhere.
    pub fn span(&self, quote: &str) -> Option<Range<usize>> {
        let start = quote.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        (start + quote.len() <= self.text.len()).then(|| start..start + quote.len())
    }

    /// The numbers of the message, without those in questions.
    pub fn figures(&self) -> &[Figure] {
        self.figures.get_or_init(|| {
            let mut figures = money::numbers_in(self.text);
            figures.retain(|figure| !self.is_asked(figure.span.start));
            figures
        })
    }

    /// Is it as long as a pasted ad? Such a message names other sums and numbers too: allowances, customers, years.
    pub fn is_long(&self) -> bool {
        const LONG: usize = 40;
        self.words.len() > LONG
    }

    /// The pay in the message, without that in questions. `context` is the text of the whole conversation.
    pub fn pays(&self, context: &str) -> &[Pay] {
        self.pays.get_or_init(|| {
            let mut pays = money::find_in(self.text, context);
            pays.retain(|pay| !self.is_asked(pay.span.start));
            pays
        })
    }

    /// Does a question to the agent overlap these bytes?
    pub fn asks_within(&self, span: Range<usize>) -> bool {
        self.questions.iter().any(|question| question.start < span.end && span.start < question.end)
    }

    /// Is the byte part of a question to the agent?
    pub fn is_asked(&self, at: usize) -> bool {
        self.questions.iter().any(|question| question.contains(&at))
    }
}

fn characters(text: &str) -> Option<u32> {
    u32::try_from(text.chars().count()).ok()
}

/// The questions to the agent. "What about …?" and "Can you …?" state something, so they are none.
fn questions(text: &str) -> Vec<Range<usize>> {
    static ASKING: LazyLock<Regex> = LazyLock::new(|| {
        let opening = r"what|what's|which|how|why|when|who|where|is|are|should|was|welche[srn]?|wie|warum|wer|wo|ist|sind|soll|quel(le)?s?|combien|comment|pourquoi|quand|où|cuánto|cuánta|cuál|qué|cómo|dónde|cuándo|ما|ماذا|كم|كيف|أين|متى|لماذا";
        pattern(&format!(
            r"(?i)(?:^|[.!?\n]\s*)(?:(?:so|and|but|ok|okay|hmm|und),?\s+)?((?:¿\s*)?(?:{opening})\b[^.!?\n]*[?؟])"
        ))
    });
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(question) = ASKING.captures_at(text, from).and_then(|captures| captures.get(1)) {
        let lower = question.as_str().to_lowercase();
        if !["what about", "how about", "wie wäre", "what if"]
            .iter()
            .any(|stating| lower.starts_with(stating))
        {
            found.push(question.range());
        }
        // The question mark may open the next sentence.
        from = question.end() - 1;
        if from <= question.start() {
            break;
        }
    }
    found
}
