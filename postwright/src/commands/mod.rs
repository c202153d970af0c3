//! The commands. Those of production (API, worker, migration) are here, the others have files of their own.

pub mod admin;
pub mod completions;
pub mod contracts;
mod doctor;
pub mod eval;
pub mod keys;
pub mod man;
pub mod webhook;

use std::time::Duration;

use domain::accounts::SignUpPolicy;

use crate::{
    cli::{Command, Settings, reference},
    failure::Failure,
    keys::KeyFiles,
    listeners, mailers,
    models::Models,
    shutdown, terminal, wiring,
};

/// # Errors
/// The [`Failure`] that ended the command.
pub async fn run(command: Command, settings: &Settings) -> Result<(), Failure> {
    match command {
        Command::Api => api(settings).await,
        Command::Worker => worker(settings).await,
        Command::Migrate => migrate(settings).await,
        Command::Keys(command) => keys::run(&command, settings).await,
        Command::Admin(command) => admin::run(&command, settings).await,
        Command::Standin => serve_standin(settings).await,
        Command::Chat(options) => Ok(chat::run(&options, &settings.server.data_dir).await?),
        Command::Webhook(command) => webhook::run(&command, settings).await,
        Command::Doctor => doctor::run(settings).await,
        Command::Eval(options) => eval::run(&options, settings).await,
        Command::Contracts(options) => contracts::run(&options),
        Command::Man(options) => man::run(&options),
        Command::Openapi => print(&api::openapi_yaml()),
        Command::Configuration => print(&reference::markdown()),
        Command::Completions(options) => print(&completions::script(&options)),
    }
}

fn print(text: &str) -> Result<(), Failure> {
    terminal::say(text.trim_end());
    Ok(())
}

async fn api(settings: &Settings) -> Result<(), Failure> {
    let url = required(settings.database.database_url.as_ref(), DATABASE_URL)?;
    let signing = required(settings.server.signing_keys.as_deref(), SIGNING_KEYS)?;
    let encryption = required(settings.server.encryption_keys.as_deref(), ENCRYPTION_KEYS)?;
    let files = KeyFiles::new(Some(signing), encryption);
    let keys = files.load()?;
    let shutdown = shutdown::on_signal()?;
    let listener = listeners::open(settings.server.listen).await?;
    let sign_up = wiring::sign_up_policy(settings, SignUpPolicy::default());
    let db = wiring::connect(url, settings, keys, sign_up).await?;
    tokio::spawn(files.watch(db.clone(), shutdown.clone()));
    tracing::info!(address = %listener.local_addr()?, "the API is listening");
    Ok(api::serve(wiring::api_settings(settings, DRAIN), db, listener, shutdown).await?)
}

async fn worker(settings: &Settings) -> Result<(), Failure> {
    let url = required(settings.database.database_url.as_ref(), DATABASE_URL)?;
    required(settings.model.llm_base_url.as_ref(), LLM_BASE_URL)?;
    let files = KeyFiles::new(None, required(settings.server.encryption_keys.as_deref(), ENCRYPTION_KEYS)?);
    let keys = files.load()?;
    let mailer = mailers::configured(settings)?;
    let models = Models::start(settings).await?;
    let shutdown = shutdown::on_signal()?;
    // A worker signs nobody up, but the database type needs a policy.
    let db = wiring::connect(url, settings, keys, SignUpPolicy::default()).await?;
    tokio::spawn(files.watch(db.clone(), shutdown.clone()));
    let queue = wiring::open_queue(url).await?;
    tracing::info!(model = models.live.model, test_model = models.test.model, "the worker is running");
    let both = (models.live.clone(), models.test.clone());
    let allowed = settings.delivery.outbound_allow.clone();
    let ran =
        wiring::run_worker(db, queue, wiring::worker_settings(settings), both, allowed, mailer, shutdown)
            .await;
    models.stop().await;
    ran
}

async fn migrate(settings: &Settings) -> Result<(), Failure> {
    let owner_url = required(settings.database.database_owner_url.as_ref(), DATABASE_OWNER_URL)?;
    wiring::migrate(owner_url, settings.database.app_password.as_ref()).await?;
    tracing::info!("the database schema is at the newest version");
    if settings.database.app_password.is_none() {
        tracing::info!("the password of postwright_app is unchanged; POSTWRIGHT_APP_PASSWORD sets it");
    }
    Ok(())
}

async fn serve_standin(settings: &Settings) -> Result<(), Failure> {
    let shutdown = shutdown::on_signal()?;
    let listener = listeners::open(settings.server.listen).await?;
    tracing::info!(address = %listener.local_addr()?, "the stand-in model is listening");
    Ok(standin::serve(listener, shutdown).await?)
}

/// How long the API serves after it reports that it stops: enough for a load balancer that asks every second.
const DRAIN: Duration = Duration::from_secs(2);

/// A variable and what to set it to.
type Variable = (&'static str, &'static str);

const DATABASE_URL: Variable = ("DATABASE_URL", "Set it to PostgreSQL with the login postwright_app.");
const DATABASE_OWNER_URL: Variable =
    ("DATABASE_OWNER_URL", "Set it to PostgreSQL with the login that owns the tables.");
const LLM_BASE_URL: Variable = ("LLM_BASE_URL", "Set it to an OpenAI-compatible endpoint, up to /v1.");
const SIGNING_KEYS: Variable =
    ("POSTWRIGHT_SIGNING_KEYS", "Set it to a file that `postwright keys create --signing-keys FILE` made.");
const ENCRYPTION_KEYS: Variable = (
    "POSTWRIGHT_ENCRYPTION_KEYS",
    "Set it to a file that `postwright keys create --encryption-keys FILE` made. The API and the worker need the same \
     file; without it, secrets in the database cannot be read again.",
);

fn required<T>(setting: Option<T>, (variable, advice): Variable) -> Result<T, Failure> {
    setting.ok_or(Failure::Missing(variable, advice))
}
