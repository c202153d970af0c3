//! Whether a database has the schema that this build needs.

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};

use crate::error::{Error, Result};

/// The version of a schema, as the latest migration recorded it or as a build expects it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaVersion {
    pub newest_step: String,
    /// Of the text of all stored functions.
    pub functions_digest: String,
}

/// Compares the schema with what this build expects, before a pool tries for a while and then does not say what is wrong.
pub(crate) async fn probe(options: &PgConnectOptions, expected: &SchemaVersion) -> Result<()> {
    let mut connection = PgConnection::connect_with(options).await.map_err(Error::internal)?;
    let found = found_version(&mut connection).await;
    connection.close().await?;
    let problem = match found? {
        Found::Version(found) if found.newest_step == expected.newest_step => {
            if found.functions_digest != expected.functions_digest {
                // During an update old and new processes run beside each other. A call that the functions no longer
                // accept is a temporary failure, so a process of the other build does the work.
                tracing::warn!(
                    "the stored functions are those of another build; if this build is the newer one, run `postwright migrate`"
                );
            }
            return Ok(());
        }
        Found::Version(found) if found.newest_step > expected.newest_step => {
            "a newer build of Postwright migrated this database: run that build"
        }
        Found::Version(_) => "the schema is not that of this build: run `postwright migrate`",
        Found::EarlierBuild => {
            "an earlier build of Postwright made this database, and this build cannot migrate it: run that build, or begin \
             with an empty database"
        }
        Found::Nothing => "the schema is missing: run `postwright migrate`",
    };
    Err(Error::internal(problem))
}

/// What a database has of our schema.
enum Found {
    Nothing,
    /// Tables, but none that says their version.
    EarlierBuild,
    Version(SchemaVersion),
}

async fn found_version(connection: &mut PgConnection) -> Result<Found> {
    let tables =
        "select to_regclass('public.schema_version') is not null, to_regclass('public.session') is not null";
    match sqlx::query_as(tables).fetch_one(&mut *connection).await? {
        (true, _) => {}
        (false, true) => return Ok(Found::EarlierBuild),
        (false, false) => return Ok(Found::Nothing),
    }
    let version = sqlx::query_as("select newest_step, functions_digest from schema_version");
    let (newest_step, functions_digest) = version.fetch_one(&mut *connection).await?;
    Ok(Found::Version(SchemaVersion { newest_step, functions_digest }))
}
