//! Results of turns that commit together.

use entity::turn;
use sea_orm::{ActiveEnum, ColumnTrait};
use uuid::Uuid;

use super::TurnStatus;
use super::claim::Claim;
use super::complete::CompleteTurn;
use super::finish::Finish;
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::{Batchable, Outcomes, SessionKey, each, outcomes};
use crate::notifications::Notification;
use crate::stored_function::stored_function;

stored_function! {
    /// Returns the places of the committed turns, from 1.
    pub(crate) struct CompleteTurns = Plain volatile "complete_turns" {
        organizations: Vec<Uuid>,
        livemodes: Vec<bool>,
        sessions: Vec<Uuid>,
        turns: Vec<Uuid>,
        epochs: Vec<i32>,
        loaded_versions: Vec<i32>,
        loaded_completes: Vec<bool>,
        drafts: Vec<String>,
        versions: Vec<i32>,
        is_completes: Vec<bool>,
        shown_hashes: Vec<Option<String>>,
        kinds: Vec<String>,
        restored_versions: Vec<Option<i32>>,
        changes: Vec<Option<String>>,
        messages: Vec<Uuid>,
        replies: Vec<String>,
        traces: Vec<String>,
        events: Vec<String>,
    } -> i32
}

/// The result of a turn.
pub(crate) struct TurnCommit {
    pub claim: Claim,
    pub call: CompleteTurn,
}

impl TurnCommit {
    /// Whether it may commit together with others. Few turns publish a job post, so `complete_turns` does not.
    pub fn is_common(&self) -> bool {
        self.call.content_hash.is_none()
    }
}

fn notify(db: &Db, claim: &Claim) {
    db.notifier().notify(Notification::Event(claim.session));
    db.notifier().notify(Notification::TurnFinished(claim.turn));
}

impl Batchable for TurnCommit {
    /// A result that an LLM was paid for is not refused.
    const MAX_WAITING_OF_ORGANIZATION: usize = usize::MAX;

    type Outcome = Finish;
    type Context = Db;

    fn session(&self) -> SessionKey {
        self.claim.session_key()
    }

    fn bytes(&self) -> usize {
        let CompleteTurn { draft, changes, reply, trace, events, .. } = &self.call;
        draft.len() + changes.as_ref().map_or(0, String::len) + reply.len() + trace.len() + events.len()
    }

    async fn run(self, db: &Db) -> Result<Finish> {
        let finish = db.autocommit(self.claim.tenant).call_one(self.call).await?;
        if finish == Finish::Committed {
            notify(db, &self.claim);
        }
        Ok(finish)
    }

    async fn run_together(writes: &[Self], db: &Db) -> Outcomes<Self> {
        let committed = db.call_autocommitted(CompleteTurns::of(writes)).await?;
        Ok(outcomes(writes, committed.into_iter().map(|place| (place, ())), |write, ()| {
            notify(db, &write.claim);
            Finish::Committed
        }))
    }

    /// If the batch has committed, the epoch fences the second attempt, and the turn has succeeded under this very epoch.
    async fn run_again(self, db: &Db) -> Result<Finish> {
        let (claim, epoch) = (self.claim, self.call.epoch);
        let finish = self.run(db).await?;
        if finish == Finish::Fenced && has_succeeded(db, &claim, epoch).await? {
            notify(db, &claim);
            return Ok(Finish::Committed);
        }
        Ok(finish)
    }
}

/// Did the turn succeed under this epoch?
async fn has_succeeded(db: &Db, claim: &Claim, epoch: i32) -> Result<bool> {
    let tx = db.begin(claim.tenant).await?;
    let turn = tx.find::<turn::Entity>().filter(turn::Column::Id.eq(claim.turn)).one().await?;
    Ok(turn.is_some_and(|turn| turn.status == TurnStatus::Succeeded && turn.epoch == epoch))
}

impl CompleteTurns {
    fn of(writes: &[TurnCommit]) -> Self {
        Self {
            organizations: each(writes, |write| write.claim.tenant.organization.0),
            livemodes: each(writes, |write| write.claim.tenant.livemode),
            sessions: each(writes, |write| write.call.session.0),
            turns: each(writes, |write| write.call.turn.0),
            epochs: each(writes, |write| write.call.epoch),
            loaded_versions: each(writes, |write| write.call.loaded_version),
            loaded_completes: each(writes, |write| write.call.loaded_complete),
            drafts: each(writes, |write| write.call.draft.clone()),
            versions: each(writes, |write| write.call.version),
            is_completes: each(writes, |write| write.call.is_complete),
            shown_hashes: each(writes, |write| write.call.shown_hash.clone()),
            kinds: each(writes, |write| write.call.kind.to_value()),
            restored_versions: each(writes, |write| write.call.restored_version),
            changes: each(writes, |write| write.call.changes.clone()),
            messages: each(writes, |write| write.call.message.0),
            replies: each(writes, |write| write.call.reply.clone()),
            traces: each(writes, |write| write.call.trace.clone()),
            events: each(writes, |write| write.call.events.clone()),
        }
    }
}
