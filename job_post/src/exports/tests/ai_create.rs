//! The body of the original service: exact enumerations, and no value that the post does not state.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::exports::tests::cook;
use crate::exports::{AiCreate, AiCreateOptions};
use crate::{Content, ExperienceLevel, Field, Salary, WorkType};

const COMPANY: Uuid = Uuid::from_u128(0xa1);
const USER: Uuid = Uuid::from_u128(0xb1);

fn body(content: &Content, stated: &[Field], options: &AiCreateOptions) -> Value {
    let posted_at = chrono::DateTime::from_timestamp(1_795_000_900, 0).unwrap();
    let post = AiCreate { content, stated, company_id: COMPANY, user_id: USER, posted_at, options };
    serde_json::from_str(&post.body()).unwrap()
}

fn said(content: &Content) -> Value {
    body(content, &[], &AiCreateOptions::default())
}

#[test]
fn a_whole_post() {
    let options = AiCreateOptions {
        enable_ai_interview: Some(true),
        is_featured: Some(false),
        interview_languages: Some(vec!["en".to_owned(), "ar".to_owned()]),
        interview_duration: Some(30),
        ai_prompt: Some("Be kind.".to_owned()),
        ai_instructions: Some("Ask about knives.".to_owned()),
        expires_after_days: Some(30),
    };
    let expected = concat!(
        r#"{"title":"Senior Cook (m/f/d)","description":"We bake.\n\nYou cook for <50> guests.","#,
        r#""requirements":"• 5+ years of experience","responsibilities":"• Cook\n• 1. taste","skills":["C#"],"#,
        r#""experienceLevel":"SENIOR","location":"Austin, TX","workType":"ONSITE","salaryMin":65000,"salaryMax":80000.5,"#,
        r#""currency":"USD","expiresAt":"2026-12-18T11:21:40Z","enableAiInterview":true,"isFeatured":false,"#,
        r#""interviewLanguages":["en","ar"],"interviewDuration":30,"aiPrompt":"Be kind.","aiInstructions":"Ask about knives.","#,
        r#""companyId":"00000000-0000-0000-0000-0000000000a1","userId":"00000000-0000-0000-0000-0000000000b1","#,
        r#""createdBy":"00000000-0000-0000-0000-0000000000b1"}"#,
    );
    let content = cook().content;
    let posted_at = chrono::DateTime::from_timestamp(1_795_000_900, 0).unwrap();
    let post = AiCreate {
        content: &content,
        stated: &[],
        company_id: COMPANY,
        user_id: USER,
        posted_at,
        options: &options,
    };
    assert_eq!(post.body(), expected);
}

#[test]
fn every_level_and_every_work_type_has_its_own_name() {
    let levels = ["ENTRY_LEVEL", "JUNIOR", "MID_LEVEL", "SENIOR", "LEAD", "PRINCIPAL", "EXECUTIVE"];
    for (level, name) in ExperienceLevel::ALL.into_iter().zip(levels) {
        let content = Content { experience_level: Some(level), ..Content::default() };
        assert_eq!(said(&content)["experienceLevel"], name);
    }
    for (work_type, name) in WorkType::ALL.into_iter().zip(["ONSITE", "REMOTE", "HYBRID"]) {
        let content = Content { work_type: Some(work_type), ..Content::default() };
        assert_eq!(said(&content)["workType"], name);
    }
}

#[test]
fn unknown_values_are_absent() {
    let title = Content { title: Some("Baker".to_owned()), ..Content::default() };
    assert_eq!(
        said(&title),
        json!({"title": "Baker", "skills": [], "companyId": COMPANY, "userId": USER, "createdBy": USER})
    );
}

#[test]
fn lists_are_lines_with_a_bullet_each() {
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    let content = Content {
        requirements: list(&["5+ years", "C++"]),
        responsibilities: list(&["One"]),
        benefits: list(&["a", "b", "c"]),
        ..Content::default()
    };
    let body = said(&content);
    assert_eq!(body["requirements"], "• 5+ years\n• C++");
    assert_eq!(body["responsibilities"], "• One");
    assert_eq!(body["benefits"], "• a\n• b\n• c");
}

#[test]
fn a_stated_flag_overrides_the_configured_one() {
    let yes = Content { enable_ai_interview: true, is_featured: true, ..Content::default() };
    let silent = Content::default();
    let both = |flag| AiCreateOptions {
        enable_ai_interview: Some(flag),
        is_featured: Some(flag),
        ..AiCreateOptions::default()
    };
    let stated = [Field::EnableAiInterview, Field::IsFeatured];
    let flags = |body: Value| [body["enableAiInterview"].clone(), body["isFeatured"].clone()];
    assert_eq!(flags(body(&yes, &[], &both(false))), [true, true]);
    assert_eq!(flags(body(&silent, &stated, &both(true))), [false, false]);
    assert_eq!(flags(body(&silent, &[], &both(true))), [true, true]);
    assert_eq!(flags(body(&silent, &[], &AiCreateOptions::default())), [Value::Null, Value::Null]);
}

#[test]
fn amounts_are_the_same_numbers() {
    for (written, number) in [("45000", "45000"), ("45000.00", "45000"), ("12.5", "12.5"), ("0.1", "0.1")] {
        let salary = Salary { min: written.parse().ok(), ..Salary::default() };
        let body = said(&Content { salary, ..Content::default() });
        assert_eq!(body["salaryMin"].to_string(), number);
    }
}
