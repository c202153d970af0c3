//! Examples of responses: their headers, and resources that have only just been accepted.

use serde_json::{Value, json};

use super::walk::{Object, each_operation, each_response, example_of, referred};

/// Examples of headers. That of `Location` follows from the response's body.
const HEADERS: &[(&str, &str)] = &[("ETag", "\"3\""), ("Preference-Applied", "wait=20")];

/// Adds examples to the headers of successes.
pub fn add_header_examples(document: &mut Value) {
    let before = document.clone();
    each_response(document, |_, response| {
        let location = location(&before, response);
        for (name, header) in response.get_mut("headers").and_then(Value::as_object_mut).into_iter().flatten()
        {
            let fixed = HEADERS.iter().find(|(known, _)| known == name).map(|(_, example)| *example);
            let example = if name == "Location" { location.as_deref() } else { fixed };
            if let (None, Some(example)) = (header.get("example"), example) {
                header["example"] = json!(example);
            }
        }
    });
}

/// The path of the resource in the response: that of the operation which reads this schema by its id.
fn location(document: &Value, response: &Object) -> Option<String> {
    let response = Value::Object(response.clone());
    let schema = referred(&response["content"]["application/json"]["schema"])?.to_owned();
    let body = example_of(document, &response)?;
    let reads_it = |item: &Value| {
        referred(&item["get"]["responses"]["200"]["content"]["application/json"]["schema"]) == Some(&schema)
    };
    let paths = document["paths"].as_object()?;
    let (path, _) = paths.iter().find(|(path, item)| path.ends_with("_id}") && reads_it(item))?;
    let last = path.rsplit('/').next()?;
    let fill = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => body.get(if part == last { "id" } else { name })?.as_str().map(str::to_owned),
        None => Some(part.to_owned()),
    };
    Some(path.split('/').map(fill).collect::<Option<Vec<_>>>()?.join("/"))
}

/// Removes the results from the examples of 202, which has none yet: the turn is queued, the delivery pending.
pub fn show_pending(document: &mut Value) {
    each_operation(document, |operation| {
        let responses = operation.value.get_mut("responses");
        let example = responses.and_then(|all| all.pointer_mut("/202/content/application~1json/example"));
        if let Some(example) = example.and_then(Value::as_object_mut) {
            let status = if example.contains_key("attempts") { "pending" } else { "queued" };
            for field in ["reply", "started_at", "finished_at", "delivered_at"] {
                example.shift_remove(field);
            }
            example.insert("status".to_owned(), json!(status));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accepted_resource_has_its_location_and_is_pending() {
        let schema = json!({"$ref": "#/components/schemas/Turn"});
        let example = json!({"id": "t", "boat_id": "b", "status": "succeeded", "reply": "Aye."});
        let response = json!({"content": {"application/json": {"schema": schema, "example": example}},
            "headers": {"Location": {}, "ETag": {}, "Else": {}}});
        let mut document = json!({"paths": {
            "/boats/{boat_id}/turns": {"post": {"responses": {"202": response}}},
            "/boats/{boat_id}/turns/{turn_id}": {"get": {"responses": {"200": response}}}}});
        add_header_examples(&mut document);
        show_pending(&mut document);
        let response = &document["paths"]["/boats/{boat_id}/turns"]["post"]["responses"]["202"];
        let headers =
            json!({"Location": {"example": "/boats/b/turns/t"}, "ETag": {"example": "\"3\""}, "Else": {}});
        assert_eq!(response["headers"], headers);
        let pending = json!({"id": "t", "boat_id": "b", "status": "queued"});
        assert_eq!(response["content"]["application/json"]["example"], pending);
    }
}
