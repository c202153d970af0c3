//! Deletes a job post.

use entity::id::JobPostId;
use sea_orm::ConnectionTrait as _;

use crate::audit::{self, Event};
use crate::error::{Error, Result};
use crate::notifications::Notification;
use crate::stored_function::{Returned as _, StoredFunction as _, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// Deletes a job post of the transaction's organization and mode only.
    pub(crate) struct EraseJobPost = CrossTenant volatile "erase_job_post" {
        job_post: JobPostId,
    } -> bool
}

/// Deletes a job post with its publications and what was sent of them. Its session is kept. A copy in the organization's own
/// system stays there: receivers of `job_post.deleted` delete it.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such job post.
pub async fn delete(tx: &TenantTx, id: JobPostId) -> Result<()> {
    let row = tx.raw().query_one_raw(EraseJobPost { job_post: id }.statement()).await?;
    let was_there = row.map(|row| bool::read(&row)).transpose()?;
    if was_there != Some(true) {
        return Err(Error::NotFound("job post"));
    }
    audit::record(tx, Event::new("job_post.deleted").about("job_post", id.0)).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(())
}
