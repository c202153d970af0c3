//! How much memory the state of a call takes. It is a part of each request and turn that makes the call, also while these wait.

use std::time::Duration;

use domain::sessions;
use domain::turns::{self, Input, NewTurn, OnBusy};
use entity::id::{SessionId, TurnId};
use serde_json::json;
use uuid::Uuid;

use super::{QueuedTurn, claim, with_queued_turn};

const MOST: usize = 8 * 1024;

#[tokio::test]
async fn a_call_of_the_database_has_a_small_state() {
    with_queued_turn(async |app, QueuedTurn { ada, session, path: _ }| {
        let (db, session) = (&app.db, SessionId(session.parse::<Uuid>().unwrap()));
        let caller = db.authenticate(ada.token(), None).await.unwrap();
        let claims = claim(app).await;
        let claim = &claims[0];
        let input = Input::Message { text: "baker", on_busy: OnBusy::Enqueue };
        let new = NewTurn { id: TurnId::new(), session, input, key: None };
        let sizes = [
            ("start", size_of_val(&turns::start(db.autocommit(&caller), &new))),
            ("find", size_of_val(&turns::find(db.autocommit(&caller), session, claim.turn_id()))),
            ("read a session", size_of_val(&sessions::find(db.autocommit(&caller), session))),
            ("load", size_of_val(&turns::load(db, claim))),
            ("stream", size_of_val(&turns::stream(db, claim, "Noted"))),
            ("fail", size_of_val(&turns::fail(db, claim, "given_up", json!({})))),
            ("give back", size_of_val(&turns::give_back(db, claim, Duration::ZERO, false))),
        ];
        turns::fail(db, claim, "given_up", json!({})).await.unwrap();
        assert!(sizes.iter().all(|(_, size)| *size < MOST), "{sizes:?}");
    })
    .await;
}
