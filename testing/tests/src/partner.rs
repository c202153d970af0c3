//! Callers that use the Rust client, as a partner's program does.

use std::ops::Deref;

use futures_util::TryStreamExt;
use postwright_client::types::{JobPost, Problem, Session, Turn, TurnStatus};
use postwright_client::{Client, Error, ResponseValue, describe, problem};
use uuid::Uuid;

use crate::App;

/// A caller with the Rust client. Its own methods panic when the server refuses the request.
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
    /// The owner of a new organization, with the Rust client.
    pub async fn partner(&self, name: &str) -> Partner {
        self.owner(name).await.partner()
    }
}

impl Partner {
    /// Starts a session and returns its id.
    pub async fn begin(&self) -> Uuid {
        sent_ok(self.start_session().send().await).id
    }

    /// Posts a message and waits until the turn has succeeded.
    pub async fn say(&self, session: Uuid, message: &str) -> Turn {
        let turn = self.start_turn().session_id(session).prefer("wait=30");
        let turn = sent_ok(turn.body_map(|body| body.message(message)).send().await);
        assert_eq!(turn.status, TurnStatus::Succeeded, "{turn:?}");
        turn
    }

    pub async fn read(&self, session: Uuid) -> Session {
        sent_ok(self.read_session().session_id(session).send().await)
    }

    /// All job posts, newest first.
    pub async fn job_posts(&self) -> Vec<JobPost> {
        self.list_job_posts()
            .stream()
            .try_collect()
            .await
            .unwrap_or_else(|error| panic!("{}", describe(&error)))
    }
}

#[track_caller]
fn sent_ok<T>(sent: Result<ResponseValue<T>, Error<Problem>>) -> T {
    sent.unwrap_or_else(|error| panic!("{}", describe(&error))).into_inner()
}

/// Asserts that the request was refused with a problem document; returns its status and code.
#[track_caller]
pub fn refused<T>(sent: Result<ResponseValue<T>, Error<Problem>>) -> (u16, String) {
    let Err(error) = sent else { panic!("the request was not refused") };
    let problem = problem(&error).unwrap_or_else(|| panic!("no problem: {}", describe(&error)));
    let status = error.status().map_or(0, |status| status.as_u16());
    assert_eq!(problem.status, i32::from(status), "{problem:?}");
    (status, problem.code.clone())
}
