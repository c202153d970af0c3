//! What receivers are told, and what they are not.

use serde_json::json;
use tests::{Received, Receiver, with_app_of};
use wiremock::ResponseTemplate;

use super::{Hook, count, finalize, impatient, is_signed, ready};

pub fn kinds(received: &[Received]) -> Vec<String> {
    let mut kinds: Vec<_> = received.iter().map(Received::kind).collect();
    kinds.sort();
    kinds
}

#[tokio::test]
async fn a_conversation_is_told_of_from_its_first_turn_to_its_second_job_post() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &[]).await;
        let session = ready(&ada).await;
        let turn = ada.say(&session, "Looks good, publish it.").await.text_at("/id");
        let received = receiver.wait_for(4).await;
        let first = ["job_post.published", "session.completed", "turn.completed", "turn.completed"];
        assert_eq!(kinds(&received), first);
        assert!(received.iter().all(|request| is_signed(&hook.secret, request)), "{received:#?}");
        let of = |kind: &str| received.iter().rfind(|request| request.kind() == kind).unwrap().json();
        let post = ada.get("/v1/job-posts").await.text_at("/items/0/id");
        let told = json!({ "session_id": session, "job_post_id": post, "revision": 1 });
        assert_eq!(of("job_post.published")["data"], told);
        assert_eq!(
            of("session.completed")["data"],
            json!({ "session_id": session, "revision": 1, "job_post_id": post })
        );
        let turns = received.iter().filter(|request| request.kind() == "turn.completed");
        assert!(turns.map(|request| request.json()["data"]["turn_id"].clone()).any(|id| id == turn.as_str()));
        assert!(received.iter().all(|request| !request.body.contains("Lisbon")), "it quotes somebody");

        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "location": "Porto" })).await;
        let second = finalize(&ada, &session).await;
        let received = receiver.wait_for(6).await;
        assert_eq!(kinds(&received[4..]), ["job_post.revised", "session.completed"]);
        let told = json!({ "session_id": session, "job_post_id": second, "revision": 2 });
        let revised = received[4..].iter().find(|request| request.kind() == "job_post.revised").unwrap();
        assert_eq!(revised.json()["data"], told);
        // Said once more, nothing happens once more.
        finalize(&ada, &session).await;
        assert_eq!(app.count("select count(*) from webhook_event").await, 6);
    })
    .await;
}

#[tokio::test]
async fn a_turn_that_fails_is_told_of_also_when_its_worker_was_lost() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &["turn.failed"]).await;
        let session = ada.begin().await;
        app.llm.always(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker").await;
        assert_eq!(failed.text_at("/status"), "failed");
        let received = receiver.wait_for(1).await;
        let data = json!({ "session_id": session, "turn_id": failed.text_at("/id"), "code": failed.text_at("/error/code") });
        assert_eq!((received[0].kind().as_str(), &received[0].json()["data"]), ("turn.failed", &data));
        // As if its third worker had died.
        let lost = "update turn set status = 'running', claims = 3, epoch = 3, lease_until = app_clock() - interval '1 s',
                           finished_at = null, error_code = null";
        sqlx::query(lost).execute(app.superuser()).await.unwrap();
        let received = receiver.wait_for(2).await;
        assert_eq!(received[1].json()["data"]["code"], "worker_lost");
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_gets_what_it_asked_for_and_nothing_of_others() {
    with_app_of(impatient(), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let [turns, posts, off, others] = [
            Receiver::start().await,
            Receiver::start().await,
            Receiver::start().await,
            Receiver::start().await,
        ];
        Hook::add(&ada, &turns, &["turn.completed"]).await;
        Hook::add(&ada, &posts, &["job_post.published", "job_post.revised"]).await;
        let disabled = Hook::add(&ada, &off, &[]).await;
        ada.patch(&disabled.path, json!({ "enabled": false })).await;
        Hook::add(&eve, &others, &[]).await;
        let session = ready(&ada).await;
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(kinds(&turns.wait_for(2).await), ["turn.completed"; 2]);
        assert_eq!(kinds(&posts.wait_for(1).await), ["job_post.published"]);
        assert_eq!(count(app, "select count(*) from delivery where status = 'delivered'", 3).await, 3);
        assert_eq!(app.count("select count(*) from delivery").await, 3);
        assert!(off.received().is_empty() && others.received().is_empty());
        // Test mode is another world.
        let test_mode = "update webhook_endpoint set livemode = false";
        sqlx::query(test_mode).execute(app.superuser()).await.unwrap();
        ada.say(&session, "thanks").await;
        assert_eq!(app.count("select count(*) from delivery").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_does_not_happen_is_not_told() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &[]).await;
        let mut doubtful = app.superuser().begin().await.unwrap();
        let write =
            "select write_webhook_event(organization_id, true, 'turn.completed', '{}') from webhook_endpoint";
        sqlx::query(write).execute(&mut *doubtful).await.unwrap();
        doubtful.rollback().await.unwrap();
        assert_eq!(app.count("select count(*) from webhook_event").await, 0);
        assert_eq!(app.count("select count(*) from delivery").await, 0);
    })
    .await;
}
