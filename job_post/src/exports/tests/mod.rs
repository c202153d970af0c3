//! Exports of typical and of random posts: equal numbers in all forms, no executable content, and Google's requirements.

mod ads;
mod ai_create;
mod google;
mod locations;
mod payloads;
mod posts;

use serde_json::Value;

use super::*;
use crate::exports::tests::posts::Post;
use crate::language::phrases;
use crate::locale::Locale;
use crate::{ExperienceLevel, Field, Salary, SalaryPeriod, WorkType};

fn cook() -> Post {
    Post {
        company_name: "Papaya & Sons".to_owned(),
        content: Content {
            title: Some("Senior Cook (m/f/d)".to_owned()),
            description: Some("We bake.\n\nYou cook for <50> guests.".to_owned()),
            requirements: vec!["5+ years of experience".to_owned()],
            responsibilities: vec!["Cook".to_owned(), "1. taste".to_owned()],
            skills: vec!["C#".to_owned()],
            experience_level: Some(ExperienceLevel::Senior),
            location: Some("Austin, TX".to_owned()),
            work_type: Some(WorkType::Onsite),
            salary: Salary {
                min: "65000".parse().ok(),
                max: "80000.50".parse().ok(),
                currency: iso_currency::Currency::from_code("USD"),
                period: Some(SalaryPeriod::Year),
            },
            ..Content::default()
        },
    }
}

#[test]
fn plain_text() {
    let text = "Senior Cook (m/f/d) – Papaya & Sons\n\nLocation: Austin, TX\nWork type: on-site\n\
        Salary: 65,000–80,000.50 USD per year\n\nWe bake.\n\nYou cook for <50> guests.\n\n\
        Responsibilities:\n• Cook\n• 1. taste\n\nRequirements:\n• 5+ years of experience\n\nSkills:\n• C#\n";
    assert_eq!(cook().posting().text(), text);
}

#[test]
fn markdown() {
    let text = "# Senior Cook (m/f/d)\n\n**Papaya & Sons**\n\n- Location: Austin, TX\n- Work type: on-site\n\
        - Salary: 65,000–80,000.50 USD per year\n\nWe bake.\n\nYou cook for \\<50\\> guests.\n\n\
        ## Responsibilities\n\n- Cook\n- 1\\. taste\n\n## Requirements\n\n- 5+ years of experience\n\n## Skills\n\n- C\\#\n";
    assert_eq!(cook().posting().markdown(), text);
}

#[test]
fn html() {
    let page = cook().posting().html();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{page}");
    for part in [
        "<h1>Senior Cook (m/f/d)</h1>\n<p>Papaya &amp; Sons</p>",
        "<li>Salary: 65,000–80,000.50 USD per year</li>",
        "<p>You cook for &lt;50&gt; guests.</p>",
        "<h2>Skills</h2>\n<ul>\n<li>C#</li>\n</ul>",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

/// A post with terms of employment.
fn with_terms() -> Post {
    let mut post = cook();
    let content = &mut post.content;
    content.employment_types = vec!["full_time".to_owned(), "apprenticeship".to_owned()];
    content.working_hours = vec!["40 hours a week".to_owned(), "early and late shifts".to_owned()];
    content.start_date = Some("1 March".to_owned());
    content.openings = Some(2);
    content.apply_by = Some("15 January".to_owned());
    content.contact = Some("Anna, anna@example.com, +49 30 123456".to_owned());
    content.qualifications = vec!["food hygiene certificate".to_owned()];
    content.languages = vec!["English B2".to_owned()];
    content.additional_pay = vec!["tips".to_owned()];
    content.notes = vec!["the boss is moody".to_owned()];
    post
}

#[test]
fn the_terms_of_employment() {
    let post = with_terms();
    let document: Value = serde_json::from_str(&post.posting().json_ld()).unwrap();
    for (name, expected) in [
        ("employmentType", serde_json::json!(["FULL_TIME", "OTHER"])),
        ("workHours", "40 hours a week\nearly and late shifts".into()),
        ("jobStartDate", "2027-03-01".into()),
        ("totalJobOpenings", 2.into()),
        ("validThrough", "2027-01-15T23:59:59-12:00".into()),
        ("qualifications", "5+ years of experience\nfood hygiene certificate".into()),
        ("skills", "C#\nEnglish B2".into()),
        ("incentiveCompensation", "tips".into()),
        (
            "educationRequirements",
            serde_json::json!({
                "@type": "EducationalOccupationalCredential", "credentialCategory": "professional certificate",
            }),
        ),
    ] {
        assert_eq!(document[name], expected, "{name}");
    }
    let contact = &document["applicationContact"];
    assert_eq!(
        (&contact["email"], &contact["telephone"]),
        (&"anna@example.com".into(), &"+49 30 123456".into())
    );
    let text = post.posting().text();
    for line in
        ["Employment type: full-time; apprenticeship\n", "Openings: 2\n", "Languages:\n• English B2\n"]
    {
        assert!(text.contains(line), "{line:?} is not in {text}");
    }
    for form in [text, post.posting().json_ld(), post.posting().html(), post.posting().markdown()] {
        assert!(!form.contains("moody"), "notes are the organization's own: {form}");
    }
}

#[test]
fn json_ld() {
    let post = cook();
    let document: Value = serde_json::from_str(&post.posting().json_ld()).unwrap();
    let expected = serde_json::json!({
        "addressLocality": "Austin", "addressRegion": "TX", "addressCountry": "US", "@type": "PostalAddress"
    });
    assert_eq!(document["jobLocation"]["address"], expected);
    let expected = serde_json::json!({
        "@type": "MonetaryAmount", "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 65000, "maxValue": 80000.5, "unitText": "YEAR"}
    });
    assert_eq!(document["baseSalary"], expected);
    assert_eq!(document["datePosted"], "2026-11-18T11:21:40Z");
    assert_eq!(document["hiringOrganization"]["name"], "Papaya & Sons");
    assert!(document.get("employmentType").is_none() && document.get("validThrough").is_none());
    assert_eq!(google::violations(&post.posting()), Vec::<String>::new());
}

#[test]
fn labels_are_in_the_language_of_the_post() {
    let mut post = cook();
    post.content.description = Some("Wir suchen einen Koch für unsere Küche.".to_owned());
    let page = post.posting().html();
    assert!(
        page.contains("<html lang=\"de\">") && page.contains("Gehalt: 65.000–80.000,50 USD pro Jahr"),
        "{page}"
    );
}

#[test]
fn incomplete_pay_is_in_the_text_but_not_in_the_markup() {
    let mut post = cook();
    post.content.salary.period = None;
    let document: Value = serde_json::from_str(&post.posting().json_ld()).unwrap();
    assert!(document.get("baseSalary").is_none());
    assert!(document["description"].as_str().unwrap().contains("65,000–80,000.50 USD"));
}

/// The digits of every number in a text.
fn digits(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(str::to_owned).collect()
}

/// The text that a reader of the HTML sees.
fn seen(html: &str) -> String {
    let tags = regex::Regex::new("<[^>]*>").unwrap();
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let text = tags.replace_all(body, " ").replace("&#39;", "'").replace("&quot;", "\"");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn numbers_are_the_same_in_all_formats() {
    let mut dice = posts::Dice::new(3);
    let mut numbers = 0;
    for _ in 0..300 {
        let post = dice.post();
        let posting = post.posting();
        let document: Value = serde_json::from_str(&posting.json_ld()).unwrap();
        let expected = digits(&posting.text());
        numbers += expected.len();
        assert_eq!(digits(&posting.markdown()), expected, "{}", posting.markdown());
        assert_eq!(digits(&seen(&posting.html())), expected, "{}", posting.html());
        assert_eq!(digits(&seen(document["description"].as_str().unwrap())), expected);
        let locale = Locale::of(Sheet::of(&posting).language, &post.content);
        assert_pay(&document, &post.content.salary, &posting.text(), &locale);
    }
    assert!(numbers > 1000, "{numbers}");
}

/// The pay in the markup and in the text equals that of the post.
fn assert_pay(document: &Value, salary: &Salary, text: &str, locale: &Locale) {
    let value = &document["baseSalary"]["value"];
    let amount = |name: &str| value.get(name).map(|amount| amount.to_string().parse().unwrap());
    if value.is_object() {
        let single = amount("value");
        assert_eq!(single.or(amount("minValue")), salary.min);
        assert_eq!(single.or(amount("maxValue")), salary.max);
    }
    let label = phrases::labelled(locale.language, &phrases::field(locale.language, Field::SalaryMin), "");
    let line = text.lines().find_map(|line| line.strip_prefix(&label));
    assert_eq!(line.is_some(), salary.min.is_some() || salary.max.is_some());
    let Some(line) = line else { return };
    let (group, point) = locale.marks();
    let plain = line.replace(group, "").replace(point, ".");
    let shown: Vec<rust_decimal::Decimal> = plain
        .split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .filter_map(|number| number.parse().ok())
        .collect();
    let mut stated: Vec<_> = salary.min.into_iter().chain(salary.max).collect();
    stated.dedup();
    assert_eq!(shown, stated, "{line}");
}

#[test]
fn a_post_is_labelled_in_its_own_language() {
    let written = |title: &str, task: &str| {
        let content = Content {
            title: Some(title.to_owned()),
            responsibilities: vec![task.to_owned()],
            work_type: Some(WorkType::Onsite),
            salary: Salary { min: "2400".parse().ok(), ..Salary::default() },
            ..Content::default()
        };
        let post = Post { company_name: "Acme".to_owned(), content };
        (post.posting().text(), post.posting().html())
    };
    let (text, html) = written("Infirmière", "Vous accompagnez les patients de la clinique");
    assert!(text.contains("Salaire\u{a0}: à partir de 2\u{202f}400") && text.contains("Missions:"), "{text}");
    assert!(html.contains("<html lang=\"fr\">"), "{html}");
    let (text, html) = written("معلم رياضيات", "تدريس الرياضيات في المدرسة");
    assert!(text.contains("الراتب: ابتداءً من 2,400") && text.contains("نمط العمل: في مقر العمل"), "{text}");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{html}");
    let (text, _) = written("Camarero", "Atender las mesas y la barra del restaurante");
    assert!(text.contains("Salario: desde 2.400") && text.contains("Modalidad: presencial"), "{text}");
}

/// A post with a description as the agent writes it.
fn written() -> Post {
    let mut post = with_terms();
    post.content.benefits = vec!["a *gym*".to_owned(), "free meals".to_owned()];
    post.content.description = None;
    post.content.description = crate::offered_description(&post.content, &post.company_name);
    post
}

#[test]
fn headings_and_lists_of_the_description_are_shown() {
    let posting = written();
    let posting = posting.posting();
    let (text, markdown, html) = (posting.text(), posting.markdown(), posting.html());
    assert!(text.contains("\n\nYour tasks:\n\n• Cook\n• 1. taste\n\n"), "{text}");
    assert!(
        markdown.contains("\n\n## Your tasks\n\n- Cook\n- 1\\. taste\n\n## What you bring\n\n"),
        "{markdown}"
    );
    assert!(markdown.contains("\n- A \\*gym\\*\n- Free meals\n"), "{markdown}");
    let list = "<ul>\n<li>Cook</li>\n<li>1. taste</li>\n</ul>\n";
    assert!(html.contains(&format!("<h2>Your tasks</h2>\n{list}")), "{html}");
    let document: Value = serde_json::from_str(&posting.json_ld()).unwrap();
    let description = document["description"].as_str().unwrap();
    assert!(description.contains(&format!("<p>Your tasks</p>\n{list}")), "{description}");
    assert_eq!(google::violations(&posting), Vec::<String>::new());
}

#[test]
fn a_department_is_shown_although_the_description_has_its_word() {
    let mut post = with_terms();
    post.content.department = Some("Baking".to_owned());
    post.content.requirements = vec!["2 years in baking".to_owned()];
    post.content.description = None;
    post.content.description = crate::offered_description(&post.content, &post.company_name);
    let text = post.posting().text();
    assert!(text.contains("Department: Baking\n") && text.contains("• 2 years in baking"), "{text}");
}

#[test]
fn what_the_description_says_is_not_said_again() {
    let mut post = written();
    for value in ["English B2", "1. taste", "15 January", "anna@example.com", "free meals", "40 hours"] {
        let text = post.posting().text().to_lowercase();
        assert_eq!(text.matches(&value.to_lowercase()).count(), 1, "{value}: {text}");
    }
    // A section with an item that the description lacks is shown whole.
    post.content.benefits.push("a parking space".to_owned());
    post.content.start_date = Some("1 April".to_owned());
    let text = post.posting().text();
    assert!(text.contains("Benefits:\n• a *gym*\n• free meals\n• a parking space"), "{text}");
    assert!(text.contains("Start date: 1 April") && !text.contains("Requirements:"), "{text}");
}
