//! The contract kit: WireMock stubs of every operation, generated from the OpenAPI document and its examples. With them a
//! client can be tested without a server.

pub mod conversations;
pub mod document;
pub mod schemas;
pub mod streams;
mod stubs;
pub mod webhooks;

use serde_json::{Value, json};

/// One file of the kit, with its path below the kit's directory.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    pub path: String,
    pub text: String,
}

/// The whole kit: a file of stubs for each operation, one for the conversation, and the webhooks.
pub fn files(document: &Value) -> Vec<File> {
    let operations = document::operations(document);
    let by_operation = operations.iter().map(|operation| (operation.id(), stubs::of(operation)));
    let conversation = ("conversation", conversations::stubs(&operations));
    let stubs = by_operation.chain([conversation]).map(|(name, stubs)| File {
        path: format!("mappings/{name}.json"),
        text: format!("{:#}\n", json!({ "mappings": stubs })),
    });
    let webhooks = webhooks::fixtures().into_iter().map(|(kind, fixture)| File {
        path: format!("webhooks/{kind}.json"),
        text: format!("{fixture:#}\n"),
    });
    stubs.chain(webhooks).collect()
}
