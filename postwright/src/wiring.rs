//! Builds the parts from the settings: the database, the API and the worker.

use std::{num::NonZeroU32, time::Duration};

use apalis_postgres::PostgresStorage;
use domain::{Db, DbSettings, SchemaVersion, accounts::SignUpPolicy};
use outbound::{Allowances, Outbound};
use secrecy::{ExposeSecret, SecretString};
use sqlx::{
    Executor, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tokio_util::sync::CancellationToken;
use worker::Mailer;

use crate::{
    cli::{DeliverySettings, LimitSettings, Settings},
    failure::Failure,
    keys::Keys,
    models, open_files,
};

/// Connections of the task queue's own pool. Each of its four queues uses one at a time.
const QUEUE_CONNECTIONS: u32 = 5;
/// Deliveries, e-mails, logs and the like.
const OTHER_FILES: usize = 512;
const QUEUE_ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// The queue only notes who works and which task is done, and every task may run again. If PostgreSQL crashes, the last of these
/// notes may be lost, so they need not wait for the disk. Tasks are enqueued on other connections.
const QUEUE_SESSION: &str = "set role postwright_queue; set synchronous_commit to off";

/// Brings the schema to the newest version: first apalis' own, then ours, which restricts it. Running it again changes
/// nothing.
///
/// # Errors
/// [`Failure::Migration`].
pub async fn migrate(owner_url: &SecretString, app_password: Option<&SecretString>) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::Migration(error.to_string());
    let owner_url = owner_url.expose_secret();
    let owner = migration::Owner::connect(owner_url).await.map_err(|error| failed(&error))?;
    if !owner.is_current(newest_queue_step()).await {
        // Before anything is changed.
        owner.check().await.map_err(|error| failed(&error))?;
        PostgresStorage::setup(owner.pool()).await.map_err(|error| failed(&error))?;
        owner.migrate().await.map_err(|error| failed(&error))?;
    }
    if let Some(password) = app_password {
        owner.set_app_password(password.expose_secret()).await.map_err(|error| failed(&error))?;
    }
    owner.close().await.map_err(|error| failed(&error))
}

/// The newest step of apalis' own schema.
fn newest_queue_step() -> i64 {
    PostgresStorage::migrations().iter().map(|step| step.version).max().unwrap_or_default()
}

/// The schema that this build needs.
#[must_use]
pub fn schema_version() -> SchemaVersion {
    SchemaVersion {
        newest_step: migration::NEWEST_STEP.to_owned(),
        functions_digest: migration::functions_digest(),
    }
}

/// Opens the database for `domain`, the only crate that queries our tables.
///
/// # Errors
/// [`Failure::Database`].
pub async fn connect(
    url: &SecretString,
    settings: &Settings,
    keys: Keys,
    sign_up: SignUpPolicy,
) -> Result<Db, Failure> {
    let settings = DbSettings {
        url: url.clone(),
        max_connections: settings.database.database_connections,
        keys: keys.signing,
        sealer: keys.sealer,
        sign_up,
        schema: schema_version(),
    };
    Db::connect(settings).await.map_err(|error| Failure::Database(error.to_string()))
}

/// Opens the pool for apalis. Its role reaches the schema `apalis` and none of our tables.
///
/// # Errors
/// [`Failure::Database`].
pub async fn open_queue(url: &SecretString) -> Result<PgPool, Failure> {
    let failed = |error: sqlx::Error| Failure::Database(error.to_string());
    let options: PgConnectOptions = url.expose_secret().parse().map_err(failed)?;
    PgPoolOptions::new()
        .max_connections(QUEUE_CONNECTIONS)
        .acquire_timeout(QUEUE_ACQUIRE_TIMEOUT)
        .after_connect(|connection, _| {
            Box::pin(async move { connection.execute(QUEUE_SESSION).await.map(drop) })
        })
        .connect_with(options)
        .await
        .map_err(failed)
}

/// The API's settings. During `drain` it reports that it stops while it still serves, so that a load balancer moves on.
pub fn api_settings(settings: &Settings, drain: Duration) -> api::Settings {
    let limits: &LimitSettings = &settings.limits;
    api::Settings {
        drain,
        public_url: settings.server.public_url.clone(),
        cors_origins: settings.server.cors_origins.0.clone(),
        trusted_proxies: settings.server.trusted_proxies.clone(),
        proxy_protocol: settings.server.proxy_protocol,
        dashboard: settings.server.dashboard,
        outbound_allow: settings.delivery.outbound_allow.clone(),
        emails_per_hour: positive(settings.accounts.emails_per_hour),
        connections: open_files::limited(limits.connections, reserved_files(settings)),
        connections_per_address: limits.connections_per_address,
        idle_connections_per_address: limits.idle_connections_per_address,
        requests_at_once: limits.requests_at_once,
        requests_per_address: limits.requests_per_address,
        streams_per_user: limits.streams_per_user,
        streams_per_key: limits.streams_per_key,
        quotas: settings.quotas.quotas(),
        organization_database_share: limits.organization_database_share,
        organization_rate: rate(limits.organization_rate, limits.organization_burst),
        key_rate: rate(limits.key_rate, limits.key_burst),
        exports_per_hour: NonZeroU32::new(limits.exports_per_hour).unwrap_or(NonZeroU32::MIN),
        organization_deletion_delay: Duration::from_secs(settings.data.organization_deletion_days * 86_400),
        ..api::Settings::default()
    }
}

/// Open files that clients' connections must leave: for the database, and in the all-in-one start for the worker's turns
/// and deliveries.
fn reserved_files(settings: &Settings) -> usize {
    OTHER_FILES + settings.database.database_connections as usize + settings.worker.turns_at_once
}

/// The command line refuses zero.
fn positive(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
}

fn rate(per_second: u32, burst: u32) -> api::Rate {
    api::Rate { per_second: positive(per_second), burst: positive(burst) }
}

/// Who may sign up; `default` without the setting.
pub fn sign_up_policy(settings: &Settings, default: SignUpPolicy) -> SignUpPolicy {
    settings.accounts.sign_up.map_or(default, SignUpPolicy::from)
}

/// Runs the worker with the models of live and test mode until `shutdown`, then finishes or gives back the turns that
/// run.
///
/// # Errors
/// [`Failure::Model`] for an endpoint that cannot be used, [`Failure::Outbound`] without root certificates.
pub async fn run_worker(
    db: Db,
    queue: PgPool,
    settings: worker::Settings,
    (live, test): (agent::Settings, agent::Settings),
    allowed: Allowances,
    mailer: Option<Mailer>,
    shutdown: CancellationToken,
) -> Result<(), Failure> {
    let (live, test) = (models::agent(live, "LLM_BASE_URL")?, models::agent(test, "LLM_TEST_BASE_URL")?);
    let models = worker::Models { live, test };
    let outbound = Outbound::new(allowed).map_err(Failure::Outbound)?;
    worker::run(settings, db, queue.clone(), models, outbound, mailer, shutdown).await;
    queue.close().await;
    Ok(())
}

/// The worker's settings.
pub fn worker_settings(settings: &Settings) -> worker::Settings {
    let usual = worker::Settings::default();
    worker::Settings {
        name: settings.worker.worker_name.clone().unwrap_or(usual.name),
        lease: Duration::from_secs(settings.worker.lease_seconds),
        turns_at_once: settings.worker.turns_at_once,
        turns_per_organization: settings.worker.turns_per_organization,
        // Time for an unusable completion and a second one.
        turn_time: 2 * Duration::from_secs(settings.model.llm_timeout_seconds),
        deliveries: deliveries(&settings.delivery),
        ..usual
    }
}

fn deliveries(settings: &DeliverySettings) -> worker::Deliveries {
    let usual = worker::Deliveries::default();
    let timeout = Duration::from_secs(settings.delivery_timeout_seconds);
    let delays = &settings.delivery_schedule.0;
    worker::Deliveries {
        timeout,
        long_timeout: 2 * timeout,
        expiring_ahead: Duration::from_secs(settings.expiring_seconds),
        schedule: if delays.is_empty() { usual.schedule } else { delays.clone() },
        ..usual
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::Cli;

    fn worker(options: &[&str]) -> worker::Settings {
        worker_settings(&Cli::parse_from(["postwright"].iter().chain(options)).settings)
    }

    #[test]
    fn options_that_are_absent_keep_the_workers_defaults() {
        let (worker, usual) = (worker(&[]), worker::Settings::default());
        assert_eq!((worker.lease, worker.turn_time), (usual.lease, usual.turn_time));
        assert_eq!(worker.turns_per_organization, usual.turns_per_organization);
        let (deliveries, usual) = (worker.deliveries, usual.deliveries);
        assert_eq!((deliveries.timeout, deliveries.long_timeout), (usual.timeout, usual.long_timeout));
        assert_eq!((deliveries.schedule, deliveries.expiring_ahead), (usual.schedule, usual.expiring_ahead));
    }

    #[test]
    fn quotas_reach_the_api() {
        let options =
            ["postwright", "--quota-sessions=3", "--quota-event-streams=4", "--quota-contact=ops@a.example"];
        let quotas = api_settings(&Cli::parse_from(options).settings, Duration::ZERO).quotas;
        let limits = domain::quotas::Limits { sessions: 3, event_streams: 4, ..Default::default() };
        assert_eq!((quotas.limits, quotas.contact.as_deref()), (limits, Some("ops@a.example")));
    }

    #[test]
    fn options_reach_the_worker() {
        let worker = worker(&[
            "--llm-timeout-seconds=300",
            "--turns-at-once=3",
            "--turns-per-organization=2",
            "--lease-seconds=9",
            "--worker-name=one",
            "--delivery-timeout-seconds=4",
            "--delivery-schedule=0,7",
        ]);
        assert_eq!(worker.name, "one");
        assert_eq!((worker.turns_at_once, worker.turns_per_organization), (3, 2));
        assert_eq!((worker.turn_time.as_secs(), worker.lease.as_secs()), (600, 9));
        assert_eq!((worker.deliveries.timeout.as_secs(), worker.deliveries.long_timeout.as_secs()), (4, 8));
        assert_eq!(worker.deliveries.schedule, [0, 7].map(Duration::from_secs));
    }
}
