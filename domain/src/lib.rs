//! The product's operations on its data. This is the only crate that connects to the database.
//!
//! Other crates open a [`Db`] and get from it either a [`TenantTx`], a transaction bound to one organization and mode, or an
//! [`Executor`] for a single autocommitted call. Neither exposes a connection or SQL. The modules are the product's nouns
//! (`sessions`, `turns`, `deliveries`, …); their functions take the transaction or the executor as first argument:
//! `turns::start(db.autocommit(&caller), &new)`.
//!
//! A request's [`Caller`] comes from [`Db::authenticate`]; the worker's tenant is inside the turn or delivery that it claims.

pub mod accounts;
pub mod api_keys;
pub mod attention;
pub mod audit;
mod auth;
mod bulkhead;
pub mod changes;
pub mod contract;
mod credential;
mod cross_tenant;
mod db;
pub mod deliveries;
pub mod emails;
pub mod erasure;
mod error;
pub mod events;
mod exclusive;
mod executor;
pub mod exports;
mod group_commit;
pub mod idempotency;
pub mod inventory;
pub mod invitations;
pub mod job_posts;
pub mod members;
pub mod messages;
mod notifications;
pub mod operators;
pub mod organizations;
mod page;
mod plain_tx;
mod pool;
pub mod provenance;
pub mod publications;
mod queue;
pub mod quotas;
mod replaceable;
pub mod request_log;
pub mod retention;
mod schema_version;
mod scopes;
mod sealing;
pub mod second_factors;
pub mod sessions;
pub mod single_sign_on;
mod stored_function;
pub mod tasks;
pub mod templates;
mod tenant;
mod tenant_tx;
pub mod turns;
pub mod webhooks;
mod write_queue;

pub use auth::{ACCESS_TOKEN_SECONDS, KeyError, Network, SigningKeys};
pub use db::{Db, DbSettings};
pub use error::{Error, Result, Unauthenticated, Violation};
pub use executor::Executor;
pub use page::{Page, Paged};
pub use schema_version::SchemaVersion;
pub use scopes::{Scope, Scopes};
pub use sealing::{
    EncryptionKeys, EncryptionKeysError, KeyId, Purpose, Sealer, SealingError, new_encryption_key, reseal,
};
pub use tenant::{Caller, Role, RolePermissions, Tenant};
pub use tenant_tx::TenantTx;
