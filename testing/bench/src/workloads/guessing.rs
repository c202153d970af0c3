//! Sign-ins of known people while others guess passwords.
//!
//! The API trusts this process as a proxy, so that each request can come from an address of its own.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::{try_join, try_join_all};
use serde_json::json;

use super::timing;
use crate::connection::{Connection, Reply};
use crate::figures::Durations;
use crate::installation::Installation;
use crate::person::{PASSWORD, Person, expected};
use crate::report::{Report, Row};
use crate::{Options, Result};

const ATTACKERS: usize = 200;
const ATTACKING_ADDRESSES: usize = 10;
/// Known people sign in and read one after another, this long apart.
const PAUSE: Duration = Duration::from_millis(100);
pub const WRONG: &str = "not the password at all";

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    let (attempts, samples) = if options.quick { (1_000, 200) } else { (10_000, 2_000) };
    let settings = [("POSTWRIGHT_TRUSTED_PROXIES", "127.0.0.0/8".to_owned())];
    let installation = Installation::start_with(&settings).await?;
    let people = installation.people(20).await?;
    let emails: Vec<String> = sqlx::query_scalar("select email from user_account order by id")
        .fetch_all(&installation.superuser)
        .await?;
    timing::measure(&installation, &people, samples, report).await?;

    let alone = Beside::measure(&installation, &people[0], &emails, &AtomicUsize::new(0), 60).await?;
    let memory = installation.api.memory();
    let left = AtomicUsize::new(attempts);
    let attack = try_join_all((0..ATTACKERS).map(|number| guess(&installation, number, &emails, &left)));
    let begun = Instant::now();
    let beside = Beside::measure(&installation, &people[0], &emails, &left, 0);
    let (outcomes, beside) = try_join(attack, beside).await?;
    let checked: usize = outcomes.iter().sum();
    let what =
        format!("guessing: {attempts} attempts by {ATTACKERS} at once from {ATTACKING_ADDRESSES} addresses");
    let figure = format!("{checked} checked, the others refused, in {:.0} s", begun.elapsed().as_secs_f64());
    report.note(&what, figure);
    let slowest = beside.sign_ins.quantile(0.99);
    report.add(Row {
        what: "guessing: sign-ins of known people meanwhile".into(),
        figure: beside.sign_ins.with_maximum(),
        limit: format!("alone {}", alone.sign_ins.summary()),
        goal: "p99 ≤ 1 s",
        met: Some(slowest <= Duration::from_secs(1)),
    });
    let ratio = beside.reads.quantile(0.99).as_secs_f64() / alone.reads.quantile(0.99).as_secs_f64();
    report.add(Row {
        what: "guessing: reads of a session list meanwhile".into(),
        figure: beside.reads.with_maximum(),
        limit: format!("alone {}: {ratio:.2} times that at p99", alone.reads.summary()),
        goal: "p99 at most doubled",
        met: Some(ratio <= 2.0),
    });
    let figure = format!("{} MB at most, {} MB before", installation.api.peak_memory(), memory / 1_024);
    report.note("guessing: memory of the API", figure);
    Ok(())
}

/// What known people measure.
struct Beside {
    sign_ins: Durations,
    reads: Durations,
}

impl Beside {
    /// Signs in and reads until no guesses are left, and at least this many times.
    async fn measure(
        installation: &Installation,
        person: &Person,
        emails: &[String],
        left: &AtomicUsize,
        at_least: usize,
    ) -> Result<Self> {
        let mut connection = Connection::open(installation.address, &person.token).await?;
        let (mut sign_ins, mut reads) = (Vec::new(), Vec::new());
        while left.load(Ordering::Relaxed) > 0 || sign_ins.len() < at_least {
            let email = &emails[sign_ins.len() % emails.len()];
            let address = format!("203.0.113.{}", sign_ins.len() % 250);
            let begun = Instant::now();
            expected(200, &sign_in(&mut connection, email, PASSWORD, &address).await?)?;
            sign_ins.push(begun.elapsed());
            for _ in 0..5 {
                let begun = Instant::now();
                expected(200, &connection.get("/v1/sessions").await?)?;
                reads.push(begun.elapsed());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(Self { sign_ins: Durations::of(sign_ins), reads: Durations::of(reads) })
    }
}

/// Guesses at known and made-up addresses by turns until no guesses are left; returns how many were checked.
async fn guess(
    installation: &Installation,
    number: usize,
    emails: &[String],
    left: &AtomicUsize,
) -> Result<usize> {
    let mut connection = Connection::open(installation.address, "").await?;
    let address = format!("198.51.100.{}", number % ATTACKING_ADDRESSES);
    let take = |left: usize| left.checked_sub(1);
    let mut checked = 0;
    while let Ok(turn) = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take) {
        let made_up = format!("nobody-{turn}@example.com");
        let email = if turn % 2 == 0 { &emails[turn / 2 % emails.len()] } else { &made_up };
        let reply = sign_in(&mut connection, email, WRONG, &address).await?;
        if reply.status != 429 {
            expected(401, &reply)?;
            checked += 1;
        }
    }
    Ok(checked)
}

pub async fn sign_in(
    connection: &mut Connection,
    email: &str,
    password: &str,
    address: &str,
) -> Result<Reply> {
    let body = json!({ "email": email, "password": password });
    connection.post("/v1/auth/sign-in", &[("X-Forwarded-For", address)], &body).await
}
