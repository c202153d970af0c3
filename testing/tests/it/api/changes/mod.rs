//! Changes of job data by hand: edits, undo, restore, forks, and the change log that records them.

mod edits;
mod forks;
mod log;
mod long_logs;
mod restore;
mod revisions;
mod undo;

use futures_util::TryStreamExt;
use postwright_client::types::{Change, Session, builder};
use serde_json::{Value, json};
use tests::{App, Client, Partner, Reply};
use uuid::Uuid;

/// Asserts that the change log folds to the stored draft, and the patches of the session's events to its job data.
pub async fn check_log(app: &App, client: &Client, session: &str) {
    let stored = "select draft, version from session where id = $1::uuid";
    let (draft, version): (Value, i32) =
        sqlx::query_as(stored).bind(session).fetch_one(app.superuser()).await.unwrap();
    let logged = "select changes from draft_change where session_id = $1::uuid order by version";
    let logged: Vec<Value> =
        sqlx::query_scalar(logged).bind(session).fetch_all(app.superuser()).await.unwrap();
    assert_eq!(usize::try_from(version), Ok(logged.len()));
    let changes: Vec<job_post::Change> = logged
        .into_iter()
        .flat_map(|change| serde_json::from_value::<Vec<job_post::Change>>(change).unwrap())
        .collect();
    assert_eq!(job_post::Draft::fold(&changes), serde_json::from_value(draft).unwrap());
    let patches =
        "select data from event where session_id = $1::uuid and type = 'job_data.changed' order by sequence";
    let patches: Vec<Value> =
        sqlx::query_scalar(patches).bind(session).fetch_all(app.superuser()).await.unwrap();
    let mut job_data = json!({});
    for event in &patches {
        let patch: json_patch::Patch = serde_json::from_value(event["patch"].clone()).unwrap();
        json_patch::patch(&mut job_data, &patch).unwrap();
    }
    assert_eq!(patches.last().unwrap()["version"], version);
    assert_eq!(job_data, client.read(session).await.at("/job_data"));
}

pub async fn edit(client: &Client, session: &str, patch: Value) -> Reply {
    let edited = client.patch(&format!("/v1/sessions/{session}/job-data"), patch).await;
    assert_eq!(edited.status, 200, "{edited:?}");
    edited
}

pub async fn undo(client: &Client, session: &str) -> Reply {
    client.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await
}

pub async fn restore(client: &Client, session: &str, target: Value) -> Reply {
    client.post(&format!("/v1/sessions/{session}/restore"), target).await
}

pub fn data(session: &Session) -> Value {
    serde_json::to_value(&session.job_data).unwrap()
}

/// Edits the job data.
pub async fn change(
    ada: &Partner,
    session: Uuid,
    patch: impl FnOnce(builder::JobDataPatch) -> builder::JobDataPatch,
) -> Session {
    ada.edit_job_data().session_id(session).body_map(patch).send().await.unwrap().into_inner()
}

pub async fn take_back(ada: &Partner, session: Uuid) -> Session {
    ada.undo_change().session_id(session).send().await.unwrap().into_inner()
}

pub async fn log(ada: &Partner, session: Uuid) -> Vec<Change> {
    ada.list_changes().session_id(session).limit(2_u32).stream().try_collect().await.unwrap()
}
