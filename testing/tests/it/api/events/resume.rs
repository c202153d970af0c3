//! A stream that was cut is continued behind the last event that was received.

use reqwest::Method;
use tests::{Client, EventReader, Reply, with_app};

use super::{converse, events_of};

#[tokio::test]
async fn a_stream_can_be_resumed_behind_any_event() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let replica = app.start_replica().await.with_token(ada.token());
        let session = ada.begin().await;
        let mut live = EventReader::open(&ada, &session).await;
        let count = converse(app, &ada, &session).await;
        let uncut = live.take(count).await;
        drop(live);
        for cut in 0..=count {
            let (first, second): (&Client, &Client) = match cut % 2 {
                0 => (&ada, &replica),
                _ => (&replica, &ada),
            };
            let mut pieces = EventReader::open(first, &session).await.take(cut).await;
            let last = pieces.last().and_then(|event| event.id.clone());
            pieces.extend(
                EventReader::open_after(second, &session, last.as_deref()).await.take(count - cut).await,
            );
            assert_eq!(pieces, uncut, "cut after {cut}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_query_can_name_the_last_event_and_the_header_outweighs_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        let path = events_of(&session);
        let all = EventReader::open_at(&ada, &path, None).await.take(3).await;
        let second = all[1].id.as_deref();
        let after = format!("{path}?after={}", all[0].id.as_deref().unwrap());
        assert_eq!(EventReader::open_at(&ada, &after, None).await.take(2).await, all[1..]);
        assert_eq!(EventReader::open_at(&ada, &after, second).await.take(1).await, all[2..]);
        for bad in ["-1", "x"] {
            ada.get(&format!("{path}?after={bad}")).await.problem(422);
            let request = ada.request(Method::GET, &path).header("Last-Event-ID", bad);
            Reply::of(request).await.problem(422);
        }
        let unknown = events_of(&uuid::Uuid::now_v7().to_string());
        ada.get(&unknown).await.problem(404);
    })
    .await;
}
