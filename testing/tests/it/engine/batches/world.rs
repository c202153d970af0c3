//! Two organizations with people, API keys and sessions in both modes; and what may happen to them before a batch.

use serde_json::{Value, json};
use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row};
use tests::{App, every_scope};
use uuid::Uuid;

use super::calls::{Kind, with};
use super::random::Random;

pub struct World {
    /// Arguments of begin_tenant_transaction, as members of an item.
    callers: Vec<Value>,
    sessions: Vec<Session>,
}

#[derive(Clone, Debug)]
struct Session {
    organization: Uuid,
    livemode: bool,
    id: Uuid,
}

/// Changes that the product makes, as statements about the session `$1`.
const CHANGES: [&str; 8] = [
    "update session set expires_at = app_clock() - interval '1 hour' where id = $1",
    "delete from session where id = $1",
    "update session set version = version + 1 where id = $1",
    "update session set is_complete = not is_complete where id = $1",
    "update turn set epoch = epoch + 1 where session_id = $1 and status = 'running'",
    "update turn set status = 'cancelled', epoch = epoch + 1, is_head = false, lease_until = null, finished_at = app_clock_now()
      where session_id = $1 and status in ('queued', 'running')",
    // Quotas: near the 2,000 bytes of calls.rs, and a limit of the organization's own.
    "update session set stored_bytes = 1990 where id = $1",
    "update organization set quotas = '{\"session_turns\": 1}' where id = (select organization_id from session where id = $1)",
];

/// What may happen to callers.
const REVOCATIONS: [&str; 7] = [
    "update login set revoked_at = now() where user_id = (select id from user_account where email = 'bob@example.com')",
    "update login set enrolment_required = true",
    "update membership set role = 'viewer' where user_id = (select id from user_account where email = 'bob@example.com')",
    "update api_key set revoked_at = now(), revoke_reason = 'revoked' where livemode",
    "update api_key set scopes = '{sessions:read}' where not livemode",
    "update api_key set expires_at = now() - interval '1 second'",
    "update organization set suspended_at = now() where name = 'eve trading'",
];

impl World {
    /// Needs an application without a worker.
    pub async fn create(app: &App) -> Self {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        let body =
            json!({ "url": "https://127.0.0.1:1/", "event_types": ["turn.completed", "session.completed"] });
        assert_eq!(ada.post("/v1/webhook-endpoints", body).await.status, 201);
        let scopes = every_scope();
        let keys = [
            app.live_key(&ada, &scopes).await,
            app.test_key(&ada, &scopes).await,
            app.live_key(&eve, &scopes).await,
            app.test_key(&eve, &scopes).await,
        ];
        for _ in 0..4 {
            ada.begin().await;
            bob.begin().await;
            eve.begin().await;
            for key in &keys {
                key.begin().await;
            }
        }
        Self { callers: callers(app).await, sessions: sessions(app).await }
    }

    /// Puts the sessions into a random state, with turns in each of theirs.
    pub async fn shake(&self, connection: &mut PgConnection, random: &mut Random) {
        for _ in 0..random.below(3) {
            let accepted: Vec<Value> = random
                .some(&self.sessions, self.sessions.len())
                .iter()
                .map(|session| self.message(session, random))
                .collect();
            Kind::Accept.one_by_one(connection, &accepted).await;
        }
        // All is one transaction, and a claim takes what was accepted before its transaction began.
        let due = "update turn set run_after = run_after - interval '10 seconds' where status = 'queued'";
        sqlx::query(due).execute(&mut *connection).await.unwrap();
        let claim = "select turn_id from cross_tenant.claim_turns('test', $1, interval '30 seconds', 100, null, 3, 3)";
        sqlx::query(claim).bind(i32::try_from(random.below(40)).unwrap()).execute(connection).await.unwrap();
    }

    /// Changes that come between the preparation of the items and their batch.
    pub async fn disturb(&self, connection: &mut PgConnection, random: &mut Random) {
        for session in random.some(&self.sessions, 8) {
            let change = *random.one_of(&CHANGES);
            sqlx::query(change).bind(session.id).execute(&mut *connection).await.unwrap();
        }
        if random.one_in(2) {
            let revocation = *random.one_of(&REVOCATIONS);
            sqlx::query(revocation).execute(connection).await.unwrap();
        }
    }

    /// Messages to different sessions, sorted as a batch is.
    pub fn messages(&self, random: &mut Random) -> Vec<Value> {
        let chosen = random.some(&self.sessions, self.sessions.len());
        let items: Vec<Value> = chosen.iter().map(|session| self.message(session, random)).collect();
        sorted(items)
    }

    /// Reads of the turns that there are, by callers of their tenants, sometimes of another, or by Postwright itself; sorted as a
    /// batch is.
    pub async fn reads_of_turns(&self, connection: &mut PgConnection, random: &mut Random) -> Vec<Value> {
        let turns = "select organization_id, livemode, session_id, id from turn order by 1, 2, 3, 4";
        let rows = sqlx::query(turns).fetch_all(connection).await.unwrap();
        let mut items = Vec::new();
        for row in &rows {
            let session = Session { organization: row.get(0), livemode: row.get(1), id: row.get(2) };
            let read = self.message(&session, random);
            let read = if random.one_in(3) { as_system(&read) } else { read };
            let turn: Uuid = if random.one_in(8) { Uuid::now_v7() } else { row.get(3) };
            items.push(with(&read, "turn", json!(turn)));
        }
        sorted(items)
    }

    /// A message by a caller of the session's tenant, or sometimes by another.
    fn message(&self, session: &Session, random: &mut Random) -> Value {
        let same = |caller: &&Value| {
            caller["organization"] == json!(session.organization) && caller["livemode"] == session.livemode
        };
        let of_tenant: Vec<&Value> = self.callers.iter().filter(same).collect();
        let caller =
            if random.one_in(12) { random.one_of(&self.callers) } else { *random.one_of(&of_tenant) };
        let (mut item, key) = (caller.clone(), random.one_in(2).then(|| format!("key {}", random.below(6))));
        // Which of two messages with one key comes first is not said, so none of them replaces turns.
        let if_busy =
            if key.is_some() { &["enqueue", "reject"][..] } else { &["enqueue", "reject", "replace"] };
        let more = json!({
            "session": session.id, "turn": Uuid::now_v7(), "message": Uuid::now_v7(),
            "text": *random.one_of(&["We need a baker.", "in Köln 🥐", "\\ \" '"]),
            "if_busy": *random.one_of(if_busy), "operation": key.as_ref().map(|_| "start_turn"),
            "fingerprint": key.as_ref().map(|_| *random.one_of(&["\\x01", "\\x02"])),
            "preference": key.as_ref().and_then(|_| random.one_in(2).then_some("wait=30")), "key": key,
        });
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        item
    }

    /// Results of the turns that run, sorted as a batch is.
    pub async fn results(&self, connection: &mut PgConnection, random: &mut Random) -> Vec<Value> {
        let running =
            "select t.organization_id, t.livemode, t.session_id, t.id, t.epoch, s.version, s.is_complete
              from turn t join session s on s.organization_id = t.organization_id and s.id = t.session_id
             where t.status = 'running' order by 1, 2, 3";
        let rows = sqlx::query(running).fetch_all(connection).await.unwrap();
        let mut items = Vec::new();
        for row in &rows {
            if !random.one_in(8) {
                items.push(result(row, random));
            }
        }
        items
    }
}

fn sorted(mut items: Vec<Value>) -> Vec<Value> {
    items.sort_by_key(|item| {
        (item["organization"].to_string(), item["livemode"].as_bool(), item["session"].to_string())
    });
    items
}

/// Without a credential, as what completes a request that waits.
fn as_system(item: &Value) -> Value {
    let credential = ["user_id", "login", "role", "not_before", "expires_at", "api_key", "scopes"];
    let item = credential.iter().fold(item.clone(), |item, name| with(&item, name, Value::Null));
    with(&item, "sees_all", json!(true))
}

/// A result of a running turn, sometimes of an old claim or for an old state of the session.
fn result(row: &PgRow, random: &mut Random) -> Value {
    let (version, changes): (i32, bool) = (row.get("version"), !random.one_in(3));
    let undo = changes && version > 0 && random.one_in(4);
    let turn: Uuid = row.get("id");
    let events: Vec<Value> = ["text.delta", "message.completed", "job_data.changed", "turn.succeeded"]
        .into_iter()
        .filter(|_| !random.one_in(4))
        .map(|kind| json!({ "turn": turn, "type": kind, "data": { "b": 1, "a": "Köln" } }))
        .collect();
    json!({
        "organization": row.get::<Uuid, _>("organization_id"), "livemode": row.get::<bool, _>("livemode"),
        "session": row.get::<Uuid, _>("session_id"), "turn": turn,
        "epoch": row.get::<i32, _>("epoch") - i32::from(random.one_in(10)),
        "loaded_version": version - i32::from(random.one_in(10)),
        "loaded_complete": row.get::<bool, _>("is_complete") != random.one_in(10),
        "draft": format!("{{\"title\": \"baker {}\"}}", random.below(5)), "version": version + i32::from(changes),
        "is_complete": random.one_in(4), "shown_hash": random.one_in(2).then_some("hash"),
        "kind": if undo { "undo" } else { "turn" }, "restored_version": undo.then_some(version - 1),
        "changes": changes.then_some("[{\"field\": \"title\"}]"), "message": Uuid::now_v7(),
        "reply": "Noted.", "trace": "{\"llm\": null}", "events": Value::from(events).to_string(),
    })
}

async fn callers(app: &App) -> Vec<Value> {
    let people = "select l.organization_id, l.id as login, l.user_id, m.role from login l
          join membership m on m.organization_id = l.organization_id and m.user_id = l.user_id";
    let mut callers = Vec::new();
    for row in sqlx::query(people).fetch_all(app.superuser()).await.unwrap() {
        let role: String = row.get("role");
        for (not_before, expires_at) in [("2020-01-01Z", "2100-01-01Z"), ("2020-01-01Z", "2021-01-01Z")] {
            callers.push(json!({
                "organization": row.get::<Uuid, _>("organization_id"), "livemode": true,
                "user_id": row.get::<Uuid, _>("user_id"), "login": row.get::<Uuid, _>("login"), "role": role,
                "not_before": not_before, "expires_at": expires_at, "sees_all": role != "member",
            }));
        }
    }
    let keys = "select k.organization_id, k.id, k.livemode, m.user_id, m.role
          from api_key k join membership m on m.organization_id = k.organization_id";
    for row in sqlx::query(keys).fetch_all(app.superuser()).await.unwrap() {
        let role: String = row.get("role");
        let key = json!({
            "organization": row.get::<Uuid, _>("organization_id"), "livemode": row.get::<bool, _>("livemode"),
            "api_key": row.get::<Uuid, _>("id"), "scopes": "sessions:read sessions:write", "sees_all": true,
        });
        // For the member of this row, and for the organization.
        let user = with(&with(&key, "user_id", json!(row.get::<Uuid, _>("user_id"))), "role", json!(role));
        callers.extend([with(&user, "sees_all", json!(role != "member")), key]);
    }
    callers
}

async fn sessions(app: &App) -> Vec<Session> {
    let all = "select organization_id, livemode, id from session order by id";
    let rows = sqlx::query(all).fetch_all(app.superuser()).await.unwrap();
    rows.iter()
        .map(|row| Session { organization: row.get(0), livemode: row.get(1), id: row.get(2) })
        .collect()
}
