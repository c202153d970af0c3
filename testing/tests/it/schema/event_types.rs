//! Each event type of the session log is written in one language only.

use std::collections::BTreeSet;
use std::path::Path;

use regex::Regex;

/// Event types in a text, as the first group of `pattern` finds them.
fn types(pattern: &str, text: &str) -> BTreeSet<String> {
    Regex::new(pattern).unwrap().captures_iter(text).map(|found| found[1].to_owned()).collect()
}

#[test]
fn no_event_type_is_written_by_sql_and_by_rust() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let rust = std::fs::read_to_string(root.join("domain/src/events/new_event.rs")).unwrap();
    let rust = types(r#""([a-z_]+\.[a-z_]+)""#, &rust);
    let mut sql = BTreeSet::new();
    for folder in ["migration/src/functions", "migration/src/functions/cross_tenant"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            // Those that emit webhooks, or delete old events or traces of people, name types and write none to the log.
            let is_other =
                ["emit_", "note_expiries", "sweep_", "erase_"].iter().any(|begin| file.starts_with(begin));
            if file.ends_with(".sql") && !is_other {
                sql.extend(types(
                    "'([a-z]+(?:_[a-z]+)*\\.[a-z_]+)'",
                    &std::fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    // Read by enqueue_missed_events; types of webhooks.
    sql.remove("webhook.test");
    sql.remove("webhook_endpoint.verification");
    sql.remove("audit.recorded");
    sql.retain(|name| !name.starts_with("postwright.") && !name.starts_with("app."));
    assert_eq!(
        sql,
        ["job_post.finalized", "turn.cancelled", "turn.failed", "turn.queued", "turn.running"]
            .map(str::to_owned)
            .into()
    );
    assert!(rust.contains("turn.succeeded") && rust.is_disjoint(&sql), "{rust:?} {sql:?}");
}
