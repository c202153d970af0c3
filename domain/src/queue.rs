//! Rows of the task queue. Besides this file, only the SQL function `put_ticket` knows the queue's table.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use crate::db::Db;
use crate::error::{Error, Result};
use crate::tasks::Task;

/// Inserts a wake-up in the caller's transaction, due after `delay` by the database's clock. All wake-ups of one second
/// share a row.
pub(crate) async fn insert_wake_up(transaction: &DatabaseTransaction, delay: Duration) -> Result<()> {
    let task = Task::RunTurns;
    let wake_up = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "select put_ticket($1, $2, $3, $4)",
        [task.queue().into(), payload(task)?.into(), None::<String>.into(), delay.as_secs_f64().into()],
    );
    transaction.execute_raw(wake_up).await?;
    Ok(())
}

/// Inserts a task under the key of its tick, unless there is one. Returns the time until the next tick.
pub(crate) async fn insert_for_tick(db: &Db, task: Task, period: Duration) -> Result<Duration> {
    let payload = payload(task)?;
    let until_next: f64 = sqlx::query_scalar(
        "with clock as (select extract(epoch from clock_timestamp())::double precision / $3 as ticks),
         inserted as (
             insert into apalis.jobs
                 (id, job_type, job, status, attempts, max_attempts, run_at, priority, metadata, idempotency_key)
             select apalis.generate_ulid(), $1, convert_to($2, 'UTF8'), 'Pending', 0, 1, now(), 0, ''::hstore,
                    $2 || ' at ' || floor(ticks)::bigint
               from clock
             on conflict (job_type, idempotency_key) do nothing)
         select (floor(ticks) + 1 - ticks) * $3 from clock",
    )
    .bind(task.queue())
    .bind(payload)
    .bind(period.as_secs_f64())
    .fetch_one(db.pool())
    .await?;
    Duration::try_from_secs_f64(until_next).map_err(Error::internal)
}

/// The task as its row has it.
pub(crate) fn payload(task: Task) -> Result<String> {
    serde_json::to_string(&task).map_err(Error::internal)
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
