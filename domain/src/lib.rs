//! What the product does. The only holder of database connections; it hands out doors with a tenant's name on them.

mod access;
pub mod accounts;
mod across;
mod auth;
pub mod changes;
mod connections;
mod db;
pub mod deliveries;
mod doorbell;
mod error;
pub mod events;
pub mod idempotency;
pub mod job_posts;
pub mod members;
pub mod messages;
pub mod organizations;
mod page;
pub mod provenance;
mod queue;
pub mod retention;
mod scope;
pub mod sessions;
pub mod tasks;
mod tenant;
pub mod turns;
mod waiting;
pub mod webhooks;

pub use access::Access;
pub use auth::{ACCESS_TOKEN_SECONDS, KeyError, SigningKeys};
pub use db::{Db, DbSettings};
pub use error::{Error, Result, Unauthenticated, Violation};
pub use page::{Page, Paged};
pub use scope::Scope;
pub use tenant::{Caller, Powers, Role, Tenant};
