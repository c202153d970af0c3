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
        ApplyBy => "writing-apply-by",
        /// Before an e-mail address.
        Send => "writing-send",
        /// Before the address of a page.
        Visit => "writing-visit",
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

/// "Cook in Oslo"
pub(crate) fn role(language: Language, title: &str, place: &str) -> String {
    CATALOG.text(language, "writing-role", &[("title", title), ("place", place)])
}
