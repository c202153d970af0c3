//! A person with an organization, who calls with the Rust client and retries until there is a definite response.

use std::sync::Arc;
use std::time::Duration;

use postwright_client::types::{Problem, Session, Tokens, Turn};
use postwright_client::{Client, Error, ResponseValue, describe, is_interrupted, retry_after};
use rand::Rng;
use serde::Serialize;
use tests::Outbox;
use tokio::sync::RwLock;
use uuid::Uuid;

use crate::Result;
use crate::balancer::Balancer;
use crate::clock::now;
use crate::progress::Progress;

const PASSWORD: &str = "tall ships leave at dawn";
/// A request without a definite response after this time fails the run.
const REQUEST_TIMEOUT_SECONDS: f64 = 180.0;
/// The pause when the response has no Retry-After.
const PAUSE: Duration = Duration::from_millis(300);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

pub struct Person {
    /// Chooses an API for each request.
    balancer: Arc<Balancer>,
    email: String,
    /// One client for each API, all with the same token.
    clients: RwLock<Vec<Client>>,
    pub organization: Uuid,
    progress: Arc<Progress>,
}

/// A message, which may be sent several times.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    pub session: Uuid,
    pub text: &'a str,
    pub key: &'a str,
    /// Seconds to wait for the turn's end.
    pub wait: u64,
}

/// A response, and how many requests it took.
pub struct Response<T> {
    pub value: ResponseValue<T>,
    /// The number of requests.
    pub tries: u32,
}

impl<T: Serialize> Response<T> {
    /// The response as the client has parsed it. That a replay is equal byte by byte is tested elsewhere.
    pub fn text(&self) -> serde_json::Result<String> {
        serde_json::to_string(&*self.value)
    }
}

/// A response, or an error that repeating the request would not change.
pub type Definite<T> = std::result::Result<Response<T>, Error<Problem>>;

type Sent<T> = std::result::Result<ResponseValue<T>, Error<Problem>>;

impl Person {
    /// # Errors
    /// The sign-up is refused.
    pub async fn sign_up(
        balancer: Arc<Balancer>,
        name: &str,
        progress: Arc<Progress>,
        outbox: &Outbox,
    ) -> Result<Self> {
        let email = format!("{name}@example.com");
        let clients = balancer.base_urls().map(|url| Client::anonymous(&url)).collect();
        let mut person =
            Self { balancer, email, clients: RwLock::new(clients), organization: Uuid::nil(), progress };
        let (organization, email) = (&*format!("{name} trading"), person.email.as_str());
        let requested = person.send_until_definite("sign_up", |client| async move {
            client.sign_up().body_map(|body| body.email(email)).send().await
        });
        accepted(requested.await?)?;
        let token = &*outbox.token("complete_sign_up", email).await;
        let signed_up = person.send_until_definite("complete_sign_up", |client| async move {
            let request = client.complete_sign_up().body_map(|body| {
                body.token(token).organization_name(organization).name(name).password(PASSWORD)
            });
            request.send().await
        });
        let tokens = accepted(signed_up.await?)?.value;
        person.organization = tokens.organization_id;
        person.use_token(&tokens).await?;
        Ok(person)
    }

    /// Starts a session. The idempotency key prevents a second one.
    ///
    /// # Errors
    /// The server refuses or does not respond.
    pub async fn begin(&self, key: &str) -> Result<Session> {
        Ok(accepted(self.start_session(key).await?)?.value.into_inner())
    }

    /// Whether the server honours idempotency keys.
    ///
    /// # Errors
    /// The server refuses or does not respond.
    pub async fn probe_keys(&self) -> Result<bool> {
        let first = accepted(self.start_session("probe").await?)?;
        let second = accepted(self.start_session("probe").await?)?;
        let replayed = second.value.headers().get("Idempotency-Replayed");
        Ok(replayed.is_some_and(|value| value == "true") && first.text()? == second.text()?)
    }

    /// # Errors
    /// The server does not respond.
    pub async fn start_turn(&self, message: Message<'_>) -> Result<Definite<Turn>> {
        let Message { session, text, key, wait } = message;
        let started = self.send_until_definite("start_turn", |client| async move {
            let mut turn = client.start_turn().session_id(session).idempotency_key(key);
            if wait > 0 {
                turn = turn.prefer(format!("wait={wait}"));
            }
            turn.body_map(|body| body.message(text)).send().await
        });
        started.await
    }

    /// # Errors
    /// The server does not respond.
    pub async fn read_turn(&self, session: Uuid, turn: Uuid) -> Result<Definite<Turn>> {
        let read = self.send_until_definite("read_turn", |client| async move {
            client.read_turn().session_id(session).turn_id(turn).send().await
        });
        read.await
    }

    /// # Errors
    /// The server does not respond.
    pub async fn read_session(&self, session: Uuid) -> Result<Definite<Session>> {
        let read = self.send_until_definite("read_session", |client| async move {
            client.read_session().session_id(session).send().await
        });
        read.await
    }

    async fn start_session(&self, key: &str) -> Result<Definite<Session>> {
        let started = self.send_until_definite("start_session", |client| async move {
            client.start_session().idempotency_key(key).send().await
        });
        started.await
    }

    async fn sign_in(&self) -> Result<()> {
        let email = self.email.as_str();
        let signed_in = self.send_until_definite("sign_in", |client| async move {
            client.sign_in().body_map(|login| login.email(email).password(PASSWORD)).send().await
        });
        let tokens = accepted(signed_in.await?)?.value;
        self.use_token(&tokens).await
    }

    /// Sends this token from now on.
    async fn use_token(&self, tokens: &Tokens) -> Result<()> {
        let clients = self.balancer.base_urls().map(|url| Client::with_token(&url, &tokens.access_token));
        *self.clients.write().await = clients.collect::<std::result::Result<_, _>>()?;
        Ok(())
    }

    /// Repeats a request, each time to a random API, until the response is definite: neither "try later" nor a broken
    /// connection.
    async fn send_until_definite<T, F: Future<Output = Sent<T>>>(
        &self,
        operation: &str,
        send: impl Fn(Client) -> F,
    ) -> Result<Definite<T>> {
        let begun = now();
        for tries in 1.. {
            self.progress.requests.increment();
            let client = self.clients.read().await[self.balancer.pick()].clone();
            let error = match send(client).await {
                Ok(value) => return Ok(Ok(Response { value, tries })),
                Err(error) => error,
            };
            let pause = match error.status().map(|status| status.as_u16()) {
                Some(401) if !["sign_up", "complete_sign_up", "sign_in"].contains(&operation) => {
                    Box::pin(self.sign_in()).await?;
                    Duration::ZERO
                }
                Some(status @ (409 | 429 | 500..)) => {
                    self.record(operation, status, &error);
                    retry_after(&error).unwrap_or(PAUSE).min(LONGEST_PAUSE)
                }
                None if is_interrupted(&error) => {
                    self.progress.record_client_error(format!("at {:.3}: {error:?}", now()));
                    Duration::from_millis(rand::rng().random_range(50..300))
                }
                _ => return Ok(Err(error)),
            };
            self.progress.retries.increment();
            if now() - begun > REQUEST_TIMEOUT_SECONDS {
                break;
            }
            tokio::time::sleep(pause).await;
        }
        Err(format!("no definite response to {operation} in {REQUEST_TIMEOUT_SECONDS} s").into())
    }

    fn record(&self, operation: &str, status: u16, error: &Error<Problem>) {
        if status == 500 {
            self.progress.internal_errors.increment();
        }
        if status >= 500 {
            self.progress.record_client_error(format!("{operation}: {status} {}", describe(error)));
        }
    }
}

/// The response to a request that must not be refused.
fn accepted<T>(definite: Definite<T>) -> Result<Response<T>> {
    definite.map_err(|error| describe(&error).into())
}
