//! Retries of deliveries, and endpoints that are disabled because they fail.

use std::time::Duration;

use serde_json::json;
use tests::{Options, Reaction, Receiver, WebhookEndpoint, is_signed, wait_until, with_app_of};

#[tokio::test]
async fn every_event_arrives_under_one_id_after_any_failures() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let ada = app.owner("ada").await;
        let mut all = Vec::new();
        for reaction in [Reaction::Status(500), Reaction::Silence, Reaction::Reset] {
            for failures in 0..=5 {
                let receiver = Receiver::start().await;
                (0..failures).for_each(|_| receiver.next(reaction.clone()));
                let endpoint = WebhookEndpoint::add(&ada, &receiver, &["turn.completed"]).await;
                all.push((format!("{reaction:?} × {failures}"), failures, receiver, endpoint));
            }
        }
        let session = ada.begin().await;
        let turns = [ada.say(&session, "baker").await, ada.say(&session, "in Lisbon").await]
            .map(|turn| turn.text_at("/id"));
        for (case, failures, receiver, endpoint) in &all {
            let delivered = endpoint.wait_for(&ada, "delivered", 2).await;
            assert_eq!((delivered.len(), endpoint.deliveries(&ada).await.len()), (2, 2), "{case}");
            let received = receiver.received();
            assert_eq!(received.len(), failures + 2, "{case}");
            assert!(received.iter().all(|request| is_signed(&endpoint.secret, request)), "{case}");
            for turn in &turns {
                let of_turn: Vec<_> = received
                    .iter()
                    .filter(|request| request.json()["data"]["turn_id"] == turn.as_str())
                    .collect();
                let id = of_turn[0].header("webhook-id");
                assert!(of_turn.iter().all(|request| request.header("webhook-id") == id), "{case}");
                assert!(of_turn.iter().all(|request| request.body == of_turn[0].body), "{case}");
                let delivery = delivered.iter().find(|delivery| delivery["event_id"] == id).unwrap();
                assert_eq!(delivery["attempt_count"], of_turn.len(), "{case}");
                let log = endpoint.read(&ada, delivery).await;
                let attempts = log["attempts"].as_array().unwrap();
                assert_eq!(attempts.len(), of_turn.len(), "{case}");
                assert!(
                    attempts.iter().all(|attempt| attempt["finished_at"].is_string()),
                    "{case}: {attempts:#?}"
                );
                let bodies = attempts.iter().filter_map(|attempt| attempt["request_body"].as_str());
                assert!(bodies.eq(of_turn.iter().map(|request| request.body.as_str())), "{case}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn retry_after_of_a_receiver_is_honoured() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule = vec![Duration::ZERO; 5];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.next(Reaction::Answer(429, "retry-after: 2\r\n", String::new()));
        ada.begin_summarized().await;
        let received = receiver.wait_for(2).await;
        let waited = received[1].at - received[0].at;
        assert!(waited >= Duration::from_millis(1_900) && waited < Duration::from_secs(6), "{waited:?}");
    })
    .await;
}

#[tokio::test]
async fn a_delivery_fails_after_its_last_attempt() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule = vec![Duration::from_millis(10); 3];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.always(Reaction::Answer(503, "", "over\0loaded".into()));
        ada.begin_summarized().await;
        let failed = endpoint.wait_for(&ada, "failed", 1).await;
        assert_eq!((failed[0]["attempt_count"].clone(), receiver.received().len()), (json!(3), 3));
        let log = endpoint.read(&ada, &failed[0]).await;
        assert_eq!(log["attempts"][2]["response_status"], 503);
        assert_eq!(log["attempts"][2]["response_body"], "over\u{fffd}loaded");
        let shown = ada.get(&endpoint.path).await;
        assert!(shown.at("/failing_since").is_string() && shown.at("/enabled") == true, "{shown:?}");
    })
    .await;
}

#[tokio::test]
async fn a_410_response_disables_the_endpoint() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.next(Reaction::Status(410));
        let session = ada.begin_summarized().await;
        endpoint.wait_for(&ada, "failed", 1).await;
        let shown = ada.get(&endpoint.path).await;
        assert_eq!((shown.at("/enabled"), shown.at("/disabled_reason")), (json!(false), json!("gone")));
        ada.say(&session, "And Rust is a must.").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(receiver.received().len(), 1);
        // An admin can enable it again.
        let enabled = ada.patch(&endpoint.path, json!({ "enabled": true })).await;
        assert_eq!((enabled.at("/enabled"), enabled.at("/disabled_reason")), (json!(true), json!(null)));
        ada.say(&session, "Senior, please.").await;
        assert_eq!(receiver.wait_for(2).await[1].kind(), "turn.completed");
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_is_disabled_after_five_days_of_failures() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule =
        vec![Duration::ZERO, Duration::from_secs(24 * 3_600), Duration::from_secs(24 * 3_600)];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        let failing = async || ada.get(&endpoint.path).await.at("/failing_since");
        receiver.always(Reaction::Status(500));
        endpoint.test(&ada).await;
        wait_until("the endpoint is failing", async || !failing().await.is_null()).await;
        // A delivery that succeeds in between resets the count.
        app.move_clock("4 days").await;
        receiver.always(Reaction::Status(200));
        receiver.wait_for(2).await;
        wait_until("the endpoint is not failing", async || failing().await.is_null()).await;
        receiver.always(Reaction::Status(500));
        endpoint.test(&ada).await;
        receiver.wait_for(3).await;
        // The next attempt is a day after this one is recorded.
        wait_until("the endpoint is failing", async || !failing().await.is_null()).await;
        app.move_clock("8 days").await;
        receiver.wait_for(4).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(ada.get(&endpoint.path).await.at("/enabled"), true, "four days are not five");
        // The delay is a day and at most a tenth of it.
        app.move_clock("9 days 4 hours").await;
        receiver.wait_for(5).await;
        endpoint.wait_for(&ada, "failed", 1).await;
        let shown = ada.get(&endpoint.path).await;
        assert_eq!((shown.at("/enabled"), shown.at("/disabled_reason")), (json!(false), json!("failing")));
    })
    .await;
}

#[tokio::test]
async fn two_failures_days_apart_do_not_disable_an_endpoint() {
    let mut options = Options::quick_deliveries();
    let day = Duration::from_secs(24 * 3_600);
    options.worker.deliveries.schedule = vec![Duration::ZERO, day];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        receiver.always(Reaction::Status(500));
        endpoint.test(&ada).await;
        receiver.wait_for(1).await;
        let waits =
            "select count(*) from delivery where status = 'pending' and attempts = 1 and lease_until is null";
        assert_eq!(app.wait_for_count(waits, 1).await, 1);
        app.move_clock("27 hours").await;
        endpoint.wait_for(&ada, "failed", 1).await;
        // Nothing is sent for a week.
        app.move_clock("8 days").await;
        endpoint.test(&ada).await;
        receiver.wait_for(3).await;
        assert_eq!(app.wait_for_count(waits, 1).await, 1);
        assert_eq!(ada.get(&endpoint.path).await.at("/enabled"), true);
        // The second attempt fails too: in eight days no delivery has succeeded.
        app.move_clock("9 days 3 hours").await;
        endpoint.wait_for(&ada, "failed", 2).await;
        assert_eq!(ada.get(&endpoint.path).await.at("/disabled_reason"), "failing");
    })
    .await;
}

#[tokio::test]
async fn responses_of_an_old_url_do_not_count_against_the_new_one() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    options.worker.deliveries.schedule = vec![Duration::ZERO, Duration::from_secs(3_600)];
    with_app_of(options, async |app| {
        let (ada, old, new) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let mut endpoints = Vec::new();
        for status in [410, 500] {
            let endpoint = WebhookEndpoint::add(&ada, &old, &["webhook.test"]).await;
            old.next(Reaction::LateStatus(Duration::from_secs(1), status));
            let tested = endpoint.test(&ada).await;
            old.wait_for(endpoints.len() + 1).await;
            ada.patch(&endpoint.path, json!({ "url": new.url() })).await;
            endpoints.push((endpoint, tested.text_at("/event_id")));
        }
        let answered = "select count(*) from delivery_attempt where response_status in (410, 500)";
        assert_eq!(app.wait_for_count(answered, 2).await, 2);
        for (endpoint, _) in &endpoints {
            let shown = ada.get(&endpoint.path).await;
            assert_eq!((shown.at("/enabled"), shown.at("/failing_since")), (json!(true), json!(null)));
        }
        // The next attempt goes to the new URL.
        app.move_clock("2 hours").await;
        for (endpoint, event) in &endpoints {
            assert_eq!(endpoint.wait_for(&ada, "delivered", 1).await[0]["event_id"], event.as_str());
        }
        assert_eq!((old.received().len(), new.received().len()), (2, 2));
    })
    .await;
}
