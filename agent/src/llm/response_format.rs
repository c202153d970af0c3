//! The response format of a request.

use std::str::FromStr;

/// How a request asks for JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseFormat {
    /// `response_format` with the schema.
    JsonSchema,
    /// `response_format` without the schema, which the prompt describes.
    JsonObject,
    /// No `response_format`; the prompt describes the schema.
    Prompt,
}

impl ResponseFormat {
    pub fn name(self) -> &'static str {
        match self {
            ResponseFormat::JsonSchema => "json_schema",
            ResponseFormat::JsonObject => "json_object",
            ResponseFormat::Prompt => "prompt",
        }
    }
}

impl FromStr for ResponseFormat {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<ResponseFormat, &'static str> {
        let all = [ResponseFormat::JsonSchema, ResponseFormat::JsonObject, ResponseFormat::Prompt];
        all.into_iter().find(|form| form.name() == name).ok_or("one of json_schema, json_object and prompt")
    }
}
