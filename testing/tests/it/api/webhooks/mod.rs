//! Webhooks: endpoints, events, and the log of their deliveries.

mod addresses;
mod endpoints;
mod events;
mod expiries;
mod recovery;
mod verification;
