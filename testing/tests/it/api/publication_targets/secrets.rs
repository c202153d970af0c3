//! The token of a target goes to the target, and nowhere else.

use std::time::Duration;

use serde_json::json;
use tests::{Reaction, Receiver, Reply, with_app_of};

use crate::api::publications::{aim, base, finish, once, persistent};

const TOKEN: &str = "canary.token-of-theirs";

#[tokio::test]
async fn a_token_is_in_no_answer_even_if_the_target_repeats_it() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let echo = json!({ "message": format!("the token {TOKEN} is not known"), "id": "x" }).to_string();
        receiver.next(Reaction::Answer(503, "x-echo: Bearer canary.token-of-theirs\r\n", echo.clone()));
        receiver.next(Reaction::Answer(401, "", echo));
        let set =
            aim(&ada, json!({ "format": "ai_create", "url": base(&receiver), "bearer_token": TOKEN })).await;
        assert_eq!(set.at("/has_bearer_token"), true);
        finish(&ada).await;
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/detail"), "401: the token (not kept) is not known");
        assert_eq!(receiver.received()[1].header("authorization"), format!("Bearer {TOKEN}"));
        let answers: [Reply; 5] = [
            set,
            failed,
            ada.get(crate::api::publications::TARGET).await,
            ada.get("/v1/publications").await,
            ada.get("/v1/job-posts").await,
        ];
        assert!(answers.iter().all(|answer| !answer.text.contains("canary")), "{answers:#?}");
        let logged = "select count(*) from delivery_attempt a where to_jsonb(a)::text like '%canary%'";
        assert_eq!(app.count(logged).await, 0);
        let attempts =
            "select count(*) from delivery_attempt where request_headers::text like '%(not kept)%'";
        assert_eq!(app.count(attempts).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_token_that_was_exchanged_while_it_was_under_way_is_in_no_answer_either() {
    let mut options = persistent();
    options.worker.deliveries.long_timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let echo = json!({ "message": format!("the token {TOKEN} is not known") }).to_string();
        receiver.next(Reaction::LateAnswer(Duration::from_secs(1), 401, echo));
        let mut target = json!({ "format": "ai_create", "url": base(&receiver), "bearer_token": TOKEN });
        aim(&ada, target.clone()).await;
        finish(&ada).await;
        receiver.wait_for(1).await;
        target["bearer_token"] = json!("the-next-one");
        aim(&ada, target).await;
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/detail"), "401: the token (not kept) is not known");
        assert!(!failed.text.contains("canary"), "{failed:?}");
    })
    .await;
}

#[tokio::test]
async fn a_token_stays_with_its_address() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver, other) =
            (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let here = json!({ "format": "ai_create", "url": base(&receiver) });
        let mut with_token = here.clone();
        with_token["bearer_token"] = json!(TOKEN);
        aim(&ada, with_token).await;
        assert_eq!(aim(&ada, here).await.at("/has_bearer_token"), true, "the address is the same");
        finish(&ada).await;
        assert_eq!(receiver.wait_for(1).await[0].header("authorization"), format!("Bearer {TOKEN}"));
        once(&ada, "delivered").await;
        // Who may change the address does not get at the token by naming one of their own.
        let elsewhere = aim(&ada, json!({ "format": "ai_create", "url": base(&other) })).await;
        assert_eq!(elsewhere.at("/has_bearer_token"), false);
        finish(&ada).await;
        assert_eq!(other.wait_for(1).await[0].header("authorization"), "");
        once(&ada, "delivered").await;
    })
    .await;
}
