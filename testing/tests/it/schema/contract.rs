//! The stored functions of a migrated database are those that Rust declares.

use std::collections::BTreeMap;

use domain::contract::{self, Signature};
use domain::turns::{CLAIMS, LLM_CALLS};
use sqlx::{PgPool, Row};
use tests::with_app;

/// Functions that only other functions, triggers and column defaults call.
const INTERNAL: [&str; 29] = [
    "advance_session",
    "app_clock",
    "app_clock_now",
    "audited_values",
    "emit_job_post_webhook",
    "emit_session_completed_webhook",
    "emit_session_expired_webhook",
    "emit_turn_webhook",
    "emit_webhook_event",
    "enqueue_publication",
    "enqueue_wake_up",
    "find_idempotency_key",
    "first_id_at",
    "holds_claim",
    "insert_audit_entry",
    "insert_email",
    "insert_events",
    "insert_task",
    "is_audited_enough",
    "keep_audit_entry",
    "name_audit_action",
    "new_id",
    "next_fold_bytes",
    "next_revision",
    "note_arrival",
    "note_departure",
    "publish_post",
    "record_change",
    "void_links",
];

/// What is the same for all functions of a schema.
#[derive(Debug, PartialEq, Eq)]
struct Rights {
    owner: String,
    /// Whether it runs with the rights of its owner.
    is_definer: bool,
    search_path: Vec<String>,
    /// Which of the product's roles may execute it; `public` is everybody.
    callers: Vec<String>,
}

const CATALOG: &str = "
    select n.nspname::text as schema, p.proname::text as name,
           case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
           array(select a.name || ' ' || format_type(a.type, null)
                   from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargnames, p.proargmodes)
                        as a (type, name, mode)
                  where coalesce(a.mode, 'i') = 'i' order by 1) as parameters,
           case when 't' = any (p.proargmodes) or 'o' = any (p.proargmodes)
                then array(select a.name || ' ' || format_type(a.type, null)
                             from unnest(p.proallargtypes, p.proargnames, p.proargmodes) as a (type, name, mode)
                            where a.mode in ('t', 'o') order by 1)
                when p.prorettype = 'void'::regtype then '{}'
                else array[' ' || format_type(p.prorettype, null)] end as columns,
           pg_get_userbyid(p.proowner)::text as owner, p.prosecdef as is_definer,
           coalesce(p.proconfig, '{}') as search_path,
           array(select role from unnest(array['postwright_app', 'postwright_queue', 'postwright_system', 'public']) role
                  where has_function_privilege(role, p.oid, 'execute')) as callers
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'cross_tenant')
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')";

async fn catalog(superuser: &PgPool) -> BTreeMap<String, (Signature, Rights)> {
    let rows = sqlx::query(CATALOG).fetch_all(superuser).await.unwrap();
    let found = rows.into_iter().map(|row| {
        let signature = Signature {
            schema: row.get("schema"),
            name: row.get("name"),
            volatility: row.get("volatility"),
            parameters: row.get("parameters"),
            columns: row.get("columns"),
        };
        let rights = Rights {
            owner: row.get("owner"),
            is_definer: row.get("is_definer"),
            search_path: row.get("search_path"),
            callers: row.get("callers"),
        };
        (signature.name.clone(), (signature, rights))
    });
    found.collect()
}

#[tokio::test]
async fn every_function_is_as_rust_declares_it() {
    with_app(async |app| {
        let mut found = catalog(app.superuser()).await;
        for declared in contract::stored_functions() {
            let (function, _) =
                found.remove(&declared.name).unwrap_or_else(|| panic!("no function {}", declared.name));
            assert_eq!(function, declared, "the database's and Rust's declaration");
        }
        let left: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(left, INTERNAL, "functions that Rust does not call");
    })
    .await;
}

#[tokio::test]
async fn only_functions_of_cross_tenant_have_rights_of_their_own() {
    with_app(async |app| {
        for (name, (function, rights)) in catalog(app.superuser()).await {
            let expected = match function.schema.as_str() {
                "cross_tenant" => Rights {
                    owner: "postwright_system".to_owned(),
                    is_definer: true,
                    search_path: vec!["search_path=public, pg_temp".to_owned()],
                    callers: vec!["postwright_app".to_owned(), "postwright_system".to_owned()],
                },
                _ => Rights {
                    owner: "postwright_owner".to_owned(),
                    is_definer: false,
                    search_path: Vec::new(),
                    callers: ["postwright_app", "postwright_queue", "postwright_system", "public"]
                        .map(str::to_owned)
                        .to_vec(),
                },
            };
            assert_eq!(rights, expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn enums_have_the_same_labels_on_both_sides() {
    with_app(async |app| {
        let labels = "select t.typname::text, array_agg(e.enumlabel::text order by e.enumsortorder)
             from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace
            group by t.typname";
        let found: Vec<(String, Vec<String>)> = sqlx::query_as(labels).fetch_all(app.superuser()).await.unwrap();
        let declared = contract::enums().into_iter().map(|(name, labels)| (name.to_owned(), labels));
        assert_eq!(BTreeMap::from_iter(found), BTreeMap::from_iter(declared));
    })
    .await;
}

#[tokio::test]
async fn the_table_has_the_limits_of_a_turn_that_rust_has() {
    with_app(async |app| {
        for (constraint, limit) in [
            ("at_most_3_claims", format!("claims <= {CLAIMS}")),
            ("at_most_3_llm_calls", format!("llm_calls <= {LLM_CALLS}")),
        ] {
            let definition = "select pg_get_constraintdef(oid) from pg_constraint where conname = $1";
            let definition: String =
                sqlx::query_scalar(definition).bind(constraint).fetch_one(app.superuser()).await.unwrap();
            assert_eq!(definition, format!("CHECK (({limit}))"));
        }
    })
    .await;
}
