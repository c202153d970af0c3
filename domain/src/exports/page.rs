//! A part of an export: the rows of one table, page by page.

use std::fmt::Write as _;

use entity::id::UserId;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};

use super::schema::{Column, columns_of, schema_of};
use crate::db::Db;
use crate::error::Result;
use crate::inventory::Table;
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// How many rows are read at once. A row has at most some hundred kilobytes.
const PAGE: usize = 50;
/// Members have their names and addresses in the table of accounts.
const ACCOUNT_OF_MEMBER: &str = "cross join lateral cross_tenant.list_accounts(array[t.user_id]) a";

/// The rows of one table.
pub(super) struct Part {
    table: &'static Table,
    name: &'static str,
    /// Those that are exported; none before the first page.
    columns: Vec<Column>,
    /// Which mode is being read. Tables without modes are read once.
    livemode: bool,
    /// The key of the row that was written last in this mode.
    after: Vec<String>,
    has_items: bool,
    has_ended: bool,
}

impl Part {
    /// `None` for a table that no export has.
    pub fn of(table: &'static Table) -> Option<Self> {
        Some(Self {
            table,
            name: table.part?,
            columns: Vec::new(),
            livemode: true,
            after: Vec::new(),
            has_items: false,
            has_ended: false,
        })
    }

    pub fn has_begun(&self) -> bool {
        !self.columns.is_empty()
    }

    pub fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// The next page as text: the first one with the part's schema before it.
    pub async fn next(&mut self, db: &Db, tenant: Tenant, person: Option<UserId>) -> Result<String> {
        let tx = db.begin(Tenant { livemode: self.livemode, ..tenant }).await?;
        let mut text = String::new();
        if !self.has_begun() {
            self.columns = columns_of(&tx, self.table).await?;
            let schema = schema_of(&self.columns);
            let _ = write!(text, r#""{}":{{"schema":{schema},"items":["#, self.name);
        }
        let rows = tx.raw().query_all_raw(self.statement(&tx, person)).await?;
        tx.commit().await?;
        for row in &rows {
            self.write(row, &mut text)?;
        }
        if rows.len() < PAGE {
            self.end_mode(&mut text);
        }
        Ok(text)
    }

    fn write(&mut self, row: &QueryResult, text: &mut String) -> Result<()> {
        if std::mem::replace(&mut self.has_items, true) {
            text.push(',');
        }
        text.push_str(&row.try_get::<String>("", "item")?);
        self.after = row.try_get("", "key")?;
        Ok(())
    }

    fn end_mode(&mut self, text: &mut String) {
        self.has_ended = !(self.has_modes() && self.livemode);
        self.livemode = false;
        self.after.clear();
        if self.has_ended {
            text.push_str("]}");
        }
    }

    fn has_modes(&self) -> bool {
        self.table.columns().any(|column| column == "livemode")
    }

    /// Selects a page. All names are constants of the inventory.
    fn statement(&self, tx: &TenantTx, person: Option<UserId>) -> Statement {
        let members = self.columns.iter().map(|column| format!("'{}', {}", column.name, column.expression));
        let join = if self.table.name == "membership" { ACCOUNT_OF_MEMBER } else { "" };
        let order = if self.table.key.is_empty() { "1".to_owned() } else { self.key("") };
        let text = format!(
            "select json_build_object({})::text as item, array[{}]::text[] as key
               from {} t {join} where {} order by {order} limit {PAGE}",
            members.collect::<Vec<_>>().join(", "),
            self.key("::text"),
            self.table.name,
            self.condition(person.is_some()),
        );
        let mut values: Vec<Value> = vec![tx.organization_id().into(), person.into()];
        values.extend(self.after.iter().map(|key| key.as_str().into()));
        Statement::from_sql_and_values(DbBackend::Postgres, text, values)
    }

    /// Which rows the next page begins with: of the organization `$1`, for the person `$2`, after the key from `$3` on.
    fn condition(&self, is_of_person: bool) -> String {
        let mut all = vec![format!("t.{} = $1", self.table.organization_column().unwrap_or_default())];
        // Live mode sees the audit log of both modes.
        all.extend(self.has_modes().then(|| format!("t.livemode = {}", self.livemode)));
        let owned = self.table.owned.filter(|_| is_of_person);
        all.extend(owned.map(|owned| format!("({})", owned.condition)));
        if !self.after.is_empty() {
            let sql_type =
                |key: &str| self.columns.iter().find(|known| known.name == key).map(|known| &*known.sql_type);
            let keys = self.table.key.iter().zip(3..);
            let after: Vec<String> = keys
                .map(|(key, number)| format!("${number}::text::{}", sql_type(key).unwrap_or("text")))
                .collect();
            all.push(format!("({}) > ({})", self.key(""), after.join(", ")));
        }
        all.join(" and ")
    }

    /// The columns of the key, each with this cast.
    fn key(&self, cast: &str) -> String {
        self.table.key.iter().map(|column| format!("t.{column}{cast}")).collect::<Vec<_>>().join(", ")
    }
}
