//! NOTIFY as a doorbell: it says that something is to be looked at, never what is true.
//!
//! Rings are sent after the commit, in a statement of their own: a notifying commit would be serialised with all
//! others. At most one statement is under way per process; what is rung meanwhile goes with the next.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use entity::id::TurnId;
use secrecy::{ExposeSecret, SecretString};
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::{Notify, mpsc};
use tokio::task::AbortHandle;

/// The queue's own channel.
const TICKETS: &str = "apalis::job::insert";
const FINISHED_TURNS: &str = "postwright_finished_turns";
/// A payload may have 8,000 bytes, an id with its comma takes 37.
const IDS_A_PAYLOAD: usize = 200;

pub(crate) enum Ring {
    /// A ticket is due. One of each queue is enough: who wakes takes all that is there.
    Ticket {
        queue: &'static str,
        ticket: String,
    },
    TurnFinished(TurnId),
}

pub(crate) struct Doorbell {
    rings: mpsc::UnboundedSender<Ring>,
    waiting: Arc<Waiting>,
    tasks: [AbortHandle; 2],
}

impl Doorbell {
    pub fn install(pool: PgPool, url: SecretString) -> Self {
        let (rings, rung) = mpsc::unbounded_channel();
        let waiting = Arc::<Waiting>::default();
        let tasks = [
            tokio::spawn(pass_on(pool, rung)).abort_handle(),
            tokio::spawn(listen(url, waiting.clone())).abort_handle(),
        ];
        Self { rings, waiting, tasks }
    }

    pub fn ring(&self, ring: Ring) {
        // Only fails while the process ends; then the next poll finds what there is.
        let _ = self.rings.send(ring);
    }

    /// To be called before the turn is looked at, so that no ring falls between.
    pub fn expect(&self, turn: TurnId) -> Expectation {
        let notify = self.waiting.lock().entry(turn).or_default().clone();
        Expectation { turn, notify, waiting: self.waiting.clone() }
    }
}

impl Drop for Doorbell {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

/// Turns that somebody in this process waits for.
#[derive(Default)]
struct Waiting(Mutex<HashMap<TurnId, Arc<Notify>>>);

impl Waiting {
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<TurnId, Arc<Notify>>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn wake(&self, turn: TurnId) {
        if let Some(notify) = self.lock().get(&turn) {
            notify.notify_waiters();
        }
    }

    fn wake_all(&self) {
        self.lock().values().for_each(|notify| notify.notify_waiters());
    }
}

/// Somebody waits for a turn to finish.
pub(crate) struct Expectation {
    turn: TurnId,
    notify: Arc<Notify>,
    waiting: Arc<Waiting>,
}

impl Expectation {
    pub fn ring(&self) -> tokio::sync::futures::Notified<'_> {
        self.notify.notified()
    }
}

impl Drop for Expectation {
    fn drop(&mut self) {
        let mut waiting = self.waiting.lock();
        // The map's and ours: nobody else waits for this turn.
        if Arc::strong_count(&self.notify) == 2 {
            waiting.remove(&self.turn);
        }
    }
}

async fn pass_on(pool: PgPool, mut rung: mpsc::UnboundedReceiver<Ring>) {
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
            tracing::warn!(%error, "a doorbell could not be rung; whoever waits finds out at the next poll");
        }
    }
}

fn notifications(rings: impl Iterator<Item = Ring>) -> (Vec<&'static str>, Vec<String>) {
    let mut tickets = BTreeMap::new();
    let mut finished = Vec::new();
    for ring in rings {
        match ring {
            Ring::Ticket { queue, ticket } => _ = tickets.insert(queue, ticket),
            Ring::TurnFinished(turn) => finished.push(turn.to_string()),
        }
    }
    let tickets = tickets
        .into_iter()
        .map(|(queue, ticket)| (TICKETS, serde_json::json!({ "job_type": queue, "id": ticket }).to_string()));
    let finished = finished.chunks(IDS_A_PAYLOAD).map(|ids| (FINISHED_TURNS, ids.join(",")));
    tickets.chain(finished).unzip()
}

async fn listen(url: SecretString, waiting: Arc<Waiting>) {
    loop {
        if let Err(error) = hear(&url, &waiting).await {
            tracing::warn!(%error, "lost the connection that listens for finished turns; connecting again");
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

async fn hear(url: &SecretString, waiting: &Waiting) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect(url.expose_secret()).await?;
    listener.listen(FINISHED_TURNS).await?;
    // Rings may have been missed while nobody listened.
    waiting.wake_all();
    while let Some(notification) = listener.try_recv().await? {
        notification
            .payload()
            .split(',')
            .filter_map(|id| id.parse().ok())
            .for_each(|turn| waiting.wake(turn));
    }
    Ok(())
}
