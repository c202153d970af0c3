//! One PostgreSQL per test process, one database per test, copied from a template that is migrated once.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, OnceLock};

use postwright::postgres::{Options, Role, Server};
use secrecy::SecretString;
use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, PgConnection, PgPool};
use tokio::sync::OnceCell;

use crate::partitions;

const TEMPLATE: &str = "test_template";

// Never dropped: PostgreSQL ends with this process.
static SERVER: LazyLock<Server> = LazyLock::new(|| {
    Server::start(Options { data_dir: data_dir(), fsync: false }).expect("PostgreSQL for the tests")
});
static MIGRATED: OnceCell<()> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(1);

/// A database of a test's own.
pub struct Database {
    name: String,
    superuser: OnceLock<PgPool>,
}

impl Database {
    pub async fn create() -> Self {
        Self::create_from(TEMPLATE).await
    }

    /// Without any schema: for who migrates it.
    pub async fn create_empty() -> Self {
        Self::create_from("template1").await
    }

    async fn create_from(template: &str) -> Self {
        MIGRATED.get_or_init(make_template).await;
        let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        run(&[&format!("create database {name} template {template} owner postwright_owner")]).await;
        Self { name, superuser: OnceLock::new() }
    }

    /// For migrations.
    pub fn owner_url(&self) -> SecretString {
        SERVER.url(Role::Owner, &self.name).into()
    }

    /// For API and worker: bound by row-level security.
    pub fn url(&self) -> SecretString {
        SERVER.url(Role::App, &self.name).into()
    }

    /// Sees and may do everything: what a test looks behind the scenes with.
    pub fn superuser(&self) -> &PgPool {
        self.superuser.get_or_init(|| {
            let url = SERVER.url(Role::Superuser, &self.name);
            PgPoolOptions::new().max_connections(2).connect_lazy(&url).expect("a usable URL")
        })
    }

    /// Without the superuser's powers and without the types of `domain`: row-level security alone.
    pub async fn connect_as_app(&self) -> PgConnection {
        PgConnection::connect(&SERVER.url(Role::App, &self.name)).await.expect("a connection as the app")
    }

    /// Lets nobody in any more and puts everybody out, as when the server is away.
    pub async fn close_to_others(&self) {
        let name = &self.name;
        let out = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        run(&[&format!("alter database {name} connection limit 0"), &out]).await;
    }

    /// As it was before [`Self::close_to_others`].
    pub async fn open_to_others(&self) {
        run(&[&format!("alter database {} connection limit -1", self.name)]).await;
    }

    pub async fn drop(self) {
        if let Some(pool) = self.superuser.get() {
            pool.close().await;
        }
        run(&[&format!("drop database {} with (force)", self.name)]).await;
    }
}

async fn make_template() {
    tokio::task::spawn_blocking(|| LazyLock::force(&SERVER)).await.expect("PostgreSQL starts");
    // What a killed run left behind.
    for name in leftovers().await {
        run(&[&format!("drop database {name} with (force)")]).await;
    }
    run(&[&format!("create database {TEMPLATE} owner postwright_owner")]).await;
    let owner = SERVER.url(Role::Owner, TEMPLATE).into();
    postwright::wiring::migrate(&owner, None).await.expect("the schema of the tests");
    if partitions::are_wanted() {
        let mut superuser = connect(TEMPLATE).await;
        partitions::partition(&mut superuser).await.expect("the partition twin");
        superuser.close().await.expect("a connection that ends");
    }
}

async fn leftovers() -> Vec<String> {
    let mut connection = connect("postgres").await;
    let names = sqlx::query_scalar("select datname::text from pg_database where datname like 'test\\_%'")
        .fetch_all(&mut connection)
        .await;
    names.expect("a list of databases")
}

async fn run(statements: &[&str]) {
    let mut connection = connect("postgres").await;
    for statement in statements {
        let statement = sqlx::AssertSqlSafe((*statement).to_owned());
        sqlx::raw_sql(statement).execute(&mut connection).await.expect("a statement of the harness");
    }
}

async fn connect(database: &str) -> PgConnection {
    PgConnection::connect(&SERVER.url(Role::Superuser, database)).await.expect("a connection as superuser")
}

/// Beside the test binary, so in the target directory.
fn data_dir() -> PathBuf {
    let binary = std::env::current_exe().expect("a path of the test binary");
    let name = if partitions::are_wanted() { "test-postgres-partitioned" } else { "test-postgres" };
    binary.ancestors().nth(2).expect("target/debug").join(name)
}
