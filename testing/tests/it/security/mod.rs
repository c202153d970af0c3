//! The boundaries: erasure and the data inventory, tenants, roles and scopes, tokens, rate limits, slow clients, test mode.

mod erasure;
mod inventory;
mod rate_limits;
mod rls;
mod scopes;
mod slow_clients;
mod tenancy;
mod test_mode;
mod tokens;
