//! The system user that PostgreSQL runs as. PostgreSQL refuses root, so root switches to an unprivileged user.

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Output, Stdio},
};

use super::StartError;

/// A user to switch to. Where it is optional, `None` means the current user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    pub uid: u32,
    pub gid: u32,
}

/// The user to switch to: none unless this process runs as root.
///
/// # Errors
/// [`StartError::NoAccount`] when root finds no unprivileged user.
pub fn choose() -> Result<Option<Account>, StartError> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(StartError::file("/etc/passwd"))?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| account(&users, name))
        .map(Some)
        .ok_or(StartError::NoAccount)
}

fn account(users: &str, name: &str) -> Option<Account> {
    let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some(Account { uid: fields.next()?.parse().ok()?, gid: fields.next()?.parse().ok()? })
}

/// A command that runs as the account, in `/`, which every user may enter. Its environment holds neither our settings
/// and secrets nor PostgreSQL's variables.
pub fn command(program: impl AsRef<Path>, account: Option<Account>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.env_clear().current_dir("/").stdin(Stdio::null());
    for kept in ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"] {
        if let Some(value) = std::env::var_os(kept) {
            command.env(kept, value);
        }
    }
    if let Some(Account { uid, gid }) = account {
        command.uid(uid).gid(gid);
    }
    command
}

/// Runs the command and waits for it.
///
/// # Errors
/// [`StartError::Program`] with the output, when the command cannot be started or fails.
pub fn run(command: &mut Command, program: &'static str) -> Result<Output, StartError> {
    let failed = |output: String| StartError::Program { program, output };
    let output = command.output().map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        return Ok(output);
    }
    let text = [output.stderr, output.stdout].concat();
    Err(failed(String::from_utf8_lossy(&text).trim().to_owned()))
}

/// Whether the account may enter the directory. It is tried, because access also depends on parents and ACLs.
pub fn may_enter(directory: &Path, account: Account) -> bool {
    command("true", Some(account)).current_dir(directory).status().is_ok_and(|status| status.success())
}

/// Changes the owner of a file or directory to the account.
pub fn change_owner(path: &Path, account: Option<Account>) -> Result<(), StartError> {
    let Some(Account { uid, gid }) = account else {
        return Ok(());
    };
    let owner = fs::metadata(path).map_err(StartError::file(path))?;
    if (owner.uid(), owner.gid()) != (uid, gid) {
        chown(path, Some(uid), Some(gid)).map_err(StartError::file(path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let users =
            "root:x:0:0::/root:/bin/sh\npostgres2:x:7:7::/:/bin/sh\npostgres:x:101:104:,,,:/var:/bin/sh\n";
        assert_eq!(account(users, "postgres"), Some(Account { uid: 101, gid: 104 }));
        assert_eq!(account(users, "nobody"), None);
    }
}
