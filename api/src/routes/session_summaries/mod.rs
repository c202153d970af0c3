//! Summaries of sessions, for lists.

mod models;

use domain::sessions;
use entity::id::UserId;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use uuid::Uuid;

use self::models::SessionSummaryPage;
use super::sessions::SessionStatus;
use super::tags::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::types::Timestamp;

pub struct SessionSummaries;

#[OpenApi(tag = "Tag::Sessions")]
impl SessionSummaries {
    /// List summaries of sessions
    ///
    /// What a list shows of sessions: who talks, the title, how much is filled, and how the last turn ended. Newest first.
    /// Members see their own sessions, admins those of the organization. Expired sessions are listed apart.
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
        let filter = sessions::Filter {
            is_complete: status.0.map(SessionStatus::is_complete),
            user_id: user_id.0.map(UserId),
            is_expired: expired.0 == Some(true),
            text: text.0,
            created_after: created_after.0.map(|time| time.0),
            created_before: created_before.0.map(|time| time.0),
        };
        let paged = reader.transaction(async |tx| sessions::summaries(tx, &filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }
}
