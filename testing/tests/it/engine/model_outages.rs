//! A model that fails for one organization, or for all of them.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tests::{App, Person, with_app};
use wiremock::ResponseTemplate;

const QUEUED: &str = "select count(*) from turn where status = 'queued'";

/// Sends messages for which the model fails, until the organization's breaker opens, and a few more.
async fn fail(app: &App, attacker: &Person) {
    app.llm.always_to("ATTACK", ResponseTemplate::new(503));
    let begin = async || attacker.start_turn(&attacker.begin().await, "ATTACK").await;
    join_all((0..8).map(|_| begin())).await;
    app.llm.wait_for_calls(20).await;
    join_all((0..4).map(|_| begin())).await;
}

#[tokio::test]
async fn an_organization_whose_calls_fail_does_not_delay_another() {
    with_app(async |app| {
        let (attacker, victim) = (app.owner("attacker").await, app.owner("victim").await);
        fail(app, &attacker).await;
        let claims = "select sum(epoch)::bigint from turn where status = 'queued'";
        let claimed = app.count(claims).await;
        for _ in 0..3 {
            let (session, begun) = (victim.begin().await, Instant::now());
            assert_eq!(victim.say(&session, "A cook in Porto.").await.text_at("/status"), "succeeded");
            // The attacker's breaker stays open for 15 s.
            assert!(begun.elapsed() < Duration::from_secs(8), "it waited for the other organization");
        }
        assert!(app.count(QUEUED).await >= 4, "the attacker's breaker is not open");
        assert!(app.count(claims).await <= claimed + 8, "turns that cannot run are claimed again and again");
        app.llm.recover();
        app.wait_until_idle().await;
    })
    .await;
}

#[tokio::test]
async fn an_organization_that_meets_an_outage_finds_its_end_itself() {
    with_app(async |app| {
        let victim = app.owner("victim").await;
        app.llm.always(ResponseTemplate::new(503));
        for name in ["a", "b", "c", "d"] {
            let owner = app.owner(name).await;
            join_all((0..2).map(async |_| owner.start_turn(&owner.begin().await, "A cook.").await)).await;
        }
        app.llm.wait_for_calls(20).await;
        app.llm.recover();
        let (session, begun) = (victim.begin().await, Instant::now());
        assert_eq!(victim.say(&session, "A cook in Porto.").await.text_at("/status"), "succeeded");
        assert!(begun.elapsed() < Duration::from_secs(8), "it waited as those that failed");
        app.wait_until_idle().await;
    })
    .await;
}
