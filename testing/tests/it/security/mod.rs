//! The boundaries: tenants, roles and scopes, tokens, rate limits, slow clients, spelling, test mode.

mod rate_limits;
mod rls;
mod scopes;
mod slow_clients;
mod spelling;
mod tenancy;
mod test_mode;
mod tokens;
