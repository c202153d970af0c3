//! Checks a post for wording and omissions that laws or studies advise against. Fixed rules, each with its source.
//!
//! A finding is a hint, not legal advice: the rules know the place and the date, but not the size of a company or its
//! contracts.

mod finding;
mod pay;
#[cfg(test)]
mod tests;
mod titles;
mod wording;

use chrono::NaiveDate;

pub use self::finding::Finding;
use self::finding::texts;
pub(crate) use self::wording::in_text as wording_of;
use crate::exports::places::{self, Place};
use crate::{Content, Field, text};

/// The codes of all findings.
pub const CODES: [&str; 7] = [
    "pay_not_stated",
    "gendered_wording",
    "gender_coded_wording",
    "age_coded_wording",
    "language_by_birth",
    "equal_opportunity_not_stated",
    "country_not_stated",
];

/// All findings for a post that is published on the day `on`, in the order of its fields.
pub fn check(content: &Content, on: NaiveDate) -> Vec<Finding> {
    let places = content.location.as_deref().map(|text| places::read(&text::clean(text))).unwrap_or_default();
    let mut findings = wording::check(content);
    let has_title = |finding: &Finding| finding.field == Field::Title && finding.code == "gendered_wording";
    // "Kaufmann (m/w/d)" says that it means all.
    if titles::names_all(content) {
        findings.retain(|finding| !has_title(finding));
    }
    if !findings.iter().any(has_title) {
        findings.extend(titles::check(content, &places, on));
    }
    findings.extend(pay::check(&content.salary, &places, on));
    findings.extend(equal_opportunity(content, &places));
    findings.extend(place(content));
    findings.sort_by_key(|finding| finding.field);
    findings
}

/// A missing equal opportunity statement in the USA, where federal contractors need one.
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
        instead: None,
        advice: "Say that all qualified applicants are considered; federal contractors have to.",
        source: "41 CFR 60-741.5(a) and 60-300.5(a), equal opportunity clauses",
    })
}

/// A missing country, without which Google's job search does not list the post.
fn place(content: &Content) -> Option<Finding> {
    (!crate::exports::missing(content).is_empty()).then_some(Finding {
        code: "country_not_stated",
        field: Field::Location,
        words: content.location.clone(),
        instead: None,
        advice: "Name the country, so that Google's job search lists the post.",
        source: "https://developers.google.com/search/docs/appearance/structured-data/job-posting",
    })
}
