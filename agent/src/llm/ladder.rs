//! What a server can do, and what is left out, step by step, when it refuses a request.

/// How the form of the answer is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
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

/// The parameters one request is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rung {
    /// `max_completion_tokens` instead of `max_tokens`.
    pub completion_limit: bool,
    pub temperature: bool,
    pub form: Form,
}

impl Rung {
    /// The best we can ask of this host.
    pub fn top(host: &str) -> Rung {
        let completion_limit = host == "api.openai.com" || host.ends_with(".openai.azure.com");
        Rung { completion_limit, temperature: true, form: Form::JsonSchema }
    }
}

/// One walk down, begun at the rung that worked last.
pub(crate) struct Ladder {
    pub rung: Rung,
    limit_tried: bool,
    /// The other limit is only a guess: it is taken back if it did not help.
    limit_guessed: bool,
}

impl Ladder {
    pub fn new(start: Rung) -> Ladder {
        Ladder { rung: start, limit_tried: false, limit_guessed: false }
    }

    /// Takes the next step after a 400 or 422: the one the error names, else the next in order. False: no step is left.
    pub fn step_down(&mut self, error: &str) -> bool {
        let error = error.to_lowercase();
        let names = |words: &[&str]| words.iter().any(|word| error.contains(word));
        if names(&["response_format", "json_schema", "json_object", "structured"]) {
            return self.looser_form();
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
        self.looser_form()
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
        let mut ladder = Ladder::new(Rung::top(host));
        let mut seen = Vec::new();
        for error in errors {
            if !ladder.step_down(error) {
                seen.push("end".to_owned());
                break;
            }
            let Rung { completion_limit, temperature, form } = ladder.rung;
            seen.push(format!("{completion_limit} {temperature} {}", form.name()));
        }
        seen
    }

    #[test]
    fn without_a_hint_the_steps_come_in_order() {
        let steps = walk("localhost", &["bad request"; 6]);
        let expected = [
            "true true json_schema",
            "false false json_schema",
            "false false json_object",
            "false false prompt",
            "end",
        ];
        assert_eq!(steps, expected);
    }

    #[test]
    fn the_error_names_the_step() {
        let errors =
            ["Unsupported parameter: 'max_completion_tokens'", "temperature: only 1", "no json_schema here"];
        let expected = ["false true json_schema", "false false json_schema", "false false json_object"];
        assert_eq!(walk("api.openai.com", &errors), expected);
    }
}
