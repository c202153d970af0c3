//! Which language a text is in, among those we can answer in ourselves.

use crate::{Conversation, Speaker};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    German,
}

/// Words that stand in nearly every sentence of a language and in few of the other.
const ENGLISH: &str = "the and is are for with we you to of it this that have need looking what please at on \
    hire should be not a an our from who do does yes i my me so add remove make";
const GERMAN: &str = "der die das und ist sind für mit wir sie zu von es ein eine einen haben suchen suche bitte \
    nicht im am den dem des auf ich ja nein oder als bei guten tag hallo danke jahre gehalt ort keine kein \
    mindestens vor stelle passt so noch auch aus nur soll wie was";

impl Language {
    /// The language of the new message, or of what the user wrote before it if it is too short to tell.
    pub fn of(conversation: &Conversation) -> Language {
        let earlier = conversation.history.iter().rev().filter(|line| line.speaker == Speaker::User);
        let texts =
            std::iter::once(conversation.message.as_str()).chain(earlier.map(|line| line.text.as_str()));
        Language::first_told(texts)
    }

    /// The language of the first text that shows one.
    pub fn first_told<'a>(texts: impl IntoIterator<Item = &'a str>) -> Language {
        texts.into_iter().find_map(Language::told).unwrap_or(Language::English)
    }

    /// `None` if the text shows neither, or both alike.
    fn told(text: &str) -> Option<Language> {
        let text = text.to_lowercase();
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let count =
            |list: &str| words.iter().filter(|word| list.split_whitespace().any(|it| it == **word)).count();
        let umlauts = text.chars().filter(|c| matches!(c, 'ä' | 'ö' | 'ü' | 'ß')).count();
        let (english, german) = (count(ENGLISH), count(GERMAN) + umlauts);
        match english.cmp(&german) {
            std::cmp::Ordering::Greater => Some(Language::English),
            std::cmp::Ordering::Less => Some(Language::German),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Said when the model gave no answer of its own.
    pub fn no_answer(self) -> &'static str {
        match self {
            Language::English => {
                "I'm sorry, I can't answer that one. Could you put it differently, or tell me more about the position?"
            }
            Language::German => {
                "Das kann ich leider nicht beantworten. Können Sie es anders sagen oder mir mehr über die Stelle erzählen?"
            }
        }
    }

    /// Said when the model's facts arrived and its reply did not.
    pub fn noted(self) -> &'static str {
        match self {
            Language::English => "I've noted that. What else should the job post say?",
            Language::German => "Das habe ich notiert. Was soll noch in der Stellenanzeige stehen?",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let told = |text| Language::first_told([text]);
        assert_eq!(told("Looking for a cook in München, we need the best"), Language::English);
        assert_eq!(told("Guten Tag, wir suchen einen Koch"), Language::German);
        assert_eq!(told("Vor Ort, keine Homeoffice-Möglichkeit."), Language::German);
        assert_eq!(told(".net developer full stack"), Language::English);
        assert_eq!(Language::first_told(["SAP", "Das Gehalt liegt bei"]), Language::German);
    }
}
