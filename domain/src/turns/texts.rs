//! Pieces of replies that are appended together. Many turns stream at the same time, and a piece is small.

use uuid::Uuid;

use super::claim::Claim;
use super::stream;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::group_commit::{Batchable, Outcomes, SessionKey, each, outcomes};
use crate::notifications::Notification;
use crate::stored_function::stored_function;

stored_function! {
    /// Returns the places of the turns whose text was appended, from 1.
    pub(crate) struct AppendTurnTexts = Plain volatile "append_turn_texts" {
        organizations: Vec<Uuid>,
        livemodes: Vec<bool>,
        sessions: Vec<Uuid>,
        turns: Vec<Uuid>,
        epochs: Vec<i32>,
        events: Vec<String>,
    } -> i32
}

/// A piece of a turn's reply; it is appended unless the claim is lost.
pub(crate) struct Text {
    pub claim: Claim,
    /// The event, in an array.
    pub events: String,
}

impl Batchable for Text {
    type Outcome = bool;
    type Context = Db;

    fn session(&self) -> SessionKey {
        self.claim.session_key()
    }

    fn bytes(&self) -> usize {
        self.events.len()
    }

    async fn run(self, db: &Db) -> Result<bool> {
        stream::append(db, &self.claim, self.events).await
    }

    async fn run_together(writes: &[Self], db: &Db) -> Outcomes<Self> {
        let appended = db.call_autocommitted(AppendTurnTexts::of(writes)).await?;
        Ok(outcomes(writes, appended.into_iter().map(|place| (place, ())), |write, ()| {
            db.notifier().notify(Notification::Event(write.claim.session));
            true
        }))
    }

    /// The batch may have committed, and a reader must not see a piece twice. The turn's commit says what is missing.
    async fn run_again(self, _: &Db) -> Result<bool> {
        Err(Error::Unavailable("whether the text was appended is unknown".to_owned()))
    }
}

impl AppendTurnTexts {
    fn of(writes: &[Text]) -> Self {
        Self {
            organizations: each(writes, |write| write.claim.tenant.organization.0),
            livemodes: each(writes, |write| write.claim.tenant.livemode),
            sessions: each(writes, |write| write.claim.session.0),
            turns: each(writes, |write| write.claim.turn.0),
            epochs: each(writes, |write| write.claim.epoch),
            events: each(writes, |write| write.events.clone()),
        }
    }
}
