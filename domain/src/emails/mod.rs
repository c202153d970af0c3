//! E-mails to people. The table `email` is a transactional outbox: what happens and the e-mail that tells it commit together,
//! and a worker sends it afterwards, at least once and always under the same id.
//!
//! This module stores *what* an e-mail tells ([`EmailKind`]); the worker writes the text (`worker/src/emails`).

mod claim;
mod kind;
mod payload;
mod recipient;

use std::time::Duration;

use entity::id::{EmailId, OrganizationId};
use job_post::Language;
use sea_orm::ConnectionTrait;

pub use claim::{Claim, Outcome, claim, record};
pub(crate) use claim::{ClaimEmails, RecordEmail};
pub use kind::{EmailKind, LinkToken};
pub(crate) use recipient::FindRecipient;
pub use recipient::{Message, Text, message};

use crate::db::Db;
use crate::error::Result;
use crate::queue;
use crate::stored_function::{call_in, stored_function};
use crate::tasks::Task;
use crate::tenant_tx::TenantTx;

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
        payload: Vec<u8>,
        lifetime: Duration,
        queue: &'static str,
        task: String,
    } -> ()
}

/// Enqueues an e-mail that tells about something in the transaction's organization. It is sent after the commit.
///
/// # Errors
/// When the database cannot be reached.
pub async fn enqueue(tx: &TenantTx, email: Email) -> Result<()> {
    enqueue_in(tx.db(), tx.raw(), Some(tx.organization_id()), email).await
}

/// Enqueues an e-mail in any transaction. `organization` is whose activity caused it.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn enqueue_in(
    db: &Db,
    transaction: &impl ConnectionTrait,
    organization: Option<OrganizationId>,
    email: Email,
) -> Result<()> {
    let (id, task) = (EmailId::new(), Task::SendEmails);
    let call = EnqueueEmail {
        email: id,
        organization,
        kind: email.kind.name(),
        lifetime: email.kind.lifetime(),
        payload: payload::seal(db.sealer(), id, &email)?,
        queue: task.queue(),
        task: queue::payload(task)?,
    };
    call_in(transaction, call).await?;
    Ok(())
}
