//! Settings: options that every command accepts, each also an environment variable.

mod accounts;
mod data;
mod delivery;
mod limits;
mod log;
mod model;
mod quotas;
mod server;
mod worker;

use std::path::PathBuf;

use clap::Args;
use secrecy::ExposeSecret;

use self::{
    accounts::{AccountSettings, EmailSettings},
    data::DataSettings,
    model::TestModelSettings,
    quotas::QuotaSettings,
    server::{DatabaseSettings, ServerSettings},
    worker::WorkerSettings,
};
pub use self::{
    delivery::DeliverySettings,
    limits::LimitSettings,
    log::{LogFormat, LogSettings},
    model::ModelSettings,
};

#[derive(Debug, Args)]
pub struct Settings {
    #[command(flatten)]
    pub server: ServerSettings,
    #[command(flatten)]
    pub database: DatabaseSettings,
    #[command(flatten)]
    pub accounts: AccountSettings,
    #[command(flatten)]
    pub email: EmailSettings,
    #[command(flatten)]
    pub model: ModelSettings,
    #[command(flatten)]
    pub test_model: TestModelSettings,
    #[command(flatten)]
    pub worker: WorkerSettings,
    #[command(flatten)]
    pub delivery: DeliverySettings,
    #[command(flatten)]
    pub limits: LimitSettings,
    #[command(flatten)]
    pub quotas: QuotaSettings,
    #[command(flatten)]
    pub data: DataSettings,
    #[command(flatten)]
    pub log: LogSettings,
}

impl Settings {
    /// Treats empty values as absent: Docker Compose sets variables that it does not know to the empty string.
    #[must_use]
    pub fn without_empty(mut self) -> Self {
        for secret in [
            &mut self.database.database_url,
            &mut self.database.database_owner_url,
            &mut self.database.app_password,
            &mut self.email.smtp_url,
            &mut self.model.llm_api_key,
            &mut self.test_model.llm_test_api_key,
        ] {
            secret.take_if(|secret| secret.expose_secret().is_empty());
        }
        for text in [
            &mut self.model.llm_base_url,
            &mut self.model.llm_model,
            &mut self.test_model.llm_test_base_url,
            &mut self.test_model.llm_test_model,
            &mut self.server.public_url,
            &mut self.email.email_from,
            &mut self.quotas.quota_contact,
        ] {
            text.take_if(|text| text.is_empty());
        }
        for path in
            [&mut self.server.signing_keys, &mut self.server.encryption_keys, &mut self.email.email_folder]
        {
            path.take_if(|path| path.as_os_str().is_empty());
        }
        self
    }

    /// The configured file, else the one that the all-in-one start creates.
    pub fn signing_keys_path(&self) -> PathBuf {
        let server = &self.server;
        server.signing_keys.clone().unwrap_or_else(|| server.data_dir.join("signing-keys.pem"))
    }

    /// The configured file, else the one that the all-in-one start creates.
    pub fn encryption_keys_path(&self) -> PathBuf {
        let server = &self.server;
        server.encryption_keys.clone().unwrap_or_else(|| server.data_dir.join("encryption-keys"))
    }
}
