//! Bodies of the caller's own account. Types with secrets do not implement `Debug`.

use domain::accounts;
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};
use uuid::Uuid;

use crate::examples::{LINK_TOKEN, ORGANIZATION, USER};
use crate::routes::accounts::{EMAIL, NAME, PASSWORD};
use crate::types::{Language, LanguageCode, RoleName, Scope};

/// The caller, the organization of the token, and the caller's memberships. `user_id`, `name`, `email` and `language` are
/// absent for an API key that acts for no member.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Me {
    user_id: Option<Uuid>,
    name: Option<String>,
    email: Option<String>,
    /// The language of e-mails to the person. Absent: English.
    language: Option<LanguageCode>,
    /// The organization of the access token.
    organization_id: Uuid,
    /// The caller's role there. An API key that acts for no member has the rights of an admin, within its scopes.
    role: RoleName,
    /// `false` in test mode.
    livemode: bool,
    /// The API key of the request, if any.
    api_key_id: Option<Uuid>,
    /// The scopes of the key or of its access token.
    scopes: Option<Vec<Scope>>,
    /// All organizations of the person. For an API key only its own.
    organizations: Vec<Membership>,
}

/// An organization of a person, and their role there.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Membership {
    id: Uuid,
    name: String,
    role: RoleName,
}

impl From<accounts::Me> for Me {
    fn from(me: accounts::Me) -> Self {
        let profile = me.profile.as_ref();
        Self {
            user_id: profile.map(|profile| profile.user_id.0),
            name: profile.map(|profile| profile.name.clone()),
            email: profile.map(|profile| profile.email.clone()),
            language: profile.and_then(|profile| profile.language).map(LanguageCode::from),
            organization_id: me.organization_id.0,
            role: me.role.into(),
            livemode: me.livemode,
            api_key_id: me.api_key.map(|(id, _)| id.0),
            scopes: me.api_key.map(|(_, scopes)| scopes.iter().map(Scope::from).collect()),
            organizations: me.organizations.into_iter().map(Membership::from).collect(),
        }
    }
}

impl From<accounts::Membership> for Membership {
    fn from(membership: accounts::Membership) -> Self {
        Self {
            id: membership.organization_id.0,
            name: membership.organization_name,
            role: membership.role.into(),
        }
    }
}

/// Changes of the caller's account. Absent fields stay unchanged.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct UpdateMeRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    /// The language of e-mails to the person.
    language: Option<Language>,
}

impl From<UpdateMeRequest> for accounts::AccountChange {
    fn from(body: UpdateMeRequest) -> Self {
        Self { name: body.name, language: body.language.map(Language::into) }
    }
}

/// The new address, and the password of the account.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ChangeEmailRequest {
    #[oai(validator(min_length = 3, max_length = 254))]
    pub email: String,
    #[oai(validator(min_length = 1, max_length = 256))]
    pub current_password: Password,
}

/// The token of the link that confirms an address.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ConfirmEmailRequest {
    /// The token of the link.
    #[oai(validator(min_length = 1, max_length = 512))]
    pub token: Password,
}

impl Example for Me {
    fn example() -> Self {
        let organizations = vec![Membership::example()];
        Self {
            user_id: Some(USER),
            name: Some(NAME.to_owned()),
            email: Some(EMAIL.to_owned()),
            language: Some(LanguageCode("en".into())),
            organization_id: ORGANIZATION,
            role: RoleName("owner".into()),
            livemode: true,
            api_key_id: None,
            scopes: None,
            organizations,
        }
    }
}

impl Example for Membership {
    fn example() -> Self {
        Self { id: ORGANIZATION, name: "Papaya Trading".to_owned(), role: RoleName("owner".into()) }
    }
}

impl Example for UpdateMeRequest {
    fn example() -> Self {
        Self { name: Some("Amina Haddad-Khoury".to_owned()), language: Some(Language::Arabic) }
    }
}

impl Example for ChangeEmailRequest {
    fn example() -> Self {
        let current_password = Password(PASSWORD.to_owned());
        Self { email: "amina.haddad@papaya.example".to_owned(), current_password }
    }
}

impl Example for ConfirmEmailRequest {
    fn example() -> Self {
        Self { token: Password(LINK_TOKEN.to_owned()) }
    }
}
