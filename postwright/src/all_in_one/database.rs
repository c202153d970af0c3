//! The database of the all-in-one start: a private PostgreSQL, or the one that `DATABASE_URL` names.

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
    /// Starts a private PostgreSQL unless `DATABASE_URL` names one.
    pub async fn prepare(settings: &Settings) -> Result<Self, Failure> {
        if let Some(app_url) = settings.database.database_url.clone() {
            let data_dir = &settings.server.data_dir;
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(data_dir)
                .map_err(Failure::file(data_dir))?;
            return Ok(Self {
                app_url,
                owner_url: settings.database.database_owner_url.clone(),
                server: None,
            });
        }
        if settings.database.database_owner_url.is_some() {
            return Err(Failure::Missing(
                "DATABASE_URL",
                "DATABASE_OWNER_URL alone leaves the API and the worker without a login.",
            ));
        }
        let options = Options { data_dir: settings.server.data_dir.clone(), fsync: true };
        let started = tokio::task::spawn_blocking(|| Server::start(options)).await;
        let server = started.map_err(|panic| Failure::Database(panic.to_string()))??;
        let url = |role| Some(server.url(role, DATABASE).into());
        let (app_url, owner_url) = (server.url(Role::App, DATABASE).into(), url(Role::Owner));
        Ok(Self { app_url, owner_url, server: Some(server) })
    }

    /// Brings the schema to the newest version, if the owner's login is known.
    pub async fn migrate(&self, settings: &Settings) -> Result<(), Failure> {
        match &self.owner_url {
            Some(owner_url) => wiring::migrate(owner_url, settings.database.app_password.as_ref()).await,
            None => {
                tracing::info!("DATABASE_OWNER_URL is not set: the database schema is not migrated");
                Ok(())
            }
        }
    }

    /// Whether this process runs PostgreSQL.
    pub fn is_private(&self) -> bool {
        self.server.is_some()
    }

    /// Returns when the private PostgreSQL stops; never for one that `DATABASE_URL` names.
    pub async fn ended(&self) {
        match &self.server {
            Some(server) => server.ended().cancelled().await,
            None => std::future::pending().await,
        }
    }

    pub async fn stop(self) {
        if let Some(server) = self.server {
            // If the task panics, dropping the server stops it.
            let _ = tokio::task::spawn_blocking(|| server.stop()).await;
        }
    }
}
