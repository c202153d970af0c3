//! The audit log: what leaves an entry, what is never in one, and that none can be changed.

mod append_only;
mod operations;
mod refusals;
mod stage;
mod tables;

use serde_json::Value;
use tests::{App, Reply};

/// The entries of the request that got this reply, oldest first, as rows.
async fn entries_of(app: &App, reply: &Reply) -> Vec<Value> {
    let query = "select to_jsonb(e) from audit_entry e where request_id = $1::text::uuid order by id, action";
    let rows = sqlx::query_scalar(query).bind(reply.header("x-request-id"));
    rows.fetch_all(app.superuser()).await.unwrap()
}

/// The actions of these entries.
fn actions(entries: &[Value]) -> Vec<&str> {
    entries.iter().filter_map(|entry| entry["action"].as_str()).collect()
}
