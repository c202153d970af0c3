//! The postmaster, PostgreSQL's first process: starting it, tying its life to ours, ending it.

use std::{
    fs::{self, File, OpenOptions},
    io,
    net::TcpListener,
    os::unix::process::CommandExt,
    process::{Child, Command},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use tokio_util::sync::CancellationToken;

use super::{StartError, accounts, binaries::Binaries, earlier::PidFile, places::Place};

/// How long a start may take; long because recovery after a power cut may need it.
const READY: Duration = Duration::from_secs(60);
/// How long a fast shutdown may take before an immediate one, which costs nothing but a recovery at the next start.
pub const FAST: Duration = Duration::from_secs(20);
/// How long an immediate shutdown may take before we give up on it.
pub const IMMEDIATE: Duration = Duration::from_secs(5);
/// Another process may take our port between its choice and its use, and the memory of a postmaster killed outright
/// stays occupied until its last child has noticed.
const TRIES: u32 = 5;
/// In bytes; a start with a longer log begins it anew.
const LONGEST_LOG: u64 = 16 << 20;

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
        Life { pid: Mutex::new(Some(self.pid())), changed: Condvar::new(), ended: CancellationToken::new() }
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
        life.ended.cancel();
        drop(pid);
        tracing::debug!(?status, "PostgreSQL has ended");
        life.changed.notify_all();
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
            let ended = self.changed.wait_timeout_while(pid, patience, |pid| pid.is_some());
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
    let log = open_log(place).map_err(StartError::file(place.log()))?;
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut command = accounts::command(binaries.program("postgres"), place.account);
    command.arg("-D").arg(place.cluster()).stdout(log.try_clone()?).stderr(log);
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

/// The log goes on where the last start left it, within limits.
fn open_log(place: &Place) -> io::Result<File> {
    let log = OpenOptions::new().create(true).append(true).open(place.log())?;
    if log.metadata()?.len() > LONGEST_LOG {
        log.set_len(0)?;
    }
    Ok(log)
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
#[expect(unsafe_code, reason = "there is no other way to run something between fork and exec")]
fn die_with_this_thread(command: &mut Command) {
    use rustix::process::{getpid, getppid, set_parent_process_death_signal};
    let parent = getpid();
    // SAFETY: between fork and exec only system calls are made, and nothing is allocated. It runs after the change of
    // user, which would clear the signal.
    unsafe {
        command.pre_exec(move || {
            set_parent_process_death_signal(Some(Signal::INT))?;
            // If the parent died before the line above, nobody would ever send it.
            if getppid() == Some(parent) { Ok(()) } else { Err(io::ErrorKind::NotConnected.into()) }
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
            return Err(StartError::Ended { log: place.log(), tail: tail(place) });
        }
        thread::sleep(Duration::from_millis(5));
    }
    Err(StartError::Slow { log: place.log(), seconds: READY.as_secs() })
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
    ["could not bind", "could not create any TCP/IP sockets", "still in use"]
        .iter()
        .any(|sign| tail.contains(sign))
}
