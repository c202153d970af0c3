//! The sweep: deletes sessions that are not retained any more, ended logins, revoked API keys, old deliveries and finished tasks.

use std::time::{Duration, Instant};

use crate::db::Db;
use crate::error::Result;
use crate::exclusive::exclusively;
use crate::queue;
use crate::sessions;
use crate::stored_function::stored_function;

/// Batches of this size, with pauses between them, leave the latency of requests unchanged (measured); one large DELETE
/// does not.
pub(crate) const BATCH: i32 = 500;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long after their expiry or end logins are kept.
const LOGIN_AGE: Duration = DAY;
/// How long revoked API keys are kept, so that what they did can be traced.
const REVOKED_KEY_AGE: Duration = Duration::from_secs(90 * DAY.as_secs());
/// How long after the expiry of their link invitations are kept.
const INVITATION_AGE: Duration = Duration::from_secs(30 * DAY.as_secs());
/// How long a repeated request gets the stored response.
const KEY_AGE: Duration = DAY;
/// How long pieces of a reply are kept beside the complete message.
const TEXT_AGE: Duration = HOUR;
/// How long webhook events and finished deliveries are kept, and how far back missed events can be asked for.
const DELIVERY_AGE: Duration = Duration::from_secs(DELIVERY_DAYS.unsigned_abs() * DAY.as_secs());
pub(crate) const DELIVERY_DAYS: i64 = 30;
/// How long test events are kept whose delivery has ended.
const TEST_AGE: Duration = DAY;
/// How long the rows of e-mails are kept that were sent or given up; they have neither recipient nor text any more.
const EMAIL_AGE: Duration = Duration::from_secs(7 * DAY.as_secs());

/// How long requests that were refused stay in the request log.
const REQUEST_AGE: Duration = Duration::from_secs(7 * DAY.as_secs());

const SWEEP_LOGINS: SweepLogins =
    SweepLogins { age: LOGIN_AGE, invitation_age: INVITATION_AGE, key_age: REVOKED_KEY_AGE, limit: BATCH };

const SWEEP_DELIVERIES: SweepDeliveries =
    SweepDeliveries { age: DELIVERY_AGE, test_age: TEST_AGE, limit: BATCH };

const SWEEP_TRACES: SweepTraces =
    SweepTraces { key_age: KEY_AGE, text_age: TEXT_AGE, request_age: REQUEST_AGE, limit: BATCH };

/// How many rows one sweep deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub sessions: u64,
    /// Logins, revoked API keys, invitations and sign-ins that were not completed; per batch the largest of the counts.
    pub logins: u64,
    /// Idempotency keys, `text.delta` and `text.reset` events, entries of the request log and of the audit log; per batch the
    /// largest of the counts.
    pub traces: u64,
    /// Rows of the task queue.
    pub tasks: u64,
    /// Webhook events and deliveries; per batch the larger of the two counts.
    pub deliveries: u64,
    /// E-mails that were sent or given up.
    pub emails: u64,
    /// Tokens of links in e-mails.
    pub account_tokens: u64,
}

stored_function! {
    pub(crate) struct SweepSessions = CrossTenant volatile "sweep_sessions" {
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepAccountTokens = CrossTenant volatile "sweep_account_tokens" {
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepEmails = CrossTenant volatile "sweep_emails" {
        age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepLogins = CrossTenant volatile "sweep_logins" {
        age: Duration,
        invitation_age: Duration,
        key_age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepTraces = CrossTenant volatile "sweep_traces" {
        key_age: Duration,
        text_age: Duration,
        request_age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepDeliveries = CrossTenant volatile "sweep_deliveries" {
        age: Duration,
        test_age: Duration,
        limit: i32,
    } -> i32
}

/// Deletes what has expired, in small batches with pauses as long as the work. An advisory lock lets one process sweep at
/// a time; the others return at once. A session that is touched meanwhile stays.
///
/// # Errors
/// When the database cannot be reached; batches deleted until then stay deleted.
pub async fn sweep(db: &Db) -> Result<Swept> {
    Ok(exclusively(db, "postwright.sweep", async || sweep_all(db).await).await?.unwrap_or_default())
}

async fn sweep_all(db: &Db) -> Result<Swept> {
    sessions::note_expiries(db, Duration::ZERO).await?;
    let swept = Swept {
        sessions: repeat(|| db.call_one(SweepSessions { limit: BATCH })).await?,
        logins: repeat(|| db.call_one(SWEEP_LOGINS)).await?,
        traces: repeat(|| db.call_one(SWEEP_TRACES)).await?,
        tasks: repeat(|| queue::delete_finished(db, BATCH)).await?,
        deliveries: repeat(|| db.call_one(SWEEP_DELIVERIES)).await?,
        account_tokens: repeat(|| db.call_one(SweepAccountTokens { limit: BATCH })).await?,
        emails: repeat(|| db.call_one(SweepEmails { age: EMAIL_AGE, limit: BATCH })).await?,
    };
    queue::delete_ended_workers(db).await?;
    Ok(swept)
}

/// Deletes batches of [`BATCH`] rows until one is not full.
async fn repeat<F: Future<Output = Result<i32>>>(sweep_batch: impl FnMut() -> F) -> Result<u64> {
    repeat_batches(BATCH, sweep_batch).await
}

/// Works on batches of this size until one is not full; returns how many rows there were.
pub(crate) async fn repeat_batches<F: Future<Output = Result<i32>>>(
    size: i32,
    mut run_batch: impl FnMut() -> F,
) -> Result<u64> {
    let mut rows = 0;
    loop {
        let batch = paced(run_batch()).await?;
        rows += u64::try_from(batch).unwrap_or_default();
        if batch < size {
            return Ok(rows);
        }
    }
}

/// Pauses as long as the work took, at most a second.
pub(crate) async fn paced<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let begun = Instant::now();
    let done = work.await?;
    tokio::time::sleep(begun.elapsed().min(Duration::from_secs(1))).await;
    Ok(done)
}
