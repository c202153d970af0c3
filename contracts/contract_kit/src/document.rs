//! Reads the parts of the OpenAPI document that stubs need.

use serde_json::{Map, Value};

const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// One operation of the document.
pub struct Operation<'a> {
    pub document: &'a Value,
    pub path: &'a str,
    pub method: &'a str,
    value: &'a Value,
}

/// One documented response of an operation.
pub struct Response<'a> {
    pub status: u16,
    /// The first documented media type, which the server sends. `None` without a body.
    pub media_type: Option<&'a str>,
    pub example: Option<&'a Value>,
    pub headers: Vec<(&'a str, String)>,
}

/// All operations, in the document's order.
pub fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let operations = paths.flat_map(|(path, item)| {
        METHODS.iter().filter_map(move |method| {
            let value = item.get(method)?;
            Some(Operation { document, path, method, value })
        })
    });
    operations.collect()
}

impl<'a> Operation<'a> {
    pub fn id(&self) -> &'a str {
        self.value["operationId"].as_str().unwrap_or_default()
    }

    pub fn is_secured(&self) -> bool {
        self.value["security"].as_array().is_some_and(|schemes| !schemes.is_empty())
    }

    pub fn parameters(&self) -> impl Iterator<Item = &'a Value> {
        self.value["parameters"].as_array().into_iter().flatten()
    }

    pub fn takes(&self, parameter: &str) -> bool {
        self.parameters().any(|own| own["name"] == parameter)
    }

    /// The path with the examples of its parameters.
    pub fn example_path(&self) -> String {
        let in_path = self.parameters().filter(|parameter| parameter["in"] == "path");
        in_path.fold(self.path.to_owned(), |path, parameter| {
            let (name, example) = (parameter["name"].as_str(), parameter["example"].as_str());
            path.replace(&format!("{{{}}}", name.unwrap_or_default()), example.unwrap_or_default())
        })
    }

    /// The media type of the request body, with its description in the document.
    pub fn body(&self) -> Option<(&'a str, &'a Value)> {
        let (media_type, media) = self.value["requestBody"]["content"].as_object()?.iter().next()?;
        Some((media_type, media))
    }

    /// All responses, in the document's order.
    pub fn responses(&self) -> Vec<Response<'a>> {
        let responses = self.value["responses"].as_object().into_iter().flatten();
        let responses = responses.filter_map(|(status, response)| {
            let response = resolve(self.document, response);
            let content = response["content"].as_object().and_then(|content| content.iter().next());
            let status = status.parse().ok()?;
            Some(Response {
                status,
                media_type: content.map(|(media_type, _)| media_type.as_str()),
                example: content.and_then(|(_, media)| media.get("example")),
                headers: stubbed_headers(response["headers"].as_object(), status),
            })
        });
        responses.collect()
    }

    /// The schema of a response's body.
    pub fn schema(&self, status: u16) -> Option<&'a Value> {
        let response = resolve(self.document, self.value["responses"].get(status.to_string())?);
        let (_, media) = response["content"].as_object()?.iter().next()?;
        media.get("schema")
    }
}

/// The required headers, and all headers of an error.
fn stubbed_headers(headers: Option<&Map<String, Value>>, status: u16) -> Vec<(&str, String)> {
    let headers =
        headers.into_iter().flatten().filter(|(_, header)| header["required"] == true || status >= 400);
    let headers = headers.filter_map(|(name, header)| {
        let value = match header.get("example")? {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Some((name.as_str(), value))
    });
    headers.collect()
}

fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let reference = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    reference.and_then(|reference| document.pointer(reference)).unwrap_or(value)
}
