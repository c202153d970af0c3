//! Where e-mails go: to a mail server, or into a folder.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use super::Failure;

pub enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A text and an HTML file for each e-mail, for development.
    Folder(PathBuf),
}

/// Sends through the mail server.
pub async fn send(server: &AsyncSmtpTransport<Tokio1Executor>, message: Message) -> Result<(), Failure> {
    server.send(message).await.map(drop).map_err(|error| failure_of(&error))
}

/// In our words: a code of the mail server, or how the connection failed.
fn failure_of(error: &SmtpError) -> Failure {
    match error.status() {
        Some(code) if error.is_permanent() => Failure::refused(format!("refused with {code}")),
        Some(code) => Failure::temporary(format!("deferred with {code}")),
        None if error.is_timeout() => Failure::temporary("timeout"),
        None if error.is_tls() => Failure::temporary("no TLS connection"),
        None if error.is_client() => Failure::temporary("the mail server lacks a feature"),
        None => Failure::temporary("no connection"),
    }
}

/// Writes the files `<name>.txt` and `<name>.html`; a repetition replaces them. Only the owner may read them. Returns the
/// path of the text.
pub fn write_files(folder: &Path, name: &str, [text, html]: [&str; 2]) -> std::io::Result<PathBuf> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    write_file(&folder.join(format!("{name}.html")), html)?;
    let path = folder.join(format!("{name}.txt"));
    write_file(&path, text)?;
    Ok(path)
}

/// Renames a complete file into place, so that nobody reads half of one.
fn write_file(path: &Path, text: &str) -> std::io::Result<()> {
    let temporary = path.with_extension("part");
    let _ = fs::remove_file(&temporary);
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
    file.write_all(text.as_bytes())?;
    fs::rename(temporary, path)
}
