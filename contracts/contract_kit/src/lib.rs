//! The contract kit: stubs of the API for WireMock, written from its OpenAPI document and the examples in it, so that
//! whoever builds a client can try it without a server of ours.

pub mod conversations;
pub mod document;
pub mod schemas;
pub mod streams;
mod stubs;
pub mod webhooks;

use serde_json::{Value, json};

/// One file of the kit, with its place below the kit's folder.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    pub path: String,
    pub text: String,
}

/// The whole kit: a file of stubs an operation, one for the conversation, and the webhooks.
pub fn files(document: &Value) -> Vec<File> {
    let operations = document::operations(document);
    let of_operations = operations.iter().map(|operation| (operation.id(), stubs::of(operation)));
    let conversation = ("conversation", conversations::stubs(&operations));
    let stubs = of_operations.chain([conversation]).map(|(name, stubs)| File {
        path: format!("mappings/{name}.json"),
        text: format!("{:#}\n", json!({ "mappings": stubs })),
    });
    let webhooks = webhooks::fixtures().into_iter().map(|(kind, fixture)| File {
        path: format!("webhooks/{kind}.json"),
        text: format!("{fixture:#}\n"),
    });
    stubs.chain(webhooks).collect()
}
