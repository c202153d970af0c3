//! One session's client: says numbered messages one after the other, some without waiting for the answer before.

use std::sync::Arc;

use postwright_client::describe;
use postwright_client::types::{Turn, TurnStatus};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

use crate::Result;
use crate::journal::{Entry, Journal};
use crate::person::{Message, Person};
use crate::tally::Tally;

const WAIT_SECONDS: u64 = 20;
const MATTERS: [&str; 8] = [
    "Backend engineer.",
    "Skills: Rust, Kafka.",
    "In Lisbon, hybrid.",
    "Senior level with 5+ years of experience.",
    "Remove Kafka.",
    "Skills: PostgreSQL, Kafka.",
    "Salary 60000 to 80000 EUR a year.",
    "In Porto, remote.",
];

pub struct Talk {
    pub person: Arc<Person>,
    pub journal: Arc<Journal>,
    pub tally: Arc<Tally>,
    /// Of the session, among all.
    pub number: usize,
    pub messages: usize,
    pub seed: u64,
    /// Whether the server keeps to one answer per key: then answers may get lost.
    pub has_keys: bool,
}

impl Talk {
    /// Says all messages and waits for all answers.
    ///
    /// # Errors
    /// The server does not answer any more, or answers what it must not.
    pub async fn run(self) -> Result<()> {
        let mut rng = StdRng::seed_from_u64(self.seed ^ (self.number as u64) << 32);
        let id = self.person.begin(&format!("session-{}", self.number)).await?.id;
        self.journal.write(Entry::Begun { session: self.number, id });
        let mut waiting = Vec::new();
        for number in 1..=self.messages {
            if self.tally.is_over() {
                break;
            }
            let is_waited_for = rng.random_bool(0.6) || waiting.len() >= 4;
            let (turn, is_done) = self.say(&mut rng, id, number, is_waited_for).await?;
            if !is_done {
                waiting.push((number, turn));
            }
            if is_waited_for {
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

    /// Says one message; gives its turn, and whether that has ended.
    async fn say(&self, rng: &mut StdRng, id: Uuid, number: usize, waits: bool) -> Result<(Uuid, bool)> {
        let session = self.number;
        let matter = MATTERS[rng.random_range(0..MATTERS.len())];
        let text = &format!("turn {number} of session {session}: {matter}");
        let key = &format!("session-{session}-{number}");
        let wait = if waits && rng.random_bool(0.5) { WAIT_SECONDS } else { 0 };
        let message = Message { session: id, text, key, wait };
        self.journal.write(Entry::Said { session, number });
        let said = match self.person.say(message).await? {
            Ok(said) => said,
            Err(error) => return self.refuse(number, &describe(&error)),
        };
        let turn = said.value.id;
        self.tally.count_accepted();
        self.journal.write(Entry::Accepted { session, number, turn, tries: said.tries });
        if self.has_keys && rng.random_bool(0.05) {
            // As if that answer had never arrived.
            let before = said.text()?;
            let again = match self.person.say(message).await? {
                Ok(again) => again.text()?,
                Err(error) => describe(&error),
            };
            if again != before {
                let answer = format!("to the same key: {again}, before: {before}");
                self.journal.write(Entry::Wrong { session, number, answer });
            }
        }
        Ok((turn, self.has_ended(number, &said.value)))
    }

    async fn wait(&self, id: Uuid, number: usize, turn: Uuid) -> Result<()> {
        let begun = crate::clock::now();
        while crate::clock::now() - begun < 240.0 {
            match self.person.read_turn(id, turn).await? {
                Ok(now) if self.has_ended(number, &now.value) => return Ok(()),
                Ok(_) => tokio::time::sleep(std::time::Duration::from_millis(200)).await,
                // An accepted turn is there.
                Err(error) => return self.refuse(number, &describe(&error)),
            }
        }
        Err(format!("turn {number} of session {} does not end", self.number).into())
    }

    /// Writes down an answer that must not be; nothing more is said after it.
    fn refuse<T>(&self, number: usize, answer: &str) -> Result<T> {
        let session = self.number;
        self.journal.write(Entry::Wrong { session, number, answer: answer.to_owned() });
        Err(format!("message {number} of session {session}: {answer}").into())
    }

    /// Whether a turn has ended; then that is written down.
    fn has_ended(&self, number: usize, turn: &Turn) -> bool {
        if matches!(turn.status, TurnStatus::Queued | TurnStatus::Running) {
            return false;
        }
        self.tally.count_done(1);
        let (status, reply) = (turn.status.to_string(), turn.reply.clone().unwrap_or_default());
        self.journal.write(Entry::Ended { session: self.number, number, turn: turn.id, status, reply });
        true
    }
}
