//! Sessions that live for seconds, touched in the last moment, while the sweep runs all the time.

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
/// How long it takes to accept a message there: time enough for the sweep to come in between.
const SLOWNESS: &str = "0.3";
const TALKERS: usize = 6;

/// What became of the sessions at the edge.
#[derive(Default)]
pub struct Edges {
    seen: Mutex<Seen>,
}

#[derive(Clone, Default)]
pub struct Seen {
    /// Sessions that were touched in time.
    pub extended: usize,
    /// Sessions that were too late, or left alone.
    pub expired: usize,
    pub wrong: Vec<String>,
}

impl Edges {
    #[must_use]
    pub fn seen(&self) -> Seen {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Goes on until it is aborted.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn run(self: Arc<Self>, person: Arc<Person>) -> Result<()> {
        let talkers = (0..TALKERS).map(|_| self.talk(&person));
        futures_util::future::try_join_all(talkers).await.map(drop)
    }

    async fn talk(&self, person: &Person) -> Result<()> {
        loop {
            self.play(person).await?;
        }
    }

    /// One session, from its beginning to well past its end.
    async fn play(&self, person: &Person) -> Result<()> {
        let key: u64 = rand::rng().random();
        let begun = person.begin(&format!("edge-{key}")).await?;
        let (session, mut until) = (begun.id, lives_until(begun.created_at));
        for number in 1..=3 {
            // The request travels, and a transaction's clock stands still from its beginning.
            let early = rand::rng().random_range(0.005..0.2);
            sleep_until(until - early).await;
            let (text, key) = (&format!("edge {number}"), &format!("edge-{key}-{number}"));
            match person.say(Message { session, text, key, wait: 0 }).await? {
                Ok(said) => until = lives_until(said.value.created_at),
                Err(error) if !is_gone(&error) => self.complain(session, &describe(&error)),
                Err(_) if now() < until => self.complain(session, "refused in time"),
                Err(_) => break,
            }
            self.note(|seen| seen.extended += 1);
            self.look(person, session, until).await?;
        }
        sleep_until(until + 0.3).await;
        self.note(|seen| seen.expired += 1);
        for _ in 0..3 {
            match person.read_session(session).await? {
                Err(error) if is_gone(&error) => {}
                Err(error) => self.complain(session, &describe(&error)),
                Ok(_) => self.complain(session, "there after its end"),
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        Ok(())
    }

    /// It has to be there for as long as it was promised.
    async fn look(&self, person: &Person, session: Uuid, until: f64) -> Result<()> {
        while now() < until - 0.3 {
            if let Err(error) = person.read_session(session).await?
                && now() < until
            {
                self.complain(session, &format!("gone in its time: {}", describe(&error)));
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(400)).await;
        }
        Ok(())
    }

    fn complain(&self, session: Uuid, what: &str) {
        self.note(|seen| seen.wrong.push(format!("{session}: {what}")));
    }
}

fn is_gone(error: &Error<Problem>) -> bool {
    error.status().is_some_and(|status| status.as_u16() == 404)
}

/// From the time that the server gives.
fn lives_until(touched_at: DateTime<Utc>) -> f64 {
    touched_at.timestamp_micros() as f64 / 1e6 + LIFETIME_SECONDS
}

/// Makes the sessions of one organization short-lived and slow to touch.
///
/// # Errors
/// When the database refuses.
pub async fn prepare(superuser: &str, organization: Uuid) -> Result<()> {
    let mut connection = PgConnection::connect(superuser).await?;
    let statement = format!(
        "update organization set session_lifetime_seconds = {LIFETIME_SECONDS} where id = '{organization}';
         create function public.torture_take_time() returns trigger language plpgsql
             as $$ begin perform pg_sleep({SLOWNESS}); return new; end $$;
         create trigger torture_take_time before insert on turn for each row
             when (new.organization_id = '{organization}') execute function public.torture_take_time();"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await?;
    Ok(())
}

/// Sweeps all the time, as the product does once an hour. Goes on until it is aborted.
///
/// # Errors
/// There are none: while the database is away it tries again.
pub async fn sweep(superuser: String) -> Result<()> {
    loop {
        if let Ok(mut connection) = PgConnection::connect(&superuser).await {
            let _ = sqlx::raw_sql("set role postwright_app").execute(&mut connection).await;
            while sqlx::raw_sql("select across.sweep_sessions(500)").execute(&mut connection).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
