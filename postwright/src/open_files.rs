//! The limit of open files, which counts connections too.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// More than the turns, streams and clients of one process need.
const ENOUGH: u64 = 65_536;

/// Raises the limit as far as the system allows, up to [`ENOUGH`]. Many systems start with 1,024; a worker with all its
/// turns running needs more.
pub fn raise_limit() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(ENOUGH, |maximum| maximum.min(ENOUGH));
    if limit.current.is_some_and(|current| current < wanted)
        && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), ..limit })
    {
        tracing::warn!(%error, "the limit of open files cannot be raised");
    }
}
