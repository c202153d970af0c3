//! The rows of the database that are about the target.

use std::collections::BTreeMap;

use tests::App;

/// All rows that contain one of these ids, by table.
pub async fn rows_with(app: &App, ids: &[&str]) -> BTreeMap<String, Vec<String>> {
    let tables = "select table_name::text from information_schema.tables where table_schema = 'public'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(app.superuser()).await.unwrap();
    let mut rows = BTreeMap::new();
    for table in tables {
        // The log of the very requests that this test makes.
        if table.starts_with("request_log_entry") {
            continue;
        }
        let query = sqlx::AssertSqlSafe(format!(
            "select r::text from (select to_jsonb(t) as r from {table} t) as rows where r::text ~ $1 order by 1"
        ));
        let found = sqlx::query_scalar(query).bind(ids.join("|")).fetch_all(app.superuser()).await.unwrap();
        rows.insert(table, found);
    }
    for table in [
        "session",
        "turn",
        "message",
        "draft_change",
        "event",
        "job_post",
        "membership",
        "login",
        "api_key",
        "invitation",
        "audit_entry",
        "publication",
    ] {
        assert!(!rows[table].is_empty(), "the target has no row in {table}");
    }
    rows
}
