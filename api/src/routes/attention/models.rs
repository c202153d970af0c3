//! Bodies of what needs attention.

use domain::attention;
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{WEBHOOK_ENDPOINT, at};
use crate::types::Timestamp;

/// Why something needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum AttentionKind {
    PublicationFailed,
    WebhookEndpointFailing,
    WebhookEndpointDisabled,
    ApiKeyEnding,
}

impl From<attention::AttentionKind> for AttentionKind {
    fn from(kind: attention::AttentionKind) -> Self {
        match kind {
            attention::AttentionKind::PublicationFailed => Self::PublicationFailed,
            attention::AttentionKind::WebhookEndpointFailing => Self::WebhookEndpointFailing,
            attention::AttentionKind::WebhookEndpointDisabled => Self::WebhookEndpointDisabled,
            attention::AttentionKind::ApiKeyEnding => Self::ApiKeyEnding,
        }
    }
}

/// Something that needs attention.
#[derive(Debug, Object)]
#[oai(example)]
pub struct AttentionItem {
    kind: AttentionKind,
    /// Id of the publication, the webhook endpoint or the API key.
    subject_id: Uuid,
    /// The title of the job post, the URL of the endpoint, or the name of the key.
    subject_name: String,
    /// When it began or, for an API key, when it ends.
    at: Timestamp,
}

impl From<attention::Attention> for AttentionItem {
    fn from(found: attention::Attention) -> Self {
        let attention::Attention { kind, subject, name, at } = found;
        Self { kind: kind.into(), subject_id: subject, subject_name: name, at: at.into() }
    }
}

/// Everything that needs attention.
#[derive(Debug, Object)]
#[oai(example)]
pub struct AttentionList {
    items: Vec<AttentionItem>,
}

impl From<Vec<attention::Attention>> for AttentionList {
    fn from(found: Vec<attention::Attention>) -> Self {
        Self { items: found.into_iter().map(AttentionItem::from).collect() }
    }
}

impl Example for AttentionItem {
    fn example() -> Self {
        Self {
            kind: AttentionKind::WebhookEndpointFailing,
            subject_id: WEBHOOK_ENDPOINT,
            subject_name: "https://hooks.papaya.example/postwright".to_owned(),
            at: at(20),
        }
    }
}

impl Example for AttentionList {
    fn example() -> Self {
        Self { items: vec![AttentionItem::example()] }
    }
}
