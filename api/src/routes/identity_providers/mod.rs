//! The organization's identity provider, for single sign-on.

mod models;

use domain::single_sign_on;
use outbound::Guard;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::{IdentityProvider, PutIdentityProviderRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::Admin;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::settings::Settings;

pub struct IdentityProviders;

#[OpenApi(tag = "Tag::Members")]
impl IdentityProviders {
    /// Get the identity provider
    ///
    /// Without its client secret. 404 when the organization has none.
    #[oai(
        path = "/v1/organization/identity-provider",
        method = "get",
        operation_id = "read_identity_provider"
    )]
    async fn read_identity_provider(&self, admin: Admin) -> Result<Json<IdentityProvider>, Errors<404>> {
        let provider = admin.transaction(async |tx| single_sign_on::provider(tx).await).await?;
        Ok(Json(provider.into()))
    }

    /// Set the identity provider
    ///
    /// Members can then sign in there, with OpenID Connect. Only an owner sets it, with a fresh sign-in (403 `owner_required`,
    /// `fresh_sign_in_required`), because a provider decides who signs in as whom. Absent fields get their defaults; an absent
    /// `client_secret` stays unchanged as long as `issuer` and `client_id` do. Another issuer or client deletes the links
    /// between people at the provider and members; their next sign-in links them again by their e-mail address.
    #[oai(
        path = "/v1/organization/identity-provider",
        method = "put",
        operation_id = "put_identity_provider"
    )]
    async fn put_identity_provider(
        &self,
        admin: Admin,
        Data(settings): Data<&Settings>,
        body: Valid<PutIdentityProviderRequest>,
    ) -> Result<Json<IdentityProvider>, Problem> {
        // The name lookup is slow, so it runs before the transaction.
        let guard = Guard::new(settings.outbound_allow.clone());
        let checked = guard.check(&body.0.issuer).await;
        checked.map_err(|refusal| Problem::invalid_field("/issuer", refusal.to_string()))?;
        body.0.check_redirect_uris()?;
        let new = body.0.into();
        let provider = admin.transaction(async |tx| single_sign_on::put_provider(tx, new).await).await?;
        Ok(Json(provider.into()))
    }

    /// Remove the identity provider
    ///
    /// Nobody signs in there any more; members use their passwords, and set one by e-mail if they have none. The logins that
    /// exist stay valid. Only an owner, with a fresh sign-in (403 `owner_required`, `fresh_sign_in_required`).
    #[oai(
        path = "/v1/organization/identity-provider",
        method = "delete",
        operation_id = "delete_identity_provider"
    )]
    async fn delete_identity_provider(&self, admin: Admin) -> Result<NoContent, Errors<404>> {
        admin.transaction(async |tx| single_sign_on::remove_provider(tx).await).await?;
        Ok(NoContent::NoContent)
    }
}
