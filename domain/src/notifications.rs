//! Sends and receives PostgreSQL notifications (LISTEN/NOTIFY). They are hints to read the database, and may get lost.
//!
//! PostgreSQL serialises commits that notify. Notifications are therefore sent after the commit, in a statement of their
//! own. A process runs one such statement at a time; notifications that come up meanwhile share the next one.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use entity::id::{SessionId, TurnId};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use tokio::sync::{Notify, broadcast, mpsc};
use tokio::task::AbortHandle;

pub(crate) use crate::subscriptions::Subscription;
use crate::subscriptions::Subscriptions;

const FINISHED_TURNS: &str = "postwright_finished_turns";
const EVENTS: &str = "postwright_events";
const DELIVERABLE: &str = "postwright_deliverable";
const CLAIMABLE_TURNS: &str = "postwright_claimable_turns";
/// A payload may have 8,000 bytes; an id with its comma takes 37.
const IDS_PER_PAYLOAD: usize = 200;
const RECONNECT_PAUSE: Duration = Duration::from_millis(500);

pub(crate) enum Notification {
    /// A turn may have become claimable.
    Claimable,
    TurnFinished(TurnId),
    /// A delivery may have become due. [`Notification::TurnFinished`] implies it, as the end of a turn may emit webhooks.
    Deliverable,
    /// The session's log has grown.
    Event(SessionId),
}

/// Sends this process's notifications, and wakes its subscribers on those of any process.
pub(crate) struct Notifier {
    outgoing: mpsc::UnboundedSender<Notification>,
    subscribers: Arc<Subscribers>,
    /// Holds the one connection that listens.
    listener_pool: PgPool,
    /// The sender and the listener.
    tasks: [AbortHandle; 2],
}

impl Notifier {
    /// Starts the sender on `pool` and the listener on a connection of its own.
    pub fn start(pool: PgPool, options: PgConnectOptions) -> Self {
        let (outgoing, queued) = mpsc::unbounded_channel();
        let subscribers = Arc::<Subscribers>::default();
        // The connection stays open without traffic.
        let listener_pool = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
        let listener_pool = listener_pool.connect_lazy_with(options);
        let tasks = [
            tokio::spawn(send_all(pool, queued)).abort_handle(),
            tokio::spawn(listen(listener_pool.clone(), subscribers.clone())).abort_handle(),
        ];
        Self { outgoing, subscribers, listener_pool, tasks }
    }

    /// Stops listening, and returns when the connection is closed. sqlx closes a merely dropped connection later, when the
    /// server may be gone, and logs an error.
    pub async fn close(&self) {
        self.listener_pool.close().await;
    }

    /// Queues a notification; never blocks.
    pub fn notify(&self, notification: Notification) {
        // Fails only during shutdown; subscribers then find out by polling.
        let _ = self.outgoing.send(notification);
    }

    /// Subscribes to the end of a turn. Call it before reading the turn, so that no notification is missed in between.
    pub fn subscribe_to_turn(&self, turn: TurnId) -> Subscription<TurnId> {
        self.subscribers.turns.subscribe(turn)
    }

    /// Subscribes to a session's log. Call it before reading the log, so that no notification is missed in between.
    pub fn subscribe_to_session(&self, session: SessionId) -> Subscription<SessionId> {
        self.subscribers.sessions.subscribe(session)
    }

    /// Returns when a turn may have become claimable since the last call.
    pub async fn claimable(&self) {
        self.subscribers.claimable.notified().await;
    }

    /// Returns when a delivery may have become due since the last call.
    pub async fn deliverable(&self) {
        self.subscribers.deliverable.notified().await;
    }

    /// The turns that any process finishes from now on; a receiver that lags misses some.
    pub fn finished_turns(&self) -> broadcast::Receiver<TurnId> {
        self.subscribers.finished.subscribe()
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

/// The waiting tasks of this process.
struct Subscribers {
    turns: Subscriptions<TurnId>,
    sessions: Subscriptions<SessionId>,
    claimable: Notify,
    deliverable: Notify,
    finished: broadcast::Sender<TurnId>,
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

async fn send_all(pool: PgPool, mut queued: mpsc::UnboundedReceiver<Notification>) {
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

async fn listen(listener_pool: PgPool, subscribers: Arc<Subscribers>) {
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
