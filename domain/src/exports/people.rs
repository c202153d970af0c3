//! The parts of a person's export that no organization has: the account, and the memberships in all organizations.

use chrono::{DateTime, Utc};
use entity::id::UserId;
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::schema::{Column, schema_of};
use crate::cross_tenant::memberships;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::stored_function::{Returned as _, StoredFunction as _, returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// Returns the account of a member of the transaction's organization only.
    pub(crate) struct ExportAccount = CrossTenant stable "export_account" {
        user: UserId,
    } -> ExportedAccount
}

returned_row! {
    pub(crate) struct ExportedAccount {
        id: UserId,
        email: String,
        name: String,
        language: Option<String>,
        created_at: DateTime<Utc>,
    }
}

/// The part `account`.
pub(super) async fn account_part(tx: &TenantTx, user: UserId) -> Result<String> {
    let row = tx.raw().query_one_raw(ExportAccount { user }.statement()).await?;
    let account = ExportedAccount::read(&row.ok_or(Error::NotFound("user"))?)?;
    let item = json!({
        "id": account.id,
        "email": account.email,
        "name": account.name,
        "language": account.language,
        "created_at": account.created_at,
    });
    let columns = [
        column("id", "uuid"),
        column("email", "text"),
        column("name", "text"),
        Column { is_nullable: true, ..column("language", "text") },
        column("created_at", "timestamp with time zone"),
    ];
    Ok(part("account", &columns, vec![item]))
}

/// The part `memberships`, with a comma before it.
pub(super) async fn memberships_part(db: &Db, user: UserId) -> Result<String> {
    let items = memberships(db, user).await?.into_iter().map(|membership| {
        json!({
            "organization_id": membership.organization_id,
            "organization_name": membership.organization_name,
            "role": membership.role,
        })
    });
    let columns =
        [column("organization_id", "uuid"), column("organization_name", "text"), column("role", "text")];
    Ok(format!(",{}", part("memberships", &columns, items.collect())))
}

fn column(name: &str, sql_type: &str) -> Column {
    Column {
        name: name.to_owned(),
        expression: String::new(),
        sql_type: sql_type.to_owned(),
        is_nullable: false,
    }
}

fn part(name: &str, columns: &[Column], items: Vec<Value>) -> String {
    format!(r#""{name}":{{"schema":{},"items":{}}}"#, schema_of(columns), Value::from(items))
}
