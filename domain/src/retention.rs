//! The sweep: deletes expired sessions, ended logins, old deliveries and finished tasks.

use std::time::{Duration, Instant};

use sqlx::Connection as _;

use crate::cross_tenant;
use crate::db::Db;
use crate::error::Result;
use crate::queue;

/// Batches of this size, with pauses between them, leave the latency of requests unchanged (measured); one large DELETE
/// does not.
const BATCH: i32 = 500;

/// How many rows one sweep deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub sessions: u64,
    pub logins: u64,
    /// Idempotency keys and `text.delta` events.
    pub traces: u64,
    /// Rows of the task queue.
    pub tasks: u64,
    /// Webhook events and their deliveries.
    pub deliveries: u64,
}

/// Deletes what has expired, in small batches with pauses as long as the work. An advisory lock lets one process sweep at
/// a time; the others return at once. A session that is touched meanwhile stays.
///
/// # Errors
/// When the database cannot be reached; batches deleted until then stay deleted.
pub async fn sweep(db: &Db) -> Result<Swept> {
    // The lock ends with this connection, also when the process dies.
    let mut lock = db.pool().acquire().await?.detach();
    let is_locked: bool = sqlx::query_scalar("select pg_try_advisory_lock(hashtext('postwright.sweep'))")
        .fetch_one(&mut lock)
        .await?;
    if !is_locked {
        return Ok(Swept::default());
    }
    let swept = Swept {
        sessions: repeat(|| cross_tenant::sweep_sessions(db, BATCH)).await?,
        logins: repeat(|| cross_tenant::sweep_logins(db, BATCH)).await?,
        traces: repeat(|| cross_tenant::sweep_traces(db, BATCH)).await?,
        tasks: repeat(|| queue::delete_finished(db, BATCH)).await?,
        deliveries: repeat(|| cross_tenant::sweep_deliveries(db, BATCH)).await?,
    };
    queue::delete_ended_workers(db).await?;
    lock.close().await?;
    Ok(swept)
}

/// Deletes batches until one is not full.
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

/// Pauses as long as the work took, at most a second.
async fn paced<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let begun = Instant::now();
    let done = work.await?;
    tokio::time::sleep(begun.elapsed().min(Duration::from_secs(1))).await;
    Ok(done)
}
