//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a repeated request gets the first one's answer, byte
//! by byte. The key commits together with the effect; an error commits neither, so the key is free again.

mod key;
mod replayable;

use std::time::Duration;

use domain::idempotency::{self, Key, Known};
use domain::{Executor, TenantTx, idempotency::StoredResponse};
use entity::id::{SessionId, UserId};
use poem::http::StatusCode;
use poem::{IntoResponse, Response};

pub use key::{IdempotencyKey, RawBody};
pub use replayable::Replayable;

use crate::caller::Authenticated;
use crate::problem::Problem;

/// Does the work in one transaction, once per key. The work gives its answer, and the session that the answer tells
/// of: it is forgotten with it.
///
/// # Errors
/// Those of the work; 422 when the key was used for another request.
pub async fn once<P, N, R: IntoResponse>(
    who: &Authenticated<P, N>,
    key: Option<Key>,
    work: impl AsyncFnOnce(&TenantTx) -> Result<(R, Option<SessionId>), Problem>,
) -> Result<Replayable<R>, Problem> {
    let tx = who.begin().await?;
    match take(&tx, key.as_ref()).await? {
        None => {}
        Some(Known::Stored(answer)) => return Ok(Replayable::replayed(answer)),
        Some(Known::Waiting { .. }) => return Err(in_flight()),
    }
    let (answer, session) = work(&tx).await?;
    let answered = store_response(&tx, who.caller.user_id(), key.as_ref(), answer, session).await?;
    tx.commit().await?;
    Ok(answered)
}

/// The answer to this key, if there is one already: for work that begins before its transaction.
///
/// # Errors
/// 422 when the key was used for another request.
pub async fn known<P, N, R>(
    who: &Authenticated<P, N>,
    key: Option<&Key>,
) -> Result<Option<Replayable<R>>, Problem> {
    let tx = who.begin().await?;
    // Not committed: whoever does the work takes the key.
    Ok(match take(&tx, key).await? {
        Some(Known::Stored(answer)) => Some(Replayable::replayed(answer)),
        None | Some(Known::Waiting { .. }) => None,
    })
}

/// Takes the key for this transaction's work. A request without one is always new.
///
/// # Errors
/// 422 when it was taken for another request.
async fn take(tx: &TenantTx, key: Option<&Key>) -> Result<Option<Known>, Problem> {
    match key {
        Some(key) => Ok(idempotency::take(tx, key).await?),
        None => Ok(None),
    }
}

/// Stores the answer to the key, if there is one, unless it has one; gives the one that holds.
///
/// # Errors
/// When the database cannot be reached, or the session was deleted meanwhile.
pub async fn store_response<R: IntoResponse>(
    executor: impl Into<Executor<'_>>,
    user: UserId,
    key: Option<&Key>,
    answer: R,
    session: Option<SessionId>,
) -> Result<Replayable<R>, Problem> {
    let Some(key) = key else {
        return Ok(Replayable::fresh(answer));
    };
    let written = write(answer.into_response()).await?;
    Ok(Replayable::stored(idempotency::store_response(executor, user, key, &written, session).await?))
}

/// 409: the first request with this key is still at it.
pub fn in_flight() -> Problem {
    let detail = "The first request with this Idempotency-Key is still under way.";
    Problem::new(StatusCode::CONFLICT, "request_in_flight", detail).with_retry_after(Duration::from_secs(1))
}

async fn write(response: Response) -> Result<StoredResponse, Problem> {
    let internal = || Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR);
    let status = response.status().as_u16();
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| Ok((name.to_string(), value.to_str()?.to_owned())));
    let headers: Result<_, poem::http::header::ToStrError> = headers.collect();
    let headers = headers.map_err(|_| internal())?;
    let body = response.into_body().into_string().await.map_err(|_| internal())?;
    Ok(StoredResponse { status, headers, body })
}
