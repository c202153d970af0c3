//! Reads of turns that are answered together. Turns that are committed together end the waits of many requests at the same moment.

use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Turn;
use super::read::ReadTurn;
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::{Batchable, Callers, Outcomes, SessionKey, each, outcomes};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;

stored_function! {
    pub(crate) struct ReadTurns = Plain volatile "read_turns" {
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
    } -> PlacedTurn
}

returned_row! {
    pub(crate) struct PlacedTurn {
        /// Of the read in the arrays, from 1.
        place: i32,
    }
    nested {
        turn: Turn = "",
    }
}

/// A read of a turn.
pub(crate) struct TurnReading {
    pub tenant: Tenant,
    pub call: ReadTurn,
}

impl TurnReading {
    /// Whether it may be answered together with others: `read_turns` does not know callers who have to add a second factor.
    pub fn is_common(&self) -> bool {
        !self.tenant.is_enrolling
    }
}

impl Batchable for TurnReading {
    const MAY_REPEAT: bool = true;
    const MAX_GAP: Duration = Duration::from_millis(2);

    type Outcome = Option<Turn>;
    type Context = Db;

    fn session(&self) -> SessionKey {
        let Tenant { organization, livemode, .. } = self.tenant;
        SessionKey { organization, livemode, session: self.call.session }
    }

    fn bytes(&self) -> usize {
        0
    }

    async fn run(self, db: &Db) -> Result<Option<Turn>> {
        Ok(db.autocommit(self.tenant).call(self.call).await?.pop())
    }

    async fn run_together(readings: &[Self], db: &Db) -> Outcomes<Self> {
        let found = db.call_autocommitted(ReadTurns::of(readings)).await?;
        let placed = found.into_iter().map(|PlacedTurn { place, turn }| (place, turn));
        Ok(outcomes(readings, placed, |_, turn| Some(turn)))
    }

    /// A read may be repeated.
    async fn run_again(self, db: &Db) -> Result<Option<Turn>> {
        self.run(db).await
    }
}

impl ReadTurns {
    fn of(readings: &[TurnReading]) -> Self {
        let callers: Callers = readings.iter().map(|reading| &reading.tenant).collect();
        Self {
            organizations: callers.organizations,
            livemodes: callers.livemodes,
            users: callers.users,
            logins: callers.logins,
            roles: callers.roles,
            not_before: callers.not_before,
            expires_at: callers.expires_at,
            api_keys: callers.api_keys,
            scopes: callers.scopes,
            sees_all: each(readings, |reading| reading.call.sees_all),
            sessions: each(readings, |reading| reading.call.session.0),
            turns: each(readings, |reading| reading.call.turn.0),
        }
    }
}
