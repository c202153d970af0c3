//! The languages of the product's own texts, and the tools for words and phrases in them.
//!
//! A new language needs a variant of [`Language`], a file in every folder of phrases and one in `data/languages`.

pub mod catalog;
mod detection;
pub(crate) mod likeness;
pub mod list_file;
pub(crate) mod phrases;
pub(crate) mod recent_texts;
pub(crate) mod word_forms;
pub(crate) mod word_lists;
pub(crate) mod words;

use detection::Shown;

/// A language that the agent speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
    French,
    Spanish,
    Arabic,
    Portuguese,
    Italian,
    Dutch,
    Polish,
}

impl Language {
    pub const ALL: [Self; 9] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Arabic,
        Self::Portuguese,
        Self::Italian,
        Self::Dutch,
        Self::Polish,
    ];

    /// The two letters of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Portuguese => "pt",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Polish => "pl",
        }
    }

    /// Is it written from right to left?
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The language of a BCP 47 tag ("fr-CA", "de_AT"); `None` if the agent does not speak it.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|it| it.code().eq_ignore_ascii_case(language.trim()))
    }

    /// The language of the newest text that shows one, else that of the locale (a BCP 47 tag), else English.
    ///
    /// A language that only a name shows ("Zürich") counts less than the locale. If the newest text that shows a language
    /// is in one that the agent does not speak, older texts do not count.
    pub fn of<'a>(texts_newest_first: impl IntoIterator<Item = &'a str>, locale: Option<&str>) -> Self {
        let of_locale = locale.and_then(Self::from_locale);
        match detection::detect(texts_newest_first) {
            Shown::Language(language) => language,
            Shown::Other => of_locale.unwrap_or_default(),
            Shown::None { by_names } => of_locale.or(by_names).unwrap_or_default(),
        }
    }
}
