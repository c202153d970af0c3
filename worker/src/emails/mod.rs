//! Sends e-mails: the task claims what is due, writes each in the recipient's language and sends it.

mod backoff;
mod content;
mod html;
mod mailer;
mod phrases;
mod plain;
#[cfg(test)]
mod samples;
mod transport;

use domain::emails::{self, Claim, Message, Outcome};
use futures_util::future::join_all;
use tokio::time::{Instant, timeout};

pub use self::mailer::{Mailer, MailerError};

use crate::Context;
use crate::deliveries::retry_until;

/// E-mails that one task sends at once.
const AT_ONCE: usize = 8;

/// Sends the e-mails that are due. Without a mailer they wait.
pub async fn send_due(context: &Context) {
    let Some(mailer) = &context.mailer else { return };
    loop {
        let lease = context.settings.email_lease();
        let lease_until = Instant::now() + lease;
        let claims = emails::claim(&context.db, AT_ONCE, lease).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "could not claim e-mails; trying again shortly");
            Vec::new()
        });
        join_all(claims.iter().map(|claim| send(context, mailer, claim, lease_until))).await;
        if claims.len() < AT_ONCE {
            return;
        }
    }
}

async fn send(context: &Context, mailer: &Mailer, claim: &Claim, lease_until: Instant) {
    let outcome = match claim.is_expired {
        true => Outcome::Failed { error: "expired".to_owned() },
        false => match timeout(context.settings.email_timeout, attempt(context, mailer, claim)).await {
            Ok(Ok(())) => Outcome::Sent,
            Ok(Err(failure)) => failure.outcome(claim.attempts),
            Err(_) => Failure::temporary("timeout").outcome(claim.attempts),
        },
    };
    let (id, kind) = (claim.id, &claim.kind);
    match &outcome {
        Outcome::Sent => tracing::info!(email = %id, kind, "e-mail sent"),
        Outcome::Retry { error, after } => {
            tracing::warn!(email = %id, kind, error, retry_after = ?after, "an e-mail could not be sent; trying again");
        }
        Outcome::Failed { error } => tracing::error!(email = %id, kind, error, "an e-mail was given up"),
    }
    // The mail server has it already: losing the result would send it a second time.
    match retry_until(lease_until, || emails::record(&context.db, claim, &outcome)).await {
        Some(Ok(true)) => {}
        Some(Ok(false)) => tracing::warn!(email = %id, "another worker has claimed this e-mail meanwhile"),
        Some(Err(error)) => tracing::warn!(email = %id, %error, "could not record the result of an e-mail"),
        None => tracing::warn!(email = %id, "could not record the result of an e-mail within its lease"),
    }
}

async fn attempt(context: &Context, mailer: &Mailer, claim: &Claim) -> Result<(), Failure> {
    let unreadable = |error: domain::Error| {
        tracing::warn!(email = %claim.id, %error, "an e-mail could not be read");
        Failure::temporary("unreadable")
    };
    let email = claim.email(&context.db).map_err(unreadable)?;
    match emails::message(&context.db, email).await.map_err(unreadable)? {
        Message::Nothing => Ok(()),
        Message::Write { to, language, text } => mailer.send(claim.id, &to, language, &text).await,
    }
}

/// Why an attempt failed, in our own words: the mail server's could quote the recipient.
#[derive(Debug)]
pub struct Failure {
    reason: String,
    /// The mail server refuses this e-mail. It may be configured wrongly, so this is tried again too, but less often.
    is_refused: bool,
}

impl Failure {
    fn temporary(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), is_refused: false }
    }

    fn refused(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), is_refused: true }
    }

    fn outcome(self, attempts: i32) -> Outcome {
        match backoff::next(attempts, self.is_refused) {
            Some(after) => Outcome::Retry { error: self.reason, after },
            None => Outcome::Failed { error: self.reason },
        }
    }
}
