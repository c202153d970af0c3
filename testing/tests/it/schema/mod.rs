//! The schema: its rules, its contract with Rust, and which databases a build accepts.

mod catalog;
mod contract;
mod event_types;
mod plpgsql_check;
mod versions;
