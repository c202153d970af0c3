//! Postwright in one process: everything the binary does, as a library, so that tests can use the same pieces.

pub mod postgres;
mod private_files;
