//! Where the parts meet: the only file that knows how each of them is set up.

use std::{num::NonZeroU32, time::Duration};

use agent::Agent;
use apalis_postgres::PostgresStorage;
use domain::{Db, DbSettings, SigningKeys};
use outbound::{Allowances, Outbound};
use secrecy::{ExposeSecret, SecretString};
use sqlx::{
    Connection, Executor, PgConnection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tokio_util::sync::CancellationToken;

use crate::{cli::Settings, failure::Failure, standin};

/// Connections of the task queue's own pool. Each of its three queues uses one at a time.
const QUEUE_CONNECTIONS: u32 = 5;

/// Brings the schema to its newest step: the queue's own, then ours, which restricts it. Does nothing the second time.
///
/// # Errors
/// [`Failure::Migration`].
pub async fn migrate(owner_url: &SecretString, app_password: Option<&SecretString>) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::Migration(error.to_string());
    let owner_url = owner_url.expose_secret();
    // A pool tries for a while and then does not say what was wrong.
    let probe = PgConnection::connect(owner_url).await.map_err(|error| failed(&error))?;
    probe.close().await.map_err(|error| failed(&error))?;
    let pool =
        PgPoolOptions::new().max_connections(1).connect(owner_url).await.map_err(|error| failed(&error))?;
    let set_up = PostgresStorage::setup(&pool).await;
    pool.close().await;
    set_up.map_err(|error| failed(&error))?;
    let app_password = app_password.map(ExposeSecret::expose_secret);
    migration::run(owner_url, app_password).await.map_err(|error| failed(&error))
}

/// Opens the domain: the one way to the tables.
///
/// # Errors
/// [`Failure::SigningKeys`], [`Failure::Database`].
pub async fn connect(url: &SecretString, settings: &Settings, keys: &SecretString) -> Result<Db, Failure> {
    let keys = SigningKeys::from_pem(keys.expose_secret()).map_err(|error| Failure::SigningKeys {
        path: settings.signing_keys_path(),
        reason: error.to_string(),
    })?;
    let settings = DbSettings { url: url.clone(), max_connections: settings.database_connections, keys };
    Db::connect(settings).await.map_err(|error| Failure::Database(error.to_string()))
}

/// The pool that is handed to the queue's library. Its role reaches the queue's schema and nothing of ours.
///
/// # Errors
/// [`Failure::Database`].
pub async fn open_queue(url: &SecretString) -> Result<PgPool, Failure> {
    let failed = |error: sqlx::Error| Failure::Database(error.to_string());
    let options: PgConnectOptions = url.expose_secret().parse().map_err(failed)?;
    PgPoolOptions::new()
        .max_connections(QUEUE_CONNECTIONS)
        .acquire_timeout(Duration::from_secs(10))
        .after_connect(|connection, _| {
            Box::pin(async move { connection.execute("set role postwright_queue").await.map(drop) })
        })
        .connect_with(options)
        .await
        .map_err(failed)
}

/// How the API works, as far as it can be told from outside.
///
/// `drain` is for how long it says that it leaves before it does, so that a load balancer looks elsewhere.
pub fn api_settings(settings: &Settings, drain: Duration) -> api::Settings {
    api::Settings {
        drain,
        public_url: settings.public_url.clone(),
        outbound_allow: settings.outbound_allow.clone(),
        streams_per_user: settings.streams_per_user,
        streams_per_key: settings.streams_per_key,
        organization_rate: rate(settings.organization_rate, settings.organization_burst),
        key_rate: rate(settings.key_rate, settings.key_burst),
        ..api::Settings::default()
    }
}

/// None is refused by the command line, and would be one a second.
fn rate(per_second: u32, burst: u32) -> api::Rate {
    let some = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
    api::Rate { per_second: some(per_second), burst: some(burst) }
}

/// Runs the worker, with a model for live mode and one for test mode, until told to stop, then ends or gives back what is in flight.
///
/// # Errors
/// [`Failure::Model`] when the endpoint's settings make no sense, [`Failure::Outbound`] without certificates to trust.
pub async fn run_worker(
    db: Db,
    queue: PgPool,
    settings: worker::Settings,
    (live, test): (agent::Settings, agent::Settings),
    allowed: Allowances,
    shutdown: CancellationToken,
) -> Result<(), Failure> {
    let agent = |model| Agent::new(model).map_err(|fault| Failure::Model(fault.to_string()));
    let models = worker::Models { live: agent(live)?, test: agent(test)? };
    let outbound = Outbound::new(allowed).map_err(Failure::Outbound)?;
    worker::run(settings, db, queue.clone(), models, outbound, shutdown).await;
    queue.close().await;
    Ok(())
}

/// How the worker works, as far as it can be told from outside.
pub fn worker_settings(settings: &Settings) -> worker::Settings {
    worker::Settings {
        lease: Duration::from_secs(settings.lease_seconds),
        turns_at_once: settings.turns_at_once,
        turns_per_organization: settings.turns_per_organization,
        // Enough for an answer that cannot be used and a second one.
        turn_time: 2 * Duration::from_secs(settings.llm_timeout_seconds),
        deliveries: deliveries(settings),
        ..worker::Settings::default()
    }
}

fn deliveries(settings: &Settings) -> worker::Deliveries {
    let usual = worker::Deliveries::default();
    let (timeout, schedule) = (settings.delivery_timeout_seconds, &settings.delivery_schedule);
    worker::Deliveries {
        timeout: timeout.map_or(usual.timeout, Duration::from_secs),
        expiring_ahead: Duration::from_secs(settings.expiring_seconds),
        long_timeout: timeout.map_or(usual.long_timeout, |seconds| 2 * Duration::from_secs(seconds)),
        schedule: if schedule.0.is_empty() { usual.schedule } else { schedule.0.clone() },
        ..usual
    }
}

/// The endpoint of the settings, if they name one.
///
/// # Errors
/// [`Failure::Missing`]: an endpoint without a model.
pub fn configured_model(settings: &Settings) -> Result<Option<agent::Settings>, Failure> {
    let named = (&settings.llm_base_url, &settings.llm_model, &settings.llm_api_key);
    configured(settings, named, ("LLM_MODEL", "Name the model to ask at LLM_BASE_URL."))
}

/// The endpoint of test mode, if the settings name one; all that is not its own is as for live mode.
///
/// # Errors
/// As [`configured_model`].
pub fn configured_test_model(settings: &Settings) -> Result<Option<agent::Settings>, Failure> {
    let named = (&settings.llm_test_base_url, &settings.llm_test_model, &settings.llm_test_api_key);
    configured(settings, named, ("LLM_TEST_MODEL", "Name the model to ask at LLM_TEST_BASE_URL."))
}

fn configured(
    settings: &Settings,
    (base_url, model, api_key): (&Option<String>, &Option<String>, &Option<SecretString>),
    (name, what): (&'static str, &'static str),
) -> Result<Option<agent::Settings>, Failure> {
    let Some(base_url) = base_url else {
        return Ok(None);
    };
    let Some(model) = model else {
        return Err(Failure::Missing(name, what));
    };
    let mut configured = agent::Settings::new(base_url, model);
    configured.api_key.clone_from(api_key);
    configured.key_header = settings.llm_key_header;
    configured.form = settings.llm_response_format;
    configured.completion_limit =
        settings.llm_token_limit.as_deref().map(|limit| limit == "max_completion_tokens");
    configured.temperature = settings.llm_temperature;
    configured.timeout = Duration::from_secs(settings.llm_timeout_seconds);
    configured.first_byte = Duration::from_secs(settings.llm_first_byte_seconds);
    configured.idle = Duration::from_secs(settings.llm_idle_seconds);
    // An address that is none is better refused now than after the banner.
    Agent::new(configured.clone()).map_err(|fault| Failure::Model(fault.to_string()))?;
    Ok(Some(configured))
}

/// The stand-in model at this address. It fails only where somebody asks it to; others shall not have to wait for that.
pub fn standin_model(base_url: &str) -> agent::Settings {
    let usual = agent::Settings::new(format!("{base_url}/v1"), standin::MODEL);
    let breaker = agent::BreakerSettings { least_calls: u32::MAX, ..usual.breaker };
    agent::Settings { breaker, spare_retries: 1_000_000, ..usual }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn what_is_not_said_is_as_usual() {
        let settings =
            Cli::parse_from(["postwright", "--llm-base-url=http://a/v1", "--llm-model=b"]).settings;
        let (model, usual) = (configured_model(&settings).unwrap().unwrap(), agent::Settings::new("", ""));
        assert_eq!(
            (model.timeout, model.first_byte, model.idle),
            (usual.timeout, usual.first_byte, usual.idle)
        );
        let (worker, usual) = (worker_settings(&settings), worker::Settings::default());
        assert_eq!((worker.lease, worker.turn_time), (usual.lease, usual.turn_time));
        assert_eq!(worker.turns_per_organization, usual.turns_per_organization);
    }

    #[test]
    fn what_is_said_counts() {
        let said = [
            "postwright",
            "--llm-base-url=http://a/v1",
            "--llm-model=b",
            "--llm-timeout-seconds=300",
            "--llm-first-byte-seconds=200",
            "--llm-idle-seconds=7",
            "--llm-key-header=api-key",
            "--llm-response-format=prompt",
            "--llm-token-limit=max_completion_tokens",
            "--llm-temperature=false",
            "--turns-at-once=3",
            "--turns-per-organization=2",
            "--lease-seconds=9",
        ];
        let settings = Cli::parse_from(said).settings;
        let model = configured_model(&settings).unwrap().unwrap();
        let seconds = [model.timeout, model.first_byte, model.idle].map(|time| time.as_secs());
        assert_eq!(seconds, [300, 200, 7]);
        assert_eq!(
            (model.key_header, model.form),
            (Some(agent::KeyHeader::ApiKey), Some(agent::Form::Prompt))
        );
        assert_eq!((model.completion_limit, model.temperature), (Some(true), false));
        let worker = worker_settings(&settings);
        assert_eq!((worker.turns_at_once, worker.turns_per_organization), (3, 2));
        assert_eq!((worker.turn_time.as_secs(), worker.lease.as_secs()), (600, 9));
    }
}
