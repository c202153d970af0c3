//! The turn engine behind the scenes: leases, epochs, several workers, what dead ones leave.

use std::time::Duration;

use domain::turns::{self, Charge, Claim, Fairness, Finish};
use futures_util::future::join_all;
use job_post::{Intent, Proposal, Situation};
use serde_json::{Value, json};
use tests::{App, Client, Options, with_app, with_app_of};

const LEASE: Duration = Duration::from_secs(30);

async fn accept(client: &Client, session: &str, message: &str) -> String {
    let path = format!("/v1/sessions/{session}/turns");
    let accepted = client.post(&path, json!({ "message": message })).await;
    assert!([200, 202].contains(&accepted.status), "{accepted:?}");
    format!("{path}/{}", accepted.text_at("/id"))
}

async fn claim(app: &App) -> Vec<Claim> {
    turns::claim(&app.db, 10, LEASE, Fairness { turns_per_organization: 100 }).await.unwrap()
}

/// What a worker does when the model has answered with nothing but a reply.
async fn complete(app: &App, claim: &Claim, work: &turns::Work) -> Finish {
    let proposal = Proposal { updates: Vec::new(), intent: Intent::Continue, reply: "Noted.".into() };
    let situation = Situation {
        turn: claim.turn_id().0,
        draft: &work.session.draft,
        complete: false,
        shown_hash: None,
        company_name: "",
        message: &work.message,
        earlier_messages: &[],
        last_reply: "",
    };
    let outcome = job_post::dispose(&situation, &proposal);
    turns::complete(&app.db, claim, work, &outcome, Some(""), Value::Null).await.unwrap()
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
        let dead = claim(app).await;
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
        for time in 1..=3 {
            assert_eq!(claim(app).await.len(), 1, "claim {time}");
            app.move_clock(&format!("{} seconds", time * 31)).await;
            turns::reconcile(&app.db).await.unwrap();
        }
        assert!(claim(app).await.is_empty());
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
        let first = claim(app).await;
        app.move_clock("20 seconds").await;
        assert_eq!(turns::renew(&app.db, &first, LEASE).await.unwrap().len(), 1);
        app.move_clock("45 seconds").await;
        assert_eq!(turns::reconcile(&app.db).await.unwrap(), 0);
        app.move_clock("51 seconds").await;
        assert_eq!(turns::reconcile(&app.db).await.unwrap(), 1);
        let second = claim(app).await;
        assert!(turns::renew(&app.db, &first, LEASE).await.unwrap().is_empty());
        assert_eq!(turns::renew(&app.db, &second, LEASE).await.unwrap().len(), 1);
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
        let claimed = claim(app).await;
        assert_eq!(claimed.len(), 2);
        assert!(claim(app).await.is_empty());
        for claim in &claimed {
            turns::fail(&app.db, claim, "given_up", json!({})).await.unwrap();
        }
        let next = claim(app).await;
        assert_eq!(next.len(), 1);
        assert_eq!(turns::load(&app.db, &next[0]).await.unwrap().message, "second");
        app.start_worker(worker::Settings::default()).await;
        turns::give_back(&app.db, &next[0], Duration::ZERO, true).await.unwrap();
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
        let claims = claim(app).await;
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(turns::charge(&app.db, &claims[0]).await.unwrap(), Charge::Refused);
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
        let claim = claim(app).await[0];
        // The first is counted with the claim.
        assert_eq!(claim.llm_calls(), 1);
        for call in 2..=3 {
            assert_eq!(turns::charge(&app.db, &claim).await.unwrap(), Charge::Granted(call));
        }
        assert_eq!(turns::charge(&app.db, &claim).await.unwrap(), Charge::Refused);
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
        let (draft, version): (Value, i32) =
            sqlx::query_as("select draft, version from session").fetch_one(app.superuser()).await.unwrap();
        let logged: Vec<Value> = sqlx::query_scalar("select changes from draft_change order by version")
            .fetch_all(app.superuser())
            .await
            .unwrap();
        assert_eq!(usize::try_from(version), Ok(logged.len()));
        let changes = logged
            .into_iter()
            .flat_map(|change| serde_json::from_value::<Vec<job_post::Change>>(change).unwrap());
        let folded = job_post::Draft::fold(&changes.collect::<Vec<_>>());
        assert_eq!(folded, serde_json::from_value(draft).unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_stale_claim_changes_nothing() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let turn = accept(&ada, &session, "baker").await;
        let stale = claim(app).await[0];
        let stale_work = turns::load(&app.db, &stale).await.unwrap();
        app.move_clock("31 seconds").await;
        turns::reconcile(&app.db).await.unwrap();
        let held = claim(app).await[0];
        // The turn runs, but under a later epoch: nothing of this is written.
        assert_eq!(complete(app, &stale, &stale_work).await, Finish::Fenced);
        assert_eq!(turns::fail(&app.db, &stale, "late", Value::Null).await.unwrap(), Finish::Fenced);
        assert_eq!(turns::give_back(&app.db, &stale, Duration::ZERO, false).await.unwrap(), Finish::Fenced);
        assert_eq!(turns::charge(&app.db, &stale).await.unwrap(), Charge::Refused);
        assert!(!turns::stream(&app.db, &stale, "late").await.unwrap());
        assert!(turns::load(&app.db, &stale).await.is_err());
        assert_eq!(ada.get(&turn).await.text_at("/status"), "running");
        let work = turns::load(&app.db, &held).await.unwrap();
        assert_eq!(complete(app, &held, &work).await, Finish::Committed);
        assert_eq!(complete(app, &held, &work).await, Finish::Fenced);
        assert_eq!(ada.get(&turn).await.text_at("/reply"), "Noted.");
        assert_eq!(app.count("select count(*) from message").await, 3);
    })
    .await;
}

#[tokio::test]
async fn two_turns_of_a_session_cannot_run_at_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        accept(&ada, &session, "in Lisbon").await;
        let claims = claim(app).await;
        assert_eq!(claims.len(), 1);
        let both = "update turn set status = 'running', lease_until = now() where status = 'queued'";
        let refused = sqlx::query(both).execute(app.superuser()).await.unwrap_err();
        assert_eq!(refused.as_database_error().unwrap().constraint(), Some("one_running_turn_per_session"));
        turns::fail(&app.db, &claims[0], "given_up", Value::Null).await.unwrap();
        turns::fail(&app.db, &claim(app).await[0], "given_up", Value::Null).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_deleted_session_takes_no_answer() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        let held = claim(app).await[0];
        let work = turns::load(&app.db, &held).await.unwrap();
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(complete(app, &held, &work).await, Finish::Fenced);
        assert_eq!(app.count("select count(*) from message").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_yes_before_the_answer_is_no_yes_to_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(300));
        accept(&ada, &session, "Backend engineer in Lisbon, hybrid.").await;
        // Said while the summary was still being written.
        assert_eq!(ada.say(&session, "Looks good, publish it.").await.text_at("/status"), "succeeded");
        assert_eq!(app.count("select count(*) from job_post").await, 0);
        assert_eq!(ada.say(&session, "Looks good, publish it.").await.text_at("/status"), "succeeded");
        assert_eq!(app.count("select count(*) from job_post").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_session_that_expires_under_its_turn_fails_it_without_a_call() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        app.move_clock("25 hours").await;
        app.start_worker(worker::Settings::default()).await;
        for _ in 0..100 {
            if app.count("select count(*) from turn where error_code = 'session_expired'").await == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(app.llm.calls().await.is_empty());
        assert_eq!(app.count("select count(*) from turn where status in ('queued', 'running')").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_organization_with_many_turns_does_not_delay_anothers_one() {
    with_app_of(without_worker(), async |app| {
        let (busy, calm) = (app.owner("busy").await, app.owner("calm").await);
        let sessions = join_all((0..30).map(|_| busy.begin())).await;
        for session in &sessions {
            accept(&busy, session, "baker").await;
        }
        let single = calm.begin().await;
        accept(&calm, &single, "welder").await;
        let fairness = Fairness { turns_per_organization: 5 };
        let first = turns::claim(&app.db, 2, LEASE, fairness).await.unwrap();
        assert!(
            first.iter().any(|claim| claim.session_id().to_string() == single),
            "the single turn had to wait"
        );
        let mut held = first;
        held.extend(turns::claim(&app.db, 100, LEASE, fairness).await.unwrap());
        // Five of the busy one, which is its share, and the single one.
        assert_eq!(held.len(), 6);
        for claim in &held {
            turns::give_back(&app.db, claim, Duration::ZERO, true).await.unwrap();
        }
        app.start_worker(worker::Settings::default()).await;
        assert_eq!(calm.say(&single, "in Porto").await.text_at("/status"), "succeeded");
        while app.count("select count(*) from turn where status in ('queued', 'running')").await > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_transaction_that_is_dropped_while_it_begins_is_not_left_open() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        let claim = claim(app).await[0];
        for patience in 0..300 {
            // However far it has come by then.
            let impatient = async {
                for _ in 0..patience % 60 {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                _ = turns::load(&app.db, &claim) => {}
                () = impatient => {}
            }
        }
        let left_open = "select count(*) from pg_stat_activity
                          where datname = current_database() and state like 'idle in transaction%'";
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(app.count(left_open).await, 0);
        turns::fail(&app.db, &claim, "given_up", Value::Null).await.unwrap();
    })
    .await;
}
