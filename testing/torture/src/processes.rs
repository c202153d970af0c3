//! The processes under torture, each in a slot: started, killed, frozen, stopped and restarted.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tests::KeyFiles;
use tokio::process::{Child, Command};

use crate::Result;
use crate::clock::{Span, now};

pub const WORKERS: usize = 3;
pub const APIS: usize = 2;
/// A process that does not exit within this time after SIGTERM is killed.
const STOP_TIMEOUT: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Api,
    Worker,
}

/// Settings with which the processes are started.
pub struct Setup {
    pub binary: PathBuf,
    pub directory: PathBuf,
    pub database_url: String,
    pub keys: KeyFiles,
    /// The addresses of the APIs, the same after each restart.
    pub addresses: Vec<SocketAddr>,
    /// The base URL of each worker's own model.
    pub models: Vec<String>,
    pub lease_seconds: u32,
}

struct Slot {
    kind: Kind,
    /// The number among the processes of its kind.
    number: usize,
    child: Option<Child>,
    started_at: f64,
    is_frozen: bool,
}

/// A kill or a freeze of a worker: it did nothing from `span.from` on, in case of a freeze until `span.to`.
#[derive(Clone, Copy, Debug)]
pub struct Interruption {
    pub worker: usize,
    pub span: Span,
    pub is_kill: bool,
}

/// A process that was stopped by SIGTERM.
#[derive(Clone, Debug)]
pub struct Stop {
    pub kind: Kind,
    pub number: usize,
    /// From the signal to the exit.
    pub seconds: f64,
    /// Whether it exited with status 0.
    pub succeeded: bool,
}

#[derive(Default)]
struct State {
    slots: Vec<Slot>,
    interruptions: Vec<Interruption>,
    /// Exits without a kill or a stop.
    unexpected_exits: Vec<String>,
}

pub struct Processes {
    setup: Setup,
    state: Mutex<State>,
}

impl Processes {
    /// # Errors
    /// A process cannot be started.
    pub fn start(setup: Setup) -> Result<Self> {
        let processes = Self { setup, state: Mutex::default() };
        let kinds = (0..APIS).map(|number| (Kind::Api, number));
        for (kind, number) in kinds.chain((0..WORKERS).map(|number| (Kind::Worker, number))) {
            let child = Some(processes.spawn(kind, number)?);
            processes.lock().slots.push(Slot { kind, number, child, started_at: now(), is_frozen: false });
        }
        Ok(processes)
    }

    /// The numbers of the processes of a kind that run and are not frozen.
    #[must_use]
    pub fn alive(&self, kind: Kind) -> Vec<usize> {
        let state = self.lock();
        let alive = state.slots.iter().filter(|slot| slot.kind == kind && slot.child.is_some());
        alive.filter(|slot| !slot.is_frozen).map(|slot| slot.number).collect()
    }

    /// Sends SIGKILL.
    pub async fn kill(&self, kind: Kind, number: usize) {
        let child = slot(&mut self.lock(), kind, number).child.take();
        let Some(mut child) = child else { return };
        let at = now();
        let _ = child.kill().await;
        if kind == Kind::Worker {
            let span = Span { from: at, to: f64::MAX };
            self.lock().interruptions.push(Interruption { worker: number, span, is_kill: true });
        }
    }

    /// Sends SIGTERM and waits for the exit. Kills the process when it does not exit in time.
    ///
    /// # Errors
    /// The process does not run.
    pub async fn stop(&self, kind: Kind, number: usize) -> Result<Stop> {
        let child = slot(&mut self.lock(), kind, number).child.take();
        let mut child = child.ok_or("it does not run")?;
        let at = now();
        if let Some(pid) = pid_of(&child) {
            kill_process(pid, Signal::TERM)?;
        }
        let succeeded = match tokio::time::timeout(STOP_TIMEOUT, child.wait()).await {
            Ok(status) => status?.success(),
            Err(_) => child.kill().await.is_err(),
        };
        Ok(Stop { kind, number, seconds: now() - at, succeeded })
    }

    /// Starts a process that was killed or stopped.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn restart(&self, kind: Kind, number: usize) -> Result<()> {
        let child = self.spawn(kind, number)?;
        let mut state = self.lock();
        let slot = slot(&mut state, kind, number);
        slot.child = Some(child);
        slot.started_at = now();
        Ok(())
    }

    /// Sends SIGSTOP, and SIGCONT after this time, as if the machine had frozen.
    pub async fn freeze(&self, worker: usize, seconds: f64) {
        let pid = {
            let mut state = self.lock();
            let slot = slot(&mut state, Kind::Worker, worker);
            slot.is_frozen = true;
            slot.child.as_ref().and_then(pid_of)
        };
        let Some(pid) = pid else { return };
        let from = now();
        let _ = kill_process(pid, Signal::STOP);
        crate::clock::sleep_until(from + seconds).await;
        let _ = kill_process(pid, Signal::CONT);
        let mut state = self.lock();
        slot(&mut state, Kind::Worker, worker).is_frozen = false;
        let span = Span { from, to: now() };
        state.interruptions.push(Interruption { worker, span, is_kill: false });
    }

    /// Restarts processes that have exited by themselves. An exit is recorded, unless PostgreSQL was down when the process
    /// started.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn restart_exited(&self, outages: &[Span]) -> Result<()> {
        let mut exited = Vec::new();
        for slot in &mut self.lock().slots {
            let status = slot.child.as_mut().and_then(|child| child.try_wait().ok().flatten());
            if let Some(status) = status {
                slot.child = None;
                exited.push((slot.kind, slot.number, slot.started_at, status));
            }
        }
        for (kind, number, started_at, status) in exited {
            let start = Span { from: started_at, to: started_at + 5.0 };
            if !outages.iter().any(|outage| outage.overlaps(start)) {
                self.lock().unexpected_exits.push(format!("{kind:?} {number} exited by itself: {status}"));
            }
            self.restart(kind, number)?;
        }
        Ok(())
    }

    #[must_use]
    pub fn interruptions(&self) -> Vec<Interruption> {
        self.lock().interruptions.clone()
    }

    #[must_use]
    pub fn unexpected_exits(&self) -> Vec<String> {
        self.lock().unexpected_exits.clone()
    }

    fn spawn(&self, kind: Kind, number: usize) -> Result<Child> {
        let setup = &self.setup;
        let (subcommand, name) = match kind {
            Kind::Api => ("api", format!("api-{number}.log")),
            Kind::Worker => ("worker", format!("worker-{number}.log")),
        };
        let path = setup.directory.join(name);
        let log = std::fs::OpenOptions::new().create(true).append(true).open(path)?;
        let mut command = Command::new(&setup.binary);
        command.arg(subcommand).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).kill_on_drop(true);
        command.env("DATABASE_URL", &setup.database_url).envs(setup.keys.clone());
        command
            .env("POSTWRIGHT_LEASE_SECONDS", setup.lease_seconds.to_string())
            .env("POSTWRIGHT_ORGANIZATION_RATE", "1000000")
            .env("POSTWRIGHT_ORGANIZATION_BURST", "1000000")
            .env("POSTWRIGHT_SIGN_UP", "open")
            .env("POSTWRIGHT_LOG", "info,sqlx=warn");
        command.env_remove("DATABASE_OWNER_URL").env_remove("LLM_API_KEY");
        match kind {
            Kind::Api => command.env("POSTWRIGHT_LISTEN", setup.addresses[number].to_string()),
            Kind::Worker => command.env("LLM_BASE_URL", &setup.models[number]).env("LLM_MODEL", "tortured"),
        };
        Ok(command.spawn()?)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pid_of(child: &Child) -> Option<Pid> {
    Pid::from_raw(i32::try_from(child.id()?).ok()?)
}

fn slot(state: &mut State, kind: Kind, number: usize) -> &mut Slot {
    let position = if kind == Kind::Api { number } else { APIS + number };
    &mut state.slots[position]
}
