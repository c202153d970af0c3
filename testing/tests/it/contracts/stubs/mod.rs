//! The stubs of the contract kit: their requests are sent to the server too, and both responses fit the document.

mod cases;
mod checks;
mod conversation;
mod coverage;
mod replay;
mod requests;
mod scenes;

use std::collections::BTreeSet;

use contract_kit::document;
use serde_json::Value;

fn openapi() -> Value {
    serde_json::from_str(&api::openapi_json()).unwrap()
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../contracts/kit");

#[test]
fn the_committed_stubs_match_the_openapi_document() {
    let files = contract_kit::files(&openapi());
    for file in &files {
        let committed = std::fs::read_to_string(format!("{FOLDER}/{}", file.path)).unwrap_or_default();
        let advice = "run `cargo run -q -- contracts export` and read the difference";
        assert!(committed == file.text, "contracts/kit/{} has drifted from the code: {advice}", file.path);
    }
    let committed = |folder: &str| std::fs::read_dir(format!("{FOLDER}/{folder}")).unwrap().count();
    let all = committed("mappings") + committed("webhooks");
    assert_eq!(all, files.len(), "contracts/kit has files that nothing writes any more");
}

#[test]
fn every_webhook_type_has_a_signed_fixture() {
    let openapi = openapi();
    let fixtures = contract_kit::webhooks::fixtures();
    let documented = openapi["x-webhooks"].as_object().unwrap().keys().collect::<BTreeSet<_>>();
    assert_eq!(fixtures.iter().map(|(kind, _)| kind).collect::<BTreeSet<_>>(), documented);
    for (kind, fixture) in &fixtures {
        let text = |pointer: &str| fixture.pointer(pointer).and_then(Value::as_str).unwrap();
        let webhook = standardwebhooks::Webhook::new(text("/secret")).unwrap();
        let sent_at = text("/headers/webhook-timestamp").parse().unwrap();
        let signature = webhook.sign(text("/headers/webhook-id"), sent_at, text("/body").as_bytes()).unwrap();
        assert_eq!(signature, text("/headers/webhook-signature"), "{kind}");
        let body: Value = serde_json::from_str(text("/body")).unwrap();
        let schema =
            &openapi["x-webhooks"][kind]["post"]["requestBody"]["content"]["application/json"]["schema"];
        let complaints = checks::violations(&openapi, schema, &body);
        assert!(complaints.is_empty() && body["type"] == *kind, "{kind}: {complaints:#?}");
    }
}

#[test]
fn every_operation_has_a_stub_for_every_documented_response() {
    let openapi = openapi();
    let files = contract_kit::files(&openapi);
    let operations = document::operations(&openapi);
    let in_document: usize =
        openapi["paths"].as_object().unwrap().values().map(|item| item.as_object().unwrap().len()).sum();
    assert_eq!(operations.len(), in_document, "an operation has a method that the kit does not know");
    for operation in operations {
        let path = format!("mappings/{}.json", operation.id());
        let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
        let stubs: Value = serde_json::from_str(&file.text).unwrap();
        let chosen = stubs["mappings"].as_array().unwrap().iter().filter(|stub| stub["priority"] == 1);
        let chosen: Vec<_> = chosen.map(|stub| stub["response"]["status"].as_u64().unwrap()).collect();
        let documented: Vec<_> =
            operation.responses().iter().map(|response| u64::from(response.status)).collect();
        assert_eq!(chosen, documented, "{path}");
        let usual = stubs["mappings"].as_array().unwrap().iter().filter(|stub| {
            stub["priority"] == 5 && stub["response"]["status"].as_u64().is_some_and(|status| status < 300)
        });
        assert_eq!(usual.count(), 1, "{path}");
    }
}

#[test]
fn every_stub_response_fits_the_openapi_document() {
    let openapi = openapi();
    for file in contract_kit::files(&openapi).iter().filter(|file| file.path.starts_with("mappings/")) {
        let stubs: Value = serde_json::from_str(&file.text).unwrap();
        for stub in stubs["mappings"].as_array().unwrap() {
            let (metadata, response) = (&stub["metadata"], &stub["response"]);
            let operation = metadata["operation"].as_str().unwrap();
            let body = response.get("jsonBody").or_else(|| response.get("body")).cloned().unwrap_or_default();
            let status = u16::try_from(response["status"].as_u64().unwrap()).unwrap();
            let complaints = checks::complaints(&openapi, operation, status, &body);
            assert!(complaints.is_empty(), "{}: {complaints:#?}", stub["name"]);
        }
    }
}
