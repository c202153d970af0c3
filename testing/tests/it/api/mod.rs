//! The routes of the API, over HTTP, with the names of the modules of `api/src/routes`; `me`, `logins` and `passwords` are in
//! `accounts`.

mod account_pages;
mod accounts;
mod api_keys;
mod attention;
mod audit_log;
pub mod changes;
mod compliance;
mod dashboard;
mod events;
mod exports;
mod idempotency;
mod invitations;
mod job_data;
mod job_posts;
mod legacy;
mod members;
mod messages;
mod oauth;
mod organizations;
mod problems;
mod provenance;
mod publication_targets;
pub mod publications;
mod quotas;
mod request_log;
mod second_factors;
mod service;
mod session_summaries;
mod sessions;
mod single_sign_on;
mod templates;
mod turns;
mod webhooks;
