//! Finalized job posts: immutable, each written once when the user confirms exactly its content.

mod erase;
mod finalize;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, JobPostId, SessionId, UserId};
use entity::job_post::{Column, Entity, Model};
use job_post::Content;
use sea_orm::ColumnTrait;

pub(crate) use erase::EraseJobPost;
pub use erase::delete;
pub(crate) use finalize::FinalizeSession;
pub use finalize::{Finalized, finalize};

use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::publications::{self, Publication};
use crate::tenant_tx::TenantTx;

/// A finalized job post.
#[derive(Clone, Debug)]
pub struct JobPost {
    pub id: JobPostId,
    /// The session that produced it, which may have been deleted.
    pub session_id: SessionId,
    pub livemode: bool,
    /// The session's user; `None` when an API key acted for no member.
    pub user_id: Option<UserId>,
    /// The API key that confirmed it, if any.
    pub api_key_id: Option<ApiKeyId>,
    /// 1 for the first job post of its session.
    pub revision: i32,
    pub company_name: String,
    pub content: Content,
    pub content_hash: String,
    /// The version of the session's draft that it was made from, if known.
    pub version: Option<i32>,
    /// Its delivery to the organization's system, if a target was configured.
    pub publication: Option<Publication>,
    pub created_at: DateTime<Utc>,
}

/// Reads one job post.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such job post.
pub async fn find(tx: &TenantTx, id: JobPostId) -> Result<JobPost> {
    let row = tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?;
    let mut publications = publications::of_posts(tx, [id]).await?;
    JobPost::from_row(row.ok_or(Error::NotFound("job post"))?, publications.remove(&id))
}

/// Reads the job post that something new begins with.
///
/// # Errors
/// [`Error::Invalid`] at `/from_job_post` when the organization has no such job post.
pub(crate) async fn find_source(tx: &TenantTx, id: JobPostId) -> Result<JobPost> {
    find(tx, id).await.map_err(|error| match error {
        Error::NotFound(_) => Error::invalid("/from_job_post", "must be a job post of the organization"),
        other => other,
    })
}

/// The organization's job posts, newest first. All members see all of them.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, page: &Page) -> Result<Paged<JobPost>> {
    let mut rows = tx.find::<Entity>().newest_first(Column::Id).limit(page.fetch());
    if let Some(after) = page.key::<JobPostId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = page.cut(rows.all().await?, |row| row.id.to_string());
    let mut publications = publications::of_posts(tx, rows.items.iter().map(|row| row.id)).await?;
    let post = |row: Model| {
        let publication = publications.remove(&row.id);
        JobPost::from_row(row, publication)
    };
    Ok(Paged { items: rows.items.into_iter().map(post).collect::<Result<_>>()?, next: rows.next })
}

impl JobPost {
    fn from_row(row: Model, publication: Option<Publication>) -> Result<Self> {
        Ok(Self {
            id: row.id,
            session_id: row.session_id,
            livemode: row.livemode,
            user_id: row.user_id,
            api_key_id: row.api_key_id,
            revision: row.revision,
            company_name: row.company_name,
            content: serde_json::from_value(row.content)?,
            content_hash: row.content_hash,
            version: row.version,
            publication,
            created_at: row.created_at,
        })
    }
}
