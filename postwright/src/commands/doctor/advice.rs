//! What to do about each finding of `postwright doctor`.

pub const NO_SCHEMA: &str =
    "Replies work, but the model may write a wrong form more often. A newer server may support json_schema.";
pub const NO_STREAM: &str = "Turns work, but users see a reply only when it is complete.";
pub const NO_COUNTS: &str = "Turns work, but their traces show no token counts.";
pub const NO_TEMPERATURE: &str = "Reasoning models refuse it. LLM_TEMPERATURE=false spares the attempt.";
pub const NO_EFFORT: &str =
    "The endpoint does not know it, or not this value. Change or remove LLM_REASONING_EFFORT.";
pub const SMALL_CONTEXT: &str =
    "Serve the model with a context of 8,192 tokens or more, or lower LLM_MAX_TOKENS.";
pub const WITHHELD: &str =
    "A content filter or the model refused a harmless message. Check the filter, or try another model.";
pub const NO_VALUES: &str = "The model may be too small. `postwright eval` measures how good it is.";
pub const UNREACHABLE: &str = "Check the host, the port and http or https in LLM_BASE_URL, and that a firewall or a proxy lets it through.";
pub const TIMEOUT: &str = "The model may still be loading, or be slow: try again, or raise LLM_FIRST_BYTE_SECONDS and LLM_TIMEOUT_SECONDS.";
pub const RATE_LIMIT: &str =
    "The rate limit of the account is reached. Wait, or ask the provider for a higher one.";
pub const SERVER_ERROR: &str =
    "The server or a gateway before it fails. Wait until the model is loaded, and look at the server's log.";
pub const INTERRUPTED: &str =
    "Look at the server's log: it may have run out of memory. A proxy may cut long responses.";
pub const BAD_OUTPUT: &str = "Try again, a larger model, or another LLM_RESPONSE_FORMAT. For a reasoning model, raise LLM_MAX_TOKENS or set \
     LLM_REASONING_EFFORT=low.";

const KEY: &str =
    "Check LLM_API_KEY. A key in another header than `Authorization` needs LLM_KEY_HEADER=api-key.";
const QUOTA: &str = "The account has no money or no quota left. Check its billing at the provider.";
const NOT_FOUND: &str = "LLM_BASE_URL usually ends in /v1, and LLM_MODEL must be a model of this endpoint (for Azure, its deployment).";
const REDIRECT: &str = "The address redirects. Set LLM_BASE_URL to the address that it leads to.";
const CONTEXT: &str = "The model's context is too small for the prompt. Serve it with 8,192 tokens or more.";
const PARAMETERS: &str =
    "The endpoint refuses every form of the request. Check LLM_MODEL, and read the server's log.";

/// What a refusal is about, and what to do.
pub fn of_refusal(reason: &str) -> (&'static str, &'static str) {
    let status = reason.strip_prefix("HTTP ").and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let names = |codes: &[&str]| codes.iter().any(|code| reason.contains(code));
    match status {
        "401" => ("API key", KEY),
        "402" | "429" => ("account", QUOTA),
        _ if names(&["quota", "billing_"]) => ("account", QUOTA),
        "403" => ("API key", KEY),
        "404" | "405" => ("address or model", NOT_FOUND),
        _ if status.starts_with('3') => ("address", REDIRECT),
        _ if status == "413" || names(&["context_length", "context_size"]) => ("context", CONTEXT),
        _ if names(&["model_not_found"]) => ("model", NOT_FOUND),
        _ => ("request", PARAMETERS),
    }
}
