//! The delivery engine: claims, retries and deferrals of webhooks.

pub mod claims;
mod deferred;
mod retries;
