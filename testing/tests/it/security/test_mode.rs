//! Test mode: keys `pw_test_…` see and change only rows of test mode, and use another model.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{App, Client, every_scope, with_app};
use wiremock::ResponseTemplate;

use super::scopes;

/// Has a conversation that ends with a job post. Returns the ids of session, last turn and job post.
async fn converse(client: &Client) -> [String; 3] {
    let session = client.begin().await;
    client.say(&session, "Backend engineer in Lisbon, hybrid.").await;
    let turn = client.say(&session, "Looks good, publish it.").await;
    assert_eq!(turn.text_at("/status"), "succeeded", "{turn:?}");
    let posts = client.get("/v1/job-posts").await;
    [session, turn.text_at("/id"), posts.text_at("/items/0/id")]
}

/// The body without its request id.
fn without_id(mut body: Value) -> Value {
    body.as_object_mut().unwrap().remove("request_id");
    body
}

#[tokio::test]
async fn neither_mode_sees_rows_of_the_other() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let live = app.live_key(&ada, &every_scope()).await;
        let test = app.test_key(&ada, &every_scope()).await;
        let sides: [(Client, bool); 4] = [
            (Client::clone(&live), true),
            (app.client_of(&live).await, true),
            (Client::clone(&test), false),
            (app.client_of(&test).await, false),
        ];
        let mut owned = Vec::new();
        for (client, livemode) in &sides {
            owned.push((converse(client).await, *livemode));
        }
        for (client, livemode) in &sides {
            for path in ["/v1/sessions", "/v1/job-posts"] {
                let list = client.get(path).await;
                let items = list.at("/items").as_array().unwrap().clone();
                assert_eq!(items.len(), 2, "{list:?}");
                assert!(items.iter().all(|item| item["livemode"] == *livemode), "{list:?}");
            }
            for ([session, turn, job_post], of) in &owned {
                let paths = [
                    format!("/v1/sessions/{session}"),
                    format!("/v1/sessions/{session}/turns"),
                    format!("/v1/sessions/{session}/turns/{turn}"),
                    format!("/v1/sessions/{session}/events"),
                    format!("/v1/sessions/{session}/messages"),
                    format!("/v1/sessions/{session}/changes"),
                    format!("/v1/job-posts/{job_post}"),
                    format!("/job-post-session/{session}"),
                ];
                for path in paths.iter().filter(|path| of != livemode || !path.ends_with("/events")) {
                    let reply = client.get(path).await;
                    if of == livemode {
                        assert_eq!(reply.status, 200, "{path}: {reply:?}");
                        continue;
                    }
                    let unknown = path.replace(session, &uuid::Uuid::now_v7().to_string());
                    let unknown = unknown.replace(job_post, &uuid::Uuid::now_v7().to_string());
                    let unknown = client.get(&unknown).await;
                    assert_eq!((reply.status, unknown.status), (404, 404), "{path}: {reply:?}");
                    assert_eq!(without_id(reply.json()), without_id(unknown.json()), "{path}");
                }
                if of != livemode {
                    assert_eq!(client.delete(&format!("/v1/sessions/{session}")).await.status, 404);
                    assert_eq!(client.say(session, "hello").await.status, 404);
                }
            }
        }
        // People work in live mode.
        assert_eq!(ada.get("/v1/sessions").await.at("/items").as_array().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn each_mode_uses_its_own_model() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let test = app.test_key(&ada, &every_scope()).await;
        let session = test.begin().await;
        assert_eq!(test.say(&session, "A cook in Porto.").await.text_at("/status"), "succeeded");
        assert_eq!((app.llm.calls().await.len(), app.test_llm.calls().await.len()), (0, 1));
        let session = ada.begin().await;
        ada.say(&session, "A cook in Porto.").await;
        assert_eq!((app.llm.calls().await.len(), app.test_llm.calls().await.len()), (1, 1));
    })
    .await;
}

/// Each model has a circuit breaker of its own.
#[tokio::test]
async fn a_failing_model_does_not_affect_the_other_mode() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let test = app.test_key(&ada, &every_scope()).await;
        app.llm.always(ResponseTemplate::new(500));
        // A turn makes three calls; twenty failed ones open the breaker.
        for _ in 0..8 {
            ada.start_turn(&ada.begin().await, "A cook.").await;
        }
        app.llm.wait_for_calls(20).await;
        ada.start_turn(&ada.begin().await, "A cook.").await;
        let (session, begun) = (test.begin().await, Instant::now());
        assert_eq!(test.say(&session, "A cook in Porto.").await.text_at("/status"), "succeeded");
        // The breaker stays open for 15 s.
        assert!(begun.elapsed() < Duration::from_secs(8), "it waited for the other model");
        let waits = "select count(*) from turn where livemode and status = 'queued'";
        assert!(app.count(waits).await > 0, "the breaker of live mode is not open");
        // Or each probe would fail and open the breaker for another 15 s.
        app.llm.recover();
        app.wait_until_idle().await;
    })
    .await;
}

/// Cross-tenant functions treat both modes alike: lost turns run again, expired sessions are swept.
#[tokio::test]
async fn lost_turns_of_test_mode_run_again_and_its_expired_sessions_are_swept() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let test = app.test_key(&ada, &every_scope()).await;
        let session = test.begin().await;
        assert_eq!(test.say(&session, "A cook in Porto.").await.text_at("/status"), "succeeded");
        // The state that a dead worker leaves.
        sqlx::query(
            "update turn set status = 'running', is_head = true, finished_at = null, lease_until = app_clock() - interval '1 s'",
        )
        .execute(app.superuser())
        .await
        .unwrap();
        sqlx::query("delete from message where turn_id is not null and role = 'assistant'")
            .execute(app.superuser())
            .await
            .unwrap();
        let recovered = "select count(*) from turn where status = 'succeeded' and epoch = 2";
        assert_eq!(app.wait_for_count(recovered, 1).await, 1);
        let turns = test.get(&format!("/v1/sessions/{session}/turns")).await;
        assert_eq!(turns.text_at("/items/0/status"), "succeeded", "{turns:?}");
        assert_eq!(app.count("select count(*) from turn where epoch = 2 and not livemode").await, 1);
        app.move_clock("25 hours").await;
        assert_eq!(test.read(&session).await.at("/is_expired"), true);
        app.move_clock("32 days").await;
        assert_eq!(test.read(&session).await.status, 404);
        domain::sessions::note_expiries(&app.db, Duration::ZERO).await.unwrap();
        let swept: i32 = sqlx::query_scalar("select cross_tenant.sweep_sessions(10)").fetch_one(app.superuser()).await.unwrap();
        assert_eq!(swept, 1);
    })
    .await;
}

/// All rows of live mode and of tables without a mode, by table, without `last_used_at` of keys.
async fn live_rows(app: &App) -> Vec<(String, String)> {
    let tables = "select t.table_name::text, bool_or(c.column_name = 'livemode')
        from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1";
    let tables: Vec<(String, bool)> = sqlx::query_as(tables).fetch_all(app.superuser()).await.unwrap();
    let mut rows = Vec::new();
    for (table, has_mode) in tables {
        let of_mode = if has_mode { "where livemode" } else { "" };
        let all = format!(
            "select coalesce(jsonb_agg(row order by row::text), '[]')::text
               from (select to_jsonb(t) - 'last_used_at' as row from {table} t {of_mode}) rows"
        );
        let all = sqlx::query_scalar(sqlx::AssertSqlSafe(all)).fetch_one(app.superuser()).await.unwrap();
        rows.push((table, all));
    }
    rows
}

/// The organization has no mode, so a test key must not change it.
#[tokio::test]
async fn a_test_key_changes_no_row_of_live_mode() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        // Before there is a target or an enabled endpoint, so that nothing is delivered later.
        let [session, turn, job_post] = converse(&ada).await;
        let target = json!({ "format": "signed_json", "url": "https://1.1.1.1/" });
        assert_eq!(ada.put("/v1/organization/publication-target", target).await.status, 200);
        let endpoint = json!({ "url": "https://1.1.1.1/", "enabled": false });
        let endpoint = ada.post("/v1/webhook-endpoints", endpoint).await;
        let live = |name: &str| match name {
            "{session_id}" => Some(session.clone()),
            "{turn_id}" => Some(turn.clone()),
            "{job_post_id}" => Some(job_post.clone()),
            "{endpoint_id}" => Some(endpoint.text_at("/id")),
            _ => None,
        };
        let key = app.test_key(&ada, &every_scope()).await;
        let token = app.client_of(&key).await;
        let before = live_rows(app).await;
        let operations = scopes::operations();
        let writes = operations.iter().filter(|it| it.scope.is_some() && it.method != reqwest::Method::GET);
        for operation in writes {
            for client in [&*key, &token] {
                let reply = operation.call_with_example(client, live).await;
                assert_ne!(reply.status, 401, "{}: {reply:?}", operation.id);
                if operation.id == "update_organization" {
                    assert_eq!(reply.problem(403), "live_only");
                    assert!(reply.text_at("/detail").contains("live key"), "{reply:?}");
                }
            }
            let after = live_rows(app).await;
            for (was, is) in before.iter().zip(&after) {
                assert_eq!(was, is, "{} changed it", operation.id);
            }
        }
        for client in [&*key, &token] {
            assert_eq!(client.get("/v1/organization").await.status, 200);
        }
        let live_key = app.live_key(&ada, &every_scope()).await;
        assert_eq!(
            live_key.patch("/v1/organization", json!({ "name": "Acme" })).await.text_at("/name"),
            "Acme"
        );
    })
    .await;
}
