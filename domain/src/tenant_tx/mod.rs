//! A transaction bound to one tenant, and access to the tables through it.

mod rows;
mod tenant_owned;

use chrono::{DateTime, Utc};
use entity::id::{OrganizationId, SessionId, TurnId, UserId};
use entity::organization;
use sea_orm::sea_query::{IntoCondition, LockType, SimpleExpr};
use sea_orm::{
    ActiveModelBehavior, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, ModelTrait,
    QueryFilter, QuerySelect, UpdateMany,
};

pub(crate) use rows::Rows;
pub(crate) use tenant_owned::{Stamp, TenantOwned};

use crate::bulkhead::Permit;
use crate::db::{Db, bind};
use crate::error::{Error, Result};
use crate::notifications::Notification;
use crate::tenant::{Person, Tenant};

/// A transaction that reads and writes rows of one organization only. Dropped without [`TenantTx::commit`], it rolls back.
pub struct TenantTx {
    db: Db,
    transaction: DatabaseTransaction,
    /// After the transaction, which gives its connection back first.
    _permit: Option<Permit>,
    tenant: Tenant,
    now: DateTime<Utc>,
    real_time: DateTime<Utc>,
    notifications: std::sync::Mutex<Vec<Notification>>,
}

impl TenantTx {
    pub(crate) fn new(
        db: Db,
        (transaction, permit): (DatabaseTransaction, Option<Permit>),
        tenant: Tenant,
        now: DateTime<Utc>,
        real_time: DateTime<Utc>,
    ) -> Self {
        let notifications = std::sync::Mutex::default();
        Self { db, transaction, _permit: permit, tenant, now, real_time, notifications }
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

    /// The person who acts, or the member that an API key acts for. For operations that only people may call.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when an API key acts for no member, or the product itself acts, see [`Tenant::system`].
    pub(crate) fn person(&self) -> Result<Person> {
        self.tenant.person.ok_or_else(|| Error::internal("this call needs a person"))
    }

    /// The person who acts, or the member that an API key acts for, if any. Rows that are written name them.
    pub(crate) fn user(&self) -> Option<UserId> {
        self.tenant.person.map(|person| person.user)
    }

    /// Locks the organization until this transaction ends, and checks the caller once more: what it waited for may have
    /// ended their membership. Changes of members, invitations and API keys begin with it, so they happen one after another.
    ///
    /// # Errors
    /// As for [`Db::begin`]; [`Error::NotFound`] when there is no such organization.
    pub(crate) async fn lock_organization(&self) -> Result<()> {
        let own = organization::Entity::find_by_id(self.tenant.organization);
        let row = own.lock(LockType::NoKeyUpdate).one(&self.transaction).await?;
        row.ok_or(Error::NotFound("organization"))?;
        bind(&self.transaction, &self.tenant).await.map(|_| ())
    }

    /// Selects rows of this organization.
    pub(crate) fn find<E: TenantOwned>(&self) -> Rows<'_, E> {
        Rows { tx: self, select: E::find().filter(E::organization_column().eq(self.tenant.organization)) }
    }

    /// Inserts a row; its organization, mode and API key are overwritten with the transaction's.
    pub(crate) async fn insert<A>(&self, mut row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: Stamp + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + ModelTrait,
    {
        row.stamp(&self.tenant);
        Ok(row.insert(&self.transaction).await?)
    }

    /// Inserts rows. Organization and mode as for [`TenantTx::insert`].
    pub(crate) async fn insert_all<A>(&self, rows: impl IntoIterator<Item = A>) -> Result<()>
    where
        A: Stamp + Send,
    {
        let stamped = rows.into_iter().map(|mut row| {
            row.stamp(&self.tenant);
            row
        });
        A::Entity::insert_many(stamped).exec_without_returning(&self.transaction).await?;
        Ok(())
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
