//! Sends notifications, many in one statement.

use std::collections::BTreeSet;

use sqlx::PgPool;
use tokio::sync::mpsc;

use super::{CLAIMABLE_TURNS, DELIVERABLE, EVENTS, FINISHED_TURNS, Notification};

/// A payload may have 8,000 bytes; an id with its comma takes 37.
const IDS_PER_PAYLOAD: usize = 200;

/// Sends queued notifications until the queue is closed.
pub(super) async fn send_all(pool: PgPool, mut queued: mpsc::UnboundedReceiver<Notification>) {
    let mut batch = Vec::new();
    while queued.recv_many(&mut batch, 1_000).await > 0 {
        let (channels, payloads) = channels_and_payloads(batch.drain(..));
        let sent = sqlx::query(
            "select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as n (channel, payload)",
        )
        .bind(channels)
        .bind(payloads)
        .execute(&pool)
        .await;
        if let Err(error) = sent {
            tracing::warn!(%error, "could not send notifications; subscribers find out at their next poll");
        }
    }
}

fn channels_and_payloads(batch: impl Iterator<Item = Notification>) -> (Vec<&'static str>, Vec<String>) {
    let (mut claimable, mut deliverable) = (false, false);
    let (mut finished, mut sessions) = (Vec::new(), BTreeSet::new());
    for notification in batch {
        match notification {
            Notification::Claimable => claimable = true,
            Notification::Deliverable => deliverable = true,
            Notification::TurnFinished(turn) => finished.push(turn.to_string()),
            Notification::Event(session) => _ = sessions.insert(session.to_string()),
        }
    }
    let sessions = Vec::from_iter(sessions);
    let finished = finished.chunks(IDS_PER_PAYLOAD).map(|ids| (FINISHED_TURNS, ids.join(",")));
    let events = sessions.chunks(IDS_PER_PAYLOAD).map(|ids| (EVENTS, ids.join(",")));
    let claimable = claimable.then(|| (CLAIMABLE_TURNS, String::new()));
    let deliverable = deliverable.then(|| (DELIVERABLE, String::new()));
    claimable.into_iter().chain(deliverable).chain(finished).chain(events).unzip()
}
