//! Issues access tokens to API keys: the OAuth 2.0 client credentials grant (RFC 6749, section 4.4).

use std::net::IpAddr;

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

/// An access token of an API key.
#[derive(Debug)]
pub struct Token {
    pub access_token: SecretString,
    /// Lifetime in seconds; the token does not outlive the key.
    pub expires_in: i64,
    pub scopes: Scopes,
    /// The caller that the token identifies.
    pub caller: Caller,
}

/// The credentials of an OAuth client.
pub struct Client {
    pub id: ApiKeyId,
    /// The whole text of the key, or only the secret at its end.
    pub secret: SecretString,
    /// The client's IP address, for throttling per key and address.
    pub address: Option<IpAddr>,
}

/// Issues an access token. `scope` limits it to some of the key's scopes; without it, the token has all of them.
///
/// # Errors
/// [`Error::Unauthenticated`] for wrong credentials and a key that has ended; [`Error::TooMany`] after several failures;
/// [`Error::Invalid`] for an unknown scope or one that the key does not have.
pub async fn token(db: &Db, client: &Client, scope: Option<&str>) -> Result<Token> {
    let attempt = db.key_throttle().count(client.id, client.address)?;
    let key_lookup = match authenticate(db, client).await {
        Ok(key_lookup) => key_lookup,
        Err(wrong @ Error::Unauthenticated(_)) => return Err(wrong),
        Err(error) => {
            attempt.take_back();
            return Err(error);
        }
    };
    attempt.succeeded();
    let scopes = scope.map_or(Ok(key_lookup.scopes), |scope| parse_scopes(scope, key_lookup.scopes))?;
    let caller = key_lookup.caller(scopes, None)?;
    let maximum = TimeDelta::seconds(ACCESS_TOKEN_SECONDS);
    let left = key_lookup.row.expires_at.map_or(maximum, |end| end - key_lookup.row.real_time);
    let lifetime = maximum.min(left);
    let grant = Grant {
        subject: client.id.0,
        organization: caller.organization,
        role: caller.role(),
        login: client.id.into(),
        from: key_lookup.row.real_time,
        lifetime,
        key: caller.key,
        livemode: caller.livemode,
    };
    let access_token = db.keys().sign(&grant)?;
    db.record_use(caller.organization, client.id).await;
    Ok(Token { access_token, expires_in: lifetime.num_seconds(), scopes, caller })
}

/// Finds the client's key and checks the secret. The text of another key counts as a wrong secret.
async fn authenticate(db: &Db, client: &Client) -> Result<KeyLookup> {
    let whole = KeyText::read(client.secret.expose_secret());
    let secret = || RandomSecret::received(client.secret.clone());
    let organization =
        whole.as_ref().map_or_else(|| secret().organization(), |key| key.secret.organization());
    let key_lookup = KeyLookup::find(db, organization, client.id, None).await?;
    let livemode = key_lookup.row.livemode;
    let sent = whole.unwrap_or_else(|| KeyText { livemode, id: client.id, secret: secret() });
    match sent.id == client.id {
        true => key_lookup.check(&sent)?,
        false => return Err(Unauthenticated::InvalidToken.into()),
    }
    Ok(key_lookup)
}

fn parse_scopes(scope: &str, allowed: Scopes) -> Result<Scopes> {
    let named: Option<Scopes> =
        scope.split_ascii_whitespace().map(|name| name.parse::<Scope>().ok()).collect();
    let named = named.filter(|named| !named.is_empty() && named.are_within(allowed));
    named.ok_or_else(|| Error::invalid("/scope", "must be some of the key's scopes"))
}
