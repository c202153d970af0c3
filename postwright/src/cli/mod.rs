//! The command line: its commands, its settings, and what `--help` shows of them.

mod help;
pub mod reference;
mod settings;
mod values;

use clap::{FromArgMatches, Parser, Subcommand};

pub use self::{
    help::documented,
    settings::{DeliverySettings, LimitSettings, LogFormat, LogSettings, ModelSettings, Settings},
};
use crate::commands::{admin, completions, contracts, eval, keys, man, webhook};

/// Turns a chat with a hiring manager into a structured job post, as an HTTP API
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
    /// Serve the HTTP API
    Api,
    /// Run the worker
    Worker,
    /// Bring the database schema to the newest version, as its owner
    Migrate,
    /// Create and rotate the keys that sign access tokens and that encrypt secrets in the database
    #[command(subcommand)]
    Keys(keys::Command),
    /// Manage organizations and people, as the operator of the service
    #[command(subcommand)]
    Admin(admin::Command),
    /// Serve the stand-in model
    Standin,
    /// Chat with a server in the terminal
    Chat(chat::Options),
    /// Receive webhooks during development
    #[command(subcommand)]
    Webhook(webhook::Command),
    /// Try the configured language model with one turn, and say what works
    Doctor,
    /// Measure a model with scripted conversations
    Eval(eval::Options),
    /// Print openapi.yaml
    Openapi,
    /// Write the contract kit: stubs of every operation for WireMock
    Contracts(contracts::Options),
    /// Print all settings and options as Markdown
    Configuration,
    /// Print a completion script for a shell
    Completions(completions::Options),
    /// Print the manual page, or write one page for each command
    Man(man::Options),
}

impl Cli {
    /// Reads the arguments and the environment of this process. Prints help, or what is wrong, and exits where there is
    /// nothing to run.
    #[must_use]
    pub fn read() -> Self {
        let matches = help::command().get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.format(&mut help::command()).exit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_value_counts_as_absent() {
        let arguments = ["postwright", "--llm-api-key=", "--llm-base-url=", "--llm-model", "some"];
        let settings = Cli::parse_from(arguments).settings.without_empty();
        assert!(settings.model.llm_api_key.is_none() && settings.model.llm_base_url.is_none());
        assert_eq!(settings.model.llm_model.as_deref(), Some("some"));
    }

    #[test]
    fn numbers_have_limits() {
        let parsed = |argument: &str| Cli::try_parse_from(["postwright", argument]);
        for good in [
            "--turns-at-once=1",
            "--turns-per-organization=1000000",
            "--llm-idle-seconds=86400",
            "--llm-max-tokens=256",
            "--database-connections=2",
        ] {
            assert!(parsed(good).is_ok(), "{good}");
        }
        for bad in [
            "--turns-at-once=0",
            "--turns-per-organization=1000001",
            "--llm-timeout-seconds=86401",
            "--llm-max-tokens=255",
            "--database-connections=1",
            "--llm-reasoning-effort=much",
        ] {
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
