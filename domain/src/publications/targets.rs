//! The target of an organization's publications: one for live mode and one for test mode.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::PublicationTargetId;
use entity::publication_target::{ActiveModel, Column, Entity, Model};
use job_post::exports::AiCreateOptions;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Set};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

pub use entity::publication_target::Format;

use super::{checks, outcomes};
use crate::error::{Error, Result};
use crate::sealing::columns::{TARGET_BEARER_TOKEN, TARGET_PREVIOUS_SECRET, TARGET_SECRET};
use crate::tenant_tx::TenantTx;
use crate::webhooks::secrets;

/// How long the previous secret still signs after a new one was made.
const OVERLAP: TimeDelta = TimeDelta::hours(24);
const MISSING: Error = Error::NotFound("publication target");

/// A target without its credentials.
#[derive(Clone, Debug)]
pub struct Target {
    pub livemode: bool,
    pub format: Format,
    pub url: String,
    /// Whether requests carry a bearer token.
    pub has_bearer_token: bool,
    pub options: AiCreateOptions,
    /// Until when the previous secret signs as well.
    pub previous_secret_until: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// The new configuration of a target.
#[derive(Debug)]
pub struct NewTarget {
    pub format: Format,
    /// The caller has checked that it does not lead into our own network.
    pub url: String,
    /// For `ai_create`. `None` keeps the current token if format and URL stay the same; otherwise a changed URL could receive
    /// a token that its owner must not see.
    pub bearer_token: Option<SecretString>,
    pub options: Option<AiCreateOptions>,
    /// For `signed_json`: replace the signing secret.
    pub new_secret: bool,
}

/// A configured target, with its secret if that is new; it is shown only this once.
#[derive(Debug)]
pub struct Configured {
    pub target: Target,
    pub secret: Option<SecretString>,
}

/// The target of the caller's mode.
///
/// # Errors
/// [`Error::NotFound`] when no target is configured.
pub async fn target(tx: &TenantTx) -> Result<Target> {
    let row = tx.find::<Entity>().filter(of_mode(tx)).one().await?;
    Target::from_row(row.ok_or(MISSING)?)
}

/// Creates or changes the target of the caller's mode. Pending publications are sent to the new configuration.
///
/// # Errors
/// [`Error::Invalid`] for members that do not belong to the format, and for invalid values.
pub async fn configure(tx: &TenantTx, new: NewTarget) -> Result<Configured> {
    checks::check(&new)?;
    let known = tx.find::<Entity>().filter(of_mode(tx)).locked().one().await?;
    let kept = known.as_ref().and_then(|known| known.secret.as_ref()).filter(|_| !new.new_secret);
    let generated = match (new.format, kept) {
        (Format::SignedJson, None) => Some(secrets::new()?),
        _ => None,
    };
    let secret = generated.as_deref().map(secrets::to_text);
    match known {
        Some(known) => change(tx, &known, new, generated).await?,
        None => add(tx, new, generated).await?,
    }
    Ok(Configured { target: target(tx).await?, secret })
}

async fn add(tx: &TenantTx, new: NewTarget, secret: Option<Vec<u8>>) -> Result<()> {
    let id = PublicationTargetId::new();
    let row = ActiveModel {
        id: Set(id),
        format: Set(new.format),
        url: Set(new.url),
        bearer_token: Set(sealed_token(tx, id, new.bearer_token)?),
        secret: Set(sealed_secret(tx, id, secret)?),
        options: Set(json!(new.options.unwrap_or_default())),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    match tx.insert_unless_there(row).await? {
        true => Ok(()),
        false => {
            let detail = "Somebody else set the target at this moment. Look at it, then try again.";
            Err(Error::conflict("target_was_set", detail))
        }
    }
}

async fn change(tx: &TenantTx, known: &Model, new: NewTarget, generated: Option<Vec<u8>>) -> Result<()> {
    let stays = known.format == new.format && known.url == new.url;
    let kept = known.bearer_token.clone().filter(|_| stays);
    let token = sealed_token(tx, known.id, new.bearer_token)?.or(kept);
    let mut columns: Vec<(Column, SimpleExpr)> = vec![
        (Column::Format, Expr::value(new.format)),
        (Column::Url, Expr::value(new.url)),
        (Column::BearerToken, Expr::value(token)),
        (Column::Options, Expr::value(json!(new.options.unwrap_or_default()))),
        (Column::UpdatedAt, Expr::value(tx.now())),
    ];
    if new.format != Format::SignedJson {
        columns.push((Column::Secret, Expr::value(None::<Vec<u8>>)));
    } else if generated.is_some() {
        columns.push((Column::Secret, Expr::value(sealed_secret(tx, known.id, generated)?)));
    }
    if new.new_secret || new.format != Format::SignedJson {
        let previous = if new.new_secret { previous_secret(tx, known)? } else { None };
        let until = previous.is_some().then(|| tx.now() + OVERLAP);
        columns.push((Column::PreviousSecret, Expr::value(previous)));
        columns.push((Column::PreviousSecretUntil, Expr::value(until)));
    }
    tx.update::<Entity>(Column::Id.eq(known.id), columns).await?;
    Ok(())
}

fn sealed_token(
    tx: &TenantTx,
    id: PublicationTargetId,
    token: Option<SecretString>,
) -> Result<Option<Vec<u8>>> {
    token.map(|token| TARGET_BEARER_TOKEN.seal(tx, id.0, token.expose_secret().as_bytes())).transpose()
}

fn sealed_secret(tx: &TenantTx, id: PublicationTargetId, secret: Option<Vec<u8>>) -> Result<Option<Vec<u8>>> {
    secret.map(|secret| TARGET_SECRET.seal(tx, id.0, &secret)).transpose()
}

/// The present secret, sealed as the previous one.
fn previous_secret(tx: &TenantTx, known: &Model) -> Result<Option<Vec<u8>>> {
    let Some(sealed) = &known.secret else { return Ok(None) };
    let secret = TARGET_SECRET.open(tx, known.id.0, sealed)?;
    TARGET_PREVIOUS_SECRET.seal(tx, known.id.0, secret.expose_secret()).map(Some)
}

/// Removes the target of the caller's mode. Pending publications fail; one that is being sent may still be accepted.
///
/// # Errors
/// [`Error::NotFound`] when no target is configured.
pub async fn remove(tx: &TenantTx) -> Result<()> {
    let known = tx.find::<Entity>().filter(of_mode(tx)).one().await?.ok_or(MISSING)?;
    outcomes::fail_pending(tx, known.id).await?;
    match tx.delete::<Entity>(Column::Id.eq(known.id)).await? {
        0 => Err(MISSING),
        _ => Ok(()),
    }
}

/// Matches the caller's mode, as row-level security does too.
fn of_mode(tx: &TenantTx) -> SimpleExpr {
    Column::Livemode.eq(tx.tenant().livemode)
}

impl Target {
    fn from_row(row: Model) -> Result<Self> {
        Ok(Self {
            livemode: row.livemode,
            format: row.format,
            url: row.url,
            has_bearer_token: row.bearer_token.is_some(),
            options: serde_json::from_value(row.options)?,
            previous_secret_until: row.previous_secret_until,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
