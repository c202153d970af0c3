//! Summaries of sessions, for lists.

mod models;
mod table;

use domain::sessions;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::SessionSummaryPage;
use self::table::SessionsTable;
use super::sessions::SessionFilter;
use super::tags::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::csv::CsvExport;
use crate::pagination::PageParams;
use crate::problem::Problem;

pub struct SessionSummaries;

#[OpenApi(tag = "Tag::Sessions")]
impl SessionSummaries {
    /// List summaries of sessions
    ///
    /// What a list shows of sessions: the person, the title, how many fields are filled, and how the last turn ended. Newest
    /// first. Members see their own sessions, admins those of the organization. Expired sessions are listed apart. With `q` or
    /// `status` a page looks at 20,000 sessions at most: it may have fewer items than `limit`, even none, and still a
    /// `next_page`.
    #[oai(path = "/v1/session-summaries", method = "get", operation_id = "list_session_summaries")]
    async fn list_session_summaries(
        &self,
        reader: Reader<SessionsRead>,
        page: PageParams,
        filter: SessionFilter,
    ) -> Result<Json<SessionSummaryPage>, Problem> {
        let paged = reader.transaction(async |tx| sessions::summaries(tx, &filter.0, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Export summaries of sessions as CSV
    ///
    /// All sessions that match the filters, newest first, as CSV (RFC 4180) with a header line. A cell that a spreadsheet would
    /// take for a formula begins with an apostrophe. The last line has the number of sessions in its first cell, as in
    /// `# end: 12 sessions`; its other cells are empty. A document without it is incomplete: the login ended meanwhile, or the
    /// database was unavailable.
    #[oai(
        path = "/v1/session-summaries/exports/csv",
        method = "get",
        operation_id = "export_session_summaries_csv"
    )]
    async fn export_session_summaries_csv(
        &self,
        reader: Reader<SessionsRead>,
        filter: SessionFilter,
    ) -> Result<CsvExport<SessionsTable>, Problem> {
        // A refusal is a problem and not the end of a document that has begun.
        reader.begin().await?.commit().await?;
        Ok(CsvExport::new(reader.db, reader.caller, filter.0))
    }
}
