//! Connection pool for autocommitted calls.
//!
//! sqlx's pool pings each returned connection, which would double the round trips of a single call. This pool keeps a
//! connection only if its call ran to completion, and hands out the most recently used one first.

use std::time::Duration;

use deadpool::managed::{Manager, Metrics, Object, PoolError, QueueMode, RecycleError, RecycleResult};
use sea_orm::{QueryResult, Values};
use sea_query_sqlx::SqlxValues;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};
use tokio::time::timeout;

use crate::error::{Error, Result, StatementError};

/// Maximum age of a connection, as in sqlx's pool: caches of a server process grow.
const LIFETIME: Duration = Duration::from_secs(30 * 60);
/// Maximum idle time, as in sqlx's pool: a firewall may have dropped an idle connection.
const IDLE: Duration = Duration::from_secs(10 * 60);
/// How long a call waits for a connection, as in sqlx's pool.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

pub(crate) struct Pool(deadpool::managed::Pool<ConnectionManager>);

pub(crate) struct ConnectionManager(PgConnectOptions);

/// What becomes of a connection's buffers after a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Buffers {
    Keep,
    /// A batch may have needed a megabyte, which the connection would keep as long as it lives.
    Shrink,
}

impl Manager for ConnectionManager {
    type Type = PgConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<PgConnection, sqlx::Error> {
        // Boxed, because each call of the database would otherwise have room for the state of a TLS handshake.
        Box::pin(PgConnection::connect_with(&self.0)).await
    }

    async fn recycle(&self, _: &mut PgConnection, metrics: &Metrics) -> RecycleResult<sqlx::Error> {
        if metrics.age() > LIFETIME || metrics.last_used() > IDLE {
            Err(RecycleError::message("old"))
        } else {
            Ok(())
        }
    }
}

impl Pool {
    /// A pool of at most `most` connections, each opened on demand.
    pub fn new(options: PgConnectOptions, most: usize) -> Result<Self> {
        let pool = deadpool::managed::Pool::builder(ConnectionManager(options))
            .max_size(most)
            .queue_mode(QueueMode::Lifo)
            .build();
        Ok(Self(pool.map_err(Error::internal)?))
    }

    /// Runs one autocommitted statement.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database cannot be reached.
    pub async fn query(
        &self,
        sql: &'static str,
        values: Vec<sea_orm::Value>,
        buffers: Buffers,
    ) -> Result<Vec<QueryResult>, StatementError> {
        let connection =
            timeout(ACQUIRE_TIMEOUT, self.0.get()).await.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let mut connection = PooledConnection(Some(connection.map_err(sqlx_error)?));
        let query = sqlx::query_with(sql, SqlxValues(Values(values)));
        match query.fetch_all(connection.get()?).await {
            Ok(rows) => {
                connection.give_back(buffers);
                Ok(rows.into_iter().map(QueryResult::from).collect())
            }
            Err(error) => {
                let failed = StatementError::from(error);
                if matches!(failed.error, Error::Unavailable(_)) {
                    // The cause has probably broken the idle connections too.
                    self.0.retain(|_, _| false);
                }
                Err(failed)
            }
        }
    }

    /// Closes idle connections; those in use are closed when they are returned.
    pub async fn close(&self) {
        let free = self.0.retain(|_, _| false).removed;
        self.0.close();
        for connection in free {
            // An orderly goodbye to the server; its failure changes nothing.
            let _ = timeout(ACQUIRE_TIMEOUT, connection.close()).await;
        }
    }
}

fn sqlx_error(error: PoolError<sqlx::Error>) -> sqlx::Error {
    match error {
        PoolError::Backend(error) => error,
        PoolError::Timeout(_) => sqlx::Error::PoolTimedOut,
        PoolError::Closed | PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
            sqlx::Error::PoolClosed
        }
    }
}

/// A connection in use. If its call fails or is dropped, unread results may still arrive, so the connection is closed
/// instead of returned.
struct PooledConnection(Option<Object<ConnectionManager>>);

impl PooledConnection {
    fn get(&mut self) -> Result<&mut PgConnection> {
        self.0.as_deref_mut().ok_or_else(|| Error::internal("the connection was returned to the pool"))
    }

    fn give_back(mut self, buffers: Buffers) {
        if let (Some(mut connection), Buffers::Shrink) = (self.0.take(), buffers) {
            connection.shrink_buffers();
        }
    }
}

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(unfinished) = self.0.take() {
            drop(Object::take(unfinished));
        }
    }
}
