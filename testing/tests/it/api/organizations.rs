//! What an organization demands of its job posts, and who may say so.

use serde_json::{Value, json};
use tests::{Client, Reply, with_app};

async fn demand(ada: &Client, change: Value) -> Reply {
    ada.patch("/v1/organization", change).await
}

async fn read(ada: &Client, session: &str) -> Reply {
    ada.get(&format!("/v1/sessions/{session}")).await
}

async fn finalize(ada: &Client, session: &str) -> Reply {
    let hash = json!({ "content_hash": read(ada, session).await.text_at("/content_hash") });
    ada.post(&format!("/v1/sessions/{session}/finalize"), hash).await
}

#[tokio::test]
async fn settings_are_the_admins_to_change() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        assert_eq!(demand(&bob, json!({ "name": "Bob's" })).await.status, 403);
        let changed = demand(&ada, json!({ "name": "Acme", "session_lifetime_seconds": 600 })).await;
        assert_eq!((changed.status, changed.text_at("/name")), (200, "Acme".to_owned()), "{changed:?}");
        let seen = bob.get("/v1/organization").await;
        assert_eq!(
            (seen.at("/session_lifetime_seconds"), seen.at("/blocking_rules")),
            (json!(600), json!([]))
        );
        for wrong in [
            json!({ "session_lifetime_seconds": 10 }),
            json!({ "blocking_rules": ["no_such_rule"] }),
            json!({ "required_fields": ["title"] }),
            json!({ "name": "" }),
        ] {
            assert_eq!(demand(&ada, wrong.clone()).await.status, 422, "{wrong}");
        }
        assert_eq!(demand(&ada, json!({})).await.text_at("/name"), "Acme");
    })
    .await;
}

#[tokio::test]
async fn a_required_field_is_asked_for_and_waited_for() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon, hybrid.").await;
        assert_eq!(read(&ada, &session).await.text_at("/current_step"), "finalizing");
        // It holds for a session that is under way, at once.
        demand(&ada, json!({ "required_fields": ["salary"] })).await;
        assert_eq!(read(&ada, &session).await.text_at("/current_step"), "collecting_details");
        let refused = finalize(&ada, &session).await;
        assert_eq!(refused.problem(409), "not_ready");
        assert!(refused.text.contains("empty: salary."), "{refused:?}");
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(read(&ada, &session).await.at("/is_complete"), false);
        ada.say(&session, "Salary is 60k to 70k EUR a year.").await;
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(read(&ada, &session).await.at("/is_complete"), true);
    })
    .await;
}

#[tokio::test]
async fn a_blocking_rule_keeps_a_post_back_and_says_why() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        demand(&ada, json!({ "blocking_rules": ["pay_not_stated"] })).await;
        let session = ada.begin().await;
        let said = ada.say(&session, "We need a backend engineer in Denver, CO, onsite.").await;
        assert!(said.text.contains("pay range has to be stated"), "{said:?}");
        let said = ada.say(&session, "Looks good, publish it.").await;
        assert!(said.text.contains("pay range has to be stated"), "{said:?}");
        assert_eq!(read(&ada, &session).await.at("/is_complete"), false);
        let report = ada.get(&format!("/v1/sessions/{session}/compliance")).await;
        let findings = report.at("/findings");
        let severity = |code: &str| {
            let all = findings.as_array().unwrap().iter();
            all.filter(|finding| finding["code"] == code)
                .map(|finding| finding["severity"].clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(severity("pay_not_stated"), [json!("blocker")], "{report:?}");
        assert_eq!(severity("equal_opportunity_not_stated"), [json!("warning")]);
        assert_eq!(finalize(&ada, &session).await.problem(409), "not_ready");
        ada.say(&session, "60k to 70k USD a year").await;
        assert_eq!(finalize(&ada, &session).await.status, 201);
    })
    .await;
}
