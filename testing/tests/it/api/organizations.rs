//! Settings of an organization: what a job post needs before it can be published.

use serde_json::{Value, json};
use tests::{Client, Reply, with_app};

async fn update(ada: &Client, change: Value) -> Reply {
    ada.patch("/v1/organization", change).await
}

#[tokio::test]
async fn only_admins_change_settings() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        assert_eq!(update(&bob, json!({ "name": "Bob's" })).await.status, 403);
        let changed = update(&ada, json!({ "name": "Acme", "session_lifetime_seconds": 600 })).await;
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
            assert_eq!(update(&ada, wrong.clone()).await.status, 422, "{wrong}");
        }
        assert_eq!(update(&ada, json!({})).await.text_at("/name"), "Acme");
    })
    .await;
}

#[tokio::test]
async fn without_a_required_field_a_post_cannot_be_finalized() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon, hybrid.").await;
        assert_eq!(ada.read(&session).await.text_at("/current_step"), "finalizing");
        // The setting applies to open sessions at once.
        update(&ada, json!({ "required_fields": ["salary"] })).await;
        assert_eq!(ada.read(&session).await.text_at("/current_step"), "collecting_details");
        let refused = ada.finalize(&session).await;
        assert_eq!(refused.problem(409), "not_ready");
        assert!(refused.text.contains("empty: salary."), "{refused:?}");
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(ada.read(&session).await.at("/is_complete"), false);
        ada.say(&session, "Salary is 60k to 70k EUR a year.").await;
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(ada.read(&session).await.at("/is_complete"), true);
    })
    .await;
}

#[tokio::test]
async fn a_blocking_finding_prevents_finalizing_and_is_named() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        update(&ada, json!({ "blocking_rules": ["pay_not_stated"] })).await;
        let session = ada.begin().await;
        let turn = ada.say(&session, "We need a backend engineer in Denver, CO, onsite.").await;
        assert!(turn.text.contains("pay range has to be stated"), "{turn:?}");
        let turn = ada.say(&session, "Looks good, publish it.").await;
        assert!(turn.text.contains("pay range has to be stated"), "{turn:?}");
        assert_eq!(ada.read(&session).await.at("/is_complete"), false);
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
        assert_eq!(ada.finalize(&session).await.problem(409), "not_ready");
        ada.say(&session, "60k to 70k USD a year").await;
        assert_eq!(ada.finalize(&session).await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn the_agent_writes_as_the_organization_says() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let unset = ada.get("/v1/organization").await;
        assert_eq!(
            unset.at("/writing"),
            json!({ "tone": "plain", "length": "normal", "standing_benefits": [] })
        );
        let writing = json!({
            "tone": "formal",
            "about_company": " We have built bridges\nsince 1904. ",
            "equal_opportunity_statement": "We welcome everybody.",
            "standing_benefits": ["30 days of holiday", "30 days of holiday"],
        });
        let changed = update(&ada, json!({ "writing": writing, "ai_disclosure": true })).await;
        assert_eq!(changed.text_at("/writing/about_company"), "We have built bridges since 1904.");
        assert_eq!(changed.at("/writing/standing_benefits"), json!(["30 days of holiday"]));

        let session = ada.begin().await;
        let greeting = ada.get(&format!("/v1/sessions/{session}/messages")).await.text_at("/items/0/text");
        assert!(greeting.contains("You are talking with an AI"), "{greeting}");
        assert_eq!(ada.read(&session).await.at("/job_data/benefits"), json!(["30 days of holiday"]));
        let origins = ada.get(&format!("/v1/sessions/{session}/provenance")).await;
        assert_eq!(origins.text_at("/fields/0/values/0/basis"), "copied", "{origins:?}");

        ada.say(&session, "We need a backend engineer in Lisbon, hybrid.").await;
        ada.say(&session, "Write a description please").await;
        ada.say(&session, "use it").await;
        let description = ada.read(&session).await.text_at("/job_data/description");
        for text in ["invites applications", "since 1904", "30 days of holiday", "We welcome everybody."] {
            assert!(description.contains(text), "{text}: {description}");
        }
        for wrong in [json!({ "about_company": "x".repeat(1_001) }), json!({ "tone": "rude" })] {
            assert_eq!(update(&ada, json!({ "writing": wrong.clone() })).await.status, 422, "{wrong}");
        }
        assert_eq!(update(&ada, json!({ "writing": {} })).await.at("/writing"), unset.at("/writing"));
    })
    .await;
}

#[tokio::test]
async fn pay_without_a_currency_gets_the_organizations_and_says_so() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(update(&ada, json!({ "currency": "EUR" })).await.text_at("/currency"), "EUR");
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon, hybrid, 60k to 70k a year.").await;
        assert_eq!(ada.read(&session).await.at("/job_data/salary/currency"), "EUR");
        let provenance = ada.get(&format!("/v1/sessions/{session}/provenance")).await;
        let fields = provenance.at("/fields").as_array().unwrap().clone();
        let mut values = fields.iter().flat_map(|field| field["values"].as_array().unwrap());
        let currency = values.find(|value| value["path"] == "/salary/currency").expect("its origin");
        assert_eq!(currency["basis"], "copied", "{currency}");
        // The place of work has another one.
        let other = ada.begin().await;
        ada.say(&other, "We need a cook in Bath, UK, on site, 30k to 35k a year.").await;
        let salary = ada.read(&other).await.at("/job_data/salary");
        assert_eq!((&salary["min"], salary.get("currency")), (&json!("30000"), None));
        for wrong in ["eur", "euro", "EU", "XXX", "ZZZ"] {
            assert_eq!(update(&ada, json!({ "currency": wrong })).await.status, 422, "{wrong}");
        }
        assert_eq!(update(&ada, json!({ "name": "Acme" })).await.text_at("/currency"), "EUR");
        assert_eq!(update(&ada, json!({ "currency": "" })).await.at("/currency"), Value::Null);
    })
    .await;
}

#[tokio::test]
async fn a_session_without_a_locale_begins_in_the_organizations_first_language() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let begun = async |body: Value| {
            let session = ada.post("/v1/sessions", body).await;
            let messages = ada.get(&format!("/v1/sessions/{}/messages", session.text_at("/id"))).await;
            (session.at("/locale"), messages.text_at("/items/0/text"))
        };
        let (none, english) = begun(json!({})).await;
        assert_eq!(none, Value::Null);
        let languages = json!({ "languages": ["de", "en", "de"] });
        assert_eq!(update(&ada, languages).await.at("/languages"), json!(["de", "en"]));
        let (first, german) = begun(json!({})).await;
        assert_eq!(first, "de");
        assert_ne!(german, english);
        assert_eq!(begun(json!({ "locale": "en" })).await.1, english);
        assert_eq!(update(&ada, json!({ "languages": ["xx"] })).await.status, 422);
        assert_eq!(update(&ada, json!({ "languages": [] })).await.at("/languages"), json!([]));
        assert_eq!(begun(json!({})).await.0, Value::Null);
    })
    .await;
}
