//! A job post as headings, facts and lists: the common source of the exports.

use crate::exports::{Posting, titles};
use crate::language::Language;
use crate::{Content, Field, language::phrases, summary, text};

/// Everything that an export shows, in order. Each text is one line without control characters.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub language: Language,
    pub title: String,
    pub company: String,
    /// "Location: Lisbon"
    pub facts: Vec<Fact>,
    pub description: Vec<String>,
    pub sections: Vec<Section>,
}

#[derive(Debug)]
pub(crate) struct Fact {
    pub label: String,
    pub value: String,
}

/// A heading and its list, which is never empty.
#[derive(Debug)]
pub(crate) struct Section {
    pub heading: String,
    pub items: Vec<String>,
}

impl Sheet {
    pub fn of(posting: &Posting<'_>) -> Self {
        let content = posting.content;
        let language = language_of(content);
        Self {
            language,
            title: titles::tidy(content.title.as_deref().unwrap_or_default(), language),
            company: text::clean(posting.company_name),
            facts: facts(language, content),
            description: content.description.as_deref().map(lines).unwrap_or_default(),
            sections: sections(language, content),
        }
    }

    /// "Cook – Acme"
    pub fn headline(&self) -> String {
        match self.company.is_empty() {
            true => self.title.clone(),
            false => format!("{} – {}", self.title, self.company),
        }
    }

    /// "Location: Lisbon"
    pub fn labelled(&self, fact: &Fact) -> String {
        phrases::labelled(self.language, &fact.label, &fact.value)
    }
}

/// The language of the post.
fn language_of(content: &Content) -> Language {
    let lists = [&content.responsibilities, &content.requirements, &content.benefits];
    let items = lists.into_iter().flatten().map(String::as_str);
    Language::of(
        content.description.as_deref().into_iter().chain(items).chain(content.title.as_deref()),
        None,
    )
}

fn facts(language: Language, content: &Content) -> Vec<Fact> {
    let level = content.experience_level.map(|level| phrases::level(language, level));
    let work_type = content.work_type.map(|kind| phrases::work_type(language, kind));
    let interview = content.enable_ai_interview.then(|| phrases::phrase(language, phrases::Phrase::Yes));
    let facts = [
        (Field::Department, content.department.as_deref().map(text::clean)),
        (Field::ExperienceLevel, level),
        (Field::Location, content.location.as_deref().map(text::clean)),
        (Field::WorkType, work_type),
        (Field::SalaryMin, summary::salary(language, &content.salary)),
        // Applicants should know of an AI interview. A featured listing does not concern them.
        (Field::EnableAiInterview, interview),
    ];
    let shown = facts.into_iter().filter_map(|(field, value)| {
        let value = value?;
        (!value.is_empty()).then(|| Fact { label: phrases::field(language, field), value })
    });
    shown.collect()
}

fn sections(language: Language, content: &Content) -> Vec<Section> {
    let lists = [
        (Field::Responsibilities, &content.responsibilities),
        (Field::Requirements, &content.requirements),
        (Field::Skills, &content.skills),
        (Field::Benefits, &content.benefits),
    ];
    let sections = lists.into_iter().map(|(field, items)| Section {
        heading: phrases::field(language, field),
        items: items.iter().map(|item| text::clean(item)).filter(|item| !item.is_empty()).collect(),
    });
    sections.filter(|section| !section.items.is_empty()).collect()
}

/// The lines of a text that are not empty.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(text::clean).filter(|line| !line.is_empty()).collect()
}
