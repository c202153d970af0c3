//! The binary as processes of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::Result;

/// A running piece of the product. Killed when dropped.
pub struct Process {
    name: &'static str,
    child: Child,
}

impl Process {
    /// What it says goes to a file named after it in `directory`.
    pub fn start(name: &'static str, directory: &Path, mut command: Command) -> Result<Self> {
        let log = File::create(directory.join(format!("{name}.log")))?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).kill_on_drop(true);
        Ok(Self { name, child: command.spawn()? })
    }

    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// Waits for an end that is a good one.
    pub async fn end(&mut self) -> Result<()> {
        let status = self.child.wait().await?;
        if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", self.name).into()) }
    }

    /// SIGTERM, and whether it ended well.
    pub async fn stop(&mut self) -> Result<()> {
        let pid = self.child.id().ok_or("it has ended already")?.to_string();
        Command::new("kill").args(["-TERM", &pid]).status().await?;
        tokio::time::timeout(Duration::from_secs(30), self.end()).await?
    }

    /// # Errors
    /// When it has ended.
    pub fn check(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => Err(format!("{} ended with {status}", self.name).into()),
        }
    }

    /// The most memory it ever held, in MB; 0 where the system does not say.
    pub fn most_memory(&self) -> u64 {
        self.kilobytes("VmHWM:") / 1_024
    }

    /// The memory it holds now, in KB; 0 where the system does not say.
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

/// Named on the command line.
static INSTEAD: OnceLock<PathBuf> = OnceLock::new();

/// Has this binary be measured, whatever was built.
///
/// # Errors
/// When there is none.
pub fn measure_instead(binary: &Path) -> Result<()> {
    INSTEAD.get_or_init(|| binary.to_owned());
    if binary.exists() { Ok(()) } else { Err(format!("{} is not there", binary.display()).into()) }
}

/// The release binary beside this one; built when it is not there.
fn binary() -> Result<PathBuf> {
    if let Some(binary) = INSTEAD.get() {
        return Ok(binary.clone());
    }
    let own = std::env::current_exe()?;
    let release =
        own.parent().and_then(Path::parent).ok_or("where is the target directory?")?.join("release");
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

/// A command of the binary with nothing of our own environment that would change what is measured.
pub fn command(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(binary()?);
    for foreign in ["DATABASE_URL", "DATABASE_OWNER_URL", "LLM_API_KEY", "LLM_BASE_URL", "LLM_MODEL"] {
        command.env_remove(foreign);
    }
    command.args(arguments).env("POSTWRIGHT_LOG", "warn");
    Ok(command)
}
