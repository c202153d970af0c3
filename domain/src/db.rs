//! The database connections, reachable only for one tenant at a time.

use std::sync::Arc;
use std::time::Duration;

use entity::id::OrganizationId;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, SqlxPostgresConnector, TransactionTrait,
};
use secrecy::{ExposeSecret, SecretString};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use uuid::Uuid;

use crate::accounts::SignUpPolicy;
use crate::api_keys::LastUses;
use crate::audit::{self, RefusalQueue};
use crate::auth::{KeyThrottle, LoginThrottle, PasswordHasher, SigningKeys, TokenCache};
use crate::bulkhead::{Bulkhead, Owner, Permit};
use crate::credential::{BeginTenantTransaction, Begun};
use crate::error::{Error, Result, StatementError};
use crate::group_commit::GroupCommit;
use crate::notifications::Notifier;
use crate::plain_tx::PlainTx;
use crate::pool::{Buffers, Pool};
use crate::quotas::QuotaState;
use crate::replaceable::Replaceable;
use crate::request_log::RequestLogQueue;
use crate::schema_version::{SchemaVersion, probe};
use crate::sealing::{EncryptionKeys, Sealer};
use crate::sessions::Reading;
use crate::stored_function::{Kind, Returned as _, StoredFunction, call_in};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;
use crate::turns::{Acceptance, Load, Text, TurnCommit, TurnReading};

/// Timeouts release the locks of hanging statements and forgotten transactions. Generic plans are forced because frequent
/// statements find their rows by key: planning them again would cost more than running them.
const SESSION_SETTINGS: [(&str, &str); 4] = [
    ("statement_timeout", "30s"),
    ("lock_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "60s"),
    ("plan_cache_mode", "force_generic_plan"),
];

/// How a process connects to the database.
pub struct DbSettings {
    /// URL with a login that is bound by row-level security; see the roles in ARCHITECTURE.md.
    pub url: SecretString,
    /// Upper limit of open connections, apart from the one that listens for notifications.
    pub max_connections: u32,
    pub keys: SigningKeys,
    /// Seals the secrets that the database stores.
    pub sealer: Sealer,
    pub sign_up: SignUpPolicy,
    pub schema: SchemaVersion,
}

/// The only holder of database connections. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    orm: DatabaseConnection,
    pool: PgPool,
    connections: Pool,
    /// Shares the connections of `pool`.
    transactions_bulkhead: Bulkhead,
    /// Shares those of `connections`.
    calls_bulkhead: Bulkhead,
    notifier: Notifier,
    keys: Replaceable<SigningKeys>,
    sealer: Sealer,
    sign_up: SignUpPolicy,
    quotas: QuotaState,
    passwords: PasswordHasher,
    login_throttle: LoginThrottle,
    key_throttle: KeyThrottle,
    token_cache: TokenCache,
    last_uses: LastUses,
    refusals: RefusalQueue,
    request_log: RequestLogQueue,
    batches: Batches,
}

/// What many callers ask for at the same time.
#[derive(Default)]
pub(crate) struct Batches {
    pub readings: GroupCommit<Reading>,
    pub acceptances: GroupCommit<Acceptance>,
    pub loads: GroupCommit<Load>,
    pub commits: GroupCommit<TurnCommit>,
    pub texts: GroupCommit<Text>,
    pub turn_readings: GroupCommit<TurnReading>,
}

impl Db {
    /// Connects, and listens for notifications from other processes until the last clone is dropped.
    ///
    /// # Errors
    /// [`Error::Internal`] when the database cannot be reached or its schema is not that of this build.
    pub async fn connect(settings: DbSettings) -> Result<Self> {
        let plain: PgConnectOptions = settings.url.expose_secret().parse()?;
        let options = plain.clone().options(SESSION_SETTINGS);
        probe(&options, &settings.schema).await?;
        // Half of the connections serve autocommitted calls, which are the most frequent work.
        let for_transactions = (settings.max_connections / 2).max(1);
        let for_calls = settings.max_connections.saturating_sub(for_transactions).max(1);
        let connections = Pool::new(options.clone(), for_calls as usize)?;
        let pool = PgPoolOptions::new()
            .max_connections(for_transactions)
            .acquire_timeout(Duration::from_secs(10))
            // Testing costs a round trip for each transaction; a broken connection fails at its next use anyway.
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        let notifier = Notifier::start(pool.clone(), plain);
        let orm = SqlxPostgresConnector::from_sqlx_postgres_pool(pool.clone());
        Ok(Self(Arc::new(Inner {
            orm,
            pool,
            connections,
            transactions_bulkhead: Bulkhead::new(for_transactions as usize),
            calls_bulkhead: Bulkhead::new(for_calls as usize),
            notifier,
            keys: Replaceable::new(settings.keys),
            sealer: settings.sealer,
            sign_up: settings.sign_up,
            quotas: QuotaState::default(),
            passwords: PasswordHasher::default(),
            login_throttle: LoginThrottle::default(),
            key_throttle: KeyThrottle::default(),
            token_cache: TokenCache::default(),
            last_uses: LastUses::default(),
            refusals: RefusalQueue::default(),
            request_log: RequestLogQueue::default(),
            batches: Batches::default(),
        })))
    }

    /// Opens a transaction that sees one organization and nothing else.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] when the caller's login or key has ended, or their role or scopes have changed.
    pub async fn begin(&self, tenant: impl Into<Tenant>) -> Result<TenantTx> {
        let tenant = tenant.into();
        let permit = enter(&self.0.transactions_bulkhead, owner(&tenant)).await?;
        let transaction = self.begin_transaction().await?;
        let Begun { now, real_time, .. } = bind(&transaction, &tenant).await?;
        Ok(TenantTx::new(self.clone(), (transaction, permit), tenant, now, real_time))
    }

    /// Opens a transaction that belongs to no organization: of what row-level security protects, only functions of
    /// `cross_tenant` reach anything in it.
    pub(crate) async fn begin_plain(&self) -> Result<PlainTx> {
        let permit = self.enter_without_tenant().await?;
        let transaction = self.begin_transaction().await?;
        if let Some(context) = audit::context_of_request() {
            transaction.query_one_raw(audit::set_context(context)).await?;
        }
        Ok(PlainTx::new(transaction, permit))
    }

    /// Waits until a call of this tenant may use a connection of [`Self::connections`].
    pub(crate) async fn enter_call(&self, tenant: &Tenant) -> Result<Option<Permit>> {
        enter(&self.0.calls_bulkhead, owner(tenant)).await
    }

    /// Waits until the client of this request may use a connection of [`Self::orm`]; work of no request does not wait.
    pub(crate) async fn enter_without_tenant(&self) -> Result<Option<Permit>> {
        enter(&self.0.transactions_bulkhead, anonymous()).await
    }

    /// Sets how many percent of the connections the requests of one organization may use at once.
    pub fn set_organization_share(&self, percentage: u8) {
        self.0.transactions_bulkhead.set_organization_share(percentage);
        self.0.calls_bulkhead.set_organization_share(percentage);
    }

    pub(crate) fn quota_state(&self) -> &QuotaState {
        &self.0.quotas
    }

    /// Begins in a task of its own, so that BEGIN completes even if the caller is dropped meanwhile. sqlx 0.9.0 rolls back
    /// only what has begun: a dropped BEGIN would leave a connection with an open transaction in the pool.
    async fn begin_transaction(&self) -> Result<DatabaseTransaction> {
        let orm = self.0.orm.clone();
        let begin = tokio::spawn(async move { orm.begin().await });
        Ok(begin.await??)
    }

    /// Checks that the database answers and runs the function that begins every transaction; for readiness probes.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<()> {
        let nobody = Tenant::system(OrganizationId(Uuid::nil()), true);
        // Without a permit: many anonymous clients must not make the process look broken.
        call_in(&self.0.orm, BeginTenantTransaction::from(&nobody)).await?;
        Ok(())
    }

    /// Closes the connections: idle ones at once, those in use when they become idle. Every later call fails.
    pub async fn close(&self) {
        self.0.refusals.written().await;
        self.0.notifier.close().await;
        self.0.connections.close().await;
        self.0.pool.close().await;
    }

    /// The keys that sign access tokens.
    #[must_use]
    pub fn keys(&self) -> Arc<SigningKeys> {
        self.0.keys.current()
    }

    /// Signs and verifies access tokens with other keys from now on. Tokens of a key that is gone are refused at once.
    pub fn replace_signing_keys(&self, keys: SigningKeys) {
        self.0.keys.replace(keys);
        self.0.token_cache.clear();
    }

    /// Seals and opens with other keys from now on.
    pub fn replace_encryption_keys(&self, keys: EncryptionKeys) {
        self.0.sealer.replace(keys);
    }

    /// Seals the secrets that the database stores.
    pub(crate) fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    /// Who may sign up.
    #[must_use]
    pub fn sign_up_policy(&self) -> SignUpPolicy {
        self.0.sign_up
    }

    pub(crate) fn passwords(&self) -> &PasswordHasher {
        &self.0.passwords
    }

    pub(crate) fn login_throttle(&self) -> &LoginThrottle {
        &self.0.login_throttle
    }

    /// Throttles API keys, apart from people's sign-ins.
    pub(crate) fn key_throttle(&self) -> &KeyThrottle {
        &self.0.key_throttle
    }

    pub(crate) fn notifier(&self) -> &Notifier {
        &self.0.notifier
    }

    pub(crate) fn last_uses(&self) -> &LastUses {
        &self.0.last_uses
    }

    /// Writes refusals into the audit log, after their responses.
    pub(crate) fn refusals(&self) -> &RefusalQueue {
        &self.0.refusals
    }

    /// Writes refused requests into the request log, after their responses.
    pub(crate) fn request_log(&self) -> &RequestLogQueue {
        &self.0.request_log
    }

    pub(crate) fn token_cache(&self) -> &TokenCache {
        &self.0.token_cache
    }

    /// Calls a function that needs no tenant.
    pub(crate) async fn call<F: StoredFunction>(&self, call: F) -> Result<Vec<F::Returned>> {
        let _permit = self.enter_without_tenant().await?;
        Ok(call_in(&self.0.orm, call).await?)
    }

    /// Calls such a function that always returns one row.
    pub(crate) async fn call_one<F: StoredFunction>(&self, call: F) -> Result<F::Returned> {
        let row = self.call(call).await?.into_iter().next();
        row.ok_or_else(|| Error::internal(format!("{} returned no row", F::NAME)))
    }

    /// Calls such a function for a batch, as one autocommitted statement on a connection of [`Self::connections`].
    pub(crate) async fn call_autocommitted<F: StoredFunction>(
        &self,
        call: F,
    ) -> Result<Vec<F::Returned>, StatementError> {
        const { assert!(matches!(F::KIND, Kind::Plain)) };
        let rows = self.0.connections.query(F::text(), call.values(), Buffers::Shrink).await?;
        rows.iter().map(|row| Ok(F::Returned::read(row)?)).collect()
    }

    pub(crate) fn batches(&self) -> &Batches {
        &self.0.batches
    }

    /// For autocommitted calls, see `executor.rs`.
    pub(crate) fn connections(&self) -> &Pool {
        &self.0.connections
    }

    /// For cross-tenant calls whose errors the caller distinguishes.
    pub(crate) fn orm(&self) -> &DatabaseConnection {
        &self.0.orm
    }

    /// For statements that are no calls of stored functions.
    pub(crate) fn pool(&self) -> &PgPool {
        &self.0.pool
    }
}

/// Whose share of the connections a tenant uses; `None` for the worker, whose own limits are by organization. A system tenant
/// of a request has no verified caller: the client may have named any organization, for example in an invented token.
fn owner(tenant: &Tenant) -> Option<Owner> {
    if tenant.is_system { anonymous() } else { Some(Owner::Organization(tenant.organization)) }
}

/// The client of this request; `None` outside requests and for the operator.
fn anonymous() -> Option<Owner> {
    let origin = audit::RequestOrigin::current().filter(|origin| !origin.is_operator)?;
    Some(Owner::anonymous(origin.address.and_then(|address| address.parse().ok())))
}

async fn enter(bulkhead: &Bulkhead, owner: Option<Owner>) -> Result<Option<Permit>> {
    match owner {
        Some(owner) => bulkhead.enter(owner).await.map(Some),
        None => Ok(None),
    }
}

/// Binds a transaction to the tenant and checks the caller's credential.
///
/// # Errors
/// As for [`Db::begin`].
pub(crate) async fn bind(transaction: &DatabaseTransaction, tenant: &Tenant) -> Result<Begun> {
    let begin = BeginTenantTransaction {
        audit_context: audit::context(tenant),
        ..BeginTenantTransaction::from(tenant)
    };
    let row = transaction.query_one_raw(begin.statement()).await?;
    let begun =
        Begun::read(&row.ok_or_else(|| Error::internal("begin_tenant_transaction returned no row"))?)?;
    begun.credential.check()?;
    Ok(begun)
}
