//! The client of one session: it sends numbered messages, some without waiting for the reply to the one before.

use std::sync::Arc;

use postwright_client::describe;
use postwright_client::types::{Turn, TurnStatus};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

use crate::Result;
use crate::journal::{Entry, Journal};
use crate::person::{Message, Person};
use crate::progress::Progress;

const WAIT_SECONDS: u64 = 20;
const TEXTS: [&str; 8] = [
    "Backend engineer.",
    "Skills: Rust, Kafka.",
    "In Lisbon, hybrid.",
    "Senior level with 5+ years of experience.",
    "Remove Kafka.",
    "Skills: PostgreSQL, Kafka.",
    "Salary 60000 to 80000 EUR a year.",
    "In Porto, remote.",
];

pub struct SessionClient {
    pub person: Arc<Person>,
    pub journal: Arc<Journal>,
    pub progress: Arc<Progress>,
    /// The number of the session.
    pub number: usize,
    pub messages: usize,
    pub seed: u64,
    /// Whether the server honours idempotency keys, so that requests can be repeated.
    pub has_keys: bool,
}

impl SessionClient {
    /// Sends all messages and waits for the end of all turns.
    ///
    /// # Errors
    /// The server does not respond any more, or sends a wrong response.
    pub async fn run(self) -> Result<()> {
        let mut rng = StdRng::seed_from_u64(self.seed ^ (self.number as u64) << 32);
        let id = self.person.begin(&format!("session-{}", self.number)).await?.id;
        self.journal.write(Entry::Begun { session: self.number, id });
        let mut waiting = Vec::new();
        for number in 1..=self.messages {
            if self.progress.is_over() {
                break;
            }
            let waits = rng.random_bool(0.6) || waiting.len() >= 4;
            let (turn, is_done) = self.send(&mut rng, id, number, waits).await?;
            if !is_done {
                waiting.push((number, turn));
            }
            if waits {
                for (number, turn) in waiting.drain(..) {
                    self.wait(id, number, turn).await?;
                }
            }
        }
        for (number, turn) in waiting {
            self.wait(id, number, turn).await?;
        }
        Ok(())
    }

    /// Sends one message; returns its turn, and whether that has ended.
    async fn send(&self, rng: &mut StdRng, id: Uuid, number: usize, waits: bool) -> Result<(Uuid, bool)> {
        let session = self.number;
        let content = TEXTS[rng.random_range(0..TEXTS.len())];
        let text = &format!("turn {number} of session {session}: {content}");
        let key = &format!("session-{session}-{number}");
        let wait = if waits && rng.random_bool(0.5) { WAIT_SECONDS } else { 0 };
        let message = Message { session: id, text, key, wait };
        self.journal.write(Entry::Sent { session, number });
        let accepted = match self.person.start_turn(message).await? {
            Ok(accepted) => accepted,
            Err(error) => return self.refuse(number, &describe(&error)),
        };
        let turn = accepted.value.id;
        self.progress.accepted.increment();
        self.journal.write(Entry::Accepted { session, number, turn, tries: accepted.tries });
        if self.has_keys && rng.random_bool(0.05) {
            // Repeats the request, as if its response had been lost.
            let before = accepted.text()?;
            let again = match self.person.start_turn(message).await? {
                Ok(again) => again.text()?,
                Err(error) => describe(&error),
            };
            if again != before {
                let response = format!("to the same key: {again}, before: {before}");
                self.journal.write(Entry::Wrong { session, number, response });
            }
        }
        Ok((turn, self.has_ended(number, &accepted.value)))
    }

    async fn wait(&self, id: Uuid, number: usize, turn: Uuid) -> Result<()> {
        let begun = crate::clock::now();
        while crate::clock::now() - begun < 240.0 {
            match self.person.read_turn(id, turn).await? {
                Ok(read) if self.has_ended(number, &read.value) => return Ok(()),
                Ok(_) => tokio::time::sleep(std::time::Duration::from_millis(200)).await,
                // An accepted turn must exist.
                Err(error) => return self.refuse(number, &describe(&error)),
            }
        }
        Err(format!("turn {number} of session {} does not end", self.number).into())
    }

    /// Records a wrong response and ends this client.
    fn refuse<T>(&self, number: usize, response: &str) -> Result<T> {
        let session = self.number;
        self.journal.write(Entry::Wrong { session, number, response: response.to_owned() });
        Err(format!("message {number} of session {session}: {response}").into())
    }

    /// Whether a turn has ended. Records the end.
    fn has_ended(&self, number: usize, turn: &Turn) -> bool {
        if matches!(turn.status, TurnStatus::Queued | TurnStatus::Running) {
            return false;
        }
        self.progress.done.increment();
        let (status, reply) = (turn.status.to_string(), turn.reply.clone().unwrap_or_default());
        self.journal.write(Entry::Ended { session: self.number, number, turn: turn.id, status, reply });
        true
    }
}
