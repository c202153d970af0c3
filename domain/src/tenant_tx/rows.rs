//! Queries that read rows of one organization.

use sea_orm::sea_query::{IntoCondition, SimpleExpr};
use sea_orm::{
    EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::TenantTx;
use crate::error::Result;

/// A query of one organization's rows.
pub(crate) struct Rows<'a, E: EntityTrait> {
    pub(super) tx: &'a TenantTx,
    pub(super) select: Select<E>,
}

impl<E: EntityTrait> Rows<'_, E> {
    pub fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.select = self.select.filter(condition);
        self
    }

    pub fn oldest_first(mut self, by: E::Column) -> Self {
        self.select = self.select.order_by_asc(by);
        self
    }

    pub fn newest_first(mut self, by: E::Column) -> Self {
        self.select = self.select.order_by_desc(by);
        self
    }

    /// By an expression that no index has, so that the plan follows the index of a condition and sorts what it finds.
    pub fn largest_first(mut self, by: SimpleExpr) -> Self {
        self.select = self.select.order_by(by, Order::Desc);
        self
    }

    pub fn limit(mut self, most: u64) -> Self {
        self.select = self.select.limit(most);
        self
    }

    pub fn skip(mut self, rows: u64) -> Self {
        self.select = self.select.offset(rows);
        self
    }

    /// Locks the rows until this transaction ends (`FOR UPDATE`).
    pub fn locked(mut self) -> Self {
        self.select = self.select.lock_exclusive();
        self
    }

    pub async fn all(self) -> Result<Vec<E::Model>>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        Ok(self.select.all(&self.tx.transaction).await?)
    }

    /// How many there are.
    pub async fn count(self) -> Result<u64>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        Ok(self.select.count(&self.tx.transaction).await?)
    }

    pub async fn one(self) -> Result<Option<E::Model>>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        Ok(self.select.one(&self.tx.transaction).await?)
    }
}
