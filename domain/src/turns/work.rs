//! The input of a turn for a worker, and the count of its LLM calls.

use chrono::{DateTime, Utc};
use entity::id::{SessionId, TurnId};
use entity::message::Speaker;
use entity::{session, turn};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveEnum, ColumnTrait, Condition};
use uuid::Uuid;

use super::claim::Claim;
use super::loads::Load;
use super::{LLM_CALLS, TurnStatus};
use crate::changes::{Earlier, Log};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::organizations::RulesRow;
use crate::sessions::Session;
use crate::stored_function::{returned_row, stored_function};

/// A claimed turn with everything that its prompt and the decision need.
#[derive(Clone, Debug)]
pub struct Work {
    pub session: Session,
    pub message: String,
    /// The messages before this turn, oldest first, without those of cancelled turns and of failed turns that were retried.
    pub history: Vec<Line>,
    /// When the message was accepted.
    pub accepted_at: DateTime<Utc>,
    /// The turn's place in its session.
    pub sequence: i32,
    /// Whether the latest reply was stored when the message was accepted. Only then can the message answer that reply.
    pub saw_last_answer: bool,
    /// The draft that an undo restores; [`load`] leaves it empty, [`load_previous_draft`] returns it.
    pub previous: Option<Earlier>,
}

/// One message of the conversation.
#[derive(Clone, Debug)]
pub struct Line {
    /// `None` for the greeting.
    pub turn: Option<TurnId>,
    pub speaker: Speaker,
    pub text: String,
    pub created_at: DateTime<Utc>,
}

/// Whether another LLM call is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LlmCall {
    /// Allowed; carries the number of this call within its turn, from 1.
    Granted(i32),
    /// All calls of this turn are used, or the claim is lost.
    Refused,
}

stored_function! {
    pub(crate) struct LoadTurn = Tenant stable "load_turn" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        max_messages: i32,
    } -> LoadedTurn
}

returned_row! {
    pub(crate) struct LoadedTurn {
        turn_sequence: i32,
        accepted_at: DateTime<Utc>,
    }
    nested {
        messages: MessageColumns = "message_",
        /// None: it has expired.
        session: Option<session::Model> = "",
        rules: RulesRow = "",
    }
}

returned_row! {
    /// The messages of a conversation, an array for each of their columns, latest first.
    pub(crate) struct MessageColumns {
        turns: Vec<Uuid>,
        roles: Vec<String>,
        texts: Vec<String>,
        times: Vec<DateTime<Utc>>,
    }
}

/// Loads the turn's input, with that of other turns that begin at the same time.
///
/// # Errors
/// [`Error::NotFound`]: `turn` when it was deleted or the claim is lost, `session` when the session has expired.
pub async fn load(db: &Db, claim: &Claim) -> Result<Work> {
    let loaded = db.batches().loads.run(Load { claim: *claim }, db).await?;
    let LoadedTurn { turn_sequence: sequence, accepted_at, messages, session, rules } =
        loaded.ok_or(Error::NotFound("turn"))?;
    let session = Session::from_row(session.ok_or(Error::NotFound("session"))?, rules.into())?;
    let mut history = lines(messages)?;
    let latest_reply = history.iter().rfind(|line| line.speaker == Speaker::Assistant);
    let saw_last_answer = latest_reply.is_none_or(|reply| reply.created_at <= accepted_at);
    let message = history.pop().ok_or(Error::NotFound("message"))?.text;
    Ok(Work { session, message, history, accepted_at, sequence, saw_last_answer, previous: None })
}

/// The draft that an undo would restore. Few turns undo, so [`load`] leaves it out. A manual edit made after the message was
/// accepted is not what the user wants undone: then there is nothing to restore.
///
/// # Errors
/// When the database cannot be reached.
pub async fn load_previous_draft(db: &Db, claim: &Claim, work: &Work) -> Result<Option<Earlier>> {
    let tx = db.begin(claim.tenant).await?;
    let mut log = Log::of(&tx, &work.session);
    if log.ends_by_hand_after(work.accepted_at).await? { Ok(None) } else { log.before_last().await }
}

/// Counts another LLM call before it is made, so that a crash cannot lose the count. The first call of a claim is counted
/// with the claim.
///
/// # Errors
/// When the database cannot be reached; the LLM must then not be called.
pub async fn count_llm_call(db: &Db, claim: &Claim) -> Result<LlmCall> {
    let tx = db.begin(claim.tenant).await?;
    let may = still_claimed(claim).add(turn::Column::LlmCalls.lt(LLM_CALLS));
    let one_more = Expr::col(turn::Column::LlmCalls).add(1);
    if tx.update::<turn::Entity>(may, [(turn::Column::LlmCalls, one_more)]).await? == 0 {
        return Ok(LlmCall::Refused);
    }
    let now = tx.find::<turn::Entity>().filter(still_claimed(claim)).one().await?;
    tx.commit().await?;
    Ok(now.map_or(LlmCall::Refused, |turn| LlmCall::Granted(turn.llm_calls)))
}

/// The fencing check: matches the turn's row only while it is running under this claim's epoch. Each index that begins with the
/// organization finds it, whichever the planner takes.
pub(super) fn still_claimed(claim: &Claim) -> Condition {
    Condition::all()
        .add(turn::Column::Id.eq(claim.turn))
        .add(turn::Column::SessionId.eq(claim.session))
        .add(turn::Column::Epoch.eq(claim.epoch))
        .add(turn::Column::Status.eq(TurnStatus::Running))
}

/// The conversation up to and including the turn's own message, oldest first; the database returns it newest first.
fn lines(messages: MessageColumns) -> Result<Vec<Line>> {
    let MessageColumns { turns, roles, texts, times } = messages;
    let line = |(((turn, speaker), text), created_at): (((Uuid, String), String), _)| {
        let speaker = Speaker::try_from_value(&speaker)?;
        Ok(Line { turn: (!turn.is_nil()).then_some(TurnId(turn)), speaker, text, created_at })
    };
    turns.into_iter().zip(roles).zip(texts).zip(times).rev().map(line).collect()
}
