//! Stops a postmaster that outlived the process that started it. Its pid file names it.

use std::{
    fs,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

use super::{
    StartError,
    places::Place,
    postmasters::{FAST_TIMEOUT, IMMEDIATE_TIMEOUT},
};

/// `postmaster.pid`, which PostgreSQL maintains: <https://www.postgresql.org/docs/15/storage-file-layout.html>.
pub struct PidFile {
    pub pid: i32,
    pub ready: bool,
}

impl PidFile {
    pub fn read(place: &Place) -> Option<Self> {
        Self::parse(&fs::read_to_string(place.cluster().join("postmaster.pid")).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let pid = lines.next()?.trim().parse().ok()?;
        Some(Self { pid, ready: lines.nth(6).is_some_and(|status| status.trim() == "ready") })
    }
}

/// Stops the PostgreSQL of an earlier start, if one still runs: after a `kill -9` of its parent it needs a moment to shut
/// down.
///
/// # Errors
/// [`StartError::EarlierRunning`].
pub fn stop(place: &Place) -> Result<(), StartError> {
    let Some(PidFile { pid, .. }) = PidFile::read(place) else { return Ok(()) };
    let Some(process) = Pid::from_raw(pid) else { return Ok(()) };
    for (signal, timeout) in [(Signal::INT, FAST_TIMEOUT), (Signal::QUIT, IMMEDIATE_TIMEOUT)] {
        if !is_ours(process, place) {
            return Ok(());
        }
        tracing::info!(pid, "stopping the PostgreSQL of an earlier start");
        let _ = kill_process(process, signal);
        let begun = Instant::now();
        while begun.elapsed() < timeout && is_ours(process, place) {
            thread::sleep(Duration::from_millis(10));
        }
    }
    if is_ours(process, place) {
        return Err(StartError::EarlierRunning { pid, directory: place.cluster() });
    }
    Ok(())
}

/// Whether the process is the postmaster of this cluster. The number may have been reused, so its command line must name
/// the cluster's directory. A process that waits to be reaped has no command line.
fn is_ours(process: Pid, place: &Place) -> bool {
    let pid = process.as_raw_nonzero().to_string();
    let line = if cfg!(target_os = "linux") {
        fs::read(format!("/proc/{pid}/cmdline"))
    } else {
        Command::new("ps").args(["-o", "args=", "-p", &pid]).output().map(|output| output.stdout)
    };
    String::from_utf8_lossy(&line.unwrap_or_default()).contains(&*place.cluster().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pid_file_says_when_the_server_is_ready() {
        let starting = "4711\n/data\n1795365145\n5433\n\n127.0.0.1\n 1024 3\nstarting\n";
        let file = PidFile::parse(starting).unwrap();
        assert_eq!((file.pid, file.ready), (4711, false));
        let ready =
            PidFile::parse("4711\n/data\n1795365145\n5433\n\n127.0.0.1\n 1024 3\nready   \n").unwrap();
        assert!(ready.ready);
        assert!(PidFile::parse("").is_none());
    }
}
