//! The change log: going back one by one or at once, by hand and in the conversation, and revisions of a post.

use serde_json::{Value, json};
use tests::{App, Client, Reply, with_app};

/// The log folds to the stored draft, and the patches of the session's events to what is shown of it.
pub async fn check_log(app: &App, client: &Client, session: &str) {
    let stored = "select draft, version from session where id = $1::uuid";
    let (draft, version): (Value, i32) =
        sqlx::query_as(stored).bind(session).fetch_one(app.superuser()).await.unwrap();
    let logged = "select changes from draft_change where session_id = $1::uuid order by version";
    let logged: Vec<Value> =
        sqlx::query_scalar(logged).bind(session).fetch_all(app.superuser()).await.unwrap();
    assert_eq!(usize::try_from(version), Ok(logged.len()));
    let changes: Vec<job_post::Change> = logged
        .into_iter()
        .flat_map(|change| serde_json::from_value::<Vec<job_post::Change>>(change).unwrap())
        .collect();
    assert_eq!(job_post::Draft::fold(&changes), serde_json::from_value(draft).unwrap());
    let told =
        "select data from event where session_id = $1::uuid and type = 'job_data.changed' order by sequence";
    let told: Vec<Value> = sqlx::query_scalar(told).bind(session).fetch_all(app.superuser()).await.unwrap();
    let mut job_data = json!({});
    for event in &told {
        let patch: json_patch::Patch = serde_json::from_value(event["patch"].clone()).unwrap();
        json_patch::patch(&mut job_data, &patch).unwrap();
    }
    assert_eq!(told.last().unwrap()["version"], version);
    assert_eq!(job_data, read(client, session).await.at("/job_data"));
}

async fn read(client: &Client, session: &str) -> Reply {
    client.get(&format!("/v1/sessions/{session}")).await
}

async fn edit(client: &Client, session: &str, patch: Value) -> Reply {
    let edited = client.patch(&format!("/v1/sessions/{session}/job-data"), patch).await;
    assert_eq!(edited.status, 200, "{edited:?}");
    edited
}

async fn undo(client: &Client, session: &str) -> Reply {
    client.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await
}

async fn restore(client: &Client, session: &str, target: Value) -> Reply {
    client.post(&format!("/v1/sessions/{session}/restore"), target).await
}

#[tokio::test]
async fn undo_walks_back_through_turns_and_edits() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(undo(&ada, &session).await.problem(409), "nothing_to_undo");
        let mut states = vec![read(&ada, &session).await.at("/job_data")];
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        states.push(read(&ada, &session).await.at("/job_data"));
        states.push(
            edit(&ada, &session, json!({ "title": "Cook", "skills": ["Pasta"] })).await.at("/job_data"),
        );
        ada.say(&session, "Make it fully remote.").await;
        while let Some(state) = states.pop() {
            let undone = undo(&ada, &session).await;
            assert_eq!((undone.status, undone.at("/job_data")), (200, state), "{undone:?}");
        }
        assert_eq!(undo(&ada, &session).await.problem(409), "nothing_to_undo");
        // What comes after is taken back alone.
        edit(&ada, &session, json!({ "title": "Baker" })).await;
        edit(&ada, &session, json!({ "title": "Chef" })).await;
        assert_eq!(undo(&ada, &session).await.text_at("/job_data/title"), "Baker");
        assert_eq!(undo(&ada, &session).await.at("/job_data/title"), Value::Null);
        assert_eq!(undo(&ada, &session).await.problem(409), "nothing_to_undo");
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn undo_brings_back_what_was_said_with_its_words() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let turn = ada.say(&session, "We need a backend engineer in Lisbon.").await.text_at("/id");
        edit(&ada, &session, json!({ "location": "Porto" })).await;
        assert_eq!(undo(&ada, &session).await.status, 200);
        let log = ada.get(&format!("/v1/sessions/{session}/changes")).await;
        assert_eq!(log.at("/items/0/kind"), "undo");
        assert_eq!(log.at("/items/0/restored_version"), 1);
        assert_eq!(
            log.at("/items/0/changes"),
            json!([{
                "op": "set", "path": "/location", "value": "Lisbon", "basis": "stated",
                "quote": "Lisbon", "position": { "start": 30, "end": 36 }, "turn_id": turn,
            }]),
            "{log:?}"
        );
        let kinds: Vec<_> = (0..3).map(|place| log.text_at(&format!("/items/{place}/kind"))).collect();
        assert_eq!(kinds, ["undo", "edit", "turn"]);
    })
    .await;
}

#[tokio::test]
async fn the_log_comes_in_pages_newest_first() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        for number in 1..=5 {
            edit(&ada, &session, json!({ "title": format!("Cook {number}") })).await;
        }
        let (mut seen, mut token) = (Vec::new(), String::new());
        loop {
            let page = ada.get(&format!("/v1/sessions/{session}/changes?limit=2{token}")).await;
            seen.extend(page.at("/items").as_array().unwrap().iter().map(|entry| entry["version"].clone()));
            match page.at("/next_page").as_str() {
                Some(next) => token = format!("&page_token={next}"),
                None => break,
            }
        }
        assert_eq!(seen, [5, 4, 3, 2, 1]);
        ada.get(&format!("/v1/sessions/{session}/changes?page_token=x")).await.problem(422);
    })
    .await;
}

#[tokio::test]
async fn restore_goes_to_any_version_and_back() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut states = vec![read(&ada, &session).await.at("/job_data")];
        for number in 1..=4 {
            states.push(
                edit(&ada, &session, json!({ "title": format!("Cook {number}") })).await.at("/job_data"),
            );
        }
        for (version, state) in states.iter().enumerate() {
            let restored = restore(&ada, &session, json!({ "version": version })).await;
            assert_eq!((restored.status, &restored.at("/job_data")), (200, state), "{restored:?}");
        }
        // The last one was there already.
        let before = read(&ada, &session).await;
        let version = before.at("/version");
        assert_eq!(restore(&ada, &session, json!({ "version": version })).await.text, before.text);
        assert_eq!(undo(&ada, &session).await.at("/job_data"), states[3]);
        for (target, pointer) in [
            (json!({}), ""),
            (json!({ "version": 1, "revision": 1 }), ""),
            (json!({ "version": 99 }), "/version"),
            (json!({ "version": -1 }), "/version"),
            (json!({ "revision": 1 }), "/revision"),
            (json!({ "revision": 0 }), "/revision"),
        ] {
            let refused = restore(&ada, &session, target).await;
            assert_eq!(refused.problem(422), "invalid_request");
            assert_eq!(refused.text_at("/errors/0/pointer"), pointer);
        }
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn undo_can_be_said() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let nothing = ada.say(&session, "undo that").await;
        assert!(nothing.text_at("/reply").contains("no change that I could take back"), "{nothing:?}");
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        let before = read(&ada, &session).await.at("/job_data");
        ada.say(&session, "Make it fully remote.").await;
        let undone = ada.say(&session, "undo that").await;
        assert!(
            undone.text_at("/reply").starts_with("I took the last change back: Work type."),
            "{undone:?}"
        );
        assert_eq!(read(&ada, &session).await.at("/job_data"), before);
        let log = ada.get(&format!("/v1/sessions/{session}/changes")).await;
        assert_eq!((log.at("/items/0/kind"), log.at("/items/0/restored_version")), (json!("undo"), json!(1)));
        assert_eq!(log.text_at("/items/0/turn_id"), undone.text_at("/id"));
        // Said or by hand, it is one walk back.
        assert_eq!(undo(&ada, &session).await.at("/job_data/title"), Value::Null);
        assert!(ada.say(&session, "undo").await.text_at("/reply").contains("no change"));
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn a_change_after_the_yes_opens_the_next_revision() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        ada.say(&session, "Looks good, publish it.").await;
        let state = async || {
            let now = read(&ada, &session).await;
            let posts = ada.get("/v1/job-posts").await.at("/items").as_array().map_or(0, Vec::len);
            (now.text_at("/status"), now.at("/revision").as_i64().unwrap(), posts)
        };
        let is = |status: &str, revision: i64, posts: usize| (status.to_owned(), revision, posts);
        assert_eq!(state().await, is("complete", 1, 1));
        ada.say(&session, "thanks!").await;
        edit(&ada, &session, json!({ "location": "Lisbon" })).await;
        assert_eq!(state().await, is("complete", 1, 1));
        edit(&ada, &session, json!({ "location": "Porto" })).await;
        assert_eq!(state().await, is("active", 2, 1));
        // The yes is about a summary, which the edit has made out of date.
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(state().await, is("active", 2, 1));
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(state().await, is("complete", 2, 2));
        let posts = ada.get("/v1/job-posts").await;
        assert_eq!((posts.at("/items/0/revision"), posts.at("/items/0/version")), (json!(2), json!(2)));
        // Back to the first: what was published once is not published again.
        let first = restore(&ada, &session, json!({ "revision": 1 })).await;
        assert_eq!(
            (first.text_at("/job_data/location"), first.at("/revision")),
            ("Lisbon".to_owned(), json!(3))
        );
        for _ in 0..2 {
            ada.say(&session, "Looks good, publish it.").await;
        }
        assert_eq!(state().await, is("complete", 1, 2));
        ada.say(&session, "Make it fully remote.").await;
        assert_eq!(state().await, is("active", 3, 2));
        assert_eq!(undo(&ada, &session).await.at("/status"), "active");
        let hash = read(&ada, &session).await.text_at("/content_hash");
        let again =
            ada.post(&format!("/v1/sessions/{session}/finalize"), json!({ "content_hash": hash })).await;
        assert_eq!((again.status, again.at("/revision")), (200, json!(1)), "{again:?}");
        assert_eq!(state().await, is("complete", 1, 2));
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_edited_and_undone_is_shown_again_before_the_yes() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        edit(&ada, &session, json!({ "location": "Porto" })).await;
        assert_eq!(undo(&ada, &session).await.text_at("/job_data/location"), "Lisbon");
        let shown = ada.say(&session, "Looks good, publish it.").await;
        assert!(shown.text_at("/reply").contains("Location: Lisbon"), "{shown:?}");
        assert_eq!(app.count("select count(*) from job_post").await, 0);
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(app.count("select count(*) from job_post").await, 1);
    })
    .await;
}

/// Random edits, undos, restores and turns: the log folds to the draft after each, and every version can be had again.
#[tokio::test]
async fn whatever_is_done_the_log_folds_to_the_draft() {
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
        let mut states = vec![read(&ada, &session).await.at("/job_data")];
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
                    let said = ada.say(&session, messages[pick(messages.len())]).await;
                    assert_eq!(said.text_at("/status"), "succeeded");
                }
            }
            let now = read(&ada, &session).await;
            let version = usize::try_from(now.at("/version").as_u64().unwrap()).unwrap();
            states.resize(version, Value::Null);
            states.push(now.at("/job_data"));
            check_log(app, &ada, &session).await;
        }
        assert!(states.len() > 30, "{}", states.len());
    })
    .await;
}
