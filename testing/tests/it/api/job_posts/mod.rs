//! Job posts: finalizing a session, and exports.

mod exports;
mod finalize;
