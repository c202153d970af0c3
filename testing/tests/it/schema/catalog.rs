//! Rules that keep the schema ready for several databases, each of which has all rows of some organizations.

use sqlx::PgPool;
use tests::with_app;

/// Where the rows of a table live.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// With their organization.
    Tenant,
    /// In every database.
    Reference,
    /// About one database only.
    Local,
}
use Place::{Local, Reference, Tenant};

const TABLES: [(&str, Place); 38] = [
    ("account_erasure", Local),
    ("account_token", Reference),
    ("api_key", Tenant),
    ("audit_entry", Tenant),
    ("clock_offset", Local),
    ("delivery", Tenant),
    ("delivery_attempt", Tenant),
    ("draft_change", Tenant),
    ("email", Local),
    ("email_domain", Tenant),
    ("event", Tenant),
    ("external_identity", Tenant),
    ("idempotency_key", Tenant),
    ("identity_provider", Tenant),
    ("invitation", Tenant),
    ("job_post", Tenant),
    ("job_post_template", Tenant),
    ("login", Tenant),
    ("membership", Tenant),
    ("message", Tenant),
    ("organization", Reference),
    ("organization_deletion", Reference),
    ("pending_sign_in", Tenant),
    ("publication", Tenant),
    ("publication_target", Tenant),
    ("recovery_code", Reference),
    ("refresh_token", Tenant),
    ("removed_member", Tenant),
    ("request_log_entry", Tenant),
    ("schema_version", Local),
    ("seaql_migrations", Local),
    ("second_factor", Reference),
    ("session", Tenant),
    ("turn", Tenant),
    ("user_account", Reference),
    ("verified_domain", Reference),
    ("webhook_endpoint", Tenant),
    ("webhook_event", Tenant),
];

/// What may fill a column that an insert leaves out: constants and clocks, never a setting of the transaction.
const DEFAULTS: [&str; 18] = [
    "''::text[]",
    "'00:00:00'::interval",
    "'member'::text",
    "'pending'::text",
    "'queued'::text",
    "'UTC'::text",
    "'{}'::jsonb",
    "'{}'::text[]",
    "'{}'::uuid[]",
    "0",
    "1",
    "30",
    "365",
    "86400",
    "app_clock()",
    "false",
    "now()",
    "true",
];

fn of(place: Place) -> Vec<String> {
    TABLES.into_iter().filter(|(_, its)| *its == place).map(|(table, _)| table.to_owned()).collect()
}

/// Asserts that the query, which gets the tenant tables and the reference tables, finds nothing.
async fn none(superuser: &PgPool, rule: &str, query: &'static str) {
    let query = sqlx::query_scalar(query).bind(of(Tenant)).bind(of(Reference));
    let found: Vec<String> = query.fetch_all(superuser).await.unwrap();
    assert!(found.is_empty(), "{rule}: {found:#?}");
}

#[tokio::test]
async fn every_table_is_listed() {
    with_app(async |app| {
        let tables =
            "select relname::text from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                       order by relname collate \"C\"";
        let found: Vec<String> = sqlx::query_scalar(tables).fetch_all(app.superuser()).await.unwrap();
        assert_eq!(found, TABLES.map(|(table, _)| table));
    })
    .await;
}

#[tokio::test]
async fn keys_of_tenant_tables_name_the_organization() {
    with_app(async |app| {
        none(
            app.superuser(),
            "a unique index of a tenant table has organization_id",
            "select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
              where c.relname = any ($1) and $2 is not null and i.indisunique and not exists (
                    select from pg_attribute a
                     where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnum = any (i.indkey))",
        )
        .await;
        none(
            app.superuser(),
            "a foreign key of a tenant table begins with organization_id or leads to a reference table",
            "select k.conname::text from pg_constraint k join pg_class c on c.oid = k.conrelid
               join pg_class target on target.oid = k.confrelid
               join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
              where k.contype = 'f' and c.relname = any ($1)
                and a.attname <> 'organization_id' and not target.relname = any ($2)",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn policies_have_no_subquery() {
    with_app(async |app| {
        let query = "select polrelid::regclass || ': ' || polname from pg_policy
                      where $1 is not null and $2 is not null and (polqual::text like '%SUBLINK%' or polwithcheck::text like '%SUBLINK%')";
        none(app.superuser(), "a policy has no subquery", query).await;
    })
    .await;
}

#[tokio::test]
async fn functions_know_no_row_types_and_no_places_of_rows() {
    with_app(async |app| {
        none(
            app.superuser(),
            "no function takes or returns a table's row type",
            "select p.oid::regprocedure::text from pg_proc p
               cross join unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype) as used (id)
               join pg_type t on t.oid = used.id left join pg_type element on element.oid = t.typelem
              where p.pronamespace in ('public'::regnamespace, 'cross_tenant'::regnamespace)
                and $1 is not null and $2 is not null
                and coalesce(nullif(t.typrelid, 0), element.typrelid) in (select oid from pg_class where relkind in ('r', 'p'))",
        )
        .await;
        none(
            app.superuser(),
            "no function uses ctid; functions of tenants have no recursive query",
            "select p.oid::regprocedure::text from pg_proc p
              where $1 is not null and $2 is not null
                and (p.pronamespace = 'public'::regnamespace and p.prosrc ~* 'with\\s+recursive'
                     or p.pronamespace in ('public'::regnamespace, 'cross_tenant'::regnamespace) and p.prosrc ~* '\\mctid\\M')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn no_default_depends_on_who_asks() {
    with_app(async |app| {
        let defaults = "select distinct pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
             join pg_class c on c.oid = d.adrelid where c.relnamespace = 'public'::regnamespace";
        let found: Vec<String> = sqlx::query_scalar(defaults).fetch_all(app.superuser()).await.unwrap();
        let unknown: Vec<_> = found.iter().filter(|default| !DEFAULTS.contains(&default.as_str())).collect();
        assert!(unknown.is_empty(), "a default that is neither a constant nor a clock: {unknown:?}");
        let clock = "select prosrc from pg_proc where proname = 'app_clock'";
        let clock: String = sqlx::query_scalar(clock).fetch_one(app.superuser()).await.unwrap();
        assert!(!clock.contains("current_setting"), "{clock}");
    })
    .await;
}
