//! Bodies of provenance.

use domain::provenance;
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::TURN;
use crate::types::{Basis, word};

/// The provenance of a session's job data.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Provenance {
    /// The session's version: the number of changes of the job data.
    #[oai(validator(minimum(value = "0")))]
    pub version: i32,
    /// The fields that have a value.
    pub fields: Vec<FieldProvenance>,
    /// The sentences and list items of the description.
    pub description: Vec<SentenceProvenance>,
}

/// A sentence or list item of the description.
#[derive(Debug, Object)]
#[oai(example)]
pub struct SentenceProvenance {
    text: String,
    /// JSON Pointers (RFC 6901) into the job data: the values that the sentence names.
    paths: Vec<String>,
}

impl From<provenance::SentenceOrigin> for SentenceProvenance {
    fn from(sentence: provenance::SentenceOrigin) -> Self {
        Self { text: sentence.text, paths: sentence.paths }
    }
}

/// The provenance of one field.
#[derive(Debug, Object)]
#[oai(example)]
pub struct FieldProvenance {
    /// A JSON Pointer (RFC 6901) into the job data.
    path: String,
    /// One value, or one per list item. In an event, empty once the field is empty.
    values: Vec<ValueProvenance>,
}

/// The provenance of one value.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ValueProvenance {
    /// A JSON Pointer (RFC 6901) into the job data. The path of an assumed list item ends with "-", because the item is not
    /// in the list yet.
    path: String,
    /// The value as text: decimals, ISO 4217 codes, "true" and "false".
    value: String,
    basis: Basis,
    /// The turn whose message contains the quote, or the turn that made the assumption. Absent for edits by hand.
    turn_id: Option<Uuid>,
    /// The user's words that support the value. With `confirmed`, the words of the confirmation.
    quote: Option<String>,
    position: Option<QuotePosition>,
}

/// The position of a quote in its message, in characters (Unicode code points).
#[derive(Debug, Object)]
#[oai(example)]
pub struct QuotePosition {
    /// The index of the first character, from 0.
    #[oai(validator(minimum(value = "0")))]
    start: i64,
    /// The index after the last character.
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
    fn from(position: job_post::Position) -> Self {
        Self { start: position.start.into(), end: position.end.into() }
    }
}

impl Example for Provenance {
    fn example() -> Self {
        Self {
            version: 3,
            fields: vec![FieldProvenance::example()],
            description: vec![SentenceProvenance::example()],
        }
    }
}

impl Example for SentenceProvenance {
    fn example() -> Self {
        Self {
            text: "You know .net and SQL.".to_owned(),
            paths: vec!["/skills/0".to_owned(), "/skills/1".to_owned()],
        }
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
