//! Row-level security alone, with the types of the domain out of the way.

use reqwest::Method;
use serde_json::json;
use sqlx::{Connection, PgConnection, Row};
use tests::{App, Person, Reply, with_app};

const TENANT_TABLES: [&str; 17] = [
    "api_key",
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

async fn enter(connection: &mut PgConnection, organization: &str, livemode: &str) {
    sqlx::query("select set_config('app.org', $1, true), set_config('app.livemode', $2, true)")
        .bind(organization)
        .bind(livemode)
        .execute(connection)
        .await
        .unwrap();
}

/// Two organizations with a row in every tenant table each.
async fn two_organizations(app: &App) -> (String, String) {
    let mut organizations = Vec::new();
    for name in ["ada", "bob"] {
        let person = app.owner(name).await;
        // Nobody listens there.
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
        try_a_webhook(&person).await;
        organizations.push(person.organization_id.clone());
    }
    (organizations[0].clone(), organizations[1].clone())
}

/// Nobody answers it, but it is tried.
async fn try_a_webhook(person: &Person) {
    let wish = json!({ "url": "https://127.0.0.1:1/", "event_types": ["webhook.test"] });
    let endpoint = person.post("/v1/webhook-endpoints", wish).await;
    let tested = person.post(&format!("{}/test", endpoint.header("location")), json!({})).await;
    while person.get(tested.header("location")).await.at("/attempts/0").is_null() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn without_an_organization_nothing_is_there() {
    with_app(async |app| {
        two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        for table in TENANT_TABLES.into_iter().chain(["organization"]) {
            assert_eq!(count(&mut connection, table).await, 0, "{table}");
        }
        // Nor after a transaction that had one: the setting is '' then, not null.
        let mut transaction = connection.begin().await.unwrap();
        enter(&mut transaction, "00000000-0000-7000-8000-000000000000", "true").await;
        transaction.commit().await.unwrap();
        assert_eq!(count(&mut connection, "session").await, 0);
    })
    .await;
}

#[tokio::test]
async fn no_function_of_ours_outside_across_looks_past_it() {
    with_app(async |app| {
        let with_rights_of_their_own = "select count(*) from pg_proc p
             join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' and p.prosecdef";
        assert_eq!(app.count(with_rights_of_their_own).await, 0);
        let ours =
            "select count(*) from pg_proc where proname in ('accept_turn', 'complete_turn', 'read_session')";
        assert_eq!(app.count(ours).await, 3);
    })
    .await;
}

#[tokio::test]
async fn one_sees_ones_own_only_and_changes_nothing_else() {
    with_app(async |app| {
        let (ada, bob) = two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        for table in TENANT_TABLES {
            let all: i64 = {
                let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
                sqlx::query_scalar(query).fetch_one(app.superuser()).await.unwrap()
            };
            let mut transaction = connection.begin().await.unwrap();
            enter(&mut transaction, &ada, "true").await;
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
                let mut transaction = connection.begin().await.unwrap();
                enter(&mut transaction, &ada, "true").await;
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
async fn a_row_cannot_be_given_to_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        let mut transaction = connection.begin().await.unwrap();
        enter(&mut transaction, &ada, "true").await;
        let smuggled = sqlx::query(
            "insert into message (organization_id, id, livemode, session_id, sequence, role, text)
             select $1::uuid, gen_random_uuid(), true, session_id, 99, 'user', 'x' from message limit 1",
        );
        assert!(smuggled.bind(&bob).execute(&mut *transaction).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_key_of_another_organization_refers_to_nothing() {
    with_app(async |app| {
        let (ada, bob) = two_organizations(app).await;
        let of_bob: uuid::Uuid = sqlx::query("select id from session where organization_id = $1::uuid")
            .bind(&bob)
            .fetch_one(app.superuser())
            .await
            .unwrap()
            .get(0);
        let mut connection = app.database().connect_as_app().await;
        let mut transaction = connection.begin().await.unwrap();
        enter(&mut transaction, &ada, "true").await;
        let smuggled = sqlx::query(
            "insert into message (organization_id, id, livemode, session_id, sequence, role, text)
             values ($1::uuid, gen_random_uuid(), true, $2, 99, 'user', 'x')",
        );
        let refused = smuggled.bind(&ada).bind(of_bob).execute(&mut *transaction).await.unwrap_err();
        assert!(refused.as_database_error().unwrap().is_foreign_key_violation(), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn test_mode_sees_nothing_of_live_mode() {
    with_app(async |app| {
        let (ada, _) = two_organizations(app).await;
        let mut connection = app.database().connect_as_app().await;
        let mut transaction = connection.begin().await.unwrap();
        enter(&mut transaction, &ada, "false").await;
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
async fn the_app_is_bound_and_owns_nothing() {
    with_app(async |app| {
        let powers = "select count(*) from pg_roles
                       where rolname like 'postwright%' and rolname <> 'postwright_owner' and (rolsuper or rolbypassrls or rolcreaterole)";
        assert_eq!(app.count(powers).await, 0);
        let owned = "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                      where r.rolname in ('postwright_app', 'postwright_queue')";
        assert_eq!(app.count(owned).await, 0);
        let unforced = "select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relkind = 'r' and a.attname = 'organization_id' and not (c.relrowsecurity and c.relforcerowsecurity)";
        assert_eq!(app.count(unforced).await, 0);
        let mut connection = app.database().connect_as_app().await;
        for refused in [
            "select password_hash from user_account", "update clock_offset set ahead_by = '1 day'",
            "update job_post set content = '{}'", "delete from job_post", "set role postwright_system",
            "alter table session disable row level security",
        ] {
            let error = sqlx::query(refused).execute(&mut connection).await.unwrap_err();
            assert_eq!(error.as_database_error().unwrap().code().as_deref(), Some("42501"), "{refused}: {error}");
        }
    })
    .await;
}
