//! The boundaries: tenants, roles and scopes, tokens, rate limits, slow clients, test mode.

mod logs;
mod rate_limits;
mod rls;
mod scopes;
mod secrets_at_rest;
mod slow_clients;
mod tenancy;
mod test_mode;
mod tokens;
