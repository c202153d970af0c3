//! Access tokens: JWTs signed with EdDSA, in the profile of RFC 9068, validated as RFC 8725 requires.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::{ApiKeyId, LoginId, OrganizationId, UserId};
use jsonwebtoken::{Algorithm, Header, Validation};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::signing_keys::SigningKeys;
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::scopes::Scopes;
use crate::tenant::{Caller, Key, Person, Role};

/// Lifetime of an access token in seconds.
pub const ACCESS_TOKEN_SECONDS: i64 = 15 * 60;
const ISSUER: &str = "postwright";
const AUDIENCE: &str = "postwright-api";
/// The `typ` header (RFC 9068), so that no other kind of JWT passes as an access token.
const TYPE: &str = "at+jwt";
const LONGEST: usize = 4_096;
/// How wrong this machine's clock may be.
const CLOCK_TOLERANCE_SECONDS: i64 = 10 * 60;

/// The content of an access token.
pub(crate) struct Grant {
    /// The user, or the API key that acts for no member (RFC 9068, section 2.2).
    pub subject: Uuid,
    pub organization: OrganizationId,
    pub role: Role,
    pub login: LoginId,
    pub from: DateTime<Utc>,
    pub lifetime: TimeDelta,
    /// The API key that the token was issued to; `None` for a person's token.
    pub key: Option<Key>,
    pub livemode: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    org: OrganizationId,
    role: Role,
    sid: LoginId,
    jti: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
    // The following are in tokens of API keys only; RFC 9068 defines the first two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    client_id: Option<ApiKeyId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    livemode: Option<bool>,
}

impl SigningKeys {
    pub(crate) fn sign(&self, grant: &Grant) -> Result<SecretString> {
        let (key, from) = (self.signing(), grant.from.timestamp());
        let claims = Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: grant.subject,
            org: grant.organization,
            role: grant.role,
            sid: grant.login,
            jti: Uuid::now_v7(),
            iat: from,
            nbf: from,
            exp: from + grant.lifetime.num_seconds(),
            client_id: grant.key.map(|key| key.id),
            scope: grant.key.map(|key| key.scopes.to_string()),
            livemode: grant.key.map(|_| grant.livemode),
        };
        let token =
            jsonwebtoken::encode(&header(&key.id), &claims, &key.encoding).map_err(Error::internal)?;
        Ok(SecretString::from(token))
    }

    fn verify(&self, token: &str) -> Option<Claims> {
        if token.len() > LONGEST {
            return None;
        }
        let found = jsonwebtoken::decode_header(token).ok()?;
        let key = self.find(found.kid.as_deref()?)?;
        // Only our own header is accepted: no other type or algorithm, no embedded key, no `crit`.
        if found != header(&key.id) {
            return None;
        }
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        // The database checks the times when a transaction opens, as this machine's clock may be wrong.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        let claims = jsonwebtoken::decode::<Claims>(token, &key.decoding, &validation).ok()?.claims;
        (claims.nbf > 0).then_some(claims)
    }
}

impl Claims {
    fn caller(&self) -> Option<Caller> {
        let token_validity =
            Some([DateTime::from_timestamp(self.nbf, 0)?, DateTime::from_timestamp(self.exp, 0)?]);
        let (person, key, livemode) = match (self.client_id, &self.scope, self.livemode) {
            (None, None, None) => {
                let person = Person { user: UserId(self.sub), login: self.sid, role: self.role };
                (Some(person), None, true)
            }
            (Some(id), Some(scope), Some(livemode)) if id.0 == self.sub => {
                (None, Some(Key { id, scopes: Scopes::known(scope.split(' ')) }), livemode)
            }
            _ => return None,
        };
        Some(Caller { organization: self.org, livemode, person, key, token_validity, is_enrolling: false })
    }
}

fn header(key_id: &str) -> Header {
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(TYPE.into());
    header.kid = Some(key_id.into());
    header
}

/// By this machine's clock, which may be wrong by some minutes.
fn has_ended_long_ago(until: DateTime<Utc>) -> bool {
    let now = i64::try_from(jsonwebtoken::get_current_timestamp()).unwrap_or(i64::MAX);
    until.timestamp() < now - CLOCK_TOLERANCE_SECONDS
}

impl Db {
    /// The caller that an access token identifies. Its times and its login are checked when a transaction opens.
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] for anything that is not a token of ours, [`Unauthenticated::ExpiredToken`] for one that
    /// ended long ago: a former member who keeps one must not use up the requests of the organization.
    pub(crate) fn bearer(&self, bearer: &str) -> Result<Caller> {
        let caller = self.token_cache().caller(bearer, || {
            self.keys().verify(bearer).and_then(|claims| claims.caller()).ok_or(Unauthenticated::InvalidToken)
        })?;
        match caller.token_validity {
            Some([_, until]) if has_ended_long_ago(until) => Err(Unauthenticated::ExpiredToken.into()),
            _ => Ok(caller),
        }
    }
}
