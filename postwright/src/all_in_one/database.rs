//! The database of the all-in-one start: ours, or the one that the settings name.

use std::{fs::DirBuilder, os::unix::fs::DirBuilderExt};

use secrecy::SecretString;

use crate::{
    cli::Settings,
    failure::Failure,
    postgres::{DATABASE, Options, Role, Server},
    wiring,
};

pub struct Database {
    pub app_url: SecretString,
    owner_url: Option<SecretString>,
    server: Option<Server>,
}

impl Database {
    /// Starts our own PostgreSQL unless `DATABASE_URL` names another.
    pub async fn prepare(settings: &Settings) -> Result<Self, Failure> {
        if let Some(app_url) = settings.database_url.clone() {
            let data_dir = &settings.data_dir;
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(data_dir)
                .map_err(Failure::file(data_dir))?;
            return Ok(Self { app_url, owner_url: settings.database_owner_url.clone(), server: None });
        }
        if settings.database_owner_url.is_some() {
            return Err(Failure::Missing(
                "DATABASE_URL",
                "With DATABASE_OWNER_URL alone, API and worker have no login.",
            ));
        }
        let options = Options { data_dir: settings.data_dir.clone(), fsync: true };
        let started = tokio::task::spawn_blocking(|| Server::start(options)).await;
        let server = started.map_err(|panic| Failure::Database(panic.to_string()))??;
        let url = |role| Some(server.url(role, DATABASE).into());
        let (app_url, owner_url) = (server.url(Role::App, DATABASE).into(), url(Role::Owner));
        Ok(Self { app_url, owner_url, server: Some(server) })
    }

    /// Brings the schema to its newest step, where the owner's login is known.
    pub async fn migrate(&self, settings: &Settings) -> Result<(), Failure> {
        match &self.owner_url {
            Some(owner_url) => wiring::migrate(owner_url, settings.app_password.as_ref()).await,
            None => {
                tracing::info!("DATABASE_OWNER_URL is not set: the schema stays as it is");
                Ok(())
            }
        }
    }

    /// Whether PostgreSQL is ours.
    pub fn is_private(&self) -> bool {
        self.server.is_some()
    }

    /// Returns only if our own PostgreSQL ends.
    pub async fn ended(&self) {
        match &self.server {
            Some(server) => server.ended().cancelled().await,
            None => std::future::pending().await,
        }
    }

    pub async fn stop(self) {
        if let Some(server) = self.server {
            // It waits for the end even if that panics: dropping stops too.
            let _ = tokio::task::spawn_blocking(|| server.stop()).await;
        }
    }
}
