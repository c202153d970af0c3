//! The e-mail domains of an organization. A link to the domain's administrator verifies one.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use entity::email_domain::{ActiveModel, Column, Entity, Model};
use entity::id::{EmailDomainId, OrganizationId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveEnum as _, ColumnTrait, Condition, Set};
use secrecy::SecretString;

pub use entity::email_domain::Recipient;

use crate::accounts::{EmailAddress, count_domain_link, link_ended, require_fresh_sign_in};
use crate::auth::RandomSecret;
use crate::db::Db;
use crate::emails::{self, Email, EmailKind, LinkToken};
use crate::error::{Error, Result};
use crate::members::require_owner;
use crate::organizations;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// How many domains an organization has at most, verified or not.
const MOST: usize = 20;
/// How long a link works.
const LIFETIME: TimeDelta = TimeDelta::hours(24);
/// When to ask for another link after too many.
const RETRY_AFTER: Duration = Duration::from_secs(60 * 60);
/// Providers of mailboxes for everybody: no organization speaks for their customers.
const MAILBOX_PROVIDERS: &str = include_str!("../../data/mailbox_providers.txt");

stored_function! {
    pub(crate) struct ClaimEmailDomain = CrossTenant volatile "claim_email_domain" {
        domain: String,
    } -> bool
}

stored_function! {
    pub(crate) struct ReleaseEmailDomain = CrossTenant volatile "release_email_domain" {
        domain: String,
    } -> ()
}

stored_function! {
    pub(crate) struct FindEmailDomain = CrossTenant stable "find_email_domain" {
        domain: String,
    } -> DomainOwner
}

returned_row! {
    pub(crate) struct DomainOwner {
        organization_id: OrganizationId,
    }
}

/// A domain of an organization.
#[derive(Clone, Debug)]
pub struct EmailDomain {
    pub id: EmailDomainId,
    pub domain: String,
    /// Who got the latest link.
    pub recipient: Recipient,
    pub sent_at: DateTime<Utc>,
    /// When the latest link expires.
    pub expires_at: DateTime<Utc>,
    /// `None`: the domain has no effect yet.
    pub verified_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// The organization's domains, oldest first: at most twenty.
///
/// # Errors
/// When the database cannot be reached.
pub async fn domains(tx: &TenantTx) -> Result<Vec<EmailDomain>> {
    let rows = tx.find::<Entity>().oldest_first(Column::Id).all().await?;
    Ok(rows.into_iter().map(EmailDomain::from).collect())
}

/// Adds a domain and sends a link to its administrator. A repeated call for a domain that is not verified sends a new link; the
/// earlier one stops working.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required` or `fresh_sign_in_required`; [`Error::Invalid`] for a text that is no domain, and for
/// providers of mailboxes for everybody; [`Error::Conflict`] `domain_verified` or `too_many_domains`; [`Error::TooMany`] after
/// three links within an hour.
pub async fn add_domain(tx: &TenantTx, domain: &str, recipient: Recipient) -> Result<EmailDomain> {
    require_owner(tx)?;
    require_fresh_sign_in(tx).await?;
    let domain = normal_domain(domain)?;
    tx.lock_organization().await?;
    let present = tx.find::<Entity>().all().await?;
    let known = present.iter().find(|row| row.domain == domain);
    if known.is_some_and(|row| row.verified_at.is_some()) {
        return Err(Error::conflict(
            "domain_verified",
            "Your organization has verified this domain already.",
        ));
    }
    if known.is_none() && present.len() >= MOST {
        let detail = format!("An organization has at most {MOST} domains. Remove one first.");
        return Err(Error::conflict("too_many_domains", detail));
    }
    let token = RandomSecret::new(tx.organization_id())?;
    let to = format!("{}@{domain}", recipient.to_value());
    if !count_domain_link(tx.raw(), to.clone(), &token).await? {
        return Err(Error::TooMany { retry_after: RETRY_AFTER });
    }
    let id = known.map_or_else(EmailDomainId::new, |row| row.id);
    match known {
        Some(_) => renew(tx, id, recipient, &token).await?,
        None => insert(tx, id, &domain, recipient, &token).await?,
    }
    let organization_name = organizations::own(tx).await?.name;
    let kind = EmailKind::VerifyDomain { token: LinkToken::new(&token), organization_name, domain };
    emails::enqueue(tx, Email { to, language: None, kind }).await?;
    Ok(row_of(tx, id).await?.into())
}

async fn insert(
    tx: &TenantTx,
    id: EmailDomainId,
    domain: &str,
    recipient: Recipient,
    token: &RandomSecret,
) -> Result<()> {
    tx.insert(ActiveModel {
        id: Set(id),
        domain: Set(domain.to_owned()),
        recipient: Set(recipient),
        token_hash: Set(Some(token.hash())),
        sent_at: Set(tx.now()),
        expires_at: Set(tx.now() + LIFETIME),
        verified_at: Set(None),
        created_at: Set(tx.now()),
        ..Default::default()
    })
    .await?;
    Ok(())
}

async fn renew(tx: &TenantTx, id: EmailDomainId, recipient: Recipient, token: &RandomSecret) -> Result<()> {
    let set = [
        (Column::Recipient, Expr::value(recipient)),
        (Column::TokenHash, Expr::value(token.hash())),
        (Column::SentAt, Expr::value(tx.now())),
        (Column::ExpiresAt, Expr::value(tx.now() + LIFETIME)),
    ];
    tx.update::<Entity>(Column::Id.eq(id), set).await?;
    Ok(())
}

/// Removes a domain. Members with an address in it keep their logins and their identities at the provider.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required` or `fresh_sign_in_required`; [`Error::NotFound`].
pub async fn remove_domain(tx: &TenantTx, id: EmailDomainId) -> Result<()> {
    require_owner(tx)?;
    require_fresh_sign_in(tx).await?;
    tx.lock_organization().await?;
    let row = row_of(tx, id).await?;
    call_in(tx.raw(), ReleaseEmailDomain { domain: row.domain }).await?;
    tx.delete::<Entity>(Column::Id.eq(id)).await?;
    Ok(())
}

/// Verifies a domain with the token of its link.
///
/// # Errors
/// [`link_ended`] when the token is unknown, used, replaced or expired; [`Error::Conflict`] `domain_taken` when another
/// organization has verified the domain.
pub async fn verify_domain(db: &Db, token: SecretString) -> Result<()> {
    let token = RandomSecret::received(token);
    let tx = db.begin(Tenant::system(token.organization(), true)).await?;
    let is_valid = Condition::all()
        .add(Column::TokenHash.eq(token.hash()))
        .add(Column::VerifiedAt.is_null())
        .add(Column::ExpiresAt.gt(tx.now()));
    let row = tx.find::<Entity>().filter(is_valid).locked().one().await?.ok_or_else(link_ended)?;
    if call_in(tx.raw(), ClaimEmailDomain { domain: row.domain }).await? != [true] {
        let detail = "Another organization has verified this domain. It has to remove the domain first.";
        return Err(Error::conflict("domain_taken", detail));
    }
    let set = [
        (Column::VerifiedAt, Expr::value(Some(tx.now()))),
        (Column::TokenHash, Expr::value(None::<Vec<u8>>)),
    ];
    tx.update::<Entity>(Column::Id.eq(row.id), set).await?;
    tx.commit().await
}

async fn row_of(tx: &TenantTx, id: EmailDomainId) -> Result<Model> {
    tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?.ok_or(Error::NotFound("e-mail domain"))
}

/// A domain in the form in which addresses have it.
fn normal_domain(domain: &str) -> Result<String> {
    let address = EmailAddress::parse(&format!("postmaster@{}", domain.trim()));
    let address = address.map_err(|_| Error::invalid("/domain", "Not a domain of e-mail addresses."))?;
    let domain = address.domain();
    if !domain.contains('.') {
        return Err(Error::invalid("/domain", "Not a domain of e-mail addresses."));
    }
    if is_mailbox_provider(domain) {
        let detail = "Everybody can have an address there, so no organization can verify it.";
        return Err(Error::invalid("/domain", detail));
    }
    Ok(domain.to_owned())
}

fn is_mailbox_provider(domain: &str) -> bool {
    MAILBOX_PROVIDERS.lines().any(|known| known == domain)
}

impl From<Model> for EmailDomain {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            domain: row.domain,
            recipient: row.recipient,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
            verified_at: row.verified_at,
            created_at: row.created_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::normal_domain;

    #[test]
    fn a_domain_has_the_form_that_addresses_have() {
        assert_eq!(normal_domain(" Bücher.Example ").unwrap(), "xn--bcher-kva.example");
        assert_eq!(normal_domain("papaya.example").unwrap(), "papaya.example");
        for wrong in
            ["", "papaya", "a@b.example", "papaya.example.", "127.0.0.1", "pаpaya.example", "a b.example"]
        {
            assert!(normal_domain(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_verifies_a_provider_of_mailboxes_for_everybody() {
        for provider in ["gmail.com", "GMAIL.com", "outlook.com", "web.de"] {
            assert!(normal_domain(provider).is_err(), "{provider}");
        }
    }
}
