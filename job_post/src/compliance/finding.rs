//! A finding of the compliance check, and the texts that are checked.

use crate::content::Content;
use crate::field::Field;

/// A place in a post that should be worded otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A stable name for programs: "pay_not_stated", "gendered_wording" …
    pub code: &'static str,
    pub field: Field,
    /// The words of the field that the finding is about; `None` if something is missing.
    pub words: Option<String>,
    /// What could stand there instead.
    pub instead: Option<String>,
    /// What to do, in words for people.
    pub advice: &'static str,
    /// The law or the study behind the rule.
    pub source: &'static str,
}

impl Finding {
    /// What to do, with what could stand there instead.
    #[must_use]
    pub fn advice_with_example(&self) -> String {
        let example = |instead: &String| format!(" For example: “{instead}”.");
        format!("{}{}", self.advice, self.instead.as_ref().map(example).unwrap_or_default())
    }

    /// The words that it is about, with what could stand there instead.
    pub(crate) fn shown_words(&self) -> Option<String> {
        let words = self.words.as_ref()?;
        Some(self.instead.as_ref().map_or_else(|| words.clone(), |instead| format!("{words} → {instead}")))
    }
}

/// All texts of a post, each with its field.
pub(super) fn texts(content: &Content) -> impl Iterator<Item = (Field, &str)> {
    Field::ALL.into_iter().filter(|field| is_checked(*field)).flat_map(|field| {
        let text = content.text(field).and_then(Option::as_deref);
        let items = content.list(field).into_iter().flatten().map(String::as_str);
        text.into_iter().chain(items).map(move |text| (field, text))
    })
}

/// Can the words of the field be unlawful or unfair? Names of places and teams cannot, and notes are not published.
fn is_checked(field: Field) -> bool {
    !matches!(field, Field::Location | Field::Department | Field::EmploymentTypes | Field::Notes)
}
