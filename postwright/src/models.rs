//! The models that a worker asks, one for live mode and one for test mode, and the built-in stand-in's server.

use std::time::Duration;

use agent::Agent;
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

/// The endpoint of live mode, if the settings name one.
///
/// # Errors
/// [`Failure::Missing`] for an endpoint without a model, [`Failure::Model`] for one that cannot be used.
pub fn configured(settings: &ModelSettings) -> Result<Option<agent::Settings>, Failure> {
    let named = (&settings.llm_base_url, &settings.llm_model, &settings.llm_api_key);
    endpoint(settings, named, ("LLM_MODEL", "Name the model to ask at LLM_BASE_URL."))
}

/// The endpoint of test mode. What it has no setting of its own for is as in live mode.
fn configured_for_test(settings: &Settings) -> Result<Option<agent::Settings>, Failure> {
    let test = &settings.test_model;
    let named = (&test.llm_test_base_url, &test.llm_test_model, &test.llm_test_api_key);
    endpoint(&settings.model, named, ("LLM_TEST_MODEL", "Name the model to ask at LLM_TEST_BASE_URL."))
}

fn endpoint(
    settings: &ModelSettings,
    (base_url, model, api_key): (&Option<String>, &Option<String>, &Option<SecretString>),
    (variable, advice): (&'static str, &'static str),
) -> Result<Option<agent::Settings>, Failure> {
    let Some(base_url) = base_url else {
        return Ok(None);
    };
    let Some(model) = model else {
        return Err(Failure::Missing(variable, advice));
    };
    let mut endpoint = agent::Settings::new(base_url, model);
    endpoint.api_key.clone_from(api_key);
    endpoint.key_header = settings.llm_key_header;
    endpoint.response_format = settings.llm_response_format;
    endpoint.completion_limit =
        settings.llm_token_limit.as_deref().map(|parameter| parameter == "max_completion_tokens");
    endpoint.temperature = settings.llm_temperature;
    endpoint.timeout = Duration::from_secs(settings.llm_timeout_seconds);
    endpoint.first_byte = Duration::from_secs(settings.llm_first_byte_seconds);
    endpoint.idle = Duration::from_secs(settings.llm_idle_seconds);
    // A malformed address is refused here, before the server reports that it is ready.
    Agent::new(endpoint.clone()).map_err(|fault| Failure::Model(fault.to_string()))?;
    Ok(Some(endpoint))
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
        ]);
        let seconds = [model.timeout, model.first_byte, model.idle].map(|time| time.as_secs());
        assert_eq!(seconds, [300, 200, 7]);
        assert_eq!(
            (model.key_header, model.response_format),
            (Some(agent::KeyHeader::ApiKey), Some(agent::ResponseFormat::Prompt))
        );
        assert_eq!((model.completion_limit, model.temperature), (Some(true), false));
    }
}
