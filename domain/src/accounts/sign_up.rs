//! Sign-up: creates a user and an organization that they own.

use chrono::TimeDelta;
use entity::id::{OrganizationId, UserId};
use secrecy::SecretString;

use super::tokens::{Tokens, begin_login};
use crate::auth::{ACCESS_TOKEN_SECONDS, check_password};
use crate::cross_tenant;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant::{Role, Tenant};

/// The data of a sign-up.
#[derive(Debug)]
pub struct SignUp {
    pub organization_name: String,
    pub name: String,
    pub email: String,
    pub password: SecretString,
}

/// Creates a user and an organization that they own, and begins a login.
///
/// # Errors
/// [`Error::Invalid`] for invalid input; [`Error::Conflict`] `email_taken` when the e-mail address has an account.
pub async fn sign_up(db: &Db, new: SignUp) -> Result<Tokens> {
    let email = check_email(&new.email)?;
    let name = check_name("/name", &new.name)?;
    let organization_name = check_name("/organization_name", &new.organization_name)?;
    check_password(&new.password, &[&email, &name, &organization_name])?;
    let password_hash = db.passwords().hash(new.password).await?;
    let (user, organization) = (UserId::new(), OrganizationId::new());
    let new = cross_tenant::SignUp { user, email, name, password_hash, organization, organization_name };
    let tx = db.begin(Tenant::system(organization, true).on_behalf_of(user)).await?;
    if !cross_tenant::sign_up(&tx, new).await? {
        return Err(Error::conflict("email_taken", "This e-mail has an account already. Sign in instead."));
    }
    let tokens = begin_login(&tx, user, Role::Owner, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// Trims an e-mail address and checks its form.
///
/// # Errors
/// [`Error::Invalid`] for `/email`.
pub(crate) fn check_email(email: &str) -> Result<String> {
    let email = email.trim();
    let is_plausible = email.len() <= 254
        && !email.contains(|c: char| c.is_whitespace() || c.is_control())
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && !domain.contains('@') && domain.split('.').all(|label| !label.is_empty())
        });
    if is_plausible { Ok(email.to_owned()) } else { Err(Error::invalid("/email", "Not an e-mail address.")) }
}

/// Trims a name and checks it: 1 to 200 characters, no control characters.
///
/// # Errors
/// [`Error::Invalid`] for `pointer`.
pub(crate) fn check_name(pointer: &'static str, name: &str) -> Result<String> {
    let name = name.trim();
    let is_valid = (1..=200).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if is_valid { Ok(name.to_owned()) } else { Err(Error::invalid(pointer, "Use 1 to 200 characters.")) }
}
