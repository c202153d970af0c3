//! How many files and connections a process may have open.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// More than all turns, streams and clients of one process need.
const PLENTY: u64 = 65_536;

/// Takes as many as the system lets it have, up to plenty. Many systems begin with 1,024, for the sake of programs that
/// cannot count further; a worker with all its turns at the model needs more.
pub fn allow_many() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(PLENTY, |maximum| maximum.min(PLENTY));
    if limit.current.is_some_and(|current| current < wanted)
        && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), ..limit })
    {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
}
