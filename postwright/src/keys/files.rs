//! The files of keys that a process uses. They are read again when they change, so that keys are rotated without a restart.

use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::Duration,
};

use domain::{Db, Sealer, SigningKeys};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::{encryption, signing};
use crate::failure::Failure;

const INTERVAL: Duration = Duration::from_secs(2);
/// After this time every process has read a changed file.
pub const PICK_UP_TIME: Duration = Duration::from_secs(6);

/// The keys as a process reads them at its start.
pub struct Keys {
    pub signing: SigningKeys,
    pub sealer: Sealer,
}

/// The files of one process.
pub struct KeyFiles {
    /// A worker has none: it signs nothing.
    signing: Option<KeyFile>,
    encryption: KeyFile,
}

struct KeyFile {
    path: PathBuf,
    /// What the file was like before it was read last, so that no change is missed.
    seen: Option<Fingerprint>,
}

#[derive(Clone, Copy, PartialEq)]
struct Fingerprint {
    inode: u64,
    size: u64,
    /// Changes with the content and with the mode.
    changed: (i64, i64),
}

impl KeyFiles {
    pub fn new(signing: Option<&Path>, encryption: &Path) -> Self {
        Self { signing: signing.map(KeyFile::new), encryption: KeyFile::new(encryption) }
    }

    /// Reads the files.
    ///
    /// # Errors
    /// [`Failure::File`], [`Failure::SigningKeys`], [`Failure::EncryptionKeys`].
    pub fn load(&self) -> Result<Keys, Failure> {
        let signing = match &self.signing {
            Some(file) => signing::load(&file.path)?,
            None => signing::unused()?,
        };
        Ok(Keys { signing, sealer: Sealer::new(encryption::load(&self.encryption.path)?) })
    }

    /// Reads changed files again until `shutdown`. A file that cannot be used is logged, and its earlier keys stay in use.
    pub async fn watch(mut self, db: Db, shutdown: CancellationToken) {
        let mut ticks = interval(INTERVAL);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while shutdown.run_until_cancelled(ticks.tick()).await.is_some() {
            if let Some(file) = &mut self.signing
                && let Some(keys) = file.read_if_changed(signing::load)
            {
                tracing::info!(signing = keys.ids().next(), "the signing keys have changed");
                db.replace_signing_keys(keys);
            }
            if let Some(keys) = self.encryption.read_if_changed(encryption::load) {
                tracing::info!(
                    encrypting = keys.ids().next().map(tracing::field::display),
                    "the encryption keys have changed"
                );
                db.replace_encryption_keys(keys);
            }
        }
    }
}

impl KeyFile {
    fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), seen: Fingerprint::of(path) }
    }

    fn read_if_changed<T>(&mut self, load: impl FnOnce(&Path) -> Result<T, Failure>) -> Option<T> {
        let now = Fingerprint::of(&self.path);
        if now == self.seen {
            return None;
        }
        self.seen = now;
        load(&self.path).inspect_err(|failure| tracing::error!(%failure, "the earlier keys stay in use")).ok()
    }
}

impl Fingerprint {
    /// `None` if there is no file.
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let changed = (metadata.ctime(), metadata.ctime_nsec());
        Some(Self { inode: metadata.ino(), size: metadata.size(), changed })
    }
}
