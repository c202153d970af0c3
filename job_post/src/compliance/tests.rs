//! What the check finds, and what it must not find.

use super::*;

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    on(2026, 11, 22)
}

fn at(location: &str) -> Content {
    Content { title: Some("Cook".to_owned()), location: Some(location.to_owned()), ..Content::default() }
}

fn paid(location: &str, min: &str, max: &str) -> Content {
    let mut content = at(location);
    content.salary =
        serde_json::from_value(serde_json::json!({"currency": "USD", "period": "year"})).unwrap();
    (content.salary.min, content.salary.max) = (min.parse().ok(), max.parse().ok());
    content
}

fn sources(content: &Content, on: NaiveDate) -> Vec<&'static str> {
    let findings = check(content, on).into_iter();
    findings.filter(|finding| finding.code == "pay_not_stated").map(|finding| finding.source).collect()
}

#[test]
fn pay_is_required_where_and_when_the_law_does() {
    for (location, date, law) in [
        ("Denver, CO", today(), "Colorado"),
        ("Denver, CO", on(2020, 12, 31), ""),
        ("Denver, CO", on(2021, 1, 1), "Colorado"),
        ("Boston, MA", on(2025, 10, 28), ""),
        ("Boston, MA", on(2025, 10, 29), "Massachusetts"),
        ("New York", today(), "New York"),
        ("Austin, TX", today(), ""),
        ("Vienna", on(2012, 1, 1), "Austria"),
        ("Vienna, VA", today(), ""),
        ("Burlington, VT", on(2025, 6, 30), ""),
        ("Burlington, VT", on(2025, 7, 1), "Vermont: 21 V.S.A. § 495p"),
        ("Portland, ME", on(2026, 7, 12), ""),
        ("Portland, ME", on(2026, 7, 13), "Maine"),
        ("Riga, Latvia", on(2018, 11, 27), ""),
        ("Riga, Latvia", on(2018, 11, 28), "Latvia"),
        ("Vilnius, Lithuania", on(2019, 7, 26), ""),
        ("Vilnius, Lithuania", on(2019, 7, 27), "Lithuania"),
        ("Berlin", on(2026, 6, 6), ""),
        ("Berlin", on(2026, 6, 7), "Directive (EU) 2023/970"),
        ("London", today(), ""),
        ("Berlin or Denver, CO", on(2024, 1, 1), "Colorado"),
        ("Amman", today(), ""),
        ("Hogwarts", today(), ""),
    ] {
        let found = sources(&at(location), date);
        match law {
            "" => assert_eq!(found, Vec::<&str>::new(), "{location} {date}"),
            law => assert!(found.len() == 1 && found[0].starts_with(law), "{location} {date}: {found:?}"),
        }
    }
}

#[test]
fn stated_pay_makes_no_finding() {
    assert!(sources(&paid("Denver, CO", "60000", "70000"), today()).is_empty());
    assert_eq!(sources(&paid("Denver, CO", "60000", ""), today()).len(), 1);
    assert!(sources(&paid("Vienna", "60000", ""), today()).is_empty());
    assert_eq!(sources(&paid("Vienna", "", "70000"), today()).len(), 1);
    let mut unnamed = paid("Denver, CO", "60000", "70000");
    unnamed.salary.currency = None;
    assert_eq!(sources(&unnamed, today()).len(), 1);
}

/// "code: words" of a description.
fn wording(text: &str) -> Vec<String> {
    let content = Content { description: Some(text.to_owned()), ..Content::default() };
    let findings = wording::check(&content).into_iter();
    findings.map(|finding| format!("{}: {}", finding.code, finding.words.unwrap())).collect()
}

#[test]
fn words_that_exclude_people_are_found() {
    for (text, found) in [
        ("A young, energetic team", vec!["age_coded_wording: young", "age_coded_wording: energetic"]),
        ("He will report to our chairman.", vec!["gendered_wording: He", "gendered_wording: chairman"]),
        ("We want a sales NINJA", vec!["gender_coded_wording: NINJA"]),
        (
            "Recent graduates under 35 years",
            vec!["age_coded_wording: Recent graduates", "age_coded_wording: under 35 years"],
        ),
        ("Native English speaker", vec!["language_by_birth: Native English speaker"]),
        (
            "Ein junges Team sucht eine Sekretärin",
            vec!["gendered_wording: Sekretärin", "age_coded_wording: junges"],
        ),
        ("Salesman or salesmen", vec!["gendered_wording: Salesman", "gendered_wording: salesmen"]),
    ] {
        assert_eq!(wording(text), found, "{text}");
    }
}

#[test]
fn words_for_one_gender_are_found_with_a_word_for_all() {
    for (text, words) in [
        ("A Salesman and a foreman", vec![("Salesman", "Salesperson"), ("foreman", "supervisor")]),
        ("Wir suchen eine Krankenschwester", vec![("Krankenschwester", "Pflegefachkraft")]),
        ("Our handymen work in shifts", vec![("handymen", "maintenance workers")]),
    ] {
        let found = wording::in_text(Field::Description, text);
        let found: Vec<_> =
            found.iter().map(|it| (it.words.as_deref().unwrap(), it.instead.as_deref().unwrap())).collect();
        assert_eq!(found, words, "{text}");
    }
}

#[test]
fn a_title_that_says_it_means_all_is_no_finding() {
    for (title, is_found) in [("Kaufmann", true), ("Kaufmann (m/w/d)", false)] {
        let content = Content {
            title: Some(title.to_owned()),
            responsibilities: vec!["Angebote schreiben und die Kunden beraten".to_owned()],
            ..Content::default()
        };
        assert_eq!(check(&content, today()).iter().any(|it| it.field == Field::Title), is_found, "{title}");
    }
}

#[test]
fn technical_terms_and_parts_of_words_make_no_finding() {
    for text in [
        "Scrum master, master data, master's degree",
        "Manager, management, human resources, manufacturing",
        "Man-in-the-middle attacks; the theory; there; where; history",
        "Experience with CMake and Ninja",
        "Aggressive caching, Young's modulus, energetic particles",
        "USB cable with female connectors",
        "Foreman and Puppet",
        "You support young people in care",
        "Native apps for iOS; cloud-native; React Native",
        "Teams of 35 people, 5 years of experience, under 40 ms",
        "Alpha testing, dominant frequency",
        "This is a mature codebase",
        "Junior developer, Juni 2026",
        "HER2 assays",
        "Cook (male/female/diverse), Koch (männlich/weiblich/divers)",
    ] {
        assert_eq!(wording(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn every_field_is_read_and_every_finding_has_a_source() {
    let content = Content {
        title: Some("Salesman".to_owned()),
        requirements: vec!["Young".to_owned(), "Young".to_owned()],
        benefits: vec!["Rockstar perks".to_owned()],
        ..at("Denver, CO")
    };
    let findings = check(&content, today());
    let found: Vec<_> = findings.iter().map(|finding| (finding.field, finding.code)).collect();
    assert_eq!(
        found,
        [
            (Field::Title, "gendered_wording"),
            (Field::SalaryMin, "pay_not_stated"),
            (Field::Description, "equal_opportunity_not_stated"),
            (Field::Requirements, "age_coded_wording"),
            (Field::Benefits, "gender_coded_wording"),
        ]
    );
    assert!(findings.iter().all(|finding| finding.source.len() > 10 && finding.advice.ends_with('.')));
}

#[test]
fn an_equal_opportunity_statement_is_required_in_the_usa_only() {
    let codes = |content: &Content| -> Vec<_> {
        check(content, on(2020, 1, 1)).into_iter().map(|finding| finding.code).collect()
    };
    assert_eq!(codes(&at("Austin, TX")), ["equal_opportunity_not_stated"]);
    assert_eq!(codes(&at("Lisbon")), Vec::<&str>::new());
    let mut said = at("Austin, TX");
    said.description = Some("We are an Equal Opportunity employer.".to_owned());
    assert_eq!(codes(&said), Vec::<&str>::new());
    assert_eq!(codes(&at("Hogwarts")), ["country_not_stated"]);
}
