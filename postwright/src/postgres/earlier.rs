//! A postmaster that outlived the process that started it: found by its pid file, and ended.

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
    postmasters::{FAST, IMMEDIATE},
};

/// `postmaster.pid`, which PostgreSQL keeps up to date: <https://www.postgresql.org/docs/15/storage-file-layout.html>.
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

/// Waits for, or ends, what an earlier start left running: at least for the moment its shutdown takes after a
/// `kill -9` of us, there may be something.
///
/// # Errors
/// It does not stop.
pub fn stop(place: &Place) -> Result<(), StartError> {
    let Some(PidFile { pid, .. }) = PidFile::read(place) else { return Ok(()) };
    let Some(process) = Pid::from_raw(pid) else { return Ok(()) };
    for (signal, patience) in [(Signal::INT, FAST), (Signal::QUIT, IMMEDIATE)] {
        if !is_ours(process, place) {
            return Ok(());
        }
        tracing::info!(pid, "waiting for an earlier PostgreSQL to stop");
        let _ = kill_process(process, signal);
        let begun = Instant::now();
        while begun.elapsed() < patience && is_ours(process, place) {
            thread::sleep(Duration::from_millis(10));
        }
    }
    if is_ours(process, place) {
        return Err(StartError::EarlierStays { pid, directory: place.cluster() });
    }
    Ok(())
}

/// The number in the file may by now be any process's; ours names the cluster's directory in its command line, until
/// it has ended: one that only waits to be reaped has none.
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
    fn the_pid_file_tells_when_the_server_is_ready() {
        let starting = "4711\n/data\n1795365145\n5433\n\n127.0.0.1\n 1024 3\nstarting\n";
        let file = PidFile::parse(starting).unwrap();
        assert_eq!((file.pid, file.ready), (4711, false));
        let ready =
            PidFile::parse("4711\n/data\n1795365145\n5433\n\n127.0.0.1\n 1024 3\nready   \n").unwrap();
        assert!(ready.ready);
        assert!(PidFile::parse("").is_none());
    }
}
