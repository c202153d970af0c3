//! Bodies of e-mail domains. Types with secrets do not implement `Debug`.

use domain::single_sign_on;
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{EMAIL_DOMAIN, LINK_TOKEN, at};
use crate::types::{DomainAdministrator, Timestamp, word};

/// An e-mail domain of the organization.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct EmailDomain {
    id: Uuid,
    /// In ASCII.
    domain: String,
    /// The part before the @ of the address that got the latest link.
    recipient: DomainAdministrator,
    /// When the latest link was sent.
    sent_at: Timestamp,
    /// When the latest link expires.
    expires_at: Timestamp,
    /// Absent: the domain has no effect yet.
    verified_at: Option<Timestamp>,
    created_at: Timestamp,
}

/// The e-mail domains of the organization.
#[derive(Debug, Object)]
#[oai(example)]
pub struct EmailDomainList {
    items: Vec<EmailDomain>,
}

/// The administrator of a domain: the part of the address before the @.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum DomainRecipient {
    Admin,
    Administrator,
    Hostmaster,
    Postmaster,
    Webmaster,
}

/// The domain to add.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct AddEmailDomainRequest {
    /// The part after the @ of the addresses. Its subdomains are other domains.
    #[oai(validator(min_length = 1, max_length = 253))]
    pub domain: String,
    /// Who gets the link: the part before the @ of the address.
    pub recipient: DomainRecipient,
}

/// The token of a domain's link.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct VerifyEmailDomainRequest {
    #[oai(validator(min_length = 1, max_length = 512))]
    pub token: Password,
}

impl From<DomainRecipient> for single_sign_on::Recipient {
    fn from(recipient: DomainRecipient) -> Self {
        match recipient {
            DomainRecipient::Admin => Self::Admin,
            DomainRecipient::Administrator => Self::Administrator,
            DomainRecipient::Hostmaster => Self::Hostmaster,
            DomainRecipient::Postmaster => Self::Postmaster,
            DomainRecipient::Webmaster => Self::Webmaster,
        }
    }
}

impl From<single_sign_on::EmailDomain> for EmailDomain {
    fn from(domain: single_sign_on::EmailDomain) -> Self {
        Self {
            id: domain.id.0,
            domain: domain.domain,
            recipient: DomainAdministrator(word(&domain.recipient)),
            sent_at: domain.sent_at.into(),
            expires_at: domain.expires_at.into(),
            verified_at: domain.verified_at.map(Timestamp),
            created_at: domain.created_at.into(),
        }
    }
}

impl From<Vec<single_sign_on::EmailDomain>> for EmailDomainList {
    fn from(domains: Vec<single_sign_on::EmailDomain>) -> Self {
        Self { items: domains.into_iter().map(EmailDomain::from).collect() }
    }
}

impl Example for EmailDomain {
    fn example() -> Self {
        Self {
            id: EMAIL_DOMAIN,
            domain: "papaya.example".to_owned(),
            recipient: DomainAdministrator("postmaster".into()),
            sent_at: at(0),
            expires_at: at(24 * 60),
            verified_at: Some(at(5)),
            created_at: at(0),
        }
    }
}

impl Example for EmailDomainList {
    fn example() -> Self {
        Self { items: vec![EmailDomain::example()] }
    }
}

impl Example for AddEmailDomainRequest {
    fn example() -> Self {
        Self { domain: "papaya.example".to_owned(), recipient: DomainRecipient::Postmaster }
    }
}

impl Example for VerifyEmailDomainRequest {
    fn example() -> Self {
        Self { token: Password(LINK_TOKEN.to_owned()) }
    }
}
