//! The command line. Everything can be given as an option or in the environment; nothing has to be.

use std::{net::SocketAddr, path::PathBuf, str::FromStr, time::Duration};

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, builder::RangedU64ValueParser};
use secrecy::{ExposeSecret, SecretString};

use crate::commands::{contracts, eval, webhook};

/// Grows job posts out of conversations, as an API.
///
/// Without a command it runs everything in one process, with its own PostgreSQL, a stand-in model and a demo
/// organization.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub settings: Settings,
}

#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    /// Serve the HTTP API alone
    Api,
    /// Run the worker alone
    Worker,
    /// Bring the database's schema to its newest step, as its owner
    Migrate,
    /// Print openapi.yaml
    Openapi,
    /// Write the kit for contract tests: stubs of every operation
    Contracts(contracts::Options),
    /// Serve the stand-in model alone
    Standin,
    /// Play conversation files against a model and say how well it did
    Eval(eval::Options),
    /// Receive webhooks while developing
    #[command(subcommand)]
    Webhook(webhook::Command),
    /// Hold a conversation with a server, at the terminal
    Chat(chat::Options),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Settings")]
pub struct Settings {
    /// Address to listen on
    #[arg(long, global = true, env = "POSTWRIGHT_LISTEN", default_value = "127.0.0.1:8000")]
    pub listen: SocketAddr,
    /// Where the API is reached from outside, as in `https://api.example.com`; absent: where it listens, if that is of this machine only
    #[arg(long, global = true, env = "POSTWRIGHT_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Directory of the all-in-one start: database, keys, demo.json
    #[arg(long, global = true, env = "POSTWRIGHT_DATA_DIR", default_value = ".postwright")]
    pub data_dir: PathBuf,
    /// PostgreSQL as the role postwright_app, for API and worker
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true, value_parser = secret)]
    pub database_url: Option<SecretString>,
    /// PostgreSQL as the owner of the tables, for migrations only
    #[arg(long, global = true, env = "DATABASE_OWNER_URL", hide_env_values = true, value_parser = secret)]
    pub database_owner_url: Option<SecretString>,
    /// Password that `migrate` gives to postwright_app
    #[arg(long, global = true, env = "POSTWRIGHT_APP_PASSWORD", hide_env_values = true, value_parser = secret)]
    pub app_password: Option<SecretString>,
    /// The most connections a process holds
    #[arg(long, global = true, env = "POSTWRIGHT_DATABASE_CONNECTIONS", default_value_t = 20)]
    pub database_connections: u32,
    /// OpenAI-compatible endpoint, up to /v1; absent: the stand-in
    #[arg(long, global = true, env = "LLM_BASE_URL")]
    pub llm_base_url: Option<String>,
    /// Key for that endpoint
    #[arg(long, global = true, env = "LLM_API_KEY", hide_env_values = true, value_parser = secret)]
    pub llm_api_key: Option<SecretString>,
    /// Model to ask there
    #[arg(long, global = true, env = "LLM_MODEL")]
    pub llm_model: Option<String>,
    /// The same for test mode, where keys `pw_test_…` are; absent: the built-in stand-in
    #[arg(long, global = true, env = "LLM_TEST_BASE_URL")]
    pub llm_test_base_url: Option<String>,
    /// Key for the endpoint of test mode
    #[arg(long, global = true, env = "LLM_TEST_API_KEY", hide_env_values = true, value_parser = secret)]
    pub llm_test_api_key: Option<SecretString>,
    /// Model to ask in test mode
    #[arg(long, global = true, env = "LLM_TEST_MODEL")]
    pub llm_test_model: Option<String>,
    /// Where the key goes: `bearer` or `api-key`; absent: `api-key` at Azure, else `bearer`
    #[arg(long, global = true, env = "LLM_KEY_HEADER")]
    pub llm_key_header: Option<agent::KeyHeader>,
    /// How the form of an answer is asked for: `json_schema`, `json_object` or `prompt`; absent: the best the server takes
    #[arg(long, global = true, env = "LLM_RESPONSE_FORMAT")]
    pub llm_response_format: Option<agent::Form>,
    /// The limit that the server knows: `max_tokens` or `max_completion_tokens`; absent: found out
    #[arg(long, global = true, env = "LLM_TOKEN_LIMIT", value_parser = ["max_tokens", "max_completion_tokens"])]
    pub llm_token_limit: Option<String>,
    /// Whether the server takes a temperature; where it does not, that is found out too
    #[arg(long, global = true, env = "LLM_TEMPERATURE", default_value_t = true, action = ArgAction::Set)]
    pub llm_temperature: bool,
    /// How long one request to the model may take in all; a turn asks twice at the most before it is put off
    #[arg(long, global = true, env = "LLM_TIMEOUT_SECONDS", default_value_t = 60, value_parser = seconds())]
    pub llm_timeout_seconds: u64,
    /// How long the model may be silent at first; one that reads a long prompt is
    #[arg(long, global = true, env = "LLM_FIRST_BYTE_SECONDS", default_value_t = 40, value_parser = seconds())]
    pub llm_first_byte_seconds: u64,
    /// How long the model may pause within an answer
    #[arg(long, global = true, env = "LLM_IDLE_SECONDS", default_value_t = 20, value_parser = seconds())]
    pub llm_idle_seconds: u64,
    /// How many turns a worker runs at once; each waits for the model and holds no database connection meanwhile
    #[arg(long, global = true, env = "POSTWRIGHT_TURNS_AT_ONCE", default_value_t = 2_048,
          value_parser = some::<usize>())]
    pub turns_at_once: usize,
    /// How many turns of one organization run at once over all workers, unless it has a share of its own
    #[arg(long, global = true, env = "POSTWRIGHT_TURNS_PER_ORGANIZATION", default_value_t = 400,
          value_parser = some::<i32>())]
    pub turns_per_organization: i32,
    /// How long a worker's claim on a turn holds unrenewed; a dead worker's turns run again after it
    #[arg(long, global = true, env = "POSTWRIGHT_LEASE_SECONDS", default_value_t = 30, value_parser = seconds())]
    pub lease_seconds: u64,
    /// Places beside the public internet that webhooks may go to, for development: `127.0.0.1:8000-8999`; several with commas
    #[arg(
        long,
        global = true,
        env = "POSTWRIGHT_OUTBOUND_ALLOW",
        default_value = "",
        hide_default_value = true
    )]
    pub outbound_allow: outbound::Allowances,
    /// How long a receiver of webhooks may take to answer; an own system that has work to do gets twice that [default: 15]
    #[arg(long, global = true, env = "POSTWRIGHT_DELIVERY_TIMEOUT_SECONDS", value_parser = seconds())]
    pub delivery_timeout_seconds: Option<u64>,
    /// Seconds before each try to deliver, from the one before it, with commas [default: ten tries within three days]
    #[arg(
        long,
        global = true,
        env = "POSTWRIGHT_DELIVERY_SCHEDULE",
        default_value = "",
        hide_default_value = true
    )]
    pub delivery_schedule: Waits,
    /// How long before its end a session is told of by webhook, or half of its lifetime if that is less
    #[arg(long, global = true, env = "POSTWRIGHT_EXPIRING_SECONDS", default_value_t = 3_600, value_parser = seconds())]
    pub expiring_seconds: u64,
    /// How many event streams a user may have open in one process
    #[arg(long, global = true, env = "POSTWRIGHT_STREAMS_PER_USER",
          default_value_t = api::Settings::default().streams_per_user, value_parser = some::<usize>())]
    pub streams_per_user: usize,
    /// How many event streams an API key may have open in one process
    #[arg(long, global = true, env = "POSTWRIGHT_STREAMS_PER_KEY",
          default_value_t = api::Settings::default().streams_per_key, value_parser = some::<usize>())]
    pub streams_per_key: usize,
    /// How many requests a second a mode of an organization may send to one process in the long run
    #[arg(long, global = true, env = "POSTWRIGHT_ORGANIZATION_RATE",
          default_value_t = api::Settings::default().organization_rate.per_second.get(), value_parser = some::<u32>())]
    pub organization_rate: u32,
    /// And how many at once
    #[arg(long, global = true, env = "POSTWRIGHT_ORGANIZATION_BURST",
          default_value_t = api::Settings::default().organization_rate.burst.get(), value_parser = some::<u32>())]
    pub organization_burst: u32,
    /// How many requests a second an API key may send to one process in the long run
    #[arg(long, global = true, env = "POSTWRIGHT_KEY_RATE",
          default_value_t = api::Settings::default().key_rate.per_second.get(), value_parser = some::<u32>())]
    pub key_rate: u32,
    /// And how many at once
    #[arg(long, global = true, env = "POSTWRIGHT_KEY_BURST",
          default_value_t = api::Settings::default().key_rate.burst.get(), value_parser = some::<u32>())]
    pub key_burst: u32,
    /// File with one or two Ed25519 private keys (PKCS#8 PEM); the first signs, both verify
    #[arg(long, global = true, env = "POSTWRIGHT_SIGNING_KEYS")]
    pub signing_keys: Option<PathBuf>,
    /// What to log, as in `info,sqlx=warn`
    #[arg(long, global = true, env = "POSTWRIGHT_LOG", default_value = DEFAULT_LOG)]
    pub log: String,
    #[arg(long, global = true, env = "POSTWRIGHT_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
}

impl Settings {
    /// A variable that is set to nothing, as Compose does with those it does not know, counts as not set.
    #[must_use]
    pub fn without_empty(mut self) -> Self {
        for secret in [
            &mut self.database_url,
            &mut self.database_owner_url,
            &mut self.app_password,
            &mut self.llm_api_key,
            &mut self.llm_test_api_key,
        ] {
            secret.take_if(|secret| secret.expose_secret().is_empty());
        }
        for text in [
            &mut self.llm_base_url,
            &mut self.llm_model,
            &mut self.llm_test_base_url,
            &mut self.llm_test_model,
            &mut self.public_url,
        ] {
            text.take_if(|text| text.is_empty());
        }
        self.signing_keys.take_if(|path| path.as_os_str().is_empty());
        self
    }

    /// Where the keys are, or are made by the all-in-one start.
    pub fn signing_keys_path(&self) -> PathBuf {
        self.signing_keys.clone().unwrap_or_else(|| self.data_dir.join("signing-keys.pem"))
    }
}

/// Our own doings; of the libraries only what is wrong. What PostgreSQL remarks is not: that there was no transaction to
/// roll back, where a request was given up while its transaction began. What it refuses is an error of the statement.
const DEFAULT_LOG: &str =
    "warn,sqlx::postgres::notice=error,agent=info,api=info,domain=info,postwright=info,worker=info";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

/// Times to wait, in seconds with commas between.
#[derive(Clone, Debug, Default)]
pub struct Waits(pub Vec<Duration>);

impl FromStr for Waits {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(|text| Ok(Duration::from_secs(text.parse()?))).collect::<Result<_, _>>().map(Self)
    }
}

/// One to a million.
fn some<T: TryFrom<u64>>() -> RangedU64ValueParser<T> {
    RangedU64ValueParser::new().range(1..=1_000_000)
}

/// A second to a day.
fn seconds() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=24 * 60 * 60)
}

fn secret(text: &str) -> Result<SecretString, std::convert::Infallible> {
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_is_empty_is_not_set() {
        let arguments = ["postwright", "--llm-api-key=", "--llm-base-url=", "--llm-model", "some"];
        let settings = Cli::parse_from(arguments).settings.without_empty();
        assert!(settings.llm_api_key.is_none() && settings.llm_base_url.is_none());
        assert_eq!(settings.llm_model.as_deref(), Some("some"));
    }

    #[test]
    fn numbers_have_limits() {
        let parsed = |argument: &str| Cli::try_parse_from(["postwright", argument]);
        for good in ["--turns-at-once=1", "--turns-per-organization=1000000", "--llm-idle-seconds=86400"] {
            assert!(parsed(good).is_ok(), "{good}");
        }
        for bad in ["--turns-at-once=0", "--turns-per-organization=1000001", "--llm-timeout-seconds=86401"] {
            assert!(parsed(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn secrets_do_not_show_in_debug_output() {
        let cli =
            Cli::parse_from(["postwright", "worker", "--llm-api-key", "canary", "--database-url", "canary"]);
        assert_eq!(cli.command, Some(Command::Worker));
        assert!(!format!("{cli:?}").contains("canary"));
    }
}
