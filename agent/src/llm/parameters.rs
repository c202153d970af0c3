//! The optional parameters of a request, and the fallbacks when a server refuses one.

use super::{endpoint::Endpoint, response_format::ResponseFormat};
use crate::Settings;

/// Whether a request asks for a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Streaming {
    /// With the token counts in a last chunk.
    WithUsage,
    Plain,
    Off,
}

/// The optional parameters of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parameters {
    /// `max_completion_tokens` instead of `max_tokens`.
    pub completion_limit: bool,
    pub temperature: bool,
    /// `reasoning_effort`.
    pub effort: bool,
    pub format: ResponseFormat,
    pub streaming: Streaming,
}

impl Parameters {
    /// The parameters for a model in this process.
    pub const IN_PROCESS: Parameters = Parameters {
        completion_limit: false,
        temperature: true,
        effort: false,
        format: ResponseFormat::JsonSchema,
        streaming: Streaming::Off,
    };

    pub fn token_limit(self) -> &'static str {
        if self.completion_limit { "max_completion_tokens" } else { "max_tokens" }
    }

    /// The parameters of the first request: the best that the server may support, unless the settings say otherwise.
    pub fn first(endpoint: &Endpoint, settings: &Settings) -> Parameters {
        Parameters {
            completion_limit: settings.completion_limit.unwrap_or_else(|| endpoint.wants_completion_limit()),
            temperature: settings.temperature,
            effort: settings.reasoning_effort.is_some(),
            format: settings.response_format.unwrap_or(ResponseFormat::JsonSchema),
            streaming: if settings.stream { Streaming::WithUsage } else { Streaming::Off },
        }
    }
}

/// What an endpoint accepts, as far as requests have shown it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AcceptedParameters {
    /// `json_schema`, `json_object` or `prompt`.
    pub schema_mode: &'static str,
    /// Requests ask for a stream.
    pub streaming: bool,
    /// The name of the parameter that limits the completion.
    pub token_limit: &'static str,
    pub temperature: bool,
    pub reasoning_effort: bool,
}

impl From<Parameters> for AcceptedParameters {
    fn from(parameters: Parameters) -> Self {
        AcceptedParameters {
            schema_mode: parameters.format.name(),
            streaming: parameters.streaming != Streaming::Off,
            token_limit: parameters.token_limit(),
            temperature: parameters.temperature,
            reasoning_effort: parameters.effort,
        }
    }
}

/// Words of an error about the format, or about JSON that the model failed to write in it.
const FORMAT_WORDS: [&str; 10] = [
    "response_format",
    "json_schema",
    "json_object",
    "response_schema",
    "structured",
    "json_validate_failed",
    "failed_generation",
    "validate json",
    "generate json",
    "json could not be validated",
];

/// The fallbacks of one call, from the parameters that worked last.
pub(crate) struct Fallbacks {
    pub parameters: Parameters,
    limit_tried: bool,
    /// The other limit was a guess without a hint. It is undone if it did not help.
    limit_guessed: bool,
    whole_tried: bool,
    /// The streaming before a whole answer was requested as a guess, to undo that.
    streaming_before: Option<Streaming>,
}

impl Fallbacks {
    pub fn new(start: Parameters) -> Fallbacks {
        Fallbacks {
            parameters: start,
            limit_tried: false,
            limit_guessed: false,
            whole_tried: false,
            streaming_before: None,
        }
    }

    /// Changes the parameters after a 400 or 422: the one that the error names, else the next in order. Returns false if
    /// no fallback is left.
    pub fn step_down(&mut self, error: &str) -> bool {
        let error = error.to_lowercase();
        let names = |words: &[&str]| words.iter().any(|word| error.contains(word));
        if names(&FORMAT_WORDS) {
            return self.looser_format();
        }
        let of_stream =
            |word: &str| matches!(word, "stream" | "streaming" | "stream_options" | "include_usage");
        if error.split(|c: char| !c.is_alphanumeric() && c != '_').any(of_stream) {
            let only_options = names(&["stream_options", "include_usage"]);
            if only_options && self.parameters.streaming == Streaming::WithUsage {
                self.parameters.streaming = Streaming::Plain;
                return true;
            }
            if self.whole_answer() {
                return true;
            }
        }
        if names(&["reasoning_effort", "reasoning effort", "reasoning.effort"]) && self.parameters.effort {
            self.parameters.effort = false;
            return true;
        }
        if names(&["temperature"]) && self.parameters.temperature {
            self.parameters.temperature = false;
            return true;
        }
        if names(&["max_tokens", "max_completion_tokens"]) && !self.limit_tried {
            return self.other_limit();
        }
        self.next_in_order()
    }

    fn next_in_order(&mut self) -> bool {
        if !self.limit_tried {
            self.limit_guessed = true;
            return self.other_limit();
        }
        if std::mem::take(&mut self.limit_guessed) {
            self.parameters.completion_limit = !self.parameters.completion_limit;
        }
        if self.parameters.temperature {
            self.parameters.temperature = false;
            return true;
        }
        if std::mem::take(&mut self.parameters.effort) {
            return true;
        }
        if !std::mem::replace(&mut self.whole_tried, true) && self.parameters.streaming != Streaming::Off {
            self.streaming_before = Some(self.parameters.streaming);
            return self.whole_answer();
        }
        if let Some(before) = self.streaming_before.take() {
            self.parameters.streaming = before;
        }
        self.looser_format() || self.whole_answer()
    }

    fn whole_answer(&mut self) -> bool {
        let streamed = self.parameters.streaming != Streaming::Off;
        self.parameters.streaming = Streaming::Off;
        streamed
    }

    fn other_limit(&mut self) -> bool {
        self.limit_tried = true;
        self.parameters.completion_limit = !self.parameters.completion_limit;
        true
    }

    fn looser_format(&mut self) -> bool {
        self.parameters.format = match self.parameters.format {
            ResponseFormat::JsonSchema => ResponseFormat::JsonObject,
            ResponseFormat::JsonObject => ResponseFormat::Prompt,
            ResponseFormat::Prompt => return false,
        };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(host: &str, errors: &[&str]) -> Vec<String> {
        let base_url = format!("http://{host}/v1");
        let endpoint = Endpoint::new(&base_url).unwrap();
        let mut fallbacks = Fallbacks::new(Parameters::first(&endpoint, &Settings::new(base_url, "m")));
        let mut seen = Vec::new();
        for error in errors {
            if !fallbacks.step_down(error) {
                seen.push("end".to_owned());
                break;
            }
            let Parameters { completion_limit, temperature, format, streaming, .. } = fallbacks.parameters;
            seen.push(format!("{completion_limit} {temperature} {} {streaming:?}", format.name()));
        }
        seen
    }

    #[test]
    fn without_a_hint_the_fallbacks_come_in_order() {
        let expected = [
            "true true json_schema WithUsage",
            "false false json_schema WithUsage",
            "false false json_schema Off",
            "false false json_object WithUsage",
            "false false prompt WithUsage",
            "false false prompt Off",
            "end",
        ];
        assert_eq!(walk("localhost", &["bad upstream request"; 9]), expected);
    }

    #[test]
    fn the_error_names_the_fallback() {
        let errors = [
            "Unsupported parameter: 'max_completion_tokens'",
            "temperature: only 1",
            "stream_options: extra fields not permitted",
            "no json_schema here",
            "Streaming is not supported.",
        ];
        let expected = [
            "false true json_schema WithUsage",
            "false false json_schema WithUsage",
            "false false json_schema Plain",
            "false false json_object Plain",
            "false false json_object Off",
        ];
        assert_eq!(walk("api.openai.com", &errors), expected);
    }
}
