//! Sends and receives PostgreSQL notifications (LISTEN/NOTIFY). They are hints to read the database, and may get lost.
//!
//! PostgreSQL serialises commits that notify. Notifications are therefore sent after the commit, in a statement of their
//! own. A process runs one such statement at a time; notifications that come up meanwhile share the next one.

mod listener;
mod sender;
mod subscriptions;

use std::sync::Arc;

use entity::id::{SessionId, TurnId};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::sync::{broadcast, mpsc};
use tokio::task::AbortHandle;

use listener::{Subscribers, listen};
use sender::send_all;
pub(crate) use subscriptions::Subscription;

const FINISHED_TURNS: &str = "postwright_finished_turns";
const EVENTS: &str = "postwright_events";
const DELIVERABLE: &str = "postwright_deliverable";
/// A payload of [`EVENTS`]: callers have to be checked again (`suspend_organization.sql`).
const ALL_SESSIONS: &str = "*";
const CLAIMABLE_TURNS: &str = "postwright_claimable_turns";

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
