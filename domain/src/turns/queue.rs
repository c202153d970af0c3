//! A session's queue of turns. The order of locks is the session's row first, then its turns': two transactions of a
//! session never wait for each other in a circle.

use entity::id::SessionId;
use entity::session;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, Statement};

use crate::error::{Error, Result};
use crate::events::{Happening, numbers};
use crate::scope::Scope;
use crate::sessions::visible;

/// Locks the session, if it is the caller's to see.
pub(super) async fn lock_session(scope: &Scope, session: SessionId) -> Result<()> {
    let own = visible(scope)?.add(session::Column::Id.eq(session));
    scope.find::<session::Entity>().filter(own).locked().one().await?.ok_or(Error::NotFound("session"))?;
    Ok(())
}

/// Takes as many numbers of the session's log as there are happenings; gives the first. Locks the session.
pub(crate) async fn take_events(
    scope: &Scope,
    session: SessionId,
    happenings: &[Happening<'_>],
) -> Result<i64> {
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "update session set next_event = next_event + $3 where organization_id = $1 and id = $2
         returning next_event - $3 as first",
        [scope.organization_id().into(), session.into(), numbers(happenings).into()],
    );
    let row = scope.raw().query_one_raw(statement).await?.ok_or(Error::NotFound("session"))?;
    Ok(row.try_get("", "first")?)
}

/// Makes the earliest waiting turn of a locked session its head, when there is none.
pub(super) async fn promote(scope: &Scope, session: SessionId) -> Result<()> {
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "update turn set is_head = true
          where organization_id = $1 and id = (
              select id from turn where organization_id = $1 and session_id = $2 and status in ('queued', 'running')
               order by sequence limit 1)
            and status = 'queued' and not is_head",
        [scope.organization_id().into(), session.into()],
    );
    scope.raw().execute_raw(statement).await?;
    Ok(())
}
