//! Job data: which values of a message are accepted.

use serde_json::json;
use tests::with_app;

#[tokio::test]
async fn values_that_the_user_did_not_state_are_not_accepted() {
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
