//! What a worker needs to know to run a turn, and the count of what it asks the model.

use chrono::{DateTime, Utc};
use entity::id::{SessionId, TurnId};
use entity::message::Speaker;
use entity::{session, turn};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveEnum, ColumnTrait, Condition};
use uuid::Uuid;

use super::claim::Claim;
use super::{LLM_CALLS, TurnStatus};
use crate::changes::{Earlier, Log};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::organizations::PolicyRow;
use crate::sessions::Session;
use crate::stored_function::{returned_row, stored_function};

/// How far back a conversation is read: further than any prompt goes.
const MESSAGES_AT_MOST: i32 = 400;

/// A claimed turn with all that its prompt and its rules need.
#[derive(Clone, Debug)]
pub struct Work {
    pub session: Session,
    pub message: String,
    /// What was said before this turn, oldest first. Messages of cancelled turns, and of failed ones
    /// that were tried again, are not among it.
    pub history: Vec<Line>,
    /// When the message was said.
    pub accepted_at: DateTime<Utc>,
    /// The turn's place in its session.
    pub sequence: i32,
    /// Whether the last answer was there when the message was accepted: only then can it be about it.
    pub saw_last_answer: bool,
    /// What an undo goes back to, once [`load_previous_draft`] has looked.
    pub previous: Option<Earlier>,
}

#[derive(Clone, Debug)]
pub struct Line {
    /// None of the greeting's.
    pub turn: Option<TurnId>,
    pub speaker: Speaker,
    pub text: String,
    pub created_at: DateTime<Utc>,
}

/// Whether the model may be asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LlmCall {
    /// Yes, and this is the how manieth call.
    Granted(i32),
    /// All calls of this turn are used, or the claim is lost and nothing that comes of it will be kept.
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
        policy: PolicyRow = "",
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

/// Reads what the turn is about.
///
/// # Errors
/// [`Error::NotFound`] `turn` when it was deleted or the claim is lost, `session` when that has expired.
pub async fn load(db: &Db, claim: &Claim) -> Result<Work> {
    let Claim { session, turn, epoch, .. } = *claim;
    let call = LoadTurn { session, turn, epoch, max_messages: MESSAGES_AT_MOST };
    let loaded = db.autocommit(claim.tenant).call(call).await?.pop();
    let LoadedTurn { turn_sequence: sequence, accepted_at, messages, session, policy } =
        loaded.ok_or(Error::NotFound("turn"))?;
    let session = Session::from_row(session.ok_or(Error::NotFound("session"))?, policy.into())?;
    let mut history = lines(messages)?;
    let answered = history.iter().rfind(|line| line.speaker == Speaker::Assistant);
    let saw_last_answer = answered.is_none_or(|answer| answer.created_at <= accepted_at);
    let message = history.pop().ok_or(Error::NotFound("message"))?.text;
    Ok(Work { session, message, history, accepted_at, sequence, saw_last_answer, previous: None })
}

/// Looks up what the turn would go back to if it took the last change back. Few turns do, so it is not loaded with them.
/// A change that somebody made by hand after the message was said is not what it is about, and stays.
///
/// # Errors
/// When the database cannot be reached.
pub async fn load_previous_draft(db: &Db, claim: &Claim, work: &mut Work) -> Result<()> {
    let tx = db.begin(claim.tenant).await?;
    let log = Log::read(&tx, &work.session).await?;
    work.previous = log.before_last().filter(|_| !log.ends_by_hand_after(work.accepted_at));
    Ok(())
}

/// Counts a further call of the model, before it is made: whatever happens then, it was made. The first was counted
/// with the claim.
///
/// # Errors
/// When the database cannot be reached: then do not call.
pub async fn count_llm_call(db: &Db, claim: &Claim) -> Result<LlmCall> {
    let tx = db.begin(claim.tenant).await?;
    let may = held(claim).add(turn::Column::LlmCalls.lt(LLM_CALLS));
    let one_more = Expr::col(turn::Column::LlmCalls).add(1);
    if tx.update::<turn::Entity>(may, [(turn::Column::LlmCalls, one_more)]).await? == 0 {
        return Ok(LlmCall::Refused);
    }
    let now = tx.find::<turn::Entity>().filter(held(claim)).one().await?;
    tx.commit().await?;
    Ok(now.map_or(LlmCall::Refused, |turn| LlmCall::Granted(turn.llm_calls)))
}

/// The turn, while this claim holds it.
pub(super) fn held(claim: &Claim) -> Condition {
    Condition::all()
        .add(turn::Column::Id.eq(claim.turn))
        .add(turn::Column::Epoch.eq(claim.epoch))
        .add(turn::Column::Status.eq(TurnStatus::Running))
}

/// The conversation up to and with the turn's own message, oldest first; the database gives it the other way round.
fn lines(messages: MessageColumns) -> Result<Vec<Line>> {
    let MessageColumns { turns, roles, texts, times } = messages;
    let line = |(((turn, speaker), text), created_at): (((Uuid, String), String), _)| {
        let speaker = Speaker::try_from_value(&speaker)?;
        Ok(Line { turn: (!turn.is_nil()).then_some(TurnId(turn)), speaker, text, created_at })
    };
    turns.into_iter().zip(roles).zip(texts).zip(times).rev().map(line).collect()
}
