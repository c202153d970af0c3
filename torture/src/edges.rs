//! Sessions that live for seconds, touched in the last moment, while the sweep runs all the time.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::Rng;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use crate::Result;
use crate::clock::{now, sleep_until};
use crate::person::{Person, post};

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
        let path = format!("/v1/sessions/{}", person.begin(&format!("edge-{key}")).await?);
        let mut until = lives_until(&person.get(&path).await?.at("/created_at"));
        for number in 1..=3 {
            // The request travels, and a transaction's clock stands still from its beginning.
            let early = rand::rng().random_range(0.005..0.2);
            sleep_until(until - early).await;
            let turns = format!("{path}/turns");
            let message = json!({ "message": format!("edge {number}") });
            let said = person.ask(&post(&turns, Some(&format!("edge-{key}-{number}")), 0, message)).await?;
            match said.status {
                200 | 202 => until = lives_until(&said.at("/created_at")),
                404 if now() < until => self.note(|seen| seen.wrong.push(format!("{path}: refused in time"))),
                404 => break,
                _ => self.note(|seen| seen.wrong.push(format!("{path}: {} {}", said.status, said.text))),
            }
            self.note(|seen| seen.extended += 1);
            self.look(person, &path, until).await?;
        }
        sleep_until(until + 0.3).await;
        self.note(|seen| seen.expired += 1);
        for _ in 0..3 {
            let after = person.get(&path).await?;
            if after.status != 404 {
                self.note(|seen| seen.wrong.push(format!("{path}: there after its end: {}", after.status)));
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        Ok(())
    }

    /// It has to be there for as long as it was promised.
    async fn look(&self, person: &Person, path: &str, until: f64) -> Result<()> {
        while now() < until - 0.3 {
            let there = person.get(path).await?;
            if there.status != 200 && now() < until {
                self.note(|seen| seen.wrong.push(format!("{path}: gone in its time: {}", there.status)));
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(400)).await;
        }
        Ok(())
    }
}

/// From the time that the server gives; RFC 3339 in UTC, read without the date since no run lasts that long.
fn lives_until(created_at: &Value) -> f64 {
    let text = created_at.as_str().unwrap_or_default();
    let time = text.split_once('T').map_or("", |(_, time)| time.trim_end_matches('Z'));
    let seconds = time.split(':').fold(0.0, |sum, part| sum * 60.0 + part.parse::<f64>().unwrap_or_default());
    let now = now();
    let midnight = now - now.rem_euclid(86_400.0);
    let at = midnight + seconds;
    // It was before now, so maybe yesterday.
    (if at > now + 60.0 { at - 86_400.0 } else { at }) + LIFETIME_SECONDS
}

/// Makes the sessions of one organization short-lived and slow to touch.
///
/// # Errors
/// When the database refuses.
pub async fn prepare(superuser: &str, organization: &str) -> Result<()> {
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
