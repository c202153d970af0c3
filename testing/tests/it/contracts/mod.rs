//! What others rely on: the OpenAPI document, the stubs, the Rust client and the documents say what the code does.

mod architecture;
mod openapi;
mod rust_client;
mod standin_docs;
mod stubs;
