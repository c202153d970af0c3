//! The JSON schema of a part, from the types of its columns.

use sea_orm::{DbBackend, FromQueryResult, Statement};
use serde_json::{Map, Value, json};

use crate::error::Result;
use crate::inventory::Table;
use crate::tenant_tx::TenantTx;

/// An exported column.
pub(super) struct Column {
    pub name: String,
    /// How a statement reads it, of the row `t`.
    pub expression: String,
    pub sql_type: String,
    pub is_nullable: bool,
}

#[derive(FromQueryResult)]
struct Attribute {
    name: String,
    sql_type: String,
    is_nullable: bool,
}

/// The exported columns of a table, in its order. Members have their name and e-mail address too.
pub(super) async fn columns_of(tx: &TenantTx, table: &Table) -> Result<Vec<Column>> {
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "select a.attname::text as name, format_type(a.atttypid, null) as sql_type, not a.attnotnull as is_nullable
           from pg_attribute a
          where a.attrelid = $1::text::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum",
        [table.name.into()],
    );
    let attributes = Attribute::find_by_statement(statement).all(tx.raw()).await?;
    let exported = attributes.into_iter().filter(|attribute| table.exports(&attribute.name));
    let mut columns: Vec<Column> = exported
        .map(|Attribute { name, sql_type, is_nullable }| Column {
            expression: format!("t.{name}"),
            name,
            sql_type,
            is_nullable,
        })
        .collect();
    if table.name == "membership" {
        columns.extend(["name", "email"].map(|name| Column {
            name: name.to_owned(),
            expression: format!("a.{name}"),
            sql_type: "text".to_owned(),
            is_nullable: false,
        }));
    }
    Ok(columns)
}

/// The schema of an item.
pub(super) fn schema_of(columns: &[Column]) -> Value {
    let properties: Map<String, Value> =
        columns.iter().map(|column| (column.name.clone(), property(column))).collect();
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

fn property(column: &Column) -> Value {
    let (kind, format) = match column.sql_type.as_str() {
        "uuid" => ("string", Some("uuid")),
        "timestamp with time zone" => ("string", Some("date-time")),
        "text" => ("string", None),
        "boolean" => ("boolean", None),
        "smallint" | "integer" | "bigint" => ("integer", None),
        sql_type if sql_type.ends_with("[]") => ("array", None),
        // Any JSON.
        _ => return json!({}),
    };
    let kinds = if column.is_nullable { json!([kind, "null"]) } else { json!(kind) };
    match format {
        Some(format) => json!({ "type": kinds, "format": format }),
        None => json!({ "type": kinds }),
    }
}
