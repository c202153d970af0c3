//! Many conversations at once, each turn after the answer to the one before.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use serde_json::json;
use tokio::sync::{Barrier, Semaphore};
use tokio::time::timeout;

use crate::Result;
use crate::connection::Connection;
use crate::figures::{Durations, rate};
use crate::installation::Installation;
use crate::model::{Model, answers, message};
use crate::person::{Person, expected, next_number, text};

/// How many begin at once, before the clock runs.
const BEGIN_AT_ONCE: usize = 16;

/// No turn takes so long.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often somebody looks whether a turn has ended.
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// What came of it.
pub struct Talked {
    pub turns: Durations,
    pub took: Duration,
}

impl Talked {
    /// Turns a second.
    pub fn rate(&self) -> f64 {
        rate(self.turns.count(), self.took)
    }
}

/// Has so many conversations of so many turns each, spread over people, on a connection each. The clock runs from when all have
/// begun.
///
/// # Errors
/// When one turn is not answered with what was just said.
pub async fn talk(
    installation: &Installation,
    people: &[Person],
    conversations: usize,
    turns: usize,
) -> Result<Talked> {
    let (gate, begun) = (Arc::new(Semaphore::new(BEGIN_AT_ONCE)), Arc::new(Barrier::new(conversations + 1)));
    let all = people.iter().cycle().take(conversations).map(|person| {
        let (address, person) = (installation.address, person.clone());
        let (gate, begun) = (gate.clone(), begun.clone());
        tokio::spawn(async move {
            let conversation = {
                let _one_of_few = gate.acquire().await?;
                Conversation::begin(address, &person).await
            };
            begun.wait().await;
            conversation?.go_on(turns).await
        })
    });
    let all: Vec<_> = all.collect();
    begun.wait().await;
    let started = Instant::now();
    let took: Result<Vec<_>> = try_join_all(all).await?.into_iter().collect();
    let turns = took?.into_iter().flatten().collect();
    Ok(Talked { turns: Durations::of(turns), took: started.elapsed() })
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

    /// Says so many things; how long each took to be answered.
    pub async fn go_on(mut self, turns: usize) -> Result<Vec<Duration>> {
        let mut took = Vec::with_capacity(turns);
        for _ in 0..turns {
            took.push(self.say().await?);
        }
        Ok(took)
    }

    /// Says something and waits for the answer to it.
    pub async fn say(&mut self) -> Result<Duration> {
        let number = next_number();
        let (key, body) = (format!("bench-{number}"), json!({ "message": message(number) }));
        let headers = [("Prefer", "wait=30"), ("Idempotency-Key", key.as_str())];
        let said = Instant::now();
        let reply = self.connection.post(&self.path, &headers, &body).await?;
        let took = said.elapsed();
        if reply.status == 200 && answers(&reply.body, number) {
            return Ok(took);
        }
        let body = String::from_utf8_lossy(&reply.body);
        Err(format!("message {number} was answered with {} {body}", reply.status).into())
    }

    /// Says something and does not wait for the answer: only for the model being asked, and for the end.
    pub async fn hand_in(&mut self, model: &Model) -> Result<PickUp> {
        let number = next_number();
        let asked = model.asked_about(number);
        let said = Instant::now();
        let reply = self.connection.post(&self.path, &[], &json!({ "message": message(number) })).await?;
        let accepted = Instant::now();
        let turn = format!("{}/{}", self.path, text(&expected(202, &reply)?, "id")?);
        let asked = timeout(PATIENCE, asked).await??;
        self.wait_for(&turn).await?;
        Ok(PickUp { said, accepted, asked, ended: Instant::now() })
    }

    async fn wait_for(&mut self, turn: &str) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let status = text(&expected(200, &self.connection.get(turn).await?)?, "status")?;
            match status.as_str() {
                "succeeded" => return Ok(()),
                "queued" | "running" => tokio::time::sleep(LOOK_AGAIN).await,
                _ => return Err(format!("a turn {status}").into()),
            }
        }
        Err("a turn does not end".into())
    }
}

/// The moments of a turn that was handed in.
#[derive(Clone, Copy, Debug)]
pub struct PickUp {
    pub said: Instant,
    /// When the 202 came.
    pub accepted: Instant,
    /// When the model was asked: the turn was running by then.
    pub asked: Instant,
    pub ended: Instant,
}
