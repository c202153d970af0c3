//! The real binary as a process of its own, to be killed.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use secrecy::ExposeSecret;
use serde_json::Value;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::Client;

/// Settings that make lost turns come back soon.
const IMPATIENT: [(&str, &str); 2] = [("POSTWRIGHT_LEASE_SECONDS", "2"), ("POSTWRIGHT_LOG", "warn")];

/// A data directory in which the binary is started, killed and started again.
pub struct Installation {
    data_dir: TempDir,
    environment: Vec<(String, String)>,
}

/// A running `postwright`.
pub struct Process {
    child: Child,
    pub demo: Value,
}

impl Installation {
    /// `llm` is the base URL of a model; the built-in stand-in without.
    pub fn new(llm: Option<&str>) -> Self {
        let mut environment: Vec<_> =
            IMPATIENT.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        if let Some(llm) = llm {
            environment.push(("LLM_BASE_URL".into(), llm.into()));
            environment.push(("LLM_MODEL".into(), "test-model".into()));
        }
        Self { data_dir: TempDir::new().expect("a directory"), environment }
    }

    /// With this in the environment of all that is started.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts everything and waits until it is ready.
    pub async fn start(&self) -> Process {
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
            assert!(child.try_wait().expect("a status").is_none(), "it ended at once");
            assert!(begun.elapsed() < Duration::from_secs(60), "not ready in time");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        Process { child, demo }
    }

    /// Signing keys in the data directory; where they are.
    pub fn write_keys(&self) -> PathBuf {
        let keys = self.data_dir.path().join("keys.pem");
        let pem = postwright::signing_keys::generate().expect("new signing keys");
        std::fs::write(&keys, pem.expose_secret()).expect("a file of keys");
        keys
    }

    pub fn directory(&self) -> &Path {
        self.data_dir.path()
    }

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

impl Process {
    /// The demo's owner, signed in.
    pub fn owner(&self) -> Client {
        let text = |member: &str| self.demo[member].as_str().unwrap_or_default().to_owned();
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Client::new(http, text("base_url")).with_token(text("access_token"))
    }

    /// SIGKILL: nothing is tidied up.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it was running");
    }

    /// SIGTERM; whether it ended well, and within how long.
    pub async fn stop(mut self) -> (bool, Duration) {
        let begun = Instant::now();
        terminate(&self.child).await;
        let status = self.child.wait().await.expect("a status");
        (status.success(), begun.elapsed())
    }
}

async fn terminate(child: &Child) {
    let pid = child.id().expect("a process id").to_string();
    let sent = Command::new("kill").args(["-TERM", &pid]).status().await.expect("kill");
    assert!(sent.success());
}

/// One of the production pieces as a process of its own. Ends when dropped.
pub struct Piece {
    child: Child,
    log: PathBuf,
}

impl Piece {
    /// Everything it logs goes to a file of this name in `directory`.
    pub fn start(directory: &Path, name: &str, mut command: Command) -> Self {
        let log = directory.join(format!("{name}.log"));
        let file = std::fs::File::create(&log).expect("a log file");
        let child = command
            .env("POSTWRIGHT_LOG", "debug,sqlx=warn,sqlx::postgres::notice=error,hyper=info")
            .stderr(file)
            .spawn()
            .expect("a process");
        Self { child, log }
    }

    /// SIGTERM; whether it ended well.
    pub async fn stop(&mut self) -> bool {
        terminate(&self.child).await;
        self.ended_well().await
    }

    /// Waits for its end; whether it ended well.
    pub async fn ended_well(&mut self) -> bool {
        self.child.wait().await.expect("a status").success()
    }

    /// SIGKILL: nothing is tidied up.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it was running");
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).expect("a log")
    }
}

/// An address of this machine that nobody listens on.
pub fn free_address() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address")
}

/// Built by cargo when it is not there yet: tests of one package do not build the binaries of another.
fn binary() -> &'static PathBuf {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let build = ["build", "--quiet", "--package", "postwright", "--bin", "postwright"];
        let built = std::process::Command::new(env!("CARGO")).args(build).status().expect("cargo");
        assert!(built.success(), "postwright does not build");
        let test = std::env::current_exe().expect("a path of the test binary");
        test.ancestors().nth(2).expect("target/debug").join("postwright")
    })
}
