//! Webhooks: endpoints, the deliveries to them, and the documentation of the events they receive.

mod deliveries;
mod endpoints;
mod events;

pub use deliveries::WebhookDeliveries;
pub use endpoints::WebhookEndpoints;
pub use events::{WebhookDocs, examples};
