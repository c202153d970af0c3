//! The job post to export.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::content::Content;

/// A job post to export. Exports add nothing to the content but labels in its language.
#[derive(Clone, Copy, Debug)]
pub struct Posting<'a> {
    pub id: Uuid,
    pub company_name: &'a str,
    pub content: &'a Content,
    pub posted_at: DateTime<Utc>,
}
