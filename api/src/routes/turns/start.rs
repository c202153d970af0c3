//! Starts a turn and answers: at once, after waiting for the turn's end, or with a stream of the turn's events.

use std::time::Duration;

use domain::idempotency::{Key, Known, StoredResponse};
use domain::turns::{self, Input, NewTurn, Started, TurnStatus, TurnSubscription};
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
use crate::streams::{EventFilter, Streams};

/// A request for a new turn.
pub struct TurnRequest<'a> {
    pub member: &'a Member<SessionsWrite>,
    pub shutdown: &'a Shutdown,
    pub key: Option<Key>,
    pub preference: Preference,
    pub mode: ResponseMode<'a>,
}

#[derive(Clone, Copy)]
pub enum ResponseMode<'a> {
    Now,
    Wait(Duration),
    Stream(&'a Streams),
}

/// The result of accepting the message.
enum Accepted {
    /// An earlier request with the same key has a stored response.
    Replay(StoredResponse),
    /// An earlier request with the same key started the turn. Its response is not stored yet.
    Earlier(AcceptedTurn),
    New(AcceptedTurn, Box<Started>),
}

struct AcceptedTurn {
    session: SessionId,
    id: TurnId,
    /// The `Preference-Applied` of the request that started the turn.
    applied: Option<String>,
    end: TurnSubscription,
}

impl TurnRequest<'_> {
    /// Starts the turn, once per key, and answers.
    ///
    /// # Errors
    /// Those of [`turns::start`]; 409 `request_in_flight` when an earlier request with the same key has no response in
    /// time; 429 for too many streams.
    pub async fn respond(
        self,
        session: SessionId,
        input: Input<'_>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        match self.mode {
            ResponseMode::Now => self.respond_now(session, input).await,
            ResponseMode::Wait(limit) => {
                let accepted = self.accept(self.member.autocommit(), session, input).await?;
                self.respond_at_end(accepted, limit).await
            }
            ResponseMode::Stream(streams) => self.respond_with_stream(session, input, streams).await,
        }
    }

    /// Accepts the message as the session's next turn.
    async fn accept(
        &self,
        executor: Executor<'_>,
        session: SessionId,
        input: Input<'_>,
    ) -> Result<Accepted, Problem> {
        let Member { db, caller, .. } = self.member;
        let new = NewTurn { id: TurnId::new(), session, input, key: self.key.as_ref() };
        // Before the turn exists, so that its end cannot be missed.
        let end = turns::subscribe(db, caller, session, new.id);
        Ok(match turns::start(executor, &new).await? {
            turns::Accepted::Started(started) => {
                let applied = self.preference.applied();
                Accepted::New(AcceptedTurn { session, id: new.id, applied, end }, Box::new(started))
            }
            turns::Accepted::Known(Known::Stored(response)) => Accepted::Replay(response),
            turns::Accepted::Known(Known::Waiting { session, turn: id, preference: applied }) => {
                let end = turns::subscribe(db, caller, session, id);
                Accepted::Earlier(AcceptedTurn { session, id, applied, end })
            }
        })
    }

    /// 202 with the queued turn. The stored response commits together with the message.
    async fn respond_now(
        self,
        session: SessionId,
        input: Input<'_>,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        let tx = if self.key.is_some() { Some(self.member.begin().await?) } else { None };
        let executor = tx.as_ref().map_or_else(|| self.member.autocommit(), Executor::from);
        let (turn, started) = match self.accept(executor, session, input).await? {
            Accepted::New(turn, started) => (turn, started),
            accepted => {
                drop(tx);
                return self.respond_at_end(accepted, Duration::ZERO).await;
            }
        };
        let response = TurnStarted::of(started.turn.clone(), Some(&started), turn.applied);
        let user = self.member.caller.user_id();
        let response = store_response(executor, user, self.key.as_ref(), response, Some(session)).await?;
        if let Some(tx) = tx {
            tx.commit().await?;
        }
        Ok(response)
    }

    /// The turn at its end, or as it is after `limit`. The first request with the key that has a response stores it for
    /// all of them.
    async fn respond_at_end(
        self,
        accepted: Accepted,
        limit: Duration,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        let (accepted, started) = match accepted {
            Accepted::Replay(response) => return Ok(Replayable::replayed(response)),
            Accepted::Earlier(turn) => (turn, None),
            Accepted::New(turn, started) => (turn, Some(started)),
        };
        let is_replay = started.is_none();
        // An earlier request's turn may have ended before this subscription.
        let current = if is_replay { Some(accepted.end.read().await?) } else { None };
        let turn = match current.filter(|turn| turn.status.is_final()) {
            Some(turn) => turn,
            None => wait(self.shutdown, accepted.end, limit).await?,
        };
        if is_replay && !turn.status.is_final() {
            return Err(in_flight());
        }
        // The response for a succeeded turn can be rebuilt, so it is stored only on the first replay. A replay stores what
        // it answers, because the first request may have been answered while the turn went on.
        let can_be_rebuilt = turn.status == TurnStatus::Succeeded
            && started.as_ref().is_some_and(|started| started.replaced.is_empty());
        let response = TurnStarted::of(turn, started.as_deref(), accepted.applied);
        if can_be_rebuilt {
            return Ok(Replayable::fresh(response));
        }
        let Member { db, caller, .. } = self.member;
        let (executor, session) = (db.autocommit(caller.as_system()), Some(accepted.session));
        let response =
            store_response(executor, caller.user_id(), self.key.as_ref(), response, session).await?;
        Ok(if is_replay { response.into_replay() } else { response })
    }

    /// The turn's events from the first one on. A repeated request gets the same events again.
    async fn respond_with_stream(
        self,
        session: SessionId,
        input: Input<'_>,
        streams: &Streams,
    ) -> Result<Replayable<TurnStarted>, Problem> {
        // First, because a request refused with 429 must not start a turn.
        let permit = streams.acquire(&self.member.caller)?;
        let (turn, is_replay) = match self.accept(self.member.autocommit(), session, input).await? {
            Accepted::Replay(response) => return Ok(Replayable::replayed(response)),
            Accepted::Earlier(turn) => (turn, true),
            Accepted::New(turn, _) => (turn, false),
        };
        let Member { db, caller, .. } = self.member;
        let tx = db.begin(caller.as_system()).await?;
        let first = events::first_of_turn(&tx, turn.session, turn.id).await?;
        tx.commit().await?;
        let follower = events::follow(db, caller, turn.session, first - 1);
        let mut stream = streams.open(permit, follower, EventFilter::turn(turn.id));
        if let Ok(location) = HeaderValue::try_from(location(turn.session, turn.id)) {
            stream.headers_mut().insert(LOCATION, location);
        }
        let response = Replayable::other(stream);
        Ok(if is_replay { response.into_replay() } else { response })
    }
}

#[derive(ApiResponse)]
pub enum TurnStarted {
    /// The turn has ended; see its `status`.
    #[oai(status = 200)]
    Done(
        Json<Turn>,
        /// The applied preferences of `Prefer`.
        #[oai(header = "Preference-Applied")]
        Option<String>,
    ),
    /// The message is accepted. The turn is queued or running.
    #[oai(status = 202)]
    Accepted(
        Json<Turn>,
        /// The turn's path.
        #[oai(header = "Location")]
        String,
        /// The applied preferences of `Prefer`.
        #[oai(header = "Preference-Applied")]
        Option<String>,
    ),
}

impl TurnStarted {
    /// The turn's present state. `started` adds the effects of accepting it, if this request did.
    fn of(turn: turns::Turn, started: Option<&Started>, applied: Option<String>) -> Self {
        let is_done = turn.status.is_final();
        let location = location(turn.session_id, turn.id);
        let mut turn = Turn::from(turn);
        if let Some(started) = started {
            turn.set_effects(started, is_done);
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
