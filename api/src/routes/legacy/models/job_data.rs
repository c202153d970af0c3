//! The job data of the original routes: 15 keys in camelCase, always in this order.

use job_post::Content;
use job_post::exports::bulleted;
use poem_openapi::Object;
use poem_openapi::types::{Example, MaybeUndefined};

use crate::types::{Amount, word};

/// The job data. All 15 keys are present, except in the response about an unknown conversation, where all are absent.
/// Unknown text is `""`, unknown numbers are null.
#[derive(Clone, Debug, Default, Object)]
#[oai(rename = "LegacyJobData", rename_all = "camelCase", example)]
pub struct JobData {
    #[oai(skip_serializing_if_is_none)]
    title: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    description: Option<String>,
    /// Lines that begin with `• `.
    #[oai(skip_serializing_if_is_none)]
    requirements: Option<String>,
    /// Lines that begin with `• `.
    #[oai(skip_serializing_if_is_none)]
    responsibilities: Option<String>,
    /// Lines that begin with `• `.
    #[oai(skip_serializing_if_is_none)]
    benefits: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    skills: Option<Vec<String>>,
    /// `""`, `entry`, `junior`, `mid`, `senior`, `lead`, `principal` or `executive`.
    #[oai(skip_serializing_if_is_none)]
    experience_level: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    location: Option<String>,
    /// `""`, `onsite`, `remote` or `hybrid`.
    #[oai(skip_serializing_if_is_none)]
    work_type: Option<String>,
    #[oai(nullable)]
    salary_min: MaybeUndefined<Amount>,
    #[oai(nullable)]
    salary_max: MaybeUndefined<Amount>,
    /// The ISO 4217 code, or `""` while it is unknown.
    #[oai(skip_serializing_if_is_none)]
    currency: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    department: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    enable_ai_interview: Option<bool>,
    #[oai(skip_serializing_if_is_none)]
    is_featured: Option<bool>,
}

impl From<Content> for JobData {
    fn from(content: Content) -> Self {
        let content = content.in_original_fields();
        let text = |value: Option<String>| Some(value.unwrap_or_default());
        let amount = |text: Option<String>| match text {
            Some(decimal) => MaybeUndefined::Value(Amount::of_decimal(&decimal)),
            None => MaybeUndefined::Null,
        };
        let salary = content.salary;
        Self {
            title: text(content.title),
            description: text(content.description),
            requirements: Some(bulleted(&content.requirements)),
            responsibilities: Some(bulleted(&content.responsibilities)),
            benefits: Some(bulleted(&content.benefits)),
            skills: Some(content.skills),
            experience_level: text(content.experience_level.map(|level| word(&level).into_owned())),
            location: text(content.location),
            work_type: text(content.work_type.map(|kind| word(&kind).into_owned())),
            salary_min: amount(salary.min.map(|amount| amount.normalize().to_string())),
            salary_max: amount(salary.max.map(|amount| amount.normalize().to_string())),
            currency: text(salary.currency.map(|currency| currency.code().to_owned())),
            department: text(content.department),
            enable_ai_interview: Some(content.enable_ai_interview),
            is_featured: Some(content.is_featured),
        }
    }
}

impl Example for JobData {
    fn example() -> Self {
        let content = Content {
            title: Some(".Net Developer Full Stack".to_owned()),
            skills: vec![".net".to_owned()],
            ..Content::default()
        };
        content.into()
    }
}
