//! The body of `POST {base}/jobposts/ai-create`, by which the original service sent a post to a company's system.
//!
//! It holds only what the post states and what the target is configured to add. It has no key for the salary period, the
//! department, the terms of employment and the company's name; languages are among its skills, qualifications among its
//! requirements, and additional pay among its benefits.

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Number;
use uuid::Uuid;

use crate::exports::bulleted;
use crate::{Content, ExperienceLevel, Field, WorkType};

/// Keys that a post has no value for. They are absent unless the target configures them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AiCreateOptions {
    /// For posts whose user said nothing about an AI interview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_ai_interview: Option<bool>,
    /// For posts whose user said nothing about a featured listing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_featured: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interview_languages: Option<Vec<String>>,
    /// In the unit of the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interview_duration: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_instructions: Option<String>,
    /// Days from the confirmation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<i32>,
}

/// A finished post for such a target.
#[derive(Clone, Copy, Debug)]
pub struct AiCreate<'a> {
    pub content: &'a Content,
    /// Flags that the user mentioned. Only for these, false means off; for the others it means unknown.
    pub stated: &'a [Field],
    pub company_id: Uuid,
    /// The author of the conversation.
    pub user_id: Uuid,
    pub posted_at: DateTime<Utc>,
    pub options: &'a AiCreateOptions,
}

impl AiCreate<'_> {
    /// The body: the original keys in a fixed order, without unknown values.
    pub fn body(&self) -> String {
        // Serialising cannot fail: the keys are strings, the numbers finite.
        serde_json::to_string(&self.keys()).unwrap_or_default()
    }

    fn keys(&self) -> Keys<'_> {
        let Self { content, options, .. } = *self;
        let lists = content.in_original_fields();
        Keys {
            title: content.title.as_deref(),
            description: content.description.as_deref(),
            requirements: bulleted(&lists.requirements),
            responsibilities: bulleted(&content.responsibilities),
            benefits: bulleted(&lists.benefits),
            skills: lists.skills,
            experience_level: content.experience_level.map(level),
            location: content.location.as_deref(),
            work_type: content.work_type.map(work_type),
            salary_min: content.salary.min.and_then(number),
            salary_max: content.salary.max.and_then(number),
            currency: content.salary.currency.map(|currency| currency.code()),
            expires_at: options.expires_after_days.and_then(|days| self.expiry(days)),
            enable_ai_interview: self.flag(
                Field::EnableAiInterview,
                content.enable_ai_interview,
                options.enable_ai_interview,
            ),
            is_featured: self.flag(Field::IsFeatured, content.is_featured, options.is_featured),
            interview_languages: options.interview_languages.as_deref(),
            interview_duration: options.interview_duration,
            ai_prompt: options.ai_prompt.as_deref(),
            ai_instructions: options.ai_instructions.as_deref(),
            company_id: self.company_id,
            user_id: self.user_id,
            created_by: self.user_id,
        }
    }

    /// The value that the user stated, else the configured one.
    fn flag(&self, field: Field, said: bool, configured: Option<bool>) -> Option<bool> {
        match said {
            true => Some(true),
            false if self.stated.contains(&field) => Some(false),
            false => configured,
        }
    }

    fn expiry(&self, days: i32) -> Option<String> {
        let end = self.posted_at.checked_add_signed(Duration::try_days(days.into())?)?;
        Some(end.to_rfc3339_opts(SecondsFormat::Secs, true))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Keys<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    requirements: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    responsibilities: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    benefits: String,
    /// An empty list is written: the original service left out only null.
    skills: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    experience_level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salary_min: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salary_max: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enable_ai_interview: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_featured: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interview_languages: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interview_duration: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ai_prompt: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ai_instructions: Option<&'a str>,
    company_id: Uuid,
    user_id: Uuid,
    created_by: Uuid,
}

fn level(level: ExperienceLevel) -> &'static str {
    match level {
        ExperienceLevel::Entry => "ENTRY_LEVEL",
        ExperienceLevel::Junior => "JUNIOR",
        ExperienceLevel::Mid => "MID_LEVEL",
        ExperienceLevel::Senior => "SENIOR",
        ExperienceLevel::Lead => "LEAD",
        ExperienceLevel::Principal => "PRINCIPAL",
        ExperienceLevel::Executive => "EXECUTIVE",
    }
}

fn work_type(work_type: WorkType) -> &'static str {
    match work_type {
        WorkType::Onsite => "ONSITE",
        WorkType::Remote => "REMOTE",
        WorkType::Hybrid => "HYBRID",
    }
}

/// The amount as a JSON number, without a fraction if it is whole.
fn number(amount: Decimal) -> Option<Number> {
    amount.normalize().to_string().parse().ok()
}
