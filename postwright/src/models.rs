//! The models that a worker asks, one for live mode and one for test mode, and the built-in stand-in's server.

use std::time::Duration;

use agent::{Agent, Fault};
use secrecy::SecretString;
use tokio::{task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{
    cli::{ModelSettings, Settings},
    failure::Failure,
    listeners,
};

/// Idle connections of a client's pool would keep the stand-in's server open; it is dropped after this time.
const STANDIN_SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(500);

pub struct Models {
    pub live: agent::Settings,
    pub test: agent::Settings,
    standin: Option<(CancellationToken, JoinHandle<std::io::Result<()>>)>,
}

impl Models {
    /// Takes the configured endpoints. Starts the built-in stand-in for a mode without one.
    ///
    /// # Errors
    /// Those of [`configured`], or no free port.
    pub async fn start(settings: &Settings) -> Result<Self, Failure> {
        match (configured(&settings.model)?, configured_for_test(settings)?) {
            (Some(live), Some(test)) => Ok(Self { live, test, standin: None }),
            (live, test) => {
                let listener = listeners::open_private().await?;
                let standin = standin_at(&listeners::base_url(&listener)?);
                let shutdown = CancellationToken::new();
                let server = tokio::spawn(standin::serve(listener, shutdown.clone()));
                let (live, test) = (live.unwrap_or_else(|| standin.clone()), test.unwrap_or(standin));
                Ok(Self { live, test, standin: Some((shutdown, server)) })
            }
        }
    }

    pub async fn stop(self) {
        if let Some((shutdown, server)) = self.standin {
            shutdown.cancel();
            let _ = timeout(STANDIN_SHUTDOWN_TIMEOUT, server).await;
        }
    }
}

/// The variables of one mode, and what to say if the model is not named.
struct Variables {
    base_url: &'static str,
    api_key: &'static str,
    model: &'static str,
    advice: &'static str,
}

const LIVE: Variables = Variables {
    base_url: "LLM_BASE_URL",
    api_key: "LLM_API_KEY",
    model: "LLM_MODEL",
    advice: "Name the model to ask at LLM_BASE_URL.",
};

const TEST: Variables = Variables {
    base_url: "LLM_TEST_BASE_URL",
    api_key: "LLM_TEST_API_KEY",
    model: "LLM_TEST_MODEL",
    advice: "Name the model to ask at LLM_TEST_BASE_URL.",
};

/// The endpoint of live mode, if the settings name one.
///
/// # Errors
/// [`Failure::Missing`] for an endpoint without a model, [`Failure::Model`] for one that cannot be used.
pub fn configured(settings: &ModelSettings) -> Result<Option<agent::Settings>, Failure> {
    let named = (&settings.llm_base_url, &settings.llm_model, &settings.llm_api_key);
    endpoint(settings, named, &LIVE)
}

/// The endpoint of test mode. What it has no setting of its own for is as in live mode.
fn configured_for_test(settings: &Settings) -> Result<Option<agent::Settings>, Failure> {
    let test = &settings.test_model;
    let named = (&test.llm_test_base_url, &test.llm_test_model, &test.llm_test_api_key);
    endpoint(&settings.model, named, &TEST)
}

fn endpoint(
    settings: &ModelSettings,
    (base_url, model, api_key): (&Option<String>, &Option<String>, &Option<SecretString>),
    variables: &Variables,
) -> Result<Option<agent::Settings>, Failure> {
    let Some(base_url) = base_url else {
        return Ok(None);
    };
    let Some(model) = model else {
        return Err(Failure::Missing(variables.model, variables.advice));
    };
    let mut endpoint = agent::Settings::new(base_url, model);
    endpoint.api_key.clone_from(api_key);
    endpoint.key_header = settings.llm_key_header;
    endpoint.response_format = settings.llm_response_format;
    endpoint.completion_limit =
        settings.llm_token_limit.as_deref().map(|parameter| parameter == "max_completion_tokens");
    endpoint.temperature = settings.llm_temperature;
    endpoint.max_tokens = settings.llm_max_tokens;
    endpoint.reasoning_effort.clone_from(&settings.llm_reasoning_effort);
    endpoint.timeout = Duration::from_secs(settings.llm_timeout_seconds);
    endpoint.first_byte = Duration::from_secs(settings.llm_first_byte_seconds);
    endpoint.idle = Duration::from_secs(settings.llm_idle_seconds);
    // A malformed address or key is refused here, before the server reports that it is ready.
    let without_key = agent::Settings { api_key: None, ..endpoint.clone() };
    agent(without_key, variables.base_url)?;
    agent(endpoint.clone(), variables.api_key)?;
    Ok(Some(endpoint))
}

/// The agent for an endpoint.
///
/// # Errors
/// [`Failure::Model`], which names the variable to change.
pub fn agent(endpoint: agent::Settings, variable: &'static str) -> Result<Agent, Failure> {
    Agent::new(endpoint).map_err(|fault| {
        let reason = match fault {
            Fault::Configuration(reason) => reason,
            fault => fault.to_string(),
        };
        Failure::Model { variable, reason }
    })
}

/// The stand-in at this address. It fails only when a message asks for that, so its failures must not open the circuit
/// breaker, which would delay the turns of others.
fn standin_at(base_url: &str) -> agent::Settings {
    let usual = agent::Settings::new(format!("{base_url}/v1"), standin::MODEL);
    let breaker = agent::BreakerSettings { least_calls: u32::MAX, ..usual.breaker };
    agent::Settings { breaker, spare_retries: 1_000_000, ..usual }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::Cli;

    fn model(options: &[&str]) -> agent::Settings {
        let named = ["postwright", "--llm-base-url=http://a/v1", "--llm-model=b"];
        let settings = Cli::parse_from(named.iter().chain(options)).settings;
        configured(&settings.model).unwrap().unwrap()
    }

    #[test]
    fn options_that_are_absent_keep_the_agents_defaults() {
        let (model, usual) = (model(&[]), agent::Settings::new("", ""));
        assert_eq!(
            (model.timeout, model.first_byte, model.idle),
            (usual.timeout, usual.first_byte, usual.idle)
        );
        assert_eq!((model.max_tokens, model.reasoning_effort), (usual.max_tokens, usual.reasoning_effort));
    }

    #[test]
    fn options_reach_the_agent() {
        let model = model(&[
            "--llm-timeout-seconds=300",
            "--llm-first-byte-seconds=200",
            "--llm-idle-seconds=7",
            "--llm-key-header=api-key",
            "--llm-response-format=prompt",
            "--llm-token-limit=max_completion_tokens",
            "--llm-temperature=false",
            "--llm-max-tokens=16000",
            "--llm-reasoning-effort=low",
        ]);
        let seconds = [model.timeout, model.first_byte, model.idle].map(|time| time.as_secs());
        assert_eq!(seconds, [300, 200, 7]);
        assert_eq!(
            (model.key_header, model.response_format),
            (Some(agent::KeyHeader::ApiKey), Some(agent::ResponseFormat::Prompt))
        );
        assert_eq!((model.completion_limit, model.temperature), (Some(true), false));
        assert_eq!((model.max_tokens, model.reasoning_effort.as_deref()), (16_000, Some("low")));
    }

    #[test]
    fn a_wrong_address_or_key_is_refused_by_its_variable() {
        for (options, expected) in [
            (
                ["--llm-base-url=http://a/v1/chat/completions", "--llm-model=b"],
                "LLM_BASE_URL cannot be used: the URL ends",
            ),
            (
                ["--llm-api-key='sk-canary'", "--llm-model=b"],
                "LLM_API_KEY cannot be used: the API key has quotes",
            ),
            (
                ["--llm-api-key=sk canary", "--llm-model=b"],
                "LLM_API_KEY cannot be used: the API key has a blank",
            ),
        ] {
            let settings = Cli::parse_from(["postwright"].iter().chain(&options)).settings;
            let model = ModelSettings {
                llm_base_url: settings.model.llm_base_url.clone().or(Some("http://a/v1".to_owned())),
                ..settings.model
            };
            let failure = configured(&model).unwrap_err().to_string();
            assert!(failure.starts_with(expected) && !failure.contains("canary"), "{failure}");
        }
    }
}
