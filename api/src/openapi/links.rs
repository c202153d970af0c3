//! Links (OpenAPI 3.0.3, Link Object): which operations accept an id of a response. `Session.id` fits every path with
//! `{session_id}`, so a tool can follow links from a created or listed resource to all operations on it.

use serde_json::{Map, Value, json};

use super::walk::{each_operation, referred};

/// Adds links to every response with an id that the request did not contain: to all operations on the resource, or on the
/// first of a list, and to the operations that read the resources it belongs to.
pub fn add(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    let targets = targets(document);
    each_operation(document, |operation| {
        let own = operation.value.get("operationId").cloned();
        let others =
            || targets.iter().filter(|target| own.as_ref() != Some(&Value::from(target.id.as_str())));
        let responses = operation.value.get_mut("responses").and_then(Value::as_object_mut);
        for (status, response) in responses.into_iter().flatten() {
            let Some(source) = Source::find(status, response, operation.path, &schemas) else { continue };
            let links: Map<String, Value> =
                others().filter_map(|target| Some((target.id.clone(), source.link(target)?))).collect();
            if !links.is_empty() {
                response["links"] = links.into();
            }
        }
    });
}

/// An operation that takes ids.
struct Target {
    id: String,
    path: String,
    /// The parameters of its path. For a list without: the id that it filters by.
    parameters: Vec<String>,
    /// Whether it reads the resource that its last id names.
    is_read: bool,
}

fn targets(document: &mut Value) -> Vec<Target> {
    let mut targets = Vec::new();
    each_operation(document, |operation| {
        let Some(Value::String(id)) = operation.value.get("operationId") else { return };
        let is_read = operation.method == "get" && operation.path.ends_with('}');
        let of_path = path_parameters(operation.path);
        let parameters = if of_path.is_empty() {
            filters(operation.value.get("parameters")).into_iter().map(|filter| vec![filter]).collect()
        } else {
            vec![of_path]
        };
        let path = operation.path;
        let of = |parameters| Target { id: id.clone(), path: path.to_owned(), parameters, is_read };
        targets.extend(parameters.into_iter().map(of));
    });
    targets
}

fn path_parameters(path: &str) -> Vec<String> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(str::to_owned).collect()
}

fn filters(parameters: Option<&Value>) -> Vec<String> {
    let parameters = parameters.and_then(Value::as_array).into_iter().flatten();
    let of_query = parameters.filter(|parameter| parameter["in"] == "query");
    let names = of_query.filter_map(|parameter| parameter["name"].as_str());
    names.filter(|name| name.ends_with("_id")).map(str::to_owned).collect()
}

/// A response that contains a resource.
struct Source<'a> {
    /// The JSON Pointer of the resource: in lists, of the first item.
    pointer: String,
    name: &'a str,
    schema: &'a Value,
    path: &'a str,
    /// Whether the resource may be another one than the path names: a fork, or the retry of a turn.
    is_new: bool,
}

impl<'a> Source<'a> {
    fn find(status: &str, response: &'a Value, path: &'a str, schemas: &'a Value) -> Option<Self> {
        let schema = status.starts_with('2').then(|| &response["content"]["application/json"]["schema"])?;
        let name = referred(schema)?;
        let properties = &schemas[name]["properties"];
        let (pointer, name) = if let Some(item) = referred(&properties["items"]["items"]) {
            ("/items/0".to_owned(), item)
        } else {
            wrapped(properties, schemas).unwrap_or((String::new(), name))
        };
        Some(Self { pointer, name, schema: &schemas[name], path, is_new: matches!(status, "201" | "202") })
    }

    /// The link to `target`, if it operates on the resource.
    fn link(&self, target: &Target) -> Option<Value> {
        let is_about = target.parameters.iter().any(|name| self.provides(name, target))
            || target.is_read && target.parameters.last().is_some_and(|name| self.belongs_to(name));
        let values: Option<Map<String, Value>> = target
            .parameters
            .iter()
            .map(|name| Some((name.clone(), self.expression(name, target)?.into())))
            .collect();
        is_about.then_some(())?;
        Some(json!({ "operationId": target.id, "parameters": values? }))
    }

    /// The runtime expression for a parameter.
    fn expression(&self, parameter: &str, target: &Target) -> Option<String> {
        let of_response = |property: &str| Some(format!("$response.body#{}/{property}", self.pointer));
        if self.provides(parameter, target) && self.has("id") {
            return of_response("id");
        }
        if self.names(parameter) {
            return Some(format!("$request.path.{parameter}"));
        }
        self.has(parameter).then(|| of_response(parameter))?
    }

    /// Whether the resource's own id is new to the caller and fits this parameter. A resource without `id` is identified by
    /// another id: a member by that of the user.
    fn provides(&self, parameter: &str, target: &Target) -> bool {
        let is_own = if self.has("id") {
            takes(parameter, self.name)
        } else {
            self.has(parameter) && target.path.starts_with(&format!("{}/{{{parameter}}}", self.path))
        };
        is_own && (self.is_new || !self.names(parameter))
    }

    fn belongs_to(&self, parameter: &str) -> bool {
        self.has(parameter) && !self.names(parameter)
    }

    /// Whether the request's path contained the parameter.
    fn names(&self, parameter: &str) -> bool {
        path_parameters(self.path).iter().any(|name| name == parameter)
    }

    /// Whether the resource always has this property.
    fn has(&self, property: &str) -> bool {
        requires(self.schema, property)
    }
}

fn requires(schema: &Value, property: &str) -> bool {
    schema["required"].as_array().into_iter().flatten().any(|name| name == property)
}

/// The resource in a response that wraps it, as an API key with its secret.
fn wrapped<'a>(properties: &'a Value, schemas: &Value) -> Option<(String, &'a str)> {
    let properties = properties.as_object().filter(|properties| !properties.contains_key("id"))?;
    properties.iter().find_map(|(property, value)| {
        let name = referred(value)?;
        let is_resource = takes(&format!("{property}_id"), name) && requires(&schemas[name], "id");
        is_resource.then(|| (format!("/{property}"), name))
    })
}

/// Whether a parameter takes the id of a resource with this schema: `delivery_id` that of a `WebhookDelivery`.
fn takes(parameter: &str, schema: &str) -> bool {
    let mut words = String::new();
    for letter in schema.chars() {
        if letter.is_ascii_uppercase() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    let resource = parameter.strip_suffix("_id").unwrap_or(parameter);
    format!("{words}_").contains(&format!("_{resource}_"))
}
