//! People who say something in many sessions at the same moment.

use domain::turns::{self, Accepted, Input, NewTurn, OnBusy};
use domain::{Caller, Db, Error};
use entity::id::{SessionId, TurnId};
use futures_util::future::join_all;
use tests::{App, Client};
use uuid::Uuid;

use super::at_once::at_once;

/// More than run alone before a batch forms.
pub const TURNS: usize = 12;

/// The number of rows that one transaction wrote, at most.
pub const LARGEST_BATCH: &str = "select max(rows) from (select count(*) as rows from event where type = 'turn.queued' group by xmin::text) batches";

/// Somebody with sessions of their own.
pub struct Author {
    pub caller: Caller,
    pub sessions: Vec<SessionId>,
}

impl Author {
    pub async fn new(app: &App, client: &Client, sessions: usize) -> Self {
        let caller = app.db.authenticate(client.token(), None).await.unwrap();
        let ids = join_all((0..sessions).map(|_| client.begin())).await;
        let session = |id: &String| SessionId(id.parse::<Uuid>().unwrap());
        Self { caller, sessions: ids.iter().map(session).collect() }
    }

    /// Says something in each session at the same moment.
    pub async fn say(&self, app: &App, db: &Db, text: &str) -> Vec<Result<Accepted, Error>> {
        at_once(app, self.sessions.iter().map(|session| start(db, &self.caller, *session, text))).await
    }
}

pub async fn start(db: &Db, caller: &Caller, session: SessionId, text: &str) -> Result<Accepted, Error> {
    let input = Input::Message { text, on_busy: OnBusy::Enqueue };
    turns::start(db.autocommit(caller), &NewTurn { id: TurnId::new(), session, input, key: None }).await
}
