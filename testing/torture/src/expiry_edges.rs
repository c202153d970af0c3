//! The edge of expiry: sessions that live for seconds get messages at the last moment, while the sweep runs constantly.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use postwright_client::types::Problem;
use postwright_client::{Error, describe};
use rand::Rng;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::Result;
use crate::clock::{now, sleep_until};
use crate::person::{Message, Person};

const LIFETIME_SECONDS: f64 = 2.0;
/// Seconds that accepting a message takes, so that the sweep can run in between.
const ACCEPT_SECONDS: &str = "0.3";
const CLIENTS: usize = 6;

/// The sessions at the edge, and what was observed of them.
#[derive(Default)]
pub struct ExpiryEdges {
    observed: Mutex<Observed>,
}

#[derive(Clone, Default)]
pub struct Observed {
    /// Messages that were accepted in time.
    pub extended: usize,
    /// Sessions that have expired.
    pub expired: usize,
    pub violations: Vec<String>,
}

impl ExpiryEdges {
    #[must_use]
    pub fn observed(&self) -> Observed {
        self.observed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, change: impl FnOnce(&mut Observed)) {
        change(&mut self.observed.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Runs until it is aborted.
    ///
    /// # Errors
    /// The server does not respond.
    pub async fn run(self: Arc<Self>, person: Arc<Person>) -> Result<()> {
        let clients = (0..CLIENTS).map(|_| self.run_client(&person));
        futures_util::future::try_join_all(clients).await.map(drop)
    }

    async fn run_client(&self, person: &Person) -> Result<()> {
        loop {
            self.run_session(person).await?;
        }
    }

    /// One session, from its start to well past its expiry.
    async fn run_session(&self, person: &Person) -> Result<()> {
        let key: u64 = rand::rng().random();
        let begun = person.begin(&format!("edge-{key}")).await?;
        let (session, mut until) = (begun.id, lives_until(begun.created_at));
        for number in 1..=3 {
            // Early enough for the transaction to begin in time: its clock is that of its beginning.
            let early = rand::rng().random_range(0.005..0.2);
            sleep_until(until - early).await;
            let (text, key) = (&format!("edge {number}"), &format!("edge-{key}-{number}"));
            match person.start_turn(Message { session, text, key, wait: 0 }).await? {
                Ok(accepted) => until = lives_until(accepted.value.created_at),
                Err(error) if !is_gone(&error) => self.record(session, &describe(&error)),
                Err(_) if now() < until => self.record(session, "refused before its expiry"),
                Err(_) => break,
            }
            self.note(|observed| observed.extended += 1);
            self.expect_alive(person, session, until).await?;
        }
        sleep_until(until + 0.3).await;
        self.note(|observed| observed.expired += 1);
        for _ in 0..3 {
            match person.read_session(session).await? {
                Err(error) if is_gone(&error) => {}
                Err(error) => self.record(session, &describe(&error)),
                Ok(_) => self.record(session, "readable after its expiry"),
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        Ok(())
    }

    /// The session must exist until its expiry.
    async fn expect_alive(&self, person: &Person, session: Uuid, until: f64) -> Result<()> {
        while now() < until - 0.3 {
            if let Err(error) = person.read_session(session).await?
                && now() < until
            {
                self.record(session, &format!("not found before its expiry: {}", describe(&error)));
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(400)).await;
        }
        Ok(())
    }

    fn record(&self, session: Uuid, violation: &str) {
        self.note(|observed| observed.violations.push(format!("{session}: {violation}")));
    }
}

fn is_gone(error: &Error<Problem>) -> bool {
    error.status().is_some_and(|status| status.as_u16() == 404)
}

/// The expiry after this time, which the server has returned.
fn lives_until(touched_at: DateTime<Utc>) -> f64 {
    touched_at.timestamp_micros() as f64 / 1e6 + LIFETIME_SECONDS
}

/// Makes the sessions of one organization short-lived and slow to touch.
///
/// # Errors
/// The database refuses a statement.
pub async fn prepare(superuser: &str, organization: Uuid) -> Result<()> {
    let mut connection = PgConnection::connect(superuser).await?;
    let statement = format!(
        "update organization set session_lifetime_seconds = {LIFETIME_SECONDS}, session_retention_days = 0 where id = '{organization}';
         create function public.torture_take_time() returns trigger language plpgsql
             as $$ begin perform pg_sleep({ACCEPT_SECONDS}); return new; end $$;
         create trigger torture_take_time before insert on turn for each row
             when (new.organization_id = '{organization}') execute function public.torture_take_time();"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await?;
    Ok(())
}

/// Sweeps constantly, as the product does once an hour. Runs until it is aborted.
///
/// # Errors
/// None: while the database is down it retries.
pub async fn sweep(superuser: String) -> Result<()> {
    loop {
        if let Ok(mut connection) = PgConnection::connect(&superuser).await {
            let _ = sqlx::raw_sql("set role postwright_app").execute(&mut connection).await;
            while sqlx::raw_sql(
                "select cross_tenant.note_expiries('0', 500); select cross_tenant.sweep_sessions(500)",
            )
            .execute(&mut connection)
            .await
            .is_ok()
            {
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
