//! Stored responses that contain a secret are sealed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use entity::id::OrganizationId;
use entity::idempotency_key::{Column, Entity, Model};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, Condition};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::KeyRow;
use crate::error::{Error, Result};
use crate::sealing::{Purpose, Sealer, SealingError};
use crate::tenant_tx::TenantTx;

/// The operations whose response contains a secret and can be replayed.
pub const SECRET_OPERATIONS: [&str; 2] = ["create_webhook_endpoint", "rotate_webhook_secret"];

/// Seals and opens the stored response of one row.
pub(super) struct Sealing<'a> {
    pub sealer: &'a Sealer,
    pub organization: OrganizationId,
    pub operation: &'a str,
    pub key: &'a str,
}

impl Sealing<'_> {
    /// The body as it is stored: sealed, as base64, if the operation's response contains a secret.
    pub fn stored(&self, body: String) -> Result<String> {
        match self.is_needed() {
            true => Ok(STANDARD.encode(self.sealer.seal(self.purpose(), body.as_bytes())?)),
            false => Ok(body),
        }
    }

    /// The reverse of [`Self::stored`].
    pub fn opened(&self, mut row: KeyRow) -> Result<KeyRow> {
        if let Some(stored) = row.body.take_if(|_| self.is_needed()) {
            row.body = Some(self.open(&stored)?);
        }
        Ok(row)
    }

    fn open(&self, stored: &str) -> Result<String> {
        let opened = self.sealer.open(self.purpose(), &decode(stored)?)?;
        String::from_utf8(opened.expose_secret().to_vec()).map_err(|_| SealingError::Malformed.into())
    }

    fn is_needed(&self) -> bool {
        SECRET_OPERATIONS.contains(&self.operation)
    }

    fn purpose(&self) -> Purpose {
        // A row has no id of its own.
        let digest = Sha256::digest(format!("{} {}", self.operation, self.key));
        let mut row = [0; 16];
        row.copy_from_slice(&digest[..16]);
        Purpose::of_tenant_row("idempotency_key.body", self.organization, Uuid::from_bytes(row))
    }
}

/// Seals responses again that another key than the present one has sealed; returns how many.
pub(crate) async fn reseal(tx: &TenantTx) -> Result<u64> {
    let mut resealed = 0;
    let secret = Column::Operation.is_in(SECRET_OPERATIONS).and(Column::Body.is_not_null());
    for row in tx.find::<Entity>().filter(secret).all().await? {
        let Some(stored) = row.body.as_deref() else { continue };
        if !tx.db().sealer().is_outdated(&decode(stored)?)? {
            continue;
        }
        let sealing = Sealing {
            sealer: tx.db().sealer(),
            organization: row.organization_id,
            operation: &row.operation,
            key: &row.key,
        };
        let again = sealing.stored(sealing.open(stored)?)?;
        resealed += tx.update::<Entity>(this(&row), [(Column::Body, Expr::value(again))]).await?;
    }
    Ok(resealed)
}

fn this(row: &Model) -> Condition {
    Condition::all()
        .add(Column::UserId.eq(row.user_id))
        .add(Column::Operation.eq(row.operation.as_str()))
        .add(Column::Key.eq(row.key.as_str()))
        .add(Column::ApiKeyId.eq(row.api_key_id))
        .add(Column::Body.eq(row.body.as_deref()))
}

fn decode(stored: &str) -> Result<Vec<u8>, Error> {
    STANDARD.decode(stored).map_err(|_| SealingError::Malformed.into())
}
