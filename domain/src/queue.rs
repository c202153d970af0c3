//! The one place that knows the table of the task queue.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use crate::db::Db;
use crate::doorbell::Ring;
use crate::error::{Error, Result};
use crate::tasks::Task;

/// Inserts a ticket in the caller's transaction; the database's clock says when it is due.
///
/// Returns the bell to ring after the commit: none for a ticket of later, nor for one that was there already.
pub(crate) async fn insert(
    transaction: &DatabaseTransaction,
    task: &Task,
    delay: Duration,
) -> Result<Option<Ring>> {
    let payload = serde_json::to_string(task).map_err(Error::internal)?;
    let delay_seconds = delay.as_secs_f64();
    let ticket = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "insert into apalis.jobs
             (id, job_type, job, status, attempts, max_attempts, run_at, priority, metadata, idempotency_key)
         values (apalis.generate_ulid(), $1, convert_to($2, 'UTF8'), 'Pending', 0, 1,
                 now() + make_interval(secs => $3), 0, ''::hstore, $4)
         on conflict (job_type, idempotency_key) do nothing
         returning id",
        [task.queue().into(), payload.into(), delay_seconds.into(), task.key().into()],
    );
    let inserted = transaction.query_one_raw(ticket).await?;
    match inserted {
        Some(row) if delay.is_zero() => {
            Ok(Some(Ring::Ticket { queue: task.queue(), ticket: row.try_get("", "id")? }))
        }
        _ => Ok(None),
    }
}

/// Deletes up to `most` tickets that were done an hour ago or longer; the queue itself never does.
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
