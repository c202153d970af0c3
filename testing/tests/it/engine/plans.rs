//! Statements of a turn find their rows by keys, however many other turns run. The statistics are of a table without running
//! turns, as they usually are: the planner then takes an index of running turns for one without rows.

use std::collections::BTreeMap;

use domain::turns::{self, Claim, Fairness, Finish, LlmCall};
use futures_util::future::join_all;
use serde_json::json;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use tests::{App, Person, wait_until, with_app_of};

use super::{LEASE, accept, claim, complete, without_worker};

/// For each index: how often it was scanned, and how many of its entries were read.
type Scans = BTreeMap<String, (i64, i64)>;

const RUNNING: i64 = 1_000;
/// Rows that one scan of an index may read on average.
const MOST_ROWS: i64 = 5;
macro_rules! copies {
    ($changes:literal) => {
        concat!(
            "with copies as (
                 insert into session
                 select (jsonb_populate_record(null::session, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid()))).*
                   from (select * from session limit 1) s, generate_series(1, 1000)
                 returning organization_id, id)
             insert into turn
             select (jsonb_populate_record(null::turn, to_jsonb(t) || jsonb_build_object(
                        'id', gen_random_uuid(), 'session_id', c.id, ",
            $changes,
            "))).*
               from copies c, (select * from turn where status = 'running' limit 1) t"
        )
    };
}
/// Copies a session and its running turn: as ones that another worker runs, and as ones that wait.
const RUN_MORE: &str = copies!("'lease_until', now() + interval '1 hour', 'worker', 'other'");
const QUEUE_MORE: &str = copies!("'status', 'queued', 'lease_until', null");

#[tokio::test]
async fn a_turn_reads_few_rows_beside_a_thousand_running_ones() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        app.superuser_runs("analyze").await;
        let sessions = join_all((0..10).map(|_| ada.begin())).await;
        for session in &sessions {
            accept(&ada, session, "baker").await;
        }
        let claims = claim(app).await;
        assert_eq!(claims.len(), 10);
        app.superuser_runs(RUN_MORE).await;
        assert_eq!(app.count("select count(*) from turn where worker = 'other'").await, RUNNING);

        let before = scans(app, &ada).await;
        end_each_way(app, &claims).await;
        use_the_api(&ada, &sessions).await;
        let after = scans(app, &ada).await;

        let too_many: Vec<String> = reads_between(&before, &after)
            .filter(|(_, scans, rows)| *rows > MOST_ROWS * scans)
            .map(|(index, scans, rows)| format!("{index}: {rows} rows in {scans} scans"))
            .collect();
        assert!(too_many.is_empty(), "{too_many:?}");
        app.superuser_runs("delete from turn").await;
    })
    .await;
}

/// What a worker does with its turns, alone and in batches.
async fn end_each_way(app: &App, claims: &[Claim]) {
    wait_until("the database is back", async || turns::load(&app.db, &claims[0]).await.is_ok()).await;
    let (failed, given_back, committed) = (&claims[0], &claims[1], &claims[2..]);
    assert_eq!(turns::renew(&app.db, claims, LEASE).await.unwrap().len(), 10);
    assert_eq!(turns::reconcile(&app.db).await.unwrap(), 0);
    assert_eq!(turns::count_llm_call(&app.db, failed).await.unwrap(), LlmCall::Granted(2));
    assert!(turns::stream(&app.db, failed, "Not").await.unwrap());
    assert!(turns::reset(&app.db, failed).await.unwrap());
    assert_eq!(turns::fail(&app.db, failed, "given_up", json!({})).await.unwrap(), Finish::Committed);
    assert_eq!(turns::give_back(&app.db, given_back, LEASE, false).await.unwrap(), Finish::Committed);
    let ended = join_all(committed.iter().map(async |claim| {
        let work = turns::load(&app.db, claim).await.unwrap();
        complete(app, claim, &work).await
    }));
    assert!(ended.await.into_iter().all(|finish| finish == Finish::Committed));
}

/// What people do meanwhile.
async fn use_the_api(ada: &Person, sessions: &[String]) {
    let started = join_all(sessions.iter().map(|session| accept(ada, session, "in Lisbon"))).await;
    for (session, turn) in sessions.iter().zip(&started) {
        assert_eq!(ada.get(turn).await.text_at("/status"), "queued");
        assert_eq!(ada.get(&format!("/v1/sessions/{session}/turns")).await.status, 200);
    }
    let read = join_all(started.iter().map(|turn| ada.get(turn))).await;
    assert!(read.iter().all(|turn| turn.text_at("/status") == "queued"));
    let read = join_all(sessions.iter().map(|session| ada.read(session))).await;
    assert!(read.iter().all(|session| session.status == 200));
    assert_eq!(ada.post(&format!("{}/cancel", started[2]), json!({})).await.text_at("/status"), "cancelled");
    assert_eq!(ada.delete(&format!("/v1/sessions/{}", sessions[3])).await.status, 204);
}

/// Of all indexes. On the partition twin of the tables with a thousand rows only: a partition of another one has so few that
/// its plans depend on chance.
async fn scans(app: &App, ada: &Person) -> Scans {
    let query = if tests::partitions::are_wanted() {
        "select indexrelname::text, idx_scan, idx_tup_read from pg_stat_user_indexes
          where relname ~ '^(turn|session)_p[0-9]+$'"
    } else {
        "select indexrelname::text, idx_scan, idx_tup_read from pg_stat_user_indexes"
    };
    let rows = statistics(app, ada, query).await;
    rows.iter().map(|row| (row.get(0), (row.get(1), row.get(2)))).collect()
}

/// What a query of statistics returns. Server processes report what they have read when they end, so all of them are ended.
/// Waits until the application has connected again.
pub async fn statistics(app: &App, ada: &Person, query: &'static str) -> Vec<PgRow> {
    app.database().close_to_others().await;
    let others = "select count(*) from pg_stat_activity
                   where datname = current_database() and usename = 'postwright_app'";
    wait_until("the connections have ended", async || app.count(others).await == 0).await;
    let rows = sqlx::query(query).fetch_all(app.superuser()).await.unwrap();
    app.database().open_to_others().await;
    for _ in 0..3 {
        wait_until("the API is back", async || ada.get("/v1/me").await.status == 200).await;
    }
    rows
}

/// Each index that was scanned meanwhile, with the scans and the entries read.
fn reads_between<'a>(before: &'a Scans, after: &'a Scans) -> impl Iterator<Item = (&'a str, i64, i64)> {
    let reads = after.iter().map(|(index, (scans, rows))| {
        let (scans_before, rows_before) = before[index];
        (index.as_str(), scans - scans_before, rows - rows_before)
    });
    reads.filter(|(_, scans, _)| *scans > 0)
}

#[tokio::test]
async fn a_claim_reads_the_running_turns_of_an_organization_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        app.superuser_runs("analyze").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        assert_eq!(claim(app).await.len(), 1);
        app.superuser_runs(RUN_MORE).await;
        app.superuser_runs(QUEUE_MORE).await;
        for session in join_all((0..10).map(|_| ada.begin())).await {
            accept(&ada, &session, "baker").await;
        }
        let before = scans(app, &ada).await;
        let fairness = Fairness { turns_per_organization: 2_000, limits: &[] };
        let claims = turns::claim(&app.db, "test", 10, LEASE, fairness, None).await.unwrap();
        assert_eq!(claims.len(), 10);
        let after = scans(app, &ada).await;
        let read: Vec<(&str, i64, i64)> = reads_between(&before, &after).collect();
        // On the twin, whose partitions have no common order, the turns that may be claimed are read too, for a sort.
        let most = if tests::partitions::are_wanted() { 2 * RUNNING } else { RUNNING };
        assert!(read.iter().map(|(.., rows)| rows).sum::<i64>() <= most + 100, "{read:?}");
        app.superuser_runs("delete from turn").await;
    })
    .await;
}
