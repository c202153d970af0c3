//! Seals seeds again with the present key, as [`crate::reseal`] does with the values of organizations.

use entity::id::UserId;

use super::purpose;
use crate::db::Db;
use crate::error::Result;
use crate::sealing::reseal_rows;
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
    let list = async |after| {
        let listed = db.call(ListSeeds { after: UserId(after), limit: BATCH }).await?;
        Ok(listed.into_iter().map(|row| (row.user_id.0, row.seed)).collect())
    };
    let replace = async |user, old_seed, new_seed| {
        db.call_one(ReplaceSeed { user: UserId(user), old_seed, new_seed }).await
    };
    reseal_rows(db, |user| purpose(UserId(user)), list, replace).await
}
