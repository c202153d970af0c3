//! Reads, locks and deletes one session. Members see their own, admins all of the organization. Expired ones are read-only, for as
//! long as the organization retains them.

use entity::id::{SessionId, UserId};
use entity::session::{Column, Entity, Model};
use sea_orm::{ColumnTrait, Condition};

use super::{Reading, Session};
use crate::audit::{self, Event};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::group_commit::Batchable as _;
use crate::organizations::{self, Rules, RulesRow};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

/// The condition of every read and write of a session.
fn visible(tx: &TenantTx, rules: &Rules) -> Result<Condition> {
    let of_person = sees_only(tx)?.map(|user| Column::UserId.eq(user));
    Ok(retained(rules).add_option(of_person))
}

/// The condition of every read and write of sessions. It compares the expiry with the database's clock, so that a session is
/// invisible from that second on, whether the sweep has deleted it or not.
pub(super) fn retained(rules: &Rules) -> Condition {
    Condition::all().add(Column::ExpiresAt.gt(rules.now - rules.retention))
}

/// The person whose sessions alone the caller sees; `None`: those of the whole organization.
pub(super) fn sees_only(tx: &TenantTx) -> Result<Option<UserId>> {
    if tx.tenant().sees_all_sessions() { Ok(None) } else { Ok(Some(tx.person()?.user)) }
}

stored_function! {
    pub(crate) struct ReadSession = Tenant stable "read_session" {
        user: Option<UserId>,
        sees_all: bool,
        session: SessionId,
    } -> SessionRow
}

returned_row! {
    pub(crate) struct SessionRow {}
    nested {
        session: Model = "",
        rules: RulesRow = "",
    }
}

/// Reads one session, which may have expired.
///
/// # Errors
/// [`Error::NotFound`] when it does not exist, is not retained any more, or the caller may not see it.
pub async fn find(executor: impl Into<Executor<'_>>, id: SessionId) -> Result<Session> {
    let executor = executor.into();
    let (user, sees_all) = executor.viewer();
    let call = ReadSession { user, sees_all, session: id };
    let row = match executor.autocommitted() {
        Some((db, tenant)) => read(db, Reading { tenant, call }).await?,
        None => executor.call(call).await?.pop(),
    };
    let row = row.ok_or(Error::NotFound("session"))?;
    Session::from_row(row.session, row.rules.into())
}

async fn read(db: &Db, reading: Reading) -> Result<Option<SessionRow>> {
    if reading.is_common() { db.batches().readings.run(reading, db).await } else { reading.run(db).await }
}

/// Reads one session that has not expired.
///
/// # Errors
/// [`Error::NotFound`] as for [`find`], and when the session has expired.
pub async fn find_active(executor: impl Into<Executor<'_>>, id: SessionId) -> Result<Session> {
    let session = find(executor, id).await?;
    if session.is_expired { Err(Error::NotFound("session")) } else { Ok(session) }
}

/// Locks a session for a change, until this transaction ends. `tags` are the acceptable values of [`Session::tag`] (optimistic
/// locking); `None` accepts any state.
///
/// # Errors
/// [`Error::NotFound`] as for [`find`], [`Error::Conflict`] `session_expired`, [`Error::Changed`] when the session has none of
/// the tags.
pub(crate) async fn lock(tx: &TenantTx, id: SessionId, tags: Option<&[&str]>) -> Result<Session> {
    let session = lock_retained(tx, id, tags).await?;
    if session.is_expired { Err(expired()) } else { Ok(session) }
}

/// As [`lock`], also for a session that has expired.
pub(crate) async fn lock_retained(tx: &TenantTx, id: SessionId, tags: Option<&[&str]>) -> Result<Session> {
    let rules = organizations::own(tx).await?.rules(tx.now());
    let condition = visible(tx, &rules)?.add(Column::Id.eq(id));
    let row =
        tx.find::<Entity>().filter(condition).locked().one().await?.ok_or(Error::NotFound("session"))?;
    let session = Session::from_row(row, rules)?;
    match tags {
        Some(tags) if !tags.contains(&session.tag().as_str()) => Err(Error::Changed),
        _ => Ok(session),
    }
}

pub(crate) fn expired() -> Error {
    Error::conflict(
        "session_expired",
        "The session has expired: it can be read and copied, and not changed. An admin can reopen it.",
    )
}

/// Deletes a session, also an expired one, with its messages; a worker that runs one of its turns is fenced. Job posts are kept.
///
/// `tags` are the acceptable values of [`Session::tag`] (optimistic locking); `None` accepts any state.
///
/// # Errors
/// [`Error::NotFound`] as for [`find`], [`Error::Changed`] when the session has none of the tags.
pub async fn delete(tx: &TenantTx, id: SessionId, tags: Option<&[&str]>) -> Result<()> {
    lock_retained(tx, id, tags).await?;
    tx.delete::<Entity>(Column::Id.eq(id)).await?;
    audit::record(tx, Event::new("session.deleted").about("session", id.0)).await?;
    // Followers then read the log and get `NotFound`.
    tx.notify_event(id);
    Ok(())
}
