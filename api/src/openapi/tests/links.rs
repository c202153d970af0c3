//! Links of responses.

use serde_json::json;

use super::*;

/// The links of a response with this schema: operations and their parameters.
fn links(path: &str, method: &str, status: &str, schema: &str) -> Value {
    let response = |schema: &str| json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{schema}")}}}});
    let mut document = json!({
        "paths": {
            "/talks": {"get": {"operationId": "list_talks", "parameters": [
                {"in": "query", "name": "page_token"}, {"in": "query", "name": "person_id"}]}},
            "/talks/{talk_id}": {"get": {"operationId": "read_talk"}, "delete": {"operationId": "delete_talk"}},
            "/talks/{talk_id}/fork": {"post": {"operationId": "fork_talk"}},
            "/talks/{talk_id}/words": {"post": {"operationId": "create_word"}},
            "/talks/{talk_id}/words/{word_id}": {"get": {"operationId": "read_word"}},
            "/people/{person_id}": {"get": {"operationId": "read_person"}, "delete": {"operationId": "remove_person"}}},
        "components": {"schemas": {
            "Talk": {"required": ["id", "person_id"]},
            "TalkPage": {"properties": {"items": {"items": {"$ref": "#/components/schemas/Talk"}}}},
            "TalkMade": {"properties": {"secret": {}, "talk": {"$ref": "#/components/schemas/Talk"}}},
            "BigWord": {"required": ["id", "talk_id"]},
            "Person": {"required": ["person_id", "name"]},
            "Report": {"required": ["talk_id"], "properties": {"word_id": {}}}}}});
    document["paths"][path][method]["responses"] = json!({status: response(schema)});
    super::super::links::add(&mut document);
    let links = document["paths"][path][method]["responses"][status]["links"].clone();
    for (name, link) in links.as_object().into_iter().flatten() {
        assert_eq!(link["operationId"], name.as_str());
    }
    links
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, link)| (name.clone(), link["parameters"].clone()))
        .collect()
}

#[test]
fn a_created_resource_links_to_all_operations_on_it() {
    let own = json!({"talk_id": "$response.body#/id"});
    assert_eq!(
        links("/talks", "post", "201", "Talk"),
        json!({"read_talk": own, "delete_talk": own, "fork_talk": own, "create_word": own,
            "read_person": {"person_id": "$response.body#/person_id"}})
    );
    assert_eq!(
        links("/talks/{talk_id}/words", "post", "200", "BigWord"),
        json!({"read_word": {"talk_id": "$request.path.talk_id", "word_id": "$response.body#/id"}})
    );
}

#[test]
fn a_list_links_to_the_operations_on_its_first_item() {
    let links = links("/talks", "get", "200", "TalkPage");
    assert_eq!(links["delete_talk"], json!({"talk_id": "$response.body#/items/0/id"}));
    assert_eq!(links["read_person"], json!({"person_id": "$response.body#/items/0/person_id"}));
}

#[test]
fn a_wrapped_resource_has_links() {
    let links = links("/talks", "post", "201", "TalkMade");
    assert_eq!(links["delete_talk"], json!({"talk_id": "$response.body#/talk/id"}));
}

#[test]
fn a_resource_without_an_own_id_is_linked_by_the_id_of_another() {
    let own = json!({"person_id": "$response.body#/person_id"});
    assert_eq!(links("/people", "post", "200", "Person"), json!({"read_person": own, "remove_person": own}));
    assert_eq!(links("/me", "get", "200", "Person"), json!({"read_person": own}));
}

#[test]
fn an_id_of_the_request_is_linked_only_when_the_resource_is_new() {
    assert_eq!(links("/talks/{talk_id}", "patch", "200", "Talk").get("delete_talk"), None);
    assert_eq!(links("/talks/{talk_id}", "delete", "200", "Report"), json!({}));
    let of_fork = links("/talks/{talk_id}/fork", "post", "201", "Talk");
    assert_eq!(of_fork["delete_talk"], json!({"talk_id": "$response.body#/id"}));
    assert_eq!(links("/talks/{talk_id}", "get", "404", "Talk"), json!({}));
}

#[test]
fn every_operation_with_ids_in_its_path_is_linked() {
    let document = document();
    let linked: Vec<Value> = operations(&document)
        .into_iter()
        .flat_map(|(_, _, operation)| operation["responses"].as_object().cloned().unwrap_or_default())
        .flat_map(|(_, response)| response["links"].as_object().cloned().unwrap_or_default())
        .map(|(_, link)| link["operationId"].clone())
        .collect();
    for (path, _, operation) in operations(&document).into_iter().filter(|(path, ..)| path.contains('{')) {
        assert!(linked.contains(&operation["operationId"]), "nothing links to {path}");
    }
}
