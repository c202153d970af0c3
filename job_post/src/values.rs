//! Values in their canonical form: what a change holds, how long it may be, and what is no value at all.

use rust_decimal::Decimal;

use crate::titles::without_pay;
use crate::{ExperienceLevel, Field, SalaryPeriod, WorkType, money};

/// Most items a list keeps.
pub(crate) const MAX_ITEMS: usize = 50;

/// Largest amount that is taken for pay, in major units of any currency.
const MAX_AMOUNT: u64 = 1_000_000_000_000;

/// Longest value in characters, of one item where the field is a list.
pub(crate) fn max_length(field: Field) -> usize {
    match field {
        Field::Title | Field::Department => 80,
        Field::Location => 120,
        Field::Skills => 80,
        Field::Description => 10_000,
        _ => 500,
    }
}

/// Brings a proposed value into canonical form: enum names, plain decimals, ISO 4217 codes, "true" and "false", list
/// items one a line (a proposal may also separate them by ";", skills by "," too). `None` if it is no value.
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
        Field::ExperienceLevel => ExperienceLevel::parse(&text).map(|level| level.as_str().to_owned()),
        Field::WorkType => WorkType::parse(&text).map(|kind| kind.as_str().to_owned()),
        Field::SalaryPeriod => SalaryPeriod::parse(&text).map(|period| period.as_str().to_owned()),
        Field::Currency => money::currency_named(&text).map(|currency| currency.code().to_owned()),
        Field::SalaryMin | Field::SalaryMax => amount(&text).map(|amount| amount.to_string()),
        Field::EnableAiInterview | Field::IsFeatured => flag(&text).map(|flag| flag.to_string()),
        Field::Title => Some(cut(&title(&text), max_length(field))).filter(|title| !title.is_empty()),
        _ => Some(cut(&text, max_length(field))),
    }
}

/// An amount of pay: not negative, not absurd, at most two decimals that matter.
pub(crate) fn amount(text: &str) -> Option<Decimal> {
    let value = money::amount_named(text)?.normalize();
    (value <= Decimal::from(MAX_AMOUNT) && value.scale() <= 2).then_some(value)
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
    let cuts =
        |letter: char| matches!(letter, '\n' | ';' | '\r') || (field == Field::Skills && letter == ',');
    let mut kept: Vec<String> = Vec::new();
    for item in raw.split(cuts).filter_map(item) {
        add_item(&mut kept, &cut(&item, max_length(field)));
    }
    kept
}

/// One item of a list, of whatever length, without the bullet before it.
pub(crate) fn item(raw: &str) -> Option<String> {
    let bullets = |letter: char| matches!(letter, '•' | '-' | '*' | '–' | '·') || letter.is_whitespace();
    Some(clean(raw).trim_start_matches(bullets).to_owned()).filter(|item| !is_nothing(item))
}

/// Adds an item unless it is there in any case, or the list is full.
pub(crate) fn add_item(items: &mut Vec<String>, item: &str) {
    let known = items.iter().any(|known| known.to_lowercase() == item.to_lowercase());
    if !known && items.len() < MAX_ITEMS && !item.is_empty() {
        items.push(item.to_owned());
    }
}

/// One line without control characters, white space evened out.
pub(crate) fn clean(raw: &str) -> String {
    let visible = |letter: char| if letter.is_control() { ' ' } else { letter };
    let hidden = |letter: &char| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let text: String = raw.chars().map(visible).filter(hidden).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without pay, and without the quotes and full stop that models put around it.
fn title(text: &str) -> String {
    let text = without_pay(text);
    let bare = text.trim_matches(['"', '“', '”', '„', '«', '»', '*', '`', ' ']);
    bare.trim_end_matches(['.', ',', ';', ':', '!', '?', ' ']).to_owned()
}

/// Cuts at a word, if there is one not too far back.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let head = &text[..end];
    let whole_words = head.rfind(' ').filter(|at| *at > end / 2).map_or(head, |at| &head[..at]);
    whole_words.trim_end().to_owned()
}

/// What models write when they have nothing.
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
