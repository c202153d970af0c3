//! Bodies of the sign-in of a browser.

use domain::accounts::browser;
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};
use uuid::Uuid;

use crate::examples::{LINK_TOKEN, ORGANIZATION, USER, at};
use crate::types::Timestamp;

/// A login of a browser. Its secret is in the cookie only.
#[derive(Object)]
#[oai(example)]
pub struct BrowserLogin {
    user_id: Uuid,
    organization_id: Uuid,
    /// When the person has to sign in again at the latest.
    expires_at: Timestamp,
}

impl From<browser::BrowserLogin> for BrowserLogin {
    fn from(login: browser::BrowserLogin) -> Self {
        Self {
            user_id: login.user_id.0,
            organization_id: login.organization_id.0,
            expires_at: login.expires_at.into(),
        }
    }
}

impl Example for BrowserLogin {
    fn example() -> Self {
        Self { user_id: USER, organization_id: ORGANIZATION, expires_at: at(14 * 24 * 60) }
    }
}

/// Another organization of the person.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct SwitchOrganizationRequest {
    pub organization_id: Uuid,
}

impl Example for SwitchOrganizationRequest {
    fn example() -> Self {
        Self { organization_id: ORGANIZATION }
    }
}

/// A sign-in link.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct OpenLinkRequest {
    /// The part of the link after `#sign-in=`.
    #[oai(validator(min_length = 1, max_length = 512))]
    pub token: Password,
}

impl Example for OpenLinkRequest {
    fn example() -> Self {
        Self { token: Password(LINK_TOKEN.to_owned()) }
    }
}
