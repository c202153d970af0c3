//! Claims of deliveries: one id for all attempts, shares per target, leases and fencing.

use std::time::{Duration, Instant};

use domain::deliveries::{self, Deferral, DeliveryStatus, HttpResponse, Recorded, RetryPolicy, Sent, Terms};
use tests::{Options, Reaction, Received, Receiver, wait_until, with_app_of};

use super::{insert_endpoint, terms, write_event};

fn ids(received: &[Received]) -> Vec<&str> {
    received.iter().map(|request| request.header("webhook-id")).collect()
}

#[tokio::test]
async fn a_failed_delivery_is_retried_under_the_same_id() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        insert_endpoint(app, &ada, &receiver).await;
        for reaction in [Reaction::Status(500), Reaction::Silence, Reaction::Reset, Reaction::Status(302)] {
            receiver.next(reaction);
        }
        let session = ada.begin().await;
        let turn = ada.say(&session, "baker in Lisbon").await.text_at("/id");
        let received = receiver.wait_for(5).await;
        assert!(ids(&received).iter().all(|id| *id == ids(&received)[0]), "{received:#?}");
        assert!(received.iter().all(|request| request.body == received[0].body));
        assert_eq!(received[4].json()["type"], "turn.completed");
        assert_eq!(received[4].json()["data"]["turn_id"], turn.as_str());
        assert_eq!(app.wait_for_count("select count(*) from delivery_attempt where finished_at is not null", 5).await, 5);
        let log = "select string_agg(coalesce(response_status::text, error), ';' order by number) from delivery_attempt";
        let log: String = sqlx::query_scalar(log).fetch_one(app.superuser()).await.unwrap();
        let expected = ["500", "no response in time", "the connection broke", "302", "200"];
        let log: Vec<_> = log.split(';').collect();
        assert!(log.iter().zip(expected).all(|(is, should)| is.starts_with(should)), "{log:?}");
        assert_eq!(app.count("select count(*) from delivery where status = 'delivered' and attempts = 5").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_slow_receiver_does_not_delay_others() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    (options.worker.deliveries.at_once, options.worker.deliveries.per_target) = (4, 2);
    with_app_of(options, async |app| {
        let (ada, slow, quick) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        insert_endpoint(app, &ada, &slow).await;
        slow.always(Reaction::Late(Duration::from_secs(3)));
        let session = ada.begin().await;
        for word in ["baker", "in Lisbon", "senior", "hybrid"] {
            ada.say(&session, word).await;
        }
        slow.wait_for(2).await;
        let eve = app.owner("eve").await;
        insert_endpoint(app, &eve, &quick).await;
        let session = eve.begin().await;
        let begun = Instant::now();
        eve.say(&session, "welder in Porto").await;
        quick.wait_for(1).await;
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
        assert_eq!(slow.received().len(), 2, "its share is two at once");
        slow.wait_for(4).await;
    })
    .await;
}

#[tokio::test]
async fn concurrent_claims_respect_the_share_of_a_target() {
    with_app_of(Options::quick_deliveries().without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        insert_endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        write_event(app).await;
        let one_at_once = Terms { share: 1, ..terms(Duration::from_secs(60)) };
        // Another worker has claimed the first delivery and not committed yet.
        let mut other = app.superuser().begin().await.unwrap();
        let claim = "select count(*) from cross_tenant.claim_deliveries(10, interval '1 minute', 1, '{}')";
        let taken: i64 = sqlx::query_scalar(claim).fetch_one(&mut *other).await.unwrap();
        assert_eq!(taken, 1);
        // Meanwhile another delivery has become the first.
        let hurry = "update delivery set next_attempt_at = next_attempt_at - interval '1 minute' where lease_until is null
                       and id not in (select id from delivery order by next_attempt_at limit 1)";
        assert_eq!(sqlx::query(hurry).execute(app.superuser()).await.unwrap().rows_affected(), 1);
        let (claimed, ended) = tokio::join!(deliveries::claim(&app.db, 10, one_at_once), async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            other.commit().await
        });
        ended.unwrap();
        assert!(claimed.unwrap().is_empty(), "its share is one at once");
    })
    .await;
}

#[tokio::test]
async fn a_dead_workers_delivery_is_sent_again_under_its_id() {
    with_app_of(Options::quick_deliveries().without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        insert_endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        let lease = Duration::from_millis(300);
        let dead = deliveries::claim(&app.db, 10, terms(lease)).await.unwrap();
        assert_eq!(dead.len(), 1);
        // The worker dies without recording a result.
        assert!(deliveries::claim(&app.db, 10, terms(lease)).await.unwrap().is_empty(), "the lease holds");
        tokio::time::sleep(lease).await;
        app.start_worker(Options::quick_deliveries().worker).await;
        receiver.wait_for(1).await;
        let done = "select count(*) from delivery where status = 'delivered' and epoch = 2";
        wait_until("the delivery is delivered", async || app.count(done).await > 0).await;
        assert_eq!(app.count("select count(*) from delivery").await, 1);
        let interrupted =
            "select count(*) from delivery_attempt where number = 1 and error like 'interrupted:%'";
        assert_eq!(app.count(interrupted).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_fenced_worker_logs_its_response_and_changes_no_status() {
    with_app_of(Options::quick_deliveries().without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        insert_endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        let lease = Duration::from_millis(100);
        let slow = deliveries::claim(&app.db, 10, terms(lease)).await.unwrap().remove(0);
        let outgoing = deliveries::prepare(&app.db, &slow).await.unwrap().request().unwrap();
        tokio::time::sleep(lease).await;
        let other = deliveries::claim(&app.db, 10, terms(Duration::from_secs(60))).await.unwrap().remove(0);
        assert_eq!(other.delivery_id(), slow.delivery_id());
        let response = HttpResponse { status: 200, headers: Vec::new(), body: Vec::new(), retry_after: None };
        let sent = Sent { milliseconds: 7, result: Ok(response) };
        let retry = RetryPolicy { next: None, give_up_after: Duration::from_secs(1) };
        let recorded = deliveries::record(&app.db, &slow, &outgoing, &sent, &retry).await.unwrap();
        assert_eq!(recorded, Recorded::Fenced);
        assert_eq!(
            app.count("select count(*) from delivery where status = 'pending' and epoch = 2").await,
            1
        );
        let known = "select count(*) from delivery_attempt where number = 1 and response_status = 200";
        assert_eq!(app.count(known).await, 1);
        let recorded = deliveries::record(&app.db, &other, &outgoing, &sent, &retry).await.unwrap();
        assert_eq!(recorded, Recorded::Status(DeliveryStatus::Delivered));
    })
    .await;
}

#[tokio::test]
async fn recording_and_deleting_a_delivery_do_not_deadlock() {
    with_app_of(Options::quick_deliveries().without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = insert_endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        let claim = deliveries::claim(&app.db, 10, terms(Duration::from_secs(60))).await.unwrap().remove(0);
        let outgoing = deliveries::prepare(&app.db, &claim).await.unwrap().request().unwrap();
        let sent = Sent { milliseconds: 7, result: Err("no answer".to_owned()) };
        let retry = RetryPolicy { next: None, give_up_after: Duration::from_secs(1) };
        // A deletion locks the delivery first, then its attempts.
        let mut deletion = app.superuser().begin().await.unwrap();
        let lock = "select from delivery for update";
        assert_eq!(sqlx::query(lock).execute(&mut *deletion).await.unwrap().rows_affected(), 1);
        let off = sqlx::query(
            "update webhook_endpoint set enabled = false, disabled_at = now() where id = $1::uuid",
        )
        .bind(endpoint);
        off.execute(app.superuser()).await.unwrap();
        let (recorded, defer, prepared, deleted) = tokio::join!(
            deliveries::record(&app.db, &claim, &outgoing, &sent, &retry),
            deliveries::defer(&app.db, &claim, Deferral::PreparationFailed, None),
            deliveries::prepare(&app.db, &claim),
            async {
                tokio::time::sleep(Duration::from_millis(500)).await;
                sqlx::query("delete from delivery").execute(&mut *deletion).await?;
                deletion.commit().await
            }
        );
        deleted.unwrap();
        assert_eq!((recorded.unwrap(), defer.unwrap()), (Recorded::Fenced, Recorded::Fenced));
        assert!(prepared.unwrap().request().is_none());
        assert_eq!(app.count("select count(*) from delivery_attempt").await, 0);
    })
    .await;
}
