//! What leaves the house for an organization's own systems.

pub mod engine;
