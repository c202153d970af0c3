//! The all-in-one start, `postwright` without a command: PostgreSQL, API, worker and stand-in in one process.

mod banner;
mod database;
mod demo;
mod demo_data;

use std::{net::IpAddr, time::Duration};

use domain::accounts::SignUpPolicy;
use outbound::Allowances;
use tokio::{net::TcpListener, task::JoinSet, time::timeout};
use tokio_util::sync::CancellationToken;

use self::database::Database;
use crate::{
    cli::Settings,
    failure::Failure,
    keys::{self, KeyFiles},
    listeners, mailers,
    models::Models,
    shutdown, terminal, wiring,
};

/// How long the API and the worker may take to shut down.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(30);
const PRIVATE_WORKER: &str = "all-in-one";

/// Starts everything, prints the banner and runs until a signal arrives or a part stops.
///
/// # Errors
/// The [`Failure`] that prevented the start or stopped a part.
pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let shutdown = shutdown::on_signal()?;
    // Opened first: if the port is in use, nothing has to be stopped again.
    let listener = listeners::open(settings.server.listen).await?;
    // While PostgreSQL starts.
    tokio::spawn(worker::warm_up());
    tokio::task::spawn_blocking(api::warm_up);
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
    demo::remove(&settings.server.data_dir)?;
    let base_url = listeners::base_url(&listener)?;
    database.migrate(settings).await?;
    let files = key_files(settings)?;
    let sign_up = wiring::sign_up_policy(settings, SignUpPolicy::Open);
    let (db, queue, models) = tokio::try_join!(
        wiring::connect(&database.app_url, settings, files.load()?, sign_up),
        wiring::open_queue(&database.app_url),
        Models::start(settings),
    )?;
    tokio::spawn(files.watch(db.clone(), shutdown.clone()));
    let allowed = outbound_allow(settings, listener.local_addr()?.ip());
    let api =
        api::Settings { outbound_allow: allowed.clone(), ..wiring::api_settings(settings, Duration::ZERO) };
    let mut parts = start_parts(
        api::serve(api, db.clone(), listener, shutdown.clone()),
        wiring::run_worker(
            db.clone(),
            queue,
            worker_settings(settings, database),
            (models.live.clone(), models.test.clone()),
            allowed,
            Some(mailers::all_in_one(settings, &base_url)?),
            shutdown.clone(),
        ),
    );

    let prepared = demo::prepare(&db, &settings.server.data_dir, base_url).await?;
    // Scripts wait for the file; the link is for the person who reads the banner.
    demo::write(&prepared.demo, &settings.server.data_dir)?;
    let link = demo::sign_in_link(&db, &prepared.demo, settings.server.public_url.as_deref()).await?;
    terminal::say(&banner::text(&prepared.demo, &link, settings, database, &models.live));
    // A real model would be paid for them.
    if prepared.is_new && settings.server.demo_data && settings.model.llm_base_url.is_none() {
        let (fill, shutdown) = (demo_data::fill(db.clone(), prepared.owner), shutdown.clone());
        tokio::spawn(async move { shutdown.run_until_cancelled(fill).await });
    }

    let ended = tokio::select! {
        biased;
        () = shutdown.cancelled() => Ok(()),
        Some(ended) = parts.join_next() => Err(ended.unwrap_or_else(|_| stopped("a part", "it panicked"))),
    };
    shutdown.cancel();
    if timeout(SHUTDOWN_TIMEOUT, async { while parts.join_next().await.is_some() {} }).await.is_err() {
        tracing::warn!("some work did not finish in time; the next start resumes it");
    }
    // Stopped last: the turns that ran until now may still need it.
    models.stop().await;
    db.close().await;
    ended
}

/// Creates the files that the settings do not name.
fn key_files(settings: &Settings) -> Result<KeyFiles, Failure> {
    let (signing, encryption) = (settings.signing_keys_path(), settings.encryption_keys_path());
    if settings.server.signing_keys.is_none() {
        keys::signing::create_file(&signing)?;
    }
    if settings.server.encryption_keys.is_none() {
        keys::encryption::create_file(&encryption)?;
    }
    Ok(KeyFiles::new(Some(&signing), &encryption))
}

/// Unless the settings allow hosts, deliveries may go to this machine, so that webhooks can be tried with a local
/// receiver. Not if other machines reach the API: their users would reach this machine's services.
fn outbound_allow(settings: &Settings, listening: IpAddr) -> Allowances {
    let named = settings.delivery.outbound_allow.clone();
    // A public address means that a proxy on this machine passes requests on.
    let is_private = listening.is_loopback() && settings.server.public_url.is_none();
    if named.is_empty() && is_private { Allowances::loopback() } else { named }
}

/// The private PostgreSQL has one process at a time, so its worker always has the same name: after a `kill -9` the next start
/// resumes the turns at once.
fn worker_settings(settings: &Settings, database: &Database) -> worker::Settings {
    let named = wiring::worker_settings(settings);
    if settings.worker.worker_name.is_none() && database.is_private() {
        return worker::Settings { name: PRIVATE_WORKER.to_owned(), ..named };
    }
    named
}

/// Runs the API and the worker. Each result is the reason why a part stopped.
fn start_parts(
    api: impl Future<Output = std::io::Result<()>> + Send + 'static,
    worker: impl Future<Output = Result<(), Failure>> + Send + 'static,
) -> JoinSet<Failure> {
    let mut parts = JoinSet::new();
    parts.spawn(async { api.await.map_or_else(Failure::from, |()| stopped("the API", "no reason given")) });
    parts.spawn(async { worker.await.err().unwrap_or_else(|| stopped("the worker", "no reason given")) });
    parts
}

fn stopped(part: &'static str, reason: impl ToString) -> Failure {
    Failure::PartEnded { part, reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use clap::Parser as _;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn deliveries_go_to_this_machine_only_while_no_other_machine_reaches_the_api() {
        let allowed = |listening: Ipv4Addr, options: &[&str]| {
            let settings = Cli::parse_from(["postwright"].iter().chain(options)).settings;
            outbound_allow(&settings, listening.into())
        };
        let (loopback, every) = (Ipv4Addr::LOCALHOST, Ipv4Addr::UNSPECIFIED);
        assert_eq!(allowed(loopback, &[]), Allowances::loopback());
        assert!(allowed(every, &[]).is_empty());
        assert!(allowed(Ipv4Addr::new(10, 0, 0, 7), &[]).is_empty());
        assert!(allowed(loopback, &["--public-url=https://api.example.com"]).is_empty());
        let named: Allowances = "127.0.0.1:9000".parse().unwrap();
        assert_eq!(allowed(every, &["--outbound-allow=127.0.0.1:9000"]), named);
    }
}
