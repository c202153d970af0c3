//! Writes the files of a new cluster to the disk while its server starts. `initdb` would do so before.

use std::{
    fs::{self, File},
    io,
    path::Path,
    thread::{self, JoinHandle},
};

use super::{StartError, places::Place};

/// The files of a new cluster on their way to the disk.
pub struct ClusterSync(JoinHandle<io::Result<()>>);

impl ClusterSync {
    /// Marks the cluster as not yet on the disk. A start that finds the mark sets the cluster aside and creates a new one.
    pub fn mark(place: &Place) -> Result<(), StartError> {
        let mark = place.unsynced();
        File::create(&mark).map_err(StartError::file(&mark))?;
        sync(&place.home).map_err(StartError::file(&place.home))
    }

    /// Without `fsync` nothing waits for the disk.
    pub fn begin(place: &Place, fsync: bool) -> Self {
        let cluster = place.cluster();
        Self(thread::spawn(move || if fsync { sync_all(&cluster) } else { Ok(()) }))
    }

    /// Waits for the files, then removes the mark.
    pub fn finish(self, place: &Place) -> Result<(), StartError> {
        let synced = self.0.join().unwrap_or_else(|_| Err(io::Error::other("the thread panicked")));
        synced.map_err(StartError::file(place.cluster()))?;
        // The cluster's name, before the mark goes.
        sync(&place.home).map_err(StartError::file(&place.home))?;
        let mark = place.unsynced();
        fs::remove_file(&mark).map_err(StartError::file(&mark))?;
        // If the mark came back after a power cut, the next start would set the database aside.
        sync(&place.home).map_err(StartError::file(&place.home))
    }
}

/// A file or a directory with all that is in it.
fn sync_all(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            sync_all(&entry?.path())?;
        }
    }
    sync(path)
}

/// As `initdb` does it. `File::sync_all` would also empty the disk's own cache on macOS, file by file.
fn sync(path: &Path) -> io::Result<()> {
    match File::open(path).and_then(|file| Ok(rustix::fs::fsync(&file)?)) {
        // The server, which runs meanwhile, deletes files.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_counts_once_its_files_are_on_the_disk() {
        let home = std::env::temp_dir().join(format!("postwright-sync-{}", std::process::id()));
        let place = Place { data_dir: home.clone(), home, account: None };
        fs::create_dir_all(place.cluster().join("base/1")).unwrap();
        for file in ["PG_VERSION", "base/1/112"] {
            fs::write(place.cluster().join(file), "15").unwrap();
        }
        ClusterSync::mark(&place).unwrap();
        assert!(!place.has_cluster() && place.cluster_version().is_none());
        ClusterSync::begin(&place, true).finish(&place).unwrap();
        assert!(place.has_cluster());
        fs::remove_dir_all(place.home).unwrap();
    }

    #[test]
    fn a_file_that_is_gone_needs_no_sync() {
        sync(Path::new("/nowhere/at/all")).unwrap();
    }
}
