//! Summaries of sessions, for lists.

mod models;
mod table;

use domain::sessions;
use entity::id::UserId;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use uuid::Uuid;

use self::models::SessionSummaryPage;
use self::table::SessionsTable;
use super::sessions::SessionStatus;
use super::tags::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::csv::CsvExport;
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::types::Timestamp;

pub struct SessionSummaries;

#[OpenApi(tag = "Tag::Sessions")]
impl SessionSummaries {
    /// List summaries of sessions
    ///
    /// What a list shows of sessions: who talks, the title, how much is filled, and how the last turn ended. Newest first.
    /// Members see their own sessions, admins those of the organization. Expired sessions are listed apart. With `q` or `status`
    /// a page looks at 20,000 sessions at most: it may have fewer items than `limit`, even none, and still a `next_page`.
    #[oai(path = "/v1/session-summaries", method = "get", operation_id = "list_session_summaries")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the request")]
    async fn list_session_summaries(
        &self,
        reader: Reader<SessionsRead>,
        page: PageParams,
        /// Only sessions with this status.
        #[oai(name = "status")]
        status: Query<Option<SessionStatus>>,
        /// Only sessions of this person. For admins.
        #[oai(name = "user_id")]
        user_id: Query<Option<Uuid>>,
        /// Only sessions whose title or company's name has this text, in any case.
        #[oai(name = "q", validator(min_length = 1, max_length = 200))]
        text: Query<Option<String>>,
        /// Only sessions created at this time or later.
        #[oai(name = "created_after")]
        created_after: Query<Option<Timestamp>>,
        /// Only sessions created before this time.
        #[oai(name = "created_before")]
        created_before: Query<Option<Timestamp>>,
        /// With `true`, the expired sessions that can still be read, else those that have not expired.
        #[oai(name = "expired")]
        expired: Query<Option<bool>>,
    ) -> Result<Json<SessionSummaryPage>, Problem> {
        let filter = filter(status, user_id, text, created_after, created_before, expired)?;
        let paged = reader.transaction(async |tx| sessions::summaries(tx, &filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Export summaries of sessions as CSV
    ///
    /// All sessions that match the filters, newest first, as CSV (RFC 4180) with a header line. A cell that a spreadsheet would
    /// take for a formula begins with an apostrophe. The last line has the number of sessions in its first cell, as in
    /// `# end: 12 sessions`, and no other cell. A document without it is incomplete: the login ended meanwhile, or the database
    /// was unavailable.
    #[oai(
        path = "/v1/session-summaries/exports/csv",
        method = "get",
        operation_id = "export_session_summaries_csv"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the request")]
    async fn export_session_summaries_csv(
        &self,
        reader: Reader<SessionsRead>,
        /// Only sessions with this status.
        #[oai(name = "status")]
        status: Query<Option<SessionStatus>>,
        /// Only sessions of this person. For admins.
        #[oai(name = "user_id")]
        user_id: Query<Option<Uuid>>,
        /// Only sessions whose title or company's name has this text, in any case.
        #[oai(name = "q", validator(min_length = 1, max_length = 200))]
        text: Query<Option<String>>,
        /// Only sessions created at this time or later.
        #[oai(name = "created_after")]
        created_after: Query<Option<Timestamp>>,
        /// Only sessions created before this time.
        #[oai(name = "created_before")]
        created_before: Query<Option<Timestamp>>,
        /// With `true`, the expired sessions that can still be read, else those that have not expired.
        #[oai(name = "expired")]
        expired: Query<Option<bool>>,
    ) -> Result<CsvExport<SessionsTable>, Problem> {
        let filter = filter(status, user_id, text, created_after, created_before, expired)?;
        // A refusal is a problem and not the end of a document that has begun.
        reader.begin().await?.commit().await?;
        Ok(CsvExport::new(reader.db, reader.caller, filter))
    }
}

fn filter(
    status: Query<Option<SessionStatus>>,
    user_id: Query<Option<Uuid>>,
    text: Query<Option<String>>,
    created_after: Query<Option<Timestamp>>,
    created_before: Query<Option<Timestamp>>,
    expired: Query<Option<bool>>,
) -> Result<sessions::Filter, Problem> {
    if text.0.as_deref().is_some_and(|text| text.contains('\0')) {
        return Err(Problem::invalid_field("/q", "must have no NUL character"));
    }
    Ok(sessions::Filter {
        is_complete: status.0.map(SessionStatus::is_complete),
        user_id: user_id.0.map(UserId),
        is_expired: expired.0 == Some(true),
        text: text.0,
        created_after: created_after.0.map(|time| time.0),
        created_before: created_before.0.map(|time| time.0),
    })
}
