//! The rules that keep generated clients clean, over the document as published.

mod examples;
mod links;
mod promises;
mod types;

use std::collections::BTreeSet;

use domain::webhooks::EVENT_TYPES;
use poem_openapi::OpenApi;
use serde_json::{Map, Value};

use crate::routes::Routes;

fn document() -> Value {
    serde_json::from_str(&super::openapi_json()).unwrap()
}

/// Every operation as (path, method, operation).
fn operations(document: &Value) -> Vec<(String, String, Map<String, Value>)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let operations = paths.flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter();
        methods
            .map(|(method, operation)| (path.clone(), method.clone(), operation.as_object().unwrap().clone()))
    });
    operations.collect()
}

fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).expect(reference),
        None => value,
    }
}

/// Every object of the document, with its path; what is in examples is not looked at.
fn objects<'a>(value: &'a Value, at: &str, found: &mut Vec<(String, &'a Map<String, Value>)>) {
    match value {
        Value::Object(object) => {
            found.push((at.to_owned(), object));
            for (key, value) in object.iter().filter(|(key, _)| !key.starts_with("example")) {
                objects(value, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| objects(item, at, found)),
        _ => {}
    }
}

#[test]
fn it_is_3_0_3_with_a_relative_server_and_two_ways_to_authenticate() {
    let document = document();
    assert_eq!(document["openapi"], "3.0.3");
    assert_eq!(document["servers"][0]["url"], "/");
    let schemes = document["components"]["securitySchemes"].as_object().unwrap();
    assert_eq!(schemes.keys().collect::<Vec<_>>(), ["bearerAuth", "oauth2"]);
    let scopes = schemes["oauth2"]["flows"]["clientCredentials"]["scopes"].as_object().unwrap();
    let known: Vec<_> = domain::Scope::ALL.into_iter().map(domain::Scope::name).collect();
    assert_eq!(
        scopes.keys().collect::<BTreeSet<_>>(),
        known.iter().map(|name| name.to_string()).collect::<Vec<_>>().iter().collect()
    );
}

#[test]
fn no_operation_is_lost_between_code_and_document() {
    let in_code: BTreeSet<_> = Routes::meta()
        .into_iter()
        .flat_map(|api| api.paths)
        .flat_map(|path| path.operations.into_iter().map(move |operation| (path.path.clone(), operation)))
        .map(|(path, operation)| (path, operation.method.as_str().to_lowercase()))
        .collect();
    let document = document();
    let in_document: BTreeSet<_> =
        operations(&document).into_iter().map(|(path, method, _)| (path, method)).collect();
    assert_eq!(in_code, in_document);
}

#[test]
fn every_operation_has_a_name_like_list_sessions() {
    let document = document();
    let mut seen = BTreeSet::new();
    for (path, method, operation) in operations(&document) {
        let id = operation.get("operationId").and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("{method} {path} has no operation id"));
        let is_snake = id.chars().all(|c| c.is_ascii_lowercase() || c == '_') && id.contains('_');
        assert!(is_snake && !id.starts_with('_'), "{id}");
        assert!(seen.insert(id.to_owned()), "{id} twice");
        assert!(operation.contains_key("summary") && operation.contains_key("tags"), "{id}");
    }
}

#[test]
fn an_operation_takes_one_media_type() {
    for (path, _, operation) in operations(&document()) {
        let Some(body) = operation.get("requestBody") else { continue };
        let types: Vec<_> = body["content"].as_object().unwrap().keys().collect();
        assert_eq!(types.len(), 1, "{path}");
        assert!(["application/json", "application/x-www-form-urlencoded"].contains(&types[0].as_str()));
    }
}

#[test]
fn an_operation_has_one_success_and_one_error_schema() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let (mut good, mut bad) = (BTreeSet::new(), BTreeSet::new());
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert_ne!(status, "default", "{path}");
            let response = resolve(&document, response);
            assert!(response["description"].is_string(), "{path} {status}");
            let content = response.get("content").and_then(Value::as_object);
            let schemas = content.into_iter().flatten().map(|(_, media)| media["schema"].to_string());
            if status.starts_with(['4', '5']) {
                assert!(content.is_some(), "{method} {path} {status} has no body");
                bad.extend(schemas);
            } else {
                good.extend(schemas);
            }
        }
        assert!(good.len() <= 1, "{method} {path}: {good:?}");
        assert_eq!(bad.len(), 1, "{method} {path}: {bad:?}");
    }
}

#[test]
fn errors_are_under_both_media_types_but_on_the_original_routes() {
    let document = document();
    for (name, response) in document["components"]["responses"].as_object().unwrap() {
        let types: Vec<_> = response["content"].as_object().unwrap().keys().map(String::as_str).collect();
        match name.starts_with("Legacy") || name.starts_with("OAuth") {
            true => assert_eq!(types, ["application/json"]),
            false => assert_eq!(types, ["application/problem+json", "application/json"]),
        }
    }
}

#[test]
fn an_example_of_an_error_has_the_status_it_stands_under() {
    let document = document();
    for (path, _, operation) in operations(&document) {
        for (status, response) in operation["responses"].as_object().unwrap() {
            let content = &resolve(&document, response)["content"];
            if let Some(example) = content["application/problem+json"].get("example") {
                assert_eq!(example["status"].to_string(), *status, "{path}");
            }
        }
    }
}

#[test]
fn public_operations_have_no_security_and_all_others_say_who_may() {
    let public = [
        "read_service",
        "read_liveness",
        "read_readiness",
        "list_signing_keys",
        "sign_up",
        "sign_in",
        "refresh_tokens",
        "issue_token",
        "read_authorization_server",
    ];
    for (_, _, operation) in operations(&document()) {
        let id = operation["operationId"].as_str().unwrap();
        let schemes: Vec<_> = operation
            .get("security")
            .and_then(Value::as_array)
            .unwrap_or_else(|| panic!("{id} does not say"))
            .iter()
            .flat_map(|scheme| scheme.as_object().unwrap().keys().cloned())
            .collect();
        match (public.contains(&id), PEOPLE_ONLY.contains(&id)) {
            (true, _) => assert!(schemes.is_empty(), "{id}"),
            (false, true) => assert_eq!(schemes, ["bearerAuth"], "{id}"),
            (false, false) => assert_eq!(schemes, ["bearerAuth", "oauth2"], "{id}"),
        }
    }
}

/// What no API key can do.
const PEOPLE_ONLY: [&str; 9] = [
    "sign_out",
    "create_api_key",
    "list_api_keys",
    "read_api_key",
    "update_api_key",
    "revoke_api_key",
    "add_member",
    "update_member",
    "remove_member",
];

#[test]
fn an_operation_for_keys_needs_one_scope_of_the_list() {
    let document = document();
    let known = &document["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]["scopes"];
    for (_, method, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        let Some(scopes) = operation["security"].as_array().unwrap().iter().find_map(|way| way.get("oauth2"))
        else {
            continue;
        };
        let mut acts_for = operation["parameters"].as_array().into_iter().flatten();
        assert!(acts_for.any(|parameter| parameter["name"] == "Postwright-User"), "{id}");
        let scopes: Vec<_> = scopes.as_array().unwrap().iter().map(|scope| scope.as_str().unwrap()).collect();
        match scopes[..] {
            [] => assert_eq!(id, "read_me"),
            [scope] => {
                assert!(known.get(scope).is_some(), "{id} needs {scope}");
                assert_eq!(scope.ends_with(":read"), method == "get", "{id} needs {scope}");
            }
            _ => panic!("{id} needs {scopes:?}"),
        }
    }
}

#[test]
fn a_list_has_the_usual_parameters_and_body() {
    let document = document();
    let lists = operations(&document).into_iter().filter(|(_, _, operation)| {
        operation["operationId"].as_str().unwrap().starts_with("list_")
            && operation["operationId"] != "list_signing_keys"
    });
    for (path, _, operation) in lists {
        let parameters = operation["parameters"].as_array().unwrap();
        let query: Vec<_> = parameters.iter().filter(|parameter| parameter["in"] == "query").collect();
        assert!(query.iter().all(|parameter| parameter["required"] == false), "{path}");
        let limit = query.iter().find(|parameter| parameter["name"] == "limit").expect(&path);
        assert_eq!((&limit["schema"]["minimum"], &limit["schema"]["maximum"]), (&1.into(), &100.into()));
        assert!(query.iter().any(|parameter| parameter["name"] == "page_token"), "{path}");
        let body =
            resolve(&document, &operation["responses"]["200"]["content"]["application/json"]["schema"]);
        let keys: Vec<_> = body["properties"].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["items", "next_page"], "{path}");
        assert_eq!(body["required"], serde_json::json!(["items"]), "{path}");
        assert!(operation.contains_key("x-dropshot-pagination"), "{path}");
    }
}

#[test]
fn schemas_avoid_what_generators_trip_over() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, "", &mut found);
    for (at, object) in found {
        assert!(object.get("in") != Some(&"cookie".into()), "{at} is a cookie");
        assert!(!object.contains_key("anyOf"), "{at} is an untagged union");
        if object.contains_key("oneOf") {
            assert!(object.contains_key("discriminator") && !object.contains_key("type"), "{at}");
        }
        if let Some(format) = object.get("format").and_then(Value::as_str) {
            assert!(!format.starts_with("uint"), "{at} is unsigned");
        }
        if object.contains_key("$ref") {
            assert_eq!(object.len(), 1, "{at} is a decorated reference: document the type");
        }
        if object.contains_key("allOf") {
            assert_eq!(object.get("nullable"), Some(&true.into()), "{at} is composed");
        }
        if at.ends_with("/content") {
            assert!(object.keys().all(|media_type| !media_type.contains(';')), "{at}");
        }
    }
}

/// An event that nobody describes is one that nobody can receive.
#[test]
fn every_webhook_is_described_and_shows_what_it_sends() {
    let document = document();
    let described = document["x-webhooks"].as_object().unwrap();
    assert_eq!(described.keys().collect::<BTreeSet<_>>().len(), EVENT_TYPES.len());
    for kind in EVENT_TYPES {
        let body = &described[kind]["post"]["requestBody"]["content"]["application/json"];
        let schema = resolve(&document, &body["schema"]);
        let data = resolve(&document, &schema["properties"]["data"]);
        assert_eq!(body["example"]["type"], kind);
        for field in body["example"]["data"].as_object().unwrap().keys() {
            assert!(data["properties"].get(field).is_some(), "{kind} says {field}, which is not described");
        }
    }
}

#[test]
fn every_path_parameter_is_declared() {
    for (path, _, operation) in operations(&document()) {
        let in_path: BTreeSet<_> =
            path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        let declared = operation.get("parameters").and_then(Value::as_array).into_iter().flatten();
        let declared = declared.filter(|parameter| parameter["in"] == "path");
        let declared: BTreeSet<_> = declared.map(|parameter| parameter["name"].as_str().unwrap()).collect();
        assert_eq!(in_path, declared, "{path}");
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_shared_thing_is_used() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, "", &mut found);
    let used: BTreeSet<_> =
        found.iter().filter_map(|(_, object)| object.get("$ref")?.as_str()).map(str::to_owned).collect();
    for reference in &used {
        assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
    for kind in ["schemas", "responses"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            assert!(used.contains(&format!("#/components/{kind}/{name}")), "{name} is not used");
        }
    }
}

#[test]
fn the_page_needs_nothing_from_elsewhere() {
    assert!(super::HTML.contains(&format!("src=\"{}\"", super::SCRIPT_PATH)));
    assert!(!super::HTML.contains("//"), "an address of somebody else");
    assert!(super::SCRIPT.len() > 1_000_000);
}

/// `cargo run -- openapi > openapi.yaml` after a change of the API.
#[test]
fn the_committed_file_is_up_to_date() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi.yaml");
    let committed = std::fs::read_to_string(file).unwrap_or_default();
    let path = std::env::temp_dir().join("openapi.yaml");
    if committed != super::openapi_yaml() {
        std::fs::write(&path, super::openapi_yaml()).unwrap();
        panic!("openapi.yaml is not what the code says; the new text is in {}", path.display());
    }
}
