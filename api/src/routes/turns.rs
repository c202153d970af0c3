//! Turns: one message of a user and the agent's answer.

mod body;
mod preference;

use std::time::Duration;

use domain::turns;
use entity::id::{SessionId, TurnId};
use poem::web::Data;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::body::{StartTurnRequest, Turn, TurnPage};
use self::preference::Preference;
use super::Tag;
use super::lists::{page, usual_limit};
use crate::caller::{Member, Reader};
use crate::payload::Valid;
use crate::problem::Problem;
use crate::settings::Settings;

pub struct Turns;

#[OpenApi(tag = "Tag::Turns")]
impl Turns {
    /// Say something
    ///
    /// The message is accepted as the session's next turn, and the agent answers it in the background. With
    /// `Prefer: wait=20` the answer is awaited for so many seconds (30 at the most): 200 if it came in time, else 202,
    /// and the turn goes on.
    #[oai(path = "/v1/sessions/:session_id/turns", method = "post", operation_id = "start_turn")]
    async fn start_turn(
        &self,
        member: Member,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// `wait=N` or `respond-async` (RFC 7240).
        #[oai(name = "Prefer")]
        prefer: Header<Option<String>>,
        settings: Data<&Settings>,
        body: Valid<StartTurnRequest>,
    ) -> Result<TurnStarted, Problem> {
        require_words(&body.0.message)?;
        let session = SessionId(session_id.0);
        let scope = member.scope().await?;
        let mut turn = turns::start(&scope, session, &body.0.message).await?;
        scope.commit().await?;
        let preference = Preference::read(prefer.0.as_deref(), settings.wait_limit);
        let patience = preference.wait.unwrap_or(Duration::ZERO);
        if !patience.is_zero() {
            turn = turns::wait(&member.db, &member.caller, session, turn.id, patience).await?;
        }
        Ok(TurnStarted::of(turn, &preference))
    }

    /// List the turns of a session
    ///
    /// Oldest first.
    #[oai(path = "/v1/sessions/:session_id/turns", method = "get", operation_id = "list_turns")]
    async fn list_turns(
        &self,
        reader: Reader,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// `next_page` of the page before.
        #[oai(name = "page_token")]
        page_token: Query<Option<String>>,
        /// How many at the most.
        #[oai(
            name = "limit",
            default = "usual_limit",
            validator(minimum(value = "1"), maximum(value = "100"))
        )]
        limit: Query<i32>,
    ) -> Result<Json<TurnPage>, Problem> {
        let scope = reader.scope().await?;
        let paged = turns::list(&scope, SessionId(session_id.0), &page(page_token.0, limit.0)).await?;
        scope.commit().await?;
        Ok(Json(paged.into()))
    }

    /// Get a turn
    #[oai(path = "/v1/sessions/:session_id/turns/:turn_id", method = "get", operation_id = "read_turn")]
    async fn read_turn(
        &self,
        reader: Reader,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        #[oai(name = "turn_id")] turn_id: Path<Uuid>,
    ) -> Result<Json<Turn>, Problem> {
        let scope = reader.scope().await?;
        let turn = turns::find(&scope, SessionId(session_id.0), TurnId(turn_id.0)).await?;
        scope.commit().await?;
        Ok(Json(turn.into()))
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

#[derive(ApiResponse)]
enum TurnStarted {
    /// The turn has ended in time: see its `status`.
    #[oai(status = 200)]
    Done(
        Json<Turn>,
        /// What was honoured of `Prefer`.
        #[oai(header = "Preference-Applied")]
        Option<String>,
    ),
    /// The message is accepted; the answer is on its way.
    #[oai(status = 202)]
    Accepted(
        Json<Turn>,
        /// Where the turn is.
        #[oai(header = "Location")]
        String,
        /// What was honoured of `Prefer`.
        #[oai(header = "Preference-Applied")]
        Option<String>,
    ),
}

impl TurnStarted {
    fn of(turn: turns::Turn, preference: &Preference) -> Self {
        let applied = preference.applied();
        match turn.status.is_final() {
            true => Self::Done(Json(turn.into()), applied),
            false => {
                let location = format!("/v1/sessions/{}/turns/{}", turn.session_id, turn.id);
                Self::Accepted(Json(turn.into()), location, applied)
            }
        }
    }
}
