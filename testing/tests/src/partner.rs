//! People who speak with the application through the Rust client, as a partner's program does.

use std::ops::Deref;

use futures_util::TryStreamExt;
use postwright_client::types::{JobPost, Problem, Session, Turn, TurnStatus};
use postwright_client::{Client, Error, ResponseValue, problem, told};
use uuid::Uuid;

use crate::App;

/// Somebody with the Rust client; where the server refuses what all tests take for granted, the test stops.
pub struct Partner(Client);

impl Deref for Partner {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl crate::Client {
    /// The same caller with the Rust client.
    pub fn partner(&self) -> Partner {
        Partner(Client::with_token(self.base_url(), self.token()).expect("a token"))
    }
}

impl App {
    /// Somebody with a new organization of their own, and the Rust client.
    pub async fn partner(&self, name: &str) -> Partner {
        self.owner(name).await.partner()
    }
}

impl Partner {
    /// Begins a session and gives its id.
    pub async fn begin(&self) -> Uuid {
        given(self.start_session().send().await).id
    }

    /// Posts a message and waits for its answer.
    pub async fn say(&self, session: Uuid, message: &str) -> Turn {
        let turn = self.start_turn().session_id(session).prefer("wait=30");
        let turn = given(turn.body_map(|body| body.message(message)).send().await);
        assert_eq!(turn.status, TurnStatus::Succeeded, "{turn:?}");
        turn
    }

    pub async fn read(&self, session: Uuid) -> Session {
        given(self.read_session().session_id(session).send().await)
    }

    /// All job posts, newest first.
    pub async fn job_posts(&self) -> Vec<JobPost> {
        self.list_job_posts().stream().try_collect().await.unwrap_or_else(|error| panic!("{}", told(&error)))
    }
}

#[track_caller]
fn given<T>(sent: Result<ResponseValue<T>, Error<Problem>>) -> T {
    sent.unwrap_or_else(|error| panic!("{}", told(&error))).into_inner()
}

/// Asserts that this was refused with a problem, and gives its status and code.
#[track_caller]
pub fn refused<T>(sent: Result<ResponseValue<T>, Error<Problem>>) -> (u16, String) {
    let Err(error) = sent else { panic!("it was not refused") };
    let problem = problem(&error).unwrap_or_else(|| panic!("no problem: {}", told(&error)));
    let status = error.status().map_or(0, |status| status.as_u16());
    assert_eq!(problem.status, i32::from(status), "{problem:?}");
    (status, problem.code.clone())
}
