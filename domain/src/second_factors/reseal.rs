//! Seals seeds again with the present key, as [`crate::reseal`] does with the values of organizations.

use entity::id::UserId;
use secrecy::ExposeSecret as _;
use uuid::Uuid;

use super::purpose;
use crate::db::Db;
use crate::error::Result;
use crate::stored_function::{returned_row, stored_function};

/// Seeds that are listed at once.
const BATCH: i32 = 500;

stored_function! {
    pub(crate) struct ListSeeds = CrossTenant stable "list_seeds" {
        after: UserId,
        limit: i32,
    } -> ListedSeed
}

returned_row! {
    pub(crate) struct ListedSeed {
        user_id: UserId,
        seed: Vec<u8>,
    }
}

stored_function! {
    pub(crate) struct ReplaceSeed = CrossTenant volatile "replace_seed" {
        user: UserId,
        old_seed: Vec<u8>,
        new_seed: Vec<u8>,
    } -> bool
}

/// Returns how many seeds another key than the present one had sealed.
///
/// # Errors
/// When the database cannot be reached, and when a seed's key is unknown.
pub(crate) async fn reseal(db: &Db) -> Result<u64> {
    let (mut resealed, mut after) = (0, UserId(Uuid::nil()));
    loop {
        let listed = db.call(ListSeeds { after, limit: BATCH }).await?;
        let Some(last) = listed.last() else { return Ok(resealed) };
        after = last.user_id;
        for ListedSeed { user_id: user, seed } in listed {
            if !db.sealer().is_outdated(&seed)? {
                continue;
            }
            let opened = db.sealer().open(purpose(user), &seed)?;
            let again = db.sealer().seal(purpose(user), opened.expose_secret())?;
            let call = ReplaceSeed { user, old_seed: seed, new_seed: again };
            resealed += u64::from(db.call_one(call).await?);
        }
    }
}
