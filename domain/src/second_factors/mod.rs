//! The second factor of a person: the codes of an authenticator app, and recovery codes for the day that the app is lost.

mod enrolment;
mod recovery_codes;
mod requirement;
mod reseal;
mod totp;
mod verify;

use chrono::{DateTime, Utc};
use entity::id::UserId;
use secrecy::ExposeSecret as _;

pub(crate) use enrolment::{
    ConfirmSecondFactor, RemoveSecondFactor, ReplaceRecoveryCodes, StoreSecondFactor,
};
pub use enrolment::{Enrolment, confirm, enrol, remove, renew_recovery_codes};
pub(crate) use requirement::{ApplySecondFactorRule, apply_rule, apply_rule_to_members, check_may_require};
pub(crate) use reseal::{ListSeeds, ReplaceSeed, reseal};
pub(crate) use verify::{AcceptTimeStep, BeginCodeAttempt, UseRecoveryCode, verify};

use self::totp::Seed;
use crate::db::Db;
use crate::error::Result;
use crate::sealing::Purpose;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct FindSecondFactor = CrossTenant stable "find_second_factor" {
        user: UserId,
    } -> StoredSecondFactor
}

returned_row! {
    pub(crate) struct StoredSecondFactor {
        /// Sealed.
        seed: Vec<u8>,
        confirmed_at: Option<DateTime<Utc>>,
        recovery_codes: i32,
        real_time: DateTime<Utc>,
    }
}

/// A second factor, as its owner sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// When the first code showed that the app works; `None` while sign-in asks for no code.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// How many recovery codes are left.
    pub recovery_codes: i32,
}

/// The second factor of the transaction's person.
///
/// # Errors
/// When the database cannot be reached.
pub async fn own(tx: &TenantTx) -> Result<SecondFactor> {
    let stored = find(tx).await?;
    Ok(SecondFactor {
        confirmed_at: stored.as_ref().and_then(|factor| factor.confirmed_at),
        recovery_codes: stored.map_or(0, |factor| factor.recovery_codes),
    })
}

async fn find(tx: &TenantTx) -> Result<Option<StoredSecondFactor>> {
    Ok(call_in(tx.raw(), FindSecondFactor { user: tx.person()?.user }).await?.pop())
}

fn open_seed(db: &Db, user: UserId, sealed: &[u8]) -> Result<Seed> {
    Seed::stored(db.sealer().open(purpose(user), sealed)?.expose_secret())
}

fn purpose(user: UserId) -> Purpose {
    Purpose::of_row("second_factor.seed", user.0)
}
