//! Settings of the language models: one for live mode, another for test mode.

use clap::{ArgAction, Args};
use secrecy::SecretString;

use crate::cli::values::{seconds, secret, tokens};

#[derive(Debug, Args)]
#[command(next_help_heading = "Language model")]
pub struct ModelSettings {
    /// OpenAI-compatible endpoint, up to /v1, which `worker` requires; `postwright doctor` tries it [default: the built-in stand-in]
    #[arg(long, value_name = "URL", global = true, env = "LLM_BASE_URL")]
    pub llm_base_url: Option<String>,
    /// API key for that endpoint
    #[arg(long, value_name = "KEY", global = true, env = "LLM_API_KEY", hide_env_values = true, value_parser = secret)]
    pub llm_api_key: Option<SecretString>,
    /// Name of the model
    #[arg(long, value_name = "NAME", global = true, env = "LLM_MODEL")]
    pub llm_model: Option<String>,
    /// Header that carries the API key, `bearer` or `api-key` [default: `api-key` for Azure, else `bearer`]
    #[arg(long, value_name = "HEADER", global = true, env = "LLM_KEY_HEADER")]
    pub llm_key_header: Option<agent::KeyHeader>,
    /// How to request structured output: `json_schema`, `json_object` or `prompt` [default: the best that the endpoint accepts]
    #[arg(long, value_name = "FORMAT", global = true, env = "LLM_RESPONSE_FORMAT")]
    pub llm_response_format: Option<agent::ResponseFormat>,
    /// Name of the parameter that limits the completion [default: detected]
    #[arg(long, value_name = "PARAMETER", global = true, env = "LLM_TOKEN_LIMIT", value_parser = ["max_tokens", "max_completion_tokens"])]
    pub llm_token_limit: Option<String>,
    /// Whether requests set a temperature; an endpoint that refuses it is detected too
    #[arg(long, value_name = "BOOL", global = true, env = "LLM_TEMPERATURE", default_value_t = true, action = ArgAction::Set)]
    pub llm_temperature: bool,
    /// Maximum number of tokens of a completion, with those that the model spends on thinking
    #[arg(long, value_name = "COUNT", global = true, env = "LLM_MAX_TOKENS", default_value_t = 4_096, value_parser = tokens())]
    pub llm_max_tokens: u32,
    /// How much a reasoning model thinks; an endpoint that refuses the parameter is detected [default: the model's own]
    #[arg(long, value_name = "EFFORT", global = true, env = "LLM_REASONING_EFFORT", value_parser = ["none", "minimal", "low", "medium", "high"])]
    pub llm_reasoning_effort: Option<String>,
    /// Timeout of one request, in seconds; a call sends one, and up to eight to an endpoint that refuses its parameters or its length
    #[arg(long, value_name = "SECONDS", global = true, env = "LLM_TIMEOUT_SECONDS", default_value_t = 60, value_parser = seconds())]
    pub llm_timeout_seconds: u64,
    /// Timeout for the first byte of a response, in seconds; a model that reads a long prompt needs a long one
    #[arg(long, value_name = "SECONDS", global = true, env = "LLM_FIRST_BYTE_SECONDS", default_value_t = 40, value_parser = seconds())]
    pub llm_first_byte_seconds: u64,
    /// Timeout between two pieces of a response, in seconds
    #[arg(long, value_name = "SECONDS", global = true, env = "LLM_IDLE_SECONDS", default_value_t = 20, value_parser = seconds())]
    pub llm_idle_seconds: u64,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Language model of test mode")]
pub struct TestModelSettings {
    /// OpenAI-compatible endpoint for test mode, which API keys `pw_test_…` use [default: the built-in stand-in]
    #[arg(long, value_name = "URL", global = true, env = "LLM_TEST_BASE_URL")]
    pub llm_test_base_url: Option<String>,
    /// API key for that endpoint
    #[arg(long, value_name = "KEY", global = true, env = "LLM_TEST_API_KEY", hide_env_values = true, value_parser = secret)]
    pub llm_test_api_key: Option<SecretString>,
    /// Name of the model in test mode
    #[arg(long, value_name = "NAME", global = true, env = "LLM_TEST_MODEL")]
    pub llm_test_model: Option<String>,
}
