//! The relying party of OpenID Connect: sends people to an identity provider and checks the ID token that comes back. It
//! supports the authorization code flow with PKCE, and nothing else.
//!
//! Customers name the providers, so everything that one sends is checked, has a limited size and a timeout.

mod authorization_response;
mod error;
mod id_token;
mod metadata;
mod provider;
mod relying_party;
mod token_request;

pub use authorization_response::AuthorizationResponse;
pub use error::Error;
pub use id_token::{Expected, Identity};
pub use relying_party::{AuthorizationRequest, Client, Redemption, RelyingParty};
