//! Secrets that the database stores are encrypted with a key that it does not have.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::idempotency::SECRET_OPERATIONS;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{
    App, CLIENT_SECRET, Options, Person, Receiver, Reply, WebhookEndpoint, is_signed, with_app, with_app_of,
};

use crate::api::publications::set_target;

const TOKEN: &str = "canary-token-of-the-target";

/// Everything in the database, as text; bytes are hexadecimal.
async fn everything(app: &App) -> String {
    let tables = "select format('%I.%I', schemaname, tablename) from pg_tables
                   where schemaname not in ('pg_catalog', 'information_schema')";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(app.superuser()).await.unwrap();
    let mut all = String::new();
    for table in tables {
        let rows = format!("select coalesce(string_agg(to_jsonb(t)::text, e'\\n'), '') from {table} t");
        let rows: String =
            sqlx::query_scalar(sqlx::AssertSqlSafe(rows)).fetch_one(app.superuser()).await.unwrap();
        all += &rows;
    }
    all
}

/// A secret as `whsec_…`, and its key in the forms that a dump could show.
fn forms(secret: &str) -> [String; 2] {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let hexadecimal = key.iter().map(|byte| format!("{byte:02x}")).collect();
    [secret["whsec_".len()..].to_owned(), hexadecimal]
}

/// Posts twice with one idempotency key, so that the response is stored and replayed.
async fn keyed(person: &Person, path: &str, body: &Value) -> Reply {
    let post = async || {
        let request = person.request(Method::POST, path).header("Idempotency-Key", "key");
        Reply::of(request.json(body)).await
    };
    let (first, second) = (post().await, post().await);
    assert_eq!((first.status / 100, &first.text), (2, &second.text));
    assert_eq!(second.header("idempotency-replayed"), "true");
    first
}

/// Secrets of each kind, with the previous ones of a rotation.
async fn store_secrets(app: &App, ada: &Person, receiver: &Receiver) -> Vec<String> {
    let new = json!({ "url": receiver.url(), "event_types": ["webhook.test"] });
    let endpoint = keyed(ada, "/v1/webhook-endpoints", &new).await;
    let path = format!("{}/rotate-secret", endpoint.header("location"));
    let rotated = keyed(ada, &path, &json!({})).await;
    let target = json!({ "format": "signed_json", "url": receiver.url() });
    let first = set_target(ada, target.clone()).await.text_at("/secret");
    let mut again = target;
    again["new_secret"] = json!(true);
    let second = set_target(ada, again).await.text_at("/secret");
    let mut secrets: Vec<_> = [endpoint.text_at("/secret"), rotated.text_at("/secret"), first, second]
        .iter()
        .flat_map(|secret| forms(secret))
        .collect();
    let bob = app.owner("bob").await;
    set_target(&bob, json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": TOKEN })).await;
    let issuer = app.issuer_of(ada, json!({})).await;
    let begun = app.anonymous().begin_single_sign_on(json!({ "email": ada.email })).await;
    let state = issuer.authorize(&begun.text_at("/authorization_url")).await;
    let state = state.split("state=").nth(1).unwrap();
    for secret in [TOKEN, CLIENT_SECRET, &begun.text_at("/sign_in_token"), state] {
        let hexadecimal = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        secrets.extend([secret.to_owned(), hexadecimal]);
    }
    secrets
}

#[tokio::test]
async fn no_secret_is_in_the_database_in_clear() {
    with_app(async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let secrets = store_secrets(app, &ada, &receiver).await;
        let stored = everything(app).await;
        assert!(stored.contains(&ada.organization_id) && stored.contains(receiver.url().as_str()));
        for secret in secrets {
            assert!(!stored.contains(&secret), "{secret}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_sealed_secret_does_not_open_in_another_row() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let mine = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        mine.test(&ada).await;
        assert!(is_signed(&mine.secret, &receiver.wait_for(1).await[0]));
        let (bob, elsewhere) = (app.owner("bob").await, Receiver::start().await);
        let theirs = WebhookEndpoint::add(&bob, &elsewhere, &["webhook.test"]).await;
        // As somebody could who may write to the database, to have their own messages signed by another's secret.
        let copy = "update webhook_endpoint e set secret = other.secret from webhook_endpoint other
                     where e.organization_id = $1::uuid and other.organization_id = $2::uuid";
        let copy = sqlx::query(copy).bind(&bob.organization_id).bind(&ada.organization_id);
        assert_eq!(copy.execute(app.superuser()).await.unwrap().rows_affected(), 1);
        theirs.test(&bob).await;
        theirs.wait_for(&bob, "failed", 1).await;
        assert!(elsewhere.received().is_empty());
    })
    .await;
}

/// Hashes of random secrets and of content, which need no encryption.
const HASHES: [&str; 11] = [
    "account_token.token_hash",
    "api_key.secret_hash",
    "email.counted_as",
    "email_domain.token_hash",
    "idempotency_key.fingerprint",
    "invitation.token_hash",
    "login.browser_hash",
    "pending_sign_in.token_hash",
    "recovery_code.code_hash",
    "refresh_token.successor_hash",
    "refresh_token.token_hash",
];
/// A rotation seals them again: `domain/src/sealing/columns.rs` lists those that belong to an organization.
const SEALED: [&str; 9] = [
    "email.payload",
    "identity_provider.client_secret",
    "pending_sign_in.parameters",
    "publication_target.bearer_token",
    "publication_target.previous_secret",
    "publication_target.secret",
    "second_factor.seed",
    "webhook_endpoint.previous_secret",
    "webhook_endpoint.secret",
];

#[tokio::test]
async fn every_column_of_bytes_is_a_hash_or_sealed() {
    with_app(async |app| {
        let columns =
            "select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                          and not c.relispartition and a.atttypid = 'bytea'::regtype and a.attnum > 0
                          and not a.attisdropped order by 1";
        let found: Vec<String> = sqlx::query_scalar(columns).fetch_all(app.superuser()).await.unwrap();
        let mut listed = [&HASHES[..], &SEALED].concat();
        listed.sort_unstable();
        assert_eq!(found, listed);
    })
    .await;
}

/// Whether a schema of the document describes a member with a secret, also in what it refers to.
fn has_secret(document: &Value, schema: &Value) -> bool {
    match schema {
        Value::Object(members) => members.iter().any(|(name, value)| match (name.as_str(), value) {
            ("$ref", Value::String(path)) => has_secret(
                document,
                &document.pointer(path.trim_start_matches('#')).cloned().unwrap_or_default(),
            ),
            ("properties", Value::Object(properties)) => properties.iter().any(|(name, schema)| {
                ["secret", "key", "password"].contains(&name.as_str())
                    || name.ends_with("_token") && !name.starts_with("has_")
                    || has_secret(document, schema)
            }),
            _ => has_secret(document, value),
        }),
        Value::Array(values) => values.iter().any(|value| has_secret(document, value)),
        _ => false,
    }
}

#[test]
fn every_stored_response_with_a_secret_is_sealed() {
    let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    let takes_a_key = |operation: &Value| {
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        parameters.iter().any(|parameter| {
            let path = parameter["$ref"].as_str().map(|path| path.trim_start_matches('#'));
            let parameter = path.and_then(|path| document.pointer(path)).unwrap_or(parameter);
            parameter["name"] == "Idempotency-Key"
        })
    };
    let tells_a_secret = |operation: &Value| {
        let responses = operation["responses"].as_object().unwrap().iter();
        responses
            .filter(|(status, _)| status.starts_with('2'))
            .any(|(_, response)| has_secret(&document, response))
    };
    let keyed: Vec<_> = operations.filter(|operation| takes_a_key(operation)).collect();
    assert!(keyed.len() > 8, "{}", keyed.len());
    let mut found: Vec<_> = keyed
        .into_iter()
        .filter(|operation| tells_a_secret(operation))
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    found.sort_unstable();
    assert_eq!(found, SECRET_OPERATIONS);
}
