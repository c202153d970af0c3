//! What the user said so far: where facts may come from, and the quotes that prove it.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::consent;
use crate::money::{self, Figure, Pay};
use crate::words::{self, Word, pattern};

/// One message of the user's.
#[derive(Clone, Debug)]
pub(crate) struct Message<'a> {
    pub text: &'a str,
    /// Without those of questions to the agent: who asks for a fair salary has not named one.
    pub words: Vec<Word>,
    questions: Vec<Range<usize>>,
    figures: OnceCell<Vec<Figure>>,
    pays: OnceCell<Vec<Pay>>,
}

impl<'a> Message<'a> {
    pub fn new(text: &'a str) -> Self {
        let questions = questions(text);
        let mut words = words::words(text);
        words.retain(|word| !questions.iter().any(|question| question.contains(&word.span.start)));
        Self { text, words, questions, figures: OnceCell::new(), pays: OnceCell::new() }
    }

    /// The numbers of the message, without those of questions.
    pub fn figures(&self) -> &[Figure] {
        self.figures.get_or_init(|| {
            let mut figures = money::numbers_in(self.text);
            figures.retain(|figure| !self.is_asked(figure.span.start));
            figures
        })
    }

    /// The pay the message speaks of, without that of questions; `context` is that of the whole conversation.
    pub fn pays(&self, context: &str) -> &[Pay] {
        self.pays.get_or_init(|| {
            let mut pays = money::find_in(self.text, context);
            pays.retain(|pay| !self.is_asked(pay.span.start));
            pays
        })
    }

    fn is_asked(&self, at: usize) -> bool {
        self.questions.iter().any(|question| question.contains(&at))
    }
}

/// Sentences that ask the agent something. "What about …?" and "Can you …?" are ways of telling, so they stay.
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
            .any(|telling| lower.starts_with(telling))
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

/// So much of the earlier messages is looked at, the newest first, in bytes: what a turn costs stays bounded.
const MAX_HISTORY: usize = 256 * 1024;

/// All the user's words that count in this turn.
#[derive(Clone, Debug)]
pub(crate) struct Said<'a> {
    pub current: Message<'a>,
    /// Newest first.
    pub earlier: Vec<Message<'a>>,
    /// The agent's proposal that the current message says yes to.
    pub confirmed: Option<&'a str>,
    context: OnceCell<String>,
}

impl<'a> Said<'a> {
    pub fn new(current: &'a str, earlier: &'a [String], last_reply: &'a str) -> Self {
        let earlier = earlier
            .iter()
            .rev()
            .scan(0, |total, message| {
                *total += message.len();
                (*total <= MAX_HISTORY).then_some(message)
            })
            .filter(|message| !consent::is_instruction_like(message))
            .map(|message| Message::new(message))
            .collect();
        let confirmed =
            consent::is_plain_yes(current).then_some(last_reply).filter(|reply| !reply.is_empty());
        Self { current: Message::new(current), earlier, confirmed, context: OnceCell::new() }
    }

    /// The same, but only the current message (and what it says yes to) counts.
    pub fn now(&self) -> Said<'a> {
        Said {
            current: self.current.clone(),
            earlier: Vec::new(),
            confirmed: self.confirmed,
            context: self.context.clone(),
        }
    }

    /// Newest first.
    pub fn messages(&self) -> impl Iterator<Item = &Message<'a>> {
        std::iter::once(&self.current).chain(&self.earlier)
    }

    /// All texts as one, for what only needs to see words around ("$" in Toronto).
    pub fn context(&self) -> &str {
        self.context.get_or_init(|| {
            self.messages().map(|message| message.text).collect::<Vec<_>>().join(
                "
",
            )
        })
    }

    /// The user's exact words for a model's quote, whatever its case and spacing.
    pub fn quote(&self, quote: &str) -> Option<&'a str> {
        self.messages().find_map(|message| find_quote(message.text, quote))
    }

    /// The shortest stretch of one message that holds most of the wanted words.
    pub fn quote_words(&self, wanted: &[String]) -> Option<&'a str> {
        let spans = |message: &Message<'a>| -> Vec<Range<usize>> {
            wanted
                .iter()
                .take(MAX_QUOTED)
                .filter_map(|word| words::position(word, &message.words))
                .map(|at| message.words[at.start].span.start..message.words[at.end - 1].span.end)
                .collect()
        };
        let (message, found) = self
            .messages()
            .map(|message| (message.text, spans(message)))
            .rev_max(|(_, found)| found.len())
            .filter(|(_, found)| !found.is_empty())?;
        let start = found.iter().map(|span| span.start).min()?;
        let end = found.iter().map(|span| span.end).max()?;
        Some(capped(&message[start..end]))
    }
}

/// `max_by_key` that keeps the first of equals: the newest message.
trait RevMax: Iterator + Sized {
    fn rev_max(self, key: impl Fn(&Self::Item) -> usize) -> Option<Self::Item> {
        self.fold(None, |best, item| match best {
            Some(best) if key(&best) >= key(&item) => Some(best),
            _ => Some(item),
        })
    }
}

impl<I: Iterator> RevMax for I {}

/// So many words of a value are enough to find its place.
const MAX_QUOTED: usize = 40;

/// Longest quote that is kept, in characters.
const MAX_QUOTE: usize = 500;

/// Cuts a text to the length of a quote, at a character.
pub(crate) fn capped(text: &str) -> &str {
    text.char_indices().nth(MAX_QUOTE).map_or(text, |(end, _)| text[..end].trim_end())
}

/// The stretch of `text` that reads like `quote` once case and white space are evened out.
fn find_quote<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    let wanted: String = even(quote.trim().trim_matches(['"', '“', '”', '„', '…', '«', '»']))
        .into_iter()
        .map(|(_, letter)| letter)
        .collect();
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return None;
    }
    let letters = even(text);
    let evened: String = letters.iter().map(|(_, letter)| *letter).collect();
    let start_byte = evened.find(wanted)?;
    let first = evened[..start_byte].chars().count();
    let last = first + wanted.chars().count() - 1;
    let start = letters.get(first)?.0;
    let (last_at, _) = *letters.get(last)?;
    let end = last_at + text[last_at..].chars().next().map_or(0, char::len_utf8);
    Some(capped(&text[start..end]))
}

/// Lower-case letters with the byte each came from; any white space is one blank.
fn even(text: &str) -> Vec<(usize, char)> {
    let mut letters: Vec<(usize, char)> = Vec::new();
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() {
            if letters.last().is_some_and(|(_, last)| *last != ' ') {
                letters.push((at, ' '));
            }
        } else {
            letters.extend(letter.to_lowercase().map(|lower| (at, lower)));
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_the_users_exact_words() {
        let earlier = ["We need a  Backend\nEngineer in ÖSTERSUND".to_owned()];
        let said = Said::new("yes", &earlier, "");
        assert_eq!(said.quote("backend engineer"), Some("Backend\nEngineer"));
        assert_eq!(said.quote("\"östersund\""), Some("ÖSTERSUND"));
        assert_eq!(said.quote("frontend"), None);
        assert_eq!(said.quote("  "), None);
    }

    #[test]
    fn questions_state_nothing() {
        let words = |text| {
            Message::new(text).words.iter().map(|word| word.plain.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            words("What would be a fair salary? Let's say 80,000."),
            "let's say 80,000".replace(',', " ")
        );
        assert_eq!(words("What information do you need from me?"), "");
        assert_eq!(words("¿Cuánto se paga en Madrid? Camarero"), "camarero");
        assert_eq!(words("كم الراتب المناسب؟ معلم"), "معلم");
        assert_eq!(words("What about remote?"), "what about remote");
        assert_eq!(words("Can you create a post for a cook?"), "can you create a post for a cook");
        assert_eq!(words("Is Java needed? Is Go? Cook, Paris"), "cook paris");
    }

    #[test]
    fn the_newest_message_with_most_words_is_quoted() {
        let earlier = ["senior engineer in Lisbon".to_owned(), "engineer".to_owned()];
        let said = Said::new("hm", &earlier, "");
        let wanted = ["engineer".to_owned(), "senior".to_owned()];
        assert_eq!(said.quote_words(&wanted), Some("senior engineer"));
    }
}
