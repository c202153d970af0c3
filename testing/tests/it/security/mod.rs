//! The boundaries: tenants, roles and scopes, tokens, rate limits, slow clients, test mode.

mod audit;
mod rate_limits;
mod rls;
pub mod scopes;
mod slow_clients;
mod tenancy;
mod test_mode;
mod tokens;
