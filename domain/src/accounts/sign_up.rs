//! Sign-up: creates a user and an organization that they own.

use chrono::TimeDelta;
use entity::id::{OrganizationId, UserId};
use secrecy::SecretString;

use super::email_address::EmailAddress;
use super::names::check_name;
use super::tokens::{Tokens, begin_login};
use crate::auth::ACCESS_TOKEN_SECONDS;
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
    let email = EmailAddress::parse(&new.email)?.to_string();
    let name = check_name("/name", &new.name)?;
    let organization_name = check_name("/organization_name", &new.organization_name)?;
    if cross_tenant::find_account(db, &email).await?.is_some() {
        return Err(email_taken());
    }
    let known_words = [&*email, &name, &organization_name];
    let password_hash = db.passwords().new_hash(new.password, &known_words, None).await?;
    let (user, organization) = (UserId::new(), OrganizationId::new());
    let new = cross_tenant::SignUp { user, email, name, password_hash, organization, organization_name };
    if !cross_tenant::sign_up(db, new).await? {
        return Err(email_taken());
    }
    let tx = db.begin(Tenant::system(organization, true)).await?;
    let tokens = begin_login(&tx, user, Role::Owner, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await?;
    tx.commit().await?;
    Ok(tokens)
}

fn email_taken() -> Error {
    Error::conflict("email_taken", "This e-mail has an account already. Sign in instead.")
}
