//! Making the cluster's files: whole or not at all, owned by the user PostgreSQL runs as.

use std::{fs, path::Path};

use secrecy::ExposeSecret;

use super::{
    Role, StartError,
    accounts::{self, Account},
    binaries::Binaries,
    places::{Place, make_directory},
    secrets::Secrets,
};
use crate::private_files;

/// A cluster whose passwords are gone is of no use: it is what stays outside a data directory that was deleted to
/// start afresh. The last such one is kept aside.
pub fn set_aside_orphan(place: &Place) -> Result<(), StartError> {
    if !place.has_cluster() || place.secrets().exists() {
        return Ok(());
    }
    let aside = place.home.join("postgres.set-aside");
    remove(&aside)?;
    tracing::warn!(directory = %aside.display(), "the passwords of this database are gone; setting it aside");
    fs::rename(place.cluster(), &aside).map_err(StartError::file(&aside))
}

/// Runs `initdb` beside the cluster's place and moves the result there, so that a half-made one is never used.
pub fn make(place: &Place, binaries: &Binaries, secrets: &Secrets, sync: bool) -> Result<(), StartError> {
    let unfinished = place.home.join("postgres.new");
    remove(&unfinished)?;
    make_directory(&unfinished, 0o700)?;
    accounts::give(&unfinished, place.account)?;
    let made = initdb(&unfinished, place.account, binaries, secrets, sync);
    if made.is_err() {
        remove(&unfinished)?;
    }
    made?;
    remove(&place.cluster())?;
    fs::rename(&unfinished, place.cluster()).map_err(StartError::file(place.cluster()))
}

fn initdb(
    directory: &Path,
    account: Option<Account>,
    binaries: &Binaries,
    secrets: &Secrets,
    sync: bool,
) -> Result<(), StartError> {
    let password = directory.with_extension("password");
    private_files::write(&password, secrets.password(Role::Superuser).expose_secret())
        .map_err(StartError::file(&password))?;
    accounts::give(&password, account)?;
    let mut command = accounts::command(binaries.program("initdb"), account);
    command.arg("--pgdata").arg(directory).arg("--pwfile").arg(&password);
    command.args(["--username", Role::Superuser.name(), "--auth", "scram-sha-256"]);
    // Text sorts by code point, the same on every machine; letters beyond ASCII still have an upper case.
    let letters = if cfg!(target_os = "macos") { "UTF-8" } else { "C.UTF-8" };
    command.args(["--encoding", "UTF8", "--no-locale", "--lc-ctype", letters]);
    if !sync {
        command.arg("--no-sync");
    }
    let made = accounts::run(&mut command, "initdb").map(drop);
    fs::remove_file(&password).map_err(StartError::file(&password))?;
    made
}

fn remove(directory: &Path) -> Result<(), StartError> {
    if directory.exists() {
        fs::remove_dir_all(directory).map_err(StartError::file(directory))?;
    }
    Ok(())
}
