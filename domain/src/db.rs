//! The database, behind a door that asks for a tenant.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqlxPostgresConnector, Statement,
    TransactionTrait, Value,
};
use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection as _, PgConnection, PgPool};

use crate::api_keys::LastUses;
use crate::auth::{LoginThrottle, PasswordHasher, SigningKeys, TokenCache};
use crate::error::{Error, Result, Unauthenticated};
use crate::notifications::Notifier;
use crate::pool::Pool;
use crate::tenant::{Role, Tenant};
use crate::tenant_tx::TenantTx;

/// A statement that hangs, or a transaction that was forgotten, gives its locks back. And plans are kept: what is done often
/// finds its rows by key, where one plan is as good for all values and making it costs more than running it.
const SESSION_SETTINGS: [(&str, &str); 4] = [
    ("statement_timeout", "30s"),
    ("lock_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "60s"),
    ("plan_cache_mode", "force_generic_plan"),
];

/// What a process needs to reach the database.
pub struct DbSettings {
    /// A login that is bound by row-level security; see the roles in ARCHITECTURE.md.
    pub url: SecretString,
    pub max_connections: u32,
    pub keys: SigningKeys,
}

/// The only holder of database connections. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    orm: DatabaseConnection,
    pool: PgPool,
    connections: Pool,
    notifier: Notifier,
    keys: SigningKeys,
    passwords: PasswordHasher,
    login_throttle: LoginThrottle,
    key_throttle: LoginThrottle,
    token_cache: TokenCache,
    last_uses: LastUses,
}

impl Db {
    /// Connects, and listens for notifications from other processes until the last clone is dropped.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database cannot be reached.
    pub async fn connect(settings: DbSettings) -> Result<Self> {
        let plain: PgConnectOptions = settings.url.expose_secret().parse()?;
        let options = plain.clone().options(SESSION_SETTINGS);
        probe(&options).await?;
        // Most of what there is to do is one call.
        let for_transactions = (settings.max_connections / 2).max(1);
        let for_calls = settings.max_connections.saturating_sub(for_transactions).max(1);
        let connections = Pool::new(options.clone(), for_calls as usize)?;
        let pool = PgPoolOptions::new()
            .max_connections(for_transactions)
            .acquire_timeout(Duration::from_secs(10))
            // A connection that died in the pool shows at its next use; asking each time costs a round trip.
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        let notifier = Notifier::install(pool.clone(), plain);
        let orm = SqlxPostgresConnector::from_sqlx_postgres_pool(pool.clone());
        let (passwords, login_throttle, key_throttle) =
            (PasswordHasher::default(), LoginThrottle::of_passwords(), LoginThrottle::of_keys());
        let token_cache = TokenCache::default();
        Ok(Self(Arc::new(Inner {
            orm,
            pool,
            connections,
            notifier,
            keys: settings.keys,
            passwords,
            login_throttle,
            key_throttle,
            token_cache,
            last_uses: LastUses::default(),
        })))
    }

    /// Opens a transaction that sees one organization and nothing else.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] when the caller's login or key has ended, or their role or scopes have changed.
    pub async fn begin(&self, tenant: impl Into<Tenant>) -> Result<TenantTx> {
        let tenant = tenant.into();
        let transaction = self.begin_unscoped().await?;
        let row = transaction
            .query_one_raw(open_scope(&tenant))
            .await?
            .ok_or_else(|| Error::internal("open_scope gave no row"))?;
        check_standing(&row.try_get::<String>("", "standing")?)?;
        let (now, real_time) = (row.try_get("", "at")?, row.try_get("", "real_time")?);
        Ok(TenantTx::new(self.clone(), transaction, tenant, now, real_time))
    }

    /// Begins in a task of its own, which comes to its end though the caller may be dropped meanwhile: sqlx 0.9.0 rolls
    /// back only what has begun, so a dropped beginning would leave its connection in the pool with an open transaction.
    async fn begin_unscoped(&self) -> Result<DatabaseTransaction> {
        let orm = self.0.orm.clone();
        let begun = tokio::spawn(async move { orm.begin().await });
        Ok(begun.await.map_err(Error::internal)??)
    }

    /// Whether the database answers; for readiness probes.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it does not.
    pub async fn ready(&self) -> Result<()> {
        sqlx::query("select 1").execute(&self.0.pool).await?;
        Ok(())
    }

    /// Gives the connections back: idle ones at once, those in use when they are free. Nothing works any more after it.
    pub async fn close(&self) {
        self.0.notifier.close().await;
        self.0.connections.close().await;
        self.0.pool.close().await;
    }

    /// The keys that sign executor tokens.
    #[must_use]
    pub fn keys(&self) -> &SigningKeys {
        &self.0.keys
    }

    pub(crate) fn passwords(&self) -> &PasswordHasher {
        &self.0.passwords
    }

    pub(crate) fn login_throttle(&self) -> &LoginThrottle {
        &self.0.login_throttle
    }

    /// Of API keys, which do not slow people down.
    pub(crate) fn key_throttle(&self) -> &LoginThrottle {
        &self.0.key_throttle
    }

    pub(crate) fn notifier(&self) -> &Notifier {
        &self.0.notifier
    }

    pub(crate) fn last_uses(&self) -> &LastUses {
        &self.0.last_uses
    }

    pub(crate) fn token_cache(&self) -> &TokenCache {
        &self.0.token_cache
    }

    /// For statements that concern no organization.
    pub(crate) fn orm(&self) -> &DatabaseConnection {
        &self.0.orm
    }

    /// For calls that are transactions by themselves, see `executor.rs`.
    pub(crate) fn connections(&self) -> &Pool {
        &self.0.connections
    }

    /// For the functions of `across.rs` only, which look beyond one organization.
    pub(crate) fn pool(&self) -> &PgPool {
        &self.0.pool
    }
}

/// Says at once what is wrong: a pool tries for a while and then does not say it.
async fn probe(options: &PgConnectOptions) -> Result<()> {
    let mut connection = PgConnection::connect_with(options).await.map_err(Error::internal)?;
    let has_schema: bool = sqlx::query_scalar("select to_regproc('public.acting_key') is not null")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    if has_schema {
        Ok(())
    } else {
        Err(Error::internal("the schema is not there or too old: run `postwright migrate`"))
    }
}

fn open_scope(tenant: &Tenant) -> Statement {
    Statement::from_sql_and_values(
        sea_orm::DbBackend::Postgres,
        "select at, real_time, standing from open_scope($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant_arguments(tenant),
    )
}

/// What the database's `open_scope` wants to know.
pub(crate) fn tenant_arguments(tenant: &Tenant) -> [Value; 9] {
    let person = tenant.person;
    let times = person.and_then(|p| p.times);
    [
        tenant.organization.into(),
        tenant.livemode.into(),
        person.map(|p| p.user).into(),
        person.map(|p| p.login).into(),
        person.map(|p| role_name(p.role)).into(),
        times.map(|[from, _]| from).into(),
        times.map(|[_, until]| until).into(),
        tenant.key.map(|key| key.id).into(),
        tenant.key.map(|key| key.scopes.to_string()).into(),
    ]
}

fn role_name(role: Role) -> String {
    sea_orm::ActiveEnum::to_value(&role)
}

fn check_standing(standing: &str) -> Result<()> {
    match standing {
        "good" | "system" => Ok(()),
        "expired" => Err(Unauthenticated::ExpiredToken.into()),
        "changed" => Err(Unauthenticated::StaleToken.into()),
        "ended" => Err(Unauthenticated::EndedKey.into()),
        "revoked" => Err(Unauthenticated::RevokedToken.into()),
        other => Err(DbErr::Custom(format!("unknown standing {other}")).into()),
    }
}
