//! What an HTTP connection waits for, of either version.

/// What a connection is waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// For its first request.
    First,
    /// For the rest of a head.
    Head,
    /// For its next request: none is open.
    Next,
    /// A request is open.
    Nothing,
}
