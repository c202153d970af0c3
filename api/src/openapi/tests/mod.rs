//! Rules of the published document that keep generated clients clean.

mod examples;
mod links;
mod promises;
mod responses;
mod security;
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

/// Every object of the document with its path, except those in examples.
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
fn it_is_openapi_3_0_3_with_a_relative_server_and_three_security_schemes() {
    let document = document();
    assert_eq!(document["openapi"], "3.0.3");
    assert_eq!(document["servers"][0]["url"], "/");
    let schemes = document["components"]["securitySchemes"].as_object().unwrap();
    assert_eq!(schemes.keys().collect::<Vec<_>>(), ["bearerAuth", "oauth2", "browser"]);
    let scopes = schemes["oauth2"]["flows"]["clientCredentials"]["scopes"].as_object().unwrap();
    let known: Vec<_> = domain::Scope::ALL.into_iter().map(domain::Scope::name).collect();
    assert_eq!(
        scopes.keys().collect::<BTreeSet<_>>(),
        known.iter().map(|name| name.to_string()).collect::<Vec<_>>().iter().collect()
    );
}

#[test]
fn every_operation_of_the_code_is_in_the_document() {
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
fn every_operation_has_a_unique_id_like_list_sessions() {
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

/// Lists that have a few items only and are returned whole.
const SHORT_LISTS: [&str; 4] = ["list_signing_keys", "list_email_domains", "list_attention", "list_quotas"];

#[test]
fn a_list_has_page_parameters_and_a_page_body() {
    let document = document();
    let lists = operations(&document).into_iter().filter(|(_, _, operation)| {
        operation["operationId"].as_str().unwrap().starts_with("list_")
            && !SHORT_LISTS.contains(&operation["operationId"].as_str().unwrap())
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
fn schemas_avoid_what_generators_misread() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, "", &mut found);
    for (at, object) in found {
        let is_scheme = at.contains("securitySchemes");
        assert!(is_scheme || object.get("in") != Some(&"cookie".into()), "{at} is a cookie");
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

#[test]
fn every_webhook_is_described_with_an_example() {
    let document = document();
    let described = document["x-webhooks"].as_object().unwrap();
    assert_eq!(described.keys().collect::<BTreeSet<_>>().len(), EVENT_TYPES.len());
    for kind in EVENT_TYPES {
        let body = &described[kind]["post"]["requestBody"]["content"]["application/json"];
        let schema = resolve(&document, &body["schema"]);
        let data = resolve(&document, &schema["properties"]["data"]);
        assert_eq!(body["example"]["type"], kind);
        for field in body["example"]["data"].as_object().unwrap().keys() {
            assert!(
                data["properties"].get(field).is_some(),
                "the example of {kind} has {field}, which is not described"
            );
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
fn every_reference_resolves_and_every_shared_component_is_used() {
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
fn the_docs_page_loads_nothing_from_other_servers() {
    assert!(super::HTML.contains(&format!("src=\"{}\"", super::SCRIPT_PATH)));
    assert!(!super::HTML.contains("//"), "a URL of another server");
    assert!(super::SCRIPT.len() > 1_000_000);
}

/// After a change of the API: `cargo run -q -- openapi > openapi.yaml`.
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
