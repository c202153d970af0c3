//! Calls of stored functions, within a transaction or as one autocommitted statement.
//!
//! Round trips cost a turn more than the work they carry, so each of the busiest paths is one stored function.
//! The first arguments of every such function are the transaction's time, the organization and the mode.

use std::fmt::Write as _;

use entity::id::ApiKeyId;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};

use crate::db::Db;
use crate::error::Result;
use crate::notifications::Notification;
use crate::tenant::Tenant;
use crate::tenant_binding::tenant_arguments;
use crate::tenant_tx::TenantTx;

/// Runs one call for one tenant, in an open transaction or autocommitted.
#[derive(Clone, Copy)]
pub struct Executor<'a>(Via<'a>);

#[derive(Clone, Copy)]
enum Via<'a> {
    Transaction(&'a TenantTx),
    Autocommit(&'a Db, Tenant),
}

/// A stored function and the select list that reads its result, which is aliased `f`.
pub(crate) struct StoredFunction {
    pub name: &'static str,
    pub columns: &'static str,
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

impl Executor<'_> {
    /// Calls the function with the tenant's arguments and then `arguments`.
    ///
    /// # Errors
    /// When the database cannot be reached. Autocommitted, a call that returns no rows checks the caller too, as
    /// [`Db::begin`] does.
    pub(crate) async fn call(
        &self,
        function: &StoredFunction,
        arguments: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<QueryResult>> {
        match self.0 {
            Via::Transaction(tx) => call_in_transaction(tx, function, arguments).await,
            Via::Autocommit(db, tenant) => call_autocommit(db, tenant, function, arguments).await,
        }
    }

    /// The acting user, and whether they see every session of the organization or only their own.
    pub(crate) fn viewer(&self) -> [Value; 2] {
        let tenant = self.tenant();
        [tenant.person.map(|person| person.user).into(), tenant.sees_all_sessions().into()]
    }

    /// The acting API key, if any.
    pub(crate) fn api_key_id(&self) -> Option<ApiKeyId> {
        self.tenant().key.map(|key| key.id)
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

async fn call_in_transaction(
    tx: &TenantTx,
    function: &StoredFunction,
    arguments: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>> {
    let tenant = tx.tenant();
    let mut values: Vec<Value> = vec![tx.now().into(), tenant.organization.into(), tenant.livemode.into()];
    values.extend(arguments);
    let StoredFunction { name, columns } = function;
    let sql = format!("select {columns} from {name}({}) f", placeholders(1..=values.len()));
    Ok(tx.raw().query_all_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?)
}

async fn call_autocommit(
    db: &Db,
    tenant: Tenant,
    function: &StoredFunction,
    arguments: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>> {
    let mut values = Vec::from(tenant_arguments(&tenant));
    let first = values.len() + 1;
    values.extend(arguments);
    let StoredFunction { name, columns } = function;
    let (of_tenant, own) = (placeholders(1..=first - 1), placeholders(first..=values.len()));
    // The function takes its time from the row of `open_scope`. So that runs first, and a caller it rejects calls nothing.
    let sql = format!(
        "select {columns}
           from (select o.at from open_scope({of_tenant}) o where o.standing in ('good', 'system')) s
          cross join lateral {name}(s.at, $1, $2{}{own}) f",
        if own.is_empty() { "" } else { ", " },
    );
    let rows = db.connections().query(sql, values).await?;
    if rows.is_empty() {
        // Either nothing was found or the caller was rejected; opening a transaction returns the error of the latter.
        db.begin(tenant).await?;
    }
    Ok(rows)
}

fn placeholders(numbers: std::ops::RangeInclusive<usize>) -> String {
    let mut placeholders = String::new();
    for number in numbers {
        let comma = if placeholders.is_empty() { "" } else { ", " };
        let _ = write!(placeholders, "{comma}${number}");
    }
    placeholders
}
