//! Postwright in one process: everything the binary does, as a library, so that tests can use the same pieces.

// The modules that join the crates (wiring and all that stands on it) follow as soon as there is something to join.
pub mod postgres;
mod private_files;
