//! Turns: a message of the user and the agent's reply. `start.rs` shows how a turn is started and answered.

#![expect(clippy::too_many_arguments, reason = "each argument of a handler is a part of the request")]

mod context;
mod models;
mod preference;
mod start;
mod wait;

use domain::turns::{self, Input};
use entity::id::{SessionId, TurnId};
use poem_openapi::OpenApi;
use poem_openapi::param::Header;
use poem_openapi::payload::Json;

use self::context::TurnContext;
pub use self::models::TurnStatus;
use self::models::{StartTurnRequest, Turn, TurnPage};
use self::preference::Preference;
use self::start::TurnStarted;
pub use self::wait::wait;
use super::tags::Tag;
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::idempotency::{IdempotencyKey, Replayable};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::timeouts::{Preferred, WaitLimit};
use crate::types::Path;

pub struct Turns;

#[OpenApi(tag = "Tag::Turns")]
impl Turns {
    /// Start a turn
    ///
    /// Accepts the message as the session's next turn. The agent replies in the background. With `Prefer: wait=N` the response
    /// waits up to N seconds (at most 30) for the turn to end: 200 if it ended in time, else 202 while the turn continues.
    /// With `Accept: text/event-stream` the response is a stream of the turn's events up to the last one, as described at
    /// `stream_events`. 409 `turn_in_progress` with `on_busy: reject` while earlier turns are queued or running. 403
    /// `quota_exceeded` when the session has as many turns as it may, or would store too many bytes.
    #[oai(path = "/v1/sessions/:session_id/turns", method = "post", operation_id = "start_turn")]
    async fn start_turn(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        #[oai(name = "Prefer")] prefer: Header<Option<String>>,
        wait_limit: WaitLimit<Preferred>,
        context: TurnContext<'_>,
        body: Valid<StartTurnRequest>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        require_words(&body.0.message)?;
        let on_busy = body.0.on_busy.map(turns::OnBusy::from).unwrap_or_default();
        let input = Input::Message { text: &body.0.message, on_busy };
        let preference = Preference::parse(prefer.0.as_deref(), wait_limit.duration);
        let request = context.request(&member, key.of("start_turn"), preference);
        request.respond(session_id, input).await
    }

    /// List the turns of a session
    ///
    /// Oldest first.
    #[oai(path = "/v1/sessions/:session_id/turns", method = "get", operation_id = "list_turns")]
    async fn list_turns(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
        page: PageParams,
    ) -> Result<Json<TurnPage>, Problem> {
        let paged = reader.transaction(async |tx| turns::list(tx, session_id, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a turn
    ///
    /// The turn's message, its status and, once it has succeeded, the agent's reply.
    #[oai(path = "/v1/sessions/:session_id/turns/:turn_id", method = "get", operation_id = "read_turn")]
    async fn read_turn(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
        Path(turn_id): Path<TurnId>,
    ) -> Result<Json<Turn>, Problem> {
        Ok(Json(turns::find(reader.autocommit(), session_id, turn_id).await?.into()))
    }

    /// Cancel a turn
    ///
    /// A queued turn does not run, and a running turn is interrupted. Its message is not part of later prompts. Cancelling a
    /// cancelled turn changes nothing. 409 `turn_finished` when the turn has succeeded or failed.
    #[oai(
        path = "/v1/sessions/:session_id/turns/:turn_id/cancel",
        method = "post",
        operation_id = "cancel_turn"
    )]
    async fn cancel_turn(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        Path(turn_id): Path<TurnId>,
    ) -> Result<Json<Turn>, Errors<409>> {
        let turn = member.transaction(async |tx| turns::cancel(tx, session_id, turn_id).await).await?;
        Ok(Json(turn.into()))
    }

    /// Retry a failed turn
    ///
    /// Starts the session's next turn with the message of the failed one. The response is as described at `start_turn`: 200 if
    /// the turn ended in time, else 202 while it continues. 409 `turn_not_failed` when the turn has not failed,
    /// `turn_retried` when it was retried already. 403 `quota_exceeded` as at `start_turn`.
    #[oai(
        path = "/v1/sessions/:session_id/turns/:turn_id/retry",
        method = "post",
        operation_id = "retry_turn"
    )]
    async fn retry_turn(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        Path(turn_id): Path<TurnId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        #[oai(name = "Prefer")] prefer: Header<Option<String>>,
        wait_limit: WaitLimit<Preferred>,
        context: TurnContext<'_>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        let preference = Preference::parse(prefer.0.as_deref(), wait_limit.duration);
        let request = context.request(&member, key.of("retry_turn"), preference);
        request.respond(session_id, Input::RetryOf(turn_id)).await
    }
}

/// # Errors
/// 422 for a message of white space, which the length in the schema cannot detect.
pub fn require_words(message: &str) -> Result<(), Problem> {
    match message.trim().is_empty() {
        true => Err(Problem::invalid_field("/message", "must have at least one character that is no space")),
        false => Ok(()),
    }
}
