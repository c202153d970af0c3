//! API and workers as processes of their own against one database, as in production.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use secrecy::ExposeSecret;
use tokio::process::Command;

use crate::{Client, Database, Installation, Piece, free_address};

pub struct Apart<'a> {
    installation: &'a Installation,
    database: &'a Database,
    llm: String,
    keys: PathBuf,
    http: reqwest::Client,
}

impl<'a> Apart<'a> {
    /// Brings the database to its newest step and makes keys; nothing runs yet.
    pub async fn prepare(installation: &'a Installation, database: &'a Database, llm: String) -> Self {
        let keys = installation.write_keys();
        let mut migrate = installation.command(&["migrate"]);
        migrate.env("DATABASE_OWNER_URL", database.owner_url().expose_secret());
        assert!(Piece::start(installation.directory(), "migrate", migrate).ended_well().await);
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { installation, database, llm, keys, http }
    }

    pub fn start_worker(&self, name: &str) -> Piece {
        Piece::start(self.installation.directory(), name, self.command("worker"))
    }

    /// An API that answers, and somebody who speaks with it.
    pub async fn start_api(&self, name: &str) -> (Piece, Client) {
        self.start_api_at(free_address(), name).await
    }

    /// The same at an address where another may have been.
    pub async fn start_api_at(&self, address: SocketAddr, name: &str) -> (Piece, Client) {
        let mut command = self.command("api");
        command.env("POSTWRIGHT_LISTEN", address.to_string());
        let piece = Piece::start(self.installation.directory(), name, command);
        let nobody = Client::new(self.http.clone(), format!("http://{address}"));
        let begun = Instant::now();
        while nobody.request(reqwest::Method::GET, "/readyz").send().await.is_err() {
            assert!(begun.elapsed() < Duration::from_secs(60), "it does not start: {}", piece.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        (piece, nobody)
    }

    fn command(&self, piece: &str) -> Command {
        let mut command = self.installation.command(&[piece]);
        command.env("DATABASE_URL", self.database.url().expose_secret());
        command.env("POSTWRIGHT_SIGNING_KEYS", &self.keys);
        command.env("LLM_BASE_URL", &self.llm).env("LLM_MODEL", "test-model");
        command.env("LLM_API_KEY", "canary-llm-key");
        // Receivers of tests are on this machine.
        command.env("POSTWRIGHT_OUTBOUND_ALLOW", "127.0.0.1:0-65535").env("POSTWRIGHT_LOG", "info");
        command
    }
}
