//! Finished job posts: how a session becomes one, and what it is exported as.

mod exports;
mod finalize;
