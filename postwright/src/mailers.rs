//! Chooses where e-mails go, and says what does not work without.

use std::path::PathBuf;

use secrecy::ExposeSecret;
use worker::Mailer;

use crate::{cli::Settings, failure::Failure};

/// The sender of e-mails that are only written to a folder.
const FOLDER_SENDER: &str = "Postwright <no-reply@postwright.example>";

/// The mailer of `worker`: a mail server or a folder. Without either, e-mails wait, and a warning says what that means.
///
/// # Errors
/// [`Failure::Missing`] for a setting that a mail server needs, [`Failure::Email`] for one that cannot be used.
pub fn configured(settings: &Settings) -> Result<Option<Mailer>, Failure> {
    let email = &settings.email;
    if email.smtp_url.is_none() && email.email_folder.is_none() {
        tracing::warn!(
            "POSTWRIGHT_SMTP_URL is not set: no e-mail is sent. Sign-ups, invitations, password resets and changes of an \
             e-mail address cannot be completed, and nobody gets e-mails about changes of their account"
        );
        return Ok(None);
    }
    let public_url = settings.server.public_url.clone().ok_or(PUBLIC_URL)?;
    open(settings, email.email_folder.clone(), public_url).map(Some)
}

/// The mailer of the all-in-one start: as [`configured`], but into the data directory unless the settings say otherwise.
///
/// # Errors
/// As [`configured`].
pub fn all_in_one(settings: &Settings, base_url: &str) -> Result<Mailer, Failure> {
    let public_url = settings.server.public_url.clone().unwrap_or_else(|| base_url.to_owned());
    open(settings, folder(settings), public_url)
}

/// The folder of the all-in-one start; none with a mail server.
pub fn folder(settings: &Settings) -> Option<PathBuf> {
    let email = &settings.email;
    let default = || email.smtp_url.is_none().then(|| settings.server.data_dir.join("emails"));
    email.email_folder.clone().or_else(default)
}

fn open(settings: &Settings, folder: Option<PathBuf>, public_url: String) -> Result<Mailer, Failure> {
    let from = settings.email.email_from.as_deref();
    let mailer = match (folder, &settings.email.smtp_url) {
        (None, Some(server)) => {
            let server = server.expose_secret();
            if !is_encrypted(server) {
                tracing::warn!(
                    "the connection to the mail server is not encrypted; use smtps:// or ?tls=required"
                );
            }
            Mailer::smtp(server, from.ok_or(EMAIL_FROM)?, public_url)
        }
        (folder, _) => Mailer::folder(folder.unwrap_or_default(), from.unwrap_or(FOLDER_SENDER), public_url),
    };
    mailer.map_err(|error| Failure::Email(error.to_string()))
}

fn is_encrypted(server: &str) -> bool {
    server.starts_with("smtps://") || server.contains("tls=required")
}

const PUBLIC_URL: Failure = Failure::Missing(
    "POSTWRIGHT_PUBLIC_URL",
    "Set it to the address at which people reach the API: the links in e-mails lead there.",
);
const EMAIL_FROM: Failure = Failure::Missing(
    "POSTWRIGHT_EMAIL_FROM",
    "Set it to the sender of e-mails, such as Postwright <no-reply@example.com>.",
);

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::Cli;

    fn settings(options: &[&str]) -> Settings {
        Cli::parse_from(["postwright"].iter().chain(options)).settings
    }

    const SERVER: &str = "--smtp-url=smtps://user:canary@mail.example";
    const PUBLIC: &str = "--public-url=https://api.example.com";
    const FROM: &str = "--email-from=Postwright <no-reply@example.com>";

    #[test]
    fn a_mail_server_needs_a_sender_and_the_public_url() {
        let missing = |options: &[&str]| match configured(&settings(options)) {
            Err(Failure::Missing(name, _)) => name,
            other => panic!("{:?}", other.map(|mailer| mailer.is_some())),
        };
        assert_eq!(missing(&[SERVER, FROM]), "POSTWRIGHT_PUBLIC_URL");
        assert_eq!(missing(&[SERVER, PUBLIC]), "POSTWRIGHT_EMAIL_FROM");
        assert!(configured(&settings(&[])).is_ok_and(|mailer| mailer.is_none()));
    }

    #[tokio::test]
    async fn a_malformed_url_is_refused_without_quoting_it() {
        assert!(configured(&settings(&[SERVER, FROM, PUBLIC])).is_ok_and(|mailer| mailer.is_some()));
        let refused = configured(&settings(&["--smtp-url=http://user:canary@mail.example", FROM, PUBLIC]));
        let text = refused.err().map(|failure| failure.to_string()).unwrap();
        assert!(text.contains("smtps://user:password@host") && !text.contains("canary"), "{text}");
    }

    #[test]
    fn the_all_in_one_start_writes_to_its_data_directory_unless_there_is_a_mail_server() {
        assert_eq!(folder(&settings(&["--data-dir=/d"])), Some("/d/emails".into()));
        assert_eq!(folder(&settings(&["--data-dir=/d", SERVER])), None);
        assert_eq!(folder(&settings(&["--email-folder=/e", SERVER])), Some("/e".into()));
    }
}
