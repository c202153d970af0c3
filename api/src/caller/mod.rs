//! Who may call: the extractor in a handler's signature says it, to the compiler, to the document and to the reader.
//!
//! `Member<SessionsWrite>`: people who may write, and the keys with the scope `sessions:write` that act for such a
//! person. `Member` alone: people, and no key.

mod scopes;
mod security_schemes;

use std::marker::PhantomData;

use domain::{Caller, Db, Executor, Role, RolePermissions, TenantTx};
use poem::http::StatusCode;
use poem::http::header::AUTHORIZATION;
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::Registry;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

pub use self::scopes::*;
use crate::problem::Problem;
use crate::rate_limit::{RateLimitHeaders, RateLimits};

/// Anybody who belongs to the organization, viewers too.
pub type Reader<N = PeopleOnly> = Authenticated<CanRead, N>;
/// Whoever may write: members, admins, owners.
pub type Member<N = PeopleOnly> = Authenticated<CanWrite, N>;
/// Whoever decides who belongs to the organization: admins, owners.
pub type Admin<N = PeopleOnly> = Authenticated<CanAdminister, N>;

/// A caller with a valid access token, or a key with what the operation needs, `N`, and the power `P`. Whether their
/// login or the key still stands shows when the scope opens.
pub struct Authenticated<P, N = PeopleOnly> {
    pub caller: Caller,
    pub db: Db,
    asks_for: PhantomData<(P, N)>,
}

/// What a signature can ask for.
pub trait RequiredRole: Send + Sync {
    fn has(role: Role) -> bool;
}

pub struct CanRead;
pub struct CanWrite;
pub struct CanAdminister;

impl RequiredRole for CanRead {
    fn has(_: Role) -> bool {
        true
    }
}

impl RequiredRole for CanWrite {
    fn has(role: Role) -> bool {
        role.may_write()
    }
}

impl RequiredRole for CanAdminister {
    fn has(role: Role) -> bool {
        role.may_administer()
    }
}

impl<P, N> Authenticated<P, N> {
    /// For one call that is a transaction by itself.
    pub fn autocommit(&self) -> Executor<'_> {
        self.db.autocommit(&self.caller)
    }

    /// A transaction of the caller's organization.
    ///
    /// # Errors
    /// 401 when the login has ended or the role has changed.
    pub async fn begin(&self) -> Result<TenantTx, Problem> {
        Ok(self.db.begin(&self.caller).await?)
    }

    /// What a caller is told who may not do this: 401 if their login has ended, or their role has changed, since a new
    /// token may let them; else the refusal. Asks the database, as only refusals cost that.
    pub async fn refuse(&self, refusal: Problem) -> Problem {
        self.begin().await.err().unwrap_or(refusal)
    }

    /// Does the work in a transaction of the caller's organization, which commits if the work succeeds.
    ///
    /// # Errors
    /// Those of the work, and of [`Authenticated::begin`].
    pub async fn transaction<T>(
        &self,
        work: impl AsyncFnOnce(&TenantTx) -> domain::Result<T>,
    ) -> Result<T, Problem> {
        let tx = self.begin().await?;
        let done = work(&tx).await?;
        tx.commit().await?;
        Ok(done)
    }
}

impl<'a, P: RequiredRole, N: RequiredScope> ApiExtractor<'a> for Authenticated<P, N> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme("bearerAuth", security_schemes::bearer());
        registry.create_security_scheme("oauth2", security_schemes::oauth2());
    }

    fn security_schemes() -> Vec<&'static str> {
        std::iter::once("bearerAuth").chain(N::SECURITY_SCHEME).collect()
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let db = request.data::<Db>().ok_or_else(|| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        let caller = db.authenticate(bearer(request)?, acting_for(request)).await.map_err(Problem::from)?;
        if let Some(rates) = request.data::<RateLimits>() {
            rates.count(&caller, request.data::<RateLimitHeaders>())?;
        }
        let signed_in = Self { caller, db: db.clone(), asks_for: PhantomData };
        let refusal = match (N::KEY_ACCESS, P::has(caller.role())) {
            (needed, true) if needed.is_met(&caller) => return Ok(signed_in),
            (needed, false) if needed.is_met(&caller) => Problem::of_status(StatusCode::FORBIDDEN),
            (KeyAccess::Scope(scope), _) => Problem::insufficient_scope(scope),
            (KeyAccess::PeopleOnly | KeyAccess::AnyKey, _) => Problem::people_only(),
        };
        Err(signed_in.refuse(refusal).await.into())
    }
}

/// Names the member that an API key acts for.
const ACTING_FOR: &str = "postwright-user";

/// The member that a key acts for, if one is named. Two are none that there is.
fn acting_for(request: &Request) -> Option<&str> {
    let mut headers = request.headers().get_all(ACTING_FOR).iter();
    let first = headers.next()?;
    Some(first.to_str().ok().filter(|_| headers.next().is_none()).unwrap_or_default())
}

/// The token of the one `Authorization` header. Two of them are a trick, and another scheme holds no token of ours:
/// both are read as the empty token, which nobody has.
fn bearer(request: &Request) -> Result<&str, Problem> {
    let mut headers = request.headers().get_all(AUTHORIZATION).iter();
    let (Some(header), second) = (headers.next(), headers.next()) else {
        return Err(Problem::token_missing());
    };
    let (scheme, token) = header.to_str().ok().and_then(|text| text.split_once(' ')).unwrap_or_default();
    let is_ours = second.is_none() && scheme.eq_ignore_ascii_case("bearer");
    Ok(if is_ours { token.trim() } else { "" })
}
