//! A transaction bound to one tenant, and access to the tables through it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::id::{OrganizationId, SessionId, TurnId};
use sea_orm::sea_query::{IntoCondition, SimpleExpr};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult,
    IntoActiveModel, ModelTrait, QueryFilter, QueryOrder, QuerySelect, Select, UpdateMany,
};

use crate::db::Db;
use crate::error::Result;
use crate::notifications::Notification;
use crate::queue;
use crate::tenant::{Person, Tenant};

/// A transaction that reads and writes rows of one organization only. Dropped without [`TenantTx::commit`], it rolls back.
pub struct TenantTx {
    db: Db,
    transaction: DatabaseTransaction,
    tenant: Tenant,
    now: DateTime<Utc>,
    real_time: DateTime<Utc>,
    notifications: std::sync::Mutex<Vec<Notification>>,
}

impl TenantTx {
    pub(crate) fn new(
        db: Db,
        transaction: DatabaseTransaction,
        tenant: Tenant,
        now: DateTime<Utc>,
        real_time: DateTime<Utc>,
    ) -> Self {
        Self { db, transaction, tenant, now, real_time, notifications: std::sync::Mutex::default() }
    }

    /// The database's time when this transaction began, with the offset that tests may set. Used for expiry and leases.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The database's time without the tests' offset. Used for tokens and logins.
    pub(crate) fn real_time(&self) -> DateTime<Utc> {
        self.real_time
    }

    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.tenant.organization
    }

    pub(crate) fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    /// The person who acts.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when the product itself acts, see [`Tenant::system`].
    pub(crate) fn person(&self) -> Result<Person> {
        self.tenant
            .person
            .ok_or_else(|| crate::Error::internal("this call needs a person, and the product itself made it"))
    }

    /// Selects rows of this organization.
    pub(crate) fn find<E: TenantOwned>(&self) -> Rows<'_, E> {
        Rows { tx: self, select: E::find().filter(E::organization_column().eq(self.tenant.organization)) }
    }

    /// Inserts a row; its organization and mode are overwritten with the transaction's.
    pub(crate) async fn insert<A>(&self, mut row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: Stamp + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + ModelTrait,
    {
        row.stamp(&self.tenant);
        Ok(row.insert(&self.transaction).await?)
    }

    /// Inserts a row unless a row with the same key exists; returns whether it did. Organization and mode as for
    /// [`TenantTx::insert`].
    pub(crate) async fn insert_unless_there<A>(&self, mut row: A) -> Result<bool>
    where
        A: Stamp + Send,
    {
        row.stamp(&self.tenant);
        let written =
            A::Entity::insert(row).on_conflict_do_nothing().exec_without_returning(&self.transaction).await?;
        Ok(matches!(written, sea_orm::TryInsertResult::Inserted(1)))
    }

    /// Updates the rows of this organization that satisfy `condition`; returns how many. As a compare-and-set, check the count.
    pub(crate) async fn update<E: TenantOwned>(
        &self,
        condition: impl IntoCondition,
        set: impl IntoIterator<Item = (E::Column, SimpleExpr)>,
    ) -> Result<u64> {
        let update: UpdateMany<E> =
            set.into_iter().fold(E::update_many(), |update, (column, value)| update.col_expr(column, value));
        let changed = update
            .filter(E::organization_column().eq(self.tenant.organization))
            .filter(condition)
            .exec(&self.transaction)
            .await?;
        Ok(changed.rows_affected)
    }

    /// Deletes the rows of this organization that satisfy `condition`; returns how many.
    pub(crate) async fn delete<E: TenantOwned>(&self, condition: impl IntoCondition) -> Result<u64> {
        let deleted = E::delete_many()
            .filter(E::organization_column().eq(self.tenant.organization))
            .filter(condition)
            .exec(&self.transaction)
            .await?;
        Ok(deleted.rows_affected)
    }

    /// Enqueues a wake-up for workers in this transaction, due after `delay`, for turns that are claimable then.
    pub(crate) async fn wake_workers(&self, delay: Duration) -> Result<()> {
        queue::insert_wake_up(&self.transaction, delay).await?;
        if delay.is_zero() {
            self.notify_after_commit(Notification::Claimable);
        }
        Ok(())
    }

    /// Notifies waiters, after the commit, that this turn has ended.
    pub(crate) fn notify_finished(&self, turn: TurnId) {
        self.notify_after_commit(Notification::TurnFinished(turn));
    }

    /// Notifies followers, after the commit, that this session's log has grown.
    pub(crate) fn notify_event(&self, session: SessionId) {
        self.notify_after_commit(Notification::Event(session));
    }

    pub(crate) fn notify_after_commit(&self, notification: Notification) {
        if let Ok(mut notifications) = self.notifications.lock() {
            notifications.push(notification);
        }
    }

    /// For statements that the methods above cannot express. Row-level security still applies, so rows of other
    /// organizations stay invisible.
    pub(crate) fn raw(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// Commits, and then sends the transaction's notifications.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] when the connection broke; whether the transaction committed is then unknown.
    pub async fn commit(self) -> Result<()> {
        self.transaction.commit().await?;
        for notification in self.notifications.into_inner().unwrap_or_default() {
            self.db.notifier().notify(notification);
        }
        Ok(())
    }
}

/// A query of one organization's rows.
pub(crate) struct Rows<'a, E: EntityTrait> {
    tx: &'a TenantTx,
    select: Select<E>,
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

    pub fn limit(mut self, most: u64) -> Self {
        self.select = self.select.limit(most);
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

    pub async fn one(self) -> Result<Option<E::Model>>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        Ok(self.select.one(&self.tx.transaction).await?)
    }
}

/// A table whose rows belong to one organization each.
pub(crate) trait TenantOwned: EntityTrait {
    fn organization_column() -> Self::Column;
}

/// A row to insert, whose tenant columns can be set.
pub(crate) trait Stamp: ActiveModelTrait {
    fn stamp(&mut self, tenant: &Tenant);
}

macro_rules! tenant_owned {
    ($($table:ident $(, $livemode:ident)?;)*) => {$(
        impl TenantOwned for entity::$table::Entity {
            fn organization_column() -> Self::Column {
                entity::$table::Column::OrganizationId
            }
        }
        impl Stamp for entity::$table::ActiveModel {
            fn stamp(&mut self, tenant: &Tenant) {
                self.organization_id = sea_orm::Set(tenant.organization);
                $(self.$livemode = sea_orm::Set(tenant.livemode);)?
            }
        }
    )*};
}

tenant_owned! {
    api_key;
    membership;
    login;
    refresh_token;
    session, livemode;
    turn, livemode;
    message, livemode;
    draft_change, livemode;
    job_post, livemode;
    event, livemode;
    idempotency_key, livemode;
    delivery, livemode;
    delivery_attempt, livemode;
    webhook_endpoint, livemode;
    webhook_event, livemode;
    publication, livemode;
    publication_target, livemode;
}
