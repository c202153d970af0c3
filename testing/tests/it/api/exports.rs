//! Exports of all data of a person or an organization.

use std::collections::BTreeSet;
use std::time::Duration;

use domain::inventory::TABLES;
use domain::{Error, exports};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Options, Person, Receiver, WebhookEndpoint, wait_until, with_app, with_app_of};

use super::publications::{finalize_by_conversation, set_target, wait_for_publication};
use crate::security::fresh_sign_in::age_logins;

const OF_PERSON: &str = "/v1/me/export";
const OF_ORGANIZATION: &str = "/v1/organization/export";

/// Reads an export, and asserts that every item has the form that its part's schema says.
async fn export(client: &Client, path: &str) -> Value {
    let read = client.get(path).await;
    assert_eq!(read.status, 200, "{read:?}");
    assert_eq!(read.header("content-type"), "application/json");
    assert!(read.header("content-disposition").starts_with("attachment"), "{read:?}");
    let document = read.json();
    assert_eq!((&document["format"], &document["version"]), (&json!("postwright.export"), &json!(1)));
    for (name, part) in document["parts"].as_object().unwrap() {
        for item in part["items"].as_array().unwrap() {
            assert_has_form(name, item, &part["schema"]);
        }
    }
    document
}

fn assert_has_form(part: &str, item: &Value, schema: &Value) {
    let properties = schema["properties"].as_object().unwrap();
    let named: BTreeSet<&String> = item.as_object().unwrap().keys().collect();
    assert_eq!(named, properties.keys().collect(), "{part}");
    for (name, property) in properties {
        let kind = match &item[name] {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let kinds = &property["type"];
        let fits = kinds.is_null()
            || kinds == kind
            || kinds.as_array().is_some_and(|any| any.contains(&kind.into()));
        assert!(fits, "{part}.{name}: {} is not {kinds}", item[name]);
    }
}

fn items<'a>(document: &'a Value, part: &str) -> &'a [Value] {
    document["parts"][part]["items"].as_array().unwrap_or_else(|| panic!("no part {part}"))
}

/// Adds messages of 8 kB to every session.
async fn add_messages(app: &App, number: i32) {
    let many = "insert into message (organization_id, id, livemode, session_id, sequence, role, text)
                select s.organization_id, gen_random_uuid(), true, s.id, n, 'user', repeat('x', 8000) || n
                  from session s cross join generate_series(1, $1) n";
    sqlx::query(many).bind(number).execute(app.superuser()).await.unwrap();
}

/// An organization with rows in both modes and a colleague.
async fn organization(app: &App) -> (Person, Person) {
    let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
    let bob = app.colleague(&ada, "bob", "member").await;
    WebhookEndpoint::add(&ada, &receiver, &[]).await;
    let target = json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": "Canary-token" });
    set_target(&ada, target).await;
    let issuer = app.issuer_of(&ada, json!({})).await;
    app.by_single_sign_on(&ada, &issuer, "bob").await;
    let zoe = app.colleague(&ada, "zoe", "member").await;
    assert_eq!(ada.delete(&format!("/v1/members/{}", zoe.user_id)).await.status, 204);
    finalize_by_conversation(&ada).await;
    wait_for_publication(&ada, "delivered").await;
    let template = json!({ "name": "Bakers", "job_data": { "title": "Baker" } });
    assert_eq!(ada.post("/v1/templates", template).await.status, 201);
    let of_bob = bob.begin().await;
    bob.say(&of_bob, "baker in Porto").await;
    let key = app.test_key(&ada, &["sessions:write"]).await;
    let test_session = key.begin().await;
    key.say(&test_session, "welder in Bonn").await;
    (ada, bob)
}

#[tokio::test]
async fn an_organization_gets_all_of_its_rows_and_no_secret() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, _) = organization(app).await;
        app.owner("eve").await.begin().await;
        let document = export(&ada, OF_ORGANIZATION).await;
        let parts = TABLES.iter().filter(|table| table.organization_column().is_some());
        let parts: BTreeSet<_> = parts.filter_map(|table| table.part).collect();
        let named: BTreeSet<_> = document["parts"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(named, parts);
        for part in &parts {
            assert!(!items(&document, part).is_empty(), "{part} is empty");
        }
        let members: Vec<_> =
            items(&document, "members").iter().map(|member| member["email"].clone()).collect();
        assert_eq!(members.len(), 2);
        assert!(members.contains(&json!("bob@example.com")), "{members:?}");
        let text = document.to_string();
        for expected in ["baker in Porto", "welder in Bonn", "Lisbon", "ada trading"] {
            assert!(text.contains(expected), "{expected}");
        }
        for secret in
            ["Canary-token", tests::CLIENT_SECRET, "argon2", "whsec", "eve@example.com", "eve trading"]
        {
            assert!(!text.contains(secret), "{secret}");
        }
        assert_eq!(items(&document, "sessions").len(), 3);
    })
    .await;
}

#[tokio::test]
async fn no_hash_and_no_key_of_the_database_is_in_an_export() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, _) = organization(app).await;
        let document = export(&ada, OF_ORGANIZATION).await.to_string();
        let own = export(&ada, OF_PERSON).await.to_string();
        let mut tried = 0;
        for table in TABLES {
            for column in table.secret {
                let query = format!("select {column}::text from {} where {column} is not null", table.name);
                let query = sqlx::query_scalar(sqlx::AssertSqlSafe(query));
                let stored: Vec<String> = query.fetch_all(app.superuser()).await.unwrap();
                for secret in stored {
                    // Binary columns are shown as \x and digits.
                    let secret = secret.trim_start_matches("\\x");
                    assert!(!document.contains(secret) && !own.contains(secret), "{}.{column}", table.name);
                    tried += 1;
                }
            }
        }
        assert!(tried > 5, "{tried}");
    })
    .await;
}

#[tokio::test]
async fn a_person_gets_their_own_rows_and_no_others() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, bob) = organization(app).await;
        let eve = app.owner("eve").await;
        let at_eve = app.joins(&eve, &bob, "member").await;
        let session = at_eve.begin().await;
        at_eve.say(&session, "cook in Rome").await;

        let own = export(&bob, OF_PERSON).await;
        assert_eq!(own["subject"]["id"], bob.user_id.as_str());
        assert_eq!(own["subject"]["organization_id"], ada.organization_id.as_str());
        assert_eq!(items(&own, "account")[0]["email"], "bob@example.com");
        assert_eq!(items(&own, "memberships").len(), 2);
        assert_eq!((items(&own, "members").len(), items(&own, "sessions").len()), (1, 1));
        let text = own.to_string();
        assert!(text.contains("baker in Porto"), "{text}");
        for of_others in ["cook in Rome", "welder", "Lisbon", "ada@example.com"] {
            assert!(!text.contains(of_others), "{of_others}");
        }
        assert!(export(&at_eve, OF_PERSON).await.to_string().contains("cook in Rome"));
        // The owner's own rows are of live mode; the key's are nobody's.
        let of_ada = export(&ada, OF_PERSON).await;
        assert_eq!((items(&of_ada, "sessions").len(), items(&of_ada, "job_posts").len()), (1, 1));
        assert_eq!(items(&of_ada, "api_keys").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_account_in_an_export_has_all_columns_that_the_inventory_exports() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let document = export(&ada, OF_PERSON).await;
        let named: BTreeSet<_> =
            items(&document, "account")[0].as_object().unwrap().keys().cloned().collect();
        let table = TABLES.iter().find(|table| table.name == "user_account").unwrap();
        let listed = table.columns().filter(|column| table.exports(column) && *column != "erased_at");
        assert_eq!(named, listed.map(str::to_owned).collect(), "export_account.sql");
    })
    .await;
}

#[tokio::test]
async fn every_row_of_many_is_exported_once_in_small_pieces() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        add_messages(app, 1234).await;
        let caller = app.db.authenticate(ada.token(), None).await.unwrap();
        let mut export = exports::organization(&app.db, &caller).await.unwrap();
        let (mut document, mut longest) = (String::new(), 0);
        while let Some(piece) = export.next().await.unwrap() {
            longest = longest.max(piece.len());
            document.push_str(&piece);
        }
        assert!(document.len() > 9_000_000 && longest < 600_000, "{longest} of {}", document.len());
        let document: Value = serde_json::from_str(&document).unwrap();
        let texts: BTreeSet<_> =
            items(&document, "messages").iter().map(|message| message["text"].to_string()).collect();
        assert_eq!((texts.len(), items(&document, "messages").len()), (1235, 1235));
        assert_eq!(items(&document, "messages")[0]["session_id"], session.as_str());
    })
    .await;
}

#[tokio::test]
async fn an_export_ends_with_its_login_and_holds_no_transaction_between_pieces() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let caller = app.db.authenticate(ada.token(), None).await.unwrap();
        let mut export = exports::organization(&app.db, &caller).await.unwrap();
        export.next().await.unwrap();
        export.next().await.unwrap();
        let open = "select count(*) from pg_stat_activity
                     where datname = current_database() and state like 'idle in transaction%'";
        // Workers have short ones.
        wait_until("no transaction is open", async || app.count(open).await == 0).await;
        assert_eq!(ada.post("/v1/auth/sign-out", json!({})).await.status, 204);
        assert!(matches!(export.next().await, Err(Error::Unauthenticated(_))));
    })
    .await;
}

#[tokio::test]
async fn only_owners_who_have_just_signed_in_export_an_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        assert_eq!(bob.get(OF_ORGANIZATION).await.problem(403), "owner_required");
        age_logins(app).await;
        for path in [OF_ORGANIZATION, OF_PERSON] {
            assert_eq!(ada.get(path).await.problem(403), "fresh_sign_in_required");
        }
        let ada = app.sign_in(&ada.email).await;
        export(&ada, OF_ORGANIZATION).await;
    })
    .await;
}

#[tokio::test]
async fn a_person_exports_a_few_times_an_hour() {
    let mut options = Options::default();
    options.api.exports_per_hour = 2.try_into().unwrap();
    with_app_of(options, async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        export(&ada, OF_PERSON).await;
        export(&ada, OF_ORGANIZATION).await;
        let refused = ada.get(OF_PERSON).await;
        assert_eq!(refused.problem(429), "rate_limited");
        assert!(refused.header("retry-after").parse::<u32>().unwrap() > 60, "{refused:?}");
        export(&eve, OF_PERSON).await;
    })
    .await;
}

#[tokio::test]
async fn a_process_writes_a_few_exports_at_once() {
    let mut options = Options::default();
    options.api.exports_at_once = 1;
    with_app_of(options, async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        ada.begin().await;
        add_messages(app, 2000).await;
        // A client that does not read.
        let waiting = ada.request(Method::GET, OF_ORGANIZATION).send().await.unwrap();
        assert_eq!(eve.get(OF_PERSON).await.problem(429), "rate_limited");
        drop(waiting);
        wait_until("the place is free", async || eve.get(OF_PERSON).await.status == 200).await;
    })
    .await;
}

#[tokio::test]
async fn a_client_that_does_not_read_keeps_no_place() {
    let mut options = Options::default();
    options.api.exports_at_once = 1;
    options.api.export_write_timeout = Duration::from_millis(500);
    with_app_of(options, async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        ada.begin().await;
        add_messages(app, 3000).await;
        let waiting = ada.request(Method::GET, OF_ORGANIZATION).send().await.unwrap();
        wait_until("the place is free", async || eve.get(OF_PERSON).await.status == 200).await;
        // What it has is no JSON, so it notices that the document is incomplete.
        let document = waiting.bytes().await.unwrap_or_default();
        assert!(serde_json::from_slice::<Value>(&document).is_err());
    })
    .await;
}
