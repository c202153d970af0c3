//! What users see, over HTTP, against a real PostgreSQL, a real queue and a model behind HTTP.

mod accounts;
mod architecture;
mod engine;
mod expiry;
mod finalize;
mod http;
mod legacy;
mod legacy_session_id;
mod llm_faults;
mod load;
mod members;
mod openapi;
mod processes;
mod retention;
mod rls;
mod sessions;
mod tenancy;
mod tokens;
mod turns;
