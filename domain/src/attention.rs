//! What needs attention: publications and webhook endpoints that fail, and API keys that end soon.

use chrono::{DateTime, TimeDelta, Utc};
use entity::publication::PublicationStatus;
use entity::{api_key, job_post, publication, webhook_endpoint};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::error::Result;
use crate::tenant_tx::TenantTx;

/// How long before its end a key is named.
const KEY_ENDS_WITHIN: TimeDelta = TimeDelta::days(14);
/// Of each kind.
const MOST: u64 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionKind {
    PublicationFailed,
    WebhookEndpointFailing,
    WebhookEndpointDisabled,
    ApiKeyEnding,
}

/// Something that needs attention.
#[derive(Debug)]
pub struct Attention {
    pub kind: AttentionKind,
    /// Id of the publication, the endpoint or the key.
    pub subject: Uuid,
    /// The title of the job post, the URL of the endpoint, or the name of the key.
    pub name: String,
    /// When it began or, for a key, when it ends.
    pub at: DateTime<Utc>,
}

/// What waits in the organization and mode, the newest of each kind first, at most 20 of each.
///
/// # Errors
/// When the database cannot be reached.
pub async fn list(tx: &TenantTx) -> Result<Vec<Attention>> {
    let mut found = failed_publications(tx).await?;
    found.extend(troubled_endpoints(tx).await?);
    found.extend(ending_keys(tx).await?);
    Ok(found)
}

async fn failed_publications(tx: &TenantTx) -> Result<Vec<Attention>> {
    use publication::{Column, Entity};
    let failed = tx.find::<Entity>().filter(Column::Status.eq(PublicationStatus::Failed));
    let mut failed = failed.newest_first(Column::Id).limit(MOST).all().await?;
    let sessions = failed.iter().map(|publication| publication.session_id);
    let later = Condition::all()
        .add(Column::SessionId.is_in(sessions))
        .add(Column::Status.eq(PublicationStatus::Delivered));
    let later = tx.find::<Entity>().filter(later).all().await?;
    failed.retain(|failed| !later.iter().any(|it| it.session_id == failed.session_id && it.id > failed.id));
    let ids = failed.iter().map(|publication| publication.job_post_id);
    let posts = tx.find::<job_post::Entity>().filter(job_post::Column::Id.is_in(ids)).all().await?;
    let title = |publication: &publication::Model| {
        let post = posts.iter().find(|post| post.id == publication.job_post_id)?;
        post.content["title"].as_str().map(str::to_owned)
    };
    let attention = |publication: publication::Model| Attention {
        kind: AttentionKind::PublicationFailed,
        subject: publication.id.0,
        name: title(&publication).unwrap_or_default(),
        at: publication.created_at,
    };
    Ok(failed.into_iter().map(attention).collect())
}

async fn troubled_endpoints(tx: &TenantTx) -> Result<Vec<Attention>> {
    use webhook_endpoint::{Column, Entity};
    // One that an admin disabled has no reason, and waits for nobody.
    let disabled = Column::DisabledReason.is_not_null();
    let troubled = Condition::any().add(disabled).add(Column::FailingSince.is_not_null());
    let rows = tx.find::<Entity>().filter(troubled).newest_first(Column::Id).limit(MOST).all().await?;
    let attention = |row: webhook_endpoint::Model| Attention {
        kind: match row.enabled {
            true => AttentionKind::WebhookEndpointFailing,
            false => AttentionKind::WebhookEndpointDisabled,
        },
        subject: row.id.0,
        name: row.url,
        at: row.disabled_at.or(row.failing_since).unwrap_or(row.updated_at),
    };
    Ok(rows.into_iter().map(attention).collect())
}

async fn ending_keys(tx: &TenantTx) -> Result<Vec<Attention>> {
    use api_key::{Column, Entity};
    let now = tx.real_time();
    let ending = Condition::all()
        .add(Column::Livemode.eq(tx.tenant().livemode))
        .add(Column::RevokedAt.is_null())
        .add(Column::ExpiresAt.gt(now))
        .add(Column::ExpiresAt.lt(now + KEY_ENDS_WITHIN));
    let rows = tx.find::<Entity>().filter(ending).oldest_first(Column::ExpiresAt).limit(MOST).all().await?;
    let attention = |row: api_key::Model| Attention {
        kind: AttentionKind::ApiKeyEnding,
        subject: row.id.0,
        name: row.name,
        at: row.expires_at.unwrap_or(now),
    };
    Ok(rows.into_iter().map(attention).collect())
}
