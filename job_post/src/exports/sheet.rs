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
    let text = |field: Field| content.text(field).and_then(Option::as_deref).map(text::clean);
    let joined = |field: Field| Some(items(language, content, field).join("; "));
    let facts = [
        (Field::Department, text(Field::Department)),
        (Field::ExperienceLevel, level),
        (Field::EmploymentTypes, joined(Field::EmploymentTypes)),
        (Field::ContractLength, text(Field::ContractLength)),
        (Field::WorkingHours, joined(Field::WorkingHours)),
        (Field::Openings, content.openings.map(|openings| openings.to_string())),
        (Field::Location, text(Field::Location)),
        (Field::WorkType, work_type),
        (Field::SalaryMin, summary::salary(language, &content.salary)),
        (Field::AdditionalPay, joined(Field::AdditionalPay)),
        (Field::StartDate, text(Field::StartDate)),
        (Field::Travel, text(Field::Travel)),
        (Field::Relocation, text(Field::Relocation)),
        (Field::ApplyBy, text(Field::ApplyBy)),
        (Field::HowToApply, text(Field::HowToApply)),
        (Field::Contact, text(Field::Contact)),
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
    const LISTS: [Field; 6] = [
        Field::Responsibilities,
        Field::Requirements,
        Field::Qualifications,
        Field::Skills,
        Field::Languages,
        Field::Benefits,
    ];
    let sections = LISTS.into_iter().map(|field| Section {
        heading: phrases::field(language, field),
        items: items(language, content, field),
    });
    sections.filter(|section| !section.items.is_empty()).collect()
}

/// The items of a list as people read them.
fn items(language: Language, content: &Content, field: Field) -> Vec<String> {
    let items = content.list(field).into_iter().flatten();
    let shown = items.map(|item| phrases::item(language, field, &text::clean(item)));
    shown.filter(|item| !item.is_empty()).collect()
}

/// The lines of a text that are not empty.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(text::clean).filter(|line| !line.is_empty()).collect()
}
