//! Tests of the whole application, with a real PostgreSQL, a real queue, and a model behind HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod api;
mod contracts;
mod engine;
mod processes;
mod schema;
mod security;
