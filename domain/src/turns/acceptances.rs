//! Messages that are accepted together.

use chrono::{DateTime, Utc};
use entity::id::SessionId;
use entity::turn;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::start::{AcceptOutcome, AcceptTurn, AcceptedTurn};
use super::{OnBusy, TurnStatus};
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::{Batchable, Callers, Outcomes, SessionKey, each, outcomes};
use crate::notifications::Notification;
use crate::queue;
use crate::stored_function::{returned_row, stored_function};
use crate::tasks::Task;
use crate::tenant::Tenant;

stored_function! {
    pub(crate) struct AcceptTurns = Plain volatile "accept_turns" {
        organizations: Vec<Uuid>,
        livemodes: Vec<bool>,
        users: Vec<Option<Uuid>>,
        logins: Vec<Option<Uuid>>,
        roles: Vec<Option<String>>,
        not_before: Vec<Option<DateTime<Utc>>>,
        expires_at: Vec<Option<DateTime<Utc>>>,
        api_keys: Vec<Option<Uuid>>,
        scopes: Vec<Option<String>>,
        sees_all: Vec<bool>,
        sessions: Vec<Uuid>,
        turns: Vec<Uuid>,
        messages: Vec<Uuid>,
        texts: Vec<String>,
        may_wait: Vec<bool>,
        operations: Vec<Option<String>>,
        keys: Vec<Option<String>>,
        fingerprints: Vec<Vec<u8>>,
        preferences: Vec<Option<String>>,
        queue: &'static str,
        task: String,
        max_turns: i32,
        max_bytes: i32,
        longest: i32,
    } -> PlacedTurn
}

returned_row! {
    pub(crate) struct PlacedTurn {
        /// Of the message in the arrays, from 1.
        place: i32,
        accepted_at: DateTime<Utc>,
        sequence: i32,
        turns_ahead: i64,
    }
}

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

impl AcceptTurns {
    fn of(writes: &[Acceptance]) -> Result<Self> {
        let callers: Callers = writes.iter().map(|write| &write.tenant).collect();
        Ok(Self {
            organizations: callers.organizations,
            livemodes: callers.livemodes,
            users: callers.users,
            logins: callers.logins,
            roles: callers.roles,
            not_before: callers.not_before,
            expires_at: callers.expires_at,
            api_keys: callers.api_keys,
            scopes: callers.scopes,
            sees_all: each(writes, |write| write.call.sees_all),
            sessions: each(writes, |write| write.call.session.0),
            turns: each(writes, |write| write.call.turn.0),
            messages: each(writes, |write| write.call.message.0),
            texts: each(writes, |write| write.call.text.clone().unwrap_or_default()),
            may_wait: each(writes, |write| write.call.if_busy == OnBusy::Enqueue),
            operations: each(writes, |write| write.call.operation.map(str::to_owned)),
            keys: each(writes, |write| write.call.key.clone()),
            fingerprints: each(writes, |write| write.call.fingerprint.clone().unwrap_or_default()),
            preferences: each(writes, |write| write.call.preference.clone()),
            queue: Task::RunTurns.queue(),
            task: queue::payload(Task::RunTurns)?,
            // The same for all of them: the limits of the API's settings.
            max_turns: writes.first().map_or(0, |write| write.call.max_turns),
            max_bytes: writes.first().map_or(0, |write| write.call.max_bytes),
            longest: writes
                .iter()
                .map(Acceptance::bytes)
                .max()
                .and_then(|bytes| bytes.try_into().ok())
                .unwrap_or(i32::MAX),
        })
    }
}
