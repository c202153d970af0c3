//! Rows of the task queue; only this file and the stored function `enqueue_wake_up` know its table.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DatabaseTransaction};

use crate::db::Db;
use crate::error::{Error, Result};
use crate::stored_function::{StoredFunction as _, stored_function};
use crate::tasks::Task;

stored_function! {
    pub(crate) struct EnqueueWakeUp = Plain volatile "enqueue_wake_up" {
        queue: &'static str,
        task: String,
        task_key: Option<String>,
        delay_seconds: f64,
    } -> ()
}

/// Enqueues a task in the caller's transaction, unless there is one of its key; the database's clock says when it is due.
pub(crate) async fn insert(transaction: &DatabaseTransaction, task: &Task, delay: Duration) -> Result<()> {
    let call = EnqueueWakeUp {
        queue: task.queue(),
        task: payload(task)?,
        task_key: task.key(),
        delay_seconds: delay.as_secs_f64(),
    };
    transaction.execute_raw(call.statement()).await?;
    Ok(())
}

/// The task as the queue stores it.
pub(crate) fn payload(task: &Task) -> Result<String> {
    serde_json::to_string(task).map_err(Error::internal)
}

/// Deletes up to `most` tasks that were done an hour ago or longer; the queue itself never does.
pub(crate) async fn delete_done(db: &Db, most: i32) -> Result<i32> {
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

/// Forgets the queue's workers that ended a day ago or longer; each start of a lane leaves one behind.
pub(crate) async fn forget_workers(db: &Db) -> Result<()> {
    sqlx::query(
        "delete from apalis.workers w where w.last_seen < now() - interval '1 day'
            and not exists (select from apalis.jobs j where j.lock_by = w.id)",
    )
    .execute(db.pool())
    .await?;
    Ok(())
}
