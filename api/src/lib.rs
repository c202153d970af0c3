//! The HTTP API: a handler extracts, calls `domain` and converts. Business rules are in `domain`.

mod account_pages;
mod app;
mod caller;
mod csv;
mod dashboard;
mod error_mapping;
mod etag;
mod examples;
mod idempotency;
mod middleware;
mod network_limits;
mod openapi;
mod pagination;
mod path_pattern;
mod payload;
mod problem;
mod rate_limit;
mod routes;
mod settings;
mod shutdown;
mod streams;
mod tcp;
mod timeouts;
mod trusted_proxies;
mod types;

pub use app::{app, base_url, serve};
pub use openapi::{openapi_json, openapi_yaml, warm_up};
pub use settings::{Rate, Settings};
pub use trusted_proxies::TrustedProxies;
