//! One trip to the database: a function of ours, called within a transaction or as a statement of its own.
//!
//! What a turn costs is round trips more than what they do, so the busiest paths are a function each, see the step
//! `one_trip` of the migrations. All take the transaction's time, organization and mode before their own arguments.

use std::fmt::Write as _;

use entity::id::ApiKeyId;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};

use crate::db::{Db, tenant_arguments};
use crate::error::Result;
use crate::notifications::Notification;
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// A way to the rows of one organization that is good for one call.
#[derive(Clone, Copy)]
pub struct Executor<'a>(Via<'a>);

#[derive(Clone, Copy)]
enum Via<'a> {
    Transaction(&'a TenantTx),
    Autocommit(&'a Db, Tenant),
}

/// A function of the database and what is wanted of its answer, `f`.
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
    /// For one call that is a transaction by itself.
    #[must_use]
    pub fn autocommit(&self, tenant: impl Into<Tenant>) -> Executor<'_> {
        Executor(Via::Autocommit(self, tenant.into()))
    }
}

impl Executor<'_> {
    /// Calls the function with `arguments` after those of the transaction.
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

    /// Who looks, and whether they see every session of the organization or only their own.
    pub(crate) fn viewer(&self) -> [Value; 2] {
        let tenant = self.tenant();
        [tenant.person.map(|person| person.user).into(), tenant.sees_all_sessions().into()]
    }

    /// The key that acts, if one does.
    pub(crate) fn api_key_id(&self) -> Option<ApiKeyId> {
        self.tenant().key.map(|key| key.id)
    }

    /// Sends the notification once the call has committed.
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
    let sql = format!("select {columns} from {name}({}) f", places(1..=values.len()));
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
    let (of_scope, own) = (places(1..=first - 1), places(first..=values.len()));
    // The function hangs on the transaction's time, so the transaction is opened first, and for who may not it is not called.
    let sql = format!(
        "select {columns}
           from (select o.at from open_scope({of_scope}) o where o.standing in ('good', 'system')) s
          cross join lateral {name}(s.at, $1, $2{}{own}) f",
        if own.is_empty() { "" } else { ", " },
    );
    let rows = db.connections().query(sql, values).await?;
    if rows.is_empty() {
        // Nothing found, or a caller who may not look: the transaction says which.
        db.begin(tenant).await?;
    }
    Ok(rows)
}

fn places(numbers: std::ops::RangeInclusive<usize>) -> String {
    let mut places = String::new();
    for number in numbers {
        let comma = if places.is_empty() { "" } else { ", " };
        let _ = write!(places, "{comma}${number}");
    }
    places
}
