//! The task queue: an apalis worker for each of its queues, restarted when the database drops it.
//!
//! apalis 1.0 retries at once, never deletes a row, and loses acknowledgements at shutdown. So every task has one attempt,
//! its handler always succeeds, and a repetition is a row of our own. `domain` inserts and deletes the rows.

use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use apalis::prelude::{
    BackendExt, BoxDynError, Data, IntervalStrategy, PollSnapshot, PollStrategy, WorkerBuilder,
    WorkerBuilderExt, WorkerContext,
};
pub use apalis_postgres::PgPool;
use apalis_postgres::{Config, PostgresStorage};
use domain::tasks::{EMAILS, MAINTENANCE, RECONCILE, TURNS, Task};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::tasks::handle;
use crate::{Context, Settings};

/// How one queue is worked.
#[derive(Clone, Copy)]
struct Queue {
    name: &'static str,
    /// Rows of one fetch. Tasks that take time need 1: fetched rows wait for the one before, on this worker.
    batch: usize,
    /// Tasks that run at once. More than four times the batch would overflow the channel of acknowledgements.
    concurrency: usize,
    poll_interval: Duration,
}

fn queues(settings: &Settings) -> [Queue; 4] {
    let poll_interval = settings.poll_every;
    [
        // Wake-ups: there is at most one a second, and after a pause as many as it had seconds.
        Queue { name: TURNS, batch: 100, concurrency: 100, poll_interval },
        // Turns of dead workers wait for a lease, a period and this interval: hence a short one, and no other tasks here.
        Queue { name: RECONCILE, batch: 1, concurrency: 1, poll_interval: settings.reconcile_every / 4 },
        // A task sends several e-mails and can wait for a slow mail server: others run beside it.
        Queue { name: EMAILS, batch: 1, concurrency: 4, poll_interval },
        // A sweep can take minutes: other tasks run beside it.
        Queue { name: MAINTENANCE, batch: 1, concurrency: 4, poll_interval },
    ]
}

const HEARTBEAT: Duration = Duration::from_secs(5);
const HEARTBEATS_TO_MISS: usize = 6;
/// How long a queue may take to stop. After that its tasks run on until the process ends.
const STOP_WITHIN: Duration = Duration::from_secs(5);

pub async fn run(context: Arc<Context>, pool: PgPool, shutdown: CancellationToken) {
    // Each in a task of its own: apalis fetches whenever it is polled, so queues that share a task wake each other for ever.
    let mut running = JoinSet::new();
    for queue in queues(&context.settings) {
        running.spawn(keep_running(queue, context.clone(), pool.clone(), shutdown.clone()));
    }
    running.join_all().await;
}

/// Any error of the database ends an apalis worker. It is started again after a pause.
async fn keep_running(queue: Queue, context: Arc<Context>, pool: PgPool, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        let ended = run_once(queue, context.clone(), pool.clone(), &shutdown).await;
        if shutdown.is_cancelled() {
            return;
        }
        if let Err(error) = ended {
            tracing::warn!(queue = queue.name, %error, "a task queue ended; starting it again");
        }
        let pause = queue.poll_interval.mul_f64(rand::random_range(0.5..1.5));
        let _ = tokio::time::timeout(pause, shutdown.cancelled()).await;
    }
}

async fn run_once(
    queue: Queue,
    context: Arc<Context>,
    pool: PgPool,
    shutdown: &CancellationToken,
) -> Result<(), BoxDynError> {
    let config = Config::default()
        .queue(queue.name)
        .batch_size(queue.batch)
        .heartbeat_interval(HEARTBEAT)
        .missed_heartbeats(HEARTBEATS_TO_MISS);
    let backend = PostgresStorage::<Task>::new(&pool)
        .with_config(config)
        .poll_with_strategy(UntilPending(IntervalStrategy::new(queue.poll_interval)));
    let state = WorkerContext::new(&worker_name(queue.name));
    let worker = WorkerBuilder::new(&state)
        .backend(backend)
        .concurrency(queue.concurrency)
        .data(context)
        .build(perform);
    let mut running = std::pin::pin!(worker.run());
    tokio::select! {
        ended = &mut running => return Ok(ended?),
        () = shutdown.cancelled() => {}
    }
    // A worker that is stopped with tasks in flight can hang: pause it and let them end first.
    let drained = async {
        state.pause()?;
        while state.task_count() > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        state.stop()
    };
    let stopped = async { tokio::join!(running, drained) };
    if tokio::time::timeout(STOP_WITHIN, stopped).await.is_err() {
        tracing::warn!(
            queue = queue.name,
            "a task queue did not stop in time; its tasks run again elsewhere"
        );
    }
    Ok(())
}

/// Always succeeds: apalis would run a failed task again at once.
async fn perform(task: Task, context: Data<Arc<Context>>) -> Result<(), BoxDynError> {
    let context = Arc::clone(&context);
    // In a task of its own, so that a panic does not end the queue.
    if tokio::spawn(async move { handle(task, &context).await }).await.is_err() {
        tracing::error!(?task, "a task panicked");
    }
    Ok(())
}

/// New at every start: the tasks of a worker that died would stay locked while another of its name is alive.
fn worker_name(queue: &str) -> String {
    let host = std::env::var("HOSTNAME").unwrap_or_else(|_| "host".into());
    format!("{host}-{}-{queue}-{}", std::process::id(), uuid::Uuid::now_v7())
}

/// A poll strategy that polls the inner one until it is pending.
///
/// The strategies of apalis-core 1.0 return ready without registering a waker, so the worker would sleep until its next
/// heartbeat (measured: a median of 26 s at 400 tasks/s, 2.7 ms with this).
struct UntilPending<S>(S);

impl<S: PollStrategy> PollStrategy for UntilPending<S> {
    fn poll_drive(&mut self, cx: &mut std::task::Context<'_>, snapshot: &PollSnapshot) -> Poll<Option<()>> {
        let mut is_ready = false;
        while let Poll::Ready(Some(())) = self.0.poll_drive(cx, snapshot) {
            is_ready = true;
        }
        if is_ready { Poll::Ready(Some(())) } else { Poll::Pending }
    }

    fn on_poll(&mut self, snapshot: &PollSnapshot) {
        self.0.on_poll(snapshot);
    }
}
