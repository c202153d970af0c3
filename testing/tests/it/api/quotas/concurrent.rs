//! Parallel requests together keep a limit.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use domain::operators::set_quota;
use domain::quotas::{Limits, QuotaName};
use futures_util::future::join_all;
use serde_json::json;
use tests::{Options, Reply, with_app, with_app_of};

use super::limited;

/// How many replies have each status.
fn statuses(replies: &[Reply]) -> BTreeMap<u16, usize> {
    let mut counts = BTreeMap::new();
    for reply in replies {
        *counts.entry(reply.status).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn parallel_requests_to_two_processes_start_no_more_sessions_than_allowed() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        // Both processes read it in the organization's row.
        let organization = ada.organization_id.parse().unwrap();
        set_quota(&app.db, organization, QuotaName::Sessions, Some(5)).await.unwrap();
        let replica = app.start_replica().await.with_token(ada.token());
        let requests = (0..24).map(async |number| {
            let client = if number % 2 == 0 { &ada } else { &replica };
            client.post("/v1/sessions", json!({})).await
        });
        let (replies, of_eve) = tokio::join!(join_all(requests), eve.begin());
        assert_eq!(statuses(&replies), BTreeMap::from([(201, 5), (403, 19)]));
        assert_eq!(eve.read(&of_eve).await.status, 200);
        assert_eq!(app.count("select count(*) from session").await, 6);
    })
    .await;
}

/// Messages to many sessions at the same time are accepted in batches.
#[tokio::test]
async fn parallel_messages_start_no_more_turns_than_allowed() {
    with_app_of(limited(Limits { session_turns: 2, ..Limits::default() }), async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..12).map(|_| ada.begin())).await;
        let messages = sessions.iter().flat_map(|session| [session; 5]);
        let replies = join_all(messages.map(|session| ada.say(session, "baker"))).await;
        assert_eq!(statuses(&replies), BTreeMap::from([(200, 24), (403, 36)]));
        let most = "select max(n) from (select count(*) as n from turn group by session_id) s";
        assert_eq!(app.count(most).await, 2);
    })
    .await;
}

#[tokio::test]
async fn parallel_forks_and_edits_keep_the_limits_of_their_session() {
    let limits = Limits { session_forks: 2, session_versions: 3, ..Limits::default() };
    with_app_of(limited(limits), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let fork = format!("/v1/sessions/{session}/fork");
        let replies = join_all((0..8).map(|_| ada.post(&fork, json!({})))).await;
        assert_eq!(statuses(&replies), BTreeMap::from([(201, 2), (403, 6)]));
        let job_data = format!("/v1/sessions/{session}/job-data");
        let edits =
            (0..8).map(|number| ada.patch(&job_data, json!({ "department": format!("No. {number}") })));
        assert_eq!(statuses(&join_all(edits).await), BTreeMap::from([(200, 3), (403, 5)]));
    })
    .await;
}

#[tokio::test]
async fn parallel_forks_of_several_sessions_copy_no_more_bytes_than_allowed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..3).map(|_| ada.begin())).await;
        for session in &sessions {
            ada.say(session, "baker").await;
        }
        assert_eq!(ada.post(&format!("/v1/sessions/{}/fork", sessions[0]), json!({})).await.status, 201);
        // Three more have room.
        let of_one = app.count("select sum(copied_bytes)::bigint from session").await;
        let limit = u32::try_from(4 * of_one).unwrap();
        let organization = ada.organization_id.parse().unwrap();
        set_quota(&app.db, organization, QuotaName::ForkBytes, Some(limit)).await.unwrap();
        let paths = sessions.iter().flat_map(|session| vec![format!("/v1/sessions/{session}/fork"); 4]);
        let requests = paths.map(async |path| ada.post(&path, json!({})).await);
        assert_eq!(statuses(&join_all(requests).await), BTreeMap::from([(201, 3), (403, 9)]));
    })
    .await;
}

#[tokio::test]
async fn parallel_requests_add_no_more_endpoints_than_allowed() {
    with_app_of(limited(Limits { webhook_endpoints: 3, ..Limits::default() }), async |app| {
        let ada = app.owner("ada").await;
        let add = || ada.post("/v1/webhook-endpoints", json!({ "url": "https://127.0.0.1:1/" }));
        let replies = join_all((0..12).map(|_| add())).await;
        assert_eq!(statuses(&replies), BTreeMap::from([(201, 3), (403, 9)]));
    })
    .await;
}

/// Only the one that measures has a connection, and it waits for this lock.
#[tokio::test]
async fn lists_that_wait_for_a_measurement_leave_connections_to_other_requests() {
    with_app_of(Options { connections: 20, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let mut lock = app.superuser().begin().await.unwrap();
        sqlx::query("lock table webhook_endpoint in access exclusive mode")
            .execute(&mut *lock)
            .await
            .unwrap();
        let lists = join_all((0..20).map(|_| ada.get("/v1/organization/quotas")));
        let others = async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let begun = Instant::now();
            assert_eq!(ada.get("/v1/members").await.status, 200);
            let elapsed = begun.elapsed();
            lock.rollback().await.unwrap();
            elapsed
        };
        let (lists, elapsed) = tokio::join!(lists, others);
        assert!(elapsed < Duration::from_secs(3), "{elapsed:?}");
        assert_eq!(statuses(&lists), BTreeMap::from([(200, 20)]));
    })
    .await;
}
