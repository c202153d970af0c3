//! One lane a queue: an apalis worker each, started again when the database drops it.

use std::sync::Arc;
use std::time::Duration;

use apalis::prelude::{
    BackendExt, BoxDynError, Data, IntervalStrategy, WorkerBuilder, WorkerBuilderExt, WorkerContext,
};
use apalis_postgres::{Config, PgPool, PostgresStorage};
use domain::tasks::{MAINTENANCE, TURNS, Task};
use tokio_util::sync::CancellationToken;

use crate::Context;
use crate::poll_strategy::Armed;
use crate::tasks::handle;

#[derive(Clone, Copy)]
struct Lane {
    queue: &'static str,
    batch: usize,
    at_once: usize,
}

const LANES: [Lane; 2] = [
    // Tickets only poke the claimer; there is one a second, and after a pause as many as it had seconds.
    Lane { queue: TURNS, batch: 100, at_once: 100 },
    // Tasks that do the work themselves: what is prefetched would wait behind a slow one.
    Lane { queue: MAINTENANCE, batch: 1, at_once: 1 },
];
const HEARTBEAT: Duration = Duration::from_secs(5);
const HEARTBEATS_TO_MISS: usize = 6;
/// After this a lane that does not stop is left to the end of the process.
const STOP_WITHIN: Duration = Duration::from_secs(5);

pub async fn run(context: Arc<Context>, pool: PgPool, shutdown: CancellationToken) {
    let lanes = LANES.map(|lane| keep_running(lane, context.clone(), pool.clone(), shutdown.clone()));
    futures_util::future::join_all(lanes).await;
}

/// Any error of the database ends an apalis worker: it is started again under a new name, after a pause.
async fn keep_running(lane: Lane, context: Arc<Context>, pool: PgPool, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        let ended = run_lane(lane, context.clone(), pool.clone(), &shutdown).await;
        if shutdown.is_cancelled() {
            return;
        }
        if let Err(error) = ended {
            tracing::warn!(queue = lane.queue, %error, "a lane of the queue ended; starting it again");
        }
        let pause = Duration::from_millis(rand::random_range(500..1_500));
        let _ = tokio::time::timeout(pause, shutdown.cancelled()).await;
    }
}

async fn run_lane(
    lane: Lane,
    context: Arc<Context>,
    pool: PgPool,
    shutdown: &CancellationToken,
) -> Result<(), BoxDynError> {
    let poll_every = context.settings.poll_every;
    let backend = PostgresStorage::<Task>::new(&pool)
        .with_config(
            Config::default()
                .queue(lane.queue)
                .batch_size(lane.batch)
                .heartbeat_interval(HEARTBEAT)
                .missed_heartbeats(HEARTBEATS_TO_MISS),
        )
        .poll_with_strategy(Armed(IntervalStrategy::new(poll_every)));
    let state = WorkerContext::new(&worker_name(lane.queue));
    let worker =
        WorkerBuilder::new(&state).backend(backend).concurrency(lane.at_once).data(context).build(perform);
    let mut running = std::pin::pin!(worker.run());
    tokio::select! {
        ended = &mut running => return Ok(ended?),
        () = shutdown.cancelled() => {}
    }
    // A worker that is told to stop with much in flight hangs: it is paused and drained first.
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
            queue = lane.queue,
            "a lane did not stop in time; its tickets are done again elsewhere"
        );
    }
    Ok(())
}

/// Always succeeds: what went wrong is in our own tables and the log, and apalis would run a failed task again at once.
async fn perform(task: Task, context: Data<Arc<Context>>) -> Result<(), BoxDynError> {
    let context = Arc::clone(&context);
    // A panic ends the task and not the lane.
    if tokio::spawn(async move { handle(&task, &context).await }).await.is_err() {
        tracing::error!("a task panicked");
    }
    Ok(())
}

/// New at every start: under the name of a dead worker its tasks would stay locked for ever.
fn worker_name(queue: &str) -> String {
    let host = std::env::var("HOSTNAME").unwrap_or_else(|_| "host".into());
    format!("{host}-{}-{queue}-{}", std::process::id(), uuid::Uuid::now_v7())
}
