//! Calls of stored functions, within a transaction or as one autocommitted statement.
//!
//! Round trips cost a turn more than the work they carry, so each of the busiest paths is one stored function
//! (`migration/src/functions`).

use entity::id::{ApiKeyId, OrganizationId, UserId};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};

use crate::credential::BeginTenantTransaction;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::notifications::Notification;
use crate::pool::Buffers;
use crate::sealing::Sealer;
use crate::stored_function::{Kind, Returned as _, StoredFunction, named_arguments, select_list};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// Runs one call for one tenant, in an open transaction or autocommitted.
#[derive(Clone, Copy)]
pub struct Executor<'a>(Via<'a>);

#[derive(Clone, Copy)]
enum Via<'a> {
    Transaction(&'a TenantTx),
    Autocommit(&'a Db, Tenant),
}

impl<'a> From<&'a TenantTx> for Executor<'a> {
    fn from(tx: &'a TenantTx) -> Self {
        Self(Via::Transaction(tx))
    }
}

impl Db {
    /// An executor whose single call is a transaction of its own.
    #[must_use]
    pub fn autocommit(&self, tenant: impl Into<Tenant>) -> Executor<'_> {
        Executor(Via::Autocommit(self, tenant.into()))
    }
}

impl<'a> Executor<'a> {
    /// Calls the function with the tenant's arguments and its own; returns its rows.
    ///
    /// # Errors
    /// When the database cannot be reached. Autocommitted, a call that returns no rows checks the caller too, as
    /// [`Db::begin`] does.
    pub(crate) async fn call<F: StoredFunction>(&self, call: F) -> Result<Vec<F::Returned>> {
        const { assert!(matches!(F::KIND, Kind::Tenant)) };
        let rows = match self.0 {
            Via::Transaction(tx) => call_in_transaction(tx, call).await?,
            // Boxed: what waits for minutes makes such calls, which take a moment.
            Via::Autocommit(db, tenant) => Box::pin(call_autocommit(db, tenant, call)).await?,
        };
        rows.iter().map(|row| Ok(F::Returned::read(row)?)).collect()
    }

    /// Calls a function that always returns one row.
    pub(crate) async fn call_one<F: StoredFunction>(&self, call: F) -> Result<F::Returned> {
        let row = self.call(call).await?.into_iter().next();
        row.ok_or_else(|| Error::internal(format!("{} returned no row", F::NAME)))
    }

    /// The database and the tenant of an autocommitted call, which may share its transaction with others.
    pub(crate) fn autocommitted(&self) -> Option<(&'a Db, Tenant)> {
        match self.0 {
            Via::Transaction(_) => None,
            Via::Autocommit(db, tenant) => Some((db, tenant)),
        }
    }

    /// The acting user, and whether they see every session of the organization or only their own.
    pub(crate) fn viewer(&self) -> (Option<UserId>, bool) {
        let tenant = self.tenant();
        (tenant.person.map(|person| person.user), tenant.sees_all_sessions())
    }

    /// The acting API key, if any.
    pub(crate) fn api_key_id(&self) -> Option<ApiKeyId> {
        self.tenant().key.map(|key| key.id)
    }

    pub(crate) fn organization_id(&self) -> OrganizationId {
        self.tenant().organization
    }

    pub(crate) fn sealer(&self) -> &'a Sealer {
        self.db().sealer()
    }

    pub(crate) fn db(&self) -> &'a Db {
        match self.0 {
            Via::Transaction(tx) => tx.db(),
            Via::Autocommit(db, _) => db,
        }
    }

    /// Sends the notification after the commit: at once when autocommitted, as the call has committed by then.
    pub(crate) fn notify(&self, notification: Notification) {
        match self.0 {
            Via::Transaction(tx) => tx.notify_after_commit(notification),
            Via::Autocommit(db, _) => db.notifier().notify(notification),
        }
    }

    fn tenant(&self) -> &Tenant {
        match &self.0 {
            Via::Transaction(tx) => tx.tenant(),
            Via::Autocommit(_, tenant) => tenant,
        }
    }
}

async fn call_in_transaction<F: StoredFunction>(tx: &TenantTx, call: F) -> Result<Vec<QueryResult>> {
    let text = F::statements().direct.get_or_init(|| {
        let (columns, own) = (select_list::<F>(), named_arguments(&F::parameters(), 4));
        let comma = if own.is_empty() { "" } else { ", " };
        format!(
            "select {columns} from {}(p_now => $1, p_organization => $2, p_livemode => $3{comma}{own}) f",
            F::NAME
        )
    });
    let tenant = tx.tenant();
    let mut values: Vec<Value> = vec![tx.now().into(), tenant.organization.into(), tenant.livemode.into()];
    values.extend(call.values());
    Ok(tx
        .raw()
        .query_all_raw(Statement::from_sql_and_values(DbBackend::Postgres, text.as_str(), values))
        .await?)
}

async fn call_autocommit<F: StoredFunction>(db: &Db, tenant: Tenant, call: F) -> Result<Vec<QueryResult>> {
    let text = F::statements().autocommit.get_or_init(|| {
        let begin = BeginTenantTransaction::parameters();
        let (columns, own) = (select_list::<F>(), named_arguments(&F::parameters(), begin.len() + 1));
        let comma = if own.is_empty() { "" } else { ", " };
        // The function needs the transaction's time, so the transaction is bound to the organization first; with an invalid
        // credential the function is not called.
        format!(
            "select {columns}
               from (select b.now from begin_tenant_transaction({}) b where b.credential in ('valid', 'system')) t
              cross join lateral {}(p_now => t.now, p_organization => $1, p_livemode => $2{comma}{own}) f",
            named_arguments(&begin, 1),
            F::NAME
        )
    });
    let mut values = BeginTenantTransaction::from(&tenant).values();
    values.extend(call.values());
    let permit = db.enter_call(&tenant).await?;
    let rows = db.connections().query(text, values, Buffers::Keep).await?;
    drop(permit);
    if rows.is_empty() {
        // Nothing found, or an invalid credential: the transaction says which.
        db.begin(tenant).await?;
    }
    Ok(rows)
}
