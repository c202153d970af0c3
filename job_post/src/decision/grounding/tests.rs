//! Which values the user's words support, field by field.

use uuid::Uuid;

use super::*;

/// "basis: value" or "refused".
fn ground_in(message: &str, field: Field, value: &str, quote: &str) -> String {
    let transcript = Transcript::new(Uuid::nil(), message, &[], "");
    let value = crate::values::canonical(field, value).unwrap();
    match ground(&transcript, field, &value, quote) {
        Ok(grounded) => {
            assert!(message.contains(grounded.quote), "{message}: {grounded:?}");
            let basis = serde_json::to_value(grounded.basis).unwrap();
            format!("{}: {}", basis.as_str().unwrap(), grounded.value)
        }
        Err(_) => "refused".to_owned(),
    }
}

#[test]
fn values_need_words() {
    let table = [
        ("backend engineer wanted", Field::Title, "Backend Engineer", "stated: Backend Engineer"),
        ("backend engineer wanted", Field::Title, "Senior Backend Engineer", "stated: Backend Engineer"),
        ("backend engineer wanted", Field::Title, "Frontend Engineer", "refused"),
        ("senior level", Field::Title, "Senior", "refused"),
        ("a QA engineer", Field::Title, "Quality Assurance Engineer", "stated: Quality Assurance Engineer"),
        ("a job in Köln", Field::Location, "köln", "stated: köln"),
        ("a job in Köln", Field::Location, "Cologne", "refused"),
        ("no Java please, Kotlin", Field::Skills, "Java", "refused"),
        ("no Java please, Kotlin", Field::Skills, "Kotlin", "stated: Kotlin"),
        ("work from home", Field::WorkType, "remote", "stated: remote"),
        ("not remote", Field::WorkType, "remote", "refused"),
        ("Remote: no", Field::WorkType, "remote", "refused"),
        ("Remote: no", Field::WorkType, "onsite", "stated: onsite"),
        ("not fully remote", Field::WorkType, "onsite", "refused"),
        ("turn off the interview", Field::EnableAiInterview, "false", "stated: false"),
        ("an interview on Monday", Field::EnableAiInterview, "true", "refused"),
        ("remote sensing expert", Field::WorkType, "remote", "refused"),
        ("office two days, otherwise home office", Field::WorkType, "hybrid", "stated: hybrid"),
        ("hybrid, not remote", Field::WorkType, "hybrid", "stated: hybrid"),
        ("mid-level", Field::ExperienceLevel, "mid", "stated: mid"),
        ("at least six years", Field::ExperienceLevel, "senior", "assumed: senior"),
        ("two years", Field::ExperienceLevel, "senior", "refused"),
        ("Produktionsleiter gesucht", Field::ExperienceLevel, "lead", "stated: lead"),
        ("85k", Field::SalaryMin, "85", "stated: 85000"),
        ("5+ years of experience", Field::SalaryMin, "5", "refused"),
        ("lift 50 pounds", Field::SalaryMin, "50", "refused"),
        ("owns a $100 million P&L", Field::SalaryMax, "100000000", "refused"),
        ("Would 50k be fair? What is usual?", Field::Currency, "EUR", "refused"),
        ("$58k in Toronto", Field::Currency, "CAD", "stated: CAD"),
        ("$58k", Field::Currency, "USD", "stated: USD"),
        ("$58k", Field::Currency, "MXN", "assumed: MXN"),
        ("58k", Field::Currency, "USD", "refused"),
        ("25/h", Field::SalaryPeriod, "hour", "stated: hour"),
        ("three days a week in the office, the rest from home", Field::SalaryPeriod, "week", "refused"),
        ("turn on the AI interview", Field::EnableAiInterview, "true", "stated: true"),
        ("no AI interview", Field::EnableAiInterview, "true", "refused"),
        ("don't forget the AI interview", Field::EnableAiInterview, "true", "stated: true"),
        ("a cook", Field::IsFeatured, "true", "refused"),
        ("free lunch and a pension", Field::Benefits, "Free lunch", "stated: Free lunch"),
        ("free lunch", Field::Benefits, "Gym membership", "refused"),
        ("a cook", Field::Requirements, "Bachelor's degree", "refused"),
        ("3 years of Rust in a team of 10", Field::Requirements, "10 years of Rust", "refused"),
        (
            "3 years of Rust in a team of 10",
            Field::Requirements,
            "3+ years of experience with Rust",
            "stated: 3+ years of experience with Rust",
        ),
        ("a cook", Field::Responsibilities, "Prepare meals", "assumed: Prepare meals"),
        ("a cook", Field::Description, "You earn 50,000", "refused"),
    ];
    let read = table.map(|(message, field, value, _)| (message, value, ground_in(message, field, value, "")));
    let wrong: Vec<_> = std::iter::zip(read, table).filter(|(read, expected)| read.2 != expected.3).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_true_quote_is_kept_and_a_false_one_replaced() {
    let transcript = Transcript::new(Uuid::nil(), "Hi, we need a Backend Engineer in Lisbon", &[], "");
    let quote_of = |quote| ground(&transcript, Field::Title, "Backend Engineer", quote).unwrap().quote;
    assert_eq!(quote_of("need a backend engineer"), "need a Backend Engineer");
    assert_eq!(quote_of("we want a backend engineer"), "Backend Engineer");
    assert_eq!(quote_of("Hi"), "Backend Engineer");
}

#[test]
fn a_paraphrase_is_replaced_by_the_users_words() {
    let message = "senior level with 5+ years experience";
    let professional =
        ground_in(message, Field::Requirements, "5+ years of professional experience", "5+ years experience");
    assert_eq!(professional, "stated: 5+ years experience");
    assert_eq!(ground_in(message, Field::Requirements, "5+ years of professional experience", ""), "refused");
}
