//! The language of our own sentences. A new one is a variant here and a file in every folder of phrases.

use crate::words::{among, plain_words};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
    French,
    Spanish,
    Arabic,
}

/// Words that stand in nearly every sentence of a language and in none of the other: "in", "so" and "senior" tell nothing.
const GERMAN: &str = "der die das den dem und ist sind wir ich suchen sucht einen eine ein einem einer für nicht mit im vom zum bitte \
    ja nein passt guten tag hallo danke gehalt stelle jahre jahr von bis auf auch noch aber oder kein keine unser \
    unsere unseren wird werden soll sollen liegt zwischen mindestens vor ort veröffentlichen abschicken brutto mehr \
    sehr gut sie zu es haben suche des als bei aus nur wie";
const ENGLISH: &str = "the and is are we i need looking for a to of with please yes no not our on at it this that hi hello thanks \
    salary years year from should would be have make want hire add remove looks good publish you what who do does my \
    me";

impl Language {
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Arabic];

    /// The two letters of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// Written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The language of a BCP 47 tag ("fr-CA", "de_AT"); `None` if it is none that we speak.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|it| it.code().eq_ignore_ascii_case(language.trim()))
    }

    /// The language of the newest text that gives itself away; English if none does.
    pub fn of<'a>(texts_newest_first: impl IntoIterator<Item = &'a str>) -> Self {
        texts_newest_first.into_iter().find_map(Self::detect).unwrap_or_default()
    }

    /// `None` if the text shows neither, or both alike.
    fn detect(text: &str) -> Option<Self> {
        let words = plain_words(text);
        let count = |list: &str| words.iter().filter(|word| among(word, list)).count();
        let letters = words.iter().flat_map(|word| word.chars());
        let umlauts = letters.filter(|letter| matches!(letter, 'ä' | 'ö' | 'ü' | 'ß')).count();
        let (german, english) = (count(GERMAN) + umlauts, count(ENGLISH));
        match german.cmp(&english) {
            std::cmp::Ordering::Greater => Some(Self::German),
            std::cmp::Ordering::Less => Some(Self::English),
            std::cmp::Ordering::Equal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_german_from_english() {
        for text in [
            "Guten Tag, wir suchen einen Produktionsleiter (m/w/d)",
            "Passt so, bitte veröffentlichen.",
            "Vor Ort, keine Homeoffice-Möglichkeit.",
            "Senior Entwickler, ÖFFENTLICH, so in Berlin",
        ] {
            assert_eq!(Language::of([text]), Language::German, "{text}");
        }
        for text in [
            "Looks good, publish it.",
            ".net developer full stack",
            "$85k to $100k",
            "",
            "Looking for a cook in München, we need the best",
        ] {
            assert_eq!(Language::of([text]), Language::English, "{text}");
        }
        assert_eq!(Language::of(["72.000", "Wir suchen einen Koch"]), Language::German);
        assert_eq!(Language::of(["SAP", "Das Gehalt liegt bei"]), Language::German);
    }
}
