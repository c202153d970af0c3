//! Single sign-on: providers, domains, sign-ins, and what they reach.

mod binding;
mod configuration;
mod domains;
mod enforcement;
mod freshness;
mod limits;
mod newcomers;
mod providers;
mod reach;
mod sign_in;
mod tokens;
