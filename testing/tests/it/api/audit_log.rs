//! The audit log over HTTP: list, filters, one entry, CSV export, retention and webhook.

use serde_json::{Value, json};
use tests::{App, Client, Person, Receiver, WebhookEndpoint, every_scope, with_app};

async fn list(admin: &Client, query: &str) -> Vec<Value> {
    let list = admin.get(&format!("/v1/audit-log?limit=100&{query}")).await;
    assert_eq!(list.status, 200, "{list:?}");
    list.at("/items").as_array().cloned().unwrap()
}

fn actions(entries: &[Value]) -> Vec<&str> {
    entries.iter().filter_map(|entry| entry["action"].as_str()).collect()
}

/// An organization with entries of two people and a key.
async fn with_history(app: &App) -> (Person, Person) {
    let ada = app.owner("ada").await;
    let bob = app.colleague(&ada, "bob", "admin").await;
    let renamed = bob.patch("/v1/organization", json!({ "name": "Renamed" })).await;
    assert_eq!(renamed.status, 200, "{renamed:?}");
    (ada, bob)
}

#[tokio::test]
async fn the_list_is_newest_first_and_its_pages_show_each_entry_once() {
    with_app(async |app| {
        let (ada, _) = with_history(app).await;
        let all = list(&ada, "").await;
        let expected = [
            "organization.updated",
            "login.began",
            "invitation.accepted",
            "member.added",
            "invitation.created",
            "login.began",
            "member.added",
            "organization.created",
        ];
        let mut sorted = actions(&all);
        assert_eq!(sorted[0], expected[0]);
        // Those of one transaction may have the same time.
        sorted.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(sorted, expected);
        let (mut pages, mut next) = (Vec::new(), String::new());
        loop {
            let page = ada.get(&format!("/v1/audit-log?limit=2&page_token={next}")).await;
            pages.extend(page.at("/items").as_array().cloned().unwrap());
            match page.at("/next_page") {
                Value::String(token) => next = token,
                _ => break,
            }
        }
        assert_eq!(pages, all);
        let path = format!("/v1/audit-log/{}", all[3]["id"].as_str().unwrap());
        assert_eq!(ada.get(&path).await.json(), all[3]);
    })
    .await;
}

#[tokio::test]
async fn filters_select_by_action_actor_object_and_time() {
    with_app(async |app| {
        let (ada, bob) = with_history(app).await;
        assert_eq!(actions(&list(&ada, "action=member.added").await), ["member.added"; 2]);
        assert_eq!(list(&ada, "action=nothing.happened").await.len(), 0);
        let of_bob = list(&ada, &format!("actor_id={}", bob.user_id)).await;
        let mut by_bob = actions(&of_bob);
        // Those of one transaction may have the same time.
        by_bob.sort_unstable();
        assert_eq!(by_bob, ["invitation.accepted", "login.began", "member.added", "organization.updated"]);
        let about_bob = list(&ada, &format!("object_id={}", bob.user_id)).await;
        assert_eq!(actions(&about_bob), ["member.added"]);
        let key = app.live_key(&ada, &every_scope()).await;
        assert_eq!(key.patch("/v1/organization", json!({ "name": "By key" })).await.status, 200);
        let of_key = list(&ada, &format!("actor_id={}", key.id)).await;
        assert_eq!(actions(&of_key), ["organization.updated"]);
        assert_eq!(of_key[0]["actor"]["kind"], "api_key");

        // The time of an entry is exact to the millisecond: `from` includes it, `to` does not.
        let at = of_bob[0]["occurred_at"].as_str().unwrap();
        let since = list(&ada, &format!("from={at}")).await;
        let before = list(&ada, &format!("to={at}")).await;
        assert!(since.contains(&of_bob[0]) && !before.contains(&of_bob[0]));
        assert_eq!(since.len() + before.len(), list(&ada, "").await.len());
    })
    .await;
}

#[tokio::test]
async fn malformed_filters_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for query in [
            "action=%00",
            "action=Member",
            "actor_id=x",
            "object_id=1",
            "from=yesterday",
            "to=2026-01-01",
            "page_token=x",
        ] {
            let refused = ada.get(&format!("/v1/audit-log?{query}")).await;
            assert_eq!(refused.problem(422), "invalid_request", "{query}");
            let refused = ada.get(&format!("/v1/audit-log/exports/csv?{query}")).await;
            assert_eq!(refused.status == 422, !query.starts_with("page_token"), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_admins_and_keys_with_the_scope_read_the_log_and_a_test_key_sees_test_mode_only() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for role in ["member", "viewer"] {
            let other = app.colleague(&ada, role, role).await;
            assert_eq!(other.get("/v1/audit-log").await.problem(403), "forbidden");
        }
        let test_key = app.test_key(&ada, &["audit:read", "webhooks:write"]).await;
        let created = test_key.post("/v1/webhook-endpoints", json!({ "url": "https://127.0.0.1:1/" })).await;
        assert_eq!(created.status, 201, "{created:?}");
        let seen = list(&test_key, "").await;
        assert_eq!((actions(&seen), &seen[0]["livemode"]), (vec!["webhook_endpoint.created"], &json!(false)));
        let live_key = app.live_key(&ada, &["audit:read"]).await;
        for live in [&*ada, &*live_key] {
            let seen = list(live, "").await;
            let modes = |livemode: bool| seen.iter().filter(|entry| entry["livemode"] == livemode).count();
            assert!(modes(true) > 3 && modes(false) == 1, "{seen:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_export_has_every_entry_and_no_cell_that_is_a_formula() {
    with_app(async |app| {
        let (ada, _) = with_history(app).await;
        let request = ada
            .request(reqwest::Method::PATCH, "/v1/organization")
            .header("User-Agent", "=cmd|' /C calc'!A0");
        let changed = tests::Reply::of(request.json(&json!({ "name": "=Say \"x\", y" }))).await;
        assert_eq!(changed.status, 200, "{changed:?}");
        let export = ada.get("/v1/audit-log/exports/csv").await;
        assert_eq!((export.status, export.header("content-type")), (200, "text/csv; charset=utf-8"));
        assert!(export.header("content-disposition").contains("attachment"));
        let lines: Vec<&str> = export.text.split_terminator("\r\n").collect();
        let entries = list(&ada, "").await;
        assert_eq!(
            lines.len(),
            entries.len() + 2,
            "a header, a line for each entry, the end: {}",
            export.text
        );
        assert!(lines[0].starts_with("\"id\",\"occurred_at\""), "{}", lines[0]);
        for (line, entry) in lines[1..].iter().zip(&entries) {
            assert!(line.contains(entry["id"].as_str().unwrap()), "{line}");
            assert!(!line.contains(",\"="), "{line}");
        }
        assert!(export.text.contains("\"'=cmd|' /C calc'!A0\""), "{}", export.text);
        let filtered = ada.get("/v1/audit-log/exports/csv?action=organization.created").await;
        assert_eq!(filtered.text.split_terminator("\r\n").count(), 3);
        let columns = lines[0].split(',').count();
        let end = format!("\"# end: 1 entries\"{}\r\n", ",\"\"".repeat(columns - 1));
        assert!(filtered.text.ends_with(&end), "{}", filtered.text);
    })
    .await;
}

#[tokio::test]
async fn an_export_of_many_pages_is_complete() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let many = "insert into audit_entry (organization_id, id, livemode, occurred_at, action, actor_kind)
                    select $1::uuid, new_id(), true, now(), 'test.entry', 'system' from generate_series(1, 1234)";
        sqlx::query(many).bind(&ada.organization_id).execute(app.superuser()).await.unwrap();
        let export = ada.get("/v1/audit-log/exports/csv?action=test.entry").await;
        let ids: std::collections::BTreeSet<&str> = export.text.split("\r\n").map(|line| &line[..line.len().min(38)]).collect();
        // The header, the last line, and nothing after it.
        assert_eq!(ids.len(), 1234 + 3, "status {}, last line {:?}", export.status, export.text.lines().last());
        assert!(export.text.contains("\"# end: 1234 entries\""));
    })
    .await;
}

#[tokio::test]
async fn an_export_that_ends_early_has_no_last_line() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        // More than the buffers between server and client hold.
        let many = "insert into audit_entry (organization_id, id, livemode, occurred_at, action, actor_kind, details)
                    select $1::uuid, new_id(), true, now(), 'test.entry', 'system', to_jsonb(repeat('x', 900))
                      from generate_series(1, 20000)";
        sqlx::query(many).bind(&ada.organization_id).execute(app.superuser()).await.unwrap();
        let export = ada.request(reqwest::Method::GET, "/v1/audit-log/exports/csv?action=test.entry").send().await.unwrap();
        assert_eq!(export.status(), 200);
        assert_eq!(ada.post("/v1/auth/sign-out", json!(null)).await.status, 204);
        let text = export.text().await.unwrap_or_default();
        assert!(!text.contains("# end"), "the login ended meanwhile: {} bytes", text.len());
    })
    .await;
}

#[tokio::test]
async fn the_sweep_deletes_what_is_older_than_the_organization_keeps_it() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        for days in [29, 3_651] {
            let refused = ada.patch("/v1/organization", json!({ "audit_retention_days": days })).await;
            assert_eq!(refused.problem(422), "invalid_request", "{days}");
        }
        let set = ada.patch("/v1/organization", json!({ "audit_retention_days": 30 })).await;
        assert_eq!((set.status, set.at("/audit_retention_days")), (200, json!(30)), "{set:?}");
        assert_eq!(eve.get("/v1/organization").await.at("/audit_retention_days"), 365);
        let of = async |person: &Person| list(person, "").await.len();
        let before = [of(&ada).await, of(&eve).await];
        app.move_clock("29 days").await;
        app.sweep().await;
        assert_eq!([of(&ada).await, of(&eve).await], before);
        app.move_clock("31 days").await;
        app.sweep().await;
        assert_eq!([of(&ada).await, of(&eve).await], [0, before[1]]);
        app.move_clock("366 days").await;
        app.sweep().await;
        assert_eq!(of(&eve).await, 0);
    })
    .await;
}

#[tokio::test]
async fn endpoints_that_name_the_type_receive_each_entry_and_others_none() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (receiver, other) = (Receiver::start().await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["audit.recorded"]).await;
        let all_types = WebhookEndpoint::add(&ada, &other, &[]).await;
        let bob = app.colleague(&ada, "bob", "member").await;
        // Both endpoints, the invitation and its acceptance, the member and the member's login.
        endpoint.wait_for(&ada, "delivered", 6).await;
        let bodies: Vec<Value> = receiver.received().iter().map(tests::Received::json).collect();
        let added = bodies.iter().find(|body| body["data"]["action"] == "member.added").unwrap();
        assert_eq!(added["type"], "audit.recorded");
        let data = &added["data"];
        assert_eq!((&data["user_id"], &data["object_id"]), (&json!(bob.user_id), &json!(bob.user_id)));
        let entry = ada.get(&format!("/v1/audit-log/{}", data["audit_entry_id"].as_str().unwrap())).await;
        assert_eq!(entry.at("/action"), "member.added", "{entry:?}");
        assert!(all_types.deliveries(&ada).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_an_owner_with_a_fresh_sign_in_shortens_the_retention() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        let key = app.live_key(&ada, &["organization:write"]).await;
        let set = async |client: &Client, days: i32| {
            client.patch("/v1/organization", json!({ "audit_retention_days": days })).await
        };
        for client in [&*admin, &*key] {
            assert_eq!(set(client, 364).await.problem(403), "owner_required");
            assert_eq!(set(client, 365).await.status, 200);
        }
        assert_eq!(set(&key, 400).await.status, 200);
        app.superuser_runs("update login set authenticated_at = authenticated_at - interval '16 minutes'")
            .await;
        assert_eq!(set(&ada, 399).await.problem(403), "fresh_sign_in_required");
        assert_eq!(set(&ada, 401).await.status, 200);
        assert_eq!(set(&*app.sign_in(&ada.email).await, 30).await.at("/audit_retention_days"), 30);
    })
    .await;
}
