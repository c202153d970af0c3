//! The change log: going back one by one or at once, by hand and in the conversation, and revisions of a post.

mod edits;
mod forks;

use futures_util::TryStreamExt;
use postwright_client::types::{Change, Session, builder};
use serde_json::{Value, json};
use tests::{App, Client, Partner, Reply, refused, with_app};
use uuid::Uuid;

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

fn data(session: &Session) -> Value {
    serde_json::to_value(&session.job_data).unwrap()
}

/// The same as [`edit`], [`undo`] and what is logged, of a partner.
async fn change(
    ada: &Partner,
    session: Uuid,
    patch: impl FnOnce(builder::JobDataPatch) -> builder::JobDataPatch,
) -> Session {
    ada.edit_job_data().session_id(session).body_map(patch).send().await.unwrap().into_inner()
}

async fn take_back(ada: &Partner, session: Uuid) -> Session {
    ada.undo_change().session_id(session).send().await.unwrap().into_inner()
}

async fn log(ada: &Partner, session: Uuid) -> Vec<Change> {
    ada.list_changes().session_id(session).limit(2_u32).stream().try_collect().await.unwrap()
}

async fn has_nothing_to_undo(ada: &Partner, session: Uuid) -> bool {
    refused(ada.undo_change().session_id(session).send().await) == (409, "nothing_to_undo".into())
}

#[tokio::test]
async fn undo_walks_back_through_turns_and_edits() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        assert!(has_nothing_to_undo(&ada, session).await);
        let mut states = vec![data(&ada.read(session).await)];
        ada.say(session, "We need a backend engineer in Lisbon.").await;
        states.push(data(&ada.read(session).await));
        let skills = vec!["Pasta".to_owned()];
        states
            .push(data(&change(&ada, session, |patch| patch.title("Cook".to_owned()).skills(skills)).await));
        ada.say(session, "Make it fully remote.").await;
        while let Some(state) = states.pop() {
            assert_eq!(data(&take_back(&ada, session).await), state);
        }
        assert!(has_nothing_to_undo(&ada, session).await);
        // What comes after is taken back alone.
        for title in ["Baker", "Chef"] {
            change(&ada, session, |patch| patch.title(title.to_owned())).await;
        }
        assert_eq!(take_back(&ada, session).await.job_data.title.as_deref(), Some("Baker"));
        assert_eq!(take_back(&ada, session).await.job_data.title, None);
        assert!(has_nothing_to_undo(&ada, session).await);
        check_log(app, &owner, &session.to_string()).await;
    })
    .await;
}

#[tokio::test]
async fn undo_brings_back_what_was_said_with_its_words() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        let turn = ada.say(session, "We need a backend engineer in Lisbon.").await.id;
        change(&ada, session, |patch| patch.location("Porto".to_owned())).await;
        take_back(&ada, session).await;
        let log = log(&ada, session).await;
        assert_eq!(log[0].restored_version, Some(1));
        assert_eq!(
            serde_json::to_value(&log[0].changes).unwrap(),
            json!([{
                "op": "set", "path": "/location", "value": "Lisbon", "basis": "stated",
                "quote": "Lisbon", "position": { "start": 30, "end": 36 }, "turn_id": turn,
            }]),
            "{log:?}"
        );
        assert_eq!(log.iter().map(|change| &*change.kind).collect::<Vec<_>>(), ["undo", "edit", "turn"]);
    })
    .await;
}

#[tokio::test]
async fn the_log_comes_in_pages_newest_first() {
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
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let nothing = ada.say(session, "undo that").await.reply.unwrap();
        assert!(nothing.contains("no change that I could take back"), "{nothing}");
        ada.say(session, "We need a backend engineer in Lisbon.").await;
        let before = data(&ada.read(session).await);
        ada.say(session, "Make it fully remote.").await;
        let undone = ada.say(session, "undo that").await;
        let reply = undone.reply.unwrap();
        assert!(reply.starts_with("I took the last change back: Work type."), "{reply}");
        assert_eq!(data(&ada.read(session).await), before);
        let last = log(&ada, session).await.remove(0);
        assert_eq!((last.kind.as_str(), last.restored_version), ("undo", Some(1)));
        assert_eq!(last.turn_id, Some(undone.id));
        // Said or by hand, it is one walk back.
        assert_eq!(take_back(&ada, session).await.job_data.title, None);
        assert!(ada.say(session, "undo").await.reply.unwrap().contains("no change"));
        check_log(app, &owner, &session.to_string()).await;
    })
    .await;
}

#[tokio::test]
async fn a_change_after_the_yes_opens_the_next_revision() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let yes = async || ada.say(session, "Looks good, publish it.").await;
        let state = async || {
            let now = ada.read(session).await;
            (now.status.to_string(), now.revision.get(), ada.job_posts().await.len())
        };
        let is = |status: &str, revision: u32, posts: usize| (status.to_owned(), revision, posts);
        ada.say(session, "Backend engineer in Lisbon, hybrid.").await;
        yes().await;
        assert_eq!(state().await, is("complete", 1, 1));
        ada.say(session, "thanks!").await;
        change(&ada, session, |patch| patch.location("Lisbon".to_owned())).await;
        assert_eq!(state().await, is("complete", 1, 1));
        change(&ada, session, |patch| patch.location("Porto".to_owned())).await;
        assert_eq!(state().await, is("active", 2, 1));
        // The yes is about a summary, which the edit has made out of date.
        yes().await;
        assert_eq!(state().await, is("active", 2, 1));
        yes().await;
        assert_eq!(state().await, is("complete", 2, 2));
        let newest = ada.job_posts().await.remove(0);
        assert_eq!((newest.revision.get(), newest.version), (2, Some(2)));
        // Back to the first: what was published once is not published again.
        let restore = ada.restore_session().session_id(session);
        let revision = std::num::NonZeroU32::new(1);
        let first = restore.body_map(|body| body.revision(revision)).send().await.unwrap();
        assert_eq!((first.job_data.location.as_deref(), first.revision.get()), (Some("Lisbon"), 3));
        yes().await;
        yes().await;
        assert_eq!(state().await, is("complete", 1, 2));
        ada.say(session, "Make it fully remote.").await;
        assert_eq!(state().await, is("active", 3, 2));
        assert_eq!(take_back(&ada, session).await.status.to_string(), "active");
        let hash = ada.read(session).await.content_hash;
        let finalize = ada.finalize_session().session_id(session);
        let again = finalize.body_map(|body| body.content_hash(hash)).send().await.unwrap();
        assert_eq!((again.status().as_u16(), again.revision.get()), (200, 1), "{again:?}");
        assert_eq!(state().await, is("complete", 1, 2));
        check_log(app, &owner, &session.to_string()).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_edited_and_undone_is_shown_again_before_the_yes() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        ada.say(session, "Backend engineer in Lisbon, hybrid.").await;
        change(&ada, session, |patch| patch.location("Porto".to_owned())).await;
        assert_eq!(take_back(&ada, session).await.job_data.location.as_deref(), Some("Lisbon"));
        let shown = ada.say(session, "Looks good, publish it.").await.reply.unwrap();
        assert!(shown.contains("Location: Lisbon"), "{shown}");
        assert!(ada.job_posts().await.is_empty());
        ada.say(session, "Looks good, publish it.").await;
        assert_eq!(ada.job_posts().await.len(), 1);
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
