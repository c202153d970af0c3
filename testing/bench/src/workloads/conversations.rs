//! Concurrent conversations; each turn starts after the reply to the one before.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use serde_json::json;
use tokio::sync::{Barrier, Semaphore};
use tokio::time::{sleep, timeout};

use crate::Result;
use crate::connection::Connection;
use crate::figures::{Durations, rate};
use crate::installation::Installation;
use crate::model::{Model, answers, message};
use crate::person::{Person, expected, next_number, text};

/// The number of sessions that are started concurrently, before the measurement.
const BEGIN_AT_ONCE: usize = 16;

/// A turn that takes longer fails the bench.
const TURN_TIMEOUT: Duration = Duration::from_secs(60);
/// The interval between reads of an unfinished turn.
const POLL_INTERVAL: Duration = Duration::from_millis(2);

/// The measured turns, and how long all took together.
pub struct Measured {
    pub turns: Durations,
    pub took: Duration,
}

impl Measured {
    /// Turns per second.
    pub fn rate(&self) -> f64 {
        rate(self.turns.count(), self.took)
    }
}

/// Runs this many conversations of this many turns, spread over the people, each on a connection of its own. The
/// measurement starts when all sessions exist.
///
/// # Errors
/// A reply is not the one to its message.
pub async fn run_conversations(
    installation: &Installation,
    people: &[Person],
    conversations: usize,
    turns: usize,
) -> Result<Measured> {
    run_spread(installation, people, conversations, turns, Duration::ZERO).await
}

/// [`run_conversations`] that do not start in one instant, but one after the other within this time.
pub async fn run_spread(
    installation: &Installation,
    people: &[Person],
    conversations: usize,
    turns: usize,
    within: Duration,
) -> Result<Measured> {
    let (limit, begun) = (Arc::new(Semaphore::new(BEGIN_AT_ONCE)), Arc::new(Barrier::new(conversations + 1)));
    let all = people.iter().cycle().zip(0..conversations).map(|(person, place)| {
        let delay = within.mul_f64(place as f64 / conversations as f64);
        let (address, person) = (installation.address, person.clone());
        let (limit, begun) = (limit.clone(), begun.clone());
        tokio::spawn(async move {
            let conversation = {
                let _permit = limit.acquire().await?;
                Conversation::begin(address, &person).await
            };
            begun.wait().await;
            sleep(delay).await;
            conversation?.run(turns).await
        })
    });
    let all: Vec<_> = all.collect();
    begun.wait().await;
    let started = Instant::now();
    let took: Result<Vec<_>> = try_join_all(all).await?.into_iter().collect();
    let turns = took?.into_iter().flatten().collect();
    Ok(Measured { turns: Durations::of(turns), took: started.elapsed() })
}

pub struct Conversation {
    connection: Connection,
    path: String,
}

impl Conversation {
    pub async fn begin(address: std::net::SocketAddr, person: &Person) -> Result<Self> {
        let connection = Connection::open(address, &person.token).await?;
        let path = format!("/v1/sessions/{}/turns", person.begin().await?);
        Ok(Self { connection, path })
    }

    /// Runs this many turns; returns the duration of each.
    pub async fn run(mut self, turns: usize) -> Result<Vec<Duration>> {
        let mut took = Vec::with_capacity(turns);
        for _ in 0..turns {
            took.push(self.run_turn().await?);
        }
        Ok(took)
    }

    /// Runs one turn; returns the time until the reply.
    pub async fn run_turn(&mut self) -> Result<Duration> {
        let number = next_number();
        let (key, body) = (format!("bench-{number}"), json!({ "message": message(number) }));
        let headers = [("Prefer", "wait=30"), ("Idempotency-Key", key.as_str())];
        let sent = Instant::now();
        let reply = self.connection.post(&self.path, &headers, &body).await?;
        let took = sent.elapsed();
        if reply.status == 200 && answers(&reply.body, number) {
            return Ok(took);
        }
        let body = String::from_utf8_lossy(&reply.body);
        Err(format!("message {number} got a response with {} {body}", reply.status).into())
    }

    /// Starts a turn without `Prefer: wait`; returns the moments of the call of the model and of the end.
    pub async fn start_turn(&mut self, model: &Model) -> Result<PickUp> {
        let number = next_number();
        let called = model.call_of(number);
        let sent = Instant::now();
        let reply = self.connection.post(&self.path, &[], &json!({ "message": message(number) })).await?;
        let accepted = Instant::now();
        let turn = format!("{}/{}", self.path, text(&expected(202, &reply)?, "id")?);
        let called = timeout(TURN_TIMEOUT, called).await??;
        self.wait_for(&turn).await?;
        Ok(PickUp { sent, accepted, called, ended: Instant::now() })
    }

    async fn wait_for(&mut self, turn: &str) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < TURN_TIMEOUT {
            let status = text(&expected(200, &self.connection.get(turn).await?)?, "status")?;
            match status.as_str() {
                "succeeded" => return Ok(()),
                "queued" | "running" => sleep(POLL_INTERVAL).await,
                _ => return Err(format!("a turn {status}").into()),
            }
        }
        Err("a turn does not end".into())
    }
}

/// The moments of a turn.
#[derive(Clone, Copy, Debug)]
pub struct PickUp {
    pub sent: Instant,
    /// The 202 was received.
    pub accepted: Instant,
    /// The model was called; the turn was running by then.
    pub called: Instant,
    pub ended: Instant,
}
