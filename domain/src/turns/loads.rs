//! Claimed turns that are loaded together. A claim takes many turns, which begin at the same moment.

use std::time::Duration;

use uuid::Uuid;

use super::claim::Claim;
use super::work::{LoadTurn, LoadedTurn};
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::{Batchable, Outcomes, SessionKey, each, outcomes};
use crate::stored_function::{returned_row, stored_function};

/// How many messages of a conversation are loaded at most; prompts use fewer.
const MESSAGES_AT_MOST: i32 = 400;
/// The largest session that is loaded with others, in bytes of its messages and changes.
const BYTES_AT_MOST: i64 = 64 * 1024;

stored_function! {
    pub(crate) struct LoadTurns = Plain volatile "load_turns" {
        organizations: Vec<Uuid>,
        livemodes: Vec<bool>,
        sessions: Vec<Uuid>,
        turns: Vec<Uuid>,
        epochs: Vec<i32>,
        max_messages: i32,
        max_bytes: i64,
    } -> PlacedLoad
}

returned_row! {
    pub(crate) struct PlacedLoad {
        /// Of the turn in the arrays, from 1.
        place: i32,
    }
    nested {
        turn: LoadedTurn = "",
    }
}

/// A turn whose input is loaded; the outcome is `None` if its claim is lost.
pub(crate) struct Load {
    pub claim: Claim,
}

impl Batchable for Load {
    const MAX_GAP: Duration = Duration::from_millis(2);
    /// A turn that was claimed is not refused.
    const MAX_WAITING_OF_ORGANIZATION: usize = usize::MAX;

    type Outcome = Option<LoadedTurn>;
    type Context = Db;

    fn session(&self) -> SessionKey {
        self.claim.session_key()
    }

    fn bytes(&self) -> usize {
        0
    }

    async fn run(self, db: &Db) -> Result<Option<LoadedTurn>> {
        let Claim { session, turn, epoch, .. } = self.claim;
        let call = LoadTurn { session, turn, epoch, max_messages: MESSAGES_AT_MOST };
        Ok(db.autocommit(self.claim.tenant).call(call).await?.pop())
    }

    async fn run_together(loads: &[Self], db: &Db) -> Outcomes<Self> {
        let loaded = db.call_autocommitted(LoadTurns::of(loads)).await?;
        let placed = loaded.into_iter().map(|PlacedLoad { place, turn }| (place, turn));
        Ok(outcomes(loads, placed, |_, turn| Some(turn)))
    }

    /// A read may be repeated.
    async fn run_again(self, db: &Db) -> Result<Option<LoadedTurn>> {
        self.run(db).await
    }
}

impl LoadTurns {
    fn of(loads: &[Load]) -> Self {
        Self {
            organizations: each(loads, |load| load.claim.tenant.organization.0),
            livemodes: each(loads, |load| load.claim.tenant.livemode),
            sessions: each(loads, |load| load.claim.session.0),
            turns: each(loads, |load| load.claim.turn.0),
            epochs: each(loads, |load| load.claim.epoch),
            max_messages: MESSAGES_AT_MOST,
            max_bytes: BYTES_AT_MOST,
        }
    }
}
