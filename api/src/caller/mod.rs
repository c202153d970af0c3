//! Authentication and authorization: the extractor in a handler's signature is the permission.
//!
//! `Member<SessionsWrite>` admits people with a role that may write, and API keys with the scope `sessions:write` that act
//! for such a person or for no member. `Member` without a scope admits people only. The OpenAPI document takes the security
//! of an operation from the same type.

mod browser;
mod known;
mod roles;
mod scopes;
mod security_schemes;

use std::marker::PhantomData;

use domain::{Caller, Db, Executor, TenantTx};
use poem::http::header::AUTHORIZATION;
use poem::http::{HeaderValue, StatusCode};
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::Registry;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

pub use self::browser::{BrowserCookie, cookie_of, require_same_origin, takes_cookie};
pub use self::known::KnownCaller;
use self::roles::{CanAdminister, CanEnrol, CanRead, CanWrite, RequiredRole};
pub use self::scopes::*;
use crate::problem::Problem;
use crate::rate_limit::{RateLimitHeaders, RateLimits};
use crate::settings::Settings;

/// Every member of the organization, viewers included.
pub type Reader<Scope = PeopleOnly> = Authenticated<CanRead, Scope>;
/// Every member, also one who has to add a second factor first because the organization requires one.
pub type Enroller<Scope = PeopleOnly> = Authenticated<CanEnrol, Scope>;
/// Members with a role that may write: member, admin, owner.
pub type Member<Scope = PeopleOnly> = Authenticated<CanWrite, Scope>;
/// Members who administer the organization: admin, owner.
pub type Admin<Scope = PeopleOnly> = Authenticated<CanAdminister, Scope>;

/// A caller with a valid access token or API key, the required role and, for API keys, the required scope. Whether the
/// login or the key has been revoked is checked by the first transaction.
pub struct Authenticated<Role, Scope = PeopleOnly> {
    pub caller: Caller,
    pub db: Db,
    required: PhantomData<(Role, Scope)>,
}

impl<Role, Scope> Authenticated<Role, Scope> {
    /// The same caller in the mode that the address names, if it names one.
    ///
    /// # Errors
    /// 403 `mode_of_key` for an API key of the other mode.
    pub fn in_mode(self, livemode: Option<bool>) -> Result<Self, Problem> {
        let caller = livemode.map_or(Ok(self.caller), |livemode| self.caller.in_mode(livemode))?;
        Ok(Self { caller, ..self })
    }

    /// For a single call that commits by itself.
    pub fn autocommit(&self) -> Executor<'_> {
        self.db.autocommit(&self.caller)
    }

    /// Begins a transaction of the caller's organization.
    ///
    /// # Errors
    /// 401 when the login has ended or the role has changed.
    pub async fn begin(&self) -> Result<TenantTx, Problem> {
        Ok(self.db.begin(&self.caller).await?)
    }

    /// Runs `work` in a transaction of the caller's organization and commits it if the work succeeds.
    ///
    /// # Errors
    /// Those of the work and of [`Authenticated::begin`].
    pub async fn transaction<T>(
        &self,
        work: impl AsyncFnOnce(&TenantTx) -> domain::Result<T>,
    ) -> Result<T, Problem> {
        let tx = self.begin().await?;
        let done = work(&tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// The problem for a caller who may not do this: 401 when the login has ended or the role has changed, because a new
    /// token may be allowed to; else `refusal`. Only refusals cost this query.
    pub async fn refuse(&self, refusal: Problem) -> Problem {
        self.begin().await.err().unwrap_or(refusal)
    }
}

impl<'a, Role: RequiredRole, Scope: RequiredScope> ApiExtractor<'a> for Authenticated<Role, Scope> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme("bearerAuth", security_schemes::bearer());
        registry.create_security_scheme("oauth2", security_schemes::oauth2());
    }

    fn security_schemes() -> Vec<&'static str> {
        std::iter::once("bearerAuth").chain(Scope::SECURITY_SCHEME).collect()
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let db = request.data::<Db>().ok_or_else(|| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        let caller = authenticate(request, db).await?;
        if let Some(known) = request.data::<KnownCaller>() {
            known.set(&caller, db, Role::IS_ADMINISTRATIVE);
        }
        if let Some(limits) = request.data::<RateLimits>() {
            limits.count(&caller, request.data::<RateLimitHeaders>())?;
        }
        let caller = if Role::ADMITS_ENROLLING { caller.enrolling() } else { caller };
        let authenticated = Self { caller, db: db.clone(), required: PhantomData };
        match refusal::<Role, Scope>(&caller) {
            None => Ok(authenticated),
            Some(refusal) => Err(authenticated.refuse(refusal).await.into()),
        }
    }
}

/// A missing scope is reported before a missing role.
fn refusal<Role: RequiredRole, Scope: RequiredScope>(caller: &Caller) -> Option<Problem> {
    if Scope::KEY_ACCESS.admits(caller) {
        return (!Role::allows(caller.role())).then(|| Problem::of_status(StatusCode::FORBIDDEN));
    }
    Some(match Scope::KEY_ACCESS {
        KeyAccess::Scope(scope) => Problem::insufficient_scope(scope),
        KeyAccess::PeopleOnly | KeyAccess::AnyKey => Problem::people_only(),
    })
}

impl<Role: RequiredRole, Scope: RequiredScope> Authenticated<Role, Scope> {
    /// Requires one more scope of an API key, which only some requests need.
    ///
    /// # Errors
    /// 403 `insufficient_scope`.
    pub fn require_scope<Other: RequiredScope>(&self) -> std::result::Result<(), Problem> {
        refusal::<Role, Other>(&self.caller).map_or(Ok(()), Err)
    }
}

/// The caller by the request's cookie or its bearer token, in the mode that it names.
async fn authenticate(request: &Request, db: &Db) -> Result<Caller, Problem> {
    let settings = request.data::<Settings>();
    let cookie = settings.map(|settings| cookie_of(request, settings)).transpose()?.flatten();
    let caller = match cookie {
        Some(secret) => db.authenticate_browser(secret).await?,
        None => db.authenticate(bearer(request)?, acting_for(request)).await?,
    };
    check_organization(request, &caller)?;
    let mode = mode_of(request)?;
    Ok(mode.map_or(Ok(caller), |livemode| caller.in_mode(livemode))?)
}

/// Names the organization that a page shows. The login of a browser has one organization, which another tab may switch; a page
/// must not change one organization while it shows another.
const ORGANIZATION: &str = "postwright-organization";

/// # Errors
/// 409 `organization_changed` when the request names another organization than the caller's.
fn check_organization(request: &Request, caller: &Caller) -> Result<(), Problem> {
    let Some(named) = request.header(ORGANIZATION) else { return Ok(()) };
    let is_own = named.parse() == Ok(caller.organization_id());
    is_own.then_some(()).ok_or_else(Problem::organization_changed)
}

/// Names the mode that a person acts in; without it, live mode.
pub const MODE: &str = "postwright-mode";

/// Whether live mode is requested; `None` without the header.
///
/// # Errors
/// 400 for any other value.
fn mode_of(request: &Request) -> Result<Option<bool>, Problem> {
    let mut headers = request.headers().get_all(MODE).iter();
    match (headers.next().map(HeaderValue::as_bytes), headers.next()) {
        (None, _) => Ok(None),
        (Some(b"live"), None) => Ok(Some(true)),
        (Some(b"test"), None) => Ok(Some(false)),
        _ => Err(Problem::unknown_mode()),
    }
}

/// Names the member that an API key acts for.
const ACTING_FOR: &str = "postwright-user";

/// The value of `Postwright-User`, if it was sent. Two headers and text that is not ASCII count as an unknown member.
fn acting_for(request: &Request) -> Option<&str> {
    let mut headers = request.headers().get_all(ACTING_FOR).iter();
    let first = headers.next()?;
    Some(first.to_str().ok().filter(|_| headers.next().is_none()).unwrap_or_default())
}

/// The bearer token. Two `Authorization` headers and other schemes count as an invalid token: the empty one.
///
/// # Errors
/// 401 `token_missing` without the header.
fn bearer(request: &Request) -> Result<&str, Problem> {
    let mut headers = request.headers().get_all(AUTHORIZATION).iter();
    let (Some(header), second) = (headers.next(), headers.next()) else {
        return Err(Problem::token_missing());
    };
    let (scheme, token) = header.to_str().ok().and_then(|text| text.split_once(' ')).unwrap_or_default();
    let is_bearer = second.is_none() && scheme.eq_ignore_ascii_case("bearer");
    Ok(if is_bearer { token.trim() } else { "" })
}
