//! Where things lie: the data directory, and the home of the cluster, which may have to be elsewhere.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError},
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use sha2::{Digest, Sha256};

use super::{
    StartError,
    accounts::{self, Account},
};

/// How long a start waits for an earlier process of the same data directory to be gone.
const PATIENCE: Duration = Duration::from_secs(5);

/// The directories and files of one embedded PostgreSQL.
#[derive(Debug)]
pub struct Place {
    pub data_dir: PathBuf,
    /// Holds the cluster and fetched binaries: the data directory, or under `/var/lib/postwright` when we are root
    /// and the unprivileged user cannot enter the data directory.
    pub home: PathBuf,
    pub account: Option<Account>,
}

impl Place {
    /// Makes what is missing.
    pub fn prepare(data_dir: &Path) -> Result<Self, StartError> {
        let account = accounts::choose()?;
        // Only to be passed through: what lies inside has narrower modes of its own.
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

    /// The major version that made the cluster, if there is one.
    pub fn cluster_version(&self) -> Option<String> {
        let version = fs::read_to_string(self.cluster().join("PG_VERSION")).ok()?;
        Some(version.trim().to_owned())
    }

    pub fn secrets(&self) -> PathBuf {
        self.data_dir.join("postgres.json")
    }

    pub fn log(&self) -> PathBuf {
        self.data_dir.join("postgres.log")
    }

    /// One process a data directory. The system lets go of the lock when its holder dies, however it dies.
    pub fn lock(&self) -> Result<File, StartError> {
        let path = self.data_dir.join("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(StartError::file(&path))?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(source)) => return Err(StartError::File { path, source }),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(StartError::InUse { directory: self.data_dir.clone() });
                }
            }
        }
    }
}

/// A directory any user can reach, the same one for the same data directory.
fn elsewhere(data_dir: &Path) -> PathBuf {
    let digest = Sha256::digest(data_dir.as_os_str().as_encoded_bytes());
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Path::new("/var/lib/postwright").join(name)
}

/// Makes the directory with this mode whatever the umask; one that exists is left as it is.
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
