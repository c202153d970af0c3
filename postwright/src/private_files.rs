//! Files that only their owner may read. They are written completely or not at all.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt, fchown},
    path::Path,
};

use secrecy::SecretString;

/// Mode bits of others than the owner.
const NOT_OWNER: u32 = 0o077;
/// The same without reading by the group.
const NOT_OWNER_OR_GROUP_READER: u32 = 0o037;

/// Reads a file of secrets.
///
/// # Errors
/// Also when others than the owner may read or write it. As for PostgreSQL's own keys, a file of root may be readable for a
/// group, so that a process of another user reads what an administrator or a container platform provides.
pub fn read(path: &Path) -> io::Result<SecretString> {
    let mut file = File::open(path)?;
    // Of the opened file, so that it is the one that is read.
    let metadata = file.metadata()?;
    let is_roots = metadata.uid() == 0 && !rustix::process::geteuid().is_root();
    let forbidden = if is_roots { NOT_OWNER_OR_GROUP_READER } else { NOT_OWNER };
    if metadata.mode() & forbidden != 0 {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            format!(
                "its mode {:04o} gives others than its owner access to secrets; run `chmod 600 {}`",
                metadata.mode() & 0o7777,
                path.display()
            ),
        ));
    }
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok(text.into())
}

/// Writes the text with mode 0600 to a temporary file, then renames it. A file that it replaces keeps its owner.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    // A leftover could have a wider mode, and opening it would keep that.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(text.as_bytes())?;
    if let Ok(replaced) = fs::metadata(path)
        && let Err(error) = fchown(&file, Some(replaced.uid()), Some(replaced.gid()))
    {
        fs::remove_file(&beside)?;
        return Err(error);
    }
    file.sync_all()?;
    fs::rename(&beside, path)
}

/// Waits until no other process holds the lock of the directory that contains the file. It is released with the result.
pub fn lock_directory(path: &Path) -> io::Result<File> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let directory = File::open(parent.unwrap_or(Path::new(".")))?;
    directory.lock()?;
    Ok(directory)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_private_file_replaces_a_public_one() {
        let path = std::env::temp_dir().join(format!("postwright-private-{}", std::process::id()));
        fs::write(&path, "old").unwrap();
        write(&path, "new").unwrap();
        assert_eq!(read(&path).unwrap().expose_secret(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_file(&path).unwrap();
    }

    #[test]
    fn a_file_that_others_may_use_is_refused() {
        let path = std::env::temp_dir().join(format!("postwright-public-{}", std::process::id()));
        fs::write(&path, "secret").unwrap();
        for mode in [0o640, 0o620, 0o604, 0o602, 0o644, 0o660, 0o777, 0o601] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let refused = read(&path).unwrap_err().to_string();
            assert!(refused.contains(&format!("its mode {mode:04o} ")), "{refused}");
            assert!(refused.contains("chmod 600 "), "{refused}");
        }
        for mode in [0o600, 0o400] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(read(&path).unwrap().expose_secret(), "secret");
        }
        fs::remove_file(&path).unwrap();
    }
}
