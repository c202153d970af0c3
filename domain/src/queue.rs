//! Rows of the task queue. Besides this file, only the stored functions `insert_task` and `enqueue_wake_up` know the queue's table.

use std::time::Duration;

use crate::db::Db;
use crate::error::{Error, Result};
use crate::stored_function::stored_function;
use crate::tasks::Task;

stored_function! {
    pub(crate) struct EnqueueForTick = Plain volatile "enqueue_for_tick" {
        queue: &'static str,
        task: String,
        period_seconds: f64,
    } -> f64
}

/// Inserts a task under the key of its tick, unless there is one. Returns the time until the next tick.
pub(crate) async fn insert_for_tick(db: &Db, task: Task, period: Duration) -> Result<Duration> {
    let call =
        EnqueueForTick { queue: task.queue(), task: payload(task)?, period_seconds: period.as_secs_f64() };
    let until_next = db.call_one(call).await?;
    Duration::try_from_secs_f64(until_next).map_err(Error::internal)
}

/// The task as its row has it.
pub(crate) fn payload(task: Task) -> Result<String> {
    Ok(serde_json::to_string(&task)?)
}

/// Deletes up to `most` tasks that ended an hour ago or earlier; apalis never does.
pub(crate) async fn delete_finished(db: &Db, most: i32) -> Result<i32> {
    let deleted = sqlx::query(
        "delete from apalis.jobs where id in (
             select id from apalis.jobs
              where status in ('Done', 'Killed', 'Failed') and done_at < now() - interval '1 hour'
              limit $1)",
    )
    .bind(most)
    .execute(db.pool())
    .await?;
    Ok(i32::try_from(deleted.rows_affected()).unwrap_or(i32::MAX))
}

/// Deletes the apalis workers that ended a day ago or earlier. Each start of a queue adds one.
pub(crate) async fn delete_ended_workers(db: &Db) -> Result<()> {
    sqlx::query(
        "delete from apalis.workers w where w.last_seen < now() - interval '1 day'
            and not exists (select from apalis.jobs j where j.lock_by = w.id)",
    )
    .execute(db.pool())
    .await?;
    Ok(())
}
