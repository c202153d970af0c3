//! Writes phrases of a chat as a post says them: "des que" as "dès que", "as 14h" as "às 14h", "14 month cover" as "14-month
//! cover".

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::{Captures, Regex, RegexSet};

use super::forms::capitalised;
use crate::language::words::pattern;
use crate::language::{Language, list_file};

struct Phrase {
    said: Regex,
    written: &'static str,
    /// Not if the first group is one of these words.
    unless: Vec<&'static str>,
}

struct Phrases {
    /// Finds the phrases that occur at all, in one pass.
    any: RegexSet,
    each: Vec<Phrase>,
}

static PHRASES: LazyLock<HashMap<&str, Phrases>> = LazyLock::new(|| {
    let of = |language: Language| {
        let lines = list_file::named(include_str!("../../data/writing/chat_phrases.txt"));
        let own = lines.filter(|(code, _)| *code == language.code());
        let parsed: Vec<(String, Phrase)> = own.filter_map(|(_, line)| parsed(line)).collect();
        let any = RegexSet::new(parsed.iter().map(|(source, _)| source)).expect("chat_phrases.txt");
        (language.code(), Phrases { any, each: parsed.into_iter().map(|(_, phrase)| phrase).collect() })
    };
    Language::ALL.into_iter().map(of).collect()
});

/// "pattern => text ! words", with its regular expression.
fn parsed(line: &'static str) -> Option<(String, Phrase)> {
    let (said, rest) = line.split_once(" => ")?;
    let (written, unless) = rest.split_once(" ! ").unwrap_or((rest, ""));
    let source = expanded(said);
    let said = pattern(&source);
    Some((source, Phrase { said, written, unless: unless.split_whitespace().collect() }))
}

/// A pattern begins and ends at a word, if it does so with a word.
fn expanded(said: &str) -> String {
    let spaced = said.replace('\'', "['’]").replace(" ?", r"\s?").replace(' ', r"\s+");
    let start = if said.starts_with('^') || said.starts_with(r"(\(") { "" } else { r"\b" };
    let end = if said.contains('%') { "" } else { r"\b" };
    format!("(?i){start}(?:{spaced}){end}")
}

/// The text with the phrases of this language as a post has them.
pub(super) fn written(language: Language, text: &str) -> String {
    let Some(phrases) = PHRASES.get(language.code()) else { return text.to_owned() };
    let mut written = text.to_owned();
    for at in phrases.any.matches(text) {
        written = phrases.each[at].applied(&written);
    }
    if written == text { written } else { written.split_whitespace().collect::<Vec<_>>().join(" ") }
}

impl Phrase {
    fn applied(&self, text: &str) -> String {
        let of = |found: &Captures<'_>| {
            let whole = &found[0];
            let first = found.get(1).map(|group| group.as_str().to_lowercase());
            if first.is_some_and(|first| self.unless.contains(&&*first)) {
                return whole.to_owned();
            }
            let mut new = String::new();
            found.expand(self.written, &mut new);
            if whole.starts_with(char::is_uppercase) { capitalised(&new) } else { new }
        };
        self.said.replace_all(text, of).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_of_a_chat_are_written_out() {
        for (language, said, expected) in [
            (Language::English, "14 month mat leave cover", "14-month maternity leave cover"),
            (Language::English, "1 year contract, 3 weeks holiday", "1 year contract, 3 weeks' holiday"),
            (Language::English, "the van (its electric)", "the van (it's electric)"),
            (Language::English, "the shop and its staff", "the shop and its staff"),
            (Language::English, "Been doing heating since 1987", "We have been doing heating since 1987"),
            (Language::English, "full drivers licence", "full driver's licence"),
            (Language::English, "need a DBS as well as its a school", "need a DBS, as it's a school"),
            (Language::English, "a room upstairs if they need it", "a room upstairs if you need it"),
            (Language::English, "text Mick to apply 0491 570 156", "to apply, text Mick on 0491 570 156"),
            (Language::German, "CNC wäre super aber lernt man", "CNC wäre super, aber lernt man"),
            (Language::German, "das ist aber schön", "das ist aber schön"),
            (Language::German, "wäre super, muss aber nicht", "wäre super, ist aber kein Muss"),
            (Language::German, "beraten wo der Schnee gut ist", "beraten, wo der Schnee gut ist"),
            (Language::French, "on ouvre a 6h30", "on ouvre à 6h30"),
            (Language::French, "il y a 24h de garde", "il y a 24h de garde"),
            (Language::French, "remboursé a 75%", "remboursé à 75%"),
            (Language::French, "aller d'un site a l'autre", "aller d'un site à l'autre"),
            (Language::French, "passer a la boutique", "passer à la boutique"),
            (Language::French, "le garage a la clim", "le garage a la clim"),
            (Language::French, "Des que possible", "Dès que possible"),
            (Language::French, "néerlandais = un plus", "néerlandais : un plus"),
            (Language::Spanish, "que manden whatsapp al 442", "envía un whatsapp al 442"),
            (Language::Spanish, "que conozca bien la ciudad", "conocer bien la ciudad"),
            (Language::Spanish, "domingos descansan", "domingos libre"),
            (Language::Portuguese, "das 5h as 14h", "das 5h às 14h"),
            (Language::Portuguese, "as mesas", "as mesas"),
            (Language::Italian, "siamo in due quindi si collabora", "siamo in due, quindi si collabora"),
            (
                Language::Dutch,
                "parkeren is lastig dus kom met de tram",
                "parkeren is lastig, dus kom met de tram",
            ),
            (Language::Polish, "min rok doświadczenia", "min. rok doświadczenia"),
        ] {
            assert_eq!(written(language, said), expected, "{said}");
        }
    }
}
