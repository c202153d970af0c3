//! Pool for calls that are a statement of their own.
//!
//! sqlx's pool asks each connection that comes back whether it is well: a round trip more for each call, and most calls
//! are one. Here only a connection whose call came to its end is kept, and the latest used goes out first.

use std::time::Duration;

use deadpool::managed::{Manager, Metrics, Object, PoolError, QueueMode, RecycleError, RecycleResult};
use sea_orm::{QueryResult, Values};
use sea_query_sqlx::SqlxValues;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};
use tokio::time::timeout;

use crate::error::{Error, Result};

/// As long as sqlx's pool keeps its own: caches of a server process grow.
const LIFETIME: Duration = Duration::from_secs(30 * 60);
/// As long as sqlx's pool keeps an unused one: something in between may have forgotten it.
const IDLE: Duration = Duration::from_secs(10 * 60);
/// As long as sqlx's pool waits for one of its own.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

pub(crate) struct Pool(deadpool::managed::Pool<ConnectionManager>);

pub(crate) struct ConnectionManager(PgConnectOptions);

impl Manager for ConnectionManager {
    type Type = PgConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<PgConnection, sqlx::Error> {
        PgConnection::connect_with(&self.0).await
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
    /// At most so many, each opened when it is needed.
    pub fn new(options: PgConnectOptions, most: usize) -> Result<Self> {
        let pool = deadpool::managed::Pool::builder(ConnectionManager(options))
            .max_size(most)
            .queue_mode(QueueMode::Lifo)
            .build();
        Ok(Self(pool.map_err(Error::internal)?))
    }

    /// Runs a statement as a transaction of its own.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database cannot be reached; whether it was done is then unknown.
    pub async fn query(&self, sql: &'static str, values: Vec<sea_orm::Value>) -> Result<Vec<QueryResult>> {
        let connection =
            timeout(ACQUIRE_TIMEOUT, self.0.get()).await.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let mut connection = PooledConnection(Some(connection.map_err(reason)?));
        let query = sqlx::query_with(sql, SqlxValues(Values(values)));
        match query.fetch_all(connection.inner()?).await {
            Ok(rows) => {
                connection.give_back();
                Ok(rows.into_iter().map(QueryResult::from).collect())
            }
            Err(error) => {
                let error = Error::from(error);
                if matches!(error, Error::Unavailable(_)) {
                    // What ended this connection has ended the others too.
                    self.0.retain(|_, _| false);
                }
                Err(error)
            }
        }
    }

    /// Ends those that are free; the others end when they come back.
    pub async fn close(&self) {
        let free = self.0.retain(|_, _| false).removed;
        self.0.close();
        for connection in free {
            // It is a courtesy to the server; nobody waits for it.
            let _ = timeout(ACQUIRE_TIMEOUT, connection.close()).await;
        }
    }
}

fn reason(error: PoolError<sqlx::Error>) -> sqlx::Error {
    match error {
        PoolError::Backend(error) => error,
        PoolError::Timeout(_) => sqlx::Error::PoolTimedOut,
        PoolError::Closed | PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
            sqlx::Error::PoolClosed
        }
    }
}

/// A connection that is out. When its call does not come to a good end, nobody knows what is still to come over it: it
/// is closed.
struct PooledConnection(Option<Object<ConnectionManager>>);

impl PooledConnection {
    fn inner(&mut self) -> Result<&mut PgConnection> {
        self.0.as_deref_mut().ok_or_else(|| Error::internal("a connection that was given back"))
    }

    fn give_back(mut self) {
        self.0.take();
    }
}

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(unclear) = self.0.take() {
            drop(Object::take(unclear));
        }
    }
}
