//! Seals the payloads of e-mails that wait with the present key.

use entity::id::EmailId;

use super::payload::place;
use crate::db::Db;
use crate::error::Result;
use crate::sealing::reseal_rows;
use crate::stored_function::{returned_row, stored_function};

/// E-mails that are read at once.
const BATCH: i32 = 100;

stored_function! {
    pub(crate) struct ListEmailPayloads = CrossTenant stable "list_email_payloads" {
        after: EmailId,
        limit: i32,
    } -> SealedPayload
}

returned_row! {
    pub(crate) struct SealedPayload {
        email_id: EmailId,
        payload: Vec<u8>,
    }
}

stored_function! {
    pub(crate) struct ReplaceEmailPayload = CrossTenant volatile "replace_email_payload" {
        email: EmailId,
        old: Vec<u8>,
        new: Vec<u8>,
    } -> bool
}

/// Seals the payloads again that another key than the present one has sealed; returns how many.
///
/// # Errors
/// When the database cannot be reached, and when a payload's key is unknown.
pub(crate) async fn reseal(db: &Db) -> Result<u64> {
    let list = async |after| {
        let listed = db.call(ListEmailPayloads { after: EmailId(after), limit: BATCH }).await?;
        Ok(listed.into_iter().map(|row| (row.email_id.0, row.payload)).collect())
    };
    let replace =
        async |email, old, new| db.call_one(ReplaceEmailPayload { email: EmailId(email), old, new }).await;
    reseal_rows(db, |email| place(EmailId(email)), list, replace).await
}
