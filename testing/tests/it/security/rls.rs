//! Row-level security on its own, without the types of `domain`.

use reqwest::Method;
use serde_json::json;
use sqlx::{Connection, PgConnection, Postgres, Row, Transaction};
use tests::{App, Person, Reply, wait_until, with_app};

const TENANT_TABLES: [&str; 18] = [
    "api_key",
    "audit_entry",
    "membership",
    "login",
    "refresh_token",
    "session",
    "turn",
    "message",
    "draft_change",
    "job_post",
    "event",
    "idempotency_key",
    "publication_target",
    "publication",
    "delivery",
    "delivery_attempt",
    "webhook_endpoint",
    "webhook_event",
];

async fn count(connection: &mut PgConnection, table: &str) -> i64 {
    let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
    sqlx::query_scalar(query).fetch_one(connection).await.unwrap()
}

/// Begins a transaction of this tenant.
async fn tenant_tx<'a>(
    connection: &'a mut PgConnection,
    organization: &str,
    livemode: &str,
) -> Transaction<'a, Postgres> {
    let mut transaction = connection.begin().await.unwrap();
    sqlx::query("select set_config('app.organization', $1, true), set_config('app.livemode', $2, true)")
        .bind(organization)
        .bind(livemode)
        .execute(&mut *transaction)
        .await
        .unwrap();
    transaction
}

/// Two organizations with a row in every tenant table each.
async fn two_organizations(app: &App) -> (String, String) {
    let mut organizations = Vec::new();
    for name in ["ada", "bob"] {
        let person = app.owner(name).await;
        // No server listens at this address.
        let target = json!({ "format": "ai_create", "url": "http://127.0.0.1:9" });
        assert_eq!(person.put("/v1/organization/publication-target", target).await.status, 200);
        let session = person.begin().await;
        for message in ["Backend engineer in Lisbon, hybrid.", "Looks good, publish it."] {
            assert_eq!(person.say(&session, message).await.text_at("/status"), "succeeded");
        }
        let key = json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] });
        assert_eq!(person.post("/v1/api-keys", key).await.status, 201);
        let keyed = person.request(Method::POST, "/v1/sessions").header("Idempotency-Key", "key");
        assert_eq!(Reply::of(keyed.json(&json!({}))).await.status, 201);
        attempt_a_delivery(&person).await;
        organizations.push(person.organization_id.clone());
    }
    (organizations[0].clone(), organizations[1].clone())
}

/// Sends a test event to an address at which no server listens.
async fn attempt_a_delivery(person: &Person) {
    let body = json!({ "url": "https://127.0.0.1:1/", "event_types": ["webhook.test"] });
    let endpoint = person.post("/v1/webhook-endpoints", body).await;
    let tested = person.post(&format!("{}/test", endpoint.header("location")), json!({})).await;
    wait_until("the delivery has an attempt", async || {
        !person.get(tested.header("location")).await.at("/attempts/0").is_null()
    })
    .await;
}

#[tokio::test]
async fn without_an_organization_no_row_is_visible() {
    with_app(async |app| {
        two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        for table in TENANT_TABLES.into_iter().chain(["organization"]) {
            assert_eq!(count(&mut connection, table).await, 0, "{table}");
        }
        // After a transaction that set an organization the setting is '' instead of null.
        let transaction = tenant_tx(&mut connection, "00000000-0000-7000-8000-000000000000", "true").await;
        transaction.commit().await.unwrap();
        assert_eq!(count(&mut connection, "session").await, 0);
    })
    .await;
}

#[tokio::test]
async fn only_functions_of_the_cross_tenant_schema_bypass_row_level_security() {
    with_app(async |app| {
        let security_definers = "select count(*) from pg_proc p
             join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' and p.prosecdef";
        assert_eq!(app.count(security_definers).await, 0);
        let ours =
            "select count(*) from pg_proc where proname in ('accept_turn', 'complete_turn', 'read_session')";
        assert_eq!(app.count(ours).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_tenant_sees_and_changes_only_its_own_rows() {
    with_app(async |app| {
        let (ada, bob) = two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        for table in TENANT_TABLES {
            let all: i64 = {
                let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
                sqlx::query_scalar(query).fetch_one(app.superuser()).await.unwrap()
            };
            let mut transaction = tenant_tx(&mut connection, &ada, "true").await;
            let own = count(&mut transaction, table).await;
            assert!(own > 0 && own < all, "{table}: {own} of {all}");
            let query =
                sqlx::AssertSqlSafe(format!("select count(*) from {table} where organization_id = '{bob}'"));
            let strangers: i64 = sqlx::query_scalar(query).fetch_one(&mut *transaction).await.unwrap();
            assert_eq!(strangers, 0, "{table}");
            transaction.rollback().await.unwrap();
            for write in [
                format!("update {table} set organization_id = '{bob}'"),
                format!("delete from {table} where organization_id = '{bob}'"),
            ] {
                let mut transaction = tenant_tx(&mut connection, &ada, "true").await;
                let written =
                    sqlx::query(sqlx::AssertSqlSafe(write.clone())).execute(&mut *transaction).await;
                assert!(written.is_err() || written.unwrap().rows_affected() == 0, "{write}");
                transaction.rollback().await.unwrap();
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_row_cannot_be_inserted_for_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        let mut transaction = tenant_tx(&mut connection, &ada, "true").await;
        let foreign = sqlx::query(
            "insert into message (organization_id, id, livemode, session_id, sequence, role, text)
             select $1::uuid, gen_random_uuid(), true, session_id, 99, 'user', 'x' from message limit 1",
        );
        assert!(foreign.bind(&bob).execute(&mut *transaction).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_foreign_key_cannot_refer_to_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_organizations(app).await;
        let of_bob: uuid::Uuid = sqlx::query("select id from session where organization_id = $1::uuid")
            .bind(&bob)
            .fetch_one(app.superuser())
            .await
            .unwrap()
            .get(0);
        let mut connection = app.database().connect_as_app().await;
        let mut transaction = tenant_tx(&mut connection, &ada, "true").await;
        let foreign = sqlx::query(
            "insert into message (organization_id, id, livemode, session_id, sequence, role, text)
             values ($1::uuid, gen_random_uuid(), true, $2, 99, 'user', 'x')",
        );
        let refused = foreign.bind(&ada).bind(of_bob).execute(&mut *transaction).await.unwrap_err();
        assert!(refused.as_database_error().unwrap().is_foreign_key_violation(), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn test_mode_sees_no_row_of_live_mode() {
    with_app(async |app| {
        let (ada, _) = two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        let mut transaction = tenant_tx(&mut connection, &ada, "false").await;
        for table in [
            "session",
            "turn",
            "message",
            "draft_change",
            "job_post",
            "event",
            "publication_target",
            "publication",
            "delivery",
            "webhook_endpoint",
        ] {
            assert_eq!(count(&mut transaction, table).await, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_app_role_cannot_bypass_row_level_security_and_owns_nothing() {
    with_app(async |app| {
        let bypassing = "select count(*) from pg_roles
                       where rolname like 'postwright%' and rolname <> 'postwright_owner' and (rolsuper or rolbypassrls or rolcreaterole)";
        assert_eq!(app.count(bypassing).await, 0);
        let owned = "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                      where r.rolname in ('postwright_app', 'postwright_queue')";
        assert_eq!(app.count(owned).await, 0);
        let unforced = "select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relkind = 'r' and a.attname = 'organization_id' and not (c.relrowsecurity and c.relforcerowsecurity)";
        assert_eq!(app.count(unforced).await, 0);
        let mut connection = app.database().connect_as_app().await;
        for refused in [
            "select password_hash from user_account", "select email from user_account", "update clock_offset set ahead_by = '1 day'",
            "update job_post set content = '{}'", "delete from job_post", "set role postwright_system",
            "alter table session disable row level security",
        ] {
            let error = sqlx::query(refused).execute(&mut connection).await.unwrap_err();
            assert_eq!(error.as_database_error().unwrap().code().as_deref(), Some("42501"), "{refused}: {error}");
        }
    })
    .await;
}
