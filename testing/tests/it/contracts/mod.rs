//! Contracts match the code: OpenAPI document, stubs, Rust client, documents, crate dependencies.

mod architecture;
mod documents;
mod openapi;
mod rust_client;
mod standin_docs;
mod stubs;
