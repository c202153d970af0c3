//! Creates the cluster's files, completely or not at all, owned by the user that PostgreSQL runs as.

use std::{fs, path::Path};

use super::{
    Role, StartError,
    accounts::{self, Account},
    binaries::Binaries,
    places::{Place, make_directory},
    secrets::Secrets,
    verifiers,
};
use crate::private_files;

/// Renames a cluster whose passwords are gone. It remains outside of a data directory that was deleted to start again,
/// and cannot be used. Only the last one is kept.
pub fn set_aside_orphan(place: &Place) -> Result<(), StartError> {
    if !place.has_cluster() || place.secrets().exists() {
        return Ok(());
    }
    tracing::warn!("the passwords of the database are gone");
    set_aside(place)
}

fn set_aside(place: &Place) -> Result<(), StartError> {
    let aside = place.home.join("postgres.set-aside");
    remove(&aside)?;
    tracing::warn!(directory = %aside.display(), "the database is renamed and a new one created");
    fs::rename(place.cluster(), &aside).map_err(StartError::file(&aside))
}

/// Runs `initdb` in a temporary directory and renames the result, so that an incomplete cluster is never used.
pub fn create(place: &Place, binaries: &Binaries, secrets: &Secrets, sync: bool) -> Result<(), StartError> {
    let unfinished = place.home.join("postgres.new");
    remove(&unfinished)?;
    make_directory(&unfinished, 0o700)?;
    accounts::change_owner(&unfinished, place.account)?;
    let created = initdb(&unfinished, place.account, binaries, secrets, sync);
    if created.is_err() {
        remove(&unfinished)?;
    }
    created?;
    // One that a first start did not finish, because of a power cut for example.
    if place.cluster().exists() {
        set_aside(place)?;
    }
    fs::rename(&unfinished, place.cluster()).map_err(StartError::file(place.cluster()))?;
    if sync {
        // Else a power cut could take the new name back, and the next start would delete the cluster.
        fs::File::open(&place.home)
            .and_then(|home| home.sync_all())
            .map_err(StartError::file(&place.home))?;
    }
    Ok(())
}

fn initdb(
    directory: &Path,
    account: Option<Account>,
    binaries: &Binaries,
    secrets: &Secrets,
    sync: bool,
) -> Result<(), StartError> {
    let password = directory.with_extension("password");
    private_files::write(&password, &verifiers::of(secrets.password(Role::Superuser)))
        .map_err(StartError::file(&password))?;
    accounts::change_owner(&password, account)?;
    let mut command = accounts::command(binaries.program("initdb"), account);
    command.arg("--pgdata").arg(directory).arg("--pwfile").arg(&password);
    command.args(["--username", Role::Superuser.name(), "--auth", "scram-sha-256"]);
    // Text sorts by code point on every machine, and letters beyond ASCII still have an upper case.
    let letters = if cfg!(target_os = "macos") { "UTF-8" } else { "C.UTF-8" };
    command.args(["--encoding", "UTF8", "--no-locale", "--lc-ctype", letters]);
    // Otherwise initdb compares all time zones with the machine's. The server runs in UTC.
    command.env("TZ", "UTC");
    if !sync {
        command.arg("--no-sync");
    }
    let ran = accounts::run(&mut command, "initdb").map(drop);
    fs::remove_file(&password).map_err(StartError::file(&password))?;
    ran
}

fn remove(directory: &Path) -> Result<(), StartError> {
    if directory.exists() {
        fs::remove_dir_all(directory).map_err(StartError::file(directory))?;
    }
    Ok(())
}
