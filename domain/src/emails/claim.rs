//! Claims of due e-mails and the results of sending them.

use std::time::Duration;

use entity::id::EmailId;

use super::{Email, payload};
use crate::db::Db;
use crate::error::Result;
use crate::stored_function::{returned_row, stored_function};

stored_function! {
    pub(crate) struct ClaimEmails = CrossTenant volatile "claim_emails" {
        limit: i32,
        lease: Duration,
    } -> ClaimedEmail
}

returned_row! {
    pub(crate) struct ClaimedEmail {
        email_id: EmailId,
        kind: String,
        payload: Vec<u8>,
        epoch: i32,
        attempts: i32,
        is_expired: bool,
    }
}

stored_function! {
    pub(crate) struct RecordEmail = CrossTenant volatile "record_email" {
        email: EmailId,
        epoch: i32,
        error: Option<String>,
        retry_after: Option<f64>,
    } -> bool
}

/// The right to send one e-mail, until the lease ends and another claim raises the epoch.
#[derive(Debug)]
pub struct Claim {
    pub id: EmailId,
    /// The name of the e-mail's kind.
    pub kind: String,
    /// How often it was claimed, this time included.
    pub attempts: i32,
    /// It is of no use any more, for example because its link has expired.
    pub is_expired: bool,
    epoch: i32,
    sealed: Vec<u8>,
}

/// The result of an attempt to send an e-mail. The reason of a failure is stored, so it must not quote the mail server.
#[derive(Debug)]
pub enum Outcome {
    Sent,
    Retry { error: String, after: Duration },
    Failed { error: String },
}

/// Claims up to `most` due e-mails, the oldest of each queue first.
///
/// # Errors
/// When the database cannot be reached.
pub async fn claim(db: &Db, most: usize, lease: Duration) -> Result<Vec<Claim>> {
    let limit = i32::try_from(most).unwrap_or(i32::MAX);
    let rows = db.call(ClaimEmails { limit, lease }).await?;
    let claims = rows.into_iter().map(|row| Claim {
        id: row.email_id,
        kind: row.kind,
        attempts: row.attempts,
        is_expired: row.is_expired,
        epoch: row.epoch,
        sealed: row.payload,
    });
    Ok(claims.collect())
}

impl Claim {
    /// The e-mail to send.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when its payload cannot be opened.
    pub fn email(&self, db: &Db) -> Result<Email> {
        payload::open(db.sealer(), self.id, &self.sealed)
    }
}

/// Records the result; `Ok(false)` when a later claim has the e-mail. A repeated call changes nothing.
///
/// # Errors
/// When the database cannot be reached; the e-mail is then sent again after its lease.
pub async fn record(db: &Db, claim: &Claim, outcome: &Outcome) -> Result<bool> {
    let (error, retry_after) = match outcome {
        Outcome::Sent => (None, None),
        Outcome::Retry { error, after } => (Some(error.clone()), Some(after.as_secs_f64())),
        Outcome::Failed { error } => (Some(error.clone()), None),
    };
    db.call_one(RecordEmail { email: claim.id, epoch: claim.epoch, error, retry_after }).await
}
