//! The turn engine behind the scenes: leases, epochs, several workers, what dead ones leave.

use std::time::Duration;

use domain::turns::{self, Finish, TurnStatus};
use futures_util::future::join_all;
use serde_json::json;
use tests::{Client, Options, with_app, with_app_of};

async fn accept(client: &Client, session: &str, message: &str) -> String {
    let path = format!("/v1/sessions/{session}/turns");
    let accepted = client.post(&path, json!({ "message": message })).await;
    assert!([200, 202].contains(&accepted.status), "{accepted:?}");
    format!("{path}/{}", accepted.text_at("/id"))
}

fn without_worker() -> Options {
    Options { workers: 0, ..Options::default() }
}

#[tokio::test]
async fn a_turn_of_a_dead_worker_runs_again_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let turn = accept(&ada, &session, "baker").await;
        // Somebody claims it and dies.
        let dead = turns::claim(&app.db, 10, Duration::from_secs(30)).await.unwrap();
        assert_eq!(dead.len(), 1);
        app.start_worker(worker::Settings::default()).await;
        app.move_clock("31 seconds").await;
        let done = ada.say(&session, "in Lisbon").await;
        assert_eq!(done.text_at("/status"), "succeeded");
        assert_eq!(ada.get(&turn).await.text_at("/status"), "succeeded");
        // It was not dead after all, and comes too late.
        let late = turns::fail(&app.db, &dead[0], "late", json!({})).await.unwrap();
        assert_eq!(late, Finish::Fenced);
        assert_eq!(ada.get(&turn).await.text_at("/status"), "succeeded");
    })
    .await;
}

#[tokio::test]
async fn a_poisonous_turn_fails_after_three_claims() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let turn = accept(&ada, &session, "baker").await;
        for claim in 1..=3 {
            assert_eq!(
                turns::claim(&app.db, 10, Duration::from_secs(30)).await.unwrap().len(),
                1,
                "claim {claim}"
            );
            app.move_clock(&format!("{} seconds", claim * 31)).await;
            turns::reconcile(&app.db).await.unwrap();
        }
        assert!(turns::claim(&app.db, 10, Duration::from_secs(30)).await.unwrap().is_empty());
        let failed = ada.get(&turn).await;
        assert_eq!(failed.text_at("/status"), "failed");
        assert_eq!(failed.text_at("/error/code"), "worker_lost");
    })
    .await;
}

#[tokio::test]
async fn a_lease_is_renewed_only_by_who_holds_it() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        let lease = Duration::from_secs(30);
        let first = turns::claim(&app.db, 10, lease).await.unwrap();
        app.move_clock("20 seconds").await;
        assert_eq!(turns::renew(&app.db, &first, lease).await.unwrap().len(), 1);
        app.move_clock("45 seconds").await;
        assert_eq!(turns::reconcile(&app.db).await.unwrap(), 0);
        app.move_clock("51 seconds").await;
        assert_eq!(turns::reconcile(&app.db).await.unwrap(), 1);
        let second = turns::claim(&app.db, 10, lease).await.unwrap();
        assert!(turns::renew(&app.db, &first, lease).await.unwrap().is_empty());
        assert_eq!(turns::renew(&app.db, &second, lease).await.unwrap().len(), 1);
        assert_eq!(turns::fail(&app.db, &second[0], "given_up", json!({})).await.unwrap(), Finish::Committed);
    })
    .await;
}

#[tokio::test]
async fn a_session_runs_one_turn_at_a_time_in_order() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let (one, other) = (ada.begin().await, ada.begin().await);
        for message in ["first", "second", "third"] {
            accept(&ada, &one, message).await;
        }
        accept(&ada, &other, "first").await;
        let lease = Duration::from_secs(30);
        let claimed = turns::claim(&app.db, 10, lease).await.unwrap();
        assert_eq!(claimed.len(), 2);
        assert!(turns::claim(&app.db, 10, lease).await.unwrap().is_empty());
        for claim in &claimed {
            turns::fail(&app.db, claim, "given_up", json!({})).await.unwrap();
        }
        let next = turns::claim(&app.db, 10, lease).await.unwrap();
        assert_eq!(next.len(), 1);
        assert_eq!(turns::load(&app.db, &next[0]).await.unwrap().message, "second");
        app.start_worker(worker::Settings::default()).await;
        turns::give_back(&app.db, &next[0], Duration::ZERO).await.unwrap();
        assert_eq!(ada.say(&one, "fourth").await.at("/sequence"), 4);
    })
    .await;
}

#[tokio::test]
async fn a_deleted_session_fences_its_running_turn() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        let claims = turns::claim(&app.db, 10, Duration::from_secs(30)).await.unwrap();
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(turns::charge(&app.db, &claims[0]).await.unwrap(), turns::Charge::Lost);
        assert!(turns::load(&app.db, &claims[0]).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn calls_are_counted_and_bounded() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        let claim = turns::claim(&app.db, 10, Duration::from_secs(30)).await.unwrap()[0];
        for call in 1..=3 {
            assert_eq!(turns::charge(&app.db, &claim).await.unwrap(), turns::Charge::Granted(call));
        }
        assert_eq!(turns::charge(&app.db, &claim).await.unwrap(), turns::Charge::Exhausted);
        turns::fail(&app.db, &claim, "given_up", json!({})).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn two_workers_never_run_a_turn_twice() {
    let options = Options { workers: 2, ..Options::default() };
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..20).map(|_| ada.begin())).await;
        let said = join_all(sessions.iter().map(|session| ada.say(session, "baker in Lisbon"))).await;
        assert!(said.iter().all(|turn| turn.text_at("/status") == "succeeded"));
        assert_eq!(app.llm.calls().await.len(), 20);
        assert_eq!(app.count("select max(claims)::bigint from turn").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_message_to_one_api_is_seen_by_another() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let replica = app.start_replica().await.with_token(ada.token());
        let session = ada.begin().await;
        ada.say(&session, ".net developer full stack").await;
        replica.say(&session, "senior level with 5+ years experience").await;
        let now = ada.get(&format!("/v1/sessions/{session}")).await;
        assert_eq!(now.text_at("/job_data/experience_level"), "senior");
        assert_eq!(now.at("/conversation_turns"), 5);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_the_fold_of_its_changes() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        for message in
            ["We need a backend engineer.", "thanks", "In Lisbon. Rust and Kafka.", "Remove Kafka."]
        {
            assert_eq!(ada.say(&session, message).await.text_at("/status"), "succeeded");
        }
        let (draft, version): (serde_json::Value, i32) =
            sqlx::query_as("select draft, version from session").fetch_one(app.superuser()).await.unwrap();
        let logged: Vec<serde_json::Value> =
            sqlx::query_scalar("select changes from draft_change order by version")
                .fetch_all(app.superuser())
                .await
                .unwrap();
        assert_eq!(usize::try_from(version), Ok(logged.len()));
        let changes = logged
            .into_iter()
            .flat_map(|change| serde_json::from_value::<Vec<job_post::Change>>(change).unwrap());
        let folded = job_post::Draft::fold(&changes.collect::<Vec<_>>());
        assert_eq!(folded, serde_json::from_value(draft).unwrap());
        assert!(TurnStatus::Succeeded.is_final());
    })
    .await;
}
