//! The provenance of a session's job data.

mod models;

use domain::{provenance, sessions};
use entity::id::SessionId;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

pub use self::models::{FieldProvenance, QuotePosition};
use self::models::{Provenance, SentenceProvenance};
use super::tags::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::problem::Problem;
use crate::types::Path;

pub struct Provenances;

#[OpenApi(tag = "Tag::Sessions")]
impl Provenances {
    /// Get the provenance of the job data
    ///
    /// The message and the words that support each value. A value with the basis `interpreted` is worded differently from
    /// its quote ("Registered Nurse" for "RN"): it is part of the job data, the summary shows it beside the quote, and a
    /// yes to the summary in the conversation makes it `confirmed`. Values with the basis `assumed` are suggestions of the
    /// agent: they are not part of the job data, and are published only after the user confirms them. `description` says of each
    /// sentence of the description which values it names.
    #[oai(path = "/v1/sessions/:session_id/provenance", method = "get", operation_id = "read_provenance")]
    async fn read_provenance(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
    ) -> Result<Json<Provenance>, Problem> {
        let session = sessions::find(reader.autocommit(), session_id).await?;
        let fields = provenance::of(&session.draft);
        Ok(Json(Provenance {
            version: session.version,
            fields: fields.into_iter().map(FieldProvenance::from).collect(),
            description: provenance::of_description(&session.draft)
                .into_iter()
                .map(SentenceProvenance::from)
                .collect(),
        }))
    }
}
