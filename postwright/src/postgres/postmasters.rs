//! The postmaster, PostgreSQL's first process: starting it, tying its life to ours, ending it.

use std::{
    fs::{self, File},
    io,
    net::TcpListener,
    os::unix::process::CommandExt,
    process::{Child, Command},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, test_kill_process, waitid};
use tokio_util::sync::CancellationToken;

use super::{StartError, accounts, binaries::Binaries, places::Place};

/// How long a start may take; long because recovery after a power cut may need it.
const READY: Duration = Duration::from_secs(60);
/// How long a fast shutdown may take before an immediate one, which costs nothing but a recovery at the next start.
const FAST: Duration = Duration::from_secs(20);
/// How long an immediate shutdown may take before we give up on it.
const IMMEDIATE: Duration = Duration::from_secs(5);
/// Another process may take our port between its choice and its use, and the memory of a postmaster killed outright
/// stays occupied until its last child has noticed.
const TRIES: u32 = 5;

/// A postmaster that is ready for connections. Ends when dropped.
pub struct Postmaster {
    child: Child,
    pub port: u16,
}

/// The handle by which other threads end a postmaster that its own thread looks after.
pub struct Life {
    /// `None` once it has ended: its number may then be another process's.
    pid: Mutex<Option<Pid>>,
    changed: Condvar,
    pub ended: CancellationToken,
}

impl Postmaster {
    pub fn life(&self) -> Life {
        Life {
            pid: Mutex::new(Some(self.pid())),
            changed: Condvar::new(),
            ended: CancellationToken::new(),
        }
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Waits on this thread, however long it takes, until the postmaster has ended.
    pub fn outlast(mut self, life: &Arc<Life>) {
        let exited = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while waitid(WaitId::Pid(self.pid()), exited).is_err_and(|error| error == rustix::io::Errno::INTR) {}
        // It is reaped under the lock, so that nobody signals a process number given to someone else.
        let mut pid = life.pid.lock().unwrap_or_else(PoisonError::into_inner);
        let status = self.child.wait();
        *pid = None;
        drop(pid);
        tracing::debug!(?status, "PostgreSQL has ended");
        life.changed.notify_all();
        life.ended.cancel();
    }
}

impl Drop for Postmaster {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = kill_process(self.pid(), Signal::INT);
            let _ = self.child.wait();
        }
    }
}

impl Life {
    /// Asks for a fast shutdown, then an immediate one, and waits for the end.
    pub fn end(&self) {
        for (signal, patience) in [(Signal::INT, FAST), (Signal::QUIT, IMMEDIATE)] {
            let pid = self.pid.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(number) = *pid else { return };
            let _ = kill_process(number, signal);
            let ended = self
                .changed
                .wait_timeout_while(pid, patience, |pid| pid.is_some());
            drop(ended.unwrap_or_else(PoisonError::into_inner));
        }
    }
}

/// Starts PostgreSQL on a free port and waits until it takes connections. Must be called on a thread that stays.
pub fn start(place: &Place, binaries: &Binaries, fsync: bool) -> Result<Postmaster, StartError> {
    let mut tries = 1;
    loop {
        match start_once(place, binaries, fsync) {
            Err(StartError::Ended { tail, .. }) if tries < TRIES && passes(&tail) => {
                tries += 1;
                thread::sleep(Duration::from_millis(300));
            }
            outcome => return outcome,
        }
    }
}

fn start_once(place: &Place, binaries: &Binaries, fsync: bool) -> Result<Postmaster, StartError> {
    let log = File::create(place.log()).map_err(StartError::file(place.log()))?;
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut command = accounts::command(binaries.program("postgres"), place.account);
    command
        .arg("-D")
        .arg(place.cluster())
        .stdout(log.try_clone()?)
        .stderr(log);
    for setting in settings(port, fsync) {
        command.arg("-c").arg(setting);
    }
    // A group of its own: Ctrl-C at the terminal is for us, who still need the database for a moment.
    command.process_group(0);
    die_with_this_thread(&mut command);
    let child = command.spawn()?;
    let mut postmaster = Postmaster { child, port };
    await_ready(place, &mut postmaster)?;
    Ok(postmaster)
}

fn settings(port: u16, fsync: bool) -> Vec<String> {
    let mut settings = vec![
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={port}"),
        "unix_socket_directories=".to_owned(),
        // A test run has many databases, each with a pool or two.
        "max_connections=300".to_owned(),
        "timezone=UTC".to_owned(),
        "log_timezone=UTC".to_owned(),
    ];
    if !fsync {
        settings.extend(["fsync=off", "synchronous_commit=off", "full_page_writes=off"].map(str::to_owned));
    }
    settings
}

/// Has the system end PostgreSQL when this thread ends, be it by `kill -9` of the process.
#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    reason = "there is no other way to run something between fork and exec"
)]
fn die_with_this_thread(command: &mut Command) {
    use rustix::process::{getpid, getppid, set_parent_process_death_signal};
    let parent = getpid();
    // SAFETY: between fork and exec only system calls are made, and nothing is allocated. It runs after the change of
    // user, which would clear the signal.
    unsafe {
        command.pre_exec(move || {
            set_parent_process_death_signal(Some(Signal::INT))?;
            // If the parent died before the line above, nobody would ever send it.
            if getppid() == Some(parent) {
                Ok(())
            } else {
                Err(io::ErrorKind::NotConnected.into())
            }
        });
    }
}

/// Elsewhere a postmaster left behind is ended by the next start.
#[cfg(not(target_os = "linux"))]
fn die_with_this_thread(_: &mut Command) {}

fn await_ready(place: &Place, postmaster: &mut Postmaster) -> Result<(), StartError> {
    let pid = postmaster.pid().as_raw_nonzero().get();
    let begun = Instant::now();
    while begun.elapsed() < READY {
        if let Some(file) = PidFile::read(place)
            && file.pid == pid
            && file.ready
        {
            return Ok(());
        }
        if postmaster.child.try_wait()?.is_some() {
            return Err(StartError::Ended {
                log: place.log(),
                tail: tail(place),
            });
        }
        thread::sleep(Duration::from_millis(5));
    }
    Err(StartError::Slow {
        log: place.log(),
        seconds: READY.as_secs(),
    })
}

/// The last lines PostgreSQL wrote.
fn tail(place: &Place) -> String {
    let log = fs::read(place.log()).unwrap_or_default();
    let log = String::from_utf8_lossy(&log);
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

/// Whether the reason for not starting is one that goes away by itself.
fn passes(tail: &str) -> bool {
    [
        "could not bind",
        "could not create any TCP/IP sockets",
        "still in use",
    ]
    .iter()
    .any(|sign| tail.contains(sign))
}

/// `postmaster.pid`, which PostgreSQL keeps up to date: <https://www.postgresql.org/docs/15/storage-file-layout.html>.
struct PidFile {
    pid: i32,
    ready: bool,
}

impl PidFile {
    fn read(place: &Place) -> Option<Self> {
        Self::parse(&fs::read_to_string(place.cluster().join("postmaster.pid")).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let pid = lines.next()?.trim().parse().ok()?;
        Some(Self {
            pid,
            ready: lines.nth(6).is_some_and(|status| status.trim() == "ready"),
        })
    }
}

/// A postmaster may outlive a process that was killed, at least for the moment its shutdown takes.
pub fn stop_earlier(place: &Place) -> Result<(), StartError> {
    let Some(PidFile { pid, .. }) = PidFile::read(place) else {
        return Ok(());
    };
    let Some(process) = Pid::from_raw(pid) else {
        return Ok(());
    };
    for (signal, patience) in [(Signal::INT, FAST), (Signal::QUIT, IMMEDIATE)] {
        if !is_ours(process, place) {
            return Ok(());
        }
        tracing::info!(pid, "waiting for an earlier PostgreSQL to stop");
        let _ = kill_process(process, signal);
        let begun = Instant::now();
        while begun.elapsed() < patience && test_kill_process(process).is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
    }
    if is_ours(process, place) {
        return Err(StartError::EarlierStays {
            pid,
            directory: place.cluster(),
        });
    }
    Ok(())
}

/// The number in the file may by now be any process's; ours names the cluster's directory in its command line.
fn is_ours(process: Pid, place: &Place) -> bool {
    let pid = process.as_raw_nonzero().to_string();
    let line = fs::read(format!("/proc/{pid}/cmdline")).or_else(|_| {
        Command::new("ps")
            .args(["-o", "args=", "-p", &pid])
            .output()
            .map(|output| output.stdout)
    });
    let line = line.unwrap_or_default();
    String::from_utf8_lossy(&line).contains(&*place.cluster().to_string_lossy())
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
