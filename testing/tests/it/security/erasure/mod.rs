//! Erasure of accounts and organizations.

mod accounts;
mod canaries;
mod organizations;
mod traces;
