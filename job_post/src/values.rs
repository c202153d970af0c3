//! The canonical form of values: how changes store them, how long they may be, and which texts are no value.

use rust_decimal::Decimal;

use crate::content::{ExperienceLevel, SalaryPeriod, WorkType};
use crate::employment_type::EmploymentType;
use crate::field::Field;
use crate::money;
use crate::text::{clean, clean_lines, cut};
use crate::titles::without_pay;

/// Most items of a list.
pub(crate) const MAX_ITEMS: usize = 50;

/// The longest name of a choice within a longer text, in words.
const MAX_CHOICE_WORDS: usize = 4;

/// Largest amount of pay, in major units of any currency.
const MAX_AMOUNT: u64 = 1_000_000_000_000;

/// Most people that one post hires.
const MAX_OPENINGS: u32 = 10_000;

/// Longest value in characters; for a list, of one item.
pub(crate) fn max_length(field: Field) -> usize {
    match field {
        Field::Title | Field::Department => 80,
        Field::Location | Field::ContractLength | Field::StartDate | Field::ApplyBy => 120,
        Field::Skills | Field::Languages => 80,
        Field::Description => 10_000,
        _ => 500,
    }
}

/// The canonical form of a proposed value; `None` if it is no value of the field.
///
/// It is an enum name, a plain decimal, an ISO 4217 code, "true" or "false", or the items of a list as lines. A proposal
/// may also separate items by ";", and skills by ",".
pub(crate) fn canonical(field: Field, raw: &str) -> Option<String> {
    if field.is_list() {
        let items = items_of(field, raw);
        return (!items.is_empty()).then(|| items.join("\n"));
    }
    let text = clean(raw);
    if is_nothing(&text) {
        return None;
    }
    match field {
        Field::ExperienceLevel => {
            only_choice(&text, ExperienceLevel::parse).map(|level| level.as_str().to_owned())
        }
        Field::WorkType => only_choice(&text, WorkType::parse).map(|kind| kind.as_str().to_owned()),
        Field::SalaryPeriod => SalaryPeriod::parse(&text).map(|period| period.as_str().to_owned()),
        Field::Currency => money::currency_named(&text).map(|currency| currency.code().to_owned()),
        Field::SalaryMin | Field::SalaryMax => amount(&text).map(|amount| amount.to_string()),
        Field::Openings => openings(&text).map(|openings| openings.to_string()),
        Field::EnableAiInterview | Field::IsFeatured => flag(&text).map(|flag| flag.to_string()),
        Field::Description => Some(cut(&clean_lines(raw), max_length(field))),
        Field::Title => Some(cut(&title(&text), max_length(field))).filter(|title| !title.is_empty()),
        _ => Some(cut(&text, max_length(field))),
    }
}

/// The choice that the text names, if it names only one: "on site only".
fn only_choice<T: Copy + PartialEq>(text: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let phrases = (1..=words.len().min(MAX_CHOICE_WORDS)).rev().flat_map(|size| words.windows(size));
    let mut found = phrases.filter_map(|phrase| parse(&phrase.join(" ")));
    parse(text).or_else(|| {
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    })
}

/// An amount of pay: not negative, at most the largest amount, with at most two decimals.
pub(crate) fn amount(text: &str) -> Option<Decimal> {
    let value = money::amount_named(text)?.normalize();
    (value <= Decimal::from(MAX_AMOUNT) && value.scale() <= 2).then_some(value)
}

/// A number of people: at least one.
pub(crate) fn openings(text: &str) -> Option<u32> {
    text.parse().ok().filter(|openings| (1..=MAX_OPENINGS).contains(openings))
}

pub(crate) fn flag(text: &str) -> Option<bool> {
    match &*text.to_lowercase() {
        "true" | "yes" | "on" | "1" | "enabled" | "enable" | "ja" | "oui" | "sí" | "si" | "نعم" => {
            Some(true)
        }
        "false" | "no" | "off" | "0" | "disabled" | "disable" | "nein" | "non" | "لا" => Some(false),
        _ => None,
    }
}

/// The items of a proposed list.
fn items_of(field: Field, raw: &str) -> Vec<String> {
    let by_commas = matches!(field, Field::Skills | Field::Languages | Field::EmploymentTypes);
    let cuts = |letter: char| matches!(letter, '\n' | ';' | '\r') || (by_commas && letter == ',');
    let mut kept: Vec<String> = Vec::new();
    for item in raw.split(cuts).filter_map(|raw| item_of(field, raw)) {
        add_item(&mut kept, &cut(&item, max_length(field)));
    }
    kept
}

/// One item of this list in canonical form, of any length.
pub(crate) fn item_of(field: Field, raw: &str) -> Option<String> {
    let item = item(raw)?;
    match field {
        Field::EmploymentTypes => EmploymentType::parse(&item).map(|kind| kind.as_str().to_owned()),
        _ => Some(item),
    }
}

/// One item of a list without its bullet, of any length.
fn item(raw: &str) -> Option<String> {
    let bullets = |letter: char| matches!(letter, '•' | '-' | '*' | '–' | '·') || letter.is_whitespace();
    Some(clean(raw).trim_start_matches(bullets).to_owned()).filter(|item| !is_nothing(item))
}

/// Adds an item, unless the list has it in any case or is full.
pub(crate) fn add_item(items: &mut Vec<String>, item: &str) {
    let known = items.iter().any(|known| known.to_lowercase() == item.to_lowercase());
    if !known && items.len() < MAX_ITEMS && !item.is_empty() {
        items.push(item.to_owned());
    }
}

/// A title without pay, and without the quotes and full stop that LLMs add.
fn title(text: &str) -> String {
    let text = without_pay(text);
    let bare = text.trim_matches(['"', '“', '”', '„', '«', '»', '*', '`', ' ']);
    bare.trim_end_matches(['.', ',', ';', ':', '!', '?', ' ']).to_owned()
}

/// Is the text one of those that LLMs write for an unknown value?
fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 22] = [
        "",
        "-",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "unknown",
        "undefined",
        "empty",
        "not specified",
        "not stated",
        "unspecified",
        "not provided",
        "not given",
        "tbd",
        "to be determined",
        "any",
        "string",
        "not mentioned",
        "?",
        "...",
    ];
    NOTHING.contains(&text.to_lowercase().trim_end_matches('.'))
        || !text.chars().any(char::is_alphanumeric) && !text.contains(['€', '$', '£', '¥', '₹'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms() {
        let table = [
            (Field::Title, " \"Backend\u{0} Engineer.\" ", Some("Backend Engineer")),
            (Field::Title, ".Net Developer Full Stack", Some(".Net Developer Full Stack")),
            (Field::Title, "Line Cook (18-20 EUR/h)", Some("Line Cook")),
            (Field::Title, "$85k to $100k", None),
            (Field::SalaryMin, "65,000", Some("65000")),
            (Field::SalaryMin, "€65k", Some("65000")),
            (Field::SalaryMax, "18.50", Some("18.5")),
            (Field::SalaryMax, "-5", None),
            (Field::SalaryMax, "1e9", None),
            (Field::SalaryMax, "99999999999999", None),
            (Field::SalaryMax, "negotiable", None),
            (Field::Currency, "euros", Some("EUR")),
            (Field::Currency, "XXX", None),
            (Field::SalaryPeriod, "per year", Some("year")),
            (Field::WorkType, "On-site", Some("onsite")),
            (Field::WorkType, "on site only", Some("onsite")),
            (Field::WorkType, "remote or hybrid", None),
            (Field::WorkType, "drop SAP", None),
            (Field::ExperienceLevel, "MID_LEVEL", Some("mid")),
            (Field::IsFeatured, "Yes", Some("true")),
            (Field::Location, "N/A", None),
            (Field::Location, "  ", None),
            (Field::Skills, "Rust, SQL; rust\n• Kafka", Some("Rust\nSQL\nKafka")),
            (Field::Requirements, "5+ years, senior; degree", Some("5+ years, senior\ndegree")),
        ];
        for (field, raw, expected) in table {
            assert_eq!(canonical(field, raw).as_deref(), expected, "{field} {raw:?}");
        }
    }

    #[test]
    fn caps() {
        let long = "word ".repeat(100);
        let title = canonical(Field::Title, &long).unwrap();
        assert!(title.len() <= 80 && title.ends_with("word"));
        let many = (0..200).map(|number| format!("skill{number}")).collect::<Vec<_>>().join("\n");
        assert_eq!(canonical(Field::Skills, &many).unwrap().lines().count(), MAX_ITEMS);
    }
}
