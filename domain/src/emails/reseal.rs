//! Seals the payloads of e-mails that wait with the present key.

use entity::id::EmailId;
use secrecy::ExposeSecret as _;
use uuid::Uuid;

use super::payload::place;
use crate::db::Db;
use crate::error::Result;
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
    let (mut resealed, mut after) = (0, EmailId(Uuid::nil()));
    loop {
        let listed = db.call(ListEmailPayloads { after, limit: BATCH }).await?;
        let Some(last) = listed.last() else { return Ok(resealed) };
        after = last.email_id;
        for SealedPayload { email_id, payload } in listed {
            if db.sealer().is_outdated(&payload)? {
                let value = db.sealer().open(place(email_id), &payload)?;
                let new = db.sealer().seal(place(email_id), value.expose_secret())?;
                let replace = ReplaceEmailPayload { email: email_id, old: payload, new };
                resealed += u64::from(db.call_one(replace).await?);
            }
        }
    }
}
