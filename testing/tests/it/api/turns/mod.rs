//! Turns: a message in, an answer out.

mod busy;

use std::time::Duration;

use futures_util::TryStreamExt;
use reqwest::Method;
use serde_json::json;
use tests::{Reply, with_app};

#[tokio::test]
async fn a_message_gets_an_answer_and_the_draft_grows() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let turn = ada.say(&session, ".net developer full stack").await;
        assert_eq!(turn.status, 200, "{turn:?}");
        assert_eq!(turn.header("preference-applied"), "wait=30");
        insta::assert_json_snapshot!(turn.json(), {
            ".id" => "[id]", ".session_id" => "[id]",
            ".created_at" => "[time]", ".started_at" => "[time]", ".finished_at" => "[time]",
        });
        let now = ada.get(&format!("/v1/sessions/{session}")).await;
        insta::assert_json_snapshot!(now.at("/job_data"));
        assert_eq!(now.text_at("/current_step"), "collecting_details");
        assert_eq!(now.at("/version"), 1);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_wait_gets_a_place_to_look() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(300));
        let accepted =
            ada.post(&format!("/v1/sessions/{session}/turns"), json!({ "message": "baker" })).await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        let location = accepted.header("location").to_owned();
        assert_eq!(location, format!("/v1/sessions/{session}/turns/{}", accepted.text_at("/id")));
        assert!(["queued", "running"].contains(&ada.get(&location).await.text_at("/status").as_str()));
        // A second message waits for the first.
        let second = ada.say(&session, "in Lisbon").await;
        assert_eq!(second.at("/sequence"), 2);
        assert_eq!(ada.get(&location).await.text_at("/status"), "succeeded");
    })
    .await;
}

#[tokio::test]
async fn waiting_ends_when_patience_does() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(1_500));
        let path = format!("/v1/sessions/{session}/turns");
        let request =
            ada.request(Method::POST, &path).header("Prefer", "wait=1").json(&json!({ "message": "baker" }));
        let accepted = Reply::of(request).await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        assert_eq!(ada.say(&session, "in Lisbon").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn messages_and_turns_are_listed_in_order() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        for message in ["baker", "in Lisbon", "full time"] {
            ada.say(session, message).await;
        }
        let page = ada.list_turns().session_id(session).limit(2_u32);
        let turns = page.clone().send().await.unwrap().into_inner();
        assert_eq!(turns.items[0].message, "baker");
        let rest = page.page_token(turns.next_page.unwrap()).send().await.unwrap();
        assert_eq!(rest.items[0].message, "full time");
        assert!(rest.next_page.is_none());
        let messages = ada.list_messages().session_id(session).limit(2_u32).stream();
        let roles: Vec<_> = messages.map_ok(|message| message.role).try_collect().await.unwrap();
        assert_eq!(roles, ["assistant", "user", "assistant", "user", "assistant", "user", "assistant"]);
    })
    .await;
}

#[tokio::test]
async fn messages_have_limits() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let longest = "ä".repeat(8_000);
        assert_eq!(ada.say(&session, &longest).await.status, 200);
        for bad in ["", "   \n", &"a".repeat(8_001), "nul\0"] {
            let refused = ada.say(&session, bad).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/message");
        }
    })
    .await;
}

#[tokio::test]
async fn the_model_sees_history_and_data_and_no_ids() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, ".net developer full stack").await;
        ada.say(&session, "senior level with 5+ years experience").await;
        let calls = app.llm.calls().await;
        let prompt = calls[1].to_string();
        assert!(prompt.contains(".net developer full stack") && prompt.contains(".Net Developer Full Stack"));
        for secret in [&session, &ada.organization_id, &ada.user_id, &ada.email] {
            assert!(!prompt.contains(secret.as_str()), "{secret} is in the prompt");
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_user_did_not_say_becomes_no_fact() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        let set =
            |field: &str, value: &str| json!({ "op": "set", "field": field, "value": value, "quote": value });
        let updates = json!([
            set("title", "Baker"),
            set("salaryMin", "90000"),
            set("currency", "EUR"),
            set("location", "Paris"),
            set("benefits", "Company car"),
        ]);
        app.llm.next_says(updates, "finalize", "All set, published!");
        ada.say(session, "we need a baker").await;
        let now = ada.read(session).await;
        assert_eq!(now.job_data.title.as_deref(), Some("Baker"));
        let has_salary = now
            .job_data
            .salary
            .as_ref()
            .is_some_and(|salary| salary.min.is_some() || salary.currency.is_some());
        assert!(!has_salary && now.job_data.location.is_none(), "{now:?}");
        assert!(!now.is_complete && ada.job_posts().await.is_empty());
    })
    .await;
}
