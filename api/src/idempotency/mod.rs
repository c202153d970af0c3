//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a repeated request gets the first one's response,
//! byte by byte. The key commits together with the effect; after an error neither is committed and the key is free.

mod key;
mod replayable;

use std::time::Duration;

use domain::idempotency::{self, Key, Known, StoredResponse};
use domain::{Executor, TenantTx};
use entity::id::{SessionId, UserId};
use poem::http::StatusCode;
use poem::{IntoResponse, Response};

pub use key::{IdempotencyKey, RawBody};
pub use replayable::Replayable;

use crate::caller::Authenticated;
use crate::problem::Problem;

/// Runs `work` in one transaction, once per key. The work returns its response, and the session whose data the response
/// contains: the stored response is deleted with it.
///
/// # Errors
/// Those of the work; 409 while the first request with the key is in progress; 422 when the key was used for another
/// request.
pub async fn once<Role, Scope, R: IntoResponse>(
    caller: &Authenticated<Role, Scope>,
    key: Option<Key>,
    work: impl AsyncFnOnce(&TenantTx) -> Result<(R, Option<SessionId>), Problem>,
) -> Result<Replayable<R>, Problem> {
    let tx = caller.begin().await?;
    match take(&tx, key.as_ref()).await? {
        None => {}
        Some(Known::Stored(response)) => return Ok(Replayable::replayed(response)),
        Some(Known::Waiting { .. }) => return Err(in_flight()),
    }
    let (response, session) = work(&tx).await?;
    let response = store_response(&tx, caller.caller.user_id(), key.as_ref(), response, session).await?;
    tx.commit().await?;
    Ok(response)
}

/// The stored response of this key, if there is one: for operations with slow work before their transaction.
///
/// # Errors
/// 422 when the key was used for another request.
pub async fn find_stored<Role, Scope, R>(
    caller: &Authenticated<Role, Scope>,
    key: Option<&Key>,
) -> Result<Option<Replayable<R>>, Problem> {
    let tx = caller.begin().await?;
    // Rolled back: the transaction that does the work takes the key.
    Ok(match take(&tx, key).await? {
        Some(Known::Stored(response)) => Some(Replayable::replayed(response)),
        None | Some(Known::Waiting { .. }) => None,
    })
}

/// Takes the key for this transaction's work. A request without a key is always new.
async fn take(tx: &TenantTx, key: Option<&Key>) -> Result<Option<Known>, Problem> {
    match key {
        Some(key) => Ok(idempotency::take(tx, key).await?),
        None => Ok(None),
    }
}

/// Stores the response under the key unless one is stored already, and returns the stored one. Without a key it returns
/// the response itself.
///
/// # Errors
/// 404 when the session was deleted meanwhile; 503 when the database is unavailable.
pub async fn store_response<R: IntoResponse>(
    executor: impl Into<Executor<'_>>,
    user: Option<UserId>,
    key: Option<&Key>,
    response: R,
    session: Option<SessionId>,
) -> Result<Replayable<R>, Problem> {
    let Some(key) = key else {
        return Ok(Replayable::fresh(response));
    };
    let response = capture(response.into_response()).await?;
    Ok(Replayable::stored(idempotency::store_response(executor, user, key, &response, session).await?))
}

/// 409: the first request with this key is still in progress.
pub fn in_flight() -> Problem {
    let detail = "The first request with this Idempotency-Key is still under way.";
    Problem::new(StatusCode::CONFLICT, "request_in_flight", detail).with_retry_after(Duration::from_secs(1))
}

/// The response in the form in which it is stored.
async fn capture(response: Response) -> Result<StoredResponse, Problem> {
    let internal = || Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR);
    let status = response.status().as_u16();
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| Ok((name.to_string(), value.to_str()?.to_owned())));
    let headers: Result<_, poem::http::header::ToStrError> = headers.collect();
    let headers = headers.map_err(|_| internal())?;
    let body = response.into_body().into_string().await.map_err(|_| internal())?;
    Ok(StoredResponse { status, headers, body })
}
