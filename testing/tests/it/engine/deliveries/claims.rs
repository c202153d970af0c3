//! The delivery engine: one id whatever happens, and no receiver in the way of another.

use std::time::{Duration, Instant};

use domain::deliveries::{self, Deferral, DeliveryStatus, HttpResponse, Recorded, RetryPolicy, Sent, Terms};
use tests::{App, Options, Person, Reaction, Received, Receiver, with_app_of};

use crate::api::webhooks::count;

/// Retries come at once. The lease is as long as usual: half of it is all the time there is to make a delivery ready, and
/// what takes longer is given back, with an attempt in the log.
pub fn impatient() -> Options {
    let mut options = Options::default();
    let deliveries = &mut options.worker.deliveries;
    (deliveries.timeout, deliveries.long_timeout) = (Duration::from_millis(300), Duration::from_millis(600));
    deliveries.schedule = vec![Duration::from_millis(20); 8];
    options
}

/// Claimed again as soon as the lease has ended.
pub fn at_once(lease: Duration) -> Terms<'static> {
    Terms { lease, share: 10, schedule: &[] }
}

/// An endpoint without the API, so that the engine can be seen alone.
pub async fn endpoint(app: &App, person: &Person, receiver: &Receiver) -> String {
    let insert = "insert into webhook_endpoint (organization_id, id, livemode, url, secret, created_at, updated_at)
                  values ($1::uuid, new_id(), true, $2, '\\x00112233445566778899aabbccddeeff0011223344556677', now(), now())
                  returning id::text";
    let inserted = sqlx::query_scalar(insert).bind(&person.organization_id).bind(receiver.url());
    inserted.fetch_one(app.superuser()).await.unwrap()
}

/// Something that every endpoint is told.
pub async fn happen(app: &App) {
    let put =
        "select write_webhook_event(organization_id, true, 'turn.completed', '{}') from webhook_endpoint";
    sqlx::query(put).execute(app.superuser()).await.unwrap();
}

fn ids(received: &[Received]) -> Vec<&str> {
    received.iter().map(|request| request.header("webhook-id")).collect()
}

#[tokio::test]
async fn what_failed_comes_again_as_the_same_thing() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        endpoint(app, &ada, &receiver).await;
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
        assert_eq!(count(app, "select count(*) from delivery_attempt where finished_at is not null", 5).await, 5);
        let log = "select string_agg(coalesce(response_status::text, error), ';' order by number) from delivery_attempt";
        let log: String = sqlx::query_scalar(log).fetch_one(app.superuser()).await.unwrap();
        let expected = ["500", "no answer in time", "the connection broke", "302", "200"];
        let log: Vec<_> = log.split(';').collect();
        assert!(log.iter().zip(expected).all(|(is, should)| is.starts_with(should)), "{log:?}");
        assert_eq!(app.count("select count(*) from delivery where status = 'delivered' and attempts = 5").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_slow_receiver_is_in_nobodys_way() {
    let mut options = impatient();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    (options.worker.deliveries.at_once, options.worker.deliveries.per_target) = (4, 2);
    with_app_of(options, async |app| {
        let (ada, slow, quick) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        endpoint(app, &ada, &slow).await;
        slow.always(Reaction::Late(Duration::from_secs(3)));
        let session = ada.begin().await;
        for word in ["baker", "in Lisbon", "senior", "hybrid"] {
            ada.say(&session, word).await;
        }
        slow.wait_for(2).await;
        let eve = app.owner("eve").await;
        endpoint(app, &eve, &quick).await;
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
async fn a_share_is_a_share_though_two_claim_at_once() {
    with_app_of(Options { workers: 0, ..impatient() }, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        endpoint(app, &ada, &receiver).await;
        happen(app).await;
        happen(app).await;
        let one = Terms { share: 1, ..at_once(Duration::from_secs(60)) };
        // Somebody has taken the first, and the commit is not there yet.
        let mut other = app.superuser().begin().await.unwrap();
        let claim = "select count(*) from across.claim_deliveries(10, interval '1 minute', 1, '{}')";
        let taken: i64 = sqlx::query_scalar(claim).fetch_one(&mut *other).await.unwrap();
        assert_eq!(taken, 1);
        // By now another is the first.
        let hurry = "update delivery set next_attempt_at = next_attempt_at - interval '1 minute' where lease_until is null
                       and id not in (select id from delivery order by next_attempt_at limit 1)";
        assert_eq!(sqlx::query(hurry).execute(app.superuser()).await.unwrap().rows_affected(), 1);
        let (claimed, ended) = tokio::join!(deliveries::claim(&app.db, 10, one), async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            other.commit().await
        });
        ended.unwrap();
        assert!(claimed.unwrap().is_empty(), "its share is one at once");
    })
    .await;
}

#[tokio::test]
async fn what_a_worker_leaves_when_it_dies_is_sent_again_under_its_id() {
    // Nobody works here but the test.
    with_app_of(Options { workers: 0, ..impatient() }, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        endpoint(app, &ada, &receiver).await;
        happen(app).await;
        let lease = Duration::from_millis(300);
        let dead = deliveries::claim(&app.db, 10, at_once(lease)).await.unwrap();
        assert_eq!(dead.len(), 1);
        // It was sent, perhaps, and nothing was recorded.
        assert!(deliveries::claim(&app.db, 10, at_once(lease)).await.unwrap().is_empty(), "the lease holds");
        tokio::time::sleep(lease).await;
        app.start_worker(impatient().worker).await;
        receiver.wait_for(1).await;
        let done = "select count(*) from delivery where status = 'delivered' and epoch = 2";
        while app.count(done).await == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(app.count("select count(*) from delivery").await, 1);
        let cut_off = "select count(*) from delivery_attempt where number = 1 and error like 'cut off%'";
        assert_eq!(app.count(cut_off).await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_lost_the_claim_writes_down_what_came_back_and_decides_nothing() {
    with_app_of(Options { workers: 0, ..impatient() }, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        endpoint(app, &ada, &receiver).await;
        happen(app).await;
        let lease = Duration::from_millis(100);
        let slow = deliveries::claim(&app.db, 10, at_once(lease)).await.unwrap().remove(0);
        let outgoing = deliveries::prepare(&app.db, &slow).await.unwrap().unwrap();
        tokio::time::sleep(lease).await;
        let other = deliveries::claim(&app.db, 10, at_once(Duration::from_secs(60))).await.unwrap().remove(0);
        assert_eq!(other.delivery_id(), slow.delivery_id());
        let answer = HttpResponse { status: 200, headers: Vec::new(), body: Vec::new() };
        let sent = Sent { milliseconds: 7, result: Ok(answer) };
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
async fn who_records_and_who_deletes_do_not_wait_for_each_other() {
    with_app_of(Options { workers: 0, ..impatient() }, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = endpoint(app, &ada, &receiver).await;
        happen(app).await;
        let claim = deliveries::claim(&app.db, 10, at_once(Duration::from_secs(60))).await.unwrap().remove(0);
        let outgoing = deliveries::prepare(&app.db, &claim).await.unwrap().unwrap();
        let sent = Sent { milliseconds: 7, result: Err("no answer".to_owned()) };
        let retry = RetryPolicy { next: None, give_up_after: Duration::from_secs(1) };
        // As a deletion does: the delivery first, then its attempts.
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
        assert!(prepared.unwrap().is_none());
        assert_eq!(app.count("select count(*) from delivery_attempt").await, 0);
    })
    .await;
}
