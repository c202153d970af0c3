//! The order of turns: one of a session at a time, fair between organizations, on several workers.

use std::time::Duration;

use domain::turns::{self, ClaimLimit, Fairness};
use entity::id::OrganizationId;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Options, partitions, with_app, with_app_of};

use super::{LEASE, accept, claim, without_worker};

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
        let refused = refused.as_database_error().unwrap();
        assert!(refused.is_unique_violation());
        // The index of a partition has a name of its own.
        assert!(partitions::are_wanted() || refused.constraint() == Some("one_running_turn_per_session"));
        turns::fail(&app.db, &claims[0], "given_up", Value::Null).await.unwrap();
        turns::fail(&app.db, &claim(app).await[0], "given_up", Value::Null).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn many_turns_of_one_organization_do_not_delay_another() {
    with_app_of(without_worker(), async |app| {
        let (busy, calm) = (app.owner("busy").await, app.owner("calm").await);
        let sessions = join_all((0..30).map(|_| busy.begin())).await;
        for session in &sessions {
            accept(&busy, session, "baker").await;
        }
        let single = calm.begin().await;
        accept(&calm, &single, "welder").await;
        let fairness = Fairness { turns_per_organization: 5, limits: &[] };
        let first = turns::claim(&app.db, "test", 2, LEASE, fairness, None).await.unwrap();
        assert!(
            first.iter().any(|claim| claim.session_id().to_string() == single),
            "the single turn had to wait"
        );
        let mut claims = first;
        claims.extend(turns::claim(&app.db, "test", 100, LEASE, fairness, None).await.unwrap());
        // Five of the busy organization, which is its share, and the single one.
        assert_eq!(claims.len(), 6);
        for claim in &claims {
            turns::give_back(&app.db, claim, Duration::ZERO, true).await.unwrap();
        }
        app.start_worker(worker::Settings::default()).await;
        assert_eq!(calm.say(&single, "in Porto").await.text_at("/status"), "succeeded");
        app.wait_until_idle().await;
    })
    .await;
}

#[tokio::test]
async fn of_a_limited_organization_as_many_turns_are_claimed_as_its_limit() {
    with_app_of(without_worker(), async |app| {
        let (failing, calm) = (app.owner("failing").await, app.owner("calm").await);
        for person in [&failing, &calm] {
            for session in join_all((0..5).map(|_| person.begin())).await {
                accept(person, &session, "baker").await;
            }
        }
        let organization = sqlx::query_scalar("select id from organization where name like 'failing%'");
        let organization = OrganizationId(organization.fetch_one(app.superuser()).await.unwrap());
        let claim = async |livemode, turns| {
            let limits = &[ClaimLimit { organization, livemode, turns }];
            let fairness = Fairness { turns_per_organization: 100, limits };
            let claims = turns::claim(&app.db, "test", 100, LEASE, fairness, None).await.unwrap();
            for claim in &claims {
                turns::give_back(&app.db, claim, Duration::ZERO, true).await.unwrap();
            }
            claims.iter().filter(|claim| claim.organization_id() == organization).count()
        };
        assert_eq!((claim(true, 0).await, claim(true, 2).await), (0, 2));
        assert_eq!(claim(false, 0).await, 5, "the limit is of one mode");
        app.start_worker(worker::Settings::default()).await;
        app.wait_until_idle().await;
    })
    .await;
}

#[tokio::test]
async fn two_workers_never_run_a_turn_twice() {
    let options = Options { workers: 2, ..Options::default() };
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..20).map(|_| ada.begin())).await;
        let turns = join_all(sessions.iter().map(|session| ada.say(session, "baker in Lisbon"))).await;
        assert!(turns.iter().all(|turn| turn.text_at("/status") == "succeeded"));
        assert_eq!(app.llm.calls().await.len(), 20);
        assert_eq!(app.count("select max(claims)::bigint from turn").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_turn_started_on_one_api_is_seen_on_another() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let replica = app.start_replica().await.with_token(ada.token());
        let session = ada.begin().await;
        ada.say(&session, ".net developer full stack").await;
        replica.say(&session, "senior level with 5+ years experience").await;
        let now = ada.read(&session).await;
        assert_eq!(now.text_at("/job_data/experience_level"), "senior");
        assert_eq!(now.at("/conversation_turns"), 5);
    })
    .await;
}
