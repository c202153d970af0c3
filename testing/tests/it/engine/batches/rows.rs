//! The rows of a database, without what differs between two runs of the same work.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{AssertSqlSafe, PgConnection};

/// Every table that turns write.
const TABLES: [&str; 10] = [
    "session",
    "turn",
    "message",
    "draft_change",
    "event",
    "idempotency_key",
    "job_post",
    "webhook_event",
    "delivery",
    "audit_entry",
];
/// Ids that the database makes.
const GENERATED: [(&str, &[&str]); 3] =
    [("webhook_event", &["id"]), ("delivery", &["id", "subject_id"]), ("audit_entry", &["id"])];

/// The rows as sorted texts, each beginning with its table. Needs a superuser, who sees all of them.
pub async fn rows(connection: &mut PgConnection) -> Vec<String> {
    let mut rows = Vec::new();
    for table in TABLES {
        let query = AssertSqlSafe(format!("select to_jsonb(t) from {table} t"));
        let found: Vec<Value> = sqlx::query_scalar(query).fetch_all(&mut *connection).await.unwrap();
        rows.extend(found.into_iter().map(|row| format!("{table} {}", comparable(table, row))));
    }
    // Wake-ups of two runs may be due in two different seconds.
    let wakes: bool =
        sqlx::query_scalar("select exists (select from apalis.jobs)").fetch_one(connection).await.unwrap();
    rows.push(format!("wake-up {wakes}"));
    rows.sort();
    rows
}

/// Of a time only whether it is there, and of a time in the future how many minutes it is off: the runs are not at the same
/// moment.
fn comparable(table: &str, mut row: Value) -> Value {
    let generated = GENERATED.iter().find(|(name, _)| *name == table).map_or(&[][..], |(_, columns)| columns);
    for (column, base) in [("expires_at", "updated_at"), ("run_after", "created_at")] {
        if let (Some(time), Some(base)) = (moment(&row, column), moment(&row, base)) {
            row["minutes"] = ((time - base).num_seconds() + 30).div_euclid(60).into();
        }
    }
    for (column, value) in row.as_object_mut().unwrap() {
        let is_time = column.ends_with("_at")
            || ["run_after", "lease_until", "expiring_webhook_for"].contains(&column.as_str());
        if generated.contains(&column.as_str()) || (is_time && !value.is_null()) {
            *value = "different in each run".into();
        }
    }
    row
}

fn moment(row: &Value, column: &str) -> Option<DateTime<Utc>> {
    row[column].as_str().and_then(|text| text.parse().ok())
}
