//! Lists: their parameters, and the extension by which generators recognize them.

use serde_json::{Value, json};

use super::parameters::{query_parameter, replace_mark};
use super::walk::{each_operation, referred};
use crate::pagination::{DEFAULT_LIMIT, MAX_LIMIT, PAGING_MARK};

/// Replaces the marked parameter by `page_token` and `limit`.
pub fn write_parameters(document: &mut Value) {
    replace_mark(document, PAGING_MARK, &paging());
}

fn paging() -> [Value; 2] {
    let limit = json!({"type": "integer", "format": "int32", "default": DEFAULT_LIMIT,
        "maximum": MAX_LIMIT, "minimum": 1});
    [
        query_parameter("page_token", &json!({"type": "string"}), "The `next_page` of the previous page."),
        query_parameter("limit", &limit, "Maximum number of items."),
    ]
}

/// Marks the lists, `{items, next_page}`, so that progenitor generates a stream over all pages.
pub fn mark_lists(document: &mut Value) {
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
            "parameters": [{"name": "a"}, {"name": "page", "schema": {"format": PAGING_MARK}}, {"name": "b"}],
            "responses": {"200": {"content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/ThingPage"}}}}}});
        let page = json!({"properties": {"items": {}, "next_page": {}}});
        let mut document = json!({"paths": {"/v1/things": {"get": list}},
            "components": {"schemas": {"ThingPage": page}}});
        write_parameters(&mut document);
        mark_lists(&mut document);
        let operation = &document["paths"]["/v1/things"]["get"];
        assert_eq!(operation["x-dropshot-pagination"], json!({"required": []}));
        let names = operation["parameters"].as_array().unwrap().iter().map(|parameter| &parameter["name"]);
        assert_eq!(names.collect::<Vec<_>>(), ["a", "page_token", "limit", "b"]);
    }
}
