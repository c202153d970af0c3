//! The schema: dated steps for the tables, and the stored functions, which are applied again after every migration.

mod functions;
mod m20261128_000001_baseline;

use std::time::Duration;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::sqlx::{Connection as _, PgConnection, PgPool};
use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    IntoDatabaseExecutor, RuntimeErr, Statement, TransactionTrait,
};

pub use sea_orm_migration::sea_orm::DbErr as Error;

/// The first step; databases of builds before it cannot be migrated.
const BASELINE: &str = "m20261128_000001_baseline";
/// The step that a database of this build has last.
pub const NEWEST_STEP: &str = BASELINE;

/// How long it is tried again when nothing listens, as while PostgreSQL starts.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261128_000001_baseline::Migration)]
    }
}

/// Digest of the stored functions of this build.
#[must_use]
pub fn functions_digest() -> String {
    functions::digest()
}

/// A login as the owner of the tables, over one connection.
pub struct Owner(DatabaseConnection);

impl Owner {
    /// # Errors
    /// When the database cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).acquire_timeout(CONNECT_TIMEOUT).sqlx_logging(false);
        match Database::connect(options).await {
            Ok(connection) => {
                // The queue's steps commit one by one. What `begin_exclusive` commits is on disk with all before it.
                connection.execute_unprepared("set synchronous_commit = off").await?;
                Ok(Self(connection))
            }
            Err(error) => Err(cause_of(url, error).await),
        }
    }

    /// Whether this build would change nothing. `queue_step` is the newest step of the queue's own schema.
    pub async fn is_current(&self, queue_step: i64) -> bool {
        let same = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "select from schema_version v join apalis._sqlx_migrations q on q.version = $3 and q.success
              where (v.newest_step, v.functions_digest) = ($1, $2)",
            [NEWEST_STEP.into(), functions_digest().into(), queue_step.into()],
        );
        // Without these tables it is not current.
        self.0.query_one_raw(same).await.is_ok_and(|row| row.is_some())
    }

    /// Refuses a database that this build cannot migrate; changes nothing.
    ///
    /// # Errors
    /// When an earlier build without the baseline or a newer build made the database.
    pub async fn check(&self) -> Result<(), Error> {
        check_steps(&self.0).await
    }

    /// The connection, for the queue's own migrations.
    #[must_use]
    pub fn pool(&self) -> &PgPool {
        self.0.get_postgres_connection_pool()
    }

    /// Migrates the schema to its newest step. Safe to run again and from several processes at once.
    ///
    /// The queue's own schema must be there already.
    ///
    /// # Errors
    /// As for [`Self::check`], and when the database refuses a statement; then nothing was changed.
    pub async fn migrate(&self) -> Result<(), Error> {
        let transaction = self.begin_exclusive().await?;
        check_steps(&transaction).await?;
        Migrator::up(&transaction, None).await?;
        apply_functions(&transaction).await?;
        transaction.commit().await
    }

    /// Sets the password of the login role of api and worker.
    ///
    /// # Errors
    /// When the database refuses the statement.
    pub async fn set_app_password(&self, password: &str) -> Result<(), Error> {
        let transaction = self.begin_exclusive().await?;
        let quoted = password.replace('\'', "''");
        transaction.execute_unprepared(&format!("alter role postwright_app password '{quoted}'")).await?;
        transaction.commit().await
    }

    /// # Errors
    /// When the connection is lost.
    pub async fn close(self) -> Result<(), Error> {
        self.0.close().await
    }

    /// A transaction that no other process's migration runs beside.
    async fn begin_exclusive(&self) -> Result<DatabaseTransaction, Error> {
        let transaction = self.0.begin().await?;
        let lock = "select pg_advisory_xact_lock(hashtext('postwright.migration'))";
        transaction.execute_unprepared("set local synchronous_commit = on").await?;
        transaction.execute_unprepared(lock).await?;
        Ok(transaction)
    }
}

/// A pool tries again until its timeout and then hides the cause; a single connection tells it.
async fn cause_of(url: &str, error: Error) -> Error {
    PgConnection::connect(url)
        .await
        .err()
        .map_or(error, |cause| Error::Conn(RuntimeErr::SqlxError(cause.into())))
}

/// Applies the functions, unless those of this build are there.
async fn apply_functions(transaction: &impl ConnectionTrait) -> Result<(), Error> {
    let version = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "insert into schema_version (newest_step, functions_digest) values ($1, $2)
         on conflict (only_row) do update
            set newest_step = excluded.newest_step, functions_digest = excluded.functions_digest
          where (schema_version.newest_step, schema_version.functions_digest)
               <> (excluded.newest_step, excluded.functions_digest)",
        [NEWEST_STEP.into(), functions_digest().into()],
    );
    if transaction.execute_raw(version).await?.rows_affected() == 0 {
        return Ok(());
    }
    // In one round trip, as the tables: this is most of the time of a first start. CI checks the bodies.
    transaction.execute_unprepared("set local check_function_bodies = off").await?;
    transaction.execute_unprepared(&functions::FUNCTIONS.join("\n")).await?;
    Ok(())
}

async fn check_steps<'c, T>(owner: &'c T) -> Result<(), Error>
where
    T: ConnectionTrait,
    &'c T: IntoDatabaseExecutor<'c>,
{
    if !SchemaManager::new(owner).has_table("seaql_migrations").await? {
        return Ok(());
    }
    let applied = Migrator::get_migration_models(owner).await?;
    let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    let unknown = applied.into_iter().map(|step| step.version).find(|step| !known.contains(step));
    unknown.map_or(Ok(()), |step| Err(DbErr::Custom(refusal(&step))))
}

/// What to do about a database with a step that this build does not have.
fn refusal(step: &str) -> String {
    let build = if step < BASELINE { "an earlier" } else { "a newer" };
    format!(
        "{build} build of Postwright made this database (it has the step {step}), and this build cannot migrate it. Nothing \
         was changed. Use that build, or begin with an empty database (another --data-dir, where there is no DATABASE_URL)."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_step_is_the_last_one() {
        let steps = Migrator::migrations();
        let names: Vec<&str> = steps.iter().map(|step| step.name()).collect();
        assert!(names.is_sorted());
        assert_eq!(names.last(), Some(&NEWEST_STEP));
    }
}
