//! Links: where an id in an answer leads. `Session.id` is what every path with `{session_id}` wants, so a partner's tool
//! can walk from a creation, or from a list, to all that can be done with what is there.

use serde_json::{Map, Value, json};

use super::walk::{each_operation, referred};

/// Writes the links of every answer that brings an id which its caller did not name: to all that can be done with the
/// thing answered, or the first of a list, and to the things it belongs to. See OpenAPI 3.0.3, Link Object.
pub fn lead_on(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    let targets = targets(document);
    each_operation(document, |operation| {
        let own = operation.value.get("operationId").cloned();
        let others =
            || targets.iter().filter(|target| own.as_ref() != Some(&Value::from(target.id.as_str())));
        let answers = operation.value.get_mut("responses").and_then(Value::as_object_mut);
        for (status, answer) in answers.into_iter().flatten() {
            let Some(source) = Source::find(status, answer, operation.path, &schemas) else { continue };
            let links: Map<String, Value> =
                others().filter_map(|target| Some((target.id.clone(), source.link(target)?))).collect();
            if !links.is_empty() {
                answer["links"] = links.into();
            }
        }
    });
}

/// An operation that takes ids.
struct Target {
    id: String,
    path: String,
    /// Those in its path; a list without has the ids that it is narrowed down by.
    parameters: Vec<String>,
    /// Whether it reads the very thing that its last id names.
    is_read: bool,
}

fn targets(document: &mut Value) -> Vec<Target> {
    let mut targets = Vec::new();
    each_operation(document, |operation| {
        let Some(Value::String(id)) = operation.value.get("operationId") else { return };
        let is_read = operation.method == "get" && operation.path.ends_with('}');
        let of_path = path_parameters(operation.path);
        let wanted = if of_path.is_empty() {
            filters(operation.value.get("parameters")).into_iter().map(|filter| vec![filter]).collect()
        } else {
            vec![of_path]
        };
        let path = operation.path;
        let of = |parameters| Target { id: id.clone(), path: path.to_owned(), parameters, is_read };
        targets.extend(wanted.into_iter().map(of));
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

/// An answer with a thing in it.
struct Source<'a> {
    /// Where the thing is: in lists it is the first.
    pointer: String,
    name: &'a str,
    schema: &'a Value,
    path: &'a str,
    /// Whether the thing may be another one than the path named: a fork, or the next try of a turn.
    is_new: bool,
}

impl<'a> Source<'a> {
    fn find(status: &str, answer: &'a Value, path: &'a str, schemas: &'a Value) -> Option<Self> {
        let answered = status.starts_with('2').then(|| &answer["content"]["application/json"]["schema"])?;
        let name = referred(answered)?;
        let properties = &schemas[name]["properties"];
        let (pointer, name) = if let Some(item) = referred(&properties["items"]["items"]) {
            ("/items/0".to_owned(), item)
        } else {
            wrapped(properties, schemas).unwrap_or((String::new(), name))
        };
        Some(Self { pointer, name, schema: &schemas[name], path, is_new: matches!(status, "201" | "202") })
    }

    /// How to call `target` with the answer, if the thing answered is what it is about.
    fn link(&self, target: &Target) -> Option<Value> {
        let is_about = target.parameters.iter().any(|name| self.brings(name, target))
            || target.is_read && target.parameters.last().is_some_and(|name| self.belongs_to(name));
        let values: Option<Map<String, Value>> = target
            .parameters
            .iter()
            .map(|name| Some((name.clone(), self.expression(name, target)?.into())))
            .collect();
        is_about.then_some(())?;
        Some(json!({ "operationId": target.id, "parameters": values? }))
    }

    /// Runtime expression for a parameter.
    fn expression(&self, parameter: &str, target: &Target) -> Option<String> {
        let of_answer = |property: &str| Some(format!("$response.body#{}/{property}", self.pointer));
        if self.brings(parameter, target) && self.has("id") {
            return of_answer("id");
        }
        if self.names(parameter) {
            return Some(format!("$request.path.{parameter}"));
        }
        self.has(parameter).then(|| of_answer(parameter))?
    }

    /// Whether the thing's own id is news, and one for this parameter. A thing without `id` is in its list by another
    /// one's: a member by that of the user.
    fn brings(&self, parameter: &str, target: &Target) -> bool {
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

    /// Whether the caller named it already.
    fn names(&self, parameter: &str) -> bool {
        path_parameters(self.path).iter().any(|name| name == parameter)
    }

    /// Whether it always has this property.
    fn has(&self, property: &str) -> bool {
        requires(self.schema, property)
    }
}

fn requires(schema: &Value, property: &str) -> bool {
    schema["required"].as_array().into_iter().flatten().any(|name| name == property)
}

/// The thing in an answer that is one with something about it: a key with its secret.
fn wrapped<'a>(properties: &'a Value, schemas: &Value) -> Option<(String, &'a str)> {
    let properties = properties.as_object().filter(|properties| !properties.contains_key("id"))?;
    properties.iter().find_map(|(property, value)| {
        let name = referred(value)?;
        let is_thing = takes(&format!("{property}_id"), name) && requires(&schemas[name], "id");
        is_thing.then(|| (format!("/{property}"), name))
    })
}

/// Whether a parameter takes the id of a thing with this schema: `delivery_id` that of a `WebhookDelivery`.
fn takes(parameter: &str, schema: &str) -> bool {
    let mut words = String::new();
    for letter in schema.chars() {
        if letter.is_ascii_uppercase() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    let thing = parameter.strip_suffix("_id").unwrap_or(parameter);
    format!("{words}_").contains(&format!("_{thing}_"))
}
