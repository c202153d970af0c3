//! The boundaries: tenants, roles and scopes, tokens, guessing, fresh sign-ins, rate limits, slow clients, spelling, test mode, erasure.

mod audit;
mod browser;
mod browser_sign_in;
mod erasure;
mod fair_shares;
pub mod fresh_sign_in;
mod guessing;
mod inventory;
mod logs;
mod operators;
mod rate_limits;
mod rls;
pub mod scopes;
mod secrets_at_rest;
mod slow_clients;
mod spelling;
mod tenancy;
mod test_mode;
mod tokens;
