//! Creates the two logins and names the database if they are missing. The migration creates the roles without a login.

use std::time::Duration;

use secrecy::ExposeSecret;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

use super::{
    DATABASE, Role, StartError,
    binaries::Binaries,
    errors::{MINIMUM, install_command},
    secrets::Secrets,
    verifiers,
};

/// The database that is there before the product's has its name.
const TEMPLATE: &str = "template1";
/// How long it may take in all.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Connects as the superuser and creates what is missing, in a runtime of its own on this thread.
pub fn prepare(port: u16, secrets: &Secrets, binaries: &Binaries) -> Result<(), StartError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        tokio::time::timeout(TIMEOUT, create_missing(port, secrets, binaries))
            .await
            .unwrap_or(Err(StartError::Sql(sqlx::Error::PoolTimedOut)))
    })
}

async fn create_missing(port: u16, secrets: &Secrets, binaries: &Binaries) -> Result<(), StartError> {
    let options = PgConnectOptions::new_without_pgpass()
        .host("127.0.0.1")
        .port(port)
        .database(TEMPLATE)
        .username(Role::Superuser.name())
        .password(secrets.password(Role::Superuser).expose_secret())
        // The statements contain verifiers of passwords.
        .disable_statement_logging();
    let mut connection = PgConnection::connect_with(&options).await?;
    if !exists(&mut connection, "select from pg_database where datname = $1", DATABASE).await? {
        check_extensions(&mut connection, binaries).await?;
        login(&mut connection, Role::Owner, "createrole", secrets).await?;
        login(&mut connection, Role::App, "", secrets).await?;
        name_database(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}

async fn login(
    connection: &mut PgConnection,
    role: Role,
    rights: &str,
    secrets: &Secrets,
) -> Result<(), StartError> {
    if exists(connection, "select from pg_roles where rolname = $1", role.name()).await? {
        return Ok(());
    }
    let (name, verifier) = (role.name(), verifiers::of(secrets.password(role)));
    let role = format!("create role {name} login {rights} password '{verifier}'");
    sqlx::query(AssertSqlSafe(role)).execute(connection).await?;
    Ok(())
}

/// Takes the empty database that `initdb` has made: another would be a copy of its 300 files, a tenth of a second of a first
/// start.
async fn name_database(connection: &mut PgConnection) -> Result<(), StartError> {
    let owner = Role::Owner.name();
    // Together they are one transaction: a database with the product's name has its owner.
    let statements = format!(
        "alter database postgres owner to {owner}; comment on database postgres is null;
         alter database postgres rename to {DATABASE}"
    );
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(connection).await?;
    Ok(())
}

/// Checks that the extensions of apalis' schema are installed. They are trusted, so the owner can create them.
async fn check_extensions(connection: &mut PgConnection, binaries: &Binaries) -> Result<(), StartError> {
    for name in ["hstore", "pgcrypto"] {
        if !exists(connection, "select from pg_available_extensions where name = $1", name).await? {
            tracing::warn!(binaries = %binaries.directory.display(), minimum = MINIMUM, "the contrib modules are missing");
            return Err(StartError::NoExtension { name, command: install_command() });
        }
    }
    Ok(())
}

async fn exists(connection: &mut PgConnection, query: &'static str, name: &str) -> Result<bool, StartError> {
    Ok(sqlx::query(query).bind(name).fetch_optional(connection).await?.is_some())
}
