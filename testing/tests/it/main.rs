//! What users see, over HTTP, against a real PostgreSQL, a real queue and a model behind HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod accounts;
mod architecture;
mod busy;
mod chat;
mod compliance;
mod contracts;
mod edits;
mod engine;
mod expiry;
mod exports;
mod finalize;
mod forks;
mod history;
mod http;
mod idempotency;
mod keys;
mod legacy;
mod legacy_session_id;
mod llm_edge;
mod llm_faults;
mod load;
mod members;
mod oauth;
mod openapi;
mod organizations;
mod processes;
mod provenance;
mod publications;
mod rate_limits;
mod retention;
mod rls;
mod rust_client;
mod scopes;
mod sessions;
mod slow_clients;
mod standin;
mod streams;
mod tenancy;
mod test_mode;
mod tokens;
mod turns;
mod webhooks;
