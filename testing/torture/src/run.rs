//! One run: processes and clients are started, the chaos plan is carried out, and the results are collected.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use postwright::postgres::Role;
use sqlx::{Connection, PgConnection, PgPool};
use tests::Outbox;
use tokio::task::JoinSet;

use crate::Result;
use crate::balancer::Balancer;
use crate::chaos_plan::ChaosPlan;
use crate::checks::{self, Observations, Rollout, rows};
use crate::clock::{self, Span, now};
use crate::environment::Environment;
use crate::expiry_edges::{self, ExpiryEdges};
use crate::journal::Journal;
use crate::model::{FaultRates, Model};
use crate::mutations::Mutation;
use crate::options::Load;
use crate::person::Person;
use crate::processes::Processes;
use crate::progress::Progress;
use crate::report::{Outcome, print};
use crate::session_client::SessionClient;

const ORGANIZATIONS: usize = 5;
/// How long turns may take after all clients are done: a stalled call times out after 20 s, and there are three calls.
const DRAIN_SECONDS: f64 = 100.0;
const REPORT_INTERVAL: Duration = Duration::from_secs(5);

/// Tortures a new installation. A mutation removes one of its guards.
///
/// # Errors
/// The run itself failed. Broken promises are part of the outcome.
pub async fn run(
    environment: &Environment,
    load: &Load,
    seed: u64,
    mutation: Option<Mutation>,
) -> Result<Outcome> {
    let begun = now();
    let run = Run::prepare(environment, load, seed, mutation).await?;
    let mut background = run.start_background(load);
    let clients_started = now();
    let mut failures = watch(&mut run.start_clients(load), &mut background, &run.progress).await;
    let client_seconds = now() - clients_started;
    background.shutdown().await;
    drain(&run.superuser, &run.processes).await?;
    let seconds = now() - begun;
    failures.extend(run.processes.unexpected_exits());
    let observations = run.observe(load, failures).await?;
    Ok(Outcome::of(&observations, checks::all(&observations), &run.progress, seconds, client_seconds))
}

/// Everything that takes part in a run.
struct Run {
    seed: u64,
    superuser: String,
    model: Model,
    processes: Arc<Processes>,
    progress: Arc<Progress>,
    journal: Arc<Journal>,
    people: Vec<Arc<Person>>,
    /// The owner of the organization whose sessions expire after seconds.
    short_lived: Arc<Person>,
    expiry_edges: Arc<ExpiryEdges>,
    chaos_plan: Arc<ChaosPlan>,
    stalls: Arc<Mutex<Vec<Span>>>,
    has_keys: bool,
}

impl Run {
    async fn prepare(
        environment: &Environment,
        load: &Load,
        seed: u64,
        mutation: Option<Mutation>,
    ) -> Result<Self> {
        let progress = Arc::new(Progress::new(load.turns));
        let rates = FaultRates {
            slow: if mutation.is_some() { 0.06 } else { 0.02 },
            // In a rolling deployment no turn may fail, so the model does not fail either.
            broken: if load.stops > 0 { 0.0 } else { 0.01 },
            lease_seconds: load.lease_seconds,
        };
        let model = Model::start(seed, rates, progress.clone()).await;
        let setup = environment.install(model.base_urls(), load.lease_seconds).await?;
        let superuser = environment.url(Role::Superuser);
        let keys = std::fs::read_to_string(&setup.keys[1].1)?;
        let outbox = Outbox::with_keys(PgPool::connect_lazy(&superuser)?, &keys);
        let balancer = Arc::new(Balancer::over(&setup.addresses));
        let processes = Arc::new(Processes::start(setup)?);
        let journal = Arc::new(Journal::create(&environment.directory.join("clients.jsonl"))?);
        let mut people = Vec::new();
        for number in 0..=ORGANIZATIONS {
            let name = format!("person-{number}");
            people.push(Arc::new(Person::sign_up(balancer.clone(), &name, progress.clone(), &outbox).await?));
        }
        let short_lived = people.pop().ok_or("no person")?;
        let has_keys = people[0].probe_keys().await?;
        expiry_edges::prepare(&superuser, short_lived.organization).await?;
        if let Some(mutation) = mutation {
            mutation.apply(&superuser).await?;
        }
        let chaos_plan = Arc::new(ChaosPlan {
            processes: processes.clone(),
            postgres: environment.postgres.clone(),
            superuser: superuser.clone(),
            progress: progress.clone(),
            journal: journal.clone(),
            balancer,
            outages: Arc::default(),
            stops: Mutex::default(),
        });
        let (expiry_edges, stalls) = (Arc::default(), Arc::default());
        Ok(Self {
            seed,
            superuser,
            model,
            processes,
            progress,
            journal,
            people,
            short_lived,
            expiry_edges,
            chaos_plan,
            stalls,
            has_keys,
        })
    }

    /// Starts the chaos plan and the other background tasks.
    fn start_background(&self, load: &Load) -> JoinSet<Result<()>> {
        let mut background = JoinSet::new();
        let (chaos_plan, seed, plan) = (self.chaos_plan.clone(), self.seed, load.clone());
        background.spawn(chaos_plan.clone().restart_exited());
        background.spawn(async move { chaos_plan.run(seed, &plan).await });
        background.spawn(clock::watch_for_stalls(
            self.superuser.clone(),
            load.lease_seconds,
            self.stalls.clone(),
        ));
        if load.stops > 0 {
            let balancer = self.chaos_plan.balancer.clone();
            background.spawn(async move { balancer.check_health().await });
        } else {
            // Not in a rolling deployment: a session of 2 s may rightly expire before its reply.
            background.spawn(self.expiry_edges.clone().run(self.short_lived.clone()));
            background.spawn(expiry_edges::sweep(self.superuser.clone()));
        }
        background
    }

    /// Starts a client for each session.
    fn start_clients(&self, load: &Load) -> JoinSet<Result<()>> {
        let mut clients = JoinSet::new();
        for number in 0..load.sessions {
            let more = usize::from(number < load.turns % load.sessions);
            let client = SessionClient {
                person: self.people[number % self.people.len()].clone(),
                journal: self.journal.clone(),
                progress: self.progress.clone(),
                number,
                messages: load.turns / load.sessions + more,
                seed: self.seed,
                has_keys: self.has_keys,
            };
            clients.spawn(client.run());
        }
        clients
    }

    /// Collects everything that the checks compare.
    async fn observe(&self, load: &Load, failures: Vec<String>) -> Result<Observations> {
        let rollout = (load.stops > 0).then(|| Rollout {
            wanted: load.stops,
            stops: self.chaos_plan.stops.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            requests: self.progress.requests.get(),
            client_errors: self.progress.client_errors(),
        });
        let taken = |spans: &Mutex<Vec<Span>>| spans.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Observations {
            sessions: rows::read(&self.superuser).await?,
            entries: self.journal.entries(),
            calls: self.model.calls(),
            interruptions: self.processes.interruptions(),
            outages: taken(&self.chaos_plan.outages),
            stalls: taken(&self.stalls),
            expiry_edges: self.expiry_edges.observed(),
            failures,
            has_keys: self.has_keys,
            lease_seconds: load.lease_seconds,
            rollout,
        })
    }
}

/// Prints the progress until all clients are done. Returns the failures of clients and background tasks.
async fn watch(
    clients: &mut JoinSet<Result<()>>,
    background: &mut JoinSet<Result<()>>,
    progress: &Progress,
) -> Vec<String> {
    let mut failures = Vec::new();
    let mut ticker = tokio::time::interval(REPORT_INTERVAL);
    let mut done_before = 0;
    loop {
        let ended = tokio::select! {
            ended = clients.join_next() => match ended {
                Some(ended) => ended,
                None => return failures,
            },
            Some(ended) = background.join_next() => ended,
            _ = ticker.tick() => {
                let (done, wanted) = (progress.done.get(), progress.wanted);
                let rate = (done - done_before) / REPORT_INTERVAL.as_secs() as usize;
                let (kills, retries) = (progress.kills.get(), progress.retries.get());
                print(&format!("  {done} of {wanted} turns ended, {rate}/s, {kills} kills, {retries} retries"));
                done_before = done;
                continue;
            }
        };
        match ended {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failures.push(error.to_string()),
            Err(panic) => failures.push(panic.to_string()),
        }
    }
}

/// Waits until no turn is unfinished, or the time is up. Turns that are still unfinished then fail a check.
async fn drain(superuser: &str, processes: &Processes) -> Result<()> {
    let mut connection = PgConnection::connect(superuser).await?;
    let unfinished = "select count(*) from turn where status in ('queued', 'running')";
    let begun = now();
    while now() - begun < DRAIN_SECONDS {
        processes.restart_exited(&[])?;
        if sqlx::query_scalar::<_, i64>(unfinished).fetch_one(&mut connection).await? == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}
