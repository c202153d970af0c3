//! Job posts: finalizing a session, exports, and deletion.

mod deletion;
mod exports;
mod finalize;
