//! Writes e-mails and hands them to their transport.

use std::path::PathBuf;
use std::time::Duration;

use domain::emails::Text;
use entity::id::EmailId;
use job_post::Language;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, Message, Tokio1Executor};

use super::content::Content;
use super::transport::{Transport, send, write_files};
use super::{Failure, html, plain};

/// Timeout of each command to the mail server.
const COMMAND: Duration = Duration::from_secs(20);

/// Writes e-mails and sends them.
pub struct Mailer {
    transport: Transport,
    from: Mailbox,
    /// The API's address, to which links lead.
    public_url: String,
}

/// Why e-mails cannot be sent with these settings. Does not quote the URL, which has a password.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    #[error(
        "the mail server's URL cannot be used: it is to be as smtps://user:password@host or smtp://host?tls=required"
    )]
    Server,
    #[error("{0} is not the address of a sender, such as Postwright <no-reply@example.com>")]
    Sender(String),
}

impl Mailer {
    /// Sends through a mail server.
    ///
    /// # Errors
    /// When the URL or the sender is malformed. Connects only when there is something to send.
    pub fn smtp(server: &str, from: &str, public_url: String) -> Result<Self, MailerError> {
        let server =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(server).map_err(|_| MailerError::Server)?;
        let transport = Transport::Smtp(server.timeout(Some(COMMAND)).build());
        let from = from.parse().map_err(|_| MailerError::Sender(from.to_owned()))?;
        Ok(Self { transport, from, public_url })
    }

    /// Writes files into a folder and the links to the log, for development.
    ///
    /// # Errors
    /// When the sender is malformed.
    pub fn folder(folder: PathBuf, from: &str, public_url: String) -> Result<Self, MailerError> {
        let from = from.parse().map_err(|_| MailerError::Sender(from.to_owned()))?;
        Ok(Self { transport: Transport::Folder(folder), from, public_url })
    }

    pub(super) async fn send(
        &self,
        id: EmailId,
        to: &str,
        language: Language,
        text: &Text,
    ) -> Result<(), Failure> {
        let content = Content::new(text, language, &self.public_url);
        let (plain, html) = (plain::write(&content), html::write(&content));
        match &self.transport {
            Transport::Smtp(server) => send(server, self.message(id, to, &content, plain, html)?).await,
            Transport::Folder(folder) => {
                let head = format!("From: {}\nTo: {to}\nSubject: {}\n\n", self.from, content.subject);
                let written = write_files(folder, &id.to_string(), [&(head + &plain), &html]);
                let file = written.map_err(|error| Failure::temporary(error.kind().to_string()))?;
                let link = content.link.map(|link| link.url).unwrap_or_default();
                tracing::info!(file = %file.display(), link, "e-mail written: {}", content.subject);
                Ok(())
            }
        }
    }

    fn message(
        &self,
        id: EmailId,
        to: &str,
        content: &Content,
        plain: String,
        html: String,
    ) -> Result<Message, Failure> {
        let to = to.parse().map_err(|_| Failure::refused("malformed address"))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&content.subject)
            .date_now()
            // The same at every attempt: mail programs show a repetition once.
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .header(AutoSubmitted);
        message
            .multipart(MultiPart::alternative_plain_html(plain, html))
            .map_err(|_| Failure::refused("malformed message"))
    }
}

/// Asks mail programs not to answer by themselves (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
