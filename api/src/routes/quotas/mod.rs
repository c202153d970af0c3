//! The quotas of the caller's organization.

mod models;

use domain::quotas;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::QuotaList;
use super::tags::Tag;
use crate::caller::{OrganizationRead, Reader};
use crate::problem::Problem;
use crate::streams::Streams;

pub struct Quotas;

#[OpenApi(tag = "Tag::Members")]
impl Quotas {
    /// List the organization's quotas
    ///
    /// How much the organization may keep, and how much it uses. What would go beyond a quota is refused with 403
    /// `quota_exceeded`; `quota` of the problem names it. Live and test mode are counted separately, except API keys and
    /// event streams. `used` of a quota for single sessions is that of the session that uses most; only the newest 20,000
    /// sessions that have not expired are looked at, so expired forks are not counted. If the organization keeps many
    /// sessions, `used` is up to 30 seconds old. Limits of `event_streams` count for each process of the server, and `used` is
    /// that of the process that answers.
    #[oai(path = "/v1/organization/quotas", method = "get", operation_id = "list_quotas")]
    async fn list_quotas(
        &self,
        reader: Reader<OrganizationRead>,
        Data(streams): Data<&Streams>,
    ) -> Result<Json<QuotaList>, Problem> {
        let open = streams.open_of(reader.caller.organization_id());
        Ok(Json(quotas::list(&reader.db, &reader.caller, open).await?.into()))
    }
}
