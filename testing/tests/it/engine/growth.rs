//! Lists, expiries, sweeps and deliveries among a hundred thousand rows of each kind: they read about as many rows as they
//! return. The plans are those for any values, as the application's are.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row as _};
use tests::{App, Client, Person, with_app_of};

use super::plans::statistics;
use super::without_worker;

/// The rows read, by table.
type Reads = BTreeMap<String, i64>;

/// What may be read for some hundred rows.
const MOST: i64 = 5_000;

macro_rules! reads {
    ($view:literal) => {
        concat!(
            "select regexp_replace(relname::text, '_p[0-9]+$', ''), sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint
               from ",
            $view,
            " where schemaname = 'public' group by 1"
        )
    };
}
/// Of the partition twin, the sums over the partitions.
const REPORTED: &str = reads!("pg_stat_user_tables");
const OF_TRANSACTION: &str = reads!("pg_stat_xact_user_tables");

/// Copies of a session, each ten seconds older than the one before: ten that have just expired, ten that expire soon, then active
/// ones, the oldest of which is complete, then expired ones, and the last thousand not retained any more.
const SESSIONS: &str = "
    insert into session
        (organization_id, id, livemode, user_id, company_name, draft, is_complete, expiry_noticed, created_at, expires_at)
    select s.organization_id,
           overlay(replace(gen_random_uuid()::text, '-', '')
                   placing lpad(to_hex((extract(epoch from now()) * 1000)::bigint - 10000 * n), 12, '0') from 1 for 12)::uuid,
           true, s.user_id, s.company_name, s.draft, n = 80000, n > 80000, now() - make_interval(secs => 10 * n),
           now() + case when n <= 10 then interval '-1 minute' when n <= 20 then interval '30 minutes'
                        when n <= 80000 then interval '20 days' when n <= 99000 then interval '-1 hour'
                        else interval '-400 days' end
      from (select * from session limit 1) s, generate_series(1, 100000) n";

/// When the session in the middle was created.
const MIDDLE: &str = "select to_char((now() - interval '500000 seconds') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

fn by_table(rows: &[PgRow]) -> Reads {
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

fn between(before: &Reads, after: &Reads) -> Reads {
    let since = |(table, rows): (&String, &i64)| (table.clone(), rows - before.get(table).unwrap_or(&0));
    after.iter().map(since).collect()
}

/// What the application reads for this work.
async fn read_for(app: &App, ada: &Person, work: impl AsyncFnOnce()) -> Reads {
    let before = by_table(&statistics(app, ada, REPORTED).await);
    work().await;
    between(&before, &by_table(&statistics(app, ada, REPORTED).await))
}

/// The number that a statement returns, and what it reads; it is rolled back.
async fn read_by(app: &App, statement: &'static str) -> (i64, Reads) {
    let mut tx = app.superuser().begin().await.unwrap();
    sqlx::query("set local plan_cache_mode = force_generic_plan").execute(&mut *tx).await.unwrap();
    let before = of_transaction(&mut tx).await;
    let number = sqlx::query_scalar(statement).fetch_one(&mut *tx).await.unwrap();
    let read = between(&before, &of_transaction(&mut tx).await);
    tx.rollback().await.unwrap();
    (number, read)
}

async fn of_transaction(connection: &mut PgConnection) -> Reads {
    by_table(&sqlx::query(OF_TRANSACTION).fetch_all(connection).await.unwrap())
}

/// Lists with these parameters; none of them is empty.
async fn list(client: &Client, path: &str, parameters: &str) {
    let page = client.get(&format!("{path}?limit=100{parameters}")).await;
    let is_empty = page.at("/items").as_array().is_none_or(Vec::is_empty);
    assert!(page.status == 200 && !is_empty, "{path} {parameters}: {page:?}");
}

async fn endpoint(ada: &Person) -> String {
    let event_types = ["session.expiring", "turn.completed"];
    let body = json!({ "url": "https://127.0.0.1:1/", "event_types": event_types });
    ada.post("/v1/webhook-endpoints", body).await.text_at("/id")
}

#[tokio::test]
async fn lists_expiries_and_sweeps_read_few_of_a_hundred_thousand_sessions() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        ada.begin().await;
        app.superuser_runs(SESSIONS).await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let key = app.test_key(&ada, &["sessions:read", "sessions:write"]).await;
        bob.begin().await;
        key.begin().await;
        endpoint(&ada).await;
        app.superuser_runs("update webhook_endpoint set created_at = now() - interval '1 day'").await;
        app.superuser_runs("analyze").await;
        let middle: String = sqlx::query_scalar(MIDDLE).fetch_one(app.superuser()).await.unwrap();

        let before = format!("&created_before={middle}");
        // One person has nearly all sessions, and the other one has one.
        let [of_ada, of_bob] = [&ada, &bob].map(|person| format!("&user_id={}", person.user_id));
        let [expired_of_ada, earlier_of_ada] =
            ["&expired=true", &*before].map(|more| format!("{of_ada}{more}"));
        let lists: [(&Client, &str); 9] = [
            (&ada, ""),
            (&ada, "&expired=true"),
            (&ada, &before),
            (&key, ""),
            (&ada, &of_ada),
            (&ada, &expired_of_ada),
            (&ada, &earlier_of_ada),
            (&ada, &of_bob),
            (&bob, ""),
        ];
        for (client, parameters) in lists {
            let listed = read_for(app, &ada, async || list(client, "/v1/sessions", parameters).await).await;
            assert!(listed["session"] < MOST, "{parameters}: {listed:?}");
        }
        let none_expired = read_for(app, &ada, async || {
            let page = bob.get("/v1/sessions?expired=true").await;
            assert_eq!((page.status, page.at("/items")), (200, json!([])));
        })
        .await;
        assert!(none_expired["session"] < MOST, "{none_expired:?}");
        // A page of a search looks at 20,000 sessions, once to find the last of them.
        let searched = read_for(app, &ada, async || {
            assert_eq!(ada.get("/v1/sessions?status=complete").await.status, 200);
        })
        .await;
        assert!(searched["session"] < 40_000 + MOST, "{searched:?}");

        let (noted, read) =
            read_by(app, "select cross_tenant.note_expiries(interval '1 hour', 500)::bigint").await;
        assert_eq!(noted, 20);
        assert!(read["session"] < MOST, "{read:?}");
        let (swept, read) = read_by(app, "select cross_tenant.sweep_sessions(500)::bigint").await;
        assert_eq!(swept, 500);
        assert!(read["session"] < MOST, "{read:?}");
    })
    .await;
}

/// Events, each a second older than the one before; the last six hundred are not retained any more.
const EVENTS: &str = "
    insert into webhook_event (organization_id, id, livemode, type, data, occurred_at)
    select o.id, gen_random_uuid(), true, 'turn.completed', '{}',
           now() - make_interval(secs => n, days => case when n > 99400 then 40 else 0 end)
      from organization o, generate_series(1, 100000) n";

/// Each second event is delivered to the endpoint `1`, and the others will be; fifty are due now, and ten went to the other one.
const DELIVERIES: &str = "
    insert into delivery
        (organization_id, id, livemode, kind, target_id, subject_id, status, next_attempt_at, created_at, finished_at)
    select v.organization_id, gen_random_uuid(), true, 'webhook', case when v.n <= 10 then e.small else e.large end, v.id,
           case when v.is_done then 'delivered' else 'pending' end,
           now() + case when v.n between 100 and 199 then interval '-1 minute' else interval '1 day' end,
           v.occurred_at, case when v.is_done then v.occurred_at end
      from (select v.*, row_number() over (order by occurred_at desc) as n,
                   row_number() over (order by occurred_at desc) % 2 = 0
                   or v.occurred_at < now() - interval '30 days' as is_done
              from webhook_event v) v,
           (select min(id::text)::uuid as small, max(id::text)::uuid as large from webhook_endpoint) e";

/// Pieces of replies; the last six hundred are not retained any more.
const TEXTS: &str = "
    insert into event (organization_id, session_id, sequence, livemode, type, data, created_at)
    select s.organization_id, s.id, 1000 + n, true, 'text.delta', '{}',
           now() - case when n > 99400 then interval '2 hours' else interval '0' end
      from (select * from session limit 1) s, generate_series(1, 100000) n";

#[tokio::test]
async fn claims_lists_and_sweeps_read_few_of_a_hundred_thousand_deliveries() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        ada.begin().await;
        let mut endpoints = [endpoint(&ada).await, endpoint(&ada).await];
        endpoints.sort();
        // Without the verifications of both.
        for rows in ["delete from delivery", "delete from webhook_event", EVENTS, DELIVERIES, TEXTS] {
            app.superuser_runs(rows).await;
        }
        app.superuser_runs("analyze").await;

        let listed = read_for(app, &ada, async || {
            for endpoint in &endpoints {
                list(&ada, &format!("/v1/webhook-endpoints/{endpoint}/deliveries"), "").await;
            }
        })
        .await;
        assert!(listed["delivery"] < MOST && listed["webhook_event"] < MOST, "{listed:?}");

        let claim =
            "select count(*) from cross_tenant.claim_deliveries(100, interval '30 seconds', 20, '{}'::interval[])";
        let (claimed, read) = read_by(app, claim).await;
        assert_eq!(claimed, 20);
        assert!(read["delivery"] < MOST, "{read:?}");
        let (swept, read) = read_by(app, "select cross_tenant.sweep_deliveries(interval '30 days', interval '7 days', 500)::bigint").await;
        assert_eq!(swept, 500);
        assert!(read["delivery"] < MOST && read["webhook_event"] < MOST, "{read:?}");
        let sweep_traces =
            "select cross_tenant.sweep_traces(interval '1 day', interval '1 hour', interval '7 days', 500)::bigint";
        let (swept, read) = read_by(app, sweep_traces).await;
        assert_eq!(swept, 500);
        assert!(read["event"] < MOST, "{read:?}");
    })
    .await;
}
