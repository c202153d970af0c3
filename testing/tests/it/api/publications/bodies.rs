//! What a target is sent, to the letter.

use serde_json::{Value, json};
use tests::{Person, Receiver, with_app_of};

use super::{aim, base, finish, once, persistent};
use crate::api::webhooks::is_signed;

const DOCUMENTED: &str = include_str!("../../../../../docs/publications.md");

/// What was sent is in the documentation to the letter, but for ids, hashes and times.
fn is_documented(mut body: Value, ada: &Person) {
    for (pointer, told) in [
        ("/expiresAt", "2026-12-23T14:20:00Z"),
        ("/publication_id", "019a9f41-0000-7000-8000-0000000000f2"),
        ("/job_post/id", "019a9f41-0000-7000-8000-0000000000f1"),
        ("/job_post/session_id", "019a9f40-0000-7000-8000-0000000000c1"),
        ("/job_post/content_hash", "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"),
        ("/job_post/created_at", "2026-11-23T14:20:00.000Z"),
    ] {
        if let Some(value) = body.pointer_mut(pointer) {
            // Of the same kind: an id for an id, a time with as many digits.
            assert_eq!(value.as_str().unwrap().len(), told.len(), "{value}");
            *value = json!(told);
        }
    }
    let text = serde_json::to_string_pretty(&body).unwrap();
    let text = text.replace(&ada.organization_id, "019a9f3e-0000-7000-8000-0000000000a1");
    let text = text.replace(&ada.user_id, "019a9f3e-0000-7000-8000-0000000000b1");
    assert!(DOCUMENTED.contains(&text), "docs/publications.md does not have\n{text}");
}

#[tokio::test]
async fn the_original_shape() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let options = json!({ "enable_ai_interview": true, "interview_languages": ["en", "pt"], "interview_duration": 20,
            "ai_prompt": "Be kind.", "ai_instructions": "Ask about Rust.", "expires_after_days": 30 });
        let target = json!({ "format": "ai_create", "url": format!("{}/", base(&receiver)),
            "bearer_token": "token-of-theirs", "options": options });
        let set = aim(&ada, target).await;
        assert_eq!(set.at("/options"), options);
        finish(&ada).await;
        let received = receiver.wait_for(1).await.remove(0);
        let publication = once(&ada, "delivered").await;
        assert_eq!(received.line, "POST /hook/jobposts/ai-create HTTP/1.1");
        assert_eq!(received.header("content-type"), "application/json");
        assert_eq!(received.header("authorization"), "Bearer token-of-theirs");
        assert_eq!(received.header("idempotency-key"), publication.text_at("/id"));
        assert_eq!(received.header("webhook-signature"), "");
        is_documented(received.json(), &ada);
    })
    .await;
}

#[tokio::test]
async fn a_no_of_the_users_is_not_overruled_by_what_is_configured() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let options = json!({ "enable_ai_interview": true, "is_featured": true });
        aim(&ada, json!({ "format": "ai_create", "url": base(&receiver), "options": options })).await;
        let session = ada.begin().await;
        ada.say(&session, "Baker in Porto, on site.").await;
        let no = json!([{ "op": "set", "field": "enableAiInterview", "value": "false", "quote": "no AI interview" }]);
        app.llm.next_says(no, "continue", "Noted.");
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
async fn signed_json() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let target = json!({ "format": "signed_json", "url": receiver.url() });
        let secret = aim(&ada, target.clone()).await.text_at("/secret");
        finish(&ada).await;
        let received = receiver.wait_for(1).await.remove(0);
        let publication = once(&ada, "delivered").await;
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
        assert_eq!(body["job_post"].to_string(), post.to_string(), "as it is read");
        is_documented(body, &ada);

        // A new secret signs beside the old one.
        let mut renewed = target;
        renewed["new_secret"] = json!(true);
        let fresh = aim(&ada, renewed).await;
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
        once(&ada, "delivered").await;
    })
    .await;
}
