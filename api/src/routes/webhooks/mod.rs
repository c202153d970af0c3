//! Webhook endpoints, the deliveries to them, and the events they receive.

pub mod deliveries;
pub mod endpoints;
pub mod events;
