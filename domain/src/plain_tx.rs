//! A transaction that belongs to no organization.

use sea_orm::DatabaseTransaction;

use crate::bulkhead::Permit;
use crate::error::Result;

/// A transaction in which, of what row-level security protects, only functions of `cross_tenant` reach anything. Dropped
/// without [`PlainTx::commit`], it rolls back.
pub(crate) struct PlainTx {
    transaction: DatabaseTransaction,
    /// After the transaction, which gives its connection back first.
    _permit: Option<Permit>,
}

impl PlainTx {
    pub fn new(transaction: DatabaseTransaction, permit: Option<Permit>) -> Self {
        Self { transaction, _permit: permit }
    }

    pub fn raw(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    pub async fn commit(self) -> Result<()> {
        Ok(self.transaction.commit().await?)
    }
}
