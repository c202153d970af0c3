//! Turns: one message of a user and the agent's answer.

mod accept;
mod desk;
mod models;
mod preference;
mod wait;

use domain::turns::{self, Input};
use entity::id::{SessionId, TurnId};
use poem_openapi::OpenApi;
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use uuid::Uuid;

use self::accept::TurnStarted;
use self::desk::Desk;
use self::models::{StartTurnRequest, Turn, TurnPage};
pub use self::wait::wait;
use super::Tag;
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::idempotency::{IdempotencyKey, Replayable};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;

pub struct Turns;

#[OpenApi(tag = "Tag::Turns")]
impl Turns {
    /// Say something
    ///
    /// The message is accepted as the session's next turn, and the agent answers it in the background. With
    /// `Prefer: wait=20` the answer is awaited for so many seconds (30 at the most): 200 if it came in time, else 202,
    /// and the turn goes on. With `Accept: text/event-stream` the answer is a stream of the turn's events instead, as of
    /// `stream_events`, up to the turn's last.
    #[oai(path = "/v1/sessions/:session_id/turns", method = "post", operation_id = "start_turn")]
    async fn start_turn(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        /// `wait=N` or `respond-async` (RFC 7240).
        #[oai(name = "Prefer")]
        prefer: Header<Option<String>>,
        desk: Desk<'_>,
        body: Valid<StartTurnRequest>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        require_words(&body.0.message)?;
        let session = SessionId(session_id.0);
        let on_busy = body.0.on_busy.map(turns::OnBusy::from).unwrap_or_default();
        let wish = desk.wish(&member, key.of("start_turn"), prefer.0.as_deref());
        wish.grant(session, Input::Message { text: &body.0.message, on_busy }).await
    }

    /// List the turns of a session
    ///
    /// Oldest first.
    #[oai(path = "/v1/sessions/:session_id/turns", method = "get", operation_id = "list_turns")]
    async fn list_turns(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        page: PageParams,
    ) -> Result<Json<TurnPage>, Problem> {
        let paged =
            reader.transaction(async |tx| turns::list(tx, SessionId(session_id.0), &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a turn
    ///
    /// Its message, how it stands, and the answer once there is one.
    #[oai(path = "/v1/sessions/:session_id/turns/:turn_id", method = "get", operation_id = "read_turn")]
    async fn read_turn(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        #[oai(name = "turn_id")] turn_id: Path<Uuid>,
    ) -> Result<Json<Turn>, Problem> {
        let turn = turns::find(reader.autocommit(), SessionId(session_id.0), TurnId(turn_id.0)).await?;
        Ok(Json(turn.into()))
    }

    /// Cancel a turn
    ///
    /// One that waits does not run any more, one that runs is interrupted; the model never sees its message. A turn that
    /// has ended stays as it is (409, unless it is cancelled already).
    #[oai(
        path = "/v1/sessions/:session_id/turns/:turn_id/cancel",
        method = "post",
        operation_id = "cancel_turn"
    )]
    async fn cancel_turn(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        #[oai(name = "turn_id")] turn_id: Path<Uuid>,
    ) -> Result<Json<Turn>, Problem> {
        let turn = member
            .transaction(async |tx| turns::cancel(tx, SessionId(session_id.0), TurnId(turn_id.0)).await)
            .await?;
        Ok(Json(turn.into()))
    }

    /// Try a failed turn again
    ///
    /// Its message becomes the session's next turn. Replayable like `start_turn`.
    #[oai(
        path = "/v1/sessions/:session_id/turns/:turn_id/retry",
        method = "post",
        operation_id = "retry_turn"
    )]
    async fn retry_turn(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        #[oai(name = "turn_id")] turn_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        /// `wait=N` or `respond-async` (RFC 7240).
        #[oai(name = "Prefer")]
        prefer: Header<Option<String>>,
        desk: Desk<'_>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        let (session, turn) = (SessionId(session_id.0), TurnId(turn_id.0));
        let wish = desk.wish(&member, key.of("retry_turn"), prefer.0.as_deref());
        wish.grant(session, Input::RetryOf(turn)).await
    }
}

/// # Errors
/// 422 for a message of nothing but space, which the schema's length cannot see.
pub fn require_words(message: &str) -> Result<(), Problem> {
    match message.trim().is_empty() {
        true => Err(Problem::invalid_field("/message", "must have at least one character that is no space")),
        false => Ok(()),
    }
}
