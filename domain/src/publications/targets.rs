//! The system that an organization's posts are delivered to: one for live mode and one for test mode.

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
use crate::tenant_tx::TenantTx;
use crate::webhooks::secrets;

/// So long the secret before a new one signs, too.
const OVERLAP: TimeDelta = TimeDelta::hours(24);
const MISSING: Error = Error::NotFound("publication target");

/// A target as it may be shown: without what proves to it who sends.
#[derive(Clone, Debug)]
pub struct Target {
    pub livemode: bool,
    pub format: Format,
    pub url: String,
    /// Whether a token goes along.
    pub has_bearer_token: bool,
    pub options: AiCreateOptions,
    /// Until when the secret before the newest signs, too.
    pub previous_secret_until: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// What a target shall be.
#[derive(Debug)]
pub struct NewTarget {
    pub format: Format,
    /// Checked already: nothing of ours is behind it.
    pub url: String,
    /// Of `ai_create`. Absent: the one of before, as long as format and URL are those of before, too. So nobody gets at it
    /// by naming a place of their own.
    pub bearer_token: Option<SecretString>,
    pub options: Option<AiCreateOptions>,
    /// Of `signed_json`: sign with another secret from now on.
    pub new_secret: bool,
}

/// A target as it is now, with its secret if that is new: it is told this once.
#[derive(Debug)]
pub struct Configured {
    pub target: Target,
    pub secret: Option<SecretString>,
}

/// The target of the caller's mode.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn target(tx: &TenantTx) -> Result<Target> {
    let row = tx.find::<Entity>().filter(of_mode(tx)).one().await?;
    Target::from_row(row.ok_or(MISSING)?)
}

/// Makes the target of the caller's mode what is wished, and one if there is none. What waits for delivery is delivered
/// to what it is then.
///
/// # Errors
/// [`Error::Invalid`] for what does not go with the format, and for values that make no sense.
pub async fn configure(tx: &TenantTx, wish: NewTarget) -> Result<Configured> {
    checks::check(&wish)?;
    let known = tx.find::<Entity>().filter(of_mode(tx)).locked().one().await?;
    let kept = known.as_ref().and_then(|known| known.secret.as_ref()).filter(|_| !wish.new_secret);
    let fresh = match (wish.format, kept) {
        (Format::SignedJson, None) => Some(secrets::new()?),
        _ => None,
    };
    let secret = fresh.as_deref().map(secrets::shown);
    match known {
        Some(known) => change(tx, &known, wish, fresh).await?,
        None => add(tx, wish, fresh).await?,
    }
    Ok(Configured { target: target(tx).await?, secret })
}

async fn add(tx: &TenantTx, wish: NewTarget, secret: Option<Vec<u8>>) -> Result<()> {
    let row = ActiveModel {
        id: Set(PublicationTargetId::new()),
        format: Set(wish.format),
        url: Set(wish.url),
        bearer_token: Set(wish.bearer_token.map(|token| token.expose_secret().to_owned())),
        secret: Set(secret),
        options: Set(json!(wish.options.unwrap_or_default())),
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

async fn change(tx: &TenantTx, known: &Model, wish: NewTarget, fresh: Option<Vec<u8>>) -> Result<()> {
    let stays = known.format == wish.format && known.url == wish.url;
    let kept = known.bearer_token.clone().filter(|_| stays);
    let token = wish.bearer_token.map(|token| token.expose_secret().to_owned()).or(kept);
    let mut columns: Vec<(Column, SimpleExpr)> = vec![
        (Column::Format, Expr::value(wish.format)),
        (Column::Url, Expr::value(wish.url)),
        (Column::BearerToken, Expr::value(token)),
        (Column::Options, Expr::value(json!(wish.options.unwrap_or_default()))),
        (Column::UpdatedAt, Expr::value(tx.now())),
    ];
    if wish.format != Format::SignedJson {
        columns.push((Column::Secret, Expr::value(None::<Vec<u8>>)));
    } else if fresh.is_some() {
        columns.push((Column::Secret, Expr::value(fresh)));
    }
    if wish.new_secret || wish.format != Format::SignedJson {
        let previous = known.secret.clone().filter(|_| wish.new_secret);
        let until = previous.is_some().then(|| tx.now() + OVERLAP);
        columns.push((Column::PreviousSecret, Expr::value(previous)));
        columns.push((Column::PreviousSecretUntil, Expr::value(until)));
    }
    tx.update::<Entity>(Column::Id.eq(known.id), columns).await?;
    Ok(())
}

/// From now on nothing is delivered. What waits fails; what was delivered stays so, and what is being sent at this moment
/// may still be taken.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn remove(tx: &TenantTx) -> Result<()> {
    let known = tx.find::<Entity>().filter(of_mode(tx)).one().await?.ok_or(MISSING)?;
    outcomes::give_up_waiting(tx, known.id).await?;
    match tx.delete::<Entity>(Column::Id.eq(known.id)).await? {
        0 => Err(MISSING),
        _ => Ok(()),
    }
}

/// Row-level security says the same; the types say it, too.
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
            options: serde_json::from_value(row.options).map_err(Error::internal)?,
            previous_secret_until: row.previous_secret_until,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
