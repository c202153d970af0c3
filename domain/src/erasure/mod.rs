//! Erasure of organizations: requested by an owner, done by the worker when it is due.

pub mod organizations;

pub(crate) use organizations::{
    BeginOrganizationDeletion, DeleteRows, FinishOrganizationDeletion, ListDueOrganizations,
};

use crate::db::Db;
use crate::error::Result;
use crate::exclusive::exclusively;

/// What one run has erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    pub organizations: u64,
}

/// Erases what is due. `None`: another process is doing so.
///
/// # Errors
/// When the database cannot be reached. What was erased until then stays erased, and the next run continues.
pub async fn erase_due(db: &Db) -> Result<Option<Erased>> {
    exclusively(db, "postwright.erasure", async || {
        Ok(Erased { organizations: organizations::erase_due(db).await? })
    })
    .await
}
