//! What a post says that the law or fairness asks to be said otherwise. Fixed rules, each with its source; no model.
//!
//! A finding is a hint for people who decide, not legal advice: the rules know the place and the date, but not the size
//! of a company or its contracts.

mod pay;
#[cfg(test)]
mod tests;
mod wording;

use chrono::NaiveDate;

use crate::exports::places::{self, Place};
use crate::{Content, Field, values};

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable, for programs: "pay_not_stated", "gendered_wording" …
    pub code: &'static str,
    pub field: Field,
    /// The words it is about, as they stand in the field; `None` if something is missing.
    pub words: Option<String>,
    /// What to do, for people.
    pub advice: &'static str,
    /// The law or the study that it rests on.
    pub source: &'static str,
}

/// The codes of all findings there are.
pub const CODES: [&str; 7] = [
    "pay_not_stated",
    "gendered_wording",
    "gender_coded_wording",
    "age_coded_wording",
    "language_by_birth",
    "equal_opportunity_not_stated",
    "country_not_stated",
];

/// All findings for a post that is published on this day, in the order of its fields.
pub fn check(content: &Content, on: NaiveDate) -> Vec<Finding> {
    let places =
        content.location.as_deref().map(|text| places::read(&values::clean(text))).unwrap_or_default();
    let mut findings = wording::check(content);
    findings.extend(pay::check(&content.salary, &places, on));
    findings.extend(equal_opportunity(content, &places));
    findings.extend(place(content));
    findings.sort_by_key(|finding| finding.field);
    findings
}

/// In the USA, posts end with it; contractors of the federal government must say so.
fn equal_opportunity(content: &Content, places: &[Place]) -> Option<Finding> {
    const STATEMENTS: [&str; 9] = [
        "equal opportunit",
        "equal employment",
        "all qualified applicants",
        "regardless of",
        "without regard to",
        "chancengleichheit",
        "égalité des chances",
        "igualdad de oportunidades",
        "eeo",
    ];
    let is_american = places.iter().any(|place| place.country.as_deref() == Some("US"));
    let is_said = texts(content).any(|(_, text)| {
        let text = text.to_lowercase();
        STATEMENTS.iter().any(|statement| text.contains(statement))
    });
    (is_american && !is_said).then_some(Finding {
        code: "equal_opportunity_not_stated",
        field: Field::Description,
        words: None,
        advice: "Say that all qualified applicants are considered; federal contractors have to.",
        source: "41 CFR 60-741.5(a) and 60-300.5(a), equal opportunity clauses",
    })
}

/// Without, job search shows nothing.
fn place(content: &Content) -> Option<Finding> {
    (!crate::exports::missing(content).is_empty()).then_some(Finding {
        code: "country_not_stated",
        field: Field::Location,
        words: content.location.clone(),
        advice: "Name the country, so that Google's job search lists the post.",
        source: "https://developers.google.com/search/docs/appearance/structured-data/job-posting",
    })
}

/// Every text that people wrote, with its field.
fn texts(content: &Content) -> impl Iterator<Item = (Field, &str)> {
    let lists = [
        (Field::Skills, &content.skills),
        (Field::Requirements, &content.requirements),
        (Field::Responsibilities, &content.responsibilities),
        (Field::Benefits, &content.benefits),
    ];
    let single = [(Field::Title, &content.title), (Field::Description, &content.description)];
    let single = single.into_iter().filter_map(|(field, text)| Some((field, text.as_deref()?)));
    single.chain(
        lists.into_iter().flat_map(|(field, items)| items.iter().map(move |item| (field, item.as_str()))),
    )
}
