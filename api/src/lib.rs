//! HTTP: extract, call, convert. What the product does is in `domain`.

mod app;
mod caller;
mod error_mapping;
mod etag;
mod examples;
mod idempotency;
mod middleware;
mod openapi;
mod pagination;
mod payload;
mod problem;
mod rate_limit;
mod routes;
mod settings;
mod shutdown;
mod streams;
mod tcp;
mod types;

pub use app::{app, base_url, serve};
pub use openapi::{openapi_json, openapi_yaml};
pub use rate_limit::Rate;
pub use settings::Settings;
