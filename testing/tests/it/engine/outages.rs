//! Turns while the database is away: they end soon after its return, and the LLM is not asked again.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tests::{App, wait_until, with_app};

use super::accept;

/// How long after the database's return a turn may still take.
const MOST: Duration = Duration::from_secs(5);
const MESSAGE: &str = "Backend engineer in Lisbon, hybrid.";
const SUCCEEDED: &str = "select count(*) from turn where status = 'succeeded'";

async fn away(app: &App, outage: Duration) -> Instant {
    app.database().close_to_others().await;
    tokio::time::sleep(outage).await;
    app.database().open_to_others().await;
    Instant::now()
}

async fn read_only(app: &App, outage: Duration) -> Instant {
    app.database().refuse_writes().await;
    tokio::time::sleep(outage).await;
    app.database().accept_writes().await;
    Instant::now()
}

async fn ends_soon(app: &App, outage: impl AsyncFnOnce(&App) -> Instant) {
    let ada = app.owner("ada").await;
    let sessions = join_all((0..20).map(|_| ada.begin())).await;
    app.llm.slow_down(Duration::from_secs(1));
    for session in &sessions {
        accept(&ada, session, MESSAGE).await;
    }
    app.llm.wait_for_calls(sessions.len()).await;
    let back = outage(app).await;
    app.wait_until_idle().await;
    assert!(back.elapsed() < MOST, "{:?}", back.elapsed());
    assert_eq!(app.count(SUCCEEDED).await, 20);
    assert_eq!(app.llm.calls().await.len(), sessions.len());
}

#[tokio::test]
async fn a_short_outage_costs_no_second_call() {
    with_app(async |app| ends_soon(app, async |app| away(app, Duration::from_secs(2)).await).await).await;
}

#[tokio::test]
async fn nor_does_one_that_takes_more_than_half_of_a_lease() {
    with_app(async |app| ends_soon(app, async |app| away(app, Duration::from_secs(17)).await).await).await;
}

#[tokio::test]
async fn nor_does_a_failover_that_leaves_connections_to_a_standby() {
    with_app(async |app| ends_soon(app, async |app| read_only(app, Duration::from_secs(3)).await).await)
        .await;
}

#[tokio::test]
async fn a_claim_whose_response_is_lost_does_not_wait_for_its_lease() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..5).map(|_| ada.begin())).await;
        for (session, succeeded) in sessions.iter().zip(1..) {
            wait_until("the turn is accepted", async || ada.start_turn(session, MESSAGE).await.status == 202)
                .await;
            let back = away(app, Duration::from_millis(200)).await;
            app.wait_until_idle().await;
            assert!(back.elapsed() < MOST, "{:?}", back.elapsed());
            assert_eq!(app.count(SUCCEEDED).await, succeeded);
        }
    })
    .await;
}
