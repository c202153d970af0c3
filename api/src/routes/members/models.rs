//! Bodies of members. Types with secrets do not implement `Debug`.

use domain::{Paged, api_keys, members};
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{COLLEAGUE, PAGE_TOKEN, at};
use crate::types::{Role, RoleName, Timestamp};

/// A member of the organization.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Member {
    user_id: Uuid,
    name: String,
    email: String,
    /// The member's role.
    role: RoleName,
    /// When the member joined.
    created_at: Timestamp,
}

impl From<members::Member> for Member {
    fn from(member: members::Member) -> Self {
        Self {
            user_id: member.user_id.0,
            name: member.name,
            email: member.email,
            role: member.role.into(),
            created_at: member.created_at.into(),
        }
    }
}

/// A page of members.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct MemberPage {
    items: Vec<Member>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<members::Member>> for MemberPage {
    fn from(paged: Paged<members::Member>) -> Self {
        Self { items: paged.items.into_iter().map(Member::from).collect(), next_page: paged.next }
    }
}

/// The member to add.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct AddMemberRequest {
    #[oai(validator(min_length = 3, max_length = 254))]
    email: String,
    role: Role,
    /// Required when the e-mail has no account.
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    /// Required when the e-mail has no account. At least 12 characters.
    #[oai(validator(min_length = 12, max_length = 256))]
    password: Option<Password>,
}

impl From<AddMemberRequest> for members::NewMember {
    fn from(body: AddMemberRequest) -> Self {
        let password = body.password.map(|password| password.0.into());
        Self { email: body.email, role: body.role.into(), name: body.name, password }
    }
}

/// The member's new role.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct UpdateMemberRequest {
    pub role: Role,
}

/// The member who becomes an owner.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct TransferOwnershipRequest {
    pub user_id: Uuid,
}

/// What happens to active API keys when their creator leaves: `keep` lets them go on working, `revoke` revokes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum KeysOfCreator {
    Keep,
    Revoke,
}

impl From<KeysOfCreator> for api_keys::KeysOfCreator {
    fn from(choice: KeysOfCreator) -> Self {
        match choice {
            KeysOfCreator::Keep => Self::Keep,
            KeysOfCreator::Revoke => Self::Revoke,
        }
    }
}

impl Example for Member {
    fn example() -> Self {
        Self {
            user_id: COLLEAGUE,
            name: "Samir Khoury".to_owned(),
            email: "samir@papaya.example".to_owned(),
            role: RoleName("member".into()),
            created_at: at(0),
        }
    }
}

impl Example for MemberPage {
    fn example() -> Self {
        Self { items: vec![Member::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for AddMemberRequest {
    fn example() -> Self {
        Self {
            email: "samir@papaya.example".to_owned(),
            role: Role::Member,
            name: Some("Samir Khoury".to_owned()),
            password: Some(Password("lantern-gravel-mint-77".to_owned())),
        }
    }
}

impl Example for UpdateMemberRequest {
    fn example() -> Self {
        Self { role: Role::Admin }
    }
}

impl Example for TransferOwnershipRequest {
    fn example() -> Self {
        Self { user_id: COLLEAGUE }
    }
}
