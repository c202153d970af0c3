//! The directories and files of the private PostgreSQL.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use sha2::{Digest, Sha256};

use super::{
    StartError,
    accounts::{self, Account},
};

/// The mode of files that only this process's user may open.
pub const PRIVATE: u32 = 0o600;
/// How long a start waits for an earlier process with the same data directory.
const LOCK_TIMEOUT: Duration = Duration::from_secs(5);

/// The paths of one data directory.
#[derive(Debug)]
pub struct Place {
    pub data_dir: PathBuf,
    /// Directory of the cluster and the downloaded programs: the data directory, or one below `/var/lib/postwright` when
    /// this process is root and the unprivileged user cannot enter the data directory.
    pub home: PathBuf,
    pub account: Option<Account>,
}

impl Place {
    /// Creates the directories that are missing.
    pub fn prepare(data_dir: &Path) -> Result<Self, StartError> {
        let account = accounts::choose()?;
        // Other users may pass through it; its contents have stricter modes.
        let mode = if account.is_some() { 0o711 } else { 0o700 };
        make_directory(data_dir, mode)?;
        let data_dir = fs::canonicalize(data_dir).map_err(StartError::file(data_dir))?;
        let home = match account {
            Some(account) if !accounts::may_enter(&data_dir, account) => elsewhere(&data_dir),
            _ => data_dir.clone(),
        };
        make_directory(&home, mode)?;
        Ok(Self { data_dir, home, account })
    }

    pub fn cluster(&self) -> PathBuf {
        self.home.join("postgres")
    }

    pub fn has_cluster(&self) -> bool {
        self.cluster().join("PG_VERSION").exists()
    }

    /// The major version that created the cluster, if there is one.
    pub fn cluster_version(&self) -> Option<String> {
        if !self.has_cluster() {
            return None;
        }
        let version = fs::read_to_string(self.cluster().join("PG_VERSION")).ok()?;
        Some(version.trim().to_owned())
    }

    pub fn secrets(&self) -> PathBuf {
        self.data_dir.join("postgres.json")
    }

    pub fn log(&self) -> PathBuf {
        self.data_dir.join("postgres.log")
    }

    /// Locks the data directory for this process. The system releases the lock when the process dies.
    pub fn lock(&self) -> Result<File, StartError> {
        let path = self.data_dir.join("lock");
        // Every user who can open the file can hold the lock. The mode also of a file that an earlier version made.
        let file = OpenOptions::new().create(true).truncate(false).write(true).mode(PRIVATE).open(&path);
        let file = file.map_err(StartError::file(&path))?;
        file.set_permissions(Permissions::from_mode(PRIVATE)).map_err(StartError::file(&path))?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(source)) => return Err(StartError::File { path, source }),
                Err(TryLockError::WouldBlock) if begun.elapsed() < LOCK_TIMEOUT => {
                    thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(StartError::InUse { directory: self.data_dir.clone() });
                }
            }
        }
    }
}

/// A directory that every user can reach, always the same for one data directory.
fn elsewhere(data_dir: &Path) -> PathBuf {
    let digest = Sha256::digest(data_dir.as_os_str().as_encoded_bytes());
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Path::new("/var/lib/postwright").join(name)
}

/// Creates the directory and its parents with this mode, whatever the umask. An existing directory is unchanged.
pub fn make_directory(path: &Path, mode: u32) -> Result<(), StartError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        make_directory(parent, 0o755)?;
    }
    DirBuilder::new().mode(mode).create(path).map_err(StartError::file(path))?;
    fs::set_permissions(path, Permissions::from_mode(mode)).map_err(StartError::file(path))
}
