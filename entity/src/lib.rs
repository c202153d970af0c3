//! The tables as SeaORM entities, one file for each, and a newtype for each kind of id. No behaviour and no I/O: only the
//! `domain` crate queries these tables.

pub mod api_key;
pub mod audit_entry;
pub mod delivery;
pub mod delivery_attempt;
pub mod draft_change;
pub mod email_domain;
pub mod event;
pub mod external_identity;
pub mod id;
pub mod idempotency_key;
pub mod identity_provider;
pub mod invitation;
pub mod job_post;
pub mod job_post_template;
pub mod login;
pub mod membership;
pub mod message;
pub mod organization;
pub mod organization_deletion;
pub mod pending_sign_in;
pub mod publication;
pub mod publication_target;
pub mod refresh_token;
pub mod removed_member;
pub mod request_log_entry;
pub mod session;
pub mod turn;
pub mod webhook_endpoint;
pub mod webhook_event;
