//! Bodies of logins.

use domain::{Paged, accounts::logins};
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{LOGIN, ORGANIZATION, PAGE_TOKEN, at};
use crate::types::Timestamp;

/// A login: one sign-in of a person to one organization.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Login {
    id: Uuid,
    organization_id: Uuid,
    organization_name: String,
    /// When the person signed in.
    created_at: Timestamp,
    /// The sign-in, or the latest refresh of the tokens.
    last_used_at: Timestamp,
    /// The header `User-Agent` of the sign-in.
    user_agent: Option<String>,
    /// The IP address of the sign-in.
    address: Option<String>,
    /// Whether it is the login of this request.
    current: bool,
}

impl From<logins::Login> for Login {
    fn from(login: logins::Login) -> Self {
        Self {
            id: login.id.0,
            organization_id: login.organization_id.0,
            organization_name: login.organization_name,
            created_at: login.created_at.into(),
            last_used_at: login.last_used_at.into(),
            user_agent: login.user_agent,
            address: login.address,
            current: login.is_current,
        }
    }
}

/// A page of logins.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct LoginPage {
    items: Vec<Login>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<logins::Login>> for LoginPage {
    fn from(paged: Paged<logins::Login>) -> Self {
        Self { items: paged.items.into_iter().map(Login::from).collect(), next_page: paged.next }
    }
}

impl Example for Login {
    fn example() -> Self {
        Self {
            id: LOGIN,
            organization_id: ORGANIZATION,
            organization_name: "Papaya Trading".to_owned(),
            created_at: at(0),
            last_used_at: at(45),
            user_agent: Some("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0".to_owned()),
            address: Some("203.0.113.7".to_owned()),
            current: true,
        }
    }
}

impl Example for LoginPage {
    fn example() -> Self {
        Self { items: vec![Login::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
