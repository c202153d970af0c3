//! Links that sign a browser in once. The operator's machine shows them; nothing sends them.

use std::time::Duration;

use entity::id::LoginId;
use secrecy::SecretString;

use super::account_tokens::{self, InsertAccountToken, UseAccountToken};
use super::browser::{self, BrowserLogin};
use super::device::Device;
use super::sign_in::choose;
use super::tokens::{Admitted, Authentication};
use super::{EmailAddress, link_ended};
use crate::auth::RandomSecret;
use crate::cross_tenant::{self, FindAccount};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::second_factors;
use crate::single_sign_on::require_password_allowed;
use crate::stored_function::call_in;
use crate::tenant::Tenant;

const PURPOSE: &str = "sign_in";
const LIFETIME: Duration = Duration::from_secs(60 * 60);
/// Each start of a process may make one.
const MOST: i32 = 100;

/// A token that signs the account of this address in, once, within an hour. It is as good as the password.
///
/// # Errors
/// [`Error::Conflict`] `too_many_links`.
pub async fn issue(db: &Db, email: &str) -> Result<SecretString> {
    let token = RandomSecret::without_organization()?;
    let call = InsertAccountToken {
        token_hash: token.hash(),
        purpose: PURPOSE,
        email: EmailAddress::parse(email)?.to_string(),
        user: None,
        lifetime: LIFETIME,
        most: MOST,
        within: LIFETIME,
    };
    match db.call_one(call).await? {
        true => Ok(token.into_secret()),
        false => Err(Error::conflict("too_many_links", "Too many links were made within an hour.")),
    }
}

/// Begins a login of a browser in the person's oldest organization.
///
/// # Errors
/// [`link_ended`]; [`crate::Unauthenticated::SecondFactorRequired`] when the account has a second factor, which no link replaces;
/// [`crate::Error::Forbidden`] `single_sign_on_required`, `not_a_member` or `organization_suspended`.
pub async fn open(db: &Db, token: SecretString, device: &Device) -> Result<BrowserLogin> {
    let token = RandomSecret::received(token);
    let email = account_tokens::find(db, &token, PURPOSE).await?;
    let user = db.call(FindAccount { email }).await?.pop().ok_or_else(link_ended)?.user_id;
    second_factors::verify(db, user, None).await?;
    let membership = choose(cross_tenant::memberships(db, user).await?, None)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true).on_behalf_of(user)).await?;
    require_password_allowed(&tx, user).await?;
    let used = call_in(tx.raw(), UseAccountToken { token_hash: token.hash(), purpose: PURPOSE }).await?;
    if used != [true] {
        return Err(link_ended());
    }
    let admitted = Admitted { user, role: membership.role, authentication: Authentication::by_password(&tx) };
    let begun = browser::begin(&tx, LoginId::new(), admitted.login(device)).await?;
    tx.commit().await?;
    Ok(begun)
}
