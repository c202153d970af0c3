//! The all-in-one start: `cargo run`.

mod banner;
mod database;
mod demo;

use std::time::Duration;

use outbound::Allowances;
use tokio::{net::TcpListener, task::JoinSet, time::timeout};
use tokio_util::sync::CancellationToken;

use self::database::Database;
use crate::{
    cli::Settings, failure::Failure, listeners, models::Models, shutdown, signing_keys, terminal, wiring,
};

/// How long API and worker may take to end once told to.
const GRACE: Duration = Duration::from_secs(30);

/// Starts everything, says so, and stays until a signal comes or a part ends by itself.
///
/// # Errors
/// Whatever kept it from starting, or ended it.
pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let shutdown = shutdown::on_signal()?;
    // Before anything else: if the port is taken, nothing has to be stopped again.
    let listener = listeners::open(settings.listen).await?;
    let database = Database::prepare(settings).await?;
    let ran = tokio::select! {
        ran = serve(settings, &database, listener, &shutdown) => ran,
        () = database.ended() => Err(Failure::PostgresEnded),
    };
    database.stop().await;
    ran
}

async fn serve(
    settings: &Settings,
    database: &Database,
    listener: TcpListener,
    shutdown: &CancellationToken,
) -> Result<(), Failure> {
    demo::withdraw(&settings.data_dir)?;
    let base_url = listeners::base_url(&listener)?;
    database.migrate(settings).await?;
    let keys = match &settings.signing_keys {
        Some(path) => signing_keys::load(path)?,
        None => signing_keys::load_or_make(&settings.signing_keys_path())?,
    };
    let db = wiring::connect(&database.app_url, settings, &keys).await?;
    let models = Models::start(settings).await?;
    let queue = wiring::open_queue(&database.app_url).await?;
    let allowed = outbound_allow(settings);
    let api =
        api::Settings { outbound_allow: allowed.clone(), ..wiring::api_settings(settings, Duration::ZERO) };
    let mut parts = start_parts(
        api::serve(api, db.clone(), listener, shutdown.clone()),
        wiring::run_worker(
            db.clone(),
            queue,
            wiring::worker_settings(settings),
            (models.live.clone(), models.test.clone()),
            allowed,
            shutdown.clone(),
        ),
    );

    let demo = demo::prepare(&db, &settings.data_dir, base_url).await?;
    demo::show(&demo, &settings.data_dir)?;
    terminal::say(&banner::text(&demo, settings, database, &models.live));

    let ended = tokio::select! {
        biased;
        () = shutdown.cancelled() => Ok(()),
        Some(ended) = parts.join_next() => Err(ended.unwrap_or_else(|panic| ended_by_itself("a part", panic))),
    };
    shutdown.cancel();
    if timeout(GRACE, async { while parts.join_next().await.is_some() {} }).await.is_err() {
        tracing::warn!("some work did not end in time; the next start takes it up");
    }
    // The last turns in flight may still need it.
    models.stop().await;
    db.close().await;
    ended
}

/// Webhooks may go to this machine, where whoever tries them has their receiver, unless the settings name places.
fn outbound_allow(settings: &Settings) -> Allowances {
    let named = settings.outbound_allow.clone();
    if named.is_empty() { Allowances::loopback() } else { named }
}

/// API and worker, each telling why it ended.
fn start_parts(
    api: impl Future<Output = std::io::Result<()>> + Send + 'static,
    worker: impl Future<Output = Result<(), Failure>> + Send + 'static,
) -> JoinSet<Failure> {
    let mut parts = JoinSet::new();
    parts.spawn(async {
        api.await.map_or_else(Failure::from, |()| ended_by_itself("the API", "no reason given"))
    });
    parts.spawn(async {
        worker.await.err().unwrap_or_else(|| ended_by_itself("the worker", "no reason given"))
    });
    parts
}

fn ended_by_itself(part: &'static str, reason: impl ToString) -> Failure {
    Failure::PartEnded { part, reason: reason.to_string() }
}
