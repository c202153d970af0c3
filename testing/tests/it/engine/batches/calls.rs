//! Calls of the stored functions that accept messages, load turns, append texts, complete turns, and read sessions and turns:
//! one by one, and many together.

use serde_json::{Value, json};
use sqlx::{PgConnection, Row};

/// Which functions a run calls.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Accept,
    Complete,
    /// The input of each result's turn.
    Load,
    /// A piece of text of each result's turn.
    Stream,
    /// The sessions of messages, by their callers.
    Read,
    /// Turns, by callers and by Postwright itself.
    ReadTurn,
}

/// The outcome of each item, by its place from 1.
pub type Outcomes = Vec<Value>;

const ACCEPT_ITEMS: &str = "jsonb_to_recordset($1) as x (
    place integer, organization uuid, livemode boolean, user_id uuid, login uuid, role text, not_before timestamptz,
    expires_at timestamptz, api_key uuid, scopes text, sees_all boolean, session uuid, turn uuid, message uuid, text text,
    if_busy text, operation text, key text, fingerprint text, preference text)";

const COMPLETE_ITEMS: &str = "jsonb_to_recordset($1) as x (
    place integer, organization uuid, livemode boolean, session uuid, turn uuid, epoch integer, loaded_version integer,
    loaded_complete boolean, draft text, version integer, is_complete boolean, shown_hash text, kind text,
    restored_version integer, changes text, message uuid, reply text, trace text, events text)";

/// As `domain/src/executor.rs` calls it.
const ACCEPT_ONE: &str = "
    select json_build_object('outcome', f.outcome, 'sequence', f.sequence, 'turns_ahead', f.turns_ahead,
                             'replaced', f.replaced, 'key_turn_id', f.key_turn_id)
      from begin_tenant_transaction(
               p_organization => x.organization, p_livemode => x.livemode, p_user => x.user_id, p_login => x.login,
               p_role => x.role, p_not_before => x.not_before, p_expires_at => x.expires_at, p_api_key => x.api_key,
               p_scopes => x.scopes, p_enrolling => false, p_audit_context => null) b
     cross join lateral accept_turn(
               p_now => b.now, p_organization => x.organization, p_livemode => x.livemode, p_user => x.user_id,
               p_sees_all => x.sees_all, p_api_key => x.api_key, p_session => x.session, p_turn => x.turn,
               p_message => x.message, p_text => x.text, p_retry_of => null, p_if_busy => x.if_busy::if_busy,
               p_operation => x.operation, p_key => x.key, p_fingerprint => x.fingerprint::bytea,
               p_preference => x.preference, p_queue => 'run_turns', p_task => '{}', p_max_turns => 6,
               p_max_bytes => 2000) f
     where b.credential in ('valid', 'system')";

const COMPLETE_ONE: &str = "
    select to_json(f)
      from begin_tenant_transaction(
               p_organization => x.organization, p_livemode => x.livemode, p_user => null, p_login => null, p_role => null,
               p_not_before => null, p_expires_at => null, p_api_key => null, p_scopes => null, p_enrolling => false,
               p_audit_context => null) b
     cross join lateral complete_turn(
               p_now => b.now, p_organization => x.organization, p_livemode => x.livemode, p_session => x.session,
               p_turn => x.turn, p_epoch => x.epoch, p_loaded_version => x.loaded_version,
               p_loaded_complete => x.loaded_complete, p_draft => x.draft, p_version => x.version,
               p_is_complete => x.is_complete, p_shown_hash => x.shown_hash, p_kind => x.kind,
               p_restored_version => x.restored_version, p_changes => x.changes, p_message => x.message,
               p_reply => x.reply, p_trace => x.trace, p_job_post => null, p_content => null, p_content_hash => null,
               p_events => x.events) f";

const LOAD_ONE: &str = "
    select to_json(f)
      from begin_tenant_transaction(
               p_organization => x.organization, p_livemode => x.livemode, p_user => null, p_login => null, p_role => null,
               p_not_before => null, p_expires_at => null, p_api_key => null, p_scopes => null, p_enrolling => false,
               p_audit_context => null) b
     cross join lateral load_turn(
               p_now => b.now, p_organization => x.organization, p_livemode => x.livemode, p_session => x.session,
               p_turn => x.turn, p_epoch => x.epoch, p_max_messages => 4) f";

const STREAM_ONE: &str = "
    select to_json(f)
      from begin_tenant_transaction(
               p_organization => x.organization, p_livemode => x.livemode, p_user => null, p_login => null, p_role => null,
               p_not_before => null, p_expires_at => null, p_api_key => null, p_scopes => null, p_enrolling => false,
               p_audit_context => null) b
     cross join lateral append_turn_events(
               p_now => b.now, p_organization => x.organization, p_livemode => x.livemode, p_session => x.session,
               p_turn => x.turn, p_epoch => x.epoch, p_events => x.events) f";

const READ_ONE: &str = "
    select to_json(f)
      from begin_tenant_transaction(
               p_organization => x.organization, p_livemode => x.livemode, p_user => x.user_id, p_login => x.login,
               p_role => x.role, p_not_before => x.not_before, p_expires_at => x.expires_at, p_api_key => x.api_key,
               p_scopes => x.scopes, p_enrolling => false, p_audit_context => null) b
     cross join lateral read_session(
               p_now => b.now, p_organization => x.organization, p_livemode => x.livemode, p_user => x.user_id,
               p_sees_all => x.sees_all, p_session => x.session) f
     where b.credential in ('valid', 'system')";

const READ_TURN_ONE: &str = "
    select to_json(f)
      from begin_tenant_transaction(
               p_organization => x.organization, p_livemode => x.livemode, p_user => x.user_id, p_login => x.login,
               p_role => x.role, p_not_before => x.not_before, p_expires_at => x.expires_at, p_api_key => x.api_key,
               p_scopes => x.scopes, p_enrolling => false, p_audit_context => null) b
     cross join lateral read_turn(
               p_now => b.now, p_organization => x.organization, p_livemode => x.livemode, p_user => x.user_id,
               p_sees_all => x.sees_all, p_session => x.session, p_turn => x.turn) f
     where b.credential in ('valid', 'system')";

const ACCEPT_TOGETHER: &str = "
    select f.place, json_build_object('outcome', 'accepted', 'sequence', f.sequence, 'turns_ahead', f.turns_ahead,
                                      'replaced', null, 'key_turn_id', null) as outcome
      from (select array_agg(x.organization order by place) as organizations, array_agg(x.livemode order by place) as livemodes,
                   array_agg(x.user_id order by place) as users, array_agg(x.login order by place) as logins,
                   array_agg(x.role order by place) as roles, array_agg(x.not_before order by place) as not_before,
                   array_agg(x.expires_at order by place) as expires_at, array_agg(x.api_key order by place) as api_keys,
                   array_agg(x.scopes order by place) as scopes, array_agg(x.sees_all order by place) as sees_all,
                   array_agg(x.session order by place) as sessions, array_agg(x.turn order by place) as turns,
                   array_agg(x.message order by place) as messages, array_agg(x.text order by place) as texts,
                   array_agg(x.if_busy = 'enqueue' order by place) as may_wait,
                   array_agg(x.operation order by place) as operations, array_agg(x.key order by place) as keys,
                   array_agg(coalesce(x.fingerprint, '')::bytea order by place) as fingerprints,
                   array_agg(x.preference order by place) as preferences,
                   coalesce(max(octet_length(x.text)), 0) as longest
              from ITEMS) a
     cross join lateral accept_turns(
               p_organizations => a.organizations, p_livemodes => a.livemodes, p_users => a.users, p_logins => a.logins,
               p_roles => a.roles, p_not_before => a.not_before, p_expires_at => a.expires_at, p_api_keys => a.api_keys,
               p_scopes => a.scopes, p_sees_all => a.sees_all, p_sessions => a.sessions, p_turns => a.turns,
               p_messages => a.messages, p_texts => a.texts, p_may_wait => a.may_wait, p_operations => a.operations,
               p_keys => a.keys, p_fingerprints => a.fingerprints, p_preferences => a.preferences, p_queue => 'run_turns',
               p_task => '{}', p_max_turns => 6, p_max_bytes => 2000, p_longest => a.longest) f";

const COMPLETE_TOGETHER: &str = "
    select f.place, '\"committed\"'::json as outcome
      from (select array_agg(x.organization order by place) as organizations, array_agg(x.livemode order by place) as livemodes,
                   array_agg(x.session order by place) as sessions, array_agg(x.turn order by place) as turns,
                   array_agg(x.epoch order by place) as epochs, array_agg(x.loaded_version order by place) as loaded_versions,
                   array_agg(x.loaded_complete order by place) as loaded_completes, array_agg(x.draft order by place) as drafts,
                   array_agg(x.version order by place) as versions, array_agg(x.is_complete order by place) as is_completes,
                   array_agg(x.shown_hash order by place) as shown_hashes, array_agg(x.kind order by place) as kinds,
                   array_agg(x.restored_version order by place) as restored_versions,
                   array_agg(x.changes order by place) as changes, array_agg(x.message order by place) as messages,
                   array_agg(x.reply order by place) as replies, array_agg(x.trace order by place) as traces,
                   array_agg(x.events order by place) as events
              from ITEMS) a
     cross join lateral complete_turns(
               p_organizations => a.organizations, p_livemodes => a.livemodes, p_sessions => a.sessions,
               p_turns => a.turns, p_epochs => a.epochs, p_loaded_versions => a.loaded_versions,
               p_loaded_completes => a.loaded_completes, p_drafts => a.drafts, p_versions => a.versions,
               p_is_completes => a.is_completes, p_shown_hashes => a.shown_hashes, p_kinds => a.kinds,
               p_restored_versions => a.restored_versions, p_changes => a.changes, p_messages => a.messages,
               p_replies => a.replies, p_traces => a.traces, p_events => a.events) f (place)";

const LOAD_TOGETHER: &str = "
    select f.place, (to_jsonb(f) - 'place')::json as outcome
      from (select array_agg(x.organization order by place) as organizations, array_agg(x.livemode order by place) as livemodes,
                   array_agg(x.session order by place) as sessions, array_agg(x.turn order by place) as turns,
                   array_agg(x.epoch order by place) as epochs
              from ITEMS) a
     cross join lateral load_turns(
               p_organizations => a.organizations, p_livemodes => a.livemodes, p_sessions => a.sessions,
               p_turns => a.turns, p_epochs => a.epochs, p_max_messages => 4, p_max_bytes => 1900) f";

const STREAM_TOGETHER: &str = "
    select f.place, 'true'::json as outcome
      from (select array_agg(x.organization order by place) as organizations, array_agg(x.livemode order by place) as livemodes,
                   array_agg(x.session order by place) as sessions, array_agg(x.turn order by place) as turns,
                   array_agg(x.epoch order by place) as epochs, array_agg(x.events order by place) as events
              from ITEMS) a
     cross join lateral append_turn_texts(
               p_organizations => a.organizations, p_livemodes => a.livemodes, p_sessions => a.sessions,
               p_turns => a.turns, p_epochs => a.epochs, p_events => a.events) f (place)";

const READ_TOGETHER: &str = "
    select f.place, (to_jsonb(f) - 'place')::json as outcome
      from (select array_agg(x.organization order by place) as organizations, array_agg(x.livemode order by place) as livemodes,
                   array_agg(x.user_id order by place) as users, array_agg(x.login order by place) as logins,
                   array_agg(x.role order by place) as roles, array_agg(x.not_before order by place) as not_before,
                   array_agg(x.expires_at order by place) as expires_at, array_agg(x.api_key order by place) as api_keys,
                   array_agg(x.scopes order by place) as scopes, array_agg(x.sees_all order by place) as sees_all,
                   array_agg(x.session order by place) as sessions
              from ITEMS) a
     cross join lateral read_sessions(
               p_organizations => a.organizations, p_livemodes => a.livemodes, p_users => a.users, p_logins => a.logins,
               p_roles => a.roles, p_not_before => a.not_before, p_expires_at => a.expires_at, p_api_keys => a.api_keys,
               p_scopes => a.scopes, p_sees_all => a.sees_all, p_sessions => a.sessions) f";

const READ_TURN_TOGETHER: &str = "
    select f.place, (to_jsonb(f) - 'place')::json as outcome
      from (select array_agg(x.organization order by place) as organizations, array_agg(x.livemode order by place) as livemodes,
                   array_agg(x.user_id order by place) as users, array_agg(x.login order by place) as logins,
                   array_agg(x.role order by place) as roles, array_agg(x.not_before order by place) as not_before,
                   array_agg(x.expires_at order by place) as expires_at, array_agg(x.api_key order by place) as api_keys,
                   array_agg(x.scopes order by place) as scopes, array_agg(x.sees_all order by place) as sees_all,
                   array_agg(x.session order by place) as sessions, array_agg(x.turn order by place) as turns
              from ITEMS) a
     cross join lateral read_turns(
               p_organizations => a.organizations, p_livemodes => a.livemodes, p_users => a.users, p_logins => a.logins,
               p_roles => a.roles, p_not_before => a.not_before, p_expires_at => a.expires_at, p_api_keys => a.api_keys,
               p_scopes => a.scopes, p_sees_all => a.sees_all, p_sessions => a.sessions, p_turns => a.turns) f";

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::Accept, Self::Complete, Self::Load, Self::Stream, Self::Read, Self::ReadTurn];

    /// Runs the items in their order, each by itself.
    pub async fn one_by_one(self, connection: &mut PgConnection, items: &[Value]) -> Outcomes {
        let mut outcomes = Vec::new();
        for item in items {
            outcomes.push(self.one(connection, item).await);
        }
        outcomes
    }

    /// Runs the items in one call, and those that it leaves out by themselves after it. Returns the outcomes, and the order in
    /// which the items ran: first those of the call, whose number comes third.
    pub async fn together(
        self,
        connection: &mut PgConnection,
        items: &[Value],
    ) -> (Outcomes, Vec<Value>, usize) {
        let (query, of) = match self {
            Self::Accept => (ACCEPT_TOGETHER, ACCEPT_ITEMS),
            Self::Complete => (COMPLETE_TOGETHER, COMPLETE_ITEMS),
            Self::Load => (LOAD_TOGETHER, COMPLETE_ITEMS),
            Self::Stream => (STREAM_TOGETHER, COMPLETE_ITEMS),
            Self::Read => (READ_TOGETHER, ACCEPT_ITEMS),
            Self::ReadTurn => (READ_TURN_TOGETHER, ACCEPT_ITEMS),
        };
        let query = sqlx::AssertSqlSafe(query.replace("ITEMS", of));
        let placed: Vec<Value> =
            items.iter().zip(1..).map(|(item, place)| with(item, "place", json!(place))).collect();
        let rows = sqlx::query(query).bind(Value::from(placed)).fetch_all(&mut *connection).await.unwrap();
        let mut done: Vec<(i32, Value)> =
            rows.iter().map(|row| (row.get("place"), row.get("outcome"))).collect();
        done.sort_by_key(|(place, _)| *place);
        let (places, mut outcomes): (Vec<i32>, Outcomes) = done.into_iter().unzip();
        let (mut ordered, mut left_out) = (Vec::new(), Vec::new());
        for (item, place) in items.iter().zip(1..) {
            let is_done = places.contains(&place);
            if is_done { ordered.push(item.clone()) } else { left_out.push(item.clone()) }
        }
        assert_eq!(ordered.len(), places.len(), "each place once");
        outcomes.extend(self.one_by_one(connection, &left_out).await);
        ordered.extend(left_out);
        (outcomes, ordered, places.len())
    }

    async fn one(self, connection: &mut PgConnection, item: &Value) -> Value {
        let (query, of) = match self {
            Self::Accept => (ACCEPT_ONE, ACCEPT_ITEMS),
            Self::Complete => (COMPLETE_ONE, COMPLETE_ITEMS),
            Self::Load => (LOAD_ONE, COMPLETE_ITEMS),
            Self::Stream => (STREAM_ONE, COMPLETE_ITEMS),
            Self::Read => (READ_ONE, ACCEPT_ITEMS),
            Self::ReadTurn => (READ_TURN_ONE, ACCEPT_ITEMS),
        };
        let query = format!("select f.* from {of} cross join lateral ({query}) f (outcome)");
        let items = Value::from(vec![item.clone()]);
        let outcome = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(items).fetch_optional(connection);
        outcome.await.unwrap().unwrap_or(Value::Null)
    }
}

pub fn with(item: &Value, name: &str, value: Value) -> Value {
    let mut item = item.clone();
    item[name] = value;
    item
}
