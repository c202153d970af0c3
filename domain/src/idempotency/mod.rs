//! Idempotency keys: a key commits together with its request's effect, and a repeated request gets the stored response.
//!
//! The rules are those of draft-ietf-httpapi-idempotency-key-header. Concurrent requests with the same key block on the
//! key's row, or earlier on the session's lock: the second waits for the first to commit, then finds its row.

mod secret_responses;

use entity::id::{ApiKeyId, SessionId, TurnId, UserId};
use entity::idempotency_key::{ActiveModel, Column, Entity, Model};
use entity::session;
use sea_orm::{ColumnTrait, Condition, Set};
use serde_json::Value;
use uuid::Uuid;

use self::secret_responses::Sealing;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

pub use secret_responses::SECRET_OPERATIONS;
pub(crate) use secret_responses::reseal;

stored_function! {
    pub(crate) struct StoreResponse = Tenant volatile "store_response" {
        user: Option<UserId>,
        api_key: Option<ApiKeyId>,
        operation: &'static str,
        key: String,
        status: i32,
        headers: String,
        body: String,
        session: Option<SessionId>,
    } -> KeyRow
}

returned_row! {
    /// What the row of a key says; with the response once there is one.
    pub(crate) struct KeyRow {
        fingerprint: Vec<u8>,
        preference: Option<String>,
        session_id: Option<SessionId>,
        turn_id: Option<TurnId>,
        status: Option<i32>,
        headers: Option<Value>,
        body: Option<String>,
    }
}

/// The idempotency key of a request, with what identifies that request.
#[derive(Clone, Debug)]
pub struct Key {
    /// The operation's id; the same key may be used for another operation.
    pub operation: &'static str,
    /// The header's value.
    pub key: String,
    /// Hash of the request's target and body.
    pub fingerprint: Vec<u8>,
    /// Which of the request's preferences were applied (`Preference-Applied`, RFC 7240); repeated with the response.
    pub preference: Option<String>,
}

/// A response as it was sent; a replay sends the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredResponse {
    pub status: u16,
    /// Names and values of the headers to replay.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// The state of a key that was used before.
#[derive(Clone, Debug)]
pub enum Known {
    Stored(StoredResponse),
    /// The request was accepted as this turn; its response is not stored yet.
    Waiting {
        session: SessionId,
        turn: TurnId,
        /// The first request's [`Key::preference`].
        preference: Option<String>,
    },
}

/// Claims the key for this transaction. `None` when the key is new: do the work in this transaction, then call
/// [`store_response`]. Otherwise returns the state of the earlier request; this one must have no effect.
///
/// # Errors
/// [`Error::KeyReused`] when the key was used for a different request; [`Error::NotFound`] when the earlier request was about
/// a session that the caller does not see any more.
pub async fn take(tx: &TenantTx, key: &Key) -> Result<Option<Known>> {
    let row = ActiveModel {
        user_id: Set(caller_user(tx)),
        operation: Set(key.operation.to_owned()),
        key: Set(key.key.clone()),
        api_key_id: Set(caller_key(tx)),
        fingerprint: Set(key.fingerprint.clone()),
        preference: Set(key.preference.clone()),
        created_at: Set(tx.real_time()),
        ..Default::default()
    };
    if tx.insert_unless_there(row).await? {
        return Ok(None);
    }
    let row = find(tx, key).await?;
    check_visible(tx, row.session_id).await?;
    known(key, sealing(tx, key).opened(row.into())?).map(Some)
}

/// A stored response holds the data of its session, which may have become invisible to the caller since then, as when an
/// admin was made a member.
async fn check_visible(tx: &TenantTx, session: Option<SessionId>) -> Result<()> {
    let Some(session) = session.filter(|_| !tx.tenant().sees_all_sessions()) else { return Ok(()) };
    let by_id = tx.find::<session::Entity>().filter(session::Column::Id.eq(session));
    match by_id.filter(session::Column::UserId.eq(tx.user())).one().await? {
        Some(_) => Ok(()),
        None => Err(Error::NotFound("session")),
    }
}

/// The state of a key, read from its row.
///
/// # Errors
/// [`Error::KeyReused`] when the key was used for a different request.
pub(crate) fn known(key: &Key, row: KeyRow) -> Result<Known> {
    if row.fingerprint != key.fingerprint {
        return Err(Error::KeyReused);
    }
    match (stored_response(&row), row.session_id, row.turn_id) {
        (Some(response), ..) => Ok(Known::Stored(response)),
        (None, Some(session), Some(turn)) => Ok(Known::Waiting { session, turn, preference: row.preference }),
        _ => Err(Error::internal("an idempotency key without a response and without a turn")),
    }
}

/// Stores the response unless one is stored, and returns the stored one. It is deleted together with `session`, the
/// session that it is about.
///
/// # Errors
/// When the database cannot be reached; [`Error::NotFound`] when the session has been deleted.
pub async fn store_response(
    executor: impl Into<Executor<'_>>,
    user: Option<UserId>,
    key: &Key,
    response: &StoredResponse,
    session: Option<SessionId>,
) -> Result<StoredResponse> {
    let executor = executor.into();
    let sealing = sealing(executor, key);
    let call = StoreResponse {
        user,
        api_key: executor.api_key_id(),
        operation: key.operation,
        key: key.key.clone(),
        status: response.status.into(),
        headers: serde_json::to_string(&response.headers)?,
        body: sealing.stored(response.body.clone())?,
        session,
    };
    let row = executor.call(call).await?.pop().ok_or(Error::NotFound("session"))?;
    stored_response(&sealing.opened(row)?)
        .ok_or_else(|| Error::internal("a stored response that is not there"))
}

fn sealing<'a>(executor: impl Into<Executor<'a>>, key: &'a Key) -> Sealing<'a> {
    let executor = executor.into();
    Sealing {
        sealer: executor.sealer(),
        organization: executor.organization_id(),
        operation: key.operation,
        key: &key.key,
    }
}

async fn find(tx: &TenantTx, key: &Key) -> Result<Model> {
    tx.find::<Entity>().filter(is_key(tx, key)).one().await?.ok_or(Error::NotFound("session"))
}

fn is_key(tx: &TenantTx, key: &Key) -> Condition {
    Condition::all()
        .add(Column::UserId.eq(caller_user(tx)))
        .add(Column::Operation.eq(key.operation))
        .add(Column::Key.eq(key.key.as_str()))
        .add(Column::ApiKeyId.eq(caller_key(tx)))
}

/// The acting user. Nil for an API key that acts for no member.
fn caller_user(tx: &TenantTx) -> UserId {
    tx.user().unwrap_or(UserId(Uuid::nil()))
}

/// The acting API key: idempotency keys of an API key and of the person it acts for are separate. Nil for people.
fn caller_key(tx: &TenantTx) -> ApiKeyId {
    tx.tenant().key.map_or(ApiKeyId(Uuid::nil()), |key| key.id)
}

fn stored_response(row: &KeyRow) -> Option<StoredResponse> {
    let headers = serde_json::from_value(row.headers.clone().unwrap_or(Value::Array(Vec::new()))).ok()?;
    Some(StoredResponse { status: u16::try_from(row.status?).ok()?, headers, body: row.body.clone()? })
}

impl From<Model> for KeyRow {
    fn from(row: Model) -> Self {
        let Model { fingerprint, preference, session_id, turn_id, status, headers, body, .. } = row;
        Self { fingerprint, preference, session_id, turn_id, status, headers, body }
    }
}
