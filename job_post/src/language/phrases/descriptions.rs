//! The sentences of a description that the agent composes.

use super::{CATALOG, Phrase};
use crate::content::WorkType;
use crate::data_names;
use crate::employment_type::EmploymentType;
use crate::language::Language;

data_names! {
    /// Sentences of a description, with a value.
    pub(crate) enum Writing {
        Opening => "writing-opening",
        OpeningWarm => "writing-opening-warm",
        OpeningFormal => "writing-opening-formal",
        OpeningNameless => "writing-opening-nameless",
        Openings => "writing-openings",
        Hours => "writing-hours",
        Start => "writing-start",
        Pay => "writing-pay",
        /// The base pay, beside a commission or extra pay.
        PayBase => "writing-pay-base",
        /// The least pay.
        PayFrom => "writing-pay-from",
        /// The most pay.
        PayUpTo => "writing-pay-up-to",
        ApplyBy => "writing-apply-by",
        /// Before a deadline with its own preposition: "before 1 March".
        ApplyBefore => "writing-apply-before",
        /// Before an e-mail address.
        Send => "writing-send",
        /// Before the address of a page.
        Visit => "writing-visit",
    }
}

data_names! {
    /// What is sought, in the words of the opening sentence.
    pub(crate) enum Role {
        One => "writing-one",
        /// Before a vowel: "an", "d'".
        OneBeforeVowel => "writing-one-vowel",
        Several => "writing-several",
        SeveralBeforeVowel => "writing-several-vowel",
    }
}

/// The headings of a written description.
pub(crate) const HEADINGS: [Phrase; 10] = [
    Phrase::WritingAboutRole,
    Phrase::WritingTasks,
    Phrase::WritingTasksWarm,
    Phrase::WritingTasksFormal,
    Phrase::WritingProfile,
    Phrase::WritingProfileWarm,
    Phrase::WritingProfileFormal,
    Phrase::WritingOffered,
    Phrase::WritingMore,
    Phrase::WritingApply,
];

/// A sentence of a description about the employment type.
pub(crate) fn employment_sentence(language: Language, kind: EmploymentType) -> String {
    CATALOG.text(language, &format!("writing-employment-{}", kind.as_str()), &[])
}

/// A sentence of a description about the work type.
pub(crate) fn work_sentence(language: Language, kind: WorkType) -> String {
    CATALOG.text(language, &format!("writing-work-{}", kind.as_str()), &[])
}

/// A sentence of a description with this value.
pub(crate) fn writing(language: Language, part: Writing, items: &str) -> String {
    CATALOG.text(language, part.key(), &[("items", items)])
}

/// The first sentence of a description; `part` is one of the openings.
pub(crate) fn opening(language: Language, part: Writing, company: &str, role: &str) -> String {
    CATALOG.text(language, part.key(), &[("company", company), ("items", role)])
}

/// "A cook", "3 cooks"
pub(crate) fn role(language: Language, part: Role, title: &str, count: Option<u32>) -> String {
    let count = count.map(|count| count.to_string());
    let count = count.as_deref().map(|count| ("count", count));
    let values: Vec<(&str, &str)> = count.into_iter().chain([("title", title)]).collect();
    CATALOG.text(language, part.key(), &values)
}

/// "In Oslo", or in brackets: "(Oslo)"
pub(crate) fn place_of(language: Language, place: &str, is_bracketed: bool) -> String {
    let key = if is_bracketed { "writing-place-bracketed" } else { "writing-place" };
    CATALOG.text(language, key, &[("place", place)])
}

/// "The pay is £12 to £14", without an end.
pub(crate) fn pay_range(language: Language, min: &str, max: &str) -> String {
    CATALOG.text(language, "writing-pay-range", &[("min", min), ("max", max)])
}
