//! Starts and stops the postmaster, PostgreSQL's first process, and binds its life to this process.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io,
    net::TcpListener,
    os::unix::{
        fs::{OpenOptionsExt, PermissionsExt},
        process::CommandExt,
    },
    process::{Child, Command},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use tokio_util::sync::CancellationToken;

use super::{
    StartError, accounts,
    binaries::Binaries,
    earlier::PidFile,
    places::{PRIVATE, Place},
};

/// How long a start may take. Recovery after a power cut needs long.
const START_TIMEOUT: Duration = Duration::from_secs(60);
/// How long a fast shutdown may take before an immediate one, which only costs a recovery at the next start.
pub const FAST_TIMEOUT: Duration = Duration::from_secs(20);
/// How long an immediate shutdown may take.
pub const IMMEDIATE_TIMEOUT: Duration = Duration::from_secs(5);
/// Starts fail when another process takes the chosen port first, or while children of a killed postmaster still hold its
/// shared memory.
const ATTEMPTS: u32 = 5;
/// In bytes. A start truncates a longer log.
const MAX_LOG: u64 = 16 << 20;

/// A postmaster that accepts connections. Dropping it stops it.
pub struct Postmaster {
    child: Child,
    pub port: u16,
}

/// Stops a postmaster from another thread than the one that waits for it.
pub struct ProcessHandle {
    /// `None` when it has ended, since its number may then be reused.
    pid: Mutex<Option<Pid>>,
    changed: Condvar,
    pub ended: CancellationToken,
}

impl Postmaster {
    pub fn handle(&self) -> ProcessHandle {
        ProcessHandle {
            pid: Mutex::new(Some(self.pid())),
            changed: Condvar::new(),
            ended: CancellationToken::new(),
        }
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Blocks this thread until the postmaster has ended.
    pub fn wait(mut self, handle: &Arc<ProcessHandle>) {
        let exited = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while waitid(WaitId::Pid(self.pid()), exited).is_err_and(|error| error == rustix::io::Errno::INTR) {}
        // Reaped under the lock, so that `stop` never signals a reused process number.
        let mut pid = handle.pid.lock().unwrap_or_else(PoisonError::into_inner);
        let status = self.child.wait();
        *pid = None;
        handle.ended.cancel();
        drop(pid);
        tracing::debug!(?status, "PostgreSQL has ended");
        handle.changed.notify_all();
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

impl ProcessHandle {
    /// Requests a fast shutdown, then an immediate one, and waits for the end.
    pub fn stop(&self) {
        for (signal, timeout) in [(Signal::INT, FAST_TIMEOUT), (Signal::QUIT, IMMEDIATE_TIMEOUT)] {
            let pid = self.pid.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(number) = *pid else { return };
            let _ = kill_process(number, signal);
            let ended = self.changed.wait_timeout_while(pid, timeout, |pid| pid.is_some());
            drop(ended.unwrap_or_else(PoisonError::into_inner));
        }
    }
}

/// Starts PostgreSQL on a free port and waits until it accepts connections. The calling thread must outlive it.
pub fn start(place: &Place, binaries: &Binaries, fsync: bool) -> Result<Postmaster, StartError> {
    let mut attempts = 1;
    loop {
        match start_once(place, binaries, fsync) {
            Err(StartError::Ended { tail, .. }) if attempts < ATTEMPTS && is_transient(&tail) => {
                attempts += 1;
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
    // Its own process group, so that Ctrl-C at the terminal reaches only this process, which still needs the database.
    command.process_group(0);
    stop_with_this_thread(&mut command);
    let child = command.spawn()?;
    let mut postmaster = Postmaster { child, port };
    await_ready(place, &mut postmaster)?;
    Ok(postmaster)
}

/// Appends to the log of the last start.
fn open_log(place: &Place) -> io::Result<File> {
    // The mode also of a log that an earlier version made.
    let log = OpenOptions::new().create(true).append(true).mode(PRIVATE).open(place.log())?;
    log.set_permissions(Permissions::from_mode(PRIVATE))?;
    if log.metadata()?.len() > MAX_LOG {
        log.set_len(0)?;
    }
    Ok(log)
}

fn settings(port: u16, fsync: bool) -> Vec<String> {
    let mut settings = vec![
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={port}"),
        "unix_socket_directories=".to_owned(),
        // A test run opens many databases, each with one or two pools.
        "max_connections=300".to_owned(),
        "timezone=UTC".to_owned(),
        "log_timezone=UTC".to_owned(),
        // Errors of statements quote values and statements. This process gets them anyway, and logs them without.
        "log_min_messages=log".to_owned(),
        "log_min_error_statement=panic".to_owned(),
    ];
    if !fsync {
        settings.extend(["fsync=off", "synchronous_commit=off", "full_page_writes=off"].map(str::to_owned));
    }
    settings
}

/// Makes the system stop PostgreSQL when this thread ends, even by `kill -9` of the process.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "only this runs code between fork and exec")]
fn stop_with_this_thread(command: &mut Command) {
    use rustix::process::{getpid, getppid, set_parent_process_death_signal};
    let parent = getpid();
    // SAFETY: the closure only makes system calls and allocates nothing. It runs after the change of user, which would
    // clear the signal.
    unsafe {
        command.pre_exec(move || {
            set_parent_process_death_signal(Some(Signal::INT))?;
            // If the parent died before the line above, the signal will never come.
            if getppid() == Some(parent) { Ok(()) } else { Err(io::ErrorKind::NotConnected.into()) }
        });
    }
}

/// On other systems the next start stops a postmaster that was left behind.
#[cfg(not(target_os = "linux"))]
fn stop_with_this_thread(_: &mut Command) {}

fn await_ready(place: &Place, postmaster: &mut Postmaster) -> Result<(), StartError> {
    let pid = postmaster.pid().as_raw_nonzero().get();
    let begun = Instant::now();
    while begun.elapsed() < START_TIMEOUT {
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
    Err(StartError::Slow { log: place.log(), seconds: START_TIMEOUT.as_secs() })
}

/// The last lines of the log.
fn tail(place: &Place) -> String {
    let log = fs::read(place.log()).unwrap_or_default();
    let log = String::from_utf8_lossy(&log);
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

/// Whether another attempt may succeed.
fn is_transient(tail: &str) -> bool {
    ["could not bind", "could not create any TCP/IP sockets", "still in use"]
        .iter()
        .any(|message| tail.contains(message))
}
