//! The locations of job posts against Google's documented requirements.

use serde_json::Value;

use super::google;
use super::posts::Post;
use crate::exports;
use crate::{Content, WorkType};

/// What Google's page documents about places
/// (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>), beyond the types that
/// [`google::violations`] checks:
///
/// - `jobLocation` is required, with as much of the address as possible and at least `addressCountry`. Only a job that is
///   done from home completely may lack it; it then needs `jobLocationType` TELECOMMUTE and
///   `applicantLocationRequirements`. [`google::violations`] checks that, and `exports::missing` must report it.
/// - TELECOMMUTE is only for jobs that are fully remote.
/// - `applicantLocationRequirements` are areas of the types `Country` or `State` with a `name`: "USA", "Michigan, USA".
fn location_errors(document: &Value, work_type: Option<WorkType>) -> Vec<String> {
    let listed = |name: &str| match document.get(name) {
        None => Vec::new(),
        Some(Value::Array(items)) => items.clone(),
        Some(one) => vec![one.clone()],
    };
    let (places, applicants) = (listed("jobLocation"), listed("applicantLocationRequirements"));
    let is_remote = work_type == Some(WorkType::Remote);
    let mut errors = Vec::new();
    let mut check = |is_right: bool, error: &str| {
        if !is_right {
            errors.push(format!("{error} in {document}"));
        }
    };
    check((document.get("jobLocationType").is_some()) == is_remote, "TELECOMMUTE is for remote jobs");
    check(is_remote || applicants.is_empty(), "applicants' areas are for remote jobs");
    for place in &places {
        let address = place["address"].as_object().unwrap();
        let known =
            ["@type", "addressLocality", "addressRegion", "addressCountry", "postalCode", "streetAddress"];
        check(address.keys().all(|name| known.contains(&&**name)), "known parts of an address");
        let telling = ["addressLocality", "addressRegion", "addressCountry"];
        check(telling.iter().any(|name| address.contains_key(*name)), "a telling address");
        let code = address.get("postalCode").is_none_or(|_| address.contains_key("addressCountry"));
        check(code, "a postal code has a country");
        check(!is_remote || address.contains_key("addressLocality"), "a remote job's place is a town");
    }
    for area in &applicants {
        let name = area["name"].as_str().unwrap_or_default();
        match area["@type"].as_str() {
            Some("Country") => check(name.len() == 2, "a country by its code"),
            Some("State") => check(name.contains(", "), "a state with its country"),
            _ => check(false, "a country or a state"),
        }
    }
    errors
}

fn exported(location: &str, work_type: WorkType) -> (Post, Value) {
    let content = Content {
        title: Some("Accountant".to_owned()),
        description: Some("You keep our books.".to_owned()),
        location: Some(location.to_owned()),
        work_type: Some(work_type),
        ..Content::default()
    };
    let post = Post { company_name: "Acme".to_owned(), content };
    let document = serde_json::from_str(&post.posting().json_ld()).unwrap();
    (post, document)
}

/// "town, region, code, country" of the places, then "→" and the applicants' areas.
fn shown(document: &Value) -> String {
    let listed = |value: &Value| match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.clone(),
        one => vec![one.clone()],
    };
    let place = |place: &Value| {
        let parts = ["addressLocality", "addressRegion", "postalCode", "addressCountry"];
        let parts: Vec<&str> = parts.iter().filter_map(|name| place["address"][*name].as_str()).collect();
        parts.join("/")
    };
    let places: Vec<String> = listed(&document["jobLocation"]).iter().map(place).collect();
    let applicants = listed(&document["applicantLocationRequirements"]);
    let applicants: Vec<&str> = applicants.iter().filter_map(|area| area["name"].as_str()).collect();
    format!("{} → {}", places.join(" + "), applicants.join(" + ")).trim().to_owned()
}

#[track_caller]
fn all(work_type: WorkType, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (location, expected) in cases {
        let (post, document) = exported(location, work_type);
        wrong.extend(location_errors(&document, Some(work_type)));
        if shown(&document) != *expected {
            wrong.push(format!("{location}: {}, not {expected}", shown(&document)));
        }
        // Exactly what the post does not state is missing, and reported.
        let mut missing = google::violations(&post.posting());
        missing.dedup();
        if missing != exports::missing(&post.content) {
            wrong.push(format!("{location}: {missing:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn remote_posts_name_the_applicants_areas() {
    let union = "AT + BE + BG + CY + CZ + DE + DK + EE + ES + FI + FR + GR + HR + HU + IE + IT + LT + LU + LV + MT + NL + PL + PT + \
        RO + SE + SI + SK";
    all(
        WorkType::Remote,
        &[
            ("Germany, Austria or Switzerland", "→ DE + AT + CH"),
            ("USA, Canada, Mexico", "→ US + CA + MX"),
            ("US or Canada", "→ US + CA"),
            ("France, Spain and Portugal", "→ FR + ES + PT"),
            ("California, Texas or Florida", "→ California, USA + Texas, USA + Florida, USA"),
            ("Ontario or British Columbia", "→ Ontario, Canada + British Columbia, Canada"),
            ("Georgia, USA", "→ Georgia, USA"),
            ("EU", &format!("→ {union}")),
            ("Remote (EU only)", &format!("→ {union}")),
            ("DACH", "→ AT + CH + DE"),
            ("Benelux", "→ BE + LU + NL"),
            ("Remote, US only", "→ US"),
            ("Remote (US)", "→ US"),
            ("Anywhere in the UK", "→ GB"),
            ("Scotland", "→ GB"),
            ("überall in Deutschland", "→ DE"),
            ("Lisbon", "Lisbon/PT → PT"),
            ("Austin, TX", "Austin/TX/US → US"),
            ("LATAM", "→"),
            ("EMEA", "→"),
            ("APAC", "→"),
            ("worldwide", "→"),
            ("US or LATAM", "→"),
            ("Remote", "→"),
        ],
    );
}

#[test]
fn posts_with_a_place_of_work_name_it() {
    let cases = [
        ("Lisbon, Porto", "Lisbon/PT + Porto/PT →"),
        ("Lisbon/Porto", "Lisbon/PT + Porto/PT →"),
        ("Perth, WA", "Perth/WA/AU →"),
        ("Andheri West, Mumbai", "Mumbai/IN →"),
        ("Camden Town, London", "London/GB →"),
        ("東京・渋谷", "東京/JP →"),
        ("10115 Berlin", "Berlin/10115/DE →"),
        ("Saint-Nazaire (44)", "Saint-Nazaire/FR →"),
        ("SW1A 1AA", "SW1A 1AA/GB →"),
        ("Austin, TX 78701", "Austin/TX/78701/US →"),
        ("London Bridge", "London Bridge/GB →"),
        ("Freiburg i. Br.", "Freiburg i. Br./DE →"),
        ("Boise ID", "Boise/ID/US →"),
        ("East LA", "East LA/CA/US →"),
        ("Tuas", "Tuas/SG →"),
        ("Germany, Austria or Switzerland", "DE + AT + CH →"),
        ("Hogwarts", "Hogwarts →"),
        ("our office, 3rd floor", "→"),
        ("EMEA", "→"),
        ("EU", "→"),
    ];
    all(WorkType::Onsite, &cases);
    all(WorkType::Hybrid, &cases);
}

#[test]
fn random_posts_keep_the_rules() {
    let mut dice = super::posts::Dice::new(5);
    for _ in 0..200 {
        let post = dice.post();
        let document = serde_json::from_str(&post.posting().json_ld()).unwrap();
        assert_eq!(location_errors(&document, post.content.work_type), Vec::<String>::new());
    }
}

#[test]
fn the_rules_find_errors() {
    let (_, document) = exported("DACH", WorkType::Remote);
    assert!(location_errors(&document, Some(WorkType::Remote)).is_empty());
    assert!(!location_errors(&document, Some(WorkType::Hybrid)).is_empty());
    for (pointer, wrong) in [
        ("/applicantLocationRequirements/0/@type", Value::from("City")),
        ("/applicantLocationRequirements/0/name", Value::from("Germany")),
        ("/jobLocationType", Value::Null),
    ] {
        let mut document = document.clone();
        *document.pointer_mut(pointer).unwrap() = wrong.clone();
        if wrong.is_null() {
            document.as_object_mut().unwrap().remove("jobLocationType");
        }
        assert!(!location_errors(&document, Some(WorkType::Remote)).is_empty(), "{pointer}");
    }
}
