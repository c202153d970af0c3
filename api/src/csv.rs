//! A list as CSV (RFC 4180), written page by page while the client reads. The last line says how many rows there are.

use std::marker::PhantomData;

use domain::{Caller, Db, Page, Paged, TenantTx};
use futures_util::stream;
use poem::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

/// Rows that are read at a time. No transaction is open while the client reads them.
const PAGE: u64 = 500;

/// A list that can be exported.
pub trait Table: Send + Sync + 'static {
    type Filter: Send + Sync + 'static;
    type Row: Send;

    /// The name of the file.
    const FILE: &'static str;
    /// What its rows are, in the last line.
    const ROWS: &'static str;
    const COLUMNS: &'static [&'static str];

    fn page(
        tx: &TenantTx,
        filter: &Self::Filter,
        page: &Page,
    ) -> impl Future<Output = domain::Result<Paged<Self::Row>>> + Send;

    /// As many as there are columns.
    fn cells(row: Self::Row) -> Vec<String>;
}

/// The rows that match a filter.
pub struct CsvExport<T: Table> {
    db: Db,
    caller: Caller,
    filter: T::Filter,
    table: PhantomData<T>,
}

/// What is to be written next.
enum Part {
    Header,
    /// The page after this cursor. So many rows are written.
    Page {
        after: Option<String>,
        written: usize,
    },
    End {
        written: usize,
    },
    Nothing,
}

impl<T: Table> CsvExport<T> {
    pub fn new(db: Db, caller: Caller, filter: T::Filter) -> Self {
        Self { db, caller, filter, table: PhantomData }
    }

    /// # Errors
    /// When the database cannot be reached or the caller's credential has ended. The body then has no last line: poem ends it
    /// like a complete one, so its end tells nothing.
    async fn write(&self, part: Part) -> domain::Result<(String, Part)> {
        match part {
            Part::Header => Ok((line(T::COLUMNS), Part::Page { after: None, written: 0 })),
            Part::Page { after, written } => self.write_page(after, written).await,
            Part::End { written } => Ok((end::<T>(written), Part::Nothing)),
            Part::Nothing => Ok((String::new(), Part::Nothing)),
        }
    }

    async fn write_page(&self, after: Option<String>, written: usize) -> domain::Result<(String, Part)> {
        let tx = self.db.begin(&self.caller).await?;
        let page = T::page(&tx, &self.filter, &Page { after, limit: PAGE }).await?;
        tx.commit().await?;
        let written = written + page.items.len();
        let text = page.items.into_iter().map(|row| line(&T::cells(row))).collect();
        let next = match page.next {
            Some(next) => Part::Page { after: Some(next), written },
            None => Part::End { written },
        };
        Ok((text, next))
    }
}

impl<T: Table> IntoResponse for CsvExport<T> {
    fn into_response(self) -> Response {
        let lines = stream::try_unfold((self, Part::Header), async |(export, part)| {
            if matches!(part, Part::Nothing) {
                return Ok(None);
            }
            match export.write(part).await {
                Ok((text, next)) => Ok(Some((text, (export, next)))),
                Err(error) => {
                    tracing::error!(%error, file = T::FILE, "an export ended early");
                    Err(std::io::Error::other(error))
                }
            }
        });
        Response::builder()
            .header(CONTENT_TYPE, "text/csv; charset=utf-8")
            .header(CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", T::FILE))
            .body(Body::from_bytes_stream(lines))
    }
}

/// The last line. It has as many cells as the others, because some readers of CSV refuse a line with fewer.
fn end<T: Table>(written: usize) -> String {
    let mut cells = vec![String::new(); T::COLUMNS.len()];
    cells[0] = format!("# end: {written} {}", T::ROWS);
    line(&cells)
}

fn line(cells: &[impl AsRef<str>]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

/// Callers choose some texts, and a spreadsheet runs a cell that begins like a formula.
fn quoted(cell: &str) -> String {
    let apostrophe = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{apostrophe}{}\"", cell.replace('"', "\"\""))
}

impl<T: Table> ApiResponse for CsvExport<T> {
    fn meta() -> MetaResponses {
        let schema = MetaSchema { example: Some(line(T::COLUMNS).into()), ..MetaSchema::new("string") };
        let schema = MetaSchemaRef::Inline(Box::new(schema));
        let response = MetaResponse {
            description: "The rows.",
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
        assert_eq!(line(&["a", ""]), "\"a\",\"\"\r\n");
    }
}
