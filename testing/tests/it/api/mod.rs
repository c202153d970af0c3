//! The routes of the API, over HTTP: a module for each module of `api/src/routes`.

mod accounts;
mod api_keys;
pub mod changes;
mod compliance;
pub mod events;
mod http;
mod idempotency;
mod job_posts;
mod legacy;
mod members;
mod oauth;
mod organizations;
mod provenance;
mod publication_targets;
pub mod publications;
mod sessions;
mod turns;
pub mod webhooks;
