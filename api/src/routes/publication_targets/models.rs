//! Bodies of publication targets. Types with secrets do not implement `Debug`.

use domain::publications::{Configured, Format, NewTarget, Target};
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use secrecy::ExposeSecret as _;

use crate::examples::at;
use crate::types::{PublicationFormat, Timestamp, word};

/// The system that finished job posts are delivered to, and the format.
#[derive(Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PublicationTarget {
    /// `true` for the target of live mode, `false` for that of test mode.
    livemode: bool,
    format: PublicationFormat,
    /// With `ai_create` the base URL, to which `/jobposts/ai-create` is appended. With `signed_json` the full URL.
    url: String,
    /// Whether deliveries carry a bearer token.
    has_bearer_token: bool,
    options: Option<AiCreateOptions>,
    /// The secret that signs deliveries. Only in the response to the request that created it: store it.
    secret: Option<String>,
    /// When the previous secret stops signing deliveries as well.
    previous_secret_until: Option<Timestamp>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// The format of deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum TargetFormat {
    /// The format of the original service: `POST {url}/jobposts/ai-create`.
    AiCreate,
    /// The job post as in this API, signed by Standard Webhooks: `POST {url}`.
    SignedJson,
}

/// The target. It replaces the previous one.
#[derive(Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct PutPublicationTargetRequest {
    format: TargetFormat,
    /// A public https URL: with `ai_create` the base URL, to which `/jobposts/ai-create` is appended; with `signed_json` the
    /// full URL.
    #[oai(validator(min_length = 1, max_length = 2048))]
    pub url: String,
    /// With `ai_create`: sent as `Authorization: Bearer …`. Not shown again.
    #[oai(validator(min_length = 1, max_length = 4096))]
    bearer_token: Option<Password>,
    options: Option<AiCreateOptions>,
    /// With `signed_json`: create a new secret for signatures. For 24 hours deliveries are signed with the previous secret as
    /// well.
    new_secret: Option<bool>,
}

/// Keys of the format `ai_create` that are not part of a job post. Absent keys are not sent.
#[derive(Clone, Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct AiCreateOptions {
    /// `enableAiInterview`, unless the conversation or an edit set it.
    enable_ai_interview: Option<bool>,
    /// `isFeatured`, unless the conversation or an edit set it.
    is_featured: Option<bool>,
    /// `interviewLanguages`.
    #[oai(validator(max_items = 20))]
    interview_languages: Option<Vec<String>>,
    /// `interviewDuration`, in the target's unit.
    #[oai(validator(minimum(value = "1"), maximum(value = "1440")))]
    interview_duration: Option<i32>,
    /// `aiPrompt`.
    #[oai(validator(min_length = 1, max_length = 8000))]
    ai_prompt: Option<String>,
    /// `aiInstructions`.
    #[oai(validator(min_length = 1, max_length = 8000))]
    ai_instructions: Option<String>,
    /// `expiresAt`, as a number of days after the job post is finalized.
    #[oai(validator(minimum(value = "1"), maximum(value = "3650")))]
    expires_after_days: Option<i32>,
}

impl From<Target> for PublicationTarget {
    fn from(target: Target) -> Self {
        let is_original = target.format == Format::AiCreate;
        Self {
            livemode: target.livemode,
            format: PublicationFormat(word(&target.format)),
            url: target.url,
            has_bearer_token: target.has_bearer_token,
            options: is_original.then(|| target.options.into()),
            secret: None,
            previous_secret_until: target.previous_secret_until.map(Timestamp),
            created_at: target.created_at.into(),
            updated_at: target.updated_at.into(),
        }
    }
}

impl From<Configured> for PublicationTarget {
    fn from(configured: Configured) -> Self {
        let secret = configured.secret.map(|secret| secret.expose_secret().to_owned());
        Self { secret, ..configured.target.into() }
    }
}

impl From<PutPublicationTargetRequest> for NewTarget {
    fn from(body: PutPublicationTargetRequest) -> Self {
        Self {
            format: match body.format {
                TargetFormat::AiCreate => Format::AiCreate,
                TargetFormat::SignedJson => Format::SignedJson,
            },
            url: body.url,
            bearer_token: body.bearer_token.map(|token| token.0.into()),
            options: body.options.map(Into::into),
            new_secret: body.new_secret.unwrap_or_default(),
        }
    }
}

/// Both types have the same fields.
macro_rules! same_fields {
    ($from:ty, $to:ty) => {
        impl From<$from> for $to {
            fn from(options: $from) -> Self {
                Self {
                    enable_ai_interview: options.enable_ai_interview,
                    is_featured: options.is_featured,
                    interview_languages: options.interview_languages,
                    interview_duration: options.interview_duration,
                    ai_prompt: options.ai_prompt,
                    ai_instructions: options.ai_instructions,
                    expires_after_days: options.expires_after_days,
                }
            }
        }
    };
}

same_fields!(AiCreateOptions, job_post::exports::AiCreateOptions);
same_fields!(job_post::exports::AiCreateOptions, AiCreateOptions);

impl Example for PublicationTarget {
    fn example() -> Self {
        Self {
            livemode: true,
            format: PublicationFormat("ai_create".into()),
            url: "https://backend.papaya.example/api".to_owned(),
            has_bearer_token: true,
            options: Some(AiCreateOptions::example()),
            secret: None,
            previous_secret_until: None,
            created_at: at(0),
            updated_at: at(0),
        }
    }
}

impl Example for PutPublicationTargetRequest {
    fn example() -> Self {
        Self {
            format: TargetFormat::AiCreate,
            url: "https://backend.papaya.example/api".to_owned(),
            bearer_token: Some(Password("token-of-the-backend".to_owned())),
            options: Some(AiCreateOptions::example()),
            new_secret: None,
        }
    }
}

impl Example for AiCreateOptions {
    fn example() -> Self {
        Self {
            enable_ai_interview: Some(false),
            is_featured: None,
            interview_languages: None,
            interview_duration: None,
            ai_prompt: None,
            ai_instructions: None,
            expires_after_days: Some(30),
        }
    }
}
