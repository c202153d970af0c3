//! Reads of sessions that are answered together.

use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::session::Model;
use uuid::Uuid;

use super::read::{ReadSession, SessionRow};
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::{Batchable, Callers, Outcomes, SessionKey, each, outcomes};
use crate::organizations::RulesRow;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;

stored_function! {
    pub(crate) struct ReadSessions = Plain volatile "read_sessions" {
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
    } -> PlacedSession
}

returned_row! {
    pub(crate) struct PlacedSession {
        /// Of the read in the arrays, from 1.
        place: i32,
    }
    nested {
        session: Model = "",
        rules: RulesRow = "",
    }
}

/// A read of a session.
pub(crate) struct Reading {
    pub tenant: Tenant,
    pub call: ReadSession,
}

impl Reading {
    /// Whether it may be answered together with others: `read_sessions` knows callers whose credentials give them all their
    /// rights.
    pub fn is_common(&self) -> bool {
        !self.tenant.is_system && !self.tenant.is_enrolling
    }
}

impl Batchable for Reading {
    const MAY_REPEAT: bool = true;
    const MAX_GAP: Duration = Duration::from_millis(2);

    type Outcome = Option<SessionRow>;
    type Context = Db;

    fn session(&self) -> SessionKey {
        let Tenant { organization, livemode, .. } = self.tenant;
        SessionKey { organization, livemode, session: self.call.session }
    }

    fn bytes(&self) -> usize {
        0
    }

    async fn run(self, db: &Db) -> Result<Option<SessionRow>> {
        Ok(db.autocommit(self.tenant).call(self.call).await?.pop())
    }

    async fn run_together(readings: &[Self], db: &Db) -> Outcomes<Self> {
        let found = db.call_autocommitted(ReadSessions::of(readings)).await?;
        let placed = found
            .into_iter()
            .map(|PlacedSession { place, session, rules }| (place, SessionRow { session, rules }));
        Ok(outcomes(readings, placed, |_, row| Some(row)))
    }

    /// A read may be repeated.
    async fn run_again(self, db: &Db) -> Result<Option<SessionRow>> {
        self.run(db).await
    }
}

impl ReadSessions {
    fn of(readings: &[Reading]) -> Self {
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
        }
    }
}
