//! What the user said so far: the only source of values, and the quotes that prove them.

use std::cell::OnceCell;
use std::ops::Range;

use uuid::Uuid;

use super::consent;
use super::history::EarlierMessage;
use super::message::Message;
use super::questions;
use super::quotes::{self, capped};
use crate::Position;
use crate::exports::places;
use crate::language::words;
use crate::money;

/// How many bytes of the earlier messages are read, newest first. It bounds the cost of a turn.
const MAX_HISTORY: usize = 256 * 1024;

/// How many bytes of messages are the context of ambiguous signs: it is read anew in each turn. The location of the draft
/// stands for older messages.
const MAX_CONTEXT: usize = 16 * 1024;

/// The messages that a value of this turn may come from.
#[derive(Clone, Debug)]
pub(crate) struct Transcript<'a> {
    pub current: Message<'a>,
    /// Newest first.
    pub earlier: Vec<Message<'a>>,
    /// The suggestion of the agent that the current message confirms.
    pub confirmed: Option<&'a str>,
    /// The location of the draft.
    location: Option<String>,
    context: OnceCell<String>,
}

impl<'a> Transcript<'a> {
    pub fn new(turn: Uuid, current: &'a str, earlier: &'a [EarlierMessage], last_reply: &'a str) -> Self {
        let earlier = earlier
            .iter()
            .rev()
            .scan(0, |total, message| {
                *total += message.text.len();
                (*total <= MAX_HISTORY).then_some(message)
            })
            .filter_map(|message| Message::earlier(message.turn, &message.text))
            .collect();
        let confirmed =
            consent::is_plain_yes(current).then(|| questions::answered_by_yes(last_reply)).flatten();
        let current = Message::current(turn, current);
        Self { current, earlier, confirmed, location: None, context: OnceCell::new() }
    }

    /// Adds the known location to the context of messages that name no place with its capitals: "geelong".
    pub fn at(self, location: Option<&str>) -> Self {
        Self { location: location.map(capitalized), context: OnceCell::new(), ..self }
    }

    /// Is the known location a town that no list knows, or one of several countries? It does not say in which currency people
    /// are paid there.
    pub fn is_at_unknown_place(&self) -> bool {
        let Some(location) = self.location.as_deref().filter(|location| !money::names_place(location)) else {
            return false;
        };
        places::read(location).iter().any(|place| place.locality.is_some() && place.country.is_none())
    }

    /// The transcript with only the current message and the suggestion that it confirms.
    pub fn now(&self) -> Transcript<'a> {
        Transcript {
            current: self.current.clone(),
            earlier: Vec::new(),
            confirmed: self.confirmed,
            location: self.location.clone(),
            context: self.context.clone(),
        }
    }

    /// The transcript with only the current message, as an answer to `reply`.
    pub fn answering(&self, reply: &'a str) -> Transcript<'a> {
        Transcript { confirmed: Some(reply), ..self.now() }
    }

    /// Newest first.
    pub fn messages(&self) -> impl Iterator<Item = &Message<'a>> {
        std::iter::once(&self.current).chain(&self.earlier)
    }

    /// Has the current message a word of the list?
    pub fn current_has(&self, list: &str) -> bool {
        self.current.words.iter().any(|word| words::among(&word.plain, list))
    }

    /// The latest texts as one: the context of ambiguous signs ("$" in Toronto).
    pub fn context(&self) -> &str {
        self.context.get_or_init(|| {
            let latest = self.messages().scan(0, |newer, message| {
                let is_near = *newer < MAX_CONTEXT;
                *newer += message.text.len();
                is_near.then_some(message.text)
            });
            let texts = latest.collect::<Vec<_>>().join("\n");
            match &self.location {
                Some(location) if !money::names_place(&texts) => {
                    // The lists of towns with their countries know more of them.
                    let country = places::country_name(location).filter(|_| !money::names_place(location));
                    format!("{texts}\nin {location}, {}", country.unwrap_or_default())
                }
                _ => texts,
            }
        })
    }

    /// The turn and the position of a quote that is a slice of one of the messages.
    pub fn place(&self, quote: &str) -> Option<(Uuid, Position)> {
        self.messages().find_map(|message| Some((message.turn?, message.position(quote)?)))
    }

    /// The user's exact words for a quote of the LLM, without regard to case and white space.
    pub fn quote(&self, quote: &str) -> Option<&'a str> {
        let wanted = quotes::wanted(quote)?;
        self.messages().find_map(|message| {
            let found = message.find(&wanted)?;
            let place = message.span(found)?;
            (!message.asks_within(place)).then_some(found)
        })
    }

    /// The shortest part of one message that holds most of the wanted words.
    pub fn quote_words(&self, wanted: &[String]) -> Option<&'a str> {
        let spans = |message: &Message<'a>| -> Vec<Range<usize>> {
            wanted
                .iter()
                .take(MAX_QUOTED)
                .filter_map(|word| words::position(word, &message.words))
                .map(|at| message.words[at.start].span.start..message.words[at.end - 1].span.end)
                .collect()
        };
        let (mut text, mut found) = ("", Vec::new());
        for message in self.messages() {
            let here = spans(message);
            if here.len() > found.len() {
                (text, found) = (message.text, here);
            }
            if found.len() == wanted.len().min(MAX_QUOTED) {
                break;
            }
        }
        let start = found.iter().map(|span| span.start).min()?;
        let end = found.iter().map(|span| span.end).max()?;
        Some(capped(&text[start..end]))
    }
}

/// How many words of a value are searched for.
const MAX_QUOTED: usize = 40;

/// "surf coast" as "Surf Coast": the names of places are read with capitals.
fn capitalized(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
        first + letters.as_str()
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_the_users_exact_words() {
        let earlier = [EarlierMessage {
            turn: Uuid::max(),
            text: "We need a  Backend\nEngineer in ÖSTERSUND, Ö".to_owned(),
        }];
        let transcript = Transcript::new(Uuid::nil(), "yes", &earlier, "");
        assert_eq!(transcript.quote("backend engineer"), Some("Backend\nEngineer"));
        assert_eq!(transcript.quote("\"östersund\""), Some("ÖSTERSUND"));
        assert_eq!(transcript.quote("frontend"), None);
        assert_eq!(transcript.quote("  "), None);
        let place = transcript.quote("ö").and_then(|quote| transcript.place(quote));
        assert_eq!(place, Some((Uuid::max(), Position { start: 31, end: 32 })));
        let elsewhere = "yes".to_owned();
        assert_eq!(transcript.place(&elsewhere), None, "equal words, but not cut out of a message");
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
        let earlier = ["senior engineer in Lisbon", "engineer"]
            .map(|text| EarlierMessage { turn: Uuid::nil(), text: text.to_owned() });
        let transcript = Transcript::new(Uuid::nil(), "hm", &earlier, "");
        let wanted = ["engineer".to_owned(), "senior".to_owned()];
        assert_eq!(transcript.quote_words(&wanted), Some("senior engineer"));
    }
}
