//! A validator written from Google's page on JobPosting
//! (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>): required and recommended
//! properties, their types and their values. It shares no code with the export.

use regex::Regex;
use serde_json::Value;

use crate::exports::tests::posts::Dice;
use crate::exports::{self, Posting};
use crate::money;

/// The errors and warnings that Google would give.
pub fn violations(posting: &Posting<'_>) -> Vec<String> {
    let document: Value = serde_json::from_str(&posting.json_ld()).unwrap();
    let mut found = Vec::new();
    no_empty_values(&document, "", &mut found);
    required(&document, &mut found);
    recommended(&document, &mut found);
    found
}

fn is(condition: bool, name: &str, found: &mut Vec<String>) {
    if !condition {
        found.push(name.to_owned());
    }
}

fn matches(value: &Value, pattern: &str) -> bool {
    value.as_str().is_some_and(|text| Regex::new(pattern).unwrap().is_match(text))
}

fn no_empty_values(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Null => found.push(format!("{at} is null")),
        Value::String(text) => is(!text.trim().is_empty(), &format!("{at} is empty"), found),
        Value::Array(items) => {
            is(!items.is_empty(), &format!("{at} is empty"), found);
            items.iter().for_each(|item| no_empty_values(item, at, found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| no_empty_values(value, &format!("{at}/{name}"), found));
        }
        _ => {}
    }
}

fn required(document: &Value, found: &mut Vec<String>) {
    is(matches(&document["@context"], "^https?://schema.org/?$"), "@context", found);
    is(document["@type"] == "JobPosting", "@type", found);
    let title = document["title"].as_str().unwrap_or_default();
    is(!title.is_empty() && title.chars().count() <= 80, "title", found);
    is(money::find(title).is_empty(), "title with a salary", found);
    is(
        matches(&document["datePosted"], r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$"),
        "datePosted",
        found,
    );
    is(document["hiringOrganization"]["@type"] == "Organization", "hiringOrganization", found);
    is(document["hiringOrganization"]["name"].is_string(), "hiringOrganization.name", found);
    description(document, found);
    location(document, found);
}

/// The description must be HTML with paragraphs and without the title. Only `p`, `ul`, `li` and `br` are read.
fn description(document: &Value, found: &mut Vec<String>) {
    let text = document["description"].as_str().unwrap_or_default();
    is(text.contains("<p>") && Some(text) != document["title"].as_str(), "description", found);
    let tags = Regex::new("<[^>]*>?").unwrap();
    let known = Regex::new("^</?(p|ul|li|br)>$").unwrap();
    is(
        tags.find_iter(text).all(|tag| known.is_match(tag.as_str())),
        "description with other elements",
        found,
    );
}

fn listed(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    }
}

/// A place must have a country; for remote work, a country of the applicants is enough.
fn location(document: &Value, found: &mut Vec<String>) {
    let (places, applicants) =
        (listed(&document["jobLocation"]), listed(&document["applicantLocationRequirements"]));
    for place in &places {
        let address = &place["address"];
        is(place["@type"] == "Place" && address["@type"] == "PostalAddress", "jobLocation", found);
        is(matches(&address["addressCountry"], "^[A-Z]{2}$"), "jobLocation.address.addressCountry", found);
    }
    for area in &applicants {
        let is_area = matches(&area["@type"], "^(Country|State|City|AdministrativeArea)$");
        is(is_area && area["name"].is_string(), "applicantLocationRequirements", found);
    }
    let is_remote = document["jobLocationType"] == "TELECOMMUTE";
    is(is_remote || document.get("jobLocationType").is_none(), "jobLocationType", found);
    is(is_remote || applicants.is_empty(), "applicantLocationRequirements without remote work", found);
    match is_remote {
        true => is(!places.is_empty() || !applicants.is_empty(), "applicantLocationRequirements", found),
        false => is(!places.is_empty(), "jobLocation", found),
    }
}

fn recommended(document: &Value, found: &mut Vec<String>) {
    if let Some(identifier) = document.get("identifier") {
        let is_complete = identifier["name"].is_string() && identifier["value"].is_string();
        is(identifier["@type"] == "PropertyValue" && is_complete, "identifier", found);
    }
    if let Some(salary) = document.get("baseSalary") {
        base_salary(salary, found);
    }
    for kind in listed(&document["employmentType"]) {
        let kinds = "^(FULL_TIME|PART_TIME|CONTRACTOR|TEMPORARY|INTERN|VOLUNTEER|PER_DIEM|OTHER)$";
        is(matches(kind, kinds), "employmentType", found);
    }
    if let Some(until) = document.get("validThrough") {
        let is_time = until.as_str().is_some_and(|text| chrono::DateTime::parse_from_rfc3339(text).is_ok());
        is(is_time, "validThrough", found);
    }
    if let Some(start) = document.get("jobStartDate") {
        is(matches(start, r"^\d{4}-\d\d-\d\d$"), "jobStartDate", found);
    }
    for credential in listed(&document["educationRequirements"]) {
        let categories =
            "^(high school|associate degree|bachelor degree|professional certificate|postgraduate degree)$";
        let is_one = credential["@type"] == "EducationalOccupationalCredential";
        is(is_one && matches(&credential["credentialCategory"], categories), "educationRequirements", found);
    }
    if let Some(openings) = document.get("totalJobOpenings") {
        is(openings.as_u64().is_some_and(|openings| openings > 0), "totalJobOpenings", found);
    }
    if let Some(contact) = document.get("applicationContact") {
        is(contact["@type"] == "ContactPoint", "applicationContact", found);
        is(contact.get("email").is_none_or(|email| matches(email, "^[^@ ]+@[^@ ]+$")), "email", found);
    }
    is(document.get("directApply").is_none_or(Value::is_boolean), "directApply", found);
}

fn base_salary(salary: &Value, found: &mut Vec<String>) {
    let (value, code) = (&salary["value"], salary["currency"].as_str().unwrap_or_default());
    is(salary["@type"] == "MonetaryAmount" && value["@type"] == "QuantitativeValue", "baseSalary", found);
    is(iso_currency::Currency::from_code(code).is_some(), "baseSalary.currency", found);
    is(matches(&value["unitText"], "^(HOUR|DAY|WEEK|MONTH|YEAR)$"), "baseSalary.unitText", found);
    let amount = |name: &str| value.get(name).map(|amount| amount.as_f64().unwrap_or(f64::NAN));
    let (one, min, max) = (amount("value"), amount("minValue"), amount("maxValue"));
    let fits = match (one, min, max) {
        (Some(one), None, None) => one >= 0.0,
        (None, Some(min), Some(max)) => 0.0 <= min && min <= max,
        (None, Some(bound), None) | (None, None, Some(bound)) => bound >= 0.0,
        _ => false,
    };
    is(fits, "baseSalary.value", found);
}

/// Exactly the properties that the post does not state are missing and reported; everything else validates.
#[test]
fn random_posts_validate() {
    let mut dice = Dice::new(7);
    let (mut complete, mut paid) = (0, 0);
    let mut posts = 0;
    while complete < 100 {
        let post = dice.post();
        let mut missing = violations(&post.posting());
        missing.dedup();
        assert_eq!(missing, exports::missing(&post.content), "{:?}", post.content);
        complete += usize::from(missing.is_empty());
        paid += usize::from(post.posting().json_ld().contains("baseSalary"));
        posts += 1;
    }
    assert!(posts > complete + 5 && paid > 20, "{complete} of {posts} complete, {paid} with pay");
}

#[test]
fn the_validator_finds_errors() {
    let good: Value = serde_json::from_str(&super::with_terms().posting().json_ld()).unwrap();
    let cases: [(&str, Value); 15] = [
        ("/title", "Cook, 30k GBP a year".into()),
        ("/title", "x".repeat(81).into()),
        ("/description", "plain".into()),
        ("/description", "<p>a</p><script>".into()),
        ("/datePosted", "yesterday".into()),
        ("/hiringOrganization/name", Value::Null),
        ("/jobLocation/address/addressCountry", "Germany".into()),
        ("/jobLocation/@type", "Spot".into()),
        ("/baseSalary/currency", "Taler".into()),
        ("/baseSalary/value/unitText", "year".into()),
        ("/baseSalary/value/maxValue", 1.into()),
        ("/baseSalary/value/minValue", "65000".into()),
        ("/employmentType", "full time".into()),
        ("/validThrough", "Friday".into()),
        ("/jobStartDate", "in March".into()),
    ];
    for (pointer, wrong) in cases {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = wrong;
        let mut found = Vec::new();
        no_empty_values(&document, "", &mut found);
        required(&document, &mut found);
        recommended(&document, &mut found);
        assert!(!found.is_empty(), "{pointer}");
    }
}
