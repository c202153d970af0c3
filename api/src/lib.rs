//! HTTP: extract, call, convert. What the product does is in `domain`.

mod app;
mod caller;
mod connections;
mod document;
mod draining;
mod examples;
mod faults;
mod frame;
mod idempotency;
mod payload;
mod problem;
mod rates;
mod routes;
mod settings;
mod streams;
mod values;

pub use app::{app, base_url, serve};
pub use document::{openapi_json, openapi_yaml};
pub use rates::Rate;
pub use settings::Settings;
