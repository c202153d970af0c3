//! NOTIFY as a notifier: it says that something is to be looked at, never what is true.
//!
//! Rings are sent after the commit, in a statement of their own: a notifying commit would be serialised with all
//! others. At most one statement is under way per process; what is rung meanwhile goes with the next.

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
/// A payload may have 8,000 bytes, an id with its comma takes 37.
const IDS_A_PAYLOAD: usize = 200;

pub(crate) enum Notification {
    /// A turn may be claimed: workers need not wait for their next look at the tickets.
    Claimable,
    TurnFinished(TurnId),
    /// Something may be due to be delivered. The end of a turn says so too, and rings by itself.
    Deliverable,
    /// Something happened in a session: its log has grown.
    Event(SessionId),
}

pub(crate) struct Notifier {
    rings: mpsc::UnboundedSender<Notification>,
    heard: Arc<Heard>,
    /// Of one connection, which listens.
    ears: PgPool,
    tasks: [AbortHandle; 2],
}

impl Notifier {
    pub fn install(pool: PgPool, options: PgConnectOptions) -> Self {
        let (rings, rung) = mpsc::unbounded_channel();
        let heard = Arc::<Heard>::default();
        // It stays open however long nobody rings.
        let ears = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
        let ears = ears.connect_lazy_with(options);
        let tasks = [
            tokio::spawn(pass_on(pool, rung)).abort_handle(),
            tokio::spawn(listen(ears.clone(), heard.clone())).abort_handle(),
        ];
        Self { rings, heard, ears, tasks }
    }

    /// Listens no more, and returns when the connection is closed: sqlx tidies up one that is only dropped at some later
    /// moment, when the server may be gone, and complains.
    pub async fn close(&self) {
        self.ears.close().await;
    }

    pub fn notify(&self, notification: Notification) {
        // Only fails while the process ends; then the next poll finds what there is.
        let _ = self.rings.send(notification);
    }

    /// To be called before the turn is looked at, so that no ring falls between.
    pub fn expect_turn(&self, turn: TurnId) -> Subscription<TurnId> {
        self.heard.turns.expect(turn)
    }

    /// To be called before the log is looked at, so that no ring falls between.
    pub fn expect_event(&self, session: SessionId) -> Subscription<SessionId> {
        self.heard.sessions.expect(session)
    }

    /// Returns when a turn may have become claimable since the last call.
    pub async fn claimable(&self) {
        self.heard.claimable.notified().await;
    }

    /// Returns when something may have become due to be delivered since the last call.
    pub async fn deliverable(&self) {
        self.heard.deliverable.notified().await;
    }

    /// Every turn that any process finishes from now on; who falls behind misses some.
    pub fn finished_turns(&self) -> broadcast::Receiver<TurnId> {
        self.heard.finished.subscribe()
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

/// What somebody in this process waits for.
struct Heard {
    turns: Subscriptions<TurnId>,
    sessions: Subscriptions<SessionId>,
    claimable: Notify,
    deliverable: Notify,
    finished: broadcast::Sender<TurnId>,
}

impl Default for Heard {
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

async fn pass_on(pool: PgPool, mut rung: mpsc::UnboundedReceiver<Notification>) {
    let mut rings = Vec::new();
    while rung.recv_many(&mut rings, 1_000).await > 0 {
        let (channels, payloads) = notifications(rings.drain(..));
        let sent = sqlx::query(
            "select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as n (channel, payload)",
        )
        .bind(channels)
        .bind(payloads)
        .execute(&pool)
        .await;
        if let Err(error) = sent {
            tracing::warn!(%error, "a notifier could not be rung; whoever waits finds out at the next poll");
        }
    }
}

fn notifications(rings: impl Iterator<Item = Notification>) -> (Vec<&'static str>, Vec<String>) {
    let (mut claimable, mut deliverable) = (false, false);
    let (mut finished, mut sessions) = (Vec::new(), BTreeSet::new());
    for ring in rings {
        match ring {
            Notification::Claimable => claimable = true,
            Notification::Deliverable => deliverable = true,
            Notification::TurnFinished(turn) => finished.push(turn.to_string()),
            Notification::Event(session) => _ = sessions.insert(session.to_string()),
        }
    }
    let sessions = Vec::from_iter(sessions);
    let finished = finished.chunks(IDS_A_PAYLOAD).map(|ids| (FINISHED_TURNS, ids.join(",")));
    let events = sessions.chunks(IDS_A_PAYLOAD).map(|ids| (EVENTS, ids.join(",")));
    let claimable = claimable.then(|| (CLAIMABLE_TURNS, String::new()));
    let deliverable = deliverable.then(|| (DELIVERABLE, String::new()));
    claimable.into_iter().chain(deliverable).chain(finished).chain(events).unzip()
}

async fn listen(ears: PgPool, heard: Arc<Heard>) {
    while !ears.is_closed() {
        match hear(&ears, &heard).await {
            Ok(()) => {}
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => {
                tracing::warn!(%error, "lost the connection that listens for doorbells; connecting again");
            }
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

async fn hear(ears: &PgPool, heard: &Heard) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(ears).await?;
    listener.listen_all([FINISHED_TURNS, EVENTS, CLAIMABLE_TURNS, DELIVERABLE]).await?;
    // Rings may have been missed while nobody listened.
    heard.turns.wake_all();
    heard.sessions.wake_all();
    heard.claimable.notify_one();
    heard.deliverable.notify_one();
    while let Some(notification) = listener.try_recv().await? {
        let ids = notification.payload().split(',');
        match notification.channel() {
            CLAIMABLE_TURNS => heard.claimable.notify_one(),
            DELIVERABLE => heard.deliverable.notify_one(),
            EVENTS => ids.filter_map(|id| id.parse().ok()).for_each(|session| heard.sessions.wake(session)),
            _ => {
                // Its end may be told to somebody's own system.
                heard.deliverable.notify_one();
                ids.filter_map(|id| id.parse().ok()).for_each(|turn| {
                    heard.turns.wake(turn);
                    // Nobody may be listening: then there is nobody to tell.
                    let _ = heard.finished.send(turn);
                });
            }
        }
    }
    Ok(())
}
