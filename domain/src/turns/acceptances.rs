//! Messages that are accepted together.

use chrono::{DateTime, Utc};
use entity::id::SessionId;
use entity::turn;
use sea_orm::ColumnTrait;

use super::TurnStatus;
use super::accept_turn::{AcceptOutcome, AcceptTurn, AcceptTurns, AcceptedTurn};
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::{Batchable, Outcomes, SessionKey, outcomes};
use crate::notifications::Notification;
use crate::tenant::Tenant;

/// A message on its way into its session's queue.
pub(crate) struct Acceptance {
    pub tenant: Tenant,
    pub call: AcceptTurn,
}

impl Acceptance {
    /// Whether it may be accepted together with others: `accept_turns` knows new messages of callers.
    pub fn is_common(&self) -> bool {
        !self.tenant.is_system && !self.tenant.is_enrolling && self.call.text.is_some()
    }

    fn accepted(&self, at: DateTime<Utc>, sequence: i32, turns_ahead: i64) -> AcceptedTurn {
        AcceptedTurn {
            outcome: AcceptOutcome::Accepted,
            accepted_at: Some(at),
            sequence: Some(sequence),
            turns_ahead: Some(turns_ahead),
            replaced: None,
            message_text: self.call.text.clone(),
            retried_as: None,
            key: None,
            exceeded: None,
        }
    }

    /// The turn, if it was accepted.
    async fn find(&self, db: &Db) -> Result<Option<AcceptedTurn>> {
        let tx = db.begin(self.tenant).await?;
        let of_session = || tx.find::<turn::Entity>().filter(turn::Column::SessionId.eq(self.call.session));
        let Some(turn) = of_session().filter(turn::Column::Id.eq(self.call.turn)).one().await? else {
            return Ok(None);
        };
        let unfinished = turn::Column::Status.is_in([TurnStatus::Queued, TurnStatus::Running]);
        let ahead =
            of_session().filter(turn::Column::Sequence.lt(turn.sequence)).filter(unfinished).count().await?;
        Ok(Some(self.accepted(turn.created_at, turn.sequence, i64::try_from(ahead).unwrap_or(i64::MAX))))
    }
}

impl Batchable for Acceptance {
    type Outcome = AcceptedTurn;
    type Context = Db;

    fn session(&self) -> SessionKey {
        let Tenant { organization, livemode, .. } = self.tenant;
        SessionKey { organization, livemode, session: self.call.session }
    }

    fn bytes(&self) -> usize {
        self.call.text.as_ref().map_or(0, String::len)
    }

    async fn run(self, db: &Db) -> Result<AcceptedTurn> {
        let session = self.call.session;
        let accepted = db.autocommit(self.tenant).call_one(self.call).await?;
        if accepted.outcome == AcceptOutcome::Accepted {
            notify(db, session);
        }
        Ok(accepted)
    }

    async fn run_together(writes: &[Self], db: &Db) -> Outcomes<Self> {
        let accepted = db.call_autocommitted(AcceptTurns::of(writes)?).await?;
        let placed = accepted.into_iter().map(|turn| (turn.place, turn));
        Ok(outcomes(writes, placed, |write, turn| {
            notify(db, write.call.session);
            write.accepted(turn.accepted_at, turn.sequence, turn.turns_ahead)
        }))
    }

    /// If the batch has committed, the turn is there under its own id. That may become visible late, so what refuses the
    /// second attempt may be the first one.
    async fn run_again(self, db: &Db) -> Result<AcceptedTurn> {
        let session = self.call.session;
        if let Some(accepted) = self.find(db).await? {
            notify(db, session);
            return Ok(accepted);
        }
        let again = Self { tenant: self.tenant, call: self.call.clone() };
        match again.run(db).await {
            Ok(accepted) if accepted.outcome == AcceptOutcome::Accepted => Ok(accepted),
            refused => match self.find(db).await {
                Ok(Some(accepted)) => {
                    notify(db, session);
                    Ok(accepted)
                }
                _ => refused,
            },
        }
    }
}

/// For workers, and for the session's streams.
fn notify(db: &Db, session: SessionId) {
    db.notifier().notify(Notification::Claimable);
    db.notifier().notify(Notification::Event(session));
}
