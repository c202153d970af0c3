//! The change log: its pages, and that it folds to the draft.

use serde_json::{Value, json};
use tests::with_app;

use super::{change, check_log, edit, log, restore, undo};

#[tokio::test]
async fn changes_are_listed_in_pages_newest_first() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        for number in 1..=5 {
            change(&ada, session, |patch| patch.title(format!("Cook {number}"))).await;
        }
        let page = ada.list_changes().session_id(session).limit(2_u32).send().await.unwrap();
        assert!(page.items.len() == 2 && page.next_page.is_some(), "{page:?}");
        let versions: Vec<u32> = log(&ada, session).await.iter().map(|change| change.version.get()).collect();
        assert_eq!(versions, [5, 4, 3, 2, 1]);
        owner.get(&format!("/v1/sessions/{session}/changes?page_token=x")).await.problem(422);
    })
    .await;
}

/// Random edits, undos, restores and turns: after each the log folds to the draft, and every version can be restored.
#[tokio::test]
async fn after_random_changes_the_log_folds_to_the_draft() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut seed: u64 = 11;
        let mut pick = move |bound: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap() % bound
        };
        let messages = [
            "We need a backend engineer.",
            "In Lisbon, hybrid.",
            "Rust and Kafka are a must.",
            "undo that",
            "Remove Kafka.",
            "Salary 60,000 to 70,000 EUR a year.",
            "Looks good, publish it.",
            "start over",
        ];
        let mut states = vec![ada.read(&session).await.at("/job_data")];
        for _ in 0..60 {
            match pick(6) {
                0 | 1 => {
                    let patches = [
                        json!({ "title": "Cook", "skills": ["Pasta", "Rice"] }),
                        json!({ "title": null, "salary": { "min": "1800", "currency": "EUR" } }),
                        json!({ "salary": null, "benefits": ["Pension"], "is_featured": true }),
                        json!({ "clear": ["skills", "is_featured"], "location": "Bath" }),
                    ];
                    edit(&ada, &session, patches[pick(4)].clone()).await;
                }
                2 | 3 => assert!([200, 409].contains(&undo(&ada, &session).await.status)),
                4 => {
                    let version = pick(states.len());
                    let restored = restore(&ada, &session, json!({ "version": version })).await;
                    assert_eq!(restored.at("/job_data"), states[version]);
                }
                _ => {
                    let turn = ada.say(&session, messages[pick(messages.len())]).await;
                    assert_eq!(turn.text_at("/status"), "succeeded");
                }
            }
            let now = ada.read(&session).await;
            let version = usize::try_from(now.at("/version").as_u64().unwrap()).unwrap();
            states.resize(version, Value::Null);
            states.push(now.at("/job_data"));
            check_log(app, &ada, &session).await;
        }
        assert!(states.len() > 30, "{}", states.len());
    })
    .await;
}
