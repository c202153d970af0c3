//! The boundaries: tenants, roles and scopes, tokens, guessing, rate limits, slow clients, spelling, test mode.

mod guessing;
mod rate_limits;
mod rls;
mod scopes;
mod slow_clients;
mod spelling;
mod tenancy;
mod test_mode;
mod tokens;
