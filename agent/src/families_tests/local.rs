//! The families of servers that people run themselves, and of gateways.

use serde_json::{Value, json};

use super::{Family, USUAL, shapes};

pub(super) fn families() -> Vec<Family> {
    vec![tgi(), vllm(), vllm_with_reasoning(), ollama(), old_llama_cpp(), llama_cpp(), lm_studio(), litellm()]
}

fn tgi() -> Family {
    Family {
        name: "TGI",
        refuse: |body| {
            let wrong = "Failed to deserialize the JSON body into the target type: response_format:";
            let error = match body["response_format"]["type"].as_str()? {
                "json_schema" => {
                    format!("{wrong} unknown variant `json_schema`, expected one of `json_object`, `regex`")
                }
                _ => format!("{wrong} missing field `value` at line 1 column 99"),
            };
            Some((422, Value::String(error)))
        },
        shape: shapes::tgi,
        overflow: || {
            let message = "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4000 `inputs` tokens and \
                           4096 `max_new_tokens`";
            (422, json!({ "error": message, "error_type": "validation" }))
        },
        mode: "prompt",
        learns: 2,
        ..USUAL
    }
}

fn vllm_error(message: &str) -> (u16, Value) {
    (
        400,
        json!({ "object": "error", "message": message, "type": "BadRequestError", "param": null, "code": 400 }),
    )
}

fn vllm() -> Family {
    Family {
        name: "vLLM",
        overflow: || {
            vllm_error(
                "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (4904 in the messages, 4096 in the \
                 completion).",
            )
        },
        ..USUAL
    }
}

fn vllm_with_reasoning() -> Family {
    Family {
        name: "vLLM with reasoning",
        shape: shapes::vllm_with_reasoning,
        overflow: || {
            vllm_error("The decoder prompt (length 9000) is longer than the maximum model length of 8192.")
        },
        ..USUAL
    }
}

fn ollama() -> Family {
    Family {
        name: "Ollama",
        shape: shapes::ollama,
        overflow: || {
            let message = "input length exceeds maximum context length";
            (
                500,
                json!({ "error": { "message": message, "type": "api_error", "param": null, "code": null } }),
            )
        },
        ..USUAL
    }
}

fn old_llama_cpp() -> Family {
    Family {
        name: "llama.cpp, old",
        refuse: |body| {
            let message =
                "response_format type must be one of \"text\" or \"json_object\", but got: json_schema";
            let error =
                json!({ "error": { "code": 400, "message": message, "type": "invalid_request_error" } });
            (body["response_format"]["type"] == "json_schema").then_some((400, error))
        },
        shape: shapes::old_llama_cpp,
        overflow: || {
            let message = "the request exceeds the available context size. try increasing the context size or enable context shift";
            (500, json!({ "error": { "code": 500, "message": message, "type": "server_error" } }))
        },
        mode: "json_object",
        learns: 1,
        ..USUAL
    }
}

fn llama_cpp() -> Family {
    Family {
        name: "llama.cpp",
        shape: shapes::llama_cpp,
        overflow: || {
            let message =
                "request (9000 tokens) exceeds the available context size (8192 tokens), try increasing it";
            let error = json!({ "code": 400, "message": message, "type": "exceed_context_size_error", "n_prompt_tokens": 9000 });
            (400, json!({ "error": error }))
        },
        ..USUAL
    }
}

fn lm_studio() -> Family {
    Family {
        name: "LM Studio",
        refuse: |body| {
            let error = json!({ "error": "'response_format.type' must be 'json_schema' or 'text'" });
            (body["response_format"]["type"] == "json_object").then_some((400, error))
        },
        overflow: || {
            let message = "Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context \
                           length of only 4096 tokens, which is not enough.";
            (200, json!({ "error": { "message": message }, "message": message }))
        },
        ..USUAL
    }
}

fn litellm() -> Family {
    Family {
        name: "LiteLLM",
        refuse: |body| {
            let message = "litellm.UnsupportedParamsError: groq does not support parameters: ['stream_options'], for model=m. To drop \
                           these, set `litellm.drop_params=True`";
            let error =
                json!({ "error": { "message": message, "type": "None", "param": "None", "code": "400" } });
            body.get("stream_options").map(|_| (400, error))
        },
        overflow: || {
            let message = "litellm.ContextWindowExceededError: litellm.BadRequestError: ContextWindowExceededError: OpenAIException - \
                           Too long.";
            (400, json!({ "error": { "message": message, "type": null, "param": null, "code": "400" } }))
        },
        learns: 1,
        ..USUAL
    }
}
