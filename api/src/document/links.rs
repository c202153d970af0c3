//! Links: where the id in an answer leads. `Session.id` is what every path with `{session_id}` wants, so a partner's tool
//! can walk from a creation to all that can be done with what was created.

use serde_json::{Map, Value, json};

use super::walk::{each_operation, referred};

/// Writes the links of every operation that creates: to each operation all of whose path parameters its answer, or its
/// own path, has. See OpenAPI 3.0.3, Link Object.
pub fn lead_on(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    let targets = targets(document);
    each_operation(document, |operation| {
        if operation.method != "post" {
            return;
        }
        let own = operation.value.get("operationId").cloned();
        let others =
            || targets.iter().filter(|target| own.as_ref() != Some(&Value::from(target.id.as_str())));
        let answers = operation.value.get_mut("responses").and_then(Value::as_object_mut);
        for (status, answer) in answers.into_iter().flatten() {
            let Some(name) = created(status, answer) else { continue };
            let source = Source { path: operation.path, name: &name, schema: &schemas[&name] };
            // What the caller named already is no news, unless it is another one: a fork.
            if status != "201" && path_parameters(operation.path).contains(&id_of(&name)) {
                continue;
            }
            let links: Map<String, Value> =
                others().filter_map(|target| Some((target.id.clone(), source.link(target)?))).collect();
            if !links.is_empty() {
                answer["links"] = links.into();
            }
        }
    });
}

/// An operation that has parameters in its path.
struct Target {
    id: String,
    parameters: Vec<String>,
}

fn targets(document: &mut Value) -> Vec<Target> {
    let mut targets = Vec::new();
    each_operation(document, |operation| {
        let parameters = path_parameters(operation.path);
        if let (Some(Value::String(id)), false) = (operation.value.get("operationId"), parameters.is_empty())
        {
            targets.push(Target { id: id.clone(), parameters });
        }
    });
    targets
}

fn path_parameters(path: &str) -> Vec<String> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(str::to_owned).collect()
}

/// The name of the schema of what was created, if the answer is a success.
fn created(status: &str, answer: &Value) -> Option<String> {
    let schema = status.starts_with('2').then(|| &answer["content"]["application/json"]["schema"])?;
    referred(schema).map(str::to_owned)
}

struct Source<'a> {
    path: &'a str,
    name: &'a str,
    schema: &'a Value,
}

impl Source<'_> {
    /// How to call `target` with the answer, if the thing answered is what it is about.
    fn link(&self, target: &Target) -> Option<Value> {
        let own = id_of(self.name);
        let is_about =
            target.parameters.contains(&own) || target.parameters.iter().any(|name| self.has(name));
        let values: Option<Map<String, Value>> = target
            .parameters
            .iter()
            .map(|name| Some((name.clone(), self.expression(name, &own)?.into())))
            .collect();
        is_about.then_some(())?;
        Some(json!({ "operationId": target.id, "parameters": values? }))
    }

    /// Runtime expression for a path parameter.
    fn expression(&self, parameter: &str, own: &str) -> Option<String> {
        if parameter == own && self.has("id") {
            return Some("$response.body#/id".to_owned());
        }
        if self.has(parameter) {
            return Some(format!("$response.body#/{parameter}"));
        }
        path_parameters(self.path)
            .iter()
            .any(|name| name == parameter)
            .then(|| format!("$request.path.{parameter}"))
    }

    fn has(&self, property: &str) -> bool {
        self.schema["properties"].get(property).is_some()
    }
}

/// The path parameter that takes the id of a `JobPost`: `job_post_id`.
fn id_of(schema: &str) -> String {
    let mut name = String::new();
    for (at, letter) in schema.chars().enumerate() {
        if letter.is_ascii_uppercase() && at > 0 {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name + "_id"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(schema: &str) -> Value {
        let reference = format!("#/components/schemas/{schema}");
        json!({"content": {"application/json": {"schema": {"$ref": reference}}}})
    }

    #[test]
    fn what_was_created_leads_to_what_can_be_done_with_it() {
        let mut document = json!({
            "paths": {
                "/talks": {"post": {"operationId": "create_talk", "responses": {"201": answer("Talk")}}},
                "/talks/{talk_id}": {"get": {"operationId": "read_talk", "responses": {}}},
                "/talks/{talk_id}/big-words": {
                    "post": {"operationId": "create_big_word", "responses": {"200": answer("BigWord"), "404": {}}}},
                "/talks/{talk_id}/big-words/{big_word_id}": {"get": {"operationId": "read_big_word"}},
                "/others/{other_id}": {"get": {"operationId": "read_other"}}},
            "components": {"schemas": {
                "Talk": {"properties": {"id": {}}}, "BigWord": {"properties": {"id": {}}}}}});
        lead_on(&mut document);
        let of_talk = &document["paths"]["/talks"]["post"]["responses"]["201"]["links"];
        assert_eq!(
            of_talk,
            &json!({
                "read_talk": {"operationId": "read_talk", "parameters": {"talk_id": "$response.body#/id"}},
                "create_big_word":
                    {"operationId": "create_big_word", "parameters": {"talk_id": "$response.body#/id"}}})
        );
        let of_word = &document["paths"]["/talks/{talk_id}/big-words"]["post"]["responses"];
        assert_eq!(of_word["404"], json!({}));
        let parameters = &of_word["200"]["links"]["read_big_word"]["parameters"];
        assert_eq!(
            parameters,
            &json!({"talk_id": "$request.path.talk_id", "big_word_id": "$response.body#/id"})
        );
    }
}
