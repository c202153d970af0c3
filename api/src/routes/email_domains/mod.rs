//! The e-mail domains of the organization, for single sign-on.

mod models;

use domain::{Db, single_sign_on};
use entity::id::EmailDomainId;
use poem::Request;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{AddEmailDomainRequest, EmailDomain, EmailDomainList, VerifyEmailDomainRequest};
use super::client_address::client_address;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::Admin;
use crate::network_limits::EmailLimits;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct EmailDomains;

#[OpenApi(tag = "Tag::Members")]
impl EmailDomains {
    /// List e-mail domains
    ///
    /// Oldest first, all of them: an organization has at most twenty. A domain without `verified_at` has no effect.
    #[oai(path = "/v1/organization/email-domains", method = "get", operation_id = "list_email_domains")]
    async fn list_email_domains(&self, admin: Admin) -> Result<Json<EmailDomainList>, Problem> {
        let domains = admin.transaction(async |tx| single_sign_on::domains(tx).await).await?;
        Ok(Json(domains.into()))
    }

    /// Add an e-mail domain
    ///
    /// Sends a link to the administrator of the domain, valid for a day; the domain has an effect once the link is used.
    /// Repeating the request sends a new link, and the earlier one stops working: at most three an hour (429). 409
    /// `domain_verified` when the domain is verified already, `too_many_domains` beyond twenty. Domains in which everybody can
    /// have an address are refused (422). Only an owner, with a fresh sign-in (403 `owner_required`, `fresh_sign_in_required`).
    #[oai(path = "/v1/organization/email-domains", method = "post", operation_id = "add_email_domain")]
    async fn add_email_domain(
        &self,
        admin: Admin,
        Data(limits): Data<&EmailLimits>,
        request: &Request,
        body: Valid<AddEmailDomainRequest>,
    ) -> Result<Added, Errors<409>> {
        limits.count(client_address(request))?;
        let AddEmailDomainRequest { domain, recipient } = body.0;
        let recipient = recipient.into();
        let added =
            admin.transaction(async |tx| single_sign_on::add_domain(tx, &domain, recipient).await).await?;
        Ok(Added::Created(Json(added.into())))
    }

    /// Remove an e-mail domain
    ///
    /// Another organization can then verify the domain. Members with an address in it keep their logins, and go on signing in
    /// at the identity provider. Only an owner, with a fresh sign-in (403 `owner_required`, `fresh_sign_in_required`).
    #[oai(
        path = "/v1/organization/email-domains/:email_domain_id",
        method = "delete",
        operation_id = "remove_email_domain"
    )]
    async fn remove_email_domain(
        &self,
        admin: Admin,
        Path(email_domain_id): Path<EmailDomainId>,
    ) -> Result<NoContent, Problem> {
        admin.transaction(async |tx| single_sign_on::remove_domain(tx, email_domain_id).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Verify an e-mail domain
    ///
    /// Takes the token of the link, which works once. 409 `link_ended` when the link was used, has expired or was replaced,
    /// `domain_taken` when another organization has verified the domain; the link stays valid then.
    #[oai(path = "/v1/auth/verify-domain", method = "post", operation_id = "verify_email_domain")]
    async fn verify_email_domain(
        &self,
        Data(db): Data<&Db>,
        body: Valid<VerifyEmailDomainRequest>,
    ) -> Result<NoContent, Errors<409>> {
        single_sign_on::verify_domain(db, body.0.token.0.into()).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum Added {
    /// The domain was added, or got a new link.
    #[oai(status = 201)]
    Created(Json<EmailDomain>),
}
