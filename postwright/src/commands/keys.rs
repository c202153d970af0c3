//! `postwright keys`: creates and rotates the files of keys.

use std::{path::Path, time::Duration};

use chrono::Utc;
use clap::Subcommand;
use domain::{Db, accounts::SignUpPolicy};
use tokio::time::sleep;

use super::{DATABASE_URL, SIGNING_KEYS, required};
use crate::{
    cli::Settings,
    failure::Failure,
    keys::{KeyFiles, PICK_UP_TIME, encryption, signing},
    terminal, wiring,
};

#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    /// Create the named files of signing keys and encryption keys unless they exist, readable only for their owner
    Create,
    /// Sign access tokens with the next key; tokens of the present key stay valid for as long as they live
    Rotate,
    /// Encrypt the secrets in the database with a new key
    RotateEncryption,
    /// Encrypt those secrets in the database again that an earlier key has encrypted
    Reseal,
}

/// # Errors
/// [`Failure::File`], [`Failure::SigningKeys`], [`Failure::EncryptionKeys`], and [`Failure::Database`] for the last two.
pub async fn run(command: &Command, settings: &Settings) -> Result<(), Failure> {
    match command {
        Command::Create => create(settings),
        Command::Rotate => rotate(&settings.signing_keys_path()).await,
        Command::RotateEncryption => rotate_encryption(settings).await,
        Command::Reseal => reseal(settings).await,
    }
}

fn create(settings: &Settings) -> Result<(), Failure> {
    let report = |path: &Path, is_new: bool| {
        let state = if is_new { "created" } else { "exists already" };
        terminal::say(&format!("{}: {state}", path.display()));
    };
    let server = &settings.server;
    if server.signing_keys.is_none() && server.encryption_keys.is_none() {
        let advice = "Set it, or POSTWRIGHT_ENCRYPTION_KEYS, to the file to create.";
        return Err(Failure::Missing(SIGNING_KEYS.0, advice));
    }
    if let Some(path) = &server.signing_keys {
        report(path, signing::create_file(path)?);
    }
    if let Some(path) = &server.encryption_keys {
        report(path, encryption::create_file(path)?);
    }
    Ok(())
}

async fn rotate(path: &Path) -> Result<(), Failure> {
    if !signing::has_next(path)? {
        signing::prepare_next(path)?;
    }
    // The next key may have been added a moment ago, and no process may sign with it before all can verify.
    wait_until_read(path).await?;
    #[expect(clippy::disallowed_methods, reason = "the ages of keys are in a file, beside no database")]
    let rotated = signing::rotate(path, Utc::now())?;
    terminal::say(&format!(
        "The key {} signs access tokens now. {} earlier keys still verify, {} were removed.",
        rotated.signing, rotated.earlier, rotated.removed
    ));
    Ok(())
}

async fn rotate_encryption(settings: &Settings) -> Result<(), Failure> {
    let path = settings.encryption_keys_path();
    // Before the file is changed.
    connect(settings).await?.close().await;
    encryption::add(&path)?;
    terminal::say("A new key was added. Waiting until every process has read it.");
    wait_until_read(&path).await?;
    encryption::promote_newest(&path)?;
    wait_until_read(&path).await?;
    reseal(settings).await?;
    terminal::say(&format!(
        "The earlier keys in {} are needed only for backups that are older than this.",
        path.display()
    ));
    Ok(())
}

async fn reseal(settings: &Settings) -> Result<(), Failure> {
    let db = connect(settings).await?;
    let failed = |error: domain::Error| Failure::Database(error.to_string());
    let mut total = 0;
    loop {
        let resealed = domain::reseal(&db).await.map_err(failed)?;
        total += resealed;
        if resealed == 0 {
            break;
        }
    }
    db.close().await;
    terminal::say(&format!("{total} secrets were encrypted again."));
    Ok(())
}

async fn connect(settings: &Settings) -> Result<Db, Failure> {
    let url = required(settings.database.database_url.as_ref(), DATABASE_URL)?;
    let keys = KeyFiles::new(None, &settings.encryption_keys_path()).load()?;
    wiring::connect(url, settings, keys, SignUpPolicy::default()).await
}

/// Waits until the file's last change is so long ago that every process has read it.
async fn wait_until_read(path: &Path) -> Result<(), Failure> {
    let modified = std::fs::metadata(path).and_then(|metadata| metadata.modified());
    let age = modified.map_err(Failure::file(path))?.elapsed().unwrap_or(Duration::ZERO);
    sleep(PICK_UP_TIME.saturating_sub(age)).await;
    Ok(())
}
