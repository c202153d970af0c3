//! The request log: why calls were refused.

mod models;

use domain::request_log;
use entity::id::ApiKeyId;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use uuid::Uuid;

use self::models::RequestLogPage;
use super::tags::Tag;
use crate::caller::{Admin, AuditRead};
use crate::pagination::PageParams;
use crate::problem::{Errors, Problem};
use crate::types::Timestamp;

pub struct RequestLog;

#[OpenApi(tag = "Tag::Audit")]
impl RequestLog {
    /// List refused and failed requests
    ///
    /// The requests of the last 7 days that were answered with an error, newest first: of this mode, and only those whose caller
    /// was known. Bodies and query strings are not kept, and neither are responses with the status 429. An entry is written
    /// about a second after its response; of more than 1,000 of one caller in an hour, the further ones may be missing. The
    /// request log is for admins.
    #[oai(path = "/v1/requests", method = "get", operation_id = "list_requests")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the request")]
    async fn list_requests(
        &self,
        admin: Admin<AuditRead>,
        page: PageParams,
        /// Only responses with this status, such as 409.
        #[oai(name = "status", validator(minimum(value = "400"), maximum(value = "599")))]
        status: Query<Option<i32>>,
        /// Only problems with this code, such as `session_expired`.
        #[oai(name = "code", validator(max_length = 100))]
        code: Query<Option<String>>,
        /// Only requests with this API key.
        #[oai(name = "api_key_id")]
        api_key: Query<Option<Uuid>>,
        /// Only requests of this time and later.
        #[oai(name = "from")]
        from: Query<Option<Timestamp>>,
        /// Only requests before this time.
        #[oai(name = "to")]
        to: Query<Option<Timestamp>>,
    ) -> Result<Json<RequestLogPage>, Errors<403>> {
        let is_name = |code: &String| code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !code.0.as_ref().is_none_or(is_name) {
            return Err(Problem::invalid_field("/code", "must be the code of a problem").into());
        }
        let filter = request_log::Filter {
            status: status.0,
            code: code.0,
            api_key_id: api_key.0.map(ApiKeyId),
            from: from.0.map(|from| from.0),
            to: to.0.map(|to| to.0),
        };
        if page.0.after.is_none() {
            request_log::wait_for_entries(&admin.db, &admin.caller).await;
        }
        let paged = admin.transaction(async |tx| request_log::list(tx, &filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }
}
