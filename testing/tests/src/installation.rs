//! A data directory in which the binary is started, killed and started again.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::Client;
use crate::process::{binary, terminate};

/// A short lease, so that a killed worker's turns run again soon.
const SHORT_LEASE: [(&str, &str); 2] = [("POSTWRIGHT_LEASE_SECONDS", "2"), ("POSTWRIGHT_LOG", "warn")];

/// The variables of API and worker that name their files of keys.
pub type KeyFiles = [(&'static str, PathBuf); 2];

/// Writes signing keys and encryption keys to the directory.
pub fn write_keys(directory: &Path) -> KeyFiles {
    let [signing, encryption] = ["signing-keys.pem", "encryption-keys"].map(|name| directory.join(name));
    postwright::keys::signing::create_file(&signing).expect("signing keys");
    postwright::keys::encryption::create_file(&encryption).expect("encryption keys");
    [("POSTWRIGHT_SIGNING_KEYS", signing), ("POSTWRIGHT_ENCRYPTION_KEYS", encryption)]
}

pub struct Installation {
    data_dir: TempDir,
    environment: Vec<(String, String)>,
}

/// A running `postwright` without a subcommand: PostgreSQL, API and worker together.
pub struct DemoServer {
    child: Child,
    /// The content of its `demo.json`.
    pub demo: Value,
}

impl Installation {
    /// `llm` is the base URL of a model. Without it the server uses its stand-in.
    pub fn new(llm: Option<&str>) -> Self {
        let mut environment: Vec<_> =
            SHORT_LEASE.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        environment.push(("POSTWRIGHT_DEMO_DATA".into(), "false".into()));
        if let Some(llm) = llm {
            environment.push(("LLM_BASE_URL".into(), llm.into()));
            environment.push(("LLM_MODEL".into(), "test-model".into()));
        }
        Self { data_dir: TempDir::new().expect("a directory"), environment }
    }

    /// For API and worker processes that tests kill: loopback receivers are allowed, and deliveries are retried each second.
    pub fn with_quick_deliveries() -> Self {
        Self::new(None)
            .with("POSTWRIGHT_OUTBOUND_ALLOW", "127.0.0.1:0-65535")
            .with("POSTWRIGHT_DELIVERY_TIMEOUT_SECONDS", "1")
            .with("POSTWRIGHT_DELIVERY_SCHEDULE", &format!("0{}", ",1".repeat(30)))
    }

    /// Adds a variable to the environment of every process that is started from here on.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts PostgreSQL, API and worker, and waits until `demo.json` says that they are ready.
    pub async fn start(&self) -> DemoServer {
        let demo_json = self.data_dir.path().join("demo.json");
        let _ = std::fs::remove_file(&demo_json);
        let mut child =
            self.command(&[]).arg("--data-dir").arg(self.data_dir.path()).spawn().expect("a process");
        let begun = Instant::now();
        let demo = loop {
            if let Some(demo) =
                std::fs::read(&demo_json).ok().and_then(|text| serde_json::from_slice(&text).ok())
            {
                break demo;
            }
            assert!(child.try_wait().expect("a status").is_none(), "the server exited while it started");
            assert!(begun.elapsed() < Duration::from_secs(60), "not ready within 60 s");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        DemoServer { child, demo }
    }

    pub fn directory(&self) -> &Path {
        self.data_dir.path()
    }

    /// A command of the binary that inherits no setting of this process's environment.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command
            .args(arguments)
            .envs(self.environment.iter().cloned())
            .env("POSTWRIGHT_LISTEN", "127.0.0.1:0");
        command.stdout(Stdio::null()).stdin(Stdio::null()).kill_on_drop(true);
        for foreign in ["DATABASE_URL", "DATABASE_OWNER_URL", "LLM_API_KEY"] {
            command.env_remove(foreign);
        }
        command
    }
}

impl DemoServer {
    /// The demo organization's owner, signed in.
    pub fn owner(&self) -> Client {
        let text = |member: &str| self.demo[member].as_str().unwrap_or_default().to_owned();
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Client::new(http, text("base_url")).with_token(text("access_token"))
    }

    /// Sends SIGKILL: the process gets no chance to shut down.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it was running");
    }

    /// Sends SIGTERM; whether the process exited successfully, and how long it took.
    pub async fn stop(mut self) -> (bool, Duration) {
        let begun = Instant::now();
        terminate(&self.child).await;
        let status = self.child.wait().await.expect("a status");
        (status.success(), begun.elapsed())
    }
}
