//! Parameters in paths: what each is, and one of the story's ids as its example. Both follow from the document, so a new
//! resource needs no line here.

use serde_json::Value;

use super::walk::{Operation, each_operation, example_of};

/// Describes each parameter of a path that nobody described, and shows one.
pub fn show_those_of_paths(document: &mut Value) {
    let before = document.clone();
    each_operation(document, |Operation { value, .. }| {
        for parameter in value.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(name) = parameter["name"].as_str().map(str::to_owned) else { continue };
            if parameter["in"] != "path" {
                continue;
            }
            if parameter.get("description").is_none() {
                parameter["description"] = Value::from(description(&name));
            }
            if let (None, Some(example)) = (parameter.get("example"), example(&before, &name)) {
                parameter["example"] = example;
            }
        }
    });
}

/// `job_post_id` → `The job post's id.`
fn description(name: &str) -> String {
    match name.strip_suffix("_id") {
        Some(thing) => format!("The {}'s id.", thing.replace('_', " ")),
        None => format!("Which {}.", name.replace('_', " ")),
    }
}

/// The id in the example of what is read under it; else of anything that has such a field.
fn example(document: &Value, name: &str) -> Option<Value> {
    let end = format!("/{{{name}}}");
    let paths = document["paths"].as_object()?;
    let read = paths.iter().filter(|(path, _)| path.ends_with(&end)).find_map(|(_, item)| {
        let shown = example_of(document, &item["get"]["responses"]["200"])?;
        shown.get(name).or_else(|| shown.get("id")).cloned()
    });
    let schemas = document["components"]["schemas"].as_object()?;
    read.or_else(|| schemas.values().find_map(|schema| schema.get("example")?.get(name).cloned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_parameter_is_shown_by_what_is_read_under_it() {
        let schema = json!({"$ref": "#/components/schemas/Ship"});
        let mut document = json!({
            "paths": {"/ships/{ship_id}": {
                "get": {"parameters": [{"in": "path", "name": "ship_id"}],
                    "responses": {"200": {"content": {"application/json": {"schema": schema}}}}},
                "delete": {"parameters": [{"in": "path", "name": "ship_id", "description": "Mine."}]}}},
            "components": {"schemas": {"Ship": {"example": {"id": "s-1"}}}}});
        show_those_of_paths(&mut document);
        let item = &document["paths"]["/ships/{ship_id}"];
        let shown =
            json!({"in": "path", "name": "ship_id", "description": "The ship's id.", "example": "s-1"});
        assert_eq!(item["get"]["parameters"][0], shown);
        let own = json!({"in": "path", "name": "ship_id", "description": "Mine.", "example": "s-1"});
        assert_eq!(item["delete"]["parameters"][0], own);
    }
}
