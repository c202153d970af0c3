//! What all runs share: PostgreSQL, a directory, and the binary under test.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use postwright::postgres::Role;
use tests::{free_address, write_keys};

use crate::Result;
use crate::postgres::Postgres;
use crate::processes::{APIS, Setup};

const DATABASE: &str = "torture";

/// PostgreSQL, a directory and the binary, shared by all runs.
pub struct Environment {
    pub(crate) postgres: Arc<Postgres>,
    pub(crate) directory: PathBuf,
    binary: PathBuf,
}

impl Environment {
    /// Starts PostgreSQL in the directory, which also gets the logs of processes and clients.
    ///
    /// # Errors
    /// PostgreSQL cannot be started.
    pub async fn prepare(directory: PathBuf, binary: PathBuf) -> Result<Self> {
        let postgres = Arc::new(Postgres::start(&directory).await?);
        Ok(Self { postgres, directory, binary })
    }

    pub(crate) fn url(&self, role: Role) -> String {
        self.postgres.url(role, DATABASE)
    }

    /// Creates a database, its schema, and keys.
    pub(crate) async fn install(&self, models: Vec<String>, lease_seconds: u32) -> Result<Setup> {
        self.postgres.create_database(DATABASE).await?;
        postwright::wiring::migrate(&self.url(Role::Owner).into(), None).await?;
        Ok(Setup {
            binary: self.binary.clone(),
            directory: self.directory.clone(),
            database_url: self.url(Role::App),
            keys: write_keys(&self.directory),
            addresses: (0..APIS).map(|_| free_address()).collect(),
            models,
            lease_seconds,
        })
    }
}

/// Builds the binary with the profile of this one; returns its path.
///
/// # Errors
/// It does not build.
pub fn build(directory: &Path) -> Result<PathBuf> {
    let mut build = std::process::Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--package", "postwright", "--bin", "postwright"]);
    if directory.ends_with("release") {
        build.arg("--release");
    }
    if build.status()?.success() {
        Ok(directory.join("postwright"))
    } else {
        Err("postwright does not build".into())
    }
}
