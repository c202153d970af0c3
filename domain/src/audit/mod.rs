//! The audit log: who did what in an organization.
//!
//! A trigger on each configuration table writes an entry in the transaction of the change
//! (`migration/src/functions/record_change.sql`). This module appends the events that change no such table.

mod accounts;
mod list;
mod origin;
mod record;
mod refusal_queue;
mod refusals;

pub(crate) use accounts::{RecordAccountEvent, record_of_account};
pub use entity::audit_entry::ActorKind;
pub use list::{Entry, Filter, find, list, record_export};
pub use origin::RequestOrigin;
pub(crate) use origin::{context, context_of_request, set_context};
pub(crate) use record::{AppendAuditEntry, Event, record};
pub(crate) use refusal_queue::RefusalQueue;
pub(crate) use refusals::{SignInRefusal, key_refused, reset_requested, sign_in_refused};
pub use refusals::{refused, wait_for_refusals};
