//! A build refuses a database whose schema is not its own, and says what to do.

use domain::{Db, Error};
use secrecy::{ExposeSecret, SecretString};
use sqlx::PgPool;
use tests::{Database, db_settings};

async fn refusal(url: &SecretString) -> String {
    match Db::connect(db_settings(url, 2)).await {
        Err(Error::Internal(words)) => words,
        Err(other) => panic!("another error: {other:?}"),
        Ok(_) => panic!("the database was accepted"),
    }
}

async fn execute(superuser: &PgPool, statement: &'static str) {
    sqlx::raw_sql(statement).execute(superuser).await.unwrap();
}

#[tokio::test]
async fn a_database_without_a_schema_is_refused() {
    let database = Database::create_empty().await;
    assert!(refusal(&database.url()).await.contains("`postwright migrate`"));
    database.drop().await;
}

#[tokio::test]
async fn a_database_that_misses_a_step_is_refused() {
    let database = Database::create().await;
    execute(database.superuser(), "update schema_version set newest_step = 'm20261127_000001_before'").await;
    assert!(refusal(&database.url()).await.contains("run `postwright migrate`"));
    postwright::wiring::migrate(&database.owner_url(), None).await.unwrap();
    Db::connect(db_settings(&database.url(), 2)).await.unwrap().close().await;
    database.drop().await;
}

#[tokio::test]
async fn functions_of_another_build_are_accepted_while_an_update_goes_on() {
    let database = Database::create().await;
    execute(database.superuser(), "update schema_version set functions_digest = 'another'").await;
    Db::connect(db_settings(&database.url(), 2)).await.unwrap().close().await;
    database.drop().await;
}

#[tokio::test]
async fn functions_are_applied_again_and_only_when_they_differ() {
    let database = Database::create().await;
    let state = "select string_agg(oid::text, ',' order by oid) from pg_proc where pronamespace = 'cross_tenant'::regnamespace";
    let read = async || sqlx::query_scalar::<_, String>(state).fetch_one(database.superuser()).await.unwrap();
    let before = read().await;
    postwright::wiring::migrate(&database.owner_url(), None).await.unwrap();
    assert_eq!(read().await, before);
    let changed = "drop function cross_tenant.sweep_logins;
         create function public.left_over() returns void language sql as '';
         alter function public.left_over() owner to postwright_owner;
         update schema_version set functions_digest = 'another'";
    execute(database.superuser(), changed).await;
    postwright::wiring::migrate(&database.owner_url(), None).await.unwrap();
    assert_ne!(read().await, before);
    let left_over = "select count(*) from pg_proc where proname = 'left_over'";
    assert_eq!(database.count(left_over).await, 0);
    Db::connect(db_settings(&database.url(), 2)).await.unwrap().close().await;
    database.drop().await;
}

#[tokio::test]
async fn a_database_of_a_newer_build_is_refused() {
    let database = Database::create().await;
    let newer = "update schema_version set newest_step = 'm20991231_000001_future';
         insert into seaql_migrations (version, applied_at) values ('m20991231_000001_future', 0)";
    execute(database.superuser(), newer).await;
    assert!(refusal(&database.url()).await.contains("a newer build"));
    let migration = postwright::wiring::migrate(&database.owner_url(), None).await.unwrap_err().to_string();
    assert!(migration.contains("a newer build") && migration.contains("Nothing was changed"), "{migration}");
    database.drop().await;
}

#[tokio::test]
async fn a_database_of_an_earlier_build_is_refused_and_not_touched() {
    let database = Database::create_empty().await;
    let earlier = "create table session (id uuid);
         create table seaql_migrations (version text primary key, applied_at bigint not null);
         insert into seaql_migrations values ('m20261122_000001_foundation', 0);
         alter table session owner to postwright_owner; alter table seaql_migrations owner to postwright_owner;
         grant select on session to postwright_app";
    execute(database.superuser(), earlier).await;
    let migration = postwright::wiring::migrate(&database.owner_url(), None).await.unwrap_err().to_string();
    for words in ["an earlier build", "m20261122_000001_foundation", "Nothing was changed", "empty database"]
    {
        assert!(migration.contains(words), "{migration}");
    }
    assert!(!migration.contains(database.owner_url().expose_secret()));
    let objects = "select count(*) from pg_class where relnamespace not in
         ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace) and relkind = 'r'";
    assert_eq!(database.count(objects).await, 2);
    assert!(refusal(&database.url()).await.contains("an earlier build"));
    database.drop().await;
}
