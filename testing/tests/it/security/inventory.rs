//! The data inventory names every table and column of a migrated database, so that exports and erasures forget none.

use std::collections::{BTreeMap, BTreeSet};

use domain::inventory::{Erasure, TABLES, Table};
use sqlx::{AssertSqlSafe, PgPool};
use tests::{App, with_app};

const FILE: &str = "domain/src/inventory/tables.rs";

/// The columns of each table. Tables of other schemas than `public` have the schema in their name.
async fn columns(superuser: &PgPool) -> BTreeMap<String, BTreeSet<String>> {
    let query = "
        select case table_schema when 'public' then table_name else table_schema || '.' || table_name end::text,
               array_agg(column_name::text)
          from information_schema.columns join information_schema.tables using (table_schema, table_name)
         where table_schema not in ('information_schema', 'pg_catalog') and table_type = 'BASE TABLE'
           and not exists (select from pg_class c where c.oid = format('%I.%I', table_schema, table_name)::regclass
                                                    and c.relispartition)
         group by 1";
    let found: Vec<(String, Vec<String>)> = sqlx::query_as(query).fetch_all(superuser).await.unwrap();
    found.into_iter().map(|(table, columns)| (table, columns.into_iter().collect())).collect()
}

fn tables_of_organizations() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().filter(|table| table.erasure == Erasure::WithOrganization)
}

/// The names that a query returns.
async fn names(app: &App, query: &'static str) -> BTreeSet<String> {
    sqlx::query_scalar(query).fetch_all(app.superuser()).await.unwrap().into_iter().collect()
}

#[tokio::test]
async fn every_table_and_column_is_in_the_inventory() {
    with_app(async |app| {
        let mut found = columns(app.superuser()).await;
        let mut complaints = Vec::new();
        for table in TABLES {
            let stored = found.remove(table.name).unwrap_or_default();
            let listed: BTreeSet<String> = table.columns().map(str::to_owned).collect();
            let twice = table.columns().count() - listed.len();
            let (unknown, gone) = (stored.difference(&listed), listed.difference(&stored));
            complaints.extend(unknown.map(|column| {
                format!("{}.{column} is new: is it plain, personal, secret or internal?", table.name)
            }));
            complaints
                .extend(gone.map(|column| format!("{}.{column} does not exist: remove it", table.name)));
            complaints.extend((twice > 0).then(|| format!("{} has a column twice", table.name)));
        }
        complaints.extend(found.iter().map(|(table, columns)| {
            format!("the table {table} is new, with {columns:?}: say how it is exported and erased")
        }));
        assert!(complaints.is_empty(), "{FILE}:\n{}", complaints.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn tables_with_an_organization_are_deleted_with_it() {
    with_app(async |app| {
        let with_organization = names(
            app,
            "select table_name::text from information_schema.columns
              where table_schema = 'public' and column_name = 'organization_id'
                and not (select relispartition from pg_class where oid = table_name::regclass)",
        );
        let listed = tables_of_organizations().map(|table| table.name.to_owned()).collect();
        assert_eq!(with_organization.await, listed, "{FILE}: `Table::tenant` is for these tables");
    })
    .await;
}

#[tokio::test]
async fn the_inventory_has_the_primary_keys() {
    with_app(async |app| {
        for table in tables_of_organizations() {
            let query = format!(
                "select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
                   from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                  where i.indisprimary and i.indrelid = '{}'::regclass and a.attname <> 'organization_id'",
                table.name
            );
            let key: Vec<String> =
                sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(app.superuser()).await.unwrap();
            assert_eq!(key, table.key, "{FILE}: the primary key of {}", table.name);
        }
    })
    .await;
}

#[tokio::test]
async fn tables_are_listed_before_those_that_they_refer_to() {
    with_app(async |app| {
        let query = "select distinct c.relname || ' ' || target.relname
              from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class target on target.oid = k.confrelid
             where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.conparentid = 0
               and c.oid <> target.oid";
        let place = |name: &str| TABLES.iter().position(|table| table.name == name);
        let references = names(app, query).await;
        assert!(references.len() > 20, "{references:?}");
        for reference in references {
            let (from, to) = reference.split_once(' ').unwrap();
            assert!(place(from) < place(to), "{FILE}: {from} must come before {to}");
        }
    })
    .await;
}

#[tokio::test]
async fn rows_that_name_a_person_say_what_the_erasure_of_the_account_does() {
    with_app(async |app| {
        let naming = names(
            app,
            "select distinct conrelid::regclass::text from pg_constraint
              where contype = 'f' and confrelid = 'user_account'::regclass and conparentid = 0",
        );
        for name in naming.await {
            let table = TABLES.iter().find(|table| table.name == name);
            let says = table
                .is_some_and(|table| table.owned.is_some() || matches!(table.erasure, Erasure::Otherwise(_)));
            assert!(says, "{FILE}: {name} needs `deleted_with` or `kept_without`");
        }
    })
    .await;
}

#[test]
fn a_column_with_the_name_of_a_secret_is_in_no_export() {
    let exported = TABLES.iter().flat_map(|table| [table.plain, table.personal].concat());
    let names = ["secret", "hash", "token", "seed", "password"];
    // The hash of a content, which the API shows, and a time.
    let known = ["content_hash", "previous_secret_until"];
    let suspicious = exported.filter(|column| names.iter().any(|name| column.contains(name)));
    let suspicious: Vec<_> = suspicious.filter(|column| !known.contains(column)).collect();
    assert!(suspicious.is_empty(), "{FILE}: are these secrets? {suspicious:?}");
    assert!(TABLES.iter().map(|table| table.secret.len()).sum::<usize>() > 5);
}
