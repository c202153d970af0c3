//! Receivers that fail, in every way and any number of times.

use std::time::Duration;

use serde_json::json;
use tests::{Reaction, Receiver, with_app_of};

use crate::api::webhooks::{Hook, count, impatient, is_signed, ready};

#[tokio::test]
async fn whatever_fails_and_how_often_each_event_arrives_as_one() {
    with_app_of(impatient(), async |app| {
        let ada = app.owner("ada").await;
        let mut all = Vec::new();
        for reaction in [Reaction::Status(500), Reaction::Silence, Reaction::Reset] {
            for failures in 0..=5 {
                let receiver = Receiver::start().await;
                (0..failures).for_each(|_| receiver.next(reaction.clone()));
                let hook = Hook::add(&ada, &receiver, &["turn.completed"]).await;
                all.push((format!("{reaction:?} × {failures}"), failures, receiver, hook));
            }
        }
        let session = ada.begin().await;
        let turns = [ada.say(&session, "baker").await, ada.say(&session, "in Lisbon").await]
            .map(|turn| turn.text_at("/id"));
        for (case, failures, receiver, hook) in &all {
            let delivered = hook.wait_for(&ada, "delivered", 2).await;
            assert_eq!((delivered.len(), hook.deliveries(&ada).await.len()), (2, 2), "{case}");
            let received = receiver.received();
            assert_eq!(received.len(), failures + 2, "{case}");
            assert!(received.iter().all(|request| is_signed(&hook.secret, request)), "{case}");
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
                let log = hook.read(&ada, delivery).await;
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
async fn a_receiver_may_ask_for_time() {
    let mut options = impatient();
    options.worker.deliveries.schedule = vec![Duration::ZERO; 5];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.next(Reaction::Answer(429, "retry-after: 2\r\n", String::new()));
        ready(&ada).await;
        let received = receiver.wait_for(2).await;
        let waited = received[1].at - received[0].at;
        assert!(waited >= Duration::from_millis(1_900) && waited < Duration::from_secs(6), "{waited:?}");
    })
    .await;
}

#[tokio::test]
async fn after_the_last_try_it_has_failed() {
    let mut options = impatient();
    options.worker.deliveries.schedule = vec![Duration::from_millis(10); 3];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.always(Reaction::Answer(503, "", "over\0loaded".into()));
        ready(&ada).await;
        let failed = hook.wait_for(&ada, "failed", 1).await;
        assert_eq!((failed[0]["attempt_count"].clone(), receiver.received().len()), (json!(3), 3));
        let log = hook.read(&ada, &failed[0]).await;
        assert_eq!(log["attempts"][2]["response_status"], 503);
        assert_eq!(log["attempts"][2]["response_body"], "over\u{fffd}loaded");
        let endpoint = ada.get(&hook.path).await;
        assert!(endpoint.at("/failing_since").is_string() && endpoint.at("/enabled") == true, "{endpoint:?}");
    })
    .await;
}

#[tokio::test]
async fn a_receiver_that_is_gone_is_left_alone() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.next(Reaction::Status(410));
        let session = ready(&ada).await;
        hook.wait_for(&ada, "failed", 1).await;
        let endpoint = ada.get(&hook.path).await;
        assert_eq!((endpoint.at("/enabled"), endpoint.at("/disabled_reason")), (json!(false), json!("gone")));
        ada.say(&session, "And Rust is a must.").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(receiver.received().len(), 1);
        // People may think better of it.
        let enabled = ada.patch(&hook.path, json!({ "enabled": true })).await;
        assert_eq!((enabled.at("/enabled"), enabled.at("/disabled_reason")), (json!(true), json!(null)));
        ada.say(&session, "Senior, please.").await;
        assert_eq!(receiver.wait_for(2).await[1].kind(), "turn.completed");
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_is_given_up_only_after_days_of_nothing_but_failures() {
    let mut options = impatient();
    options.worker.deliveries.schedule =
        vec![Duration::ZERO, Duration::from_secs(24 * 3_600), Duration::from_secs(24 * 3_600)];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["webhook.test"]).await;
        let failing = async || ada.get(&hook.path).await.at("/failing_since");
        let test = async || {
            assert_eq!(ada.post(&format!("{}/test", hook.path), json!({})).await.status, 201);
        };
        receiver.always(Reaction::Status(500));
        test().await;
        while failing().await.is_null() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        // One that gets through in between begins the count anew.
        app.move_clock("4 days").await;
        receiver.always(Reaction::Status(200));
        receiver.wait_for(2).await;
        while !failing().await.is_null() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        receiver.always(Reaction::Status(500));
        test().await;
        receiver.wait_for(3).await;
        // The next comes a day after this one is written down.
        while failing().await.is_null() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        app.move_clock("8 days").await;
        receiver.wait_for(4).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(ada.get(&hook.path).await.at("/enabled"), true, "four days are not five");
        // A day and a tenth, at most.
        app.move_clock("9 days 4 hours").await;
        receiver.wait_for(5).await;
        hook.wait_for(&ada, "failed", 1).await;
        let endpoint = ada.get(&hook.path).await;
        assert_eq!(
            (endpoint.at("/enabled"), endpoint.at("/disabled_reason")),
            (json!(false), json!("failing"))
        );
    })
    .await;
}

#[tokio::test]
async fn two_failures_days_apart_disable_nothing() {
    let mut options = impatient();
    let day = Duration::from_secs(24 * 3_600);
    options.worker.deliveries.schedule = vec![Duration::ZERO, day];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["webhook.test"]).await;
        receiver.always(Reaction::Status(500));
        let test = format!("{}/test", hook.path);
        ada.post(&test, json!({})).await;
        receiver.wait_for(1).await;
        let waits =
            "select count(*) from delivery where status = 'pending' and attempts = 1 and lease_until is null";
        assert_eq!(count(app, waits, 1).await, 1);
        app.move_clock("27 hours").await;
        hook.wait_for(&ada, "failed", 1).await;
        // Nothing is sent for a week.
        app.move_clock("8 days").await;
        ada.post(&test, json!({})).await;
        receiver.wait_for(3).await;
        assert_eq!(count(app, waits, 1).await, 1);
        assert_eq!(ada.get(&hook.path).await.at("/enabled"), true);
        // Its other try fails too: of all that was sent in eight days nothing got through.
        app.move_clock("9 days 3 hours").await;
        hook.wait_for(&ada, "failed", 2).await;
        assert_eq!(ada.get(&hook.path).await.at("/disabled_reason"), "failing");
    })
    .await;
}

#[tokio::test]
async fn what_an_old_url_answers_is_no_fault_of_the_new_one() {
    let mut options = impatient();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    options.worker.deliveries.schedule = vec![Duration::ZERO, Duration::from_secs(3_600)];
    with_app_of(options, async |app| {
        let (ada, old, new) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let mut hooks = Vec::new();
        for status in [410, 500] {
            let hook = Hook::add(&ada, &old, &["webhook.test"]).await;
            old.next(Reaction::LateStatus(Duration::from_secs(1), status));
            let tested = ada.post(&format!("{}/test", hook.path), json!({})).await;
            old.wait_for(hooks.len() + 1).await;
            ada.patch(&hook.path, json!({ "url": new.url() })).await;
            hooks.push((hook, tested.text_at("/event_id")));
        }
        let answered = "select count(*) from delivery_attempt where response_status in (410, 500)";
        assert_eq!(count(app, answered, 2).await, 2);
        for (hook, _) in &hooks {
            let endpoint = ada.get(&hook.path).await;
            assert_eq!((endpoint.at("/enabled"), endpoint.at("/failing_since")), (json!(true), json!(null)));
        }
        // The next try goes to where it is now.
        app.move_clock("2 hours").await;
        for (hook, event) in &hooks {
            assert_eq!(hook.wait_for(&ada, "delivered", 1).await[0]["event_id"], event.as_str());
        }
        assert_eq!((old.received().len(), new.received().len()), (2, 2));
    })
    .await;
}
