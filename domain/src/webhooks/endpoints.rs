//! Creates, changes and deletes webhook endpoints, and rotates their secrets.

use chrono::TimeDelta;
use entity::delivery::DeliveryKind;
use entity::delivery::Entity as Deliveries;
use entity::id::WebhookEndpointId;
use entity::webhook_endpoint::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Set};
use secrecy::ExposeSecret;

use super::checks::{checked_description, checked_types, checked_url};
use super::{Endpoint, EndpointWithSecret, requested, secrets};
use crate::deliveries;
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::quotas::{self, QuotaName};
use crate::sealing::columns::{WEBHOOK_PREVIOUS_SECRET, WEBHOOK_SECRET};
use crate::tenant_tx::TenantTx;

/// How long the previous secret still signs after a rotation.
const OVERLAP: TimeDelta = TimeDelta::hours(24);

/// An endpoint to create.
#[derive(Clone, Debug)]
pub struct NewEndpoint {
    /// The caller has checked that it does not lead into our own network.
    pub url: String,
    pub description: Option<String>,
    /// The subscribed event types; empty means all.
    pub event_types: Vec<String>,
    pub enabled: bool,
}

/// The members to change; `None` keeps a member as it is.
#[derive(Clone, Debug, Default)]
pub struct EndpointChange {
    pub url: Option<String>,
    pub description: Option<String>,
    pub event_types: Option<Vec<String>>,
    pub enabled: Option<bool>,
}

/// The organization's endpoints, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, page: &Page) -> Result<Paged<Endpoint>> {
    let mut rows = tx.find::<Entity>().newest_first(Column::Id).limit(page.fetch());
    if let Some(after) = page.key::<WebhookEndpointId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    Ok(page.cut(rows.all().await?, |row| row.id.to_string()).map(Endpoint::from))
}

/// Reads one endpoint.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such endpoint.
pub async fn find(tx: &TenantTx, id: WebhookEndpointId) -> Result<Endpoint> {
    let row = tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?;
    row.map(Endpoint::from).ok_or(Error::NotFound("webhook endpoint"))
}

/// Creates an endpoint with a new secret, and asks it to verify itself.
///
/// # Errors
/// [`Error::Invalid`] for unknown event types, [`Error::QuotaExceeded`], [`Error::TooMany`] after many verifications.
pub async fn create(tx: &TenantTx, new: NewEndpoint) -> Result<EndpointWithSecret> {
    let event_types = checked_types(new.event_types)?;
    // Under the lock, concurrent requests count one after another.
    tx.lock_organization().await?;
    quotas::require(tx, QuotaName::WebhookEndpoints, tx.find::<Entity>().count().await?).await?;
    let secret = secrets::new()?;
    let text = secrets::to_text(&secret);
    let id = WebhookEndpointId::new();
    let row = ActiveModel {
        id: Set(id),
        url: Set(checked_url(new.url)?),
        description: Set(new.description.map(checked_description).transpose()?.flatten()),
        event_types: Set(event_types),
        enabled: Set(new.enabled),
        disabled_at: Set((!new.enabled).then(|| tx.now())),
        unverified_since: Set(Some(tx.now())),
        secret: Set(WEBHOOK_SECRET.seal(tx, id.0, &secret)?),
        version: Set(1),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    let endpoint = tx.insert(row).await?.into();
    if new.enabled {
        requested::enqueue_verification(tx, id).await?;
    }
    Ok(EndpointWithSecret { endpoint, secret: text })
}

/// Changes an endpoint. Enabling one clears its failures; [`super::recover()`] sends the events that it missed. With another
/// URL it has to be verified again.
///
/// `versions` are the acceptable versions (optimistic locking); `None` accepts any.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Changed`], [`Error::Invalid`] for unknown event types, and [`Error::TooMany`] after many
/// verifications.
pub async fn update(
    tx: &TenantTx,
    id: WebhookEndpointId,
    versions: Option<&[&str]>,
    change: EndpointChange,
) -> Result<Endpoint> {
    if change.url.is_some() || change.enabled == Some(true) {
        // Before the endpoint, as `create` does: verifications are counted under this lock.
        tx.lock_organization().await?;
    }
    let before = lock(tx, id, versions).await?;
    let mut columns: Vec<(Column, SimpleExpr)> = Vec::new();
    let url = change.url.map(checked_url).transpose()?;
    let is_moved = url.as_ref().is_some_and(|url| *url != before.url);
    if is_moved {
        columns.push((Column::UnverifiedSince, Expr::value(tx.now())));
    }
    if let Some(url) = url {
        columns.push((Column::Url, Expr::value(url)));
        // Earlier failures were those of the former URL.
        if change.enabled.is_none_or(|enabled| enabled == before.enabled) {
            columns.push((Column::FailingSince, Expr::cust("null")));
        }
    }
    if let Some(description) = change.description {
        columns.push((Column::Description, Expr::value(checked_description(description)?)));
    }
    if let Some(types) = change.event_types {
        columns.push((Column::EventTypes, Expr::value(checked_types(types)?)));
    }
    if let Some(enabled) = change.enabled.filter(|enabled| *enabled != before.enabled) {
        columns.extend([
            (Column::Enabled, Expr::value(enabled)),
            (Column::DisabledAt, Expr::value((!enabled).then(|| tx.now()))),
            (Column::DisabledReason, Expr::cust("null")),
            (Column::FailingSince, Expr::cust("null")),
        ]);
    }
    if !columns.is_empty() {
        write(tx, id, columns).await?;
    }
    let after = find(tx, id).await?;
    if after.enabled && after.unverified_since.is_some() && (is_moved || !before.enabled) {
        requested::enqueue_verification(tx, id).await?;
    }
    Ok(after)
}

/// Gives an endpoint a new secret. The previous one signs as well for 24 hours, so that receivers can switch without loss.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn rotate(tx: &TenantTx, id: WebhookEndpointId) -> Result<EndpointWithSecret> {
    let before = lock(tx, id, None).await?;
    let secret = secrets::new()?;
    let text = secrets::to_text(&secret);
    let previous = WEBHOOK_SECRET.open(tx, id.0, &before.secret)?;
    let previous = WEBHOOK_PREVIOUS_SECRET.seal(tx, id.0, previous.expose_secret())?;
    let columns = vec![
        (Column::Secret, Expr::value(WEBHOOK_SECRET.seal(tx, id.0, &secret)?)),
        (Column::PreviousSecret, Expr::value(previous)),
        (Column::PreviousSecretUntil, Expr::value(tx.now() + OVERLAP)),
    ];
    write(tx, id, columns).await?;
    Ok(EndpointWithSecret { endpoint: find(tx, id).await?, secret: text })
}

/// Deletes an endpoint with all of its deliveries. `versions` as for [`update`].
///
/// # Errors
/// [`Error::NotFound`], [`Error::Changed`].
pub async fn delete(tx: &TenantTx, id: WebhookEndpointId, versions: Option<&[&str]>) -> Result<()> {
    // Deliveries first: recording an outcome locks the delivery before the endpoint, too.
    tx.delete::<Deliveries>(deliveries::of_target(DeliveryKind::Webhook, id.0)).await?;
    lock(tx, id, versions).await?;
    tx.delete::<Entity>(Column::Id.eq(id)).await?;
    Ok(())
}

/// Checks that the endpoint exists and is enabled.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`.
pub(crate) async fn require_enabled(tx: &TenantTx, id: WebhookEndpointId) -> Result<()> {
    match find(tx, id).await?.enabled {
        true => Ok(()),
        false => Err(Error::conflict("endpoint_disabled", "This endpoint is disabled. Enable it first.")),
    }
}

async fn write(tx: &TenantTx, id: WebhookEndpointId, mut columns: Vec<(Column, SimpleExpr)>) -> Result<()> {
    columns.push((Column::Version, Expr::cust("version + 1")));
    columns.push((Column::UpdatedAt, Expr::value(tx.now())));
    tx.update::<Entity>(Column::Id.eq(id), columns).await?;
    Ok(())
}

async fn lock(tx: &TenantTx, id: WebhookEndpointId, versions: Option<&[&str]>) -> Result<Model> {
    let row = tx.find::<Entity>().filter(Column::Id.eq(id)).locked().one().await?;
    let row = row.ok_or(Error::NotFound("webhook endpoint"))?;
    match versions {
        Some(versions) if !versions.contains(&row.version.to_string().as_str()) => Err(Error::Changed),
        _ => Ok(row),
    }
}

impl From<Model> for Endpoint {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            url: row.url,
            description: row.description,
            event_types: row.event_types,
            enabled: row.enabled,
            disabled_reason: row.disabled_reason,
            disabled_at: row.disabled_at,
            failing_since: row.failing_since,
            unverified_since: row.unverified_since,
            previous_secret_until: row.previous_secret_until,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
