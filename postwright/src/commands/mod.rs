//! The pieces of production, each a process of its own.

pub mod contracts;
pub mod eval;
pub mod webhook;

use std::time::Duration;

use crate::{
    cli::{Command, Settings},
    failure::Failure,
    listeners,
    models::Models,
    shutdown, signing_keys, standin, terminal, wiring,
};

/// # Errors
/// Whatever kept the command from doing its work.
pub async fn run(command: Command, settings: &Settings) -> Result<(), Failure> {
    match command {
        Command::Api => api(settings).await,
        Command::Worker => worker(settings).await,
        Command::Migrate => migrate(settings).await,
        Command::Openapi => {
            terminal::say(api::openapi_yaml().trim_end());
            Ok(())
        }
        Command::Contracts(options) => contracts::run(&options),
        Command::Standin => serve_standin(settings).await,
        Command::Chat(options) => Ok(chat::run(&options, &settings.data_dir).await?),
        Command::Eval(options) => eval::run(&options, settings).await,
        Command::Webhook(command) => webhook::run(&command, settings).await,
    }
}

async fn api(settings: &Settings) -> Result<(), Failure> {
    let url = required(settings.database_url.as_ref(), DATABASE_URL)?;
    let path = required(settings.signing_keys.as_deref(), SIGNING_KEYS)?;
    let shutdown = shutdown::on_signal()?;
    let listener = listeners::open(settings.listen).await?;
    let db = wiring::connect(url, settings, &signing_keys::load(path)?).await?;
    tracing::info!(address = %listener.local_addr()?, "the API listens");
    Ok(api::serve(wiring::api_settings(settings, DRAIN), db, listener, shutdown).await?)
}

async fn worker(settings: &Settings) -> Result<(), Failure> {
    let url = required(settings.database_url.as_ref(), DATABASE_URL)?;
    required(settings.llm_base_url.as_ref(), LLM_BASE_URL)?;
    let models = Models::start(settings).await?;
    let shutdown = shutdown::on_signal()?;
    // It signs nothing; the domain wants keys all the same.
    let db = wiring::connect(url, settings, &signing_keys::throw_away()?).await?;
    let queue = wiring::open_queue(url).await?;
    tracing::info!(model = models.live.model, test_model = models.test.model, "the worker runs");
    let both = (models.live.clone(), models.test.clone());
    let allowed = settings.outbound_allow.clone();
    let ran = wiring::run_worker(db, queue, wiring::worker_settings(settings), both, allowed, shutdown).await;
    models.stop().await;
    ran
}

async fn migrate(settings: &Settings) -> Result<(), Failure> {
    let owner_url = required(settings.database_owner_url.as_ref(), DATABASE_OWNER_URL)?;
    wiring::migrate(owner_url, settings.app_password.as_ref()).await?;
    tracing::info!("the schema is at its newest step");
    if settings.app_password.is_none() {
        tracing::info!(
            "postwright_app keeps the password it has, if any; POSTWRIGHT_APP_PASSWORD gives it one"
        );
    }
    Ok(())
}

async fn serve_standin(settings: &Settings) -> Result<(), Failure> {
    let shutdown = shutdown::on_signal()?;
    let listener = listeners::open(settings.listen).await?;
    tracing::info!(address = %listener.local_addr()?, "the stand-in model listens");
    Ok(standin::serve(listener, shutdown).await?)
}

/// Long enough for a load balancer that asks every second.
const DRAIN: Duration = Duration::from_secs(2);

type Name = (&'static str, &'static str);

const DATABASE_URL: Name = ("DATABASE_URL", "It names PostgreSQL, with the login postwright_app.");
const DATABASE_OWNER_URL: Name =
    ("DATABASE_OWNER_URL", "It names PostgreSQL, with the login that owns the tables.");
const LLM_BASE_URL: Name = ("LLM_BASE_URL", "It names an OpenAI-compatible endpoint, up to /v1.");
const SIGNING_KEYS: Name =
    ("POSTWRIGHT_SIGNING_KEYS", "It names a file with a key made by `openssl genpkey -algorithm ed25519`.");

fn required<T>(setting: Option<T>, (name, what): Name) -> Result<T, Failure> {
    setting.ok_or(Failure::Missing(name, what))
}
