//! Recognises the error of a request that is too long for the model, in the words of any server.

/// Parts of the messages and codes of OpenAI, Azure, vLLM, SGLang, llama.cpp, LM Studio, Ollama, LiteLLM, Anthropic, Gemini,
/// xAI, TGI, DashScope, Groq, Mistral, DeepSeek, OpenRouter, Bedrock, Moonshot, Cerebras and Zhipu, in lower case.
const WORDS: [&str; 34] = [
    "context_length",
    "context length",
    "context_size",
    "context size",
    "contextwindow",
    "context window",
    "context limit",
    "prompt is too long",
    "prompt too long",
    "input is too long",
    "input too long",
    "inputs too long",
    "tokens too long",
    "prompt超长",
    "prompt 超长",
    "too many tokens",
    "too many input tokens",
    "reduce the length",
    "maximum number of tokens",
    "maximum number of input tokens",
    "maximum prompt length",
    "maximum input length",
    "maximum model length",
    "max_model_len",
    "model token limit",
    "max_new_tokens` must be",
    "`inputs` must have less",
    "range of input length",
    "range of max_tokens",
    "supports at most",
    "request too large",
    "request_too_large",
    "reduce your message size",
    "must be reduced",
];

/// The words that count behind a 429. The others can also describe a rate limit, which passes.
const WORDS_OF_429: [&str; 4] =
    ["request too large", "reduce your message size", "must be reduced", "context_length_exceeded"];

/// Does the text of an error say that the request is too long for the model?
pub(super) fn is_overflow(text: &str, is_rate_limit: bool) -> bool {
    let text = text.to_lowercase();
    let words = if is_rate_limit { WORDS_OF_429.as_slice() } else { &WORDS };
    words.iter().any(|words| text.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_each_server_are_known() {
        let texts = [
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
            "The decoder prompt (length 9000) is longer than the maximum model length of 8192.",
            "The input (9000 tokens) is longer than the model's context length (8192 tokens).",
            "the request exceeds the available context size, try increasing it",
            "Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context \
             length of only 4096 tokens",
            "litellm.ContextWindowExceededError: litellm.BadRequestError: GroqException",
            "prompt is too long: 208310 tokens > 200000 maximum",
            "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000",
            "The input token count (20000) exceeds the maximum number of tokens allowed (14000).",
            "This model's maximum prompt length is 8192 but the request contains 9000 tokens.",
            "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4000 and 1024",
            "Input validation error: `inputs` must have less than 4095 tokens. Given: 5000",
            "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 6144]",
            "input length exceeds maximum context length",
            "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
            "Input is too long for requested model.",
            "Invalid request: Your request exceeded model token limit: 8192",
            "Please reduce the length of the messages or completion.",
            "max_tokens is too large: 4096. This model supports at most 2048 completion tokens",
            "Request too large for model `m` on tokens per minute (TPM): Limit 6000, Requested 9000, please reduce your \
             message size and try again.",
        ];
        for text in texts {
            assert!(is_overflow(text, false), "{text}");
        }
    }

    #[test]
    fn a_rate_limit_is_no_overflow() {
        let too_large = "Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 40000. The input or output \
                         tokens must be reduced in order to run successfully.";
        assert!(is_overflow(too_large, true));
        for text in [
            "Rate limit reached for model `m` on tokens per minute (TPM): Limit 6000, Used 5800, Requested 900.",
            "Too many tokens, please wait before trying again.",
        ] {
            assert!(!is_overflow(text, true), "{text}");
        }
        assert!(!is_overflow("Unsupported parameter: 'max_tokens'", false));
    }
}
