//! What the product does. The only holder of database connections; it hands out doors with a tenant's name on them.

mod access;
pub mod accounts;
mod across;
pub mod api_keys;
mod auth;
pub mod changes;
mod connections;
mod db;
mod doorbell;
mod error;
pub mod events;
pub mod idempotency;
pub mod job_posts;
pub mod members;
pub mod messages;
pub mod organizations;
mod page;
mod permissions;
pub mod provenance;
mod queue;
pub mod retention;
mod scope;
pub mod sessions;
pub mod tasks;
mod tenant;
pub mod turns;
mod waiting;

pub use access::Access;
pub use auth::{ACCESS_TOKEN_SECONDS, KeyError, SigningKeys};
pub use db::{Db, DbSettings};
pub use error::{Error, Result, Unauthenticated, Violation};
pub use page::{Page, Paged};
pub use permissions::{Permission, Permissions};
pub use scope::Scope;
pub use tenant::{Caller, Powers, Role, Tenant};
