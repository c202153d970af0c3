//! Lists: their parameters, and the mark by which generators know them.

use serde_json::{Value, json};

use super::walk::{each_operation, referred};

/// How many items a page has if nobody says.
pub const USUAL_PAGE: u64 = 20;
/// How many it can have.
pub const LARGEST_PAGE: u64 = 100;

/// The `format` that marks the parameter in whose place those of a list belong.
pub const PAGING: &str = "paging";

/// Writes `page_token` and `limit` where a list has the mark.
pub fn spell_out_paging(document: &mut Value) {
    each_operation(document, |operation| {
        let Some(Value::Array(parameters)) = operation.value.get_mut("parameters") else { return };
        let is_mark = |parameter: &Value| parameter["schema"]["format"] == PAGING;
        if let Some(place) = parameters.iter().position(is_mark) {
            parameters.splice(place..=place, paging());
        }
    });
}

fn paging() -> [Value; 2] {
    let limit = json!({"type": "integer", "format": "int32", "default": USUAL_PAGE,
        "maximum": LARGEST_PAGE, "minimum": 1});
    [
        query("page_token", &json!({"type": "string"}), "`next_page` of the page before."),
        query("limit", &limit, "How many at the most."),
    ]
}

fn query(name: &str, schema: &Value, description: &str) -> Value {
    json!({"name": name, "schema": schema, "in": "query", "description": description, "required": false})
}

/// A list is `{items, next_page}`; this mark makes progenitor write a stream over all pages.
pub fn mark_pagination(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_operation(document, |operation| {
        let schema = &operation.value["responses"]["200"]["content"]["application/json"]["schema"];
        let is_page = referred(schema).is_some_and(|name| {
            let properties = &schemas[name]["properties"];
            properties.get("items").is_some() && properties.get("next_page").is_some()
        });
        if is_page {
            operation.value.insert("x-dropshot-pagination".to_owned(), json!({"required": []}));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_marked_and_has_its_parameters() {
        let list = json!({
            "parameters": [{"name": "a"}, {"name": "page", "schema": {"format": PAGING}}, {"name": "b"}],
            "responses": {"200": {"content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/ThingPage"}}}}}});
        let page = json!({"properties": {"items": {}, "next_page": {}}});
        let mut document = json!({"paths": {"/v1/things": {"get": list}},
            "components": {"schemas": {"ThingPage": page}}});
        spell_out_paging(&mut document);
        mark_pagination(&mut document);
        let operation = &document["paths"]["/v1/things"]["get"];
        assert_eq!(operation["x-dropshot-pagination"], json!({"required": []}));
        let names = operation["parameters"].as_array().unwrap().iter().map(|parameter| &parameter["name"]);
        assert_eq!(names.collect::<Vec<_>>(), ["a", "page_token", "limit", "b"]);
    }
}
