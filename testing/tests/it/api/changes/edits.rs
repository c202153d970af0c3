//! Edits of job data by hand: JSON Merge Patch.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Client, Reply, with_app};

use super::check_log;

async fn edit(client: &Client, session: &str, headers: &[(&str, &str)], patch: &Value) -> Reply {
    let request = client.request(Method::PATCH, &format!("/v1/sessions/{session}/job-data"));
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    Reply::of(request.json(patch)).await
}

#[tokio::test]
async fn a_merge_patch_sets_replaces_and_clears_fields() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "Backend engineer in Lisbon, hybrid. Rust and Kafka.").await;
        let patch = json!({
            "title": "Platform Engineer", "location": null, "skills": ["Rust", "PostgreSQL"],
            "salary": { "min": "1800.50", "currency": "eur", "period": "month" }, "is_featured": true,
            "clear": ["work_type"],
        });
        let edited = edit(&ada, &session, &[], &patch).await;
        assert_eq!(edited.status, 200, "{edited:?}");
        assert_eq!(edited.header("etag"), ada.read(&session).await.header("etag"));
        insta::assert_json_snapshot!(edited.json(), {
            ".id" => "[id]", ".user_id" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]", ".updated_at" => "[time]", ".expires_at" => "[time]",
            ".retained_until" => "[time]", ".etag" => "[tag]",
        });
        let changes = ada.get(&format!("/v1/sessions/{session}/changes?limit=1")).await;
        insta::assert_json_snapshot!(changes.at("/items"), {
            "[].user_id" => "[id]", "[].created_at" => "[time]", "[].changes[].turn_id" => "[id]",
        });
        check_log(app, &ada, &session).await;
        // The media type of RFC 7396 is accepted too.
        let merge = [("Content-Type", "application/merge-patch+json")];
        let path = format!("/v1/sessions/{session}/job-data");
        let request = ada.request(Method::PATCH, &path).header(merge[0].0, merge[0].1);
        let emptied = Reply::of(request.body(r#"{"salary": null, "skills": []}"#)).await;
        assert_eq!((emptied.status, emptied.at("/job_data/salary")), (200, Value::Null), "{emptied:?}");
        assert_eq!(emptied.at("/job_data/skills"), json!([]));
        let plain = ada.request(Method::PATCH, &path).header("Content-Type", "text/plain").body("{}");
        Reply::of(plain).await.problem(415);
    })
    .await;
}

#[tokio::test]
async fn an_edit_without_changes_writes_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "Backend engineer in Lisbon, hybrid. Rust and Kafka.").await;
        let before = ada.read(&session).await;
        for patch in [json!({}), before.at("/job_data"), json!({ "department": null, "clear": ["benefits"] })]
        {
            let same = edit(&ada, &session, &[], &patch).await;
            assert_eq!((same.status, same.header("etag")), (200, before.header("etag")), "{same:?}");
            assert_eq!(same.text, before.text);
        }
        assert_eq!(app.count("select count(*) from draft_change").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_invalid_edit_names_the_field_and_writes_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(edit(&ada, &session, &[], &json!({ "salary": { "max": "2400" } })).await.status, 200);
        let long = "x".repeat(81);
        let table = [
            (json!({ "title": long }), "/title"),
            (json!({ "title": " " }), "/title"),
            (json!({ "title": ["Cook"] }), "/title"),
            (json!({ "skills": "Rust" }), "/skills"),
            (json!({ "skills": ["Rust", ""] }), "/skills/1"),
            (json!({ "skills": ["Rust", null] }), "/skills/1"),
            (json!({ "salary": { "currency": "EURO" } }), "/salary/currency"),
            (json!({ "salary": { "min": "65k" } }), "/salary/min"),
            (json!({ "salary": { "min": 1800 } }), "/salary/min"),
            (json!({ "salary": { "min": "2500" } }), "/salary/min"),
            (json!({ "salary": { "median": "2500" } }), "/salary/median"),
            (json!({ "salary": { "period": "now and then" } }), "/salary/period"),
            (json!({ "work_type": "lunar" }), "/work_type"),
            (json!({ "is_featured": "yes" }), "/is_featured"),
            (json!({ "company_name": "Other" }), "/company_name"),
            (json!({ "clear": ["everything"] }), "/clear/0"),
            (json!({ "title": "Cook", "clear": ["benefits", "title"] }), "/clear/1"),
            (json!(["title"]), ""),
        ];
        for (patch, pointer) in table {
            let refused = edit(&ada, &session, &[], &patch).await;
            assert_eq!(refused.problem(422), "invalid_request", "{patch}");
            assert_eq!(refused.text_at("/errors/0/pointer"), pointer, "{refused:?}");
        }
        let two = json!({ "title": "", "location": "Lisbon", "salary": { "currency": "?" } });
        assert_eq!(edit(&ada, &session, &[], &two).await.at("/errors").as_array().map(Vec::len), Some(2));
        assert_eq!(app.count("select count(*) from draft_change").await, 1);
    })
    .await;
}

#[tokio::test]
async fn edits_honour_idempotency_keys_and_if_match() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let tag = ada.read(&session).await.header("etag").to_owned();
        let headers = [("Idempotency-Key", "key"), ("If-Match", tag.as_str())];
        let first = edit(&ada, &session, &headers, &json!({ "title": "Cook" })).await;
        let again = edit(&ada, &session, &headers, &json!({ "title": "Cook" })).await;
        assert_eq!((first.status, again.text.as_str()), (200, first.text.as_str()), "{again:?}");
        assert_eq!(
            (again.header("etag"), again.header("idempotency-replayed")),
            (first.header("etag"), "true")
        );
        let reused = edit(&ada, &session, &headers, &json!({ "title": "Baker" })).await;
        assert_eq!(reused.problem(422), "idempotency_key_reused");
        let stale = [("If-Match", tag.as_str())];
        let late = edit(&ada, &session, &stale, &json!({ "title": "Baker" })).await;
        assert_eq!(late.problem(412), "precondition_failed");
        for path in ["undo", "restore"] {
            let request = ada.request(Method::POST, &format!("/v1/sessions/{session}/{path}"));
            Reply::of(request.header("If-Match", &tag).json(&json!({ "version": 0 }))).await.problem(412);
        }
        let current = [("If-Match", first.header("etag"))];
        assert_eq!(edit(&ada, &session, &current, &json!({ "title": "Baker" })).await.status, 200);
        // A viewer may not edit; an admin edits a colleague's session.
        let (vic, bob) =
            (app.colleague(&ada, "vic", "viewer").await, app.colleague(&ada, "bob", "admin").await);
        edit(&vic, &session, &[], &json!({ "title": "Cook" })).await.problem(403);
        assert_eq!(edit(&bob, &session, &[], &json!({ "title": "Chef" })).await.status, 200);
        let log = ada.get(&format!("/v1/sessions/{session}/changes")).await;
        assert_eq!(log.text_at("/items/0/user_id"), bob.user_id);
    })
    .await;
}

#[tokio::test]
async fn an_edit_extends_the_session() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.move_clock("20:00:00").await;
        assert_eq!(edit(&ada, &session, &[], &json!({ "title": "Cook" })).await.status, 200);
        app.move_clock("43:59:50").await;
        assert_eq!(ada.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await.status, 200);
        app.move_clock("67:59:30").await;
        assert_eq!(ada.read(&session).await.status, 200);
        app.move_clock("68:00:10").await;
        let late = edit(&ada, &session, &[], &json!({ "title": "Cook" })).await;
        assert_eq!(late.problem(409), "session_expired");
    })
    .await;
}

#[tokio::test]
async fn of_twenty_edits_with_one_etag_one_succeeds() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let tag = ada.read(&session).await.header("etag").to_owned();
        let patches: Vec<_> = (0..20).map(|number| json!({ "title": format!("Cook {number}") })).collect();
        let headers = [("If-Match", tag.as_str())];
        let replies = join_all(patches.iter().map(|patch| edit(&ada, &session, &headers, patch))).await;
        let (won, lost): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == 200);
        assert_eq!((won.len(), lost.len()), (1, 19), "{replies:?}");
        assert!(lost.iter().all(|reply| reply.problem(412) == "precondition_failed"));
        let now = ada.read(&session).await;
        assert_eq!(
            (now.text_at("/job_data/title"), now.at("/version")),
            (won[0].text_at("/job_data/title"), json!(1))
        );
        // Without If-Match all of them succeed, one after another.
        let replies = join_all(patches.iter().map(|patch| edit(&ada, &session, &[], patch))).await;
        assert!(replies.iter().all(|reply| reply.status == 200), "{replies:?}");
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn an_edit_during_a_turn_and_the_turn_are_both_logged() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(600));
        let turn = ada.say(&session, "Backend engineer in Lisbon, hybrid.");
        let edits = async {
            for number in 0..12 {
                tokio::time::sleep(Duration::from_millis(70)).await;
                let patch =
                    json!({ "department": format!("Department {number}"), "salary": { "min": "1800" } });
                assert_eq!(edit(&ada, &session, &[], &patch).await.status, 200);
            }
        };
        let (turn, ()) = tokio::join!(turn, edits);
        assert_eq!(turn.text_at("/status"), "succeeded");
        let now = ada.read(&session).await;
        for (field, value) in
            [("title", "Backend Engineer"), ("location", "Lisbon"), ("department", "Department 11")]
        {
            assert_eq!(now.text_at(&format!("/job_data/{field}")), value, "{now:?}");
        }
        assert_eq!(app.count("select count(*) from draft_change where kind = 'edit'").await, 12);
        assert_eq!(app.count("select count(*) from draft_change where kind = 'turn'").await, 1);
        assert_eq!(app.llm.calls().await.len(), 1);
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn an_undo_by_message_reverts_no_later_edit() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        app.llm.slow_down(Duration::from_millis(600));
        let turn = ada.say(&session, "undo that");
        let edit = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            edit(&ada, &session, &[], &json!({ "department": "Platform" })).await
        };
        let (turn, edited) = tokio::join!(turn, edit);
        assert!(turn.text_at("/reply").contains("no change that I could take back"), "{turn:?}");
        let now = ada.read(&session).await;
        assert_eq!(now.at("/job_data"), edited.at("/job_data"));
        ada.say(&session, "undo that").await;
        let now = ada.read(&session).await;
        assert_eq!(
            (now.at("/job_data/department"), now.at("/job_data/location")),
            (Value::Null, json!("Lisbon"))
        );
        check_log(app, &ada, &session).await;
    })
    .await;
}
