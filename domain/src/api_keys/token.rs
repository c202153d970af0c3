//! A key as an OAuth 2.0 client: its id and itself for an access token (RFC 6749, section 4.4).

use chrono::TimeDelta;
use entity::id::ApiKeyId;
use secrecy::{ExposeSecret, SecretString};

use super::format::KeyText;
use super::lookup::KeyLookup;
use crate::auth::{ACCESS_TOKEN_SECONDS, Grant, RandomSecret};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::scopes::{Scope, Scopes};
use crate::tenant::Caller;

/// What a client gets for its credentials.
#[derive(Debug)]
pub struct Token {
    pub access_token: SecretString,
    /// Its lifetime in seconds; it does not outlive the key.
    pub expires_in: i64,
    pub scopes: Scopes,
    /// Whose it is.
    pub caller: Caller,
}

/// Who wants a token.
pub struct Client {
    pub id: ApiKeyId,
    /// The key as it is written, or its part after the last of its three first underscores.
    pub secret: SecretString,
    /// Where the request comes from; wrong credentials of a key slow the key down there, as at a sign-in.
    pub address: Option<String>,
}

/// An access token for a key. `scope` narrows what the token may do; without, it may do what the key may.
///
/// # Errors
/// [`Error::Unauthenticated`] for wrong credentials and a key that has ended; [`Error::TooMany`] after failures;
/// [`Error::Invalid`] for a scope that there is not, or that the key has not.
pub async fn token(db: &Db, client: &Client, scope: Option<&str>) -> Result<Token> {
    let (account, address) = (client.id.to_string(), client.address.as_deref().unwrap_or_default());
    db.key_throttle().check(&account, address)?;
    let found = match authenticated(db, client).await {
        Err(wrong @ Error::Unauthenticated(_)) => {
            db.key_throttle().failed(&account, address);
            return Err(wrong);
        }
        found => found?,
    };
    db.key_throttle().succeeded(&account, address);
    let scopes = scope.map_or(Ok(found.scopes), |scope| narrowed(scope, found.scopes))?;
    let caller = found.caller(scopes, None)?;
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
    db.note_use(client.id).await;
    Ok(Token { access_token, expires_in: lifetime.num_seconds(), scopes, caller })
}

/// The client's key, whose secret it knows. A key that names another than the client is a wrong secret.
async fn authenticated(db: &Db, client: &Client) -> Result<KeyLookup> {
    let found = KeyLookup::find(db, client.id, None).await?;
    let sent = KeyText::read(client.secret.expose_secret()).unwrap_or_else(|| KeyText {
        livemode: found.livemode,
        id: client.id,
        secret: RandomSecret::received(client.secret.clone()),
    });
    match sent.id == client.id {
        true => found.check(&sent)?,
        false => return Err(Unauthenticated::InvalidToken.into()),
    }
    Ok(found)
}

fn narrowed(scope: &str, held: Scopes) -> Result<Scopes> {
    let named: Option<Scopes> =
        scope.split_ascii_whitespace().map(|name| name.parse::<Scope>().ok()).collect();
    let named = named.filter(|named| !named.is_empty() && named.are_within(held));
    named.ok_or_else(|| Error::invalid("/scope", "must be some of the key's scopes"))
}
