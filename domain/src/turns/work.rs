//! What a worker needs to know to run a turn, and the count of what it asks the model.

use chrono::{DateTime, Utc};
use entity::message::Speaker;
use entity::{session, turn};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, QueryResult, Statement};

use super::claim::Claim;
use super::{LLM_CALLS, TurnStatus};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::scope::Scope;
use crate::sessions::Session;

/// How far back a conversation is read: further than any prompt goes.
const MESSAGES_AT_MOST: i64 = 400;

/// A claimed turn with all that its prompt and its rules need.
#[derive(Clone, Debug)]
pub struct Work {
    pub session: Session,
    pub message: String,
    /// What was said before this turn, oldest first. Messages of cancelled turns, and of failed ones
    /// that were tried again, are not among it.
    pub history: Vec<Line>,
    /// The turn's place in its session.
    pub sequence: i32,
    /// Whether the last answer was there when the message was accepted: only then can it be about it.
    pub saw_last_answer: bool,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub speaker: Speaker,
    pub text: String,
    pub created_at: DateTime<Utc>,
}

/// Whether the model may be asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Yes, and this is the how manieth call.
    Granted(i32),
    /// All calls of this turn are used, or the claim is lost and nothing that comes of it will be kept.
    Refused,
}

/// Reads what the turn is about.
///
/// # Errors
/// [`Error::NotFound`] when the turn was deleted or the claim is lost.
pub async fn load(db: &Db, claim: &Claim) -> Result<Work> {
    let scope = db.scope(claim.tenant).await?;
    let turn =
        scope.find::<turn::Entity>().filter(held(claim)).one().await?.ok_or(Error::NotFound("turn"))?;
    let live = Condition::all()
        .add(session::Column::Id.eq(claim.session))
        .add(session::Column::ExpiresAt.gt(scope.now()));
    let session =
        scope.find::<session::Entity>().filter(live).one().await?.ok_or(Error::NotFound("session"))?;
    let mut history = lines_until(&scope, &turn).await?;
    let answered = history.iter().rfind(|line| line.speaker == Speaker::Assistant);
    let saw_last_answer = answered.is_none_or(|answer| answer.created_at <= turn.created_at);
    let message = history.pop().ok_or(Error::NotFound("message"))?.text;
    scope.commit().await?;
    Ok(Work {
        session: Session::from_row(session)?,
        message,
        history,
        sequence: turn.sequence,
        saw_last_answer,
    })
}

/// Counts a further call of the model, before it is made: whatever happens then, it was made. The first was counted
/// with the claim.
///
/// # Errors
/// When the database cannot be reached: then do not call.
pub async fn charge(db: &Db, claim: &Claim) -> Result<Charge> {
    let scope = db.scope(claim.tenant).await?;
    let may = held(claim).add(turn::Column::LlmCalls.lt(LLM_CALLS));
    let one_more = Expr::col(turn::Column::LlmCalls).add(1);
    if scope.update::<turn::Entity>(may, [(turn::Column::LlmCalls, one_more)]).await? == 0 {
        return Ok(Charge::Refused);
    }
    let now = scope.find::<turn::Entity>().filter(held(claim)).one().await?;
    scope.commit().await?;
    Ok(now.map_or(Charge::Refused, |turn| Charge::Granted(turn.llm_calls)))
}

/// The turn, while this claim holds it.
pub(super) fn held(claim: &Claim) -> Condition {
    Condition::all()
        .add(turn::Column::Id.eq(claim.turn))
        .add(turn::Column::Epoch.eq(claim.epoch))
        .add(turn::Column::Status.eq(TurnStatus::Running))
}

/// The conversation up to and with the turn's own message, without what was cancelled or tried again later.
async fn lines_until(scope: &Scope, turn: &turn::Model) -> Result<Vec<Line>> {
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "select m.role, m.text, m.created_at from message m
           left join turn t on t.organization_id = m.organization_id and t.id = m.turn_id
          where m.organization_id = $1 and m.session_id = $2 and m.sequence <= $3
            and t.status is distinct from 'cancelled'
            and not exists (select from turn again
                             where again.organization_id = t.organization_id and again.retry_of = t.id)
          order by m.sequence desc, m.role limit $4",
        [
            scope.organization_id().into(),
            turn.session_id.into(),
            turn.sequence.into(),
            MESSAGES_AT_MOST.into(),
        ],
    );
    let rows = scope.raw().query_all_raw(statement).await?;
    let line = |row: QueryResult| {
        let (speaker, text) = (row.try_get("", "role")?, row.try_get("", "text")?);
        Ok(Line { speaker, text, created_at: row.try_get("", "created_at")? })
    };
    rows.into_iter().rev().map(line).collect()
}
