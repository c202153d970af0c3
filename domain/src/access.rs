//! One trip to the database: a function of ours, called within a transaction or as a statement of its own.
//!
//! What a turn costs is round trips more than what they do, so the busiest paths are a function each, see the step
//! `one_trip` of the migrations. All take the scope's time, organization and mode before their own arguments.

use std::fmt::Write as _;

use entity::id::ApiKeyId;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};

use crate::db::{Db, scope_arguments};
use crate::doorbell::Ring;
use crate::error::Result;
use crate::scope::Scope;
use crate::tenant::Tenant;

/// A way to the rows of one organization that is good for one call.
#[derive(Clone, Copy)]
pub struct Access<'a>(Way<'a>);

#[derive(Clone, Copy)]
enum Way<'a> {
    Within(&'a Scope),
    Alone(&'a Db, Tenant),
}

/// A function of the database and what is wanted of its answer, `f`.
pub(crate) struct Function {
    pub name: &'static str,
    pub columns: &'static str,
}

impl<'a> From<&'a Scope> for Access<'a> {
    fn from(scope: &'a Scope) -> Self {
        Self(Way::Within(scope))
    }
}

impl Db {
    /// For one call that is a transaction by itself.
    #[must_use]
    pub fn alone(&self, tenant: impl Into<Tenant>) -> Access<'_> {
        Access(Way::Alone(self, tenant.into()))
    }
}

impl Access<'_> {
    /// Calls the function with `arguments` after those of the scope.
    pub(crate) async fn call(
        &self,
        function: &Function,
        arguments: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<QueryResult>> {
        match self.0 {
            Way::Within(scope) => call_within(scope, function, arguments).await,
            Way::Alone(db, tenant) => call_alone(db, tenant, function, arguments).await,
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

    /// Rings once what was called has been committed.
    pub(crate) fn ring(&self, ring: Ring) {
        match self.0 {
            Way::Within(scope) => scope.ring_after_commit(ring),
            Way::Alone(db, _) => db.doorbell().ring(ring),
        }
    }

    fn tenant(&self) -> &Tenant {
        match &self.0 {
            Way::Within(scope) => scope.tenant(),
            Way::Alone(_, tenant) => tenant,
        }
    }
}

async fn call_within(
    scope: &Scope,
    function: &Function,
    arguments: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>> {
    let tenant = scope.tenant();
    let mut values: Vec<Value> = vec![scope.now().into(), tenant.organization.into(), tenant.livemode.into()];
    values.extend(arguments);
    let Function { name, columns } = function;
    let sql = format!("select {columns} from {name}({}) f", places(1..=values.len()));
    Ok(scope.raw().query_all_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?)
}

async fn call_alone(
    db: &Db,
    tenant: Tenant,
    function: &Function,
    arguments: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>> {
    let mut values = Vec::from(scope_arguments(&tenant));
    let first = values.len() + 1;
    values.extend(arguments);
    let Function { name, columns } = function;
    let (of_scope, own) = (places(1..=first - 1), places(first..=values.len()));
    // The function hangs on the scope's time, so the scope is opened first, and for who may not it is not called.
    let sql = format!(
        "select {columns}
           from (select o.at from open_scope({of_scope}) o where o.standing in ('good', 'system')) s
          cross join lateral {name}(s.at, $1, $2{}{own}) f",
        if own.is_empty() { "" } else { ", " },
    );
    let rows = db.connections().query(sql, values).await?;
    if rows.is_empty() {
        // Nothing found, or a caller who may not look: the scope says which.
        db.scope(tenant).await?;
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
