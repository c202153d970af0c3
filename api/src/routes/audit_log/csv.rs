//! The audit log as CSV (RFC 4180), written page by page while the client reads. The last line says how many entries there are.

use chrono::SecondsFormat;
use domain::audit::{self, Entry, Filter};
use domain::{Caller, Db, Page};
use futures_util::stream;
use poem::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

use super::models::actor_kind;

/// Entries that are read at a time. No transaction is open while the client reads them.
const PAGE: u64 = 500;

const COLUMNS: [&str; 16] = [
    "id",
    "occurred_at",
    "livemode",
    "action",
    "actor",
    "user_id",
    "api_key_id",
    "address",
    "user_agent",
    "object_type",
    "object_id",
    "before",
    "after",
    "details",
    "request_id",
    "caller_request_id",
];

/// The entries that match a filter.
pub struct CsvExport {
    db: Db,
    caller: Caller,
    filter: Filter,
}

/// What is to be written next.
enum Part {
    Header,
    /// The page after this cursor. So many entries are written.
    Page {
        after: Option<String>,
        written: usize,
    },
    End {
        written: usize,
    },
    Nothing,
}

impl CsvExport {
    pub fn new(db: Db, caller: Caller, filter: Filter) -> Self {
        Self { db, caller, filter }
    }

    /// # Errors When the database cannot be reached or the caller's credential has ended. The body then has no last
    /// line: poem ends it like a complete one, so its end tells nothing.
    async fn write(&self, part: Part) -> domain::Result<(String, Part)> {
        match part {
            Part::Header => {
                let header = line(&COLUMNS.map(str::to_owned));
                Ok((header, Part::Page { after: None, written: 0 }))
            }
            Part::Page { after, written } => self.write_page(after, written).await,
            Part::End { written } => Ok((end(written), Part::Nothing)),
            Part::Nothing => Ok((String::new(), Part::Nothing)),
        }
    }

    async fn write_page(&self, after: Option<String>, written: usize) -> domain::Result<(String, Part)> {
        let tx = self.db.begin(&self.caller).await?;
        let page = audit::list(&tx, &self.filter, &Page { after, limit: PAGE }).await?;
        tx.commit().await?;
        let written = written + page.items.len();
        let text = page.items.into_iter().map(|entry| line(&cells(entry))).collect();
        let next = match page.next {
            Some(next) => Part::Page { after: Some(next), written },
            None => Part::End { written },
        };
        Ok((text, next))
    }
}

impl IntoResponse for CsvExport {
    fn into_response(self) -> Response {
        let lines = stream::try_unfold((self, Part::Header), async |(export, part)| {
            if matches!(part, Part::Nothing) {
                return Ok(None);
            }
            match export.write(part).await {
                Ok((text, next)) => Ok(Some((text, (export, next)))),
                Err(error) => {
                    tracing::error!(%error, "an export of the audit log ended early");
                    Err(std::io::Error::other(error))
                }
            }
        });
        Response::builder()
            .header(CONTENT_TYPE, "text/csv; charset=utf-8")
            .header(CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"")
            .body(Body::from_bytes_stream(lines))
    }
}

fn cells(entry: Entry) -> [String; COLUMNS.len()] {
    let text = |value: Option<String>| value.unwrap_or_default();
    let json = |value: Option<serde_json::Value>| text(value.map(|value| value.to_string()));
    let (object_type, object_id) = entry.object.map(|(kind, id)| (kind, id.to_string())).unwrap_or_default();
    [
        entry.id.to_string(),
        entry.occurred_at.to_rfc3339_opts(SecondsFormat::Millis, true),
        entry.livemode.to_string(),
        entry.action,
        actor_kind(entry.actor).to_owned(),
        text(entry.user_id.map(|id| id.to_string())),
        text(entry.api_key_id.map(|id| id.to_string())),
        text(entry.address),
        text(entry.user_agent),
        object_type,
        object_id,
        json(entry.before),
        json(entry.after),
        json(entry.details),
        text(entry.request_id.map(|id| id.to_string())),
        text(entry.caller_request_id),
    ]
}

/// The last line. It has as many cells as the others, because some readers of CSV refuse a line with fewer.
fn end(written: usize) -> String {
    let mut cells = [const { String::new() }; COLUMNS.len()];
    cells[0] = format!("# end: {written} entries");
    line(&cells)
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// Callers choose some texts, and a spreadsheet runs a cell that begins like a formula.
fn quoted(cell: &str) -> String {
    let apostrophe = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{apostrophe}{}\"", cell.replace('"', "\"\""))
}

impl ApiResponse for CsvExport {
    fn meta() -> MetaResponses {
        let example = line(&COLUMNS.map(str::to_owned));
        let schema = MetaSchema { example: Some(example.into()), ..MetaSchema::new("string") };
        let schema = MetaSchemaRef::Inline(Box::new(schema));
        let response = MetaResponse {
            description: "The entries.",
            status: Some(200),
            status_range: None,
            content: vec![MetaMediaType { content_type: "text/csv", schema }],
            headers: Vec::new(),
        };
        MetaResponses { responses: vec![response] }
    }

    fn register(_: &mut Registry) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula_or_ends_its_line() {
        for begin in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r\n=1"] {
            assert!(quoted(begin).starts_with("\"'"), "{begin:?}");
        }
        assert_eq!(quoted("say \"=1\", then\r\nmore"), "\"say \"\"=1\"\", then\r\nmore\"");
        assert_eq!(line(&["a".to_owned(), String::new()]), "\"a\",\"\"\r\n");
    }
}
