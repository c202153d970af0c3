//! Single sign-on: members of an organization sign in at its identity provider, with OpenID Connect.
//!
//! The crate `openid` talks to the provider, with no transaction open; this module decides before and after. A sign-in begins
//! with [`begin()`], which stores a row of `pending_sign_in`; [`take`] uses it up; [`sign_in`] finds or makes the member.

mod begin;
mod domains;
mod enforcement;
mod members;
mod providers;
mod reach;
mod sign_in;
mod take;

use entity::id::OrganizationId;

pub use begin::{Begun, begin};
pub(crate) use domains::{ClaimEmailDomain, FindEmailDomain, ReleaseEmailDomain};
pub use domains::{EmailDomain, Recipient, add_domain, domains, remove_domain, verify_domain};
pub(crate) use enforcement::{RequiresSingleSignOn, require_password_allowed, require_password_allowed_for};
pub(crate) use members::{forget_removal, note_removal};
pub use providers::{IdentityProvider, NewIdentityProvider, provider, put_provider, remove_provider};
pub(crate) use reach::{has_whole_reach, password_sign_in_required, require_whole_reach};
pub use sign_in::{Identity, refused, sign_in, sign_in_browser};
pub use take::{Response, Taken, take};

use crate::db::Db;
use crate::error::{Error, Result};

/// Whom a sign-in concerns, as its request says.
#[derive(Clone, Debug)]
pub enum Target {
    /// The organization that has verified the domain of this e-mail address.
    Email(String),
    Organization(OrganizationId),
}

/// For a target without single sign-on. An unknown organization, a domain that nobody has verified and an organization without a
/// provider look alike.
fn no_single_sign_on() -> Error {
    Error::Missing {
        code: "no_single_sign_on",
        detail: "There is no single sign-on for this address or organization. Sign in with your password, or ask an admin of \
                 your organization.",
    }
}

/// The organization of a target.
async fn organization_of(db: &Db, target: &Target) -> Result<OrganizationId> {
    match target {
        Target::Organization(organization) => Ok(*organization),
        Target::Email(email) => {
            let email = crate::accounts::EmailAddress::parse(email)?;
            let found = db.call(FindEmailDomain { domain: email.domain().to_owned() }).await?.pop();
            Ok(found.ok_or_else(no_single_sign_on)?.organization_id)
        }
    }
}
