//! One run: everything is started, talked to, tortured, and looked at.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use postwright::postgres::Role;
use secrecy::ExposeSecret;
use sqlx::{Connection, PgConnection};
use tests::free_address;
use tokio::task::JoinSet;

use crate::Result;
use crate::balancer::Balancer;
use crate::checks::{self, Material, Rollout, rows};
use crate::clock::{self, Span, now};
use crate::edges::{self, Edges};
use crate::fleet::{APIS, Fleet, Setup};
use crate::journal::Journal;
use crate::mischief::Mischief;
use crate::model::{Model, Temper};
use crate::mutations::Mutation;
use crate::options::Load;
use crate::person::Person;
use crate::postgres::Postgres;
use crate::report::{Outcome, say};
use crate::talk::Talk;
use crate::tally::Tally;

const ORGANIZATIONS: usize = 5;
/// For what is still under way when all clients are done: a stalled model is noticed after 20 s, and asked three times.
const DRAIN_SECONDS: f64 = 100.0;
const DATABASE: &str = "torture";
const PROGRESS: Duration = Duration::from_secs(5);

/// What all runs stand on.
pub struct Ground {
    postgres: Arc<Postgres>,
    directory: PathBuf,
    binary: PathBuf,
}

impl Ground {
    /// Starts PostgreSQL in the directory; the clients' log and those of the processes go there too.
    ///
    /// # Errors
    /// PostgreSQL cannot be started.
    pub async fn prepare(directory: PathBuf, binary: PathBuf) -> Result<Self> {
        let postgres = Arc::new(Postgres::start(&directory).await?);
        Ok(Self { postgres, directory, binary })
    }

    fn url(&self, role: Role) -> String {
        self.postgres.url(role, DATABASE)
    }

    /// Makes a database and all that the processes need.
    async fn install(&self, models: Vec<String>, lease_seconds: u32) -> Result<Setup> {
        self.postgres.make_database(DATABASE).await?;
        postwright::wiring::migrate(&self.url(Role::Owner).into(), None).await?;
        let keys = self.directory.join("keys.pem");
        std::fs::write(&keys, postwright::signing_keys::generate()?.expose_secret())?;
        Ok(Setup {
            binary: self.binary.clone(),
            directory: self.directory.clone(),
            database_url: self.url(Role::App),
            keys,
            addresses: (0..APIS).map(|_| free_address()).collect(),
            models,
            lease_seconds,
        })
    }
}

/// Tortures a fresh installation, without the guard that the mutation takes away.
///
/// # Errors
/// The run itself failed; what does not hold is in the outcome.
pub async fn run(ground: &Ground, load: &Load, seed: u64, mutation: Option<Mutation>) -> Result<Outcome> {
    let begun = now();
    let scene = Scene::set(ground, load, seed, mutation).await?;
    let mut beside = scene.begin_mischief(load);
    let talked = now();
    let mut troubles = watch(&mut scene.begin_talks(load), &mut beside, &scene.tally).await;
    let talking = now() - talked;
    beside.shutdown().await;
    drain(&scene.superuser, &scene.fleet).await?;
    let seconds = now() - begun;
    troubles.extend(scene.fleet.deaths());
    let material = scene.look(load, troubles).await?;
    Ok(Outcome::of(&material, checks::all(&material), &scene.tally, seconds, talking))
}

/// All that takes part in a run.
struct Scene {
    seed: u64,
    superuser: String,
    model: Model,
    fleet: Arc<Fleet>,
    tally: Arc<Tally>,
    journal: Arc<Journal>,
    people: Vec<Arc<Person>>,
    /// Of the organization whose sessions live for seconds.
    hasty: Arc<Person>,
    edges: Arc<Edges>,
    mischief: Arc<Mischief>,
    stalls: Arc<Mutex<Vec<Span>>>,
    has_keys: bool,
}

impl Scene {
    async fn set(ground: &Ground, load: &Load, seed: u64, mutation: Option<Mutation>) -> Result<Self> {
        let tally = Arc::new(Tally::of(load.turns));
        let temper = Temper {
            slow: if mutation.is_some() { 0.06 } else { 0.02 },
            // Where nothing may fail the model does not either.
            broken: if load.stops > 0 { 0.0 } else { 0.01 },
            lease_seconds: load.lease_seconds,
        };
        let model = Model::start(seed, temper, tally.clone()).await;
        let setup = ground.install(model.base_urls(), load.lease_seconds).await?;
        let superuser = ground.url(Role::Superuser);
        let balancer = Arc::new(Balancer::over(&setup.addresses));
        let fleet = Arc::new(Fleet::start(setup)?);
        let journal = Arc::new(Journal::create(&ground.directory.join("clients.jsonl"))?);
        let mut people = Vec::new();
        for number in 0..=ORGANIZATIONS {
            let name = format!("person-{number}");
            people.push(Arc::new(Person::sign_up(balancer.clone(), &name, tally.clone()).await?));
        }
        let hasty = people.pop().ok_or("nobody")?;
        let has_keys = people[0].probe_keys().await?;
        edges::prepare(&superuser, hasty.organization).await?;
        if let Some(mutation) = mutation {
            mutation.apply(&superuser).await?;
        }
        let mischief = Arc::new(Mischief {
            fleet: fleet.clone(),
            postgres: ground.postgres.clone(),
            tally: tally.clone(),
            journal: journal.clone(),
            balancer,
            outages: Arc::default(),
            stops: Mutex::default(),
        });
        let (edges, stalls) = (Arc::default(), Arc::default());
        Ok(Self {
            seed,
            superuser,
            model,
            fleet,
            tally,
            journal,
            people,
            hasty,
            edges,
            mischief,
            stalls,
            has_keys,
        })
    }

    /// What goes on beside the clients, until it is stopped.
    fn begin_mischief(&self, load: &Load) -> JoinSet<Result<()>> {
        let mut beside = JoinSet::new();
        let (mischief, seed, plan) = (self.mischief.clone(), self.seed, load.clone());
        beside.spawn(mischief.clone().look_after());
        beside.spawn(async move { mischief.run(seed, &plan).await });
        beside.spawn(clock::feel_the_pulse(self.superuser.clone(), load.lease_seconds, self.stalls.clone()));
        if load.stops > 0 {
            let balancer = self.mischief.balancer.clone();
            beside.spawn(async move { balancer.look().await });
        } else {
            // Not in a rollout: a session that lives for 2 s may rightly end before its answer, whoever is stopped.
            beside.spawn(self.edges.clone().run(self.hasty.clone()));
            beside.spawn(edges::sweep(self.superuser.clone()));
        }
        beside
    }

    fn begin_talks(&self, load: &Load) -> JoinSet<Result<()>> {
        let mut talks = JoinSet::new();
        for number in 0..load.sessions {
            let more = usize::from(number < load.turns % load.sessions);
            let talk = Talk {
                person: self.people[number % self.people.len()].clone(),
                journal: self.journal.clone(),
                tally: self.tally.clone(),
                number,
                messages: load.turns / load.sessions + more,
                seed: self.seed,
                has_keys: self.has_keys,
            };
            talks.spawn(talk.run());
        }
        talks
    }

    /// Gathers all that is known.
    async fn look(&self, load: &Load, troubles: Vec<String>) -> Result<Material> {
        let rollout = (load.stops > 0).then(|| Rollout {
            wanted: load.stops,
            stops: self.mischief.stops.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            requests: self.tally.requests(),
            noticed: self.tally.noticed(),
        });
        let taken = |spans: &Mutex<Vec<Span>>| spans.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Material {
            sessions: rows::read(&self.superuser).await?,
            entries: self.journal.entries(),
            calls: self.model.calls(),
            blows: self.fleet.blows(),
            outages: taken(&self.mischief.outages),
            stalls: taken(&self.stalls),
            edges: self.edges.seen(),
            troubles,
            has_keys: self.has_keys,
            lease_seconds: load.lease_seconds,
            rollout,
        })
    }
}

/// Tells how it goes until all clients are done; gives what went wrong with them or beside them.
async fn watch(
    talks: &mut JoinSet<Result<()>>,
    beside: &mut JoinSet<Result<()>>,
    tally: &Tally,
) -> Vec<String> {
    let mut troubles = Vec::new();
    let mut progress = tokio::time::interval(PROGRESS);
    let mut done_before = 0;
    loop {
        let ended = tokio::select! {
            talked = talks.join_next() => match talked {
                Some(ended) => ended,
                None => return troubles,
            },
            Some(ended) = beside.join_next() => ended,
            _ = progress.tick() => {
                let (done, wanted) = (tally.done(), tally.wanted);
                let rate = (done - done_before) / PROGRESS.as_secs() as usize;
                let (kills, retries) = (tally.kills(), tally.retries());
                say(&format!("  {done} of {wanted} turns ended, {rate}/s, {kills} kills, {retries} retries"));
                done_before = done;
                continue;
            }
        };
        match ended {
            Ok(Ok(())) => {}
            Ok(Err(error)) => troubles.push(error.to_string()),
            Err(panic) => troubles.push(panic.to_string()),
        }
    }
}

/// Waits until nothing is unfinished; what is then still so, the checks find.
async fn drain(superuser: &str, fleet: &Fleet) -> Result<()> {
    let mut connection = PgConnection::connect(superuser).await?;
    let unfinished = "select count(*) from turn where status in ('queued', 'running')";
    let begun = now();
    while now() - begun < DRAIN_SECONDS {
        fleet.look_after(&[])?;
        if sqlx::query_scalar::<_, i64>(unfinished).fetch_one(&mut connection).await? == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}

/// The binary built from this workspace, in the same way as this one; cargo builds it where it is not up to date.
///
/// # Errors
/// It does not build.
pub fn build(beside: &Path) -> Result<PathBuf> {
    let mut build = std::process::Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--package", "postwright", "--bin", "postwright"]);
    if beside.ends_with("release") {
        build.arg("--release");
    }
    if build.status()?.success() {
        Ok(beside.join("postwright"))
    } else {
        Err("postwright does not build".into())
    }
}
