//! The two steps of a sign-in: the address that a person is sent to, and the identity behind the code that comes back.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hashlink::LruCache;
use outbound::{Allowances, Outbound};
use secrecy::SecretString;
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::error::{Error, Result};
use crate::id_token::{self, Expected, Identity};
use crate::provider::Provider;
use crate::token_request;

/// From the resolution of a provider's name to the last byte of its response.
pub const TIMEOUT: Duration = Duration::from_secs(5);
/// How many providers are cached; the least recently used one makes room.
const CAPACITY: usize = 1_000;

/// Signs people in at identity providers. Cheap to clone.
#[derive(Clone)]
pub struct RelyingParty(Arc<Inner>);

struct Inner {
    outbound: std::result::Result<Outbound, String>,
    /// By issuer.
    providers: Mutex<LruCache<String, Arc<Provider>>>,
}

/// What a provider knows us by.
#[derive(Clone, Copy)]
pub struct Client<'a> {
    pub issuer: &'a str,
    pub id: &'a str,
    pub secret: &'a SecretString,
}

/// A request to sign in.
pub struct AuthorizationRequest<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub redirect_uri: &'a str,
    pub state: &'a str,
    pub nonce: &'a str,
    pub code_verifier: &'a str,
    /// The address that the person has entered.
    pub login_hint: Option<&'a str>,
    /// Whether the person has to prove anew who they are.
    pub is_fresh: bool,
}

/// A code to exchange.
pub struct Redemption<'a> {
    pub client: Client<'a>,
    pub redirect_uri: &'a str,
    pub code: &'a str,
    pub code_verifier: &'a str,
    pub expected: Expected<'a>,
}

impl RelyingParty {
    /// Reaches the public internet and what is allowed besides.
    #[must_use]
    pub fn new(allowed: Allowances) -> Self {
        let providers = Mutex::new(LruCache::new(CAPACITY));
        Self(Arc::new(Inner { outbound: Outbound::new(allowed), providers }))
    }

    /// The address at the provider that the person's browser opens.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::TimedOut`], [`Error::Unusable`].
    pub async fn authorization_url(&self, request: &AuthorizationRequest<'_>) -> Result<String> {
        let metadata = self.provider(request.issuer).metadata(self.outbound()?, request.issuer).await?;
        let unusable = |_| Error::Unusable("its metadata names an address that may not be used");
        let mut url = Url::parse(&metadata.authorization_endpoint).map_err(unusable)?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(request.code_verifier));
        let mut query = url.query_pairs_mut();
        query
            .append_pair("response_type", "code")
            .append_pair("scope", "openid email profile")
            .append_pair("client_id", request.client_id)
            .append_pair("redirect_uri", request.redirect_uri)
            .append_pair("state", request.state)
            .append_pair("nonce", request.nonce)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256");
        if let Some(address) = request.login_hint {
            query.append_pair("login_hint", address);
        }
        if request.is_fresh {
            query.append_pair("prompt", "login").append_pair("max_age", "0");
        }
        drop(query);
        Ok(url.into())
    }

    /// Exchanges a code, and checks the ID token that comes back.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn redeem(&self, redemption: &Redemption<'_>) -> Result<Identity> {
        let (outbound, issuer) = (self.outbound()?, redemption.client.issuer);
        let provider = self.provider(issuer);
        let metadata = provider.metadata(outbound, issuer).await?;
        let tokens = token_request::send(outbound, &metadata, redemption).await?;
        let header = id_token::header(&tokens.id_token)?;
        let is_missing = |keys: &[_]| id_token::key(&header, keys).is_err();
        let keys = provider.keys(outbound, &metadata.jwks_uri, is_missing).await?;
        let key = id_token::key(&header, &keys)?;
        id_token::check(&tokens, header.alg, key, &redemption.expected)
    }

    fn outbound(&self) -> Result<&Outbound> {
        self.0.outbound.as_ref().map_err(|reason| Error::Unavailable(reason.clone()))
    }

    fn provider(&self, issuer: &str) -> Arc<Provider> {
        let mut providers = self.0.providers.lock().unwrap_or_else(PoisonError::into_inner);
        providers.entry(issuer.to_owned()).or_insert_with(Arc::default).clone()
    }
}
