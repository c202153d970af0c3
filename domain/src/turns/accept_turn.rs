//! The stored functions that accept messages, `accept_turn` and `accept_turns`: their declarations, and what fills their arguments.

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, MessageId, SessionId, TurnId, UserId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use uuid::Uuid;

use super::{Acceptance, Input, NewTurn, OnBusy};
use crate::error::Result;
use crate::executor::Executor;
use crate::group_commit::{Batchable as _, Callers, each};
use crate::idempotency::KeyRow;
use crate::queue;
use crate::quotas::{ExceededRow, QuotaName};
use crate::stored_function::{returned_row, sql_enum, stored_function};
use crate::tasks::Task;

stored_function! {
    #[derive(Clone)]
    pub(crate) struct AcceptTurn = Tenant volatile "accept_turn" {
        user: Option<UserId>,
        sees_all: bool,
        api_key: Option<ApiKeyId>,
        session: SessionId,
        turn: TurnId,
        message: MessageId,
        text: Option<String>,
        retry_of: Option<TurnId>,
        if_busy: OnBusy,
        operation: Option<&'static str>,
        key: Option<String>,
        fingerprint: Option<Vec<u8>>,
        preference: Option<String>,
        queue: &'static str,
        task: String,
        max_turns: i32,
        max_bytes: i32,
    } -> AcceptedTurn
}

impl AcceptTurn {
    pub fn of(executor: &Executor<'_>, new: &NewTurn<'_>) -> Result<Self> {
        let (text, if_busy, retry_of) = match new.input {
            Input::Message { text, on_busy } => (Some(text.to_owned()), on_busy, None),
            Input::RetryOf(turn) => (None, OnBusy::Enqueue, Some(turn)),
        };
        let (user, sees_all) = executor.viewer();
        let limits = executor.db().quotas().limits;
        Ok(Self {
            user,
            sees_all,
            api_key: executor.api_key_id(),
            session: new.session,
            turn: new.id,
            message: MessageId::new(),
            text,
            retry_of,
            if_busy,
            operation: new.key.map(|key| key.operation),
            key: new.key.map(|key| key.key.clone()),
            fingerprint: new.key.map(|key| key.fingerprint.clone()),
            preference: new.key.and_then(|key| key.preference.clone()),
            queue: Task::RunTurns.queue(),
            task: queue::payload(Task::RunTurns)?,
            max_turns: limits.integer(QuotaName::SessionTurns),
            max_bytes: limits.integer(QuotaName::SessionBytes),
        })
    }
}

returned_row! {
    pub(crate) struct AcceptedTurn {
        outcome: AcceptOutcome,
        accepted_at: Option<DateTime<Utc>>,
        sequence: Option<i32>,
        turns_ahead: Option<i64>,
        replaced: Option<Vec<Uuid>>,
        message_text: Option<String>,
        retried_as: Option<TurnId>,
    }
    nested {
        /// Of the idempotency key, if an earlier request used it.
        key: Option<KeyRow> = "key_",
        /// The quota that is used up, if one is.
        exceeded: Option<ExceededRow> = "quota_",
    }
}

/// How an attempt to accept a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub(crate) enum AcceptOutcome {
    #[sea_orm(string_value = "accepted")]
    Accepted,
    /// An earlier request with the same idempotency key did the work.
    #[sea_orm(string_value = "repeated")]
    Repeated,
    #[sea_orm(string_value = "session_not_found")]
    SessionNotFound,
    #[sea_orm(string_value = "session_expired")]
    SessionExpired,
    #[sea_orm(string_value = "turn_not_found")]
    TurnNotFound,
    #[sea_orm(string_value = "turn_not_failed")]
    TurnNotFailed,
    #[sea_orm(string_value = "turn_retried")]
    TurnRetried,
    #[sea_orm(string_value = "busy")]
    Busy,
    #[sea_orm(string_value = "quota_exceeded")]
    QuotaExceeded,
}
sql_enum! { AcceptOutcome = "accept_outcome" }

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

impl AcceptTurns {
    pub fn of(writes: &[Acceptance]) -> Result<Self> {
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
