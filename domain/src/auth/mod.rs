//! Passwords, access tokens and random secrets: how a person becomes a tenant.

mod access_token;
mod guesses;
mod password;
mod password_rule;
mod proven;
mod random_secret;
mod signing_keys;

pub use access_token::ACCESS_TOKEN_SECONDS;
pub(crate) use access_token::Grant;
pub(crate) use guesses::Guesses;
pub(crate) use password::{PasswordHasher, Verdict};
pub(crate) use password_rule::check_password;
pub(crate) use proven::Proven;
pub(crate) use random_secret::RandomSecret;
pub use signing_keys::{KeyError, SigningKeys};
