//! One session's client: says numbered messages one after the other, some without waiting for the answer before.

use std::sync::Arc;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::json;
use uuid::Uuid;

use crate::Result;
use crate::journal::{Entry, Journal};
use crate::person::{Person, post};
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
        let id = self.person.begin(&format!("session-{}", self.number)).await?;
        self.journal.write(Entry::Begun { session: self.number, id: id.parse()? });
        let path = format!("/v1/sessions/{id}/turns");
        let mut waiting = Vec::new();
        for number in 1..=self.messages {
            if self.tally.is_over() {
                break;
            }
            let is_waited_for = rng.random_bool(0.6) || waiting.len() >= 4;
            let (turn, is_done) = self.say(&mut rng, &path, number, is_waited_for).await?;
            if !is_done {
                waiting.push((number, turn));
            }
            if is_waited_for {
                for (number, turn) in waiting.drain(..) {
                    self.wait(&path, number, turn).await?;
                }
            }
        }
        for (number, turn) in waiting {
            self.wait(&path, number, turn).await?;
        }
        Ok(())
    }

    /// Says one message; gives its turn, and whether that has ended.
    async fn say(&self, rng: &mut StdRng, path: &str, number: usize, waits: bool) -> Result<(Uuid, bool)> {
        let session = self.number;
        let matter = MATTERS[rng.random_range(0..MATTERS.len())];
        let message = json!({ "message": format!("turn {number} of session {session}: {matter}") });
        let key = format!("session-{session}-{number}");
        let wait = if waits && rng.random_bool(0.5) { WAIT_SECONDS } else { 0 };
        let request = post(path, Some(&key), wait, message);
        self.journal.write(Entry::Said { session, number });
        let said = self.person.ask(&request).await?;
        let Ok(turn) = said.text_at("/id").parse::<Uuid>() else {
            self.journal.write(Entry::Wrong { session, number, answer: said.text.clone() });
            return Err(
                format!("message {number} of session {session}: {} {}", said.status, said.text).into()
            );
        };
        self.tally.count_accepted();
        self.journal.write(Entry::Accepted { session, number, turn, tries: said.tries });
        if self.has_keys && rng.random_bool(0.05) {
            // As if that answer had never arrived.
            let again = self.person.ask(&request).await?;
            if again.text != said.text {
                let answer =
                    format!("to the same key: {} {}, before: {}", again.status, again.text, said.text);
                self.journal.write(Entry::Wrong { session, number, answer });
            }
        }
        let status = said.text_at("/status");
        let is_done = ["succeeded", "failed", "cancelled"].contains(&status.as_str());
        if is_done {
            self.end(number, turn, status, said.text_at("/reply"));
        }
        Ok((turn, is_done))
    }

    async fn wait(&self, path: &str, number: usize, turn: Uuid) -> Result<()> {
        let begun = crate::clock::now();
        while crate::clock::now() - begun < 240.0 {
            let now = self.person.get(&format!("{path}/{turn}")).await?;
            let status = now.text_at("/status");
            if ["succeeded", "failed", "cancelled"].contains(&status.as_str()) {
                self.end(number, turn, status, now.text_at("/reply"));
                return Ok(());
            }
            if now.status != 200 {
                let answer = format!("{} {}", now.status, now.text);
                self.journal.write(Entry::Wrong { session: self.number, number, answer });
                return Err("an accepted turn is not there".into());
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        Err(format!("turn {number} of session {} does not end", self.number).into())
    }

    fn end(&self, number: usize, turn: Uuid, status: String, reply: String) {
        self.tally.count_done(1);
        self.journal.write(Entry::Ended { session: self.number, number, turn, status, reply });
    }
}
