//! The user PostgreSQL runs as: us, or an unprivileged one when we are root, which PostgreSQL refuses.

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

/// A user other than ours. `None` where it is used means: no change of user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    pub uid: u32,
    pub gid: u32,
}

/// Whom to become, if anyone.
///
/// # Errors
/// We are root and there is no user to become.
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

/// A command run as the account, in `/`, which every user may enter, with an environment free of our settings and
/// secrets and of PostgreSQL's own variables.
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

/// Runs to the end and wants success.
///
/// # Errors
/// It could not be run, or said no: then with what it printed.
pub fn run(command: &mut Command, program: &'static str) -> Result<Output, StartError> {
    let failed = |output: String| StartError::Program { program, output };
    let output = command.output().map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        return Ok(output);
    }
    let text = [output.stderr, output.stdout].concat();
    Err(failed(String::from_utf8_lossy(&text).trim().to_owned()))
}

/// Whether the account may enter the directory; asked of the system, since modes alone do not tell.
pub fn may_enter(directory: &Path, account: Account) -> bool {
    command("true", Some(account)).current_dir(directory).status().is_ok_and(|status| status.success())
}

/// Gives a file or directory to the account.
pub fn give(path: &Path, account: Option<Account>) -> Result<(), StartError> {
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
