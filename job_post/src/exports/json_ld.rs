//! The export as a schema.org JobPosting. It holds only what the post states: no
//! employment type, end date or address that it does not state. Dates that the post names in words are left out unless they mean one day.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::exports::dates;
use crate::exports::places::{self, Place, Places};
use crate::exports::sheet::Sheet;
use crate::exports::{Posting, html};
use crate::language::word_lists::WordLists;
use crate::language::words::{pattern, plain_words};
use crate::{Content, EmploymentType, Salary, SalaryPeriod, WorkType, text};

pub(crate) fn write(posting: &Posting<'_>, sheet: &Sheet) -> String {
    let mut document = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        document.extend(value.map(|value| (name.to_owned(), value)));
    };
    let content = posting.content;
    let places = stated_places(content);
    set("@context", Some(json!("https://schema.org")));
    set("@type", Some(json!("JobPosting")));
    set("title", Some(json!(sheet.title)));
    set("description", Some(json!(html::fragment(sheet))));
    set("datePosted", Some(json!(posting.posted_at.format("%Y-%m-%dT%H:%M:%SZ").to_string())));
    set("identifier", Some(json!({"@type": "PropertyValue", "name": sheet.company, "value": posting.id})));
    set("hiringOrganization", Some(organization(&sheet.company)));
    let department = content.department.as_deref().map(text::clean).filter(|name| !name.is_empty());
    set("employmentUnit", department.map(|name| organization(&name)));
    set("jobLocation", locations(content, &places));
    set("jobLocationType", (content.work_type == Some(WorkType::Remote)).then(|| json!("TELECOMMUTE")));
    set("applicantLocationRequirements", applicants(content, &places));
    set("baseSalary", base_salary(&content.salary));
    set("incentiveCompensation", joined(&content.additional_pay));
    set("employmentType", employment_types(content));
    set("workHours", joined(&content.working_hours));
    set("totalJobOpenings", content.openings.map(|openings| json!(openings)));
    let day = |text: &Option<String>| dates::read(text.as_deref()?, posting.posted_at.date_naive());
    set("jobStartDate", day(&content.start_date).map(|day| json!(day.to_string())));
    // Applications of the last day count, wherever on earth it is that day.
    set("validThrough", day(&content.apply_by).map(|day| json!(format!("{day}T23:59:59-12:00"))));
    set("applicationContact", contact(content));
    set("skills", joined(&[&content.skills[..], &content.languages].concat()));
    set("qualifications", joined(&[&content.requirements[..], &content.qualifications].concat()));
    set("educationRequirements", education(content));
    set("responsibilities", joined(&content.responsibilities));
    set("jobBenefits", joined(&content.benefits));
    harmless(&Value::Object(document))
}

/// See [`super::missing`].
pub(crate) fn missing(content: &Content) -> Vec<&'static str> {
    let places = stated_places(content);
    let mut located = places_of_work(content, &places).peekable();
    if located.peek().is_some() {
        let is_complete = located.all(|place| place.country.is_some());
        return if is_complete { vec![] } else { vec!["jobLocation.address.addressCountry"] };
    }
    match content.work_type {
        Some(WorkType::Remote) if applicants(content, &places).is_some() => vec![],
        Some(WorkType::Remote) => vec!["applicantLocationRequirements"],
        _ => vec!["jobLocation"],
    }
}

fn stated_places(content: &Content) -> Places {
    content.location.as_deref().map(|text| places::read_all(&text::clean(text))).unwrap_or_default()
}

/// The places where the work is done. For remote work a country or a state alone is where applicants may live, see
/// [`applicants`].
fn places_of_work<'a>(content: &Content, places: &'a Places) -> impl Iterator<Item = &'a Place> {
    let is_remote = content.work_type == Some(WorkType::Remote);
    places.places.iter().filter(move |place| !is_remote || place.locality.is_some())
}

fn organization(name: &str) -> Value {
    json!({"@type": "Organization", "name": name})
}

fn locations(content: &Content, places: &Places) -> Option<Value> {
    let located = places_of_work(content, places).map(|place| {
        let mut address = json!({"@type": "PostalAddress"});
        let parts = [
            ("addressLocality", &place.locality),
            ("addressRegion", &place.region),
            ("postalCode", &place.postal_code),
            ("addressCountry", &place.country),
        ];
        for (name, value) in parts {
            if let Some(value) = value {
                address[name] = json!(value);
            }
        }
        json!({"@type": "Place", "address": address})
    });
    match located.collect::<Vec<_>>() {
        none if none.is_empty() => None,
        one if one.len() == 1 => one.into_iter().next(),
        several => Some(Value::Array(several)),
    }
}

/// Where applicants may live, which Google requires for remote work: countries, or states if only these are stated.
/// Without a full list it is left out, because the rest would exclude applicants.
fn applicants(content: &Content, places: &Places) -> Option<Value> {
    let is_full = !places.is_open && places.places.iter().all(|place| place.country.is_some());
    if content.work_type != Some(WorkType::Remote) || !is_full {
        return None;
    }
    let area = |place: &Place| match &place.area {
        Some(area) if place.locality.is_none() => Some(json!({"@type": "State", "name": area})),
        _ => place.country.as_deref().map(country),
    };
    let stated = places.places.iter().filter_map(area);
    let mut named: Vec<Value> = Vec::new();
    for area in stated.chain(places.members.iter().map(|code| country(code))) {
        if !named.contains(&area) {
            named.push(area);
        }
    }
    (!named.is_empty()).then_some(Value::Array(named))
}

fn country(code: &str) -> Value {
    json!({"@type": "Country", "name": code})
}

/// The base salary. Without an amount, a currency and a period it stands in the description only.
fn base_salary(salary: &Salary) -> Option<Value> {
    let unit = match salary.period? {
        SalaryPeriod::Hour => "HOUR",
        SalaryPeriod::Day => "DAY",
        SalaryPeriod::Week => "WEEK",
        SalaryPeriod::Month => "MONTH",
        SalaryPeriod::Year => "YEAR",
    };
    let mut value = json!({"@type": "QuantitativeValue"});
    match (salary.min, salary.max) {
        (Some(min), Some(max)) if min == max => value["value"] = number(min)?,
        (None, None) => return None,
        (min, max) => {
            for (name, amount) in [("minValue", min), ("maxValue", max)] {
                if let Some(amount) = amount {
                    value[name] = number(amount)?;
                }
            }
        }
    }
    value["unitText"] = json!(unit);
    Some(json!({"@type": "MonetaryAmount", "currency": salary.currency?.code(), "value": value}))
}

/// The amount as a JSON number. Amounts have few enough digits for every JSON parser.
fn number(amount: Decimal) -> Option<Value> {
    serde_json::from_str(&amount.normalize().to_string()).ok()
}

/// The employment types in Google's words.
fn employment_types(content: &Content) -> Option<Value> {
    let kinds = content.employment_types.iter().filter_map(|kind| EmploymentType::parse(kind));
    let mut named: Vec<Value> = kinds.map(|kind| json!(kind.in_json_ld())).collect();
    named.dedup();
    one_or_several(named)
}

fn one_or_several(mut values: Vec<Value>) -> Option<Value> {
    match values.len() {
        0 | 1 => values.pop(),
        _ => Some(Value::Array(values)),
    }
}

/// The degrees and certificates that the qualifications name, in Google's categories.
fn education(content: &Content) -> Option<Value> {
    static CREDENTIALS: LazyLock<WordLists> =
        LazyLock::new(|| WordLists::of(include_str!("../../data/education.txt")));
    const CATEGORIES: [&str; 5] = [
        "high school",
        "associate degree",
        "bachelor degree",
        "professional certificate",
        "postgraduate degree",
    ];
    let words: Vec<String> = content.qualifications.iter().flat_map(|item| plain_words(item)).collect();
    let named = CATEGORIES.into_iter().filter(|of| words.iter().any(|word| CREDENTIALS.has(of, word)));
    let credential = |of| json!({"@type": "EducationalOccupationalCredential", "credentialCategory": of});
    one_or_several(named.map(credential).collect())
}

/// The contact as the post names it, with an e-mail address and a phone number of their own.
fn contact(content: &Content) -> Option<Value> {
    static EMAIL: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"));
    static PHONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\+?\(?\d[\d ()/.-]{6,18}\d"));
    let text = text::clean(content.contact.as_deref()?);
    let mut point = json!({"@type": "ContactPoint", "description": text});
    for (name, found) in [("email", EMAIL.find(&text)), ("telephone", PHONE.find(&text))] {
        if let Some(found) = found {
            point[name] = json!(found.as_str());
        }
    }
    Some(point)
}

/// The items as lines of one text, since schema.org has no list here.
fn joined(items: &[String]) -> Option<Value> {
    let items: Vec<_> = items.iter().map(|item| text::clean(item)).filter(|item| !item.is_empty()).collect();
    (!items.is_empty()).then(|| json!(items.join("\n")))
}

/// JSON that is safe in a `script` element. The escaped signs occur only inside strings.
fn harmless(document: &Value) -> String {
    let mut out = String::new();
    for letter in format!("{document:#}").chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            _ => out.push(letter),
        }
    }
    out.push('\n');
    out
}
