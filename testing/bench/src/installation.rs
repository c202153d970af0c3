//! What is measured: PostgreSQL with its default settings, an API and a worker.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use postwright::postgres::{DATABASE, Options, Role, Server};
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use tempfile::TempDir;

use crate::Result;
use crate::connection::Connection;
use crate::model::Model;
use crate::person::Person;
use crate::processes::{Process, command};

pub struct Installation {
    pub api: Process,
    /// `None` once a workload has stopped it.
    pub worker: Option<Process>,
    pub model: Model,
    pub address: SocketAddr,
    pub server: Server,
    /// A pool that bypasses row-level security, for bulk data and counters.
    pub superuser: PgPool,
    /// The environment of API and worker.
    settings: Vec<(&'static str, String)>,
    // Last, so that it is deleted after the processes have exited.
    directory: TempDir,
}

impl Installation {
    /// Starts a new installation with default settings and waits until it is ready.
    pub async fn start() -> Result<Self> {
        Self::start_with(&[]).await
    }

    /// [`Self::start`] with these variables in the environment of API and worker.
    pub async fn start_with(more: &[(&'static str, String)]) -> Result<Self> {
        let directory = TempDir::new()?;
        let options = Options { data_dir: directory.path().join("data"), fsync: true };
        let server = tokio::task::spawn_blocking(|| Server::start(options)).await??;
        let superuser = superuser(&server).await?;
        let model = Model::start().await?;
        let [signing_keys, encryption_keys] =
            ["signing-keys.pem", "encryption-keys"].map(|name| directory.path().join(name));
        postwright::keys::signing::create_file(&signing_keys)?;
        postwright::keys::encryption::create_file(&encryption_keys)?;
        let address = free_address()?;

        let mut migrate = command(&["migrate"])?;
        migrate.env("DATABASE_OWNER_URL", server.url(Role::Owner, DATABASE));
        Process::start("migrate", directory.path(), migrate)?.finish().await?;

        let mut settings = vec![
            ("DATABASE_URL", server.url(Role::App, DATABASE)),
            ("POSTWRIGHT_SIGNING_KEYS", signing_keys.display().to_string()),
            ("POSTWRIGHT_ENCRYPTION_KEYS", encryption_keys.display().to_string()),
            ("POSTWRIGHT_LISTEN", address.to_string()),
            ("LLM_BASE_URL", model.base_url()),
            ("LLM_MODEL", "bench".to_owned()),
            // The rate limits are not to limit the measurement.
            ("POSTWRIGHT_ORGANIZATION_RATE", "1000000".to_owned()),
            ("POSTWRIGHT_ORGANIZATION_BURST", "1000000".to_owned()),
            ("POSTWRIGHT_EMAILS_PER_HOUR", "1000000".to_owned()),
            // All of the load comes from one address.
            ("POSTWRIGHT_IDLE_CONNECTIONS_PER_ADDRESS", "6000".to_owned()),
            ("POSTWRIGHT_REQUESTS_PER_ADDRESS", "10000".to_owned()),
            ("POSTWRIGHT_SIGN_UP", "open".to_owned()),
            ("POSTWRIGHT_PUBLIC_URL", format!("http://{address}")),
            ("POSTWRIGHT_EMAIL_FOLDER", directory.path().join("emails").display().to_string()),
        ];
        settings.extend_from_slice(more);
        let api = start_process("api", &settings, &directory)?;
        let worker = Some(start_process("worker", &settings, &directory)?);
        let mut installation = Self { api, worker, model, address, server, superuser, settings, directory };
        installation.wait_until_ready().await?;
        Ok(installation)
    }

    /// Restarts the API at the same address, so that it starts with little memory.
    pub async fn restart_api(&mut self) -> Result<()> {
        self.api.stop().await?;
        self.api = start_process("api", &self.settings, &self.directory)?;
        self.wait_until_ready().await
    }

    async fn wait_until_ready(&mut self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            self.api.check()?;
            if let Ok(mut connection) = Connection::open(self.address, "").await
                && connection.get("/readyz").await?.status == 200
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("the API was not ready in time".into())
    }

    /// People with an organization each, because one organization may not use all slots of the worker.
    pub async fn people(&self, count: usize) -> Result<Vec<Person>> {
        let emails = self.directory.path().join("emails");
        try_join_all((0..count).map(|_| Person::sign_up(self.address, &emails))).await
    }

    /// The peak memory of API and worker together, in MB.
    pub fn peak_memory(&self) -> u64 {
        self.api.peak_memory() + self.worker.as_ref().map_or(0, Process::peak_memory)
    }

    /// The number of transactions that the database has committed.
    pub async fn commits(&self) -> Result<i64> {
        let commits = "select xact_commit from pg_stat_database where datname = $1";
        Ok(sqlx::query_scalar(commits).bind(DATABASE).fetch_one(&self.superuser).await?)
    }
}

fn start_process(
    name: &'static str,
    settings: &[(&'static str, String)],
    directory: &TempDir,
) -> Result<Process> {
    let mut command = command(&[name])?;
    command.envs(settings.iter().map(|(name, value)| (name, value)));
    Process::start(name, directory.path(), command)
}

async fn superuser(server: &Server) -> Result<PgPool> {
    let pool = PgPoolOptions::new().max_connections(2);
    Ok(pool.connect(&server.url(Role::Superuser, DATABASE)).await?)
}

fn free_address() -> Result<SocketAddr> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
