//! Where the values of a job post in the making came from.

use domain::{provenance, sessions};
use entity::id::SessionId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::Example;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;

use super::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::examples::TURN;
use crate::problem::Problem;
use crate::types::{Basis, word};

pub struct Provenances;

#[OpenApi(tag = "Tag::Sessions")]
impl Provenances {
    /// Tell where the job data came from
    ///
    /// For each value the message and the words that it rests on. Values that are only `assumed` are the agent's
    /// suggestions: they are not among the job data, and never published, before somebody says yes to them.
    #[oai(path = "/v1/sessions/:session_id/provenance", method = "get", operation_id = "read_provenance")]
    async fn read_provenance(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
    ) -> Result<Json<Provenance>, Problem> {
        let session = sessions::find(reader.autocommit(), SessionId(session_id.0)).await?;
        let fields = provenance::of(&session.draft);
        Ok(Json(Provenance {
            version: session.version,
            fields: fields.into_iter().map(FieldProvenance::from).collect(),
        }))
    }
}

/// What the values of a session's job data rest on.
#[derive(Debug, Object)]
#[oai(example)]
struct Provenance {
    /// How often the job data had changed.
    #[oai(validator(minimum(value = "0")))]
    version: i32,
    /// The fields that have a value.
    fields: Vec<FieldProvenance>,
}

/// A field, and what its values rest on.
#[derive(Debug, Object)]
#[oai(example)]
pub struct FieldProvenance {
    /// A JSON Pointer (RFC 6901) into the job data.
    path: String,
    /// One, or one for each item of a list. In an event: none once the field is empty.
    values: Vec<ValueProvenance>,
}

/// A value, and what it rests on.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ValueProvenance {
    /// A JSON Pointer (RFC 6901) into the job data. An assumed item of a list has no place there yet: its path ends with
    /// "-".
    path: String,
    /// As text: plain decimals, ISO 4217 codes, "true" and "false".
    value: String,
    basis: Basis,
    /// The turn whose message holds the quote; of an assumption the turn that made it; absent for edits by hand.
    turn_id: Option<Uuid>,
    /// The user's own words. With `confirmed` their yes.
    quote: Option<String>,
    position: Option<QuotePosition>,
}

/// Where a quote stands in its message, in characters (Unicode code points).
#[derive(Debug, Object)]
#[oai(example)]
pub struct QuotePosition {
    /// That of its first character, from 0.
    #[oai(validator(minimum(value = "0")))]
    start: i64,
    /// That behind its last character.
    #[oai(validator(minimum(value = "0")))]
    end: i64,
}

impl From<provenance::FieldOrigins> for FieldProvenance {
    fn from(field: provenance::FieldOrigins) -> Self {
        let values = field.values.into_iter().map(ValueProvenance::from).collect();
        Self { path: field.path.to_owned(), values }
    }
}

impl From<provenance::Origin> for ValueProvenance {
    fn from(origin: provenance::Origin) -> Self {
        Self {
            path: origin.path,
            value: origin.value,
            basis: Basis(word(&origin.basis)),
            turn_id: origin.turn_id,
            quote: origin.quote,
            position: origin.position.map(QuotePosition::from),
        }
    }
}

impl From<job_post::Position> for QuotePosition {
    fn from(place: job_post::Position) -> Self {
        Self { start: place.start.into(), end: place.end.into() }
    }
}

impl Example for Provenance {
    fn example() -> Self {
        Self { version: 3, fields: vec![FieldProvenance::example()] }
    }
}

impl Example for FieldProvenance {
    fn example() -> Self {
        Self { path: "/skills".to_owned(), values: vec![ValueProvenance::example()] }
    }
}

impl Example for ValueProvenance {
    fn example() -> Self {
        Self {
            path: "/skills/0".to_owned(),
            value: ".net".to_owned(),
            basis: Basis("stated".into()),
            turn_id: Some(TURN),
            quote: Some(".net developer".to_owned()),
            position: Some(QuotePosition::example()),
        }
    }
}

impl Example for QuotePosition {
    fn example() -> Self {
        Self { start: 0, end: 14 }
    }
}
