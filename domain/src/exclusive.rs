//! Work that one process at a time does for all.

use sqlx::Connection as _;

use crate::db::Db;
use crate::error::Result;

/// Does the work, unless another process does work of this name; then returns `None` at once. The lock ends with its
/// connection, also when the process dies.
pub(crate) async fn exclusively<T>(
    db: &Db,
    name: &'static str,
    work: impl AsyncFnOnce() -> Result<T>,
) -> Result<Option<T>> {
    let mut lock = db.pool().acquire().await?.detach();
    let is_locked: bool = sqlx::query_scalar("select pg_try_advisory_lock(hashtext($1))")
        .bind(name)
        .fetch_one(&mut lock)
        .await?;
    if !is_locked {
        return Ok(None);
    }
    let done = work().await?;
    lock.close().await?;
    Ok(Some(done))
}
