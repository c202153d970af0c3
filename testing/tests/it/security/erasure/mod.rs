//! Erasure of accounts and organizations.

mod organizations;
