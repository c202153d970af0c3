//! A job post as headings, facts and lists: the common source of the exports.

use crate::exports::{Posting, titles};
use crate::language::Language;
use crate::language::words::plain_words;
use crate::locale::{Amounts, Locale};
use crate::writing::items::shown;
use crate::writing::layout::{self, Kind};
use crate::writing::{department, language_of_post, with_level};
use crate::{Content, EmploymentType, Field, language::phrases, summary, text};

/// Everything that an export shows, in order. Each text is one line without control characters.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub language: Language,
    pub title: String,
    pub company: String,
    /// "Location: Lisbon"
    pub facts: Vec<Fact>,
    pub description: Vec<Line>,
    pub sections: Vec<Section>,
}

/// A line of the description without its mark.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub kind: Kind,
    pub text: String,
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
        let language = language_of_post(content);
        let description = content.description.as_deref().map(lines).unwrap_or_default();
        let said = Said::of(&description);
        let locale = Locale::of(language, content);
        let title = with_level(language, content, content.title.as_deref().unwrap_or_default());
        let mut facts = facts(&locale, content);
        facts.retain(|(field, fact)| match field {
            Field::SalaryMin => !said.has(&fact.value) && !says_pay(&locale, content, &description),
            // "Senior Cook" says the level.
            Field::ExperienceLevel => !has_words(&title, &fact.value),
            field => is_shown_anyway(*field) || !said.has(&fact.value),
        });
        let mut sections = sections(language, content);
        sections.retain(|section| !section.items.iter().all(|item| said.has(item)));
        Self {
            language,
            title: titles::tidy(&title, language),
            company: text::clean(posting.company_name),
            facts: facts.into_iter().map(|(_, fact)| fact).collect(),
            description,
            sections,
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

fn facts(locale: &Locale, content: &Content) -> Vec<(Field, Fact)> {
    let language = locale.language;
    let level = content.experience_level.map(|level| phrases::level(language, level));
    let work_type = content.work_type.map(|kind| phrases::work_type(language, kind));
    let interview = content.enable_ai_interview.then(|| phrases::phrase(language, phrases::Phrase::Yes));
    let text = |field: Field| content.text(field).and_then(Option::as_deref).map(text::clean);
    let said = |field: Field| text(field).map(|value| shown(language, field, &value));
    let joined = |field: Field| Some(items(language, content, field).join("; "));
    let facts = [
        (Field::Department, text(Field::Department).map(|name| department(language, &name))),
        (Field::ExperienceLevel, level),
        (Field::EmploymentTypes, Some(locale.worded(employment_types(language, content)))),
        (Field::ContractLength, said(Field::ContractLength)),
        (Field::WorkingHours, joined(Field::WorkingHours)),
        (Field::Openings, content.openings.map(|openings| openings.to_string())),
        (Field::Location, text(Field::Location)),
        (Field::WorkType, work_type),
        (Field::SalaryMin, summary::salary(locale, &content.salary)),
        (Field::AdditionalPay, joined(Field::AdditionalPay)),
        (Field::StartDate, said(Field::StartDate)),
        (Field::Travel, said(Field::Travel)),
        (Field::Relocation, said(Field::Relocation)),
        (Field::ApplyBy, said(Field::ApplyBy)),
        (Field::HowToApply, said(Field::HowToApply)),
        (Field::Contact, said(Field::Contact)),
        // Applicants should know of an AI interview. A featured listing does not concern them.
        (Field::EnableAiInterview, interview),
    ];
    let filled = facts.into_iter().filter_map(|(field, value)| {
        let value = value?;
        let label = locale.worded(phrases::field(language, field));
        (!value.is_empty()).then_some((field, Fact { label, value }))
    });
    filled.collect()
}

/// The employment types, but "temporary" only without the words of the contract, which say it better.
fn employment_types(language: Language, content: &Content) -> String {
    let is_contract =
        |kind: &&String| *kind == EmploymentType::Temporary.as_str() && content.contract_length.is_some();
    let kinds = content.employment_types.iter().filter(|kind| !is_contract(kind));
    kinds.map(|kind| phrases::item(language, Field::EmploymentTypes, kind)).collect::<Vec<_>>().join("; ")
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
    let texts = items.map(|item| phrases::item(language, field, &shown(language, field, &text::clean(item))));
    texts.filter(|item| !item.is_empty()).collect()
}

/// The lines of a description that are not empty.
fn lines(description: &str) -> Vec<Line> {
    let lines = layout::lines(description).into_iter();
    let cleaned = lines.map(|line| Line { kind: line.kind, text: text::clean(line.text) });
    cleaned.filter(|line| !line.text.is_empty()).collect()
}

/// The lines of a description in blocks: a list is one block, every other line is one of its own.
pub(crate) fn in_blocks(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|one, next| one.kind == Kind::Item && next.kind == Kind::Item)
}

/// Are these facts shown at a glance, even if the description has them?
fn is_shown_anyway(field: Field) -> bool {
    matches!(
        field,
        // "Sales" is a word of "2 years in sales" too.
        Field::Department
            | Field::Location
            | Field::EmploymentTypes
            | Field::WorkType
            | Field::ExperienceLevel
            | Field::EnableAiInterview
    )
}

/// Has the text the words in this order?
fn has_words(text: &str, part: &str) -> bool {
    let (text, part) = (plain_words(text), plain_words(part));
    !part.is_empty() && text.windows(part.len()).any(|words| words == part)
}

/// Does a line name the amounts of the pay with their currency or period?
fn says_pay(locale: &Locale, content: &Content, description: &[Line]) -> bool {
    let amounts = match locale.amounts(&content.salary) {
        Some(Amounts::Range(min, max)) => vec![min, max],
        Some(Amounts::One(one) | Amounts::From(one) | Amounts::UpTo(one)) => vec![one],
        None => return false,
    };
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let period = content.salary.period.map(|period| phrases::period(locale.language, period));
    let is_number =
        |text: &str| text.chars().all(|sign| sign.is_ascii_digit() || sign.is_ascii_punctuation());
    let names_unit = |line: &str| {
        amounts.iter().any(|amount| !is_number(&plain(amount)))
            || period.as_deref().is_some_and(|period| line.contains(period))
    };
    description
        .iter()
        .map(|line| plain(&line.text))
        .any(|line| amounts.iter().all(|amount| line.contains(&plain(amount))) && names_unit(&line))
}

/// The words of a description, by line.
struct Said(Vec<Vec<String>>);

impl Said {
    fn of(description: &[Line]) -> Self {
        Self(description.iter().map(|line| plain_words(&line.text)).collect())
    }

    /// Does a line have these words in this order? A fact of several parts has them in one line or several.
    fn has(&self, value: &str) -> bool {
        let is_said = |part: &str| {
            let part = plain_words(part);
            !part.is_empty() && self.0.iter().any(|line| line.windows(part.len()).any(|words| words == part))
        };
        is_said(value) || value.contains("; ") && value.split("; ").all(is_said)
    }
}
