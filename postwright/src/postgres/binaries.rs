//! Finds PostgreSQL's programs: on the machine, else in an npm package.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    StartError,
    errors::{MINIMUM, install_command},
    npm,
    places::Place,
};

/// Environment variable with a `bin` directory to use instead of the search, or `npm` to use the package.
pub const VARIABLE: &str = "POSTWRIGHT_POSTGRES_BIN";

/// A directory that holds `postgres` and `initdb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    pub directory: PathBuf,
    major: u32,
}

impl Binaries {
    pub fn program(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    /// Runs `postgres --version`. `None` if it does not run here or is too old.
    fn in_directory(directory: &Path) -> Option<Self> {
        if !directory.join("initdb").exists() {
            return None;
        }
        // The programs look for their files relative to their real location, and a directory on the PATH may hold links.
        let directory = fs::canonicalize(directory.join("postgres")).ok()?.parent()?.to_owned();
        let output = Command::new(directory.join("postgres")).arg("--version").output().ok()?;
        let major = major(&String::from_utf8_lossy(&output.stdout))?;
        let usable = major >= MINIMUM && directory.join("initdb").exists();
        usable.then_some(Self { directory, major })
    }
}

/// The newest programs, or those of the version that created the existing cluster.
///
/// # Errors
/// [`StartError::NoBinaries`], [`StartError::OtherVersion`].
pub fn find(place: &Place) -> Result<Binaries, StartError> {
    let created_by = place.cluster_version();
    let fits = |found: &Binaries| {
        created_by.as_deref().is_none_or(|created_by| created_by == found.major.to_string())
    };
    let mut npm_outcome = String::from("not tried");
    let found = candidates().iter().filter_map(|directory| Binaries::in_directory(directory)).find(fits);
    let found = found.or_else(|| {
        if env::var_os(VARIABLE).is_some_and(|choice| choice != "npm") {
            return None;
        }
        match npm::fetch(place) {
            Ok(directory) => {
                npm_outcome = "its programs do not run here".into();
                Binaries::in_directory(&directory).filter(fits)
            }
            Err(error) => {
                npm_outcome = error.to_string();
                None
            }
        }
    });
    found.ok_or_else(|| match created_by {
        Some(created_by) => StartError::OtherVersion { directory: place.cluster(), created_by },
        None => StartError::NoBinaries { npm: npm_outcome, command: install_command() },
    })
}

/// Directories that may hold the programs, in the order to try them.
fn candidates() -> Vec<PathBuf> {
    match env::var_os(VARIABLE) {
        Some(choice) if choice == "npm" => return Vec::new(),
        Some(choice) => return vec![choice.into()],
        None => {}
    }
    let mut found = versions("/usr/lib/postgresql", "");
    found.extend(env::var_os("PATH").iter().flat_map(env::split_paths));
    for homebrew in ["/opt/homebrew/opt", "/usr/local/opt"] {
        found.extend(versions(homebrew, "postgresql@"));
    }
    found
}

/// The `bin` directories of installations named by their version, newest first.
fn versions(parent: &str, prefix: &str) -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(parent)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.strip_prefix(prefix)?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    found.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    found.into_iter().map(|(_, directory)| directory).collect()
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` or `… 18beta1`.
fn major(version: &str) -> Option<u32> {
    let number = version.split_once("(PostgreSQL) ")?.1;
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_the_programs_output() {
        assert_eq!(major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 19beta1"), Some(19));
        assert_eq!(major("postgres (PostgreSQL) 17"), Some(17));
        assert_eq!(major("something else"), None);
    }
}
