//! Turns: a message is posted, the turn runs, and the draft changes.

mod busy;
mod cancel;
mod retry;
mod wait;

use tests::{App, with_app};

/// The body of the last call of the model.
async fn last_prompt(app: &App) -> String {
    app.llm.calls().await.last().unwrap().to_string()
}

#[tokio::test]
async fn a_message_gets_a_reply_and_fills_the_draft() {
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
        let now = ada.read(&session).await;
        insta::assert_json_snapshot!(now.at("/job_data"));
        assert_eq!(now.text_at("/current_step"), "collecting_details");
        assert_eq!(now.at("/version"), 1);
    })
    .await;
}

#[tokio::test]
async fn empty_and_overlong_messages_are_refused() {
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
async fn prompts_contain_history_and_data_and_no_ids() {
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
