//! What a worker needs to know to run a turn, and the count of what it asks the model.

use chrono::{DateTime, Utc};
use entity::message::{self, Speaker};
use entity::{session, turn};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition};

use super::claim::Claim;
use super::{LLM_CALLS, TurnStatus};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::scope::Scope;
use crate::sessions::Session;

/// A claimed turn with all that its prompt and its rules need.
#[derive(Clone, Debug)]
pub struct Work {
    pub session: Session,
    pub message: String,
    /// What was said before this turn, oldest first. Messages of cancelled turns are not among it.
    pub history: Vec<Line>,
    /// When the turn was accepted.
    pub accepted_at: DateTime<Utc>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub speaker: Speaker,
    pub text: String,
}

/// Whether the model may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Yes, and this is the how manieth call.
    Granted(i32),
    /// All calls of this turn are used.
    Exhausted,
    /// The claim is lost; nothing that comes of it will be kept.
    Lost,
}

/// Reads what the turn is about.
///
/// # Errors
/// [`Error::NotFound`] when the turn was deleted or the claim is lost.
pub async fn load(db: &Db, claim: &Claim) -> Result<Work> {
    let scope = db.scope(claim.tenant).await?;
    let turn =
        scope.find::<turn::Entity>().filter(held(claim)).one().await?.ok_or(Error::NotFound("turn"))?;
    let by_id = session::Column::Id.eq(claim.session);
    let session =
        scope.find::<session::Entity>().filter(by_id).one().await?.ok_or(Error::NotFound("session"))?;
    let mut history = lines_until(&scope, &turn).await?;
    let message = history.pop().ok_or(Error::NotFound("message"))?.text;
    scope.commit().await?;
    Ok(Work { session: Session::from_row(session)?, message, history, accepted_at: turn.created_at })
}

/// Counts one call of the model, before it is made: whatever happens then, it was made.
///
/// # Errors
/// When the database cannot be reached: then do not call.
pub async fn charge(db: &Db, claim: &Claim) -> Result<Charge> {
    let scope = db.scope(claim.tenant).await?;
    let may = held(claim).add(turn::Column::LlmCalls.lt(LLM_CALLS));
    let one_more = Expr::col(turn::Column::LlmCalls).add(1);
    let granted = scope.update::<turn::Entity>(may, [(turn::Column::LlmCalls, one_more)]).await? == 1;
    let now = scope.find::<turn::Entity>().filter(held(claim)).one().await?;
    scope.commit().await?;
    Ok(match now {
        None => Charge::Lost,
        Some(turn) if granted => Charge::Granted(turn.llm_calls),
        Some(_) => Charge::Exhausted,
    })
}

/// The turn, while this claim holds it.
pub(super) fn held(claim: &Claim) -> Condition {
    Condition::all()
        .add(turn::Column::Id.eq(claim.turn))
        .add(turn::Column::Epoch.eq(claim.epoch))
        .add(turn::Column::Status.eq(TurnStatus::Running))
}

/// The conversation up to and with the turn's own message.
async fn lines_until(scope: &Scope, turn: &turn::Model) -> Result<Vec<Line>> {
    let until = message::Column::Sequence.lte(turn.sequence);
    let of_session = message::Column::SessionId.eq(turn.session_id);
    let rows = scope
        .find::<message::Entity>()
        .filter(of_session)
        .filter(until)
        .oldest_first(message::Column::Sequence)
        // "user" sorts after "assistant": within a turn the message comes before its answer.
        .newest_first(message::Column::Role)
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| Line { speaker: row.role, text: row.text }).collect())
}
