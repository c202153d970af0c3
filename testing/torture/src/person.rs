//! Somebody with an organization, who says everything until it is answered, and says it with the client that partners have.

use std::sync::Arc;
use std::time::Duration;

use postwright_client::types::{Problem, Session, Tokens, Turn};
use postwright_client::{Client, Error, ResponseValue, describe, is_interrupted, retry_after};
use rand::Rng;
use serde::Serialize;
use tokio::sync::RwLock;
use uuid::Uuid;

use crate::Result;
use crate::balancer::Balancer;
use crate::clock::now;
use crate::tally::Tally;

const PASSWORD: &str = "tall ships leave at dawn";
/// Past this nobody believes in an answer any more.
const PATIENCE_SECONDS: f64 = 180.0;
/// Where the server does not say how long.
const PAUSE: Duration = Duration::from_millis(300);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

pub struct Person {
    /// Each try goes to any of the APIs.
    balancer: Arc<Balancer>,
    email: String,
    /// One for each API, all with the same token.
    clients: RwLock<Vec<Client>>,
    pub organization: Uuid,
    tally: Arc<Tally>,
}

/// A message, as often as it has to be sent.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    pub session: Uuid,
    pub text: &'a str,
    pub key: &'a str,
    /// Seconds to wait for the turn's end.
    pub wait: u64,
}

/// What the server did, in the end.
pub struct Answer<T> {
    pub value: ResponseValue<T>,
    /// How often it was asked.
    pub tries: u32,
}

impl<T: Serialize> Answer<T> {
    /// All that the client understood of it: what is equal here is equal to whoever uses the client. That a replay is
    /// equal byte by byte is for the tests of idempotency.
    pub fn text(&self) -> serde_json::Result<String> {
        serde_json::to_string(&*self.value)
    }
}

/// An answer, or why there will be none however often it is asked.
pub type Asked<T> = std::result::Result<Answer<T>, Error<Problem>>;

type Sent<T> = std::result::Result<ResponseValue<T>, Error<Problem>>;

impl Person {
    /// # Errors
    /// The sign-up is refused.
    pub async fn sign_up(balancer: Arc<Balancer>, name: &str, tally: Arc<Tally>) -> Result<Self> {
        let email = format!("{name}@example.com");
        let clients = balancer.base_urls().map(|url| Client::anonymous(&url)).collect();
        let mut person =
            Self { balancer, email, clients: RwLock::new(clients), organization: Uuid::nil(), tally };
        let (organization, email) = (&*format!("{name} trading"), person.email.as_str());
        let signed_up = person.ask("sign_up", |client| async move {
            let wish = client.sign_up().body_map(|wish| {
                wish.organization_name(organization).name(name).email(email).password(PASSWORD)
            });
            wish.send().await
        });
        let tokens = sure(signed_up.await?)?.value;
        person.organization = tokens.organization_id;
        person.take(&tokens).await?;
        Ok(person)
    }

    /// Begins a session. Its key makes sure that there is only one.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn begin(&self, key: &str) -> Result<Session> {
        Ok(sure(self.start_session(key).await?)?.value.into_inner())
    }

    /// Whether the server keeps to one answer per key.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn probe_keys(&self) -> Result<bool> {
        let first = sure(self.start_session("probe").await?)?;
        let second = sure(self.start_session("probe").await?)?;
        let replayed = second.value.headers().get("Idempotency-Replayed");
        Ok(replayed.is_some_and(|said| said == "true") && first.text()? == second.text()?)
    }

    /// # Errors
    /// The server does not answer.
    pub async fn say(&self, message: Message<'_>) -> Result<Asked<Turn>> {
        let Message { session, text, key, wait } = message;
        let said = self.ask("start_turn", |client| async move {
            let mut turn = client.start_turn().session_id(session).idempotency_key(key);
            if wait > 0 {
                turn = turn.prefer(format!("wait={wait}"));
            }
            turn.body_map(|body| body.message(text)).send().await
        });
        said.await
    }

    /// # Errors
    /// The server does not answer.
    pub async fn read_turn(&self, session: Uuid, turn: Uuid) -> Result<Asked<Turn>> {
        let read = self.ask("read_turn", |client| async move {
            client.read_turn().session_id(session).turn_id(turn).send().await
        });
        read.await
    }

    /// # Errors
    /// The server does not answer.
    pub async fn read_session(&self, session: Uuid) -> Result<Asked<Session>> {
        let read = self.ask("read_session", |client| async move {
            client.read_session().session_id(session).send().await
        });
        read.await
    }

    async fn start_session(&self, key: &str) -> Result<Asked<Session>> {
        let started = self.ask("start_session", |client| async move {
            client.start_session().idempotency_key(key).send().await
        });
        started.await
    }

    async fn sign_in(&self) -> Result<()> {
        let email = self.email.as_str();
        let signed_in = self.ask("sign_in", |client| async move {
            client.sign_in().body_map(|login| login.email(email).password(PASSWORD)).send().await
        });
        let tokens = sure(signed_in.await?)?.value;
        self.take(&tokens).await
    }

    /// From now on asks with this token.
    async fn take(&self, tokens: &Tokens) -> Result<()> {
        let clients = self.balancer.base_urls().map(|url| Client::with_token(&url, &tokens.access_token));
        *self.clients.write().await = clients.collect::<std::result::Result<_, _>>()?;
        Ok(())
    }

    /// Asks again and again, any of the APIs, until there is an answer that is more than "not now".
    async fn ask<T, F: Future<Output = Sent<T>>>(
        &self,
        operation: &str,
        send: impl Fn(Client) -> F,
    ) -> Result<Asked<T>> {
        let begun = now();
        for tries in 1.. {
            self.tally.count_request();
            let client = self.clients.read().await[self.balancer.pick()].clone();
            let error = match send(client).await {
                Ok(value) => return Ok(Ok(Answer { value, tries })),
                Err(error) => error,
            };
            let pause = match error.status().map(|status| status.as_u16()) {
                Some(401) if !["sign_up", "sign_in"].contains(&operation) => {
                    Box::pin(self.sign_in()).await?;
                    Duration::ZERO
                }
                Some(status @ (409 | 429 | 500..)) => {
                    self.notice(operation, status, &error);
                    retry_after(&error).unwrap_or(PAUSE).min(LONGEST_PAUSE)
                }
                None if is_interrupted(&error) => {
                    self.tally.notice(format!("at {:.3}: {error:?}", now()));
                    Duration::from_millis(rand::rng().random_range(50..300))
                }
                _ => return Ok(Err(error)),
            };
            self.tally.count_retry();
            if now() - begun > PATIENCE_SECONDS {
                break;
            }
            tokio::time::sleep(pause).await;
        }
        Err(format!("no answer to {operation} in {PATIENCE_SECONDS} s").into())
    }

    fn notice(&self, operation: &str, status: u16, error: &Error<Problem>) {
        if status == 500 {
            self.tally.count_internal_error();
        }
        if status >= 500 {
            self.tally.notice(format!("{operation}: {status} {}", describe(error)));
        }
    }
}

/// Of what nobody may refuse.
fn sure<T>(asked: Asked<T>) -> Result<Answer<T>> {
    asked.map_err(|error| describe(&error).into())
}
