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
use crate::checks::{self, Material, rows};
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

    async fn start_fleet(&self, models: Vec<String>) -> Result<Setup> {
        self.postgres.make_database(DATABASE).await?;
        postwright::wiring::migrate(&self.url(Role::Owner).into(), None).await?;
        let keys = self.directory.join("keys.pem");
        std::fs::write(&keys, postwright::signing_keys::throw_away()?.expose_secret())?;
        Ok(Setup {
            binary: self.binary.clone(),
            directory: self.directory.clone(),
            database_url: self.url(Role::App),
            keys,
            addresses: (0..APIS).map(|_| free_address()).collect(),
            models,
        })
    }
}

/// Tortures a fresh installation, without the guard that the mutation takes away.
///
/// # Errors
/// The run itself failed; what does not hold is in the outcome.
pub async fn run(ground: &Ground, load: &Load, seed: u64, mutation: Option<Mutation>) -> Result<Outcome> {
    let begun = now();
    let tally = Arc::new(Tally::of(load.turns));
    let temper = Temper { slow: if mutation.is_some() { 0.06 } else { 0.02 }, broken: 0.01 };
    let model = Model::start(seed, temper, tally.clone()).await;
    let setup = ground.start_fleet(model.base_urls()).await?;
    let superuser = ground.url(Role::Superuser);
    let addresses = setup.addresses.clone();
    let fleet = Arc::new(Fleet::start(setup)?);
    let journal = Arc::new(Journal::create(&ground.directory.join("clients.jsonl"))?);
    let mut people = Vec::new();
    for number in 0..=ORGANIZATIONS {
        people.push(Arc::new(Person::sign_up(&addresses, &format!("person-{number}"), tally.clone()).await?));
    }
    let hasty = people.pop().ok_or("nobody")?;
    let has_keys = people[0].probe_keys().await?;
    edges::prepare(&superuser, &hasty.organization).await?;
    if let Some(mutation) = mutation {
        mutation.apply(&superuser).await?;
    }
    let outages = Arc::<Mutex<Vec<Span>>>::default();
    let mischief = Arc::new(Mischief {
        fleet: fleet.clone(),
        postgres: ground.postgres.clone(),
        tally: tally.clone(),
        journal: journal.clone(),
        outages: outages.clone(),
    });
    let (edges, stalls) = (Arc::<Edges>::default(), Arc::<Mutex<Vec<Span>>>::default());
    // Dropped, and with it ended, before the database is looked at.
    let mut beside = JoinSet::new();
    beside.spawn(mischief.clone().look_after());
    beside.spawn({
        let (mischief, load) = (mischief.clone(), load.clone());
        async move {
            mischief.run(seed, &load).await?;
            std::future::pending().await
        }
    });
    beside.spawn(edges.clone().run(hasty));
    beside.spawn({
        let superuser = superuser.clone();
        async {
            edges::sweep(superuser).await;
            Ok(())
        }
    });
    beside.spawn({
        let pulse = clock::feel_the_pulse(superuser.clone(), stalls.clone());
        async {
            pulse.await;
            Ok(())
        }
    });
    let talked = now();
    let mut troubles = talk(load, seed, has_keys, &people, &journal, &tally, &mut beside).await;
    let talking = now() - talked;
    beside.shutdown().await;
    drain(&superuser, &fleet).await?;
    let seconds = now() - begun;
    troubles.extend(fleet.deaths());
    let outages = outages.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let material = Material {
        sessions: rows::read(&superuser).await?,
        entries: journal.entries(),
        calls: model.calls(),
        blows: fleet.blows(),
        outages,
        stalls: stalls.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        edges: edges.seen(),
        troubles,
        has_keys,
    };
    Ok(Outcome::of(&material, checks::all(&material), &tally, seconds, talking))
}

/// Has all clients talk to the end; says what went wrong with them or beside them.
async fn talk(
    load: &Load,
    seed: u64,
    has_keys: bool,
    people: &[Arc<Person>],
    journal: &Arc<Journal>,
    tally: &Arc<Tally>,
    beside: &mut JoinSet<Result<()>>,
) -> Vec<String> {
    let mut talks = JoinSet::new();
    for number in 0..load.sessions {
        let more = usize::from(number < load.turns % load.sessions);
        let talk = Talk {
            person: people[number % people.len()].clone(),
            journal: journal.clone(),
            tally: tally.clone(),
            number,
            messages: load.turns / load.sessions + more,
            seed,
            has_keys,
        };
        talks.spawn(talk.run());
    }
    let mut troubles = Vec::new();
    let mut progress = tokio::time::interval(Duration::from_secs(5));
    let mut done_before = 0;
    loop {
        tokio::select! {
            talked = talks.join_next() => match talked {
                None => return troubles,
                Some(Ok(Ok(()))) => {}
                Some(Ok(Err(error))) => troubles.push(error.to_string()),
                Some(Err(panic)) => troubles.push(panic.to_string()),
            },
            Some(ended) = beside.join_next() => match ended {
                Ok(Ok(())) => {}
                Ok(Err(error)) => troubles.push(error.to_string()),
                Err(panic) => troubles.push(panic.to_string()),
            },
            _ = progress.tick() => {
                let done = tally.done();
                let (rate, wanted) = ((done - done_before) / 5, tally.wanted);
                say(&format!(
                    "  {done} of {wanted} turns ended, {rate}/s, {} kills, {} retries",
                    tally.kills(), tally.retries()
                ));
                done_before = done;
            }
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
