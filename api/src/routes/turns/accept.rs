//! From an accepted message to the answer: at once, when the turn has ended, or as a stream of it.

use std::time::Duration;

use domain::idempotency::{self, Key, Known};
use domain::turns::{Started, Turn as Found};
use domain::{Scope, events};
use entity::id::{SessionId, TurnId};
use poem::http::HeaderValue;
use poem::http::header::LOCATION;
use poem_openapi::ApiResponse;
use poem_openapi::payload::Json;

use super::body::Turn;
use super::preference::Preference;
use super::wait::wait;
use crate::caller::Member;
use crate::draining::Draining;
use crate::idempotency::{Answered, in_flight, settle, take};
use crate::problem::Problem;
use crate::streams::{Extent, Seat, Streams};

/// A message that somebody wants to be accepted, and how they want to be answered.
pub struct Wish<'a> {
    pub member: &'a Member,
    pub draining: &'a Draining,
    pub key: Option<Key>,
    pub preference: Preference,
    /// There when they want to follow the turn.
    pub streams: Option<&'a Streams>,
}

/// How far a message got in the transaction that accepts it.
enum Begun {
    Answered(Answered<TurnStarted>),
    Accepted(Accepted),
}

/// A turn that there is now.
struct Accepted {
    session: SessionId,
    turn: TurnId,
    /// What accepting it did; none when an earlier request with the same key did it.
    started: Option<Started>,
}

impl Wish<'_> {
    /// Accepts the message by `work`, once per key, and answers.
    ///
    /// # Errors
    /// Those of the work; 409 when an earlier request with the same key has no answer yet; 429 for a stream too many.
    pub async fn grant(
        self,
        work: impl AsyncFnOnce(&Scope) -> domain::Result<Started>,
    ) -> Result<Answered<TurnStarted>, Problem> {
        // Before the work: a message must not be accepted by a request that is refused.
        let seat = self.streams.map(|streams| streams.admit(self.member.caller.user_id())).transpose()?;
        match (self.begin(work).await?, self.streams, seat) {
            (Begun::Answered(answered), ..) => Ok(answered),
            (Begun::Accepted(accepted), Some(streams), Some(seat)) => {
                self.answer_as_stream(accepted, streams, seat).await
            }
            (Begun::Accepted(accepted), ..) => self.answer_later(accepted).await,
        }
    }

    async fn begin(
        &self,
        work: impl AsyncFnOnce(&Scope) -> domain::Result<Started>,
    ) -> Result<Begun, Problem> {
        let scope = self.member.scope().await?;
        let accepted = match take(&scope, self.key.as_ref()).await? {
            Known::Answered(answer) => return Ok(Begun::Answered(Answered::replayed(answer))),
            Known::Waiting { session, turn } => Accepted { session, turn, started: None },
            Known::Nothing => {
                let started = work(&scope).await?;
                let (session, turn) = (started.turn.session_id, started.turn.id);
                if self.streams.is_none() && self.patience().is_zero() {
                    let answer = TurnStarted::of(started.turn.clone(), Some(&started), &self.preference);
                    let answered = settle(scope, self.key.as_ref(), answer, Some(session)).await?;
                    return Ok(Begun::Answered(answered));
                }
                if let Some(key) = &self.key {
                    idempotency::attach(&scope, key, session, turn).await?;
                }
                Accepted { session, turn, started: Some(started) }
            }
        };
        scope.commit().await?;
        Ok(Begun::Accepted(accepted))
    }

    fn patience(&self) -> Duration {
        self.preference.wait.unwrap_or_default()
    }

    /// Waits for the turn. Of all who wait with the same key, the first with an answer answers for all.
    async fn answer_later(self, accepted: Accepted) -> Result<Answered<TurnStarted>, Problem> {
        let Accepted { session, turn, .. } = accepted;
        let turn = wait(self.member, self.draining, session, turn, self.patience()).await?;
        if accepted.is_repeated() && !turn.status.is_final() {
            return Err(in_flight());
        }
        let answer = TurnStarted::of(turn, accepted.started.as_ref(), &self.preference);
        if self.key.is_none() {
            return Ok(Answered::fresh(answer));
        }
        let scope = self.member.scope().await?;
        Ok(accepted.mark(settle(scope, self.key.as_ref(), answer, Some(session)).await?))
    }

    /// Shows the turn from its first event on. A repeated request sees the same again.
    async fn answer_as_stream(
        self,
        accepted: Accepted,
        streams: &Streams,
        seat: Seat,
    ) -> Result<Answered<TurnStarted>, Problem> {
        let Accepted { session, turn, .. } = accepted;
        let scope = self.member.scope().await?;
        let first = events::first_of_turn(&scope, session, turn).await?;
        scope.commit().await?;
        let follower = events::follow(&self.member.db, &self.member.caller, session, first - 1);
        let mut stream = streams.open(seat, follower, Extent::turn(turn));
        if let Ok(location) = HeaderValue::try_from(location(session, turn)) {
            stream.headers_mut().insert(LOCATION, location);
        }
        Ok(accepted.mark(Answered::otherwise(stream)))
    }
}

impl Accepted {
    fn is_repeated(&self) -> bool {
        self.started.is_none()
    }

    fn mark<R>(&self, answered: Answered<R>) -> Answered<R> {
        if self.is_repeated() { answered.repeated() } else { answered }
    }
}

#[derive(ApiResponse)]
pub enum TurnStarted {
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
    /// The turn as it is now, with what accepting it did, as far as that is known.
    fn of(turn: Found, started: Option<&Started>, preference: &Preference) -> Self {
        let (applied, is_done) = (preference.applied(), turn.status.is_final());
        let location = location(turn.session_id, turn.id);
        let mut turn = Turn::from(turn);
        if let Some(started) = started {
            turn.tell(started.ahead, &started.replaced, is_done);
        }
        match is_done {
            true => Self::Done(Json(turn), applied),
            false => Self::Accepted(Json(turn), location, applied),
        }
    }
}

fn location(session: SessionId, turn: TurnId) -> String {
    format!("/v1/sessions/{session}/turns/{turn}")
}
