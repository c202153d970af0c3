//! Erasure of accounts and organizations. The worker erases what is due.

mod accounts;
pub mod organizations;

pub use accounts::erase_own;
pub(crate) use accounts::{
    CancelAccountErasure, DeleteSessionsOf, EraseAccount, EraseTraces, FindAccountErasure, ListDueAccounts,
    RequestAccountErasure,
};
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
    pub accounts: u64,
}

/// Erases what is due. `None`: another process is doing so.
///
/// # Errors
/// When the database cannot be reached. What was erased until then stays erased, and the next run continues.
pub async fn erase_due(db: &Db) -> Result<Option<Erased>> {
    exclusively(db, "postwright.erasure", async || {
        // Organizations first: the accounts of people who belong to no other one are then due.
        let organizations = organizations::erase_due(db).await?;
        Ok(Erased { organizations, accounts: accounts::erase_due(db).await? })
    })
    .await
}
