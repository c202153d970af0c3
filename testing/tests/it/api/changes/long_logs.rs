//! A change log of 400 versions: what an earlier draft takes to read depends on the draft, not on the log.

use std::collections::BTreeMap;

use job_post::{Change, Draft};
use serde_json::{Value, json};
use tests::{App, Options, with_app_of};

use super::{check_log, edit, restore, undo};

const VERSIONS: i32 = 400;

/// What `read_log` returns for each version of a session.
const READS: &str = "
    select v.version, l.snapshot, l.changes
      from session s
     cross join generate_series(1, s.version) v (version)
     cross join lateral read_log(now(), s.organization_id, s.livemode, s.id, v.version) l
     where s.id = $1::uuid
     order by v.version, l.version";

/// What is read for the draft at a version.
#[derive(Default)]
struct Read {
    draft: Draft,
    bytes: usize,
}

/// Edits of which every eighth is large.
fn patch(number: i32) -> Value {
    match number % 8 {
        1 => json!({ "description": format!("A cook of version {number}. ").repeat(50) }),
        2 => json!({ "skills": [format!("Sauce {number}"), "Pasta", "Rice"] }),
        3 => json!({ "skills": null }),
        _ => json!({ "title": format!("Cook {number}") }),
    }
}

fn bytes_of(draft: &Draft) -> usize {
    serde_json::to_string(draft).unwrap().len()
}

async fn reads(app: &App, session: &str) -> BTreeMap<i32, Read> {
    let rows: Vec<(i32, Option<Value>, Option<Value>)> =
        sqlx::query_as(READS).bind(session).fetch_all(app.superuser()).await.unwrap();
    let mut reads: BTreeMap<i32, Read> = BTreeMap::new();
    for (version, snapshot, changes) in rows {
        let read = reads.entry(version).or_default();
        read.bytes +=
            [&snapshot, &changes].into_iter().flatten().map(|part| part.to_string().len()).sum::<usize>();
        if let Some(snapshot) = snapshot {
            assert_eq!((&read.draft, changes), (&Draft::default(), None), "only the first has a snapshot");
            read.draft = serde_json::from_value(snapshot).unwrap();
        } else {
            let changes: Vec<Change> = serde_json::from_value(changes.unwrap()).unwrap();
            changes.iter().for_each(|change| read.draft.apply(change));
        }
    }
    reads
}

/// The draft at each version, folded from the whole log.
async fn folds(app: &App, session: &str) -> Vec<Draft> {
    let logged = "select changes from draft_change where session_id = $1::uuid order by version";
    let logged: Vec<Value> =
        sqlx::query_scalar(logged).bind(session).fetch_all(app.superuser()).await.unwrap();
    let mut draft = Draft::default();
    let fold = |changes: Value| {
        let changes: Vec<Change> = serde_json::from_value(changes).unwrap();
        changes.iter().for_each(|change| draft.apply(change));
        draft.clone()
    };
    logged.into_iter().map(fold).collect()
}

#[tokio::test]
async fn an_earlier_draft_is_read_from_few_bytes_of_a_long_log() {
    with_app_of(Options::default().without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut states = vec![ada.read(&session).await.at("/job_data")];
        for number in 1..=VERSIONS {
            states.push(edit(&ada, &session, patch(number)).await.at("/job_data"));
        }

        let (reads, folds) = (reads(app, &session).await, folds(app, &session).await);
        assert_eq!(usize::try_from(VERSIONS), Ok(reads.len()));
        for ((version, read), fold) in reads.iter().zip(&folds) {
            assert_eq!(read.draft, *fold, "version {version}");
            let of_draft = bytes_of(fold);
            assert!(read.bytes <= 2 * of_draft, "version {version}: {} bytes of {of_draft}", read.bytes);
        }
        // An undo or a restore reads the session, which has its draft, and the earlier draft.
        let most = |from: i32| {
            let total = |(_, read): (&i32, &Read)| read.bytes + bytes_of(&read.draft);
            reads.range(from..from + 10).map(total).max().unwrap()
        };
        let (early, late) = (most(1), most(VERSIONS - 9));
        assert!(late * 2 <= early * 3, "{late} bytes at {VERSIONS} versions, {early} at 10");
        let snapshots = "select coalesce(sum(octet_length(snapshot::text)), 0)::bigint from draft_change";
        let changes = "select sum(octet_length(changes::text))::bigint from draft_change";
        let (snapshots, changes) = (app.count(snapshots).await, app.count(changes).await);
        assert!(
            0 < snapshots && snapshots <= changes,
            "{snapshots} bytes of snapshots, {changes} of changes"
        );

        let version = |number: i32| &states[usize::try_from(number).unwrap()];
        assert_eq!(undo(&ada, &session).await.at("/job_data"), *version(VERSIONS - 1));
        assert_eq!(undo(&ada, &session).await.at("/job_data"), *version(VERSIONS - 2));
        for number in [7, 200, 0, 391] {
            let restored = restore(&ada, &session, json!({ "version": number })).await;
            assert_eq!(restored.at("/job_data"), *version(number), "{restored:?}");
        }
        assert_eq!(undo(&ada, &session).await.at("/job_data"), *version(0));
        assert_eq!(undo(&ada, &session).await.at("/job_data"), *version(200));
        check_log(app, &ada, &session).await;
    })
    .await;
}
