//! The families of hosted servers.

use serde_json::{Value, json};

use super::{Family, USUAL, shapes};

/// An error in OpenAI's form.
fn error(message: &str, parameter: Value, code: &str) -> Value {
    json!({ "error": { "message": message, "type": "invalid_request_error", "param": parameter, "code": code } })
}

fn wants_schema(body: &Value) -> bool {
    body["response_format"]["type"] == "json_schema"
}

pub(super) fn families() -> Vec<Family> {
    vec![openai(), azure(), gemini(), xai(), groq(), mistral(), deepseek(), dashscope(), openrouter()]
}

fn openai() -> Family {
    Family {
        name: "OpenAI",
        configure: |settings| settings.completion_limit = Some(true),
        refuse: |body| {
            let message = "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.";
            body.get("temperature").map(|_| (400, error(message, json!("temperature"), "unsupported_value")))
        },
        overflow: || {
            let message = "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. Please \
                           reduce the length of the messages.";
            (400, error(message, json!("messages"), "context_length_exceeded"))
        },
        learns: 1,
        ..USUAL
    }
}

fn azure() -> Family {
    Family {
        name: "Azure",
        configure: |settings| {
            settings.completion_limit = Some(true);
            settings.key_header = Some(crate::KeyHeader::ApiKey);
            settings.api_key = Some("key".into());
        },
        shape: shapes::azure,
        overflow: || {
            (
                400,
                error(
                    "This model's maximum context length is 8192 tokens.",
                    json!("messages"),
                    "context_length_exceeded",
                ),
            )
        },
        ..USUAL
    }
}

fn gemini() -> Family {
    Family {
        name: "Gemini",
        refuse: |body| {
            let message = "Invalid JSON payload received. Unknown name \"additionalProperties\" at 'generation_config.response_schema'.";
            let error =
                json!([{ "error": { "code": 400, "message": message, "status": "INVALID_ARGUMENT" } }]);
            wants_schema(body).then_some((400, error))
        },
        shape: shapes::gemini,
        overflow: || {
            let message =
                "The input token count (20000) exceeds the maximum number of tokens allowed (14000).";
            (400, json!([{ "error": { "code": 400, "message": message, "status": "INVALID_ARGUMENT" } }]))
        },
        mode: "json_object",
        learns: 1,
        ..USUAL
    }
}

fn xai() -> Family {
    Family {
        name: "xAI",
        shape: shapes::thinking,
        overflow: || {
            let message = "This model's maximum prompt length is 8192 but the request contains 9000 tokens.";
            (400, json!({ "code": "Client specified an invalid argument", "error": message }))
        },
        ..USUAL
    }
}

fn groq() -> Family {
    Family {
        name: "Groq",
        refuse: |body| {
            let message = "This model does not support response format `json_schema`. See supported models at the documentation.";
            wants_schema(body).then(|| (400, error(message, json!("response_format"), "")))
        },
        shape: shapes::groq,
        overflow: || {
            let message = "Request too large for model `m` in organization `o` on tokens per minute (TPM): Limit 6000, Requested 9000, \
                           please reduce your message size and try again.";
            (413, json!({ "error": { "message": message, "type": "tokens", "code": "rate_limit_exceeded" } }))
        },
        mode: "json_object",
        learns: 1,
        ..USUAL
    }
}

fn mistral() -> Family {
    Family {
        name: "Mistral",
        refuse: |body| {
            let detail = json!({ "type": "extra_forbidden", "loc": ["body", "stream_options"], "msg": "Extra inputs are not permitted" });
            let error = json!({ "object": "error", "message": { "detail": [detail] }, "type": "invalid_request_error", "code": null });
            body.get("stream_options").map(|_| (422, error))
        },
        overflow: || {
            let message = "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length";
            (
                400,
                json!({ "object": "error", "message": message, "type": "invalid_request_prompt", "param": null, "code": "3051" }),
            )
        },
        learns: 1,
        ..USUAL
    }
}

fn deepseek() -> Family {
    Family {
        name: "DeepSeek",
        refuse: |body| {
            let message = "This response_format type is unavailable now";
            wants_schema(body).then(|| (400, error(message, Value::Null, "invalid_request_error")))
        },
        shape: shapes::deepseek,
        overflow: || {
            let message =
                "This model's maximum context length is 65536 tokens. However, you requested 70000 tokens.";
            (400, error(message, Value::Null, "invalid_request_error"))
        },
        mode: "json_object",
        learns: 1,
        ..USUAL
    }
}

fn dashscope() -> Family {
    Family {
        name: "DashScope",
        refuse: |body| {
            let message = "<400> InternalError.Algo.InvalidParameter: 'response_format.type' specified in the request is not valid: \
                           'json_schema' is not supported by this model.";
            wants_schema(body).then(|| (400, error(message, Value::Null, "invalid_parameter_error")))
        },
        shape: shapes::thinking,
        overflow: || {
            let message =
                "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 6144]";
            (400, error(message, Value::Null, "invalid_parameter_error"))
        },
        mode: "json_object",
        learns: 1,
        ..USUAL
    }
}

fn openrouter() -> Family {
    Family {
        name: "OpenRouter",
        shape: shapes::openrouter,
        overflow: || {
            let raw = "{\"error\":{\"message\":\"prompt is too long: 208310 tokens > 200000 maximum\"}}";
            let metadata = json!({ "raw": raw, "provider_name": "Some" });
            (
                400,
                json!({ "error": { "message": "Provider returned error", "code": 400, "metadata": metadata } }),
            )
        },
        ..USUAL
    }
}
