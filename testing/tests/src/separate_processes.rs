//! API and workers as separate processes on one database, as in production.

use std::net::SocketAddr;

use reqwest::Method;
use secrecy::ExposeSecret;
use tokio::process::Command;

use crate::{
    Client, Database, Installation, KeyFiles, Outbox, Process, free_address, wait_until, write_keys,
};

pub struct SeparateProcesses<'a> {
    installation: &'a Installation,
    database: &'a Database,
    llm: String,
    keys: KeyFiles,
    http: reqwest::Client,
}

impl<'a> SeparateProcesses<'a> {
    /// Migrates the database and writes keys. Starts no process that keeps running.
    pub async fn prepare(installation: &'a Installation, database: &'a Database, llm: String) -> Self {
        let keys = write_keys(installation.directory());
        let mut migrate = installation.command(&["migrate"]);
        migrate.env("DATABASE_OWNER_URL", database.owner_url().expose_secret());
        assert!(Process::start(installation.directory(), "migrate", migrate).succeeded().await);
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { installation, database, llm, keys, http }
    }

    /// The variables that name the files of keys.
    pub fn keys(&self) -> &KeyFiles {
        &self.keys
    }

    /// Starts a worker; `name` is the name of its log file.
    pub fn start_worker(&self, name: &str) -> Process {
        Process::start(self.installation.directory(), name, self.command("worker"))
    }

    /// Starts an API, waits until it answers, and returns an anonymous client of it.
    pub async fn start_api(&self, name: &str) -> (Process, Client) {
        self.start_api_at(free_address(), name).await
    }

    /// [`Self::start_api`]; returns the owner of a new organization.
    pub async fn start_api_with_owner(&self, name: &str) -> (Process, Client) {
        let (process, client) = self.start_api(name).await;
        (process, client.sign_up_owner("ada", &self.outbox()).await)
    }

    /// [`Self::start_api`] at a given address, for example that of an API which was killed.
    pub async fn start_api_at(&self, address: SocketAddr, name: &str) -> (Process, Client) {
        let mut command = self.command("api");
        command.env("POSTWRIGHT_LISTEN", address.to_string());
        let process = Process::start(self.installation.directory(), name, command);
        let client = Client::new(self.http.clone(), format!("http://{address}"));
        wait_until(&format!("the API {name} answers"), async || {
            client.request(Method::GET, "/readyz").send().await.is_ok()
        })
        .await;
        (process, client)
    }

    /// The e-mails that wait, as the workers have no mail server.
    pub fn outbox(&self) -> Outbox {
        let [_, (_, keys)] = &self.keys;
        let keys = std::fs::read_to_string(keys).expect("encryption keys");
        Outbox::with_keys(self.database.superuser().clone(), &keys)
    }

    fn command(&self, subcommand: &str) -> Command {
        let mut command = self.installation.command(&[subcommand]);
        command.env("DATABASE_URL", self.database.url().expose_secret());
        command.envs(self.keys.clone());
        command.env("LLM_BASE_URL", &self.llm).env("LLM_MODEL", "test-model");
        command.env("LLM_API_KEY", "canary-llm-key").env("POSTWRIGHT_SIGN_UP", "open");
        // The tests' receivers listen on loopback.
        command.env("POSTWRIGHT_OUTBOUND_ALLOW", "127.0.0.1:0-65535").env("POSTWRIGHT_LOG", "info");
        command
    }
}
