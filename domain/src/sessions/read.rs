//! Reads, locks and deletes sessions. Members see their own, admins all of the organization. Expired ones are read-only, for as
//! long as the organization retains them.

use chrono::{DateTime, Utc};
use entity::id::{SessionId, UserId};
use entity::session::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};

use super::Session;
use crate::audit::{self, Event};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::organizations::{self, Rules, RulesRow};
use crate::page::{Page, Paged};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

/// Conditions of a list of sessions; `None` does not filter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub is_complete: Option<bool>,
    pub user_id: Option<UserId>,
    /// Expired sessions instead of those that have not expired.
    pub is_expired: bool,
    /// A part of the company's name or of the title, in any case.
    pub text: Option<String>,
    pub created_after: Option<DateTime<Utc>>,
    pub created_before: Option<DateTime<Utc>>,
}

impl Filter {
    fn condition(&self) -> Condition {
        let contains = |text: &str| {
            Expr::cust_with_values(
                "(position(lower($1) in lower(company_name)) > 0
                  or position(lower($1) in lower(draft #>> '{content,title}')) > 0)",
                [text],
            )
        };
        Condition::all()
            .add_option(self.is_complete.map(|is_complete| Column::IsComplete.eq(is_complete)))
            .add_option(self.user_id.map(|user_id| Column::UserId.eq(user_id)))
            .add_option(self.text.as_deref().map(contains))
            .add_option(self.created_after.map(|time| Column::CreatedAt.gte(time)))
            .add_option(self.created_before.map(|time| Column::CreatedAt.lt(time)))
    }
}

/// The condition of every read and write of sessions. It compares the expiry with the database's clock, so that a session is
/// invisible from that second on, whether the sweep has deleted it or not.
fn visible(tx: &TenantTx, rules: &Rules) -> Result<Condition> {
    let retained = Condition::all().add(Column::ExpiresAt.gt(rules.now - rules.retention));
    if tx.tenant().sees_all_sessions() {
        return Ok(retained);
    }
    Ok(retained.add(Column::UserId.eq(tx.person()?.user)))
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
    let row = executor.call(ReadSession { user, sees_all, session: id }).await?.pop();
    let row = row.ok_or(Error::NotFound("session"))?;
    Session::from_row(row.session, row.rules.into())
}

/// Reads one session that has not expired.
///
/// # Errors
/// [`Error::NotFound`] as for [`find`], and when the session has expired.
pub async fn find_active(executor: impl Into<Executor<'_>>, id: SessionId) -> Result<Session> {
    let session = find(executor, id).await?;
    if session.is_expired { Err(Error::NotFound("session")) } else { Ok(session) }
}

/// The sessions that the caller sees, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, filter: &Filter, page: &Page) -> Result<Paged<Session>> {
    let rules = organizations::own(tx).await?.rules(tx.now());
    // The mark is what the index of active sessions has; the worker sets it up to a minute after the expiry.
    let time = match filter.is_expired {
        true => Condition::all().add(Column::ExpiresAt.lte(rules.now)),
        false => Condition::all().add(Column::ExpiresAt.gt(rules.now)).add(Column::ExpiryNoticed.eq(false)),
    };
    let mut rows = tx
        .find::<Entity>()
        .filter(visible(tx, &rules)?.add(time).add(filter.condition()))
        .newest_first(Column::Id)
        .limit(page.fetch());
    if let Some(after) = page.key::<SessionId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = rows.all().await?.into_iter();
    let sessions = rows.map(|row| Session::from_row(row, rules.clone())).collect::<Result<Vec<_>>>()?;
    Ok(page.cut(sessions, |session| session.id.to_string()))
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
