//! One PostgreSQL server per test process and one database per test, copied from a template that is migrated once.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, OnceLock};

use postwright::postgres::{DATABASE, Options, Role, Server};
use secrecy::SecretString;
use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, PgConnection, PgPool};
use tokio::sync::OnceCell;

use crate::partitions;

const TEMPLATE: &str = "test_template";

// Never dropped: the server ends with this process.
static SERVER: LazyLock<Server> = LazyLock::new(|| {
    Server::start(Options { data_dir: data_dir(), fsync: false }).expect("PostgreSQL for the tests")
});
static MIGRATED: OnceCell<()> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(1);

/// The database of one test.
pub struct Database {
    name: String,
    superuser: OnceLock<PgPool>,
}

impl Database {
    pub async fn create() -> Self {
        Self::create_from(TEMPLATE).await
    }

    /// A database without a schema, for tests that migrate it.
    pub async fn create_empty() -> Self {
        Self::create_from("template1").await
    }

    async fn create_from(template: &str) -> Self {
        MIGRATED.get_or_init(make_template).await;
        let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        run(&[&format!("create database {name} template {template} owner postwright_owner")]).await;
        Self { name, superuser: OnceLock::new() }
    }

    /// The URL for migrations.
    pub fn owner_url(&self) -> SecretString {
        SERVER.url(Role::Owner, &self.name).into()
    }

    /// The URL for API and worker, whose role is subject to row-level security.
    pub fn url(&self) -> SecretString {
        SERVER.url(Role::App, &self.name).into()
    }

    /// A pool whose role bypasses row-level security.
    pub fn superuser(&self) -> &PgPool {
        self.superuser.get_or_init(|| {
            let url = SERVER.url(Role::Superuser, &self.name);
            PgPoolOptions::new().max_connections(2).connect_lazy(&url).expect("a usable URL")
        })
    }

    /// The number that a query returns.
    pub async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(self.superuser()).await.expect("a count")
    }

    /// A connection with the role of API and worker, without the types of `domain`.
    pub async fn connect_as_app(&self) -> PgConnection {
        PgConnection::connect(&SERVER.url(Role::App, &self.name)).await.expect("a connection as the app")
    }

    /// Ends all connections and refuses new ones, as when the server is down.
    pub async fn close_to_others(&self) {
        let name = &self.name;
        let out = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        run(&[&format!("alter database {name} connection limit 0"), &out]).await;
    }

    /// Accepts connections again.
    pub async fn open_to_others(&self) {
        run(&[&format!("alter database {} connection limit -1", self.name)]).await;
    }

    /// As after a failover: connections lead to a standby, which refuses writes.
    pub async fn refuse_writes(&self) {
        let name = &self.name;
        let out = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        run(&[&format!("alter database {name} set default_transaction_read_only = on"), &out]).await;
    }

    /// New connections lead to a server that accepts writes; the present ones still do not.
    pub async fn accept_writes(&self) {
        run(&[&format!("alter database {} reset default_transaction_read_only", self.name)]).await;
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
    // Databases that a killed run did not drop.
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
    let mut connection = connect(DATABASE).await;
    let names = sqlx::query_scalar("select datname::text from pg_database where datname like 'test\\_%'")
        .fetch_all(&mut connection)
        .await;
    names.expect("a list of databases")
}

async fn run(statements: &[&str]) {
    let mut connection = connect(DATABASE).await;
    for statement in statements {
        let statement = sqlx::AssertSqlSafe((*statement).to_owned());
        sqlx::raw_sql(statement).execute(&mut connection).await.expect("a statement of the harness");
    }
}

async fn connect(database: &str) -> PgConnection {
    PgConnection::connect(&SERVER.url(Role::Superuser, database)).await.expect("a connection as superuser")
}

/// A directory in the target directory.
fn data_dir() -> PathBuf {
    let binary = std::env::current_exe().expect("a path of the test binary");
    let name = if partitions::are_wanted() { "test-postgres-partitioned" } else { "test-postgres" };
    binary.ancestors().nth(2).expect("target/debug").join(name)
}
