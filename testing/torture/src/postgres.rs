//! A PostgreSQL server that can be stopped immediately and restarted with the same data and port.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use postwright::postgres::{DATABASE, Options, Role, Server};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use sqlx::{Connection, PgConnection};

use crate::Result;
use crate::clock::{Span, now};

/// Plain passwords instead of SCRAM: in an unoptimised build SCRAM takes the client a third of a second, and each restarted
/// process opens all of its connections again.
const ACCESS: &str = "host all all 127.0.0.1/32 password\n";

/// Each commit waits for others, in microseconds: a kill then often comes between the send and the answer of a batch.
const SLOW_COMMITS: &str = "alter system set commit_delay = 90000; alter system set commit_siblings = 0;";

pub struct Postgres {
    /// Has started the cluster. After the first restart it only locks the data directory.
    server: Server,
    cluster: PathBuf,
    log: PathBuf,
    /// The postmaster since the first restart.
    own: Mutex<Option<Child>>,
}

impl Postgres {
    /// Starts the server in this directory, with fsync on.
    ///
    /// # Errors
    /// PostgreSQL cannot be started.
    pub async fn start(data_dir: &Path) -> Result<Self> {
        let options = Options { data_dir: data_dir.to_owned(), fsync: true };
        let server = tokio::task::spawn_blocking(|| Server::start(options)).await??;
        let mut connection = PgConnection::connect(&server.url(Role::Superuser, DATABASE)).await?;
        let cluster: String = sqlx::query_scalar("show data_directory").fetch_one(&mut connection).await?;
        let (cluster, log) = (PathBuf::from(cluster), data_dir.join("postgres.log"));
        fs::write(cluster.join("pg_hba.conf"), ACCESS)?;
        for statement in SLOW_COMMITS.split_inclusive(';').chain(["select pg_reload_conf()"]) {
            sqlx::raw_sql(statement).execute(&mut connection).await?;
        }
        Ok(Self { server, cluster, log, own: Mutex::new(None) })
    }

    #[must_use]
    pub fn url(&self, role: Role, database: &str) -> String {
        self.server.url(role, database)
    }

    /// Creates an empty database; drops the one of an earlier run.
    ///
    /// # Errors
    /// The database refuses a statement.
    pub async fn create_database(&self, name: &str) -> Result<()> {
        let mut connection = PgConnection::connect(&self.url(Role::Superuser, DATABASE)).await?;
        let drop = format!("drop database if exists {name} with (force)");
        let create = format!("create database {name} owner postwright_owner");
        for statement in [drop, create] {
            sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await?;
        }
        Ok(())
    }

    /// Stops the server without a clean shutdown, as `pg_ctl stop -m immediate` does, and starts it again with the same
    /// arguments. Returns the time of the outage.
    ///
    /// # Errors
    /// The server does not start again.
    pub async fn restart(&self, pause: Duration) -> Result<Span> {
        let from = now();
        self.quit().await?;
        tokio::time::sleep(pause).await;
        let mut command = self.command()?;
        *self.own.lock().unwrap_or_else(PoisonError::into_inner) = Some(command.spawn()?);
        let url = self.url(Role::Superuser, DATABASE);
        while PgConnection::connect(&url).await.is_err() {
            if now() - from > 60.0 {
                return Err("PostgreSQL did not come back".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(Span { from, to: now() })
    }

    async fn quit(&self) -> Result<()> {
        let file = fs::read_to_string(self.cluster.join("postmaster.pid"))?;
        let number: i32 = file.lines().next().unwrap_or_default().trim().parse()?;
        let pid = Pid::from_raw(number).ok_or("no postmaster")?;
        kill_process(pid, Signal::QUIT)?;
        let own = self.own.lock().unwrap_or_else(PoisonError::into_inner).take();
        match own {
            Some(mut own) => _ = tokio::task::spawn_blocking(move || own.wait()).await??,
            None => self.server.ended().cancelled().await,
        }
        Ok(())
    }

    /// The command line of the first start, which PostgreSQL stores in the data directory.
    fn command(&self) -> Result<Command> {
        let line = fs::read_to_string(self.cluster.join("postmaster.opts"))?;
        let (program, arguments) = line.split_once(' ').ok_or("an empty postmaster.opts")?;
        let log = fs::OpenOptions::new().append(true).create(true).open(&self.log)?;
        let mut command = Command::new(program);
        command.args(arguments.split('"').skip(1).step_by(2)).current_dir("/");
        command.stdout(log.try_clone()?).stderr(log);
        if geteuid().is_root() {
            let owner = fs::metadata(&self.cluster)?;
            command.uid(owner.uid()).gid(owner.gid());
        }
        Ok(command)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let own = self.own.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(mut own) = own.take() {
            let _ = kill_process(Pid::from_child(&own), Signal::INT);
            let _ = own.wait();
        }
    }
}
