//! The binary as child processes.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::Result;

/// A running command of the binary. Killed when dropped.
pub struct Process {
    name: &'static str,
    child: Child,
}

impl Process {
    /// Its standard error goes to `<directory>/<name>.log`.
    pub fn start(name: &'static str, directory: &Path, mut command: Command) -> Result<Self> {
        let log = File::create(directory.join(format!("{name}.log")))?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).kill_on_drop(true);
        Ok(Self { name, child: command.spawn()? })
    }

    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// Waits until the process exits.
    ///
    /// # Errors
    /// It exits with another status than 0.
    pub async fn finish(&mut self) -> Result<()> {
        let status = self.child.wait().await?;
        if status.success() { Ok(()) } else { Err(format!("{} exited with {status}", self.name).into()) }
    }

    /// Sends SIGTERM and waits.
    ///
    /// # Errors
    /// It exits with another status than 0, or not within 30 s.
    pub async fn stop(&mut self) -> Result<()> {
        let pid = self.child.id().ok_or("the process has exited already")?.to_string();
        Command::new("kill").args(["-TERM", &pid]).status().await?;
        tokio::time::timeout(Duration::from_secs(30), self.finish()).await?
    }

    /// # Errors
    /// The process has exited.
    pub fn check(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => Err(format!("{} exited with {status}", self.name).into()),
        }
    }

    /// Its peak memory in MB; 0 where the system does not report it.
    pub fn peak_memory(&self) -> u64 {
        self.kilobytes("VmHWM:") / 1_024
    }

    /// Its present memory in KB; 0 where the system does not report it.
    pub fn memory(&self) -> u64 {
        self.kilobytes("VmRSS:")
    }

    fn kilobytes(&self, figure: &str) -> u64 {
        let status =
            self.child.id().and_then(|pid| std::fs::read_to_string(format!("/proc/{pid}/status")).ok());
        let line = status.as_deref().and_then(|text| text.lines().find_map(|line| line.strip_prefix(figure)));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
    }
}

/// The binary that is named on the command line.
static GIVEN: OnceLock<PathBuf> = OnceLock::new();

/// Measures this binary instead of the built one.
///
/// # Errors
/// The file does not exist.
pub fn measure_instead(binary: &Path) -> Result<()> {
    GIVEN.get_or_init(|| binary.to_owned());
    if binary.exists() { Ok(()) } else { Err(format!("{} does not exist", binary.display()).into()) }
}

/// The release binary in the target directory of this one. Built when it does not exist.
fn binary() -> Result<PathBuf> {
    if let Some(binary) = GIVEN.get() {
        return Ok(binary.clone());
    }
    let own = std::env::current_exe()?;
    let release = own.parent().and_then(Path::parent).ok_or("no target directory")?.join("release");
    let binary = release.join("postwright");
    if !binary.exists() {
        let build = ["build", "--release", "--package", "postwright"];
        let built = std::process::Command::new("cargo").args(build).status()?;
        if !built.success() {
            return Err("postwright does not build".into());
        }
    }
    Ok(binary)
}

/// A command of the binary that inherits no setting of this process's environment.
pub fn command(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(binary()?);
    for foreign in ["DATABASE_URL", "DATABASE_OWNER_URL", "LLM_API_KEY", "LLM_BASE_URL", "LLM_MODEL"] {
        command.env_remove(foreign);
    }
    command.args(arguments).env("POSTWRIGHT_LOG", "warn");
    Ok(command)
}
