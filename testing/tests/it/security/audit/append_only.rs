//! Entries are appended in the transaction of their effect and stay as they are.

use serde_json::json;
use sqlx::Connection;
use tests::with_app;

use super::{actions, entries_of};

#[tokio::test]
async fn the_database_refuses_to_change_or_delete_an_entry() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let statements =
            ["update audit_entry set action = 'x'", "delete from audit_entry", "truncate audit_entry"];
        let mut as_app = app.database().connect_as_app().await;
        let mut transaction = as_app.begin().await.unwrap();
        sqlx::query(
            "select set_config('app.organization', $1, true), set_config('app.livemode', 'true', true)",
        )
        .bind(&ada.organization_id)
        .execute(&mut *transaction)
        .await
        .unwrap();
        for statement in statements {
            let mut attempt = transaction.begin().await.unwrap();
            let refused = sqlx::query(statement).execute(&mut *attempt).await.unwrap_err();
            assert_eq!(refused.as_database_error().unwrap().code().as_deref(), Some("42501"), "{refused}");
            attempt.rollback().await.unwrap();
        }
        // Also those who have the right to.
        for statement in statements {
            let refused = sqlx::query(statement).execute(app.superuser()).await.unwrap_err();
            assert!(refused.to_string().contains("cannot be changed or deleted"), "{refused}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_the_sweep_may_delete_and_only_an_erasure_may_remove_personal_data() {
    with_app(async |app| {
        let granted = "select grantee || ' ' || privilege_type from information_schema.role_table_grants
                        where table_name = 'audit_entry' and grantee like 'postwright%' and grantee <> 'postwright_owner'
                        order by 1";
        let granted: Vec<String> = sqlx::query_scalar(granted).fetch_all(app.superuser()).await.unwrap();
        assert_eq!(
            granted,
            [
                "postwright_app INSERT",
                "postwright_app SELECT",
                "postwright_system DELETE",
                "postwright_system INSERT",
                "postwright_system SELECT"
            ]
        );
        let columns = "select a.attname || ' ' || g.grantee::regrole || ' ' || g.privilege_type
                         from pg_attribute a cross join aclexplode(a.attacl) g
                        where a.attrelid = 'audit_entry'::regclass order by 1";
        let columns: Vec<String> = sqlx::query_scalar(columns).fetch_all(app.superuser()).await.unwrap();
        let personal = ["address", "after", "before", "caller_request_id", "details", "user_agent"];
        assert_eq!(columns, personal.map(|column| format!("{column} postwright_system UPDATE")));
        let deleting = "select p.proname::text from pg_proc p
                         where p.prosrc ~* '(delete from|update|truncate)\\s+(public\\.)?audit_entry' order by 1";
        let deleting: Vec<String> = sqlx::query_scalar(deleting).fetch_all(app.superuser()).await.unwrap();
        assert_eq!(deleting, ["erase_traces", "sweep_traces"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_rolled_back_leaves_no_entry() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let path = format!("/v1/members/{}", ada.user_id);
        let last_owner = ada.patch(&path, json!({ "role": "viewer" })).await;
        assert_eq!(last_owner.problem(409), "last_owner");
        assert!(entries_of(app, &last_owner).await.is_empty());
        let same = ada.patch(&path, json!({ "role": "owner" })).await;
        assert_eq!(same.status, 200, "{same:?}");
        assert!(entries_of(app, &same).await.is_empty(), "nothing changed");
    })
    .await;
}

#[tokio::test]
async fn an_entry_shows_what_changed_and_from_where() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let request = ada
            .request(reqwest::Method::PATCH, &format!("/v1/members/{}", bob.user_id))
            .header("X-Request-Id", "partner-77")
            .header("User-Agent", "Browser/1")
            .json(&json!({ "role": "admin" }));
        let changed = tests::Reply::of(request).await;
        assert_eq!(changed.header("x-caller-request-id"), "partner-77");
        let entries = entries_of(app, &changed).await;
        assert_eq!(actions(&entries), ["member.role_changed"]);
        let entry = &entries[0];
        assert_eq!(
            (&entry["before"], &entry["after"]),
            (&json!({ "role": "member" }), &json!({ "role": "admin" }))
        );
        assert_eq!((&entry["object_type"], &entry["object_id"]), (&json!("member"), &json!(bob.user_id)));
        let origin = [&entry["address"], &entry["user_agent"], &entry["caller_request_id"]];
        assert_eq!(origin, ["127.0.0.1", "Browser/1", "partner-77"]);
    })
    .await;
}
