//! The bodies of publication targets. What holds a secret has no `Debug`.

use domain::publications::{Configured, Format, NewTarget, Target};
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use secrecy::ExposeSecret as _;

use crate::examples::at;
use crate::types::{PublicationFormat, Timestamp, word};

/// Where finished job posts are delivered, and in which format.
#[derive(Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PublicationTarget {
    /// Whether it is the target of live mode, or that of test mode.
    livemode: bool,
    format: PublicationFormat,
    /// With `ai_create` the base that `/jobposts/ai-create` is put behind, with `signed_json` all of it.
    url: String,
    /// Whether a bearer token goes along.
    has_bearer_token: bool,
    options: Option<AiCreateOptions>,
    /// What deliveries are signed with. Only in the answer to the request that made it: keep it.
    secret: Option<String>,
    /// Until when the secret before the newest signs, too.
    previous_secret_until: Option<Timestamp>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// How a target is to be sent job posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum TargetFormat {
    /// As the original service did: `POST {url}/jobposts/ai-create`.
    AiCreate,
    /// The job post as this API writes it, signed by Standard Webhooks: `POST {url}`.
    SignedJson,
}

/// What the target shall be. It takes the place of the one before.
#[derive(Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct PutPublicationTargetRequest {
    format: TargetFormat,
    /// An https URL in the public internet: with `ai_create` the base that `/jobposts/ai-create` is put behind, with
    /// `signed_json` all of it.
    #[oai(validator(min_length = 1, max_length = 2048))]
    pub url: String,
    /// With `ai_create`: sent as `Authorization: Bearer …`, and never shown again.
    #[oai(validator(min_length = 1, max_length = 4096))]
    bearer_token: Option<Password>,
    options: Option<AiCreateOptions>,
    /// With `signed_json`: sign with a new secret from now on. For 24 hours the one before signs, too.
    new_secret: Option<bool>,
}

/// Keys of the format `ai_create` that no job post says. They are sent as they are configured, and not at all when they
/// are not.
#[derive(Clone, Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct AiCreateOptions {
    /// `enableAiInterview`, unless somebody said whether there is one.
    enable_ai_interview: Option<bool>,
    /// `isFeatured`, unless somebody said whether it is.
    is_featured: Option<bool>,
    /// `interviewLanguages`.
    #[oai(validator(max_items = 20))]
    interview_languages: Option<Vec<String>>,
    /// `interviewDuration`, as the target counts it.
    #[oai(validator(minimum(value = "1"), maximum(value = "1440")))]
    interview_duration: Option<i32>,
    /// `aiPrompt`.
    #[oai(validator(min_length = 1, max_length = 8000))]
    ai_prompt: Option<String>,
    /// `aiInstructions`.
    #[oai(validator(min_length = 1, max_length = 8000))]
    ai_instructions: Option<String>,
    /// `expiresAt` is so many days after the yes.
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

/// The two have the same members.
macro_rules! same_members {
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

same_members!(AiCreateOptions, job_post::exports::AiCreateOptions);
same_members!(job_post::exports::AiCreateOptions, AiCreateOptions);

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
