//! The all-in-one start: `cargo run`.

use std::time::Duration;

use outbound::Allowances;
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
    time::timeout,
};
use tokio_util::sync::CancellationToken;

use crate::{
    banner, cli::Settings, databases::Database, demo, failures::Failure, listeners, shutdowns, signing_keys,
    standin, terminals, wiring,
};

/// How long API and worker may take to end once told to.
const GRACE: Duration = Duration::from_secs(30);

/// Starts everything, says so, and stays until a signal comes or a part ends by itself.
///
/// # Errors
/// Whatever kept it from starting, or ended it.
pub async fn everything(settings: &Settings) -> Result<(), Failure> {
    let shutdown = shutdowns::on_signal()?;
    // Before anything else: if the port is taken, nothing has to be stopped again.
    let listener = listeners::open(settings.listen).await?;
    let database = Database::prepare(settings).await?;
    let ran = tokio::select! {
        ran = run(settings, &database, listener, &shutdown) => ran,
        () = database.ended() => Err(Failure::PostgresEnded),
    };
    database.stop().await;
    ran
}

async fn run(
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
    let model = Model::start(settings).await?;
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
            model.settings.clone(),
            allowed,
            shutdown.clone(),
        ),
    );

    let demo = demo::prepare(&db, &settings.data_dir, base_url).await?;
    demo::show(&demo, &settings.data_dir)?;
    terminals::say(&banner::text(&demo, settings, database, &model.settings));

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
    model.stop().await;
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

/// The model to ask, and the stand-in's server if it is the stand-in.
struct Model {
    settings: agent::Settings,
    standin: Option<(CancellationToken, JoinHandle<std::io::Result<()>>)>,
}

impl Model {
    async fn start(settings: &Settings) -> Result<Self, Failure> {
        if let Some(settings) = wiring::configured_model(settings)? {
            return Ok(Self { settings, standin: None });
        }
        let listener = listeners::open_private().await?;
        let settings = wiring::standin_model(&listeners::base_url(&listener)?);
        let shutdown = CancellationToken::new();
        let server = tokio::spawn(standin::serve(listener, shutdown.clone()));
        Ok(Self { settings, standin: Some((shutdown, server)) })
    }

    async fn stop(self) {
        if let Some((shutdown, server)) = self.standin {
            shutdown.cancel();
            // Idle connections of a client's pool would keep it for a while.
            let _ = timeout(Duration::from_millis(500), server).await;
        }
    }
}
