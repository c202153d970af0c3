//! From an accepted message to the answer: at once, when the turn has ended, or as a stream of it.

use std::time::Duration;

use domain::idempotency::{Key, Known};
use domain::turns::{self, Accepted, Input, NewTurn, Started, Turn as Found, TurnStatus, TurnSubscription};
use domain::{Executor, events};
use entity::id::{SessionId, TurnId};
use poem::http::HeaderValue;
use poem::http::header::LOCATION;
use poem_openapi::ApiResponse;
use poem_openapi::payload::Json;

use super::models::Turn;
use super::preference::Preference;
use super::wait::wait;
use crate::caller::{Member, SessionsWrite};
use crate::idempotency::{Replayable, in_flight, store_response};
use crate::problem::Problem;
use crate::shutdown::Shutdown;
use crate::streams::{EventFilter, StreamPermit, Streams};

/// A message that somebody wants to be accepted, and how they want to be answered.
pub struct Wish<'a> {
    pub member: &'a Member<SessionsWrite>,
    pub draining: &'a Shutdown,
    pub key: Option<Key>,
    pub preference: Preference,
    /// There when they want to follow the turn.
    pub streams: Option<&'a Streams>,
}

/// How far a message got when it was accepted.
enum Begun {
    Replayable(Replayable<TurnStarted>),
    /// There is a turn now that the answer is about.
    Turn(Box<Begin>),
}

struct Begin {
    session: SessionId,
    turn: TurnId,
    /// What accepting it did; none when an earlier request with the same key did it.
    started: Option<Started>,
    /// What was honoured of the `Prefer` of the request that did it.
    applied: Option<String>,
    awaited: TurnSubscription,
}

impl Wish<'_> {
    /// Accepts the words as a turn of the session, once per key, and answers.
    ///
    /// # Errors
    /// Those of [`turns::start`]; 409 when an earlier request with the same key has no answer yet; 429 for a stream too
    /// many.
    pub async fn grant(
        self,
        session: SessionId,
        input: Input<'_>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        // Before the work: a message must not be accepted by a request that is refused.
        let seat = self.streams.map(|streams| streams.admit(&self.member.caller)).transpose()?;
        match (self.begin(session, input).await?, self.streams, seat) {
            (Begun::Replayable(answered), ..) => Ok(answered),
            (Begun::Turn(turn), Some(streams), Some(seat)) => {
                self.answer_as_stream(*turn, streams, seat).await
            }
            (Begun::Turn(turn), ..) => self.answer_later(*turn).await,
        }
    }

    async fn begin(&self, session: SessionId, input: Input<'_>) -> Result<Begun, Problem> {
        let Member { db, caller, .. } = self.member;
        let new = NewTurn { id: TurnId::new(), session, input, key: self.key.as_ref() };
        let awaited = turns::subscribe(db, caller, session, new.id);
        let answers_at_once = self.streams.is_none() && self.wait_limit().is_zero();
        // An answer that is known at once commits with the message.
        let tx = if answers_at_once && new.key.is_some() { Some(self.member.begin().await?) } else { None };
        let executor = tx.as_ref().map_or_else(|| self.member.autocommit(), Executor::from);
        let started = match turns::start(executor, &new).await? {
            Accepted::Known(Known::Stored(answer)) => {
                return Ok(Begun::Replayable(Replayable::replayed(answer)));
            }
            Accepted::Known(Known::Waiting { session, turn, preference: applied }) => {
                let awaited = turns::subscribe(db, caller, session, turn);
                return Ok(Begun::Turn(Box::new(Begin { session, turn, started: None, applied, awaited })));
            }
            Accepted::Started(started) => started,
        };
        let applied = self.preference.applied();
        if !answers_at_once {
            return Ok(Begun::Turn(Box::new(Begin {
                session,
                turn: new.id,
                started: Some(started),
                applied,
                awaited,
            })));
        }
        let answer = TurnStarted::of(started.turn.clone(), Some(&started), applied);
        let answered = store_response(executor, caller.user_id(), new.key, answer, Some(session)).await?;
        if let Some(tx) = tx {
            tx.commit().await?;
        }
        Ok(Begun::Replayable(answered))
    }

    fn wait_limit(&self) -> Duration {
        self.preference.wait.unwrap_or_default()
    }

    /// Waits for the turn. Of all who wait with the same key, the first with an answer answers for all.
    async fn answer_later(self, begun: Begin) -> Result<Replayable<TurnStarted>, Problem> {
        let Begin { session, started, applied, awaited, .. } = begun;
        let is_repeated = started.is_none();
        // An earlier request's turn may have ended before anybody listened.
        let seen = if is_repeated { Some(awaited.read().await?) } else { None };
        let turn = match seen.filter(|turn| turn.status.is_final()) {
            Some(turn) => turn,
            None => wait(self.draining, awaited, self.wait_limit()).await?,
        };
        if is_repeated && !turn.status.is_final() {
            return Err(in_flight());
        }
        // What is told of a turn that has succeeded reads the same at any time, so nobody needs to store it. Who asks
        // again stores what they see: it may be that the first was told that the turn went on.
        let reads_the_same = turn.status == TurnStatus::Succeeded
            && started.as_ref().is_some_and(|started| started.replaced.is_empty());
        let answer = TurnStarted::of(turn, started.as_ref(), applied);
        if reads_the_same {
            return Ok(Replayable::fresh(answer));
        }
        let Member { db, caller, .. } = self.member;
        let executor = db.autocommit(caller.as_system());
        let answered =
            store_response(executor, caller.user_id(), self.key.as_ref(), answer, Some(session)).await?;
        Ok(if is_repeated { answered.repeated() } else { answered })
    }

    /// Shows the turn from its first event on. A repeated request sees the same again.
    async fn answer_as_stream(
        self,
        begun: Begin,
        streams: &Streams,
        seat: StreamPermit,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        let Begin { session, turn, started, .. } = begun;
        let Member { db, caller, .. } = self.member;
        let tx = db.begin(caller.as_system()).await?;
        let first = events::first_of_turn(&tx, session, turn).await?;
        tx.commit().await?;
        let follower = events::follow(db, caller, session, first - 1);
        let mut stream = streams.open(seat, follower, EventFilter::turn(turn));
        if let Ok(location) = HeaderValue::try_from(location(session, turn)) {
            stream.headers_mut().insert(LOCATION, location);
        }
        let answered = Replayable::otherwise(stream);
        Ok(if started.is_none() { answered.repeated() } else { answered })
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
    fn of(turn: Found, started: Option<&Started>, applied: Option<String>) -> Self {
        let is_done = turn.status.is_final();
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
