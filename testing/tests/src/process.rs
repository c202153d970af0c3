//! One command of the `postwright` binary as a child process, with its log in a file.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tokio::process::{Child, Command};

/// A running `postwright api`, `worker`, `migrate` and so on. Killed when dropped.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Its standard error goes to `<directory>/<name>.log`.
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

    /// Sends SIGTERM and waits; whether the process exited successfully.
    pub async fn stop(&mut self) -> bool {
        terminate(&self.child).await;
        self.succeeded().await
    }

    /// Waits until the process exits; whether it exited successfully.
    pub async fn succeeded(&mut self) -> bool {
        self.child.wait().await.expect("a status").success()
    }

    /// Sends SIGKILL: the process gets no chance to shut down.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it was running");
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).expect("a log")
    }
}

/// Sends SIGTERM.
pub(crate) async fn terminate(child: &Child) {
    let pid = child.id().expect("a process id").to_string();
    let sent = Command::new("kill").args(["-TERM", &pid]).status().await.expect("kill");
    assert!(sent.success());
}

/// A loopback address on which nothing listens.
pub fn free_address() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address")
}

/// The path of the binary. Cargo builds it first, because testing one package does not build another's binaries.
pub(crate) fn binary() -> &'static PathBuf {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let build = ["build", "--quiet", "--package", "postwright", "--bin", "postwright"];
        let built = std::process::Command::new(env!("CARGO")).args(build).status().expect("cargo");
        assert!(built.success(), "postwright does not build");
        let test = std::env::current_exe().expect("a path of the test binary");
        test.ancestors().nth(2).expect("target/debug").join("postwright")
    })
}
