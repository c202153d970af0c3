//! Why PostgreSQL could not be started, and what to do about it.

use std::{io, path::PathBuf};

/// The messages are for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "No PostgreSQL ({MINIMUM} or newer) was found on this machine, and the npm package could not be used ({npm}).\n\
         Install it with:\n\n    {command}\n\n\
         or set DATABASE_URL and DATABASE_OWNER_URL to an existing server."
    )]
    NoBinaries { npm: String, command: &'static str },

    #[error(
        "The database in {directory} was created by PostgreSQL {created_by}, which is no longer installed.\n\
         Install that version again, or start with another --data-dir."
    )]
    OtherVersion { directory: PathBuf, created_by: String },

    #[error("The data directory {directory} is in use by another running postwright.")]
    InUse { directory: PathBuf },

    #[error("A PostgreSQL of an earlier start (process {pid}) still runs in {directory} and does not stop.")]
    EarlierRunning { pid: i32, directory: PathBuf },

    #[error(
        "PostgreSQL cannot run as root, and neither of the users `postgres` and `nobody` exists.\n\
         Add one, for example: useradd --system postgres"
    )]
    NoAccount,

    #[error("{program} failed:\n{output}")]
    Program { program: &'static str, output: String },

    #[error("PostgreSQL did not start; the end of {log}:\n{tail}")]
    Ended { log: PathBuf, tail: String },

    #[error("PostgreSQL was not ready after {seconds} s; see {log}")]
    Slow { log: PathBuf, seconds: u64 },

    #[error(
        "This PostgreSQL lacks the extension `{name}`. Install its contrib modules with:\n\n    {command}"
    )]
    NoExtension { name: &'static str, command: &'static str },

    #[error("{path}: {source}")]
    File { path: PathBuf, source: io::Error },

    #[error("the file {path} is damaged: {reason}")]
    Secrets { path: PathBuf, reason: String },

    #[error("setting up the database failed: {0}")]
    Sql(#[from] sqlx::Error),

    #[error("starting PostgreSQL failed: {0}")]
    Io(#[from] io::Error),

    #[error("the thread that starts PostgreSQL ended unexpectedly")]
    Launcher,
}

/// The oldest major version that the schema works with.
pub const MINIMUM: u32 = 15;

impl StartError {
    /// For `map_err` on file operations: adds the path.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// The command that installs PostgreSQL with its contrib modules on this system.
pub fn install_command() -> &'static str {
    const KNOWN: [(&str, &str); 5] = [
        ("/usr/bin/apt-get", "apt-get install postgresql postgresql-contrib"),
        ("/usr/bin/dnf", "dnf install postgresql-server postgresql-contrib"),
        ("/sbin/apk", "apk add postgresql postgresql-contrib"),
        ("/usr/bin/pacman", "pacman -S postgresql"),
        ("/usr/bin/zypper", "zypper install postgresql-server postgresql-contrib"),
    ];
    if cfg!(target_os = "macos") {
        return "brew install postgresql@17";
    }
    KNOWN
        .iter()
        .find(|(manager, _)| std::path::Path::new(manager).exists())
        .map_or("(your package manager) install postgresql postgresql-contrib", |(_, command)| command)
}
