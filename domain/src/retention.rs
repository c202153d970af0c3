//! Retention: what is deleted when its time is over.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait as _, TransactionTrait as _};
use sqlx::Connection as _;

use crate::db::Db;
use crate::error::Result;
use crate::queue;
use crate::stored_function::stored_function;
use crate::tasks::Task;

/// How often the sweep runs, in seconds.
pub const SWEEP_SECONDS: i64 = 3_600;
/// Batches of this size at half duty leave the traffic's latency as it is (measured); one large DELETE does not.
const BATCH: i32 = 500;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long after their expiry logins are kept.
const LOGIN_AGE: Duration = DAY;
/// How long a repeated request gets the stored response.
const KEY_AGE: Duration = DAY;
/// How long pieces of a reply are kept beside the complete message.
const TEXT_AGE: Duration = HOUR;
/// How long webhook events and finished deliveries are kept, and how far back missed events can be asked for.
const DELIVERY_AGE: Duration = Duration::from_secs(DELIVERY_DAYS.unsigned_abs() * DAY.as_secs());
pub(crate) const DELIVERY_DAYS: i64 = 30;

/// What one sweep deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub sessions: u64,
    pub logins: u64,
    pub idempotency_keys: u64,
    /// Pieces of replies.
    pub text_events: u64,
    pub tickets: u64,
    pub webhook_events: u64,
    pub deliveries: u64,
}

stored_function! {
    pub(crate) struct SweepSessions = CrossTenant volatile "sweep_sessions" {
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepLogins = CrossTenant volatile "sweep_logins" {
        age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepIdempotencyKeys = CrossTenant volatile "sweep_idempotency_keys" {
        age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepTextEvents = CrossTenant volatile "sweep_text_events" {
        age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepWebhookEvents = CrossTenant volatile "sweep_webhook_events" {
        age: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct SweepDeliveries = CrossTenant volatile "sweep_deliveries" {
        age: Duration,
        limit: i32,
    } -> i32
}

/// Puts the sweep of the current hour into the queue. Every worker does, every so often; the hour's runs once.
///
/// # Errors
/// When the database cannot be reached.
pub async fn schedule_sweep(db: &Db) -> Result<()> {
    let transaction = db.orm().begin().await?;
    let hour = "select floor(extract(epoch from now()) / $1)::bigint as tick";
    let hour =
        sea_orm::Statement::from_sql_and_values(sea_orm::DbBackend::Postgres, hour, [SWEEP_SECONDS.into()]);
    let row = transaction.query_one_raw(hour).await?;
    let tick = row.map(|row| row.try_get("", "tick")).transpose()?.unwrap_or_default();
    queue::insert(&transaction, &Task::Sweep { tick }, Duration::ZERO).await?;
    transaction.commit().await?;
    Ok(())
}

/// Deletes what has had its time, in small batches with pauses as long as the work. Of several processes at it, one
/// does it; a session that is touched meanwhile stays.
///
/// # Errors
/// When the database cannot be reached; what was deleted until then stays so.
pub async fn sweep(db: &Db) -> Result<Swept> {
    // Its end, whatever the reason, is the end of the lock.
    let mut keeper = db.pool().acquire().await?.detach();
    let is_ours: bool = sqlx::query_scalar("select pg_try_advisory_lock(hashtext('postwright.sweep'))")
        .fetch_one(&mut keeper)
        .await?;
    if !is_ours {
        return Ok(Swept::default());
    }
    let swept = Swept {
        sessions: repeat(|| db.call_one(SweepSessions { limit: BATCH })).await?,
        logins: repeat(|| db.call_one(SweepLogins { age: LOGIN_AGE, limit: BATCH })).await?,
        idempotency_keys: repeat(|| db.call_one(SweepIdempotencyKeys { age: KEY_AGE, limit: BATCH })).await?,
        text_events: repeat(|| db.call_one(SweepTextEvents { age: TEXT_AGE, limit: BATCH })).await?,
        tickets: repeat(|| queue::delete_done(db, BATCH)).await?,
        webhook_events: repeat(|| db.call_one(SweepWebhookEvents { age: DELIVERY_AGE, limit: BATCH }))
            .await?,
        deliveries: repeat(|| db.call_one(SweepDeliveries { age: DELIVERY_AGE, limit: BATCH })).await?,
    };
    queue::forget_workers(db).await?;
    keeper.close().await?;
    Ok(swept)
}

/// Sweeps batch after batch until one is not full.
async fn repeat<F: Future<Output = Result<i32>>>(mut sweep_batch: impl FnMut() -> F) -> Result<u64> {
    let mut swept = 0;
    loop {
        let batch = paced(sweep_batch()).await?;
        swept += u64::try_from(batch).unwrap_or_default();
        if batch < BATCH {
            return Ok(swept);
        }
    }
}

/// Works half of the time: the pause is as long as the work was.
async fn paced<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let begun = Instant::now();
    let done = work.await?;
    tokio::time::sleep(begun.elapsed().min(Duration::from_secs(1))).await;
    Ok(done)
}
