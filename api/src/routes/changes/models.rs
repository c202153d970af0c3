//! Bodies of changes.

use domain::Paged;
use domain::changes::{Entry, RestoreTarget};
use domain::events;
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{PAGE_TOKEN, TURN, USER, at};
use crate::problem::Problem;
use crate::routes::provenance::QuotePosition;
use crate::types::{Basis, ChangeAction, ChangeKind, Timestamp, word};

/// What to restore: either a version or a revision.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct RestoreRequest {
    /// A version of the change log. 0 is the state before the first change.
    #[oai(validator(minimum(value = "0")))]
    version: Option<i32>,
    /// The `revision` of one of the session's job posts.
    #[oai(validator(minimum(value = "1")))]
    revision: Option<i32>,
}

impl RestoreRequest {
    /// # Errors
    /// 422 unless exactly one of the two is given.
    pub fn target(&self) -> Result<RestoreTarget, Problem> {
        match (self.version, self.revision) {
            (Some(version), None) => Ok(RestoreTarget::Version(version)),
            (None, Some(revision)) => Ok(RestoreTarget::Revision(revision)),
            _ => Err(Problem::invalid_field("", "must have either version or revision")),
        }
    }
}

/// Where to fork the session.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct ForkRequest {
    /// The last turn to copy. If absent, all turns that have ended are copied.
    pub turn_id: Option<Uuid>,
}

/// An entry of the change log.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Change {
    /// The session's version after the change, from 1.
    #[oai(validator(minimum(value = "1")))]
    version: i32,
    kind: ChangeKind,
    /// The person who made the change or wrote the message. Absent when an API key acted for no member.
    user_id: Option<Uuid>,
    /// The API key that acted, if any.
    api_key_id: Option<Uuid>,
    /// The turn that made the change. Absent for changes by hand.
    turn_id: Option<Uuid>,
    /// With `undo` and `restore`: the restored version.
    #[oai(validator(minimum(value = "0")))]
    restored_version: Option<i32>,
    changes: Vec<FieldChange>,
    created_at: Timestamp,
}

/// The change of one field, with its evidence. `position` locates the quote in the message of the turn.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct FieldChange {
    op: ChangeAction,
    /// The field, as a JSON Pointer (RFC 6901) into the job data.
    path: String,
    /// The value as text, list items on lines of their own. Absent when the field was emptied.
    value: Option<String>,
    basis: Basis,
    /// The user's words that support the value.
    quote: Option<String>,
    position: Option<QuotePosition>,
    /// The turn whose message contains the quote.
    turn_id: Option<Uuid>,
}

impl From<Entry> for Change {
    fn from(entry: Entry) -> Self {
        Self {
            version: entry.version,
            kind: ChangeKind(word(&entry.kind)),
            user_id: entry.user_id.map(|user| user.0),
            api_key_id: entry.api_key_id.map(|key| key.0),
            turn_id: entry.turn_id.map(|turn| turn.0),
            restored_version: entry.restored_version,
            changes: entry.changes.into_iter().map(FieldChange::from).collect(),
            created_at: entry.created_at.into(),
        }
    }
}

impl From<job_post::Change> for FieldChange {
    fn from(change: job_post::Change) -> Self {
        let unless_empty = |text: String| Some(text).filter(|text| !text.is_empty());
        Self {
            op: ChangeAction(word(&change.op)),
            path: events::pointer(change.field).to_owned(),
            value: unless_empty(change.value),
            basis: Basis(word(&change.evidence.basis)),
            quote: unless_empty(change.evidence.quote),
            position: change.evidence.position.map(QuotePosition::from),
            turn_id: change.evidence.turn,
        }
    }
}

/// A page of changes.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ChangePage {
    items: Vec<Change>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<Entry>> for ChangePage {
    fn from(paged: Paged<Entry>) -> Self {
        Self { items: paged.items.into_iter().map(Change::from).collect(), next_page: paged.next }
    }
}

impl Example for RestoreRequest {
    fn example() -> Self {
        Self { version: Some(2), revision: None }
    }
}

impl Example for ForkRequest {
    fn example() -> Self {
        Self { turn_id: Some(TURN) }
    }
}

impl Example for Change {
    fn example() -> Self {
        Self {
            version: 2,
            kind: ChangeKind("turn".into()),
            user_id: Some(USER),
            api_key_id: None,
            turn_id: Some(TURN),
            restored_version: None,
            changes: vec![FieldChange::example()],
            created_at: at(12),
        }
    }
}

impl Example for FieldChange {
    fn example() -> Self {
        Self {
            op: ChangeAction("set".into()),
            path: "/experience_level".to_owned(),
            value: Some("senior".to_owned()),
            basis: Basis("stated".into()),
            quote: Some("senior level".to_owned()),
            position: Some(QuotePosition::example()),
            turn_id: Some(TURN),
        }
    }
}

impl Example for ChangePage {
    fn example() -> Self {
        Self { items: vec![Change::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
