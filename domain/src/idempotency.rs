//! One answer per key: the effect and its key commit together, and a repeated request gets the stored answer.
//!
//! Rules: draft-ietf-httpapi-idempotency-key-header. Two requests with the same key at the same moment meet at the
//! row: the second waits until the first has committed, then finds it.

use entity::id::{SessionId, TurnId};
use entity::idempotency_key::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, Set};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::scope::Scope;

/// What a request says of itself.
#[derive(Clone, Debug)]
pub struct Key {
    /// The operation's id; the same key may be used for another operation.
    pub operation: &'static str,
    /// The header's value.
    pub key: String,
    /// Hash of the request's target and body.
    pub fingerprint: Vec<u8>,
}

/// An answer as it went out, to go out again byte by byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Name and value of the headers that belong to it.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// What is known of a key.
#[derive(Clone, Debug)]
pub enum Known {
    /// It is new: do the work in this transaction, then [`settle`] or [`attach`].
    Nothing,
    Answered(Answer),
    /// The work is done or under way; its answer waits for this turn.
    Waiting {
        session: SessionId,
        turn: TurnId,
    },
}

/// Takes the key for this transaction's work, or tells what became of the work it was taken for before.
///
/// # Errors
/// [`Error::KeyReused`] when it was taken for another request.
pub async fn take(scope: &Scope, key: &Key) -> Result<Known> {
    let row = ActiveModel {
        user_id: Set(scope.person()?.user),
        operation: Set(key.operation.to_owned()),
        key: Set(key.key.clone()),
        fingerprint: Set(key.fingerprint.clone()),
        created_at: Set(scope.real_time()),
        ..Default::default()
    };
    if scope.insert_unless_there(row).await? {
        return Ok(Known::Nothing);
    }
    let row = find(scope, key).await?;
    if row.fingerprint != key.fingerprint {
        return Err(Error::KeyReused);
    }
    match (answer_of(&row), row.session_id, row.turn_id) {
        (Some(answer), ..) => Ok(Known::Answered(answer)),
        (None, Some(session), Some(turn)) => Ok(Known::Waiting { session, turn }),
        _ => Err(Error::internal("a key without an answer and without a turn")),
    }
}

/// Says which turn the answer will be about: it is stored by whoever has it first.
///
/// # Errors
/// When the database cannot be reached.
pub async fn attach(scope: &Scope, key: &Key, session: SessionId, turn: TurnId) -> Result<()> {
    let set = [(Column::SessionId, Expr::value(session)), (Column::TurnId, Expr::value(turn))];
    scope.update::<Entity>(this(scope, key)?, set).await?;
    Ok(())
}

/// Stores the answer unless there is one, and gives the one that holds. `session` is what it tells of: the answer is
/// forgotten with it.
///
/// # Errors
/// When the database cannot be reached; [`Error::NotFound`] when the session was deleted meanwhile.
pub async fn settle(scope: &Scope, key: &Key, answer: &Answer, session: Option<SessionId>) -> Result<Answer> {
    let headers = serde_json::to_value(&answer.headers).map_err(Error::internal)?;
    let mut set = vec![
        (Column::Status, Expr::value(i32::from(answer.status))),
        (Column::Headers, Expr::value(headers)),
        (Column::Body, Expr::value(answer.body.clone())),
    ];
    set.extend(session.map(|session| (Column::SessionId, Expr::value(session))));
    let open = this(scope, key)?.add(Column::Status.is_null());
    if scope.update::<Entity>(open, set).await? == 1 {
        return Ok(answer.clone());
    }
    answer_of(&find(scope, key).await?).ok_or_else(|| Error::internal("a settled key without an answer"))
}

async fn find(scope: &Scope, key: &Key) -> Result<Model> {
    scope.find::<Entity>().filter(this(scope, key)?).one().await?.ok_or(Error::NotFound("session"))
}

fn this(scope: &Scope, key: &Key) -> Result<Condition> {
    Ok(Condition::all()
        .add(Column::UserId.eq(scope.person()?.user))
        .add(Column::Operation.eq(key.operation))
        .add(Column::Key.eq(key.key.as_str())))
}

fn answer_of(row: &Model) -> Option<Answer> {
    let headers = serde_json::from_value(row.headers.clone().unwrap_or(Value::Array(Vec::new()))).ok()?;
    Some(Answer { status: u16::try_from(row.status?).ok()?, headers, body: row.body.clone()? })
}
