//! The bearer token of a target is sent to its address only, and appears in no response.

use std::time::Duration;

use serde_json::json;
use tests::{Options, Reaction, Receiver, Reply, with_app_of};

use crate::api::publications::{finalize_by_conversation, set_target, wait_for_publication};

const TOKEN: &str = "canary.token-of-theirs";

#[tokio::test]
async fn a_token_that_the_target_echoes_is_in_no_response() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let echo = json!({ "message": format!("the token {TOKEN} is not known"), "id": "x" }).to_string();
        receiver.next(Reaction::Answer(503, "x-echo: Bearer canary.token-of-theirs\r\n", echo.clone()));
        receiver.next(Reaction::Answer(401, "", echo));
        let set =
            set_target(&ada, json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": TOKEN }))
                .await;
        assert_eq!(set.at("/has_bearer_token"), true);
        finalize_by_conversation(&ada).await;
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/detail"), "401: the token (not kept) is not known");
        assert_eq!(receiver.received()[1].header("authorization"), format!("Bearer {TOKEN}"));
        let responses: [Reply; 5] = [
            set,
            failed,
            ada.get(crate::api::publications::TARGET).await,
            ada.get("/v1/publications").await,
            ada.get("/v1/job-posts").await,
        ];
        assert!(responses.iter().all(|response| !response.text.contains("canary")), "{responses:#?}");
        let logged = "select count(*) from delivery_attempt a where to_jsonb(a)::text like '%canary%'";
        assert_eq!(app.count(logged).await, 0);
        let attempts =
            "select count(*) from delivery_attempt where request_headers::text like '%(not kept)%'";
        assert_eq!(app.count(attempts).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_token_that_was_replaced_during_a_delivery_is_in_no_response() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.long_timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let echo = json!({ "message": format!("the token {TOKEN} is not known") }).to_string();
        receiver.next(Reaction::LateAnswer(Duration::from_secs(1), 401, echo));
        let mut target = json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": TOKEN });
        set_target(&ada, target.clone()).await;
        finalize_by_conversation(&ada).await;
        receiver.wait_for(1).await;
        target["bearer_token"] = json!("the-next-one");
        set_target(&ada, target).await;
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/detail"), "401: the token (not kept) is not known");
        assert!(!failed.text.contains("canary"), "{failed:?}");
    })
    .await;
}

#[tokio::test]
async fn a_token_is_dropped_when_the_address_changes() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver, other) =
            (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let here = json!({ "format": "ai_create", "url": receiver.url() });
        let mut with_token = here.clone();
        with_token["bearer_token"] = json!(TOKEN);
        set_target(&ada, with_token).await;
        assert_eq!(set_target(&ada, here).await.at("/has_bearer_token"), true, "the address has not changed");
        finalize_by_conversation(&ada).await;
        assert_eq!(receiver.wait_for(1).await[0].header("authorization"), format!("Bearer {TOKEN}"));
        wait_for_publication(&ada, "delivered").await;
        // An admin cannot obtain the token by setting an address of their own.
        let elsewhere = set_target(&ada, json!({ "format": "ai_create", "url": other.url() })).await;
        assert_eq!(elsewhere.at("/has_bearer_token"), false);
        finalize_by_conversation(&ada).await;
        assert_eq!(other.wait_for(1).await[0].header("authorization"), "");
        wait_for_publication(&ada, "delivered").await;
    })
    .await;
}
