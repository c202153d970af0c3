//! E-mails to people. The table `email` is a transactional outbox: what happens and the e-mail that tells it commit together,
//! and a worker sends it afterwards, at least once and always under the same id.
//!
//! This module stores *what* an e-mail tells ([`EmailKind`]); the worker writes the text (`worker/src/emails`).

mod claim;
mod kind;
mod payload;
mod recipient;
mod reseal;

use std::time::Duration;

use entity::id::{EmailId, OrganizationId};
use job_post::Language;
use sea_orm::ConnectionTrait;

pub use claim::{Claim, Outcome, claim, record};
pub(crate) use claim::{ClaimEmails, RecordEmail};
pub use kind::{EmailKind, LinkToken};
pub(crate) use recipient::FindRecipient;
pub use recipient::{Message, Text, message};
pub(crate) use reseal::{ListEmailPayloads, ReplaceEmailPayload, reseal};

use crate::db::Db;
use crate::error::Result;
use crate::queue;
use crate::stored_function::{call_in, stored_function};
use crate::tasks::Task;
use crate::tenant_tx::TenantTx;

/// How many e-mails of one kind a recipient gets within an hour from one organization, and from the recipient's own account.
const HOURLY: i32 = 10;
/// How many e-mails wait in one queue: of one kind, caused by one organization or by nobody who was signed in, to people with an
/// account or without. They wait for as long as the mail server is down, or is slower than those who cause them.
const PENDING: i32 = 5_000;

/// An e-mail to enqueue.
#[derive(Clone, Debug)]
pub struct Email {
    /// The recipient's address, checked.
    pub to: String,
    /// `None` takes the language of the recipient's account, or English without one.
    pub language: Option<Language>,
    pub kind: EmailKind,
}

stored_function! {
    pub(crate) struct EnqueueEmail = Plain volatile "enqueue_email" {
        email: EmailId,
        organization: Option<OrganizationId>,
        kind: &'static str,
        recipient: String,
        counted_by: String,
        payload: Vec<u8>,
        lifetime: Duration,
        hourly: i32,
        pending: i32,
        queue: &'static str,
        task: String,
    } -> bool
}

/// Enqueues an e-mail that tells about something in the transaction's organization. It is sent after the commit.
///
/// # Errors
/// When the database cannot be reached.
pub async fn enqueue(tx: &TenantTx, email: Email) -> Result<()> {
    enqueue_in(tx.db(), tx.raw(), Some(tx.organization_id()), email).await
}

/// Enqueues an e-mail in any transaction. `organization` is whose activity caused it. A recipient who got [`HOURLY`] of its kind
/// within an hour gets no further one, and [`PENDING`] wait at most: what it tells happens all the same.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn enqueue_in(
    db: &Db,
    transaction: &impl ConnectionTrait,
    organization: Option<OrganizationId>,
    email: Email,
) -> Result<()> {
    let recipient = email.to.clone();
    enqueue_counted_by(db, transaction, organization, recipient, email).await?;
    Ok(())
}

/// As [`enqueue_in`], but counts by something else than the recipient, such as the id of the person who causes the e-mail.
/// `Ok(false)`: there are too many, and this one is not sent.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn enqueue_counted_by(
    db: &Db,
    transaction: &impl ConnectionTrait,
    organization: Option<OrganizationId>,
    counted_by: String,
    email: Email,
) -> Result<bool> {
    let (id, task, kind) = (EmailId::new(), Task::SendEmails, email.kind.name());
    let call = EnqueueEmail {
        email: id,
        organization,
        kind,
        recipient: email.to.clone(),
        counted_by,
        lifetime: email.kind.lifetime(),
        payload: payload::seal(db.sealer(), id, &email)?,
        hourly: HOURLY,
        pending: PENDING,
        queue: task.queue(),
        task: queue::payload(task)?,
    };
    let is_enqueued = call_in(transaction, call).await?.pop().unwrap_or_default();
    if !is_enqueued {
        tracing::warn!(kind, "an e-mail too many of this hour, or of those that wait, is not sent");
    }
    Ok(is_enqueued)
}
