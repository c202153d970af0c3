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

/// As many of `wanted` connections as the limit allows besides `reserved` files, but at least half of the limit.
pub fn limited(wanted: usize, reserved: usize) -> usize {
    let Some(limit) = getrlimit(Resource::Nofile).current else { return wanted };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let room = room(limit, reserved);
    if room < wanted {
        tracing::warn!(limit, connections = room, "the limit of open files lowers the limit of connections");
    }
    wanted.min(room)
}

fn room(limit: usize, reserved: usize) -> usize {
    limit.saturating_sub(reserved).max(limit / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_the_files_that_others_need() {
        assert_eq!(room(65_536, 2_600), 62_936);
        assert_eq!(room(4_096, 2_600), 2_048, "each has half of few files");
        assert_eq!(room(1_024, 2_600), 512);
        assert!(limited(10, 0) <= 10);
    }
}
