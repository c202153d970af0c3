//! Answers as they look: the headers that are always there, and a turn that has only just been accepted.

use serde_json::{Value, json};

use super::walk::{Object, each_operation, each_response, example_of, referred};

/// What a header looks like; `Location` follows from the answer.
const HEADERS: &[(&str, &str)] = &[("ETag", "\"3\""), ("Preference-Applied", "wait=20")];

/// Gives the headers of successes their examples.
pub fn show_headers(document: &mut Value) {
    let before = document.clone();
    each_response(document, |_, response| {
        let location = location(&before, response);
        for (name, header) in response.get_mut("headers").and_then(Value::as_object_mut).into_iter().flatten()
        {
            let usual = HEADERS.iter().find(|(known, _)| known == name).map(|(_, shown)| *shown);
            let shown = if name == "Location" { location.as_deref() } else { usual };
            if let (None, Some(shown)) = (header.get("example"), shown) {
                header["example"] = json!(shown);
            }
        }
    });
}

/// Where what is in the answer can be read: the path of the operation that gives this schema for an id.
fn location(document: &Value, response: &Object) -> Option<String> {
    let response = Value::Object(response.clone());
    let schema = referred(&response["content"]["application/json"]["schema"])?.to_owned();
    let shown = example_of(document, &response)?;
    let gives_it = |item: &Value| {
        referred(&item["get"]["responses"]["200"]["content"]["application/json"]["schema"]) == Some(&schema)
    };
    let paths = document["paths"].as_object()?;
    let (path, _) = paths.iter().find(|(path, item)| path.ends_with("_id}") && gives_it(item))?;
    let last = path.rsplit('/').next()?;
    let fill = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => shown.get(if part == last { "id" } else { name })?.as_str().map(str::to_owned),
        None => Some(part.to_owned()),
    };
    Some(path.split('/').map(fill).collect::<Option<Vec<_>>>()?.join("/"))
}

/// 202 says that there is no answer yet, so the example of a turn has none either; of a delivery, that it is on its way.
pub fn show_what_waits(document: &mut Value) {
    each_operation(document, |operation| {
        let responses = operation.value.get_mut("responses");
        let example = responses.and_then(|all| all.pointer_mut("/202/content/application~1json/example"));
        if let Some(shown) = example.and_then(Value::as_object_mut) {
            let waits = if shown.contains_key("attempts") { "pending" } else { "queued" };
            for field in ["reply", "started_at", "finished_at", "delivered_at"] {
                shown.shift_remove(field);
            }
            shown.insert("status".to_owned(), json!(waits));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_where_it_is_and_what_it_waits_for() {
        let schema = json!({"$ref": "#/components/schemas/Turn"});
        let example = json!({"id": "t", "boat_id": "b", "status": "succeeded", "reply": "Aye."});
        let answer = json!({"content": {"application/json": {"schema": schema, "example": example}},
            "headers": {"Location": {}, "ETag": {}, "Else": {}}});
        let mut document = json!({"paths": {
            "/boats/{boat_id}/turns": {"post": {"responses": {"202": answer}}},
            "/boats/{boat_id}/turns/{turn_id}": {"get": {"responses": {"200": answer}}}}});
        show_headers(&mut document);
        show_what_waits(&mut document);
        let answer = &document["paths"]["/boats/{boat_id}/turns"]["post"]["responses"]["202"];
        let headers =
            json!({"Location": {"example": "/boats/b/turns/t"}, "ETag": {"example": "\"3\""}, "Else": {}});
        assert_eq!(answer["headers"], headers);
        let waits = json!({"id": "t", "boat_id": "b", "status": "queued"});
        assert_eq!(answer["content"]["application/json"]["example"], waits);
    }
}
