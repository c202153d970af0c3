//! HTTP: extract, call, convert. What the product does is in `domain`.

mod faults;
mod frame;
mod payload;
mod problem;
mod settings;

pub use settings::Settings;
