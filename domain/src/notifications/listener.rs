//! Receives notifications on a connection of its own and wakes the subscribers of this process.

use std::sync::Arc;
use std::time::Duration;

use entity::id::{SessionId, TurnId};
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::{Notify, broadcast};

use super::subscriptions::Subscriptions;
use super::{ALL_SESSIONS, CLAIMABLE_TURNS, DELIVERABLE, EVENTS, FINISHED_TURNS};

const RECONNECT_PAUSE: Duration = Duration::from_millis(500);

/// The waiting tasks of this process.
pub(super) struct Subscribers {
    pub turns: Subscriptions<TurnId>,
    pub sessions: Subscriptions<SessionId>,
    pub claimable: Notify,
    pub deliverable: Notify,
    pub finished: broadcast::Sender<TurnId>,
}

impl Default for Subscribers {
    fn default() -> Self {
        Self {
            turns: Subscriptions::default(),
            sessions: Subscriptions::default(),
            claimable: Notify::new(),
            deliverable: Notify::new(),
            finished: broadcast::Sender::new(4_096),
        }
    }
}

/// Listens until the pool is closed, and reconnects when the connection breaks.
pub(super) async fn listen(listener_pool: PgPool, subscribers: Arc<Subscribers>) {
    while !listener_pool.is_closed() {
        match receive(&listener_pool, &subscribers).await {
            Ok(()) => {}
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => {
                tracing::warn!(%error, "lost the connection that listens for notifications; reconnecting");
            }
        }
        tokio::time::sleep(RECONNECT_PAUSE).await;
    }
}

async fn receive(listener_pool: &PgPool, subscribers: &Subscribers) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(listener_pool).await?;
    listener.listen_all([FINISHED_TURNS, EVENTS, CLAIMABLE_TURNS, DELIVERABLE]).await?;
    // Notifications may have been missed before the connection listened.
    subscribers.turns.wake_all();
    subscribers.sessions.wake_all();
    subscribers.claimable.notify_one();
    subscribers.deliverable.notify_one();
    while let Some(notification) = listener.try_recv().await? {
        let ids = notification.payload().split(',');
        match notification.channel() {
            CLAIMABLE_TURNS => subscribers.claimable.notify_one(),
            DELIVERABLE => subscribers.deliverable.notify_one(),
            EVENTS if notification.payload() == ALL_SESSIONS => subscribers.sessions.wake_all(),
            EVENTS => {
                ids.filter_map(|id| id.parse().ok()).for_each(|session| subscribers.sessions.wake(session));
            }
            _ => {
                subscribers.deliverable.notify_one();
                ids.filter_map(|id| id.parse().ok()).for_each(|turn| {
                    subscribers.turns.wake(turn);
                    // Fails without receivers, which is fine.
                    let _ = subscribers.finished.send(turn);
                });
            }
        }
    }
    Ok(())
}
