//! The schema as history: one dated step a file, each the SQL that took the schema one step on.

mod m20261122_000001_foundation;
mod m20261122_000002_engine;
mod m20261122_000003_one_trip;
mod m20261122_000004_edits;
mod m20261122_000005_evidence;
mod m20261122_000006_policies;
mod m20261123_000007_keys;
mod m20261123_000010_webhooks;
mod m20261123_000011_publications;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};

pub use sea_orm_migration::sea_orm::DbErr as Error;

/// Runs the parts of a step, in their order.
async fn run_parts(manager: &SchemaManager<'_>, parts: &[&str]) -> Result<(), DbErr> {
    for part in parts {
        manager.get_connection().execute_unprepared(part).await?;
    }
    Ok(())
}

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_foundation::Migration),
            Box::new(m20261122_000002_engine::Migration),
            Box::new(m20261122_000003_one_trip::Migration),
            Box::new(m20261122_000004_edits::Migration),
            Box::new(m20261122_000005_evidence::Migration),
            Box::new(m20261122_000006_policies::Migration),
            Box::new(m20261123_000007_keys::Migration),
            Box::new(m20261123_000010_webhooks::Migration),
            Box::new(m20261123_000011_publications::Migration),
        ]
    }
}

/// Brings the schema to its newest step. Safe to run again and from several processes at once.
///
/// `owner_url` logs in as the owner of the tables. The queue's own schema must be there already. With `app_password`
/// the login role of api and worker gets that password; without, its password stays as it is.
///
/// # Errors
/// When the database cannot be reached or refuses a statement.
pub async fn run(owner_url: &str, app_password: Option<&str>) -> Result<(), Error> {
    let mut options = ConnectOptions::new(owner_url);
    options.max_connections(1).sqlx_logging(false);
    let owner = Database::connect(options).await?;
    // One connection, so the lock and its release are the same session's.
    owner.execute_unprepared("select pg_advisory_lock(hashtext('postwright.migration'))").await?;
    let migrated = migrate(&owner, app_password).await;
    owner.close().await?;
    migrated
}

/// Says what to do about a database that has steps which this program does not know.
fn explained(error: DbErr) -> DbErr {
    match error {
        DbErr::Custom(words) if words.contains("its file is missing") => DbErr::Custom(format!(
            "{words}. Another version made this database: use that version, or begin with an empty database (another \
             --data-dir, where there is no DATABASE_URL)."
        )),
        other => other,
    }
}

async fn migrate(owner: &DatabaseConnection, app_password: Option<&str>) -> Result<(), Error> {
    Migrator::up(owner, None).await.map_err(explained)?;
    if let Some(password) = app_password {
        let quoted = password.replace('\'', "''");
        owner.execute_unprepared(&format!("alter role postwright_app password '{quoted}'")).await?;
    }
    Ok(())
}
