//! Words of errors, in lower case, that decide how to go on.

/// The names of our optional parameters in errors.
pub(super) const PARAMETERS: [&str; 13] = [
    "max_tokens",
    "max_completion_tokens",
    "temperature",
    "response_format",
    "json_schema",
    "json_object",
    "response_schema",
    "'stream'",
    "stream is",
    "streaming",
    "stream_options",
    "include_usage",
    "reasoning_effort",
];

/// Codes and words that refuse what the error names.
pub(super) const REFUSALS: [&str; 18] = [
    "unsupported",
    "not supported",
    "not support",
    "unrecognized",
    "unknown",
    "unexpected",
    "extra inputs",
    "extra fields",
    "not permitted",
    "not allowed",
    "only the default",
    "input should be",
    "invalid_parameter",
    "not available",
    "unavailable",
    "must be one of",
    "must be either",
    "missing field",
];

/// Words of an error that the same request may not meet again: the model wrote broken JSON, or the body got lost on its way.
pub(super) const PASSING: [&str; 9] = [
    "json_validate_failed",
    "failed_generation",
    "failed to validate json",
    "failed to generate json",
    "could not be validated",
    "does not match the expected schema",
    "could not parse the json body",
    "<html",
    "<!doctype",
];

/// Codes and words of an account without money. The words also open a passing rate limit of Gemini, which says when to retry.
pub(super) const QUOTA_CODES: [&str; 4] = [
    "insufficient_quota",
    "billing_not_active",
    "billing_hard_limit_reached",
    "exceeded_current_quota_error",
];
pub(super) const QUOTA_WORDS: [&str; 3] =
    ["exceeded your current quota", "insufficient balance", "insufficient credit"];
pub(super) const RETRY_WORDS: [&str; 3] = ["retry in", "retrydelay", "try again in"];
