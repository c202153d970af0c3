//! Why the program ends, as a message for the person who started it.

use std::{io, net::SocketAddr, path::PathBuf};

use crate::postgres::StartError;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0} is not set. {1}")]
    Missing(&'static str, &'static str),
    #[error(
        "Another program listens on {address}. Use another address:\n\n    cargo run -- --listen {free}\n\n\
         or set POSTWRIGHT_LISTEN={free}."
    )]
    Taken { address: SocketAddr, free: SocketAddr },
    #[error("Cannot listen on {address}: {source}")]
    Listen { address: SocketAddr, source: io::Error },
    #[error("POSTWRIGHT_LOG: {0}")]
    LogFilter(String),
    #[error(transparent)]
    Postgres(#[from] StartError),
    #[error("PostgreSQL stopped unexpectedly; see postgres.log in the data directory.")]
    PostgresEnded,
    #[error("The database cannot be migrated: {0}")]
    Migration(String),
    #[error("The database cannot be used: {0}")]
    Database(String),
    #[error("Nothing was changed: {0}")]
    Admin(String),
    #[error("The signing keys in {path} cannot be used: {reason}")]
    SigningKeys { path: PathBuf, reason: String },
    #[error("The encryption keys in {path} cannot be used: {reason}")]
    EncryptionKeys { path: PathBuf, reason: String },
    #[error("E-mails cannot be sent: {0}")]
    Email(String),
    #[error("{variable} cannot be used: {reason}.")]
    Model { variable: &'static str, reason: String },
    #[error("The model cannot be used; the lines above say why.")]
    Doctor,
    #[error("The client for webhooks and publications cannot be built: {0}")]
    Outbound(String),
    #[error("{0}")]
    Webhook(String),
    #[error("{path}: {reason}")]
    Conversations { path: PathBuf, reason: String },
    #[error("The score misses its thresholds: {0}")]
    Threshold(String),
    #[error("The demo organization cannot be set up: {0}")]
    Demo(String),
    #[error(transparent)]
    Chat(#[from] chat::Failure),
    #[error("{part} stopped unexpectedly: {reason}")]
    PartEnded { part: &'static str, reason: String },
    #[error("{path}: {source}")]
    File { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Failure {
    /// For `map_err` on file operations: adds the path.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
