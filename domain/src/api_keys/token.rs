//! A key as an OAuth 2.0 client: its id and itself for an access token (RFC 6749, section 4.4).

use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};

use super::found::Found;
use super::written::Written;
use crate::auth::{ACCESS_TOKEN_SECONDS, Grant, RandomSecret};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::permissions::{Permission, Permissions};

/// What a client gets for its credentials.
#[derive(Debug)]
pub struct Token {
    pub access_token: SecretString,
    /// Its lifetime in seconds; it does not outlive the key.
    pub expires_in: i64,
    pub permissions: Permissions,
}

/// An access token for the key `client_id`; `client_secret` is the key as it is written, or its part after the last of
/// its three first underscores. `scope` narrows what the token may do; without, it may do what the key may.
///
/// # Errors
/// [`Error::Unauthenticated`] for wrong credentials and a key that has ended; [`Error::Invalid`] for a scope that there
/// is not, or that the key has not.
pub async fn token(
    db: &Db,
    client_id: &str,
    client_secret: &SecretString,
    scope: Option<&str>,
) -> Result<Token> {
    let id = client_id.parse().map_err(|_| Unauthenticated::InvalidToken)?;
    let found = Found::look_up(db, id, None).await?;
    let sent = Written::read(client_secret.expose_secret()).unwrap_or_else(|| Written {
        livemode: found.livemode,
        id,
        secret: RandomSecret::received(client_secret.clone()),
    });
    found.check(&sent)?;
    let permissions = scope.map_or(Ok(found.permissions), |scope| narrowed(scope, found.permissions))?;
    let caller = found.caller(permissions, None)?;
    let usual = TimeDelta::seconds(ACCESS_TOKEN_SECONDS);
    let left = found.expires_at.map_or(usual, |end| end - found.real_time);
    let lifetime = usual.min(left);
    let grant = Grant {
        user: caller.person.user,
        organization: caller.organization,
        role: caller.person.role,
        login: caller.person.login,
        from: found.real_time,
        lifetime,
        key: caller.key,
        livemode: caller.livemode,
    };
    let access_token = db.keys().sign(&grant)?;
    db.note_use(id).await;
    Ok(Token { access_token, expires_in: lifetime.num_seconds(), permissions })
}

fn narrowed(scope: &str, held: Permissions) -> Result<Permissions> {
    let named: Option<Permissions> =
        scope.split_ascii_whitespace().map(|name| name.parse::<Permission>().ok()).collect();
    let named = named.filter(|named| !named.is_empty() && named.are_within(held));
    named.ok_or_else(|| Error::invalid("/scope", "must be some of the key's scopes"))
}
