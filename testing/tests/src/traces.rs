//! Finds a text wherever the database has it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sqlx::AssertSqlSafe;

use crate::{App, Database};

impl App {
    /// See [`Database::places_of`].
    pub async fn places_of(&self, text: &str) -> BTreeMap<String, i64> {
        self.database().places_of(text).await
    }
}

impl Database {
    /// The tables, those of the task queue too, that contain the text in a column of any type, in any case; with the number
    /// of such rows. What is sealed is not found.
    pub async fn places_of(&self, text: &str) -> BTreeMap<String, i64> {
        let tables = "select c.oid::regclass::text from pg_class c
             where c.relnamespace in ('public'::regnamespace, 'apalis'::regnamespace) and c.relkind in ('r', 'p')
               and not c.relispartition";
        let tables: Vec<String> =
            sqlx::query_scalar(tables).fetch_all(self.superuser()).await.expect("tables");
        // Binary columns are shown in hexadecimal digits.
        let digits = text.bytes().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        let mut places = BTreeMap::new();
        for table in tables {
            let query = format!(
                "select count(*) from (select lower(t::text) as row from {table} t) all_rows
                  where strpos(row, lower($1)) > 0 or strpos(row, $2) > 0"
            );
            let query = sqlx::query_scalar(AssertSqlSafe(query)).bind(text).bind(&digits);
            let rows: i64 = query.fetch_one(self.superuser()).await.expect("a count");
            if rows > 0 {
                places.insert(table, rows);
            }
        }
        places
    }
}
