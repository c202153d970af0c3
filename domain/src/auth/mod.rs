//! Authentication: passwords, access tokens, random secrets, throttling of failures.

mod access_token;
mod failures;
mod key_throttle;
mod login_throttle;
mod network;
mod passwords;
mod random_secret;
mod signing_keys;
mod token_cache;

pub use access_token::ACCESS_TOKEN_SECONDS;
pub(crate) use access_token::Grant;
pub(crate) use key_throttle::KeyThrottle;
pub(crate) use login_throttle::LoginThrottle;
pub use network::Network;
pub(crate) use passwords::{PasswordCheck, PasswordHasher};
pub(crate) use random_secret::RandomSecret;
pub use signing_keys::{KeyError, SigningKeys};
pub(crate) use token_cache::TokenCache;
