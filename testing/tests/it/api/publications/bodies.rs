//! The requests that a target receives, in both formats.

use serde_json::{Value, json};
use tests::{Options, Person, Receiver, is_signed, with_app_of};

use super::{finalize_by_conversation, set_target, wait_for_publication};

const DOCUMENTED: &str = include_str!("../../../../../docs/publications.md");

/// Asserts that the body stands in the documentation, but for ids, hashes and times.
fn assert_documented(mut body: Value, ada: &Person) {
    for (pointer, example) in [
        ("/expiresAt", "2026-12-23T14:20:00Z"),
        ("/publication_id", "019a9f41-0000-7000-8000-0000000000f2"),
        ("/job_post/id", "019a9f41-0000-7000-8000-0000000000f1"),
        ("/job_post/session_id", "019a9f40-0000-7000-8000-0000000000c1"),
        ("/job_post/content_hash", "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"),
        ("/job_post/created_at", "2026-11-23T14:20:00.000Z"),
    ] {
        if let Some(value) = body.pointer_mut(pointer) {
            // Same length, so that the example shows as many digits.
            assert_eq!(value.as_str().unwrap().len(), example.len(), "{value}");
            *value = json!(example);
        }
    }
    let text = serde_json::to_string_pretty(&body).unwrap();
    let text = text.replace(&ada.organization_id, "019a9f3e-0000-7000-8000-0000000000a1");
    let text = text.replace(&ada.user_id, "019a9f3e-0000-7000-8000-0000000000b1");
    assert!(DOCUMENTED.contains(&text), "docs/publications.md does not have\n{text}");
}

#[tokio::test]
async fn the_ai_create_format_sends_the_original_request() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let options = json!({ "enable_ai_interview": true, "interview_languages": ["en", "pt"], "interview_duration": 20,
            "ai_prompt": "Be kind.", "ai_instructions": "Ask about Rust.", "expires_after_days": 30 });
        let target = json!({ "format": "ai_create", "url": format!("{}/", receiver.url()),
            "bearer_token": "token-of-theirs", "options": options });
        let set = set_target(&ada, target).await;
        assert_eq!(set.at("/options"), options);
        finalize_by_conversation(&ada).await;
        let received = receiver.wait_for(1).await.remove(0);
        let publication = wait_for_publication(&ada, "delivered").await;
        assert_eq!(received.line, "POST /hook/jobposts/ai-create HTTP/1.1");
        assert_eq!(received.header("content-type"), "application/json");
        assert_eq!(received.header("authorization"), "Bearer token-of-theirs");
        assert_eq!(received.header("idempotency-key"), publication.text_at("/id"));
        assert_eq!(received.header("webhook-signature"), "");
        assert_documented(received.json(), &ada);
    })
    .await;
}

#[tokio::test]
async fn a_users_no_outweighs_the_targets_options() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let options = json!({ "enable_ai_interview": true, "is_featured": true });
        set_target(&ada, json!({ "format": "ai_create", "url": receiver.url(), "options": options })).await;
        let session = ada.begin().await;
        ada.say(&session, "Baker in Porto, on site.").await;
        let decline = json!([{ "op": "set", "field": "enableAiInterview", "value": "false", "quote": "no AI interview" }]);
        app.llm.next_says(decline, "continue", "Noted.");
        ada.say(&session, "And no AI interview, please.").await;
        ada.say(&session, "Looks good, publish it.").await;
        let body = receiver.wait_for(1).await[0].json();
        assert_eq!(
            (&body["enableAiInterview"], &body["isFeatured"]),
            (&json!(false), &json!(true)),
            "{body}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_signed_json_format_sends_a_signed_job_post() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let target = json!({ "format": "signed_json", "url": receiver.url() });
        let secret = set_target(&ada, target.clone()).await.text_at("/secret");
        finalize_by_conversation(&ada).await;
        let received = receiver.wait_for(1).await.remove(0);
        let publication = wait_for_publication(&ada, "delivered").await;
        assert_eq!(received.line, "POST /hook HTTP/1.1");
        assert_eq!(received.header("webhook-id"), publication.text_at("/id"));
        assert_eq!(received.header("authorization"), "");
        assert!(is_signed(&secret, &received));
        let body = received.json();
        let mut post =
            ada.get(&format!("/v1/job-posts/{}", publication.text_at("/job_post_id"))).await.json();
        assert_eq!(
            post.as_object_mut().unwrap().remove("publication").unwrap()["id"],
            body["publication_id"]
        );
        assert_eq!(
            body["job_post"].to_string(),
            post.to_string(),
            "the body is the job post as the API returns it"
        );
        assert_documented(body, &ada);

        // After a rotation both secrets sign.
        let mut renewed = target;
        renewed["new_secret"] = json!(true);
        let fresh = set_target(&ada, renewed).await;
        assert!(fresh.at("/previous_secret_until").is_string());
        let path = format!("/v1/publications/{}/redeliver", publication.text_at("/id"));
        assert_eq!(ada.post(&path, json!({})).await.status, 202);
        let again = receiver.wait_for(2).await.remove(1);
        assert!(is_signed(&secret, &again) && is_signed(&fresh.text_at("/secret"), &again));
        assert_eq!(
            (again.header("webhook-id"), &again.body),
            (received.header("webhook-id"), &received.body)
        );
        app.move_clock("25 hours").await;
        assert_eq!(ada.post(&path, json!({})).await.status, 202);
        let later = receiver.wait_for(3).await.remove(2);
        assert!(!is_signed(&secret, &later) && is_signed(&fresh.text_at("/secret"), &later));
        wait_for_publication(&ada, "delivered").await;
    })
    .await;
}
