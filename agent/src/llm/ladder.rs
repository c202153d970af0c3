//! What a server can do, and what is left out, step by step, when it refuses a request.

use std::str::FromStr;

use super::endpoint::Endpoint;
use crate::Settings;

/// How the form of the answer is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    JsonSchema,
    JsonObject,
    Prompt,
}

impl Form {
    pub fn name(self) -> &'static str {
        match self {
            Form::JsonSchema => "json_schema",
            Form::JsonObject => "json_object",
            Form::Prompt => "prompt",
        }
    }
}

impl FromStr for Form {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<Form, &'static str> {
        let all = [Form::JsonSchema, Form::JsonObject, Form::Prompt];
        all.into_iter().find(|form| form.name() == name).ok_or("one of json_schema, json_object and prompt")
    }
}

/// How much of a stream is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Streaming {
    /// With the count of the tokens in a last piece.
    WithUsage,
    Plain,
    Off,
}

/// The parameters one request is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rung {
    /// `max_completion_tokens` instead of `max_tokens`.
    pub completion_limit: bool,
    pub temperature: bool,
    pub form: Form,
    pub streaming: Streaming,
}

impl Rung {
    /// What the stand-in is asked within this process.
    pub fn of_standin() -> Rung {
        Rung { completion_limit: false, temperature: true, form: Form::JsonSchema, streaming: Streaming::Off }
    }

    /// What this server is asked first: the best it can be expected to do, unless the settings know better.
    pub fn first(endpoint: &Endpoint, settings: &Settings) -> Rung {
        Rung {
            completion_limit: settings.completion_limit.unwrap_or_else(|| endpoint.wants_completion_limit()),
            temperature: settings.temperature,
            form: settings.form.unwrap_or(Form::JsonSchema),
            streaming: if settings.stream { Streaming::WithUsage } else { Streaming::Off },
        }
    }
}

/// One walk down, begun at the rung that worked last.
pub(crate) struct Ladder {
    pub rung: Rung,
    limit_tried: bool,
    /// The other limit is only a guess: it is taken back if it did not help.
    limit_guessed: bool,
    whole_tried: bool,
    /// So is a whole answer instead of a stream: this is what it is taken back to.
    streaming_before: Option<Streaming>,
}

impl Ladder {
    pub fn new(start: Rung) -> Ladder {
        Ladder {
            rung: start,
            limit_tried: false,
            limit_guessed: false,
            whole_tried: false,
            streaming_before: None,
        }
    }

    /// Takes the next step after a 400 or 422: the one the error names, else the next in order. False: no step is left.
    pub fn step_down(&mut self, error: &str) -> bool {
        let error = error.to_lowercase();
        let names = |words: &[&str]| words.iter().any(|word| error.contains(word));
        if names(&["response_format", "json_schema", "json_object", "structured"]) {
            return self.looser_form();
        }
        let of_stream =
            |word: &str| matches!(word, "stream" | "streaming" | "stream_options" | "include_usage");
        if error.split(|c: char| !c.is_alphanumeric() && c != '_').any(of_stream) {
            let only_options = names(&["stream_options", "include_usage"]);
            if only_options && self.rung.streaming == Streaming::WithUsage {
                self.rung.streaming = Streaming::Plain;
                return true;
            }
            if self.whole_answer() {
                return true;
            }
        }
        if names(&["temperature"]) && self.rung.temperature {
            self.rung.temperature = false;
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
            self.rung.completion_limit = !self.rung.completion_limit;
        }
        if self.rung.temperature {
            self.rung.temperature = false;
            return true;
        }
        if !std::mem::replace(&mut self.whole_tried, true) && self.rung.streaming != Streaming::Off {
            self.streaming_before = Some(self.rung.streaming);
            return self.whole_answer();
        }
        if let Some(before) = self.streaming_before.take() {
            self.rung.streaming = before;
        }
        self.looser_form() || self.whole_answer()
    }

    fn whole_answer(&mut self) -> bool {
        let streamed = self.rung.streaming != Streaming::Off;
        self.rung.streaming = Streaming::Off;
        streamed
    }

    fn other_limit(&mut self) -> bool {
        self.limit_tried = true;
        self.rung.completion_limit = !self.rung.completion_limit;
        true
    }

    fn looser_form(&mut self) -> bool {
        self.rung.form = match self.rung.form {
            Form::JsonSchema => Form::JsonObject,
            Form::JsonObject => Form::Prompt,
            Form::Prompt => return false,
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
        let mut ladder = Ladder::new(Rung::first(&endpoint, &Settings::new(base_url, "m")));
        let mut seen = Vec::new();
        for error in errors {
            if !ladder.step_down(error) {
                seen.push("end".to_owned());
                break;
            }
            let Rung { completion_limit, temperature, form, streaming } = ladder.rung;
            seen.push(format!("{completion_limit} {temperature} {} {streaming:?}", form.name()));
        }
        seen
    }

    #[test]
    fn without_a_hint_the_steps_come_in_order() {
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
    fn the_error_names_the_step() {
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
